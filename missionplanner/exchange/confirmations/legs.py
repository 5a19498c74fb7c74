"""Read the flights, trains and ferries a booking confirms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from missionplanner.domain.vocabulary import LegMode
from missionplanner.exchange.confirmations import scanning
from missionplanner.exchange.confirmations.drafts import Found, LegDraft
from missionplanner.exchange.confirmations.labels import Labelled
from missionplanner.exchange.confirmations.scanning import LIKELY, SURE
from missionplanner.exchange.confirmations.services import Service, Stop, clocks, codes, services, towns
from missionplanner.exchange.confirmations.stays import booking, listed

MAX_LEGS = 60


@dataclass(slots=True)
class _Parts:
    """Be what may belong to one service, in the order of the text."""

    service: Service
    stops: list[Stop] = field(default_factory=list)
    times: list[tuple[int, scanning.Clock]] = field(default_factory=list)
    days: list[tuple[int, scanning.Day]] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """Return how complete this is: two places, two times and a day make six."""
        distinct = len({one[:2] for one in self.stops[:2]})
        exact = len(self.stops) == 2 and len(self.times) == 2
        return min(distinct, 2) + min(len(self.times), 2) + 2 * bool(self.days) + exact


class _Text:
    """Be the lines of a booking with what they name."""

    def __init__(self, lines: tuple[str, ...], received: dt.date | None) -> None:
        self.lines = lines
        self.found = services(lines)
        self.days = [(n, one) for n, line in enumerate(lines) for one in scanning.days(line, received)]
        self.times = [(n, one) for n, line in enumerate(lines) for one in clocks(line)]
        by_code = [one for n, line in enumerate(lines) for one in codes(line, n)]
        flies = bool(self.found) and self.found[0].mode is LegMode.FLIGHT
        by_name = (
            [] if flies and len(by_code) >= 2 else [s for n, line in enumerate(lines) for s in towns(line, n)]
        )
        self.stops = by_name if len(by_name) > len(by_code) or not by_code else by_code

    def layouts(self) -> Iterator[list[_Parts]]:
        """Yield the ways in which a text may tell which time and place are of which service."""
        if not self.found:
            return
        marks = [one.line for one in self.found]
        yield [
            self._between(one, a, b)
            for one, (a, b) in zip(self.found, pairwise([*marks, len(self.lines)]), strict=True)
        ]
        ends = [-1, *marks]
        yield [self._between(one, a + 1, b + 1) for one, (a, b) in zip(self.found, pairwise(ends), strict=True)]
        yield self._in_turn(self.stops)
        told = {line for line, _ in self.times}
        yield self._in_turn([one for one in self.stops if one.line in told])
        yield self._in_turn([one for one in self.stops if {one.line - 1, one.line, one.line + 1} & told])

    def _between(self, service: Service, first: int, last: int) -> _Parts:
        last = max(last, service.line + 1) if first <= service.line else last
        return _Parts(
            service,
            [one for one in self.stops if first <= one.line < last],
            [one for one in self.times if first <= one[0] < last],
            [one for one in self.days if first <= one[0] < last],
        )

    def _in_turn(self, stops: list[Stop]) -> list[_Parts]:
        """Give each service the next two places and times, where the numbers fit."""
        count = len(self.found)
        if len(stops) != 2 * count or len(self.times) != 2 * count:
            return []
        made = []
        for number, one in enumerate(self.found):
            own, times = stops[2 * number : 2 * number + 2], self.times[2 * number : 2 * number + 2]
            first, last = min(own[0].line, times[0][0], one.line), max(own[1].line, times[1][0], one.line)
            made.append(_Parts(one, own, times, [day for day in self.days if first <= day[0] <= last]))
        return made


def read(lines: tuple[str, ...], known: Sequence[Labelled], received: dt.date | None) -> tuple[LegDraft, ...]:
    """Return the legs a text confirms, in its order."""
    text = _Text(lines, received)
    layouts = [one for one in text.layouts() if one]
    if not layouts or len(text.found) > MAX_LEGS:
        return ()
    best = max(layouts, key=lambda layout: sum(one.weight for one in layout))
    drafts = [_draft(text, one) for one in best]
    kept = [one for one in drafts if one.date is not None and (one.start is not None or one.origin is not None)]
    shared = _shared(lines, known, several=len(kept) > 1)
    return tuple(replace(one, **_lacking(one, shared)) for one in kept)


def _draft(text: _Text, parts: _Parts) -> LegDraft:
    service = parts.service
    line = text.lines[service.line]
    date, end_date = _dates(text, parts)
    start, end = [*(Found(one.time, SURE, text.lines[n]) for n, one in parts.times[:2]), None, None][:2]
    origin, destination = [*parts.stops[:2], None, None][:2]
    draft = LegDraft(
        mode=Found(service.mode, SURE, line),
        operator=Found(service.operator, SURE, line),
        number=Found(_numbered(service), SURE, line) if service.number else None,
        date=date,
        start=start,
        end=end,
        end_date=end_date,
    )
    return replace(draft, **_places(text, origin, destination))


def _numbered(service: Service) -> str:
    """Return the number as tickets show it: LH1911, Frecciarossa 9520."""
    return service.operator + ("" if service.mode is LegMode.FLIGHT else " ") + service.number


def _places(text: _Text, origin: Stop | None, destination: Stop | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if origin is not None and destination is not None and origin[:2] == destination[:2]:
        destination = None
    for name, stop in (("origin", origin), ("destination", destination)):
        if stop is not None and stop.code is not None:
            found[name] = Found(stop.code, SURE, text.lines[stop.line])
        elif stop is not None and stop.text is not None:
            found[f"{name}_text"] = Found(stop.text, LIKELY, text.lines[stop.line])
    return found


def _dates(text: _Text, parts: _Parts) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
    """Return the day of the start, and of the end where that is another."""
    marks = [parts.service.line, *(n for n, _ in parts.times[:2]), *(one.line for one in parts.stops[:2])]
    within = [one for one in text.days if min(marks) <= one[0] <= max(marks)]
    earlier = [one for one in text.days if one[0] < min(marks)]
    later_on = [one for one in text.days if max(marks) < one[0] <= max(marks) + 3]
    own = within or earlier[-1:] or later_on[:1]
    if not own:
        return None, None
    number, first = own[0]
    confidence = first.confidence if within else min(first.confidence, LIKELY)
    date = Found(first.day, confidence, text.lines[number])
    for other_line, other in own[1:3]:
        if 0 < (other.day - first.day).days <= 2:
            return date, Found(other.day, other.confidence, text.lines[other_line])
    if len(parts.times) > 1:
        line, clock = parts.times[1]
        later = clock.later or scanning.days_later(text.lines[line][clock.end :])
        if later:
            return date, Found(first.day + dt.timedelta(days=later), SURE, text.lines[line])
    return date, None


_SHARED = ("seat", "baggage", "ticket")


def _shared(lines: tuple[str, ...], known: Sequence[Labelled], *, several: bool) -> dict[str, Any]:
    """Return what a booking says once for all its legs. A seat is of one leg: with several it is left open."""
    found: dict[str, Any] = {}
    code, people = booking(lines, known), listed(lines, known, "passengers")
    if code is not None:
        found["booking"] = code
    if people is not None:
        found["passengers"] = people
    for name in _SHARED:
        some = {one.value: one for one in known if one.fields[0] == name and 0 < len(one.value) <= 60}
        if len(some) == 1 and not (several and name == "seat"):
            value, one = next(iter(some.items()))
            found[name] = Found(value, SURE if name != "baggage" else LIKELY, lines[one.line])
    return found


def _lacking(one: LegDraft, shared: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shared.items() if getattr(one, name) is None}
