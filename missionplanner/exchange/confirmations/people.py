"""Read the names of guests and passengers as bookings write them."""

from __future__ import annotations

import re

_TITLE = r"(?:mrs|mr|ms|miss|mstr|dr|sig\.?ra|sig|signora|signor|herr|frau|mme|mlle|mm|sra|sr|d\.|m\.)"
_BEFORE = re.compile(rf"^(?:\d{{1,2}}[.)]\s*)?(?:{_TITLE}\.?\s+)+", re.I)
_BEHIND = re.compile(rf"[\s/](?:{_TITLE})\.?$", re.I)
_NOTE = re.compile(r"\s*(?:\([^)]*\)|\[[^\]]*\]|[-–,]\s*(?:adult|adulto|adulte|erwachsene?r?)\b.*)$", re.I)
_NAME = re.compile(r"[^\W\d_][^\d@:;|]{1,60}\Z")
_LIST = re.compile(r"\s*[,;&+]\s*|\s+(?:and|et|und|e|y)\s+(?=[A-ZÀ-Ý])")


def names(text: str) -> tuple[str, ...]:
    """Return the names of a list, given name first, without titles; nothing for what are no names."""
    found = []
    for part in text.split("\t") if "\t" in text else _LIST.split(_NOTE.sub("", text)):
        name = one(part)
        if name is not None:
            found.append(name)
    return tuple(dict.fromkeys(found))


def one(text: str) -> str | None:
    """Return one name, None for what is none. ``ROSSI/MARIO MR`` is Mario Rossi."""
    plain = _NOTE.sub("", text.strip())
    plain = _BEFORE.sub("", plain).strip(" .*-")
    family, slash, given = plain.partition("/")
    if slash:
        given = _BEHIND.sub("", " " + given.strip()).strip()
        given = re.sub(r"(?<=[A-Z]{3})(?:MRS|MR|MS)$", "", given)
        plain = f"{given} {family.strip()}"
    plain = _BEHIND.sub("", plain).strip(" .,")
    if not _NAME.match(plain) or not 2 <= len(plain.split()) <= 6:
        return None
    return _cased(plain)


def _cased(name: str) -> str:
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
