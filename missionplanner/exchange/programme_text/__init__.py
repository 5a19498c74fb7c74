"""Read a programme as people send it: Word, mail, PDF with text, HTML, plain or pasted text."""

from __future__ import annotations

from missionplanner.exchange.opened.sheet import Source
from missionplanner.exchange.programme_text.found import (
    Entry,
    FoundLeg,
    FoundPerson,
    Programme,
    Refused,
    Warned,
)
from missionplanner.exchange.programme_text.reading import ENDINGS, read, read_text

__all__ = [
    "ENDINGS",
    "Entry",
    "FoundLeg",
    "FoundPerson",
    "Programme",
    "Refused",
    "Source",
    "Warned",
    "read",
    "read_text",
]
