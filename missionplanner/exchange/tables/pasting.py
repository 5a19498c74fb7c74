"""Read what a clipboard holds, where a bounded process can be asked to."""

from __future__ import annotations

from missionplanner.exchange.tables.reading import pasted
from missionplanner.exchange.tables.sheets import Book


def read(data: bytes, *, html: str | None = None) -> Book:
    """Return the table of a clipboard, its text in UTF-8; see ``reading.pasted``. Raises Invalid."""
    return pasted(data.decode("utf-8", "replace"), html)
