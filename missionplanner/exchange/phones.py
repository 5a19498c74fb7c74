"""Write telephone numbers as the whole world dials them."""

from __future__ import annotations

import re

_MANY = 40


def e164(text: str | None, country: str | None = None) -> str | None:
    """Return a number as ``+390511234567``; one without a prefix is read in ``country``.

    None for what is no possible number, and for one without a prefix where no country is known.
    """
    if not text or len(text) > _MANY:
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(_plain(text), country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def international(text: str | None, country: str | None = None) -> str | None:
    """Return a number as ``+39 051 123 4567``; what is no number is returned as it was written."""
    found = e164(text, country)
    if found is None:
        return text
    import phonenumbers

    style = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(phonenumbers.parse(found), style)


def _plain(text: str) -> str:
    """Drop the zero people put in brackets after the prefix: +49 (0)89."""
    plain = text.replace("(0)", "").strip().removeprefix("tel:")
    return re.sub(r"^00", "+", plain)
