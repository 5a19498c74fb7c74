"""Read one cell as the field of its column, beside what the rest of its column tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import MAX_LINE
from missionplanner.exchange.tables.fields import Field, Sort
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values import contacts, days, nations, numbers, words
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, text_of, wrong

_PARTS = re.compile(r"[;\n|]|\s/\s")
_ROUTE = re.compile(r"\s*(?:[-\u2010-\u2015>→/]|\bto\b|\ba\b)+\s*", re.I)
_FLIGHT = re.compile(r"\b([A-Z][A-Z0-9]|[0-9][A-Z]|[A-Z]{3})\s?0*(\d{1,4}[A-Z]?)\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """Be what a cell is read beside: its row's country, the days, its column's order of days and decimal mark."""

    country: str | None
    calendar: days.Calendar
    order: tuple[bool, bool] = (False, False)
    mark: str | None = None


def reading(cell: Cell, one: Field, beside: Beside) -> Reading:
    """Return what a cell says for a field. A sensitive value is never repeated in the sentence."""
    if cell is None:
        return NOTHING
    read = _BY_SORT.get(one.sort, _line)(cell, one, beside)
    if read.problem is not None and one.sensitive and dict(read.problem.arguments).get("value"):
        return wrong(N_("This value cannot be read."))
    return read


def _line(cell: Cell, one: Field, beside: Beside) -> Reading:
    text = line_of(cell)
    if len(text) > MAX_LINE:
        return wrong(N_("“{value}” is longer than {most} characters."), value=shown(cell), most=MAX_LINE)
    return Reading(text or None)


def _text(cell: Cell, one: Field, beside: Beside) -> Reading:
    return Reading(text_of(cell) or None)


def _list(cell: Cell, one: Field, beside: Beside) -> Reading:
    parts = (" ".join(part.split()).strip(" ,-•") for part in _PARTS.split(text_of(cell)))
    return Reading(tuple(dict.fromkeys(part for part in parts if part)) or None)


def _word(cell: Cell, one: Field, beside: Beside) -> Reading:
    return words.word(cell, one.word) if one.word is not None else _line(cell, one, beside)


def _words(cell: Cell, one: Field, beside: Beside) -> Reading:
    return words.words(cell, one.word) if one.word is not None else _list(cell, one, beside)


def _zone(cell: Cell, one: Field, beside: Beside) -> Reading:
    from missionplanner.domain.clock import zone  # brings dateutil in

    try:
        return Reading(zone(line_of(cell)).key)
    except Invalid as error:
        return Reading(None, error.message)


def _flight(cell: Cell, one: Field, beside: Beside) -> Reading:
    text = line_of(cell).upper()
    found = _FLIGHT.search(text)
    if found is None:
        return _line(cell, one, beside)
    return Reading(f"{found[1]}{found[2]}", doubtful=len(_FLIGHT.findall(text)) > 1)


def _route(cell: Cell, one: Field, beside: Beside) -> Reading:
    parts = tuple(part.strip() for part in _ROUTE.split(line_of(cell)) if part.strip())
    if len(parts) < 2:
        return wrong(N_("“{value}” does not say from where to where."), value=shown(cell))
    return Reading((parts[0], parts[-1]), doubtful=len(parts) > 2)


_Reader = Callable[[Cell, Field, Beside], Reading]
_BY_SORT: Mapping[Sort, _Reader] = {
    Sort.LINE: _line,
    Sort.NAME: _line,
    Sort.HONORIFIC: _line,
    Sort.TEXT: _text,
    Sort.LIST: _list,
    Sort.EMAIL: lambda cell, one, beside: contacts.email(cell),
    Sort.PHONE: lambda cell, one, beside: contacts.phone(cell, beside.country),
    Sort.WEBSITE: lambda cell, one, beside: contacts.website(cell),
    Sort.COUNTRY: lambda cell, one, beside: nations.country(cell, secret=one.sensitive),
    Sort.LANGUAGES: lambda cell, one, beside: nations.languages(cell),
    Sort.DAY: lambda cell, one, beside: days.day(cell, beside.calendar, beside.order, born=one.born),
    Sort.TIME: lambda cell, one, beside: days.time(cell),
    Sort.YES: lambda cell, one, beside: numbers.yes(cell),
    Sort.COUNT: lambda cell, one, beside: numbers.count(cell),
    Sort.AMOUNT: lambda cell, one, beside: numbers.amount(cell, beside.mark),
    Sort.DEGREES: lambda cell, one, beside: numbers.degrees(cell, 90 if one.key == "lat" else 180),
    Sort.CURRENCY: lambda cell, one, beside: numbers.currency(cell),
    Sort.WORD: _word,
    Sort.WORDS: _words,
    Sort.ZONE: _zone,
    Sort.FLIGHT: _flight,
    Sort.ROUTE: _route,
}
