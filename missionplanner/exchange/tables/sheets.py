"""Name what a file of tables holds once it is read, and the bounds it is read under (RELIABILITY §2)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | None
"""A text, a number, a yes or no, a day, a moment, a time, or nothing."""
Row = tuple[Cell, ...]

MEGABYTE = 1024 * 1024
MAX_BYTES = 25 * MEGABYTE
MAX_UNPACKED = 200 * MEGABYTE
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
"""Rows times columns of one sheet: what fits into a reader's memory."""
MAX_SHEETS = 200
MAX_CELL = 10_000
"""Characters of one cell."""

_LETTERS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be one table: rows of cells, all as long as the longest, from the file's first row and column on."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def address(self, row: int, column: int | None = None) -> str:
        """Return where a cell is the way spreadsheets write it: ``Sheet1!B7``; a row alone as ``Sheet1!7``."""
        letters = "" if column is None else letters_of(column)
        return f"{self.name}!{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """Be what one file held, and how it was read: ``form`` is xlsx, xls, ods, csv, html or text.

    ``encoding`` and ``separator`` were guessed, for plain texts only, and are worth showing.
    """

    form: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    separator: str | None = None

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """Return the sheets a person sees that hold anything."""
        return tuple(sheet for sheet in self.sheets if sheet.rows and not sheet.hidden)


def even(rows: Iterable[Iterable[Cell]], name: str) -> tuple[Row, ...]:
    """Return rows all as long as the longest that says something, without empty ones at the end.

    Raises Invalid past the bounds of rows, columns, cells and characters.
    """
    kept: list[list[Cell]] = []
    width = last = 0
    for number, row in enumerate(rows):
        cells = list(row)
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            last = number + 1
            width = max(width, len(cells))
            require_size(last, width, name)
        if number < MAX_ROWS:
            kept.append(cells)
    require_size(last, width, name)
    return tuple(tuple(cells) + (None,) * (width - len(cells)) for cells in kept[:last])


def require_size(rows: int, columns: int, name: str) -> None:
    """Refuse a sheet with too many rows, columns or cells. Raises Invalid."""
    if rows > MAX_ROWS:
        raise Invalid(
            N_("The sheet “{name}” has more than {most} rows; nothing was taken from it."),
            name=name,
            most=MAX_ROWS,
        )
    if columns > MAX_COLUMNS:
        raise Invalid(
            N_("The sheet “{name}” has more than {most} columns; nothing was taken from it."),
            name=name,
            most=MAX_COLUMNS,
        )
    if rows * columns > MAX_CELLS:
        raise Invalid(
            N_("The sheet “{name}” has more than {most} cells; nothing was taken from it."),
            name=name,
            most=MAX_CELLS,
        )


def require_bytes(size: int) -> None:
    """Refuse a file that is empty or too large. Raises Invalid."""
    if size == 0:
        raise Invalid(N_("This file is empty."))
    if size > MAX_BYTES:
        raise Invalid(
            N_("This file has {size} MB; at most {most} MB are read."),
            size=f"{size / MEGABYTE:.1f}",
            most=MAX_BYTES // MEGABYTE,
        )


def too_long_a_cell(where: str) -> Invalid:
    """Return what a cell is refused with that no person wrote."""
    return Invalid(
        N_("A cell in “{where}” has more than {most} characters; nothing was taken from it."),
        where=where,
        most=MAX_CELL,
    )


def letters_of(column: int) -> str:
    """Return the letters of a column counted from 0: A, B, …, Z, AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_of(reference: str) -> tuple[int, int] | None:
    """Return row and column, counted from 0, of a reference as ``B7``; None for what is none."""
    found = _LETTERS.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
