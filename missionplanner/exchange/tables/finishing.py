"""Finish a row whose cells are read: names parted, phones sorted, spans and routes cut, nights counted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import LegMode, PartOfDay
from missionplanner.exchange.tables.drafts import Circumstances
from missionplanner.exchange.tables.fields import Kind
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values import contacts, days, names, numbers, words
from missionplanner.exchange.tables.values.reading import Value, line_of

Values = dict[str, Value]
Doubts = dict[str, None]
Beside = tuple[Mapping[str, Cell], Mapping[str, str], str | None, Circumstances]

_FAMILY_FIRST = re.compile(
    r"^(?:cognome|surname|last name|family name|apellidos?|nachname|familienname|nom(?! complet)|name\s*,)"
    r".*(?:nome|name|nombre|prenom|vorname)",
)
_TOGETHER = re.compile(r"\s*(?:/|\+|&|;)\s*")
_AIRPORT = re.compile(r"[A-Z]{3}")
_DAY_OF_FLIGHT = re.compile(r"(?<![\w/.-])\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?![\w/:.-])")
_IN_BRACKETS = re.compile(r"\(([A-Z]{3})\)")
_NUMBERED = re.compile(r"([A-Z0-9]{2}|[A-Z]{3})\d{1,4}[A-Z]?")


def finished(kind: Kind, values: Values, unsure: Doubts, beside: Beside) -> None:
    """Complete what was read of a row in place, with what its fields tell together."""
    for step in _STEPS.get(kind, ()):
        step(values, unsure, beside)


def _names(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Part a full name, take titles off, and write capitals the way names are written."""
    full = values.pop("full_name", None)
    if isinstance(full, str) and (others := _TOGETHER.split(full))[1:]:
        full = others[0]
        values.setdefault("share_with", ", ".join(others[1:]))
        unsure["share_with"] = None
    for key in ("given", "family"):
        if names.is_open(str(values.get(key, ""))):
            values.pop(key)
    whole = isinstance(full, str) and not names.is_open(full) and not {"given", "family"} <= values.keys()
    if whole:
        _part(str(full), values, unsure, beside)
    elif isinstance(values.get("given"), str):
        honorific, values["given"] = names.without_honorific(str(values["given"]))
        if honorific:
            values.setdefault("honorific", honorific)
    values.update({key: names.recased(str(values[key])) for key in ("given", "family") if key in values})


