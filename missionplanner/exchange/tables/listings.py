"""Name what is written out as a table, and what its cells become."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from missionplanner.domain.text import clean
from missionplanner.exchange.tables.sheets import MAX_CELL

Shown = str | int | float | Decimal | bool | dt.date | dt.datetime | dt.time | tuple[str, ...] | None
"""What a cell may be given as; a tuple of texts is written with semicolons."""
_NO_LETTERS = re.compile("[\ufffe\uffff\ufdd0-\ufdef]")
_LARGEST = 10**15
"""Spreadsheets keep fifteen digits of a number: what is longer is written as a text."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was: days before are written as texts."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Be a column to write: its title, a drop-down of what may be chosen, a width in characters, decimals."""

    title: str
    choices: tuple[str, ...] = ()
    width: int | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Be a sheet to write: its name, its columns, its rows. A hidden one is for programs."""

    name: str
    headings: tuple[Heading, ...]
    rows: Sequence[Sequence[Shown]]
    hidden: bool = False


def written(value: Shown) -> str | int | float | bool | dt.date | dt.datetime | dt.time | None:
    """Return a value as a cell holds it: exact, or as a text where a spreadsheet could not keep it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return plain("; ".join(value))
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, int | float):
        return value if value == value and abs(value) < _LARGEST else plain(str(value))
    if isinstance(value, dt.datetime):
        moment = value.replace(tzinfo=None, microsecond=0)
        return moment if moment.date() >= _FIRST_DAY else moment.isoformat(" ", "minutes")
    if isinstance(value, dt.time):
        return value.replace(tzinfo=None, microsecond=0)
    return value if value >= _FIRST_DAY else value.isoformat()


def plain(text: str) -> str | None:
    """Return a text that every format can hold, None where nothing is left of it."""
    bare = _NO_LETTERS.sub("", text).encode("utf-8", "ignore").decode("utf-8")
    return clean(bare, len(bare) + 1)[:MAX_CELL].strip() or None


def _number(value: Decimal) -> int | float | str | None:
    if not value.is_finite() or abs(value) >= _LARGEST or len(value.normalize().as_tuple().digits) > 15:
        return plain(str(value))
    whole = value == value.to_integral_value()
    return int(value) if whole else float(value)
