"""Read phones, e-mail addresses and web sites."""

from __future__ import annotations

import re
from functools import lru_cache

from missionplanner.base.messages import N_, Message
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, text_of, wrong

_MAIL = r"[^\s<>,;:()\"'\[\]@.]"
EMAIL = re.compile(rf"(?<![^\s<>,;:()\"'\[\]])(?:{_MAIL}|\.){{1,64}}@{_MAIL}{{1,63}}(?:\.{_MAIL}{{1,63}}){{1,8}}")
"""Bounded, so that no cell can make the search long."""
PHONE = re.compile(r"(?:\+|00)?\(?\d[\d\s().\-/\u2010-\u2015]{4,24}\d(?:\s*(?:ext|int|x)\.?\s*\d{1,6})?", re.I)
WEBSITE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.I)
_PARTS = re.compile(r"[;\n|]|\s/\s|,\s|\b(?:cell|mob|tel|fax|uff|office|mobile|phone)\w*\.?\s*:?", re.I)
_SPREADSHEET_PLUS = re.compile(r"3\d{8,9}")
"""An Italian mobile a spreadsheet took for a number."""


def email(cell: Cell) -> Reading:
    """Read an e-mail address, in angle brackets too; of several the first, with doubt."""
    text = text_of(cell).removeprefix("mailto:")
    if not text:
        return NOTHING
    from email_validator import EmailNotValidError, validate_email

    found = EMAIL.findall(text.replace("mailto:", ""))
    for one in found:
        try:
            checked = validate_email(one.strip("."), check_deliverability=False)
        except EmailNotValidError:
            continue
        return Reading(checked.normalized, doubtful=len(found) > 1)
    return wrong(N_("“{value}” is not an e-mail address."), value=shown(cell))


@lru_cache(maxsize=256)
def phones(cell: Cell, country: str | None) -> tuple[str, ...]:
    """Return every phone of a cell, in E.164, read in its country where it names none itself."""
    import phonenumbers

    found: dict[str, None] = {}
    for part in _PARTS.split(_typed(cell, country)):
        if sum(letter.isdigit() for letter in part) < 5:
            continue
        try:
            number = phonenumbers.parse(part, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            found[phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)] = None
    return tuple(found)


def phone(cell: Cell, country: str | None) -> Reading:
    """Read the first phone of a cell. One that cannot exist is kept as it was typed, with the sentence."""
    import phonenumbers

    if not line_of(cell):
        return NOTHING
    found = phones(cell, country)
    if not found:
        return wrong(N_("“{value}” is not a phone number."), value=shown(cell))
    if not phonenumbers.is_valid_number(phonenumbers.parse(found[0])):
        sentence = N_("“{value}” may be a wrong number: no such phone number is in use.")
        return Reading(found[0], Message.of(sentence, {"value": shown(cell)}), True)
    return Reading(found[0])


@lru_cache(maxsize=256)
def is_mobile(number: str) -> bool:
    """Tell whether a phone in E.164 is a mobile one, as far as its digits say so."""
    import phonenumbers

    kind = phonenumbers.number_type(phonenumbers.parse(number))
    mobile = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return kind in mobile


def website(cell: Cell) -> Reading:
    """Read a web address; one without a scheme gets https."""
    text = line_of(cell)
    if not text:
        return NOTHING
    first = text.split()[0].strip(",;")
    if WEBSITE.fullmatch(first) is None or "@" in first:
        return wrong(N_("“{value}” is not a web address."), value=shown(cell))
    return Reading(first if first.lower().startswith("http") else f"https://{first}")


def _typed(cell: Cell, country: str | None) -> str:
    """Return a cell as it was typed before a spreadsheet took it for a number."""
    text = text_of(cell).replace("(0)", "").replace("\u00a0", " ")
    if text.startswith("00") and not text.startswith("000"):
        return f"+{text[2:]}"
    if isinstance(cell, int) and country and not text.startswith("0") and len(text) >= 11:
        return f"+{text}"
    return text
