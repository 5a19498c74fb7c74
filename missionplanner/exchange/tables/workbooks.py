"""Read spreadsheets: xlsx, xls and ods, with calamine, after a look at what they would unpack to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from missionplanner.base.errors import Damaged, Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.tables.archive import examined, locked
from missionplanner.exchange.tables.sheets import (
    MAX_CELL,
    MAX_SHEETS,
    Book,
    Cell,
    Sheet,
    even,
    require_size,
    too_long_a_cell,
)

ZIPPED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TALLEST = 200
"""Rows a merged cell may speak for."""
_MIDNIGHT = dt.time()


def read_workbook(data: bytes) -> Book:
    """Return the sheets of a workbook. Raises Invalid and Damaged."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    form = _form(data)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            about = list(workbook.sheets_metadata)
            if len(about) > MAX_SHEETS:
                raise Invalid(N_("This file holds more than {most} sheets; it is not read."), most=MAX_SHEETS)
            sheets = [_sheet(workbook, number, one) for number, one in enumerate(about) if _is_table(one)]
    except PasswordError as error:
        raise locked() from error
    except CalamineError as error:
        raise Damaged(N_("This file is damaged or incomplete; nothing was taken from it.")) from error
    return Book(form, tuple(sheets))


def _form(data: bytes) -> str:
    if data.startswith(ZIPPED):
        return examined(data)
    if _ENCRYPTED in data:
        raise locked()
    return "xls"


def _is_table(about: Any) -> bool:
    return str(about.typ).endswith("WorkSheet")


def _sheet(workbook: Any, number: int, about: Any) -> Sheet:
    sheet = workbook.get_sheet_by_index(number)
    name = clean(about.name)[:100] or str(number + 1)
    if sheet.end is not None:
        require_size(sheet.end[0] + 1, sheet.end[1] + 1, name)
    found = [cells(row, name) for row in sheet.to_python(skip_empty_area=False)]
    _fill_merged(found, sheet.merged_cell_ranges or ())
    rows = even(found, name)
    return Sheet(name, rows, hidden=not str(about.visible).endswith(".Visible"))


def _fill_merged(rows: list[list[Cell]], ranges: Iterable[Any]) -> None:
    """Say in every row what a cell merged over several says once: a room of two guests, a day of three visits."""
    for (first, column), (last, right) in ranges:
        if column == right and last < len(rows) and last - first < _TALLEST and column < len(rows[first]):
            for row in rows[first + 1 : last + 1]:
                row[column] = rows[first][column] if row[column] is None else row[column]


def cells(row: Iterable[Any], name: str) -> list[Cell]:
    """Return what a library found in a row as our cells. Raises Invalid for a text that is too long."""
    return [_cell(value, name) for value in row]


def _cell(value: Any, name: str) -> Cell:
    if isinstance(value, str):
        return text_cell(value, name)
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.timedelta):
        return _length(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == _MIDNIGHT else value
    return value if isinstance(value, int | dt.date | dt.time) else None


def text_cell(value: str, name: str) -> str | None:
    """Return a text cleaned, None where nothing is left. Raises Invalid for one that is too long."""
    if len(value) > MAX_CELL * 2:
        raise too_long_a_cell(name)
    try:
        return clean(value, MAX_CELL) or None
    except Invalid as error:
        raise too_long_a_cell(name) from error


def _number(value: float) -> Cell:
    if value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _length(value: dt.timedelta) -> Cell:
    """Return a length under a day as a time, which is what ``9:30`` without a day is stored as."""
    if dt.timedelta() <= value < dt.timedelta(days=1):
        return (dt.datetime.min + value).time()
    return value.total_seconds() / 86400
