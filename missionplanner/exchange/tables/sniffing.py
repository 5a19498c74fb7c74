"""Tell from its cells what a column may hold, whatever it is headed with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from missionplanner.exchange.tables.fields import Field, Sort
from missionplanner.exchange.tables.sheets import Cell, Sheet
from missionplanner.exchange.tables.values import contacts, nations, numbers
from missionplanner.exchange.tables.values.names import is_honorific
from missionplanner.exchange.tables.values.reading import line_of
from missionplanner.exchange.tables.values.words import is_word

SAMPLE = 200
"""Cells of a column that are looked at."""
_DAY = re.compile(
    r"(?:\w{2,12}\.?,?\s+)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?"
    r"(?:\s+(?:de\s+)?\d{4})?|[^\W\d_]{3,12}\s+\d{1,2},\s*\d{4})(?:[ T]\d\d?[:.]\d\d.*)?"
)
_TIME = re.compile(r"(?:ore\s+|h\s*)?\d{1,2}(?:[:.h]\d{2}|\s*uhr)(?::\d{2})?(?:\s*[ap]m)?(?:\s*\(?\+\d\)?)?", re.I)
_SPAN = re.compile(
    rf"(?:{_TIME.pattern}|\d{{1,2}})\s*(?:[-\u2013\u2014]|to|alle|a|bis)\s*(?:{_TIME.pattern}|\d{{1,2}})", re.I
)
_FLIGHT = re.compile(r"[A-Z][A-Z0-9]\s?\d{1,4}[A-Z]?|[A-Z]{3}\s?\d{2,4}")
_ROUTE = re.compile(r"[A-Z]{3}\s*[-\u2013/>→]\s*[A-Z]{3}")
_AMOUNT = re.compile(r"(?:[€$£]|[A-Z]{3})?\s*-?\d[\d.,'\s]*\s*(?:[€$£]|[A-Z]{3}|euro)?")


def sample(sheet: Sheet, column: int, first_row: int) -> list[Cell]:
    """Return the first cells of a column that hold anything."""
    found: list[Cell] = []
    for row in sheet.rows[first_row:]:
        if row[column] is not None:
            found.append(row[column])
            if len(found) == SAMPLE:
                break
    return found


def evidence(cells: Sequence[Cell], one: Field) -> float | None:
    """Return which share of some cells a field could hold, None where its cells look like any other's."""
    fits = _fits(one)
    if fits is None or not cells:
        return None
    return sum(map(fits, cells)) / len(cells)


def _fits(one: Field) -> Callable[[Cell], bool] | None:
    vocabulary = one.word
    if one.sort is Sort.WORD and vocabulary is not None:
        return lambda cell: is_word(vocabulary, cell)
    return _TESTS.get(one.sort)


def is_day(cell: Cell) -> bool:
    """Tell whether a cell looks like a day."""
    return isinstance(cell, dt.date) or (isinstance(cell, str) and _DAY.fullmatch(line_of(cell)) is not None)


def is_time(cell: Cell) -> bool:
    """Tell whether a cell looks like a time of day."""
    return isinstance(cell, dt.time) or (isinstance(cell, str) and _TIME.fullmatch(line_of(cell)) is not None)


def _is_span(cell: Cell) -> bool:
    return is_time(cell) or (isinstance(cell, str) and _SPAN.fullmatch(line_of(cell)) is not None)


def is_email(cell: Cell) -> bool:
    """Tell whether a cell holds an e-mail address."""
    return isinstance(cell, str) and contacts.EMAIL.search(cell) is not None


def is_phone(cell: Cell) -> bool:
    """Tell whether a cell looks like a phone number, and like no day."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return 10**7 <= cell < 10**15
    text = line_of(cell) if isinstance(cell, str) else ""
    digits = sum(letter.isdigit() for letter in text)
    return 7 <= digits <= 32 and not is_day(cell) and contacts.PHONE.search(text) is not None


def _is_website(cell: Cell) -> bool:
    return isinstance(cell, str) and "@" not in cell and contacts.WEBSITE.fullmatch(cell.strip()) is not None


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return False
    return isinstance(cell, int | float) or (isinstance(cell, str) and _AMOUNT.fullmatch(cell.strip()) is not None)


def _is_country(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) < 60 and nations.country_code(line_of(cell)) is not None


@lru_cache(maxsize=2048)
def _speaks(text: str) -> bool:
    return len(text) < 80 and nations.languages(text).value is not None


def _is_full_name(cell: Cell) -> bool:
    text = line_of(cell) if isinstance(cell, str) else ""
    return 1 < len(text.split()) < 8 and not any(letter.isdigit() for letter in text)


_TESTS: dict[Sort, Callable[[Cell], bool]] = {
    Sort.EMAIL: is_email,
    Sort.PHONE: is_phone,
    Sort.DAY: is_day,
    Sort.TIME: is_time,
    Sort.SPAN: _is_span,
    Sort.WEBSITE: _is_website,
    Sort.AMOUNT: _is_amount,
    Sort.COUNTRY: _is_country,
    Sort.HONORIFIC: lambda cell: isinstance(cell, str) and is_honorific(cell),
    Sort.YES: lambda cell: numbers.yes(cell).value is not None,
    Sort.LANGUAGES: lambda cell: isinstance(cell, str) and _speaks(cell),
    Sort.FLIGHT: lambda cell: isinstance(cell, str) and _FLIGHT.search(cell) is not None,
    Sort.ROUTE: lambda cell: isinstance(cell, str) and _ROUTE.search(cell.upper()) is not None,
    Sort.NAME: _is_full_name,
}
"""Which cells fit a sort; a sort that is missing takes any text."""
