"""Lay out what every kind of file comes down to: lines and tables, in the order they are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

MAX_BYTES = 25 * 1024 * 1024
"""Bytes of a file (RELIABILITY §2)."""
MAX_TEXT = 400_000
"""Characters of the words in it: twenty times the longest programme."""
MAX_MARKUP = 4_000_000
"""Characters of the markup around them."""
MAX_LINES = 4_000
MAX_LINE = 10_000
"""Characters of one line or cell (RELIABILITY §2)."""
MAX_COLUMNS = 200
MAX_DEPTH = 20
"""Tables within tables, parts within parts of a mail."""

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """Be the place something stood at, counted from 1, and what was written there.

    ``line`` counts the lines of a text, the paragraphs of a document. In a table ``table``, ``row`` and
    ``column`` count instead. ``page`` is known of PDF files only.
    """

    text: str
    line: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Be a line. ``pieces`` are its parts with the column (or the point on the page) each begins at.

    ``bullet`` tells that it is one of a list, ``heading`` that the file's style says it heads something.
    """

    text: str
    source: Source
    pieces: tuple[tuple[float, str], ...] = ()
    bullet: bool = False
    heading: bool = False

    @property
    def indent(self) -> float:
        return self.pieces[0][0] if self.pieces else 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Be a cell of a table. One that spans rows or columns stands, the same object, in each of them."""

    text: str
    source: Source


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Be a table, every row as long as the table is wide."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be a file that was read: ``written`` is the day it says it was sent on, if it does.

    ``structured`` are the blocks of JSON-LD a page carries for machines.
    """

    blocks: tuple[Line | Grid, ...]
    written: dt.date | None = None
    structured: tuple[str, ...] = ()


def require_size(data: bytes) -> None:
    """Raise Invalid for a file that is empty or too large."""
    if len(data) > MAX_BYTES:
        raise Invalid(
            N_("The file has {size} MB; at most {most} MB are read."),
            size=f"{len(data) / _MEGABYTE:.1f}",
            most=MAX_BYTES // _MEGABYTE,
        )
    if not data.strip():
        raise Invalid(N_("The file is empty."))


def require_words(text: str) -> str:
    """Return a text that is short enough to be read. Raises Invalid for any other."""
    if len(text) > MAX_TEXT or text.count("\n") > MAX_LINES:
        raise too_much()
    return text


def too_much() -> Invalid:
    """Return the refusal of a file that holds more than anybody writes."""
    return Invalid(N_("The text has more than {most} lines and was not read."), most=MAX_LINES)


def too_deep() -> Invalid:
    """Return the refusal of a file whose tables or parts stand within each other without end."""
    return Invalid(N_("The tables or parts of this file are nested too deep to be read."))


def wide(rows: Iterable[list[Cell]]) -> Grid:
    """Return a table of these rows, the short ones filled up with empty cells. Raises Invalid for one too wide."""
    found = list(rows)
    width = max(map(len, found), default=0)
    if width > MAX_COLUMNS or len(found) > MAX_LINES:
        raise too_much()
    return Grid(tuple(tuple(_filled(row, width)) for row in found))


def _filled(row: list[Cell], width: int) -> list[Cell]:
    source = row[-1].source if row else Source("")
    return row + [Cell("", replace(source, text="", column=number + 1)) for number in range(len(row), width)]