def _flown(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Take the day that stands with a flight, as in ``LH1140 05/05``, where no other column tells it."""
    raw, _, _, around = beside
    for way in ("arrival", "departure"):
        found = _DAY_OF_FLIGHT.search(line_of(raw.get(f"{way}_flight")))
        if found is None or f"{way}_date" in values:
            continue
        read = days.day(found[0], around.calendar, (False, True))
        if read.value is not None:
            values[f"{way}_date"] = read.value
            unsure.update({f"{way}_date": None} if read.doubtful else {})


def _part(full: str, values: Values, unsure: Doubts, beside: Beside) -> None:
    """Part a full name the way its header or its country writes names."""
    header = folded(beside[1].get("full_name", ""))
    made = names.parted(full, family_first=_FAMILY_FIRST.match(header) is not None, country=beside[2])
    told = {"given": made.given, "family": made.family, "native_name": made.native, "name_order": made.order}
    values.update({key: value for key, value in told.items() if value})
    if made.honorific:
        values.setdefault("honorific", made.honorific)
    if made.doubtful:
        unsure["full_name"] = None


def _phones(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Keep the second phone of a cell, and put mobiles with mobiles where only one column had phones."""
    raw, _, country, _ = beside
    for key, other in (("phone", "mobile"), ("mobile", "phone")):
        if key in values and other not in raw:
            every = contacts.phones(raw.get(key), country)
            mobiles = [one for one in every if contacts.is_mobile(one)]
            fixed = [one for one in every if not contacts.is_mobile(one)]
            if key == "mobile" and (mobiles or len(every) < 2):
                mobiles, fixed = mobiles or fixed, fixed if mobiles else []
            values.pop(key)
            values.update({"mobile": mobiles[0]} if mobiles else {})
            values.update({"phone": fixed[0]} if fixed else {})
            if len(every) > len(mobiles[:1] + fixed[:1]):
                unsure[key] = None
            return


def _contact(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Part the name of an organisation's contact."""
    contact = values.pop("contact", None)
    if not isinstance(contact, str) or names.is_open(contact):
        return
    made = names.parted(contact, country=beside[2])
    told = {"contact_given": made.given, "contact_family": made.family, "contact_honorific": made.honorific}
    values.update({key: value for key, value in told.items() if value})
    if made.doubtful:
        unsure["contact"] = None


def _span(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Cut a time into start and end, or take it for a part of the day."""
    cell = beside[0].get("span")
    if cell is None:
        return
    start, end, later = days.span(cell)
    if isinstance(start.value, dt.time):
        values.setdefault("start", start.value)
        if isinstance(end.value, dt.time):
            values.setdefault("end", end.value)
        date = values.get("date")
        if later and isinstance(date, dt.date):
            values.setdefault("end_date", date + dt.timedelta(days=later))
        return
    part, sure = words.member_of(PartOfDay, line_of(cell))
    if part is not None:
        values["part_of_day"] = part
        if not sure:
            unsure["span"] = None


def _nights(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Count the nights where only one of the two days is told."""
    nights, first, last = values.pop("nights", None), values.get("from_day"), values.get("to_day")
    if not isinstance(nights, int) or not 0 < nights < 400:
        return
    if isinstance(first, dt.date) and last is None:
        values["to_day"] = first + dt.timedelta(days=nights)
    elif isinstance(last, dt.date) and first is None:
        values["from_day"] = last - dt.timedelta(days=nights)
    elif isinstance(first, dt.date) and isinstance(last, dt.date) and (last - first).days != nights:
        unsure["nights"] = None


def _route(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Take stops from a route, airports by code, and tell a flight by its number."""
    route = values.pop("route", None)
    if isinstance(route, tuple):
        values.setdefault("origin", route[0])
        values.setdefault("destination", route[1])
    for key in ("origin", "destination"):
        said = values.pop(key, None)
        if not isinstance(said, str):
            continue
        inner = _IN_BRACKETS.search(said)
        if inner is not None or _AIRPORT.fullmatch(said):
            values[key] = inner[1] if inner is not None else said
        else:
            values[f"{key}_text"] = said
            values[key] = None
    number = values.get("number")
    if isinstance(number, str) and _NUMBERED.fullmatch(number):
        values.setdefault("operator", number[: 3 if number[:3].isalpha() else 2])
        if "mode" not in values and values.get("origin"):
            values["mode"] = LegMode.FLIGHT
    _named_stops(values)


def _named_stops(values: Values) -> None:
    """Keep the fact that a stop was named for the check of what a row needs, without an empty code."""
    for key in ("origin", "destination"):
        if key in values and values[key] is None:
            values.pop(key)


def _money(values: Values, unsure: Doubts, beside: Beside) -> None:
    """Take the currency from the sums where no column tells it, else the mission's; multiply bare units."""
    raw, headers, _, around = beside
    sums = [key for key in ("planned", "committed", "paid", "amount", "unit", "price") if key in values]
    if "currency" not in values and sums:
        told = [numbers.currency_in(raw.get(key)) or numbers.currency_in(headers.get(key, "")) for key in sums]
        found = next((one for one in told if one), around.currency)
        if found:
            values["currency"] = found
    quantity, unit = values.get("quantity"), values.get("unit")
    if "planned" not in values and isinstance(quantity, Decimal) and isinstance(unit, Decimal):
        values["planned"] = (quantity * unit).quantize(Decimal("0.01"))
        unsure["planned"] = None


_Step = Callable[[Values, Doubts, Beside], None]
_STEPS: Mapping[Kind, tuple[_Step, ...]] = {
    Kind.DELEGATES: (_names, _phones, _money, _flown),
    Kind.ORGANISATIONS: (_contact, _phones),
    Kind.AGENDA: (_span,),
    Kind.ROOMING: (_names, _nights, _money),
    Kind.LEGS: (_names, _span, _route),
    Kind.BUDGET: (_money,),
    Kind.EXPENSES: (_money,),
}
