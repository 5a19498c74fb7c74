"""Read days and times of day; a column decides whether the day or the month comes first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.domain.typed_times import time_of
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, wrong

_NUMBERS = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:[T ].*)?")
_PACKED = re.compile(r"(?:19|20)\d{6}")
_FIRST_SERIAL, _LAST_SERIAL = 7_000, 80_000
"""Days a spreadsheet counts from 1899-12-30: the years 1919 to 2119."""
_EPOCH = dt.date(1899, 12, 30)
_TO = re.compile(r"\s*(?:[\u2010-\u2015\u2212~→]|-(?!\s*$)|\b(?:to|al|alle|a|bis|until|hasta|à|au)\b)\s*", re.I)
_LATER = re.compile(r"\s*\(?\+\s*(\d)\s*(?:d|g|gg|days?|giorn[oi])?\)?$", re.I)
_OPEN = re.compile(
    r"^(?:tbc|tbd|n\.?d\.?|da definire|da confermare|por confirmar|à confirmer|offen|-+|\?+)$", re.I
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Be what days are read beside: the days of the mission and today."""

    today: dt.date
    days: Sequence[dt.date] = ()


def month_first(cells: Iterable[Cell], calendar: Calendar) -> tuple[bool, bool]:
    """Tell whether a column of days writes the month first, and whether anything in it proves its order.

    Where nothing does, the order that brings more of them into the mission's days wins, else the day is first.
    """
    first = second = inside = 0
    known = frozenset(calendar.days)
    for cell in cells:
        found = _NUMBERS.fullmatch(line_of(cell)) if isinstance(cell, str) else None
        if found is None or len(found[1]) > 2:
            continue
        one, two = int(found[1]), int(found[2])
        first += one > 12 >= two
        second += two > 12 >= one
        year = _year(found[3], born=False, today=calendar.today)
        inside += (_date(year, one, two) in known) - (_date(year, two, one) in known)
    if first or second:
        return second > first, not (first and second)
    return inside > 0, inside != 0


def day(
    cell: Cell, calendar: Calendar, order: tuple[bool, bool] = (False, False), *, born: bool = False
) -> Reading:
    """Read a day: a typed one, a serial number, ``5/5/2025``, ``5 maggio``, ``20250505``.

    ``order`` is what ``month_first`` says. A day that could be another, had the month come first, is doubtful
    where nothing in its column proves the order.
    """
    if isinstance(cell, dt.datetime):
        return Reading(cell.date())
    if isinstance(cell, dt.date):
        return Reading(cell)
    if isinstance(cell, bool | dt.time):
        return _no_day(cell, born)
    if isinstance(cell, int | float) and _FIRST_SERIAL <= cell < _LAST_SERIAL:
        return Reading(_EPOCH + dt.timedelta(days=int(cell)))
    text = line_of(cell)
    if not text or _OPEN.match(text):
        return NOTHING
    if _PACKED.fullmatch(text):
        found = _date(int(text[:4]), int(text[4:6]), int(text[6:]))
        return Reading(found) if found else _no_day(cell, born)
    numbers = _NUMBERS.fullmatch(text)
    if numbers is not None:
        return _numbered(numbers, calendar, order, born) or _no_day(cell, born)
    return _worded(cell, text, calendar, born)


def _numbered(found: re.Match[str], calendar: Calendar, order: tuple[bool, bool], born: bool) -> Reading | None:
    one, two, three = found[1], found[2], found[3]
    if len(one) == 4:
        made = _date(int(one), int(two), int(three))
        return Reading(made) if made else None
    if len(one) == 3:
        return None
    year = _year(three, born=born, today=calendar.today)
    usual, other = _date(year, int(two), int(one)), _date(year, int(one), int(two))
    preferred, second = (other, usual) if order[0] else (usual, other)
    if preferred is None:
        return Reading(second, doubtful=True) if second else None
    return Reading(preferred, doubtful=not order[1] and second is not None and second != preferred)


def _worded(cell: Cell, text: str, calendar: Calendar, born: bool) -> Reading:
    around = Around(calendar.days, None, calendar.today)
    for typed in (text, text.partition(",")[2].strip(), re.sub(r"\s+\d{1,2}[:.]\d{2}.*$", "", text)):
        if not typed or len(typed) > 60 or not any(letter.isdigit() for letter in typed):
            continue
        try:
            found = day_of(typed, "", around)
        except Invalid:
            continue
        return Reading(found, doubtful=found is not None and str(found.year) not in typed and not calendar.days)
    return _no_day(cell, born)


def _no_day(cell: Cell, secret: bool) -> Reading:
    if secret:
        return wrong(N_("This is not a day."))
    return wrong(N_("“{value}” is not a day."), value=shown(cell))


def _year(text: str, *, born: bool, today: dt.date) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (1900 if (born and number + 2000 > today.year) or number > 80 else 2000)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None


def time(cell: Cell) -> Reading:
    """Read a time of day: a typed one, a part of a day as spreadsheets store it, ``9.30``, ``17 Uhr``."""
    if isinstance(cell, dt.datetime):
        return Reading(cell.time().replace(second=0, microsecond=0))
    if isinstance(cell, dt.time):
        return Reading(cell.replace(second=0, microsecond=0))
    if isinstance(cell, float):
        if 0 <= cell < 1:
            return Reading((dt.datetime.min + dt.timedelta(minutes=round(cell * 1440))).time())
        cell = f"{cell:.2f}"
    text = re.sub(r"^(\d{1,2}:\d{2}):\d{2}$", r"\1", line_of(cell))
    if not text or _OPEN.match(text):
        return NOTHING
    try:
        return Reading(time_of(text, ""))
    except Invalid:
        return wrong(N_("“{value}” is not a time of day, such as 9:30."), value=shown(cell))


def span(cell: Cell) -> tuple[Reading, Reading, int]:
    """Read ``9.30-11``, ``dalle 9 alle 10``, ``9:30`` or ``22:10-06:20 (+1)``: start, end, days later."""
    if not isinstance(cell, str):
        return time(cell), NOTHING, 0
    later = _LATER.search(cell)
    text = (cell[: later.start()] if later is not None else cell).strip()
    text = re.sub(r"^(?:dalle|dal|from|von|de|desde)\s+(?:ore\s+)?", "", text, flags=re.I)
    parts = [part for part in _TO.split(text) if part]
    if len(parts) == 2:
        start, end = time(parts[0]), time(parts[1])
        if start.problem is None and end.problem is None:
            return start, end, int(later[1]) if later is not None else 0
    return time(text), NOTHING, 0
