"""Check what people write to reach somebody: e-mail, phone, website, country."""

from __future__ import annotations

import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import MAX_LINE, clean

_EMAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s,;<>\"().]{2,}")
_PHONE = re.compile(r"[+(\d][\d\s().,/+x#-]*", re.IGNORECASE)
_WEBSITE = re.compile(r"(?:https?://)?[^\s/]+\.[^\s/]{2,}(?:/\S*)?", re.IGNORECASE)
_LEAST_DIGITS = 5


def email(text: str, field: str) -> str | None:
    """Return an e-mail address, None for nothing. Raises Invalid, naming ``field``, for what cannot be one."""
    typed = clean(text, MAX_LINE).removeprefix("mailto:").strip("<> ")
    if typed and _EMAIL.fullmatch(typed) is None:
        raise Invalid(N_("“{text}” is not an e-mail address."), field=field, text=typed)
    return typed or None


def phone(text: str, field: str) -> str | None:
    """Return a phone number as it was written, None for nothing. Raises Invalid for what cannot be one."""
    typed = clean(text, MAX_LINE).removeprefix("tel:")
    digits = sum(character.isdigit() for character in typed)
    if typed and (_PHONE.fullmatch(typed) is None or digits < _LEAST_DIGITS):
        raise Invalid(N_("“{text}” is not a phone number."), field=field, text=typed)
    return typed or None


def website(text: str, field: str) -> str | None:
    """Return the address of a website as it was written, None for nothing. Raises Invalid for anything else."""
    typed = clean(text, MAX_LINE)
    if typed and _WEBSITE.fullmatch(typed) is None:
        raise Invalid(N_("“{text}” is not the address of a website."), field=field, text=typed)
    return typed or None


def country(text: str, field: str) -> str | None:
    """Return the code of a country in capitals (ISO 3166, two letters), None for nothing. Raises Invalid."""
    typed = clean(text, MAX_LINE).upper()
    if typed and not (len(typed) == 2 and typed.isascii() and typed.isalpha()):
        raise Invalid(N_("“{text}” is not a country."), field=field, text=text.strip())
    return typed or None
