"""Name what people do in a mission: rows of the programme, and legs, each with its stretch in UTC."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import Span
from missionplanner.domain.programme.timing import Times
from missionplanner.domain.vocabulary import ItemKind

QUIET_KINDS = frozenset({ItemKind.FREE_TIME, ItemKind.HOTEL})
"""Rows that never clash (DOMAIN §6)."""
TRANSPORT = frozenset(
    {ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.FERRY, ItemKind.COACH, ItemKind.TRANSFER, ItemKind.LOGISTICS}
)
BUSINESS = frozenset(
    {
        ItemKind.SITE_VISIT,
        ItemKind.INSTITUTIONAL_MEETING,
        ItemKind.WORKING_TABLE,
        ItemKind.PITCHING,
        ItemKind.B2B,
        ItemKind.CONFERENCE,
        ItemKind.WORKSHOP,
        ItemKind.FAIR_VISIT,
        ItemKind.PRESS,
    }
)
"""What a delegation travels for."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Be an item with its times, its stretch in UTC and who is there.

    ``last`` is the last moment known of it: its end, or its start where no later end is known; ``key`` is for
    sorting by start.
    """

    item: r.AgendaItem
    times: Times
    span: Span
    who: frozenset[UUID]
    last: dt.datetime | None = field(init=False)
    key: tuple[dt.datetime, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "last", _last(self.span))
        object.__setattr__(self, "key", (self.span.start or _NEVER, str(self.item.id)))


def _last(span: Span) -> dt.datetime | None:
    start, end = span.start, span.end
    return max(start, end) if start and end else end or start


_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, eq=False)
class Ride:
    """Be a leg with its times, its stretch in UTC, who travels and its rows. ``last`` and ``key``: as of a row."""

    leg: r.Leg
    times: Times
    span: Span
    who: frozenset[UUID]
    rows: tuple[r.AgendaItem, ...]
    last: dt.datetime | None = field(init=False)
    key: tuple[dt.datetime, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "last", _last(self.span))
        object.__setattr__(self, "key", (self.span.start or _NEVER, str(self.leg.id)))

    def is_like(self, other: Ride) -> bool:
        """Tell whether two states of a leg are the same but for facts of its rows that nobody is told."""
        rows = [[(row.id, row.title) for row in each.rows] for each in (self, other)]
        return self.leg is other.leg and self.who == other.who and rows[0] == rows[1]

    @property
    def minutes(self) -> float | None:
        """Return how long it takes, None where a time of it is unknown."""
        start, end = self.span.start, self.span.end
        return (end - start).total_seconds() / 60 if start and end else None


Stop = Row | Ride
"""What somebody does on a day: an item, or a leg that has no row in the programme."""


class Timed(Protocol):
    """Be anything with a stretch in UTC and the last moment known of it."""

    @property
    def span(self) -> Span: ...

    @property
    def last(self) -> dt.datetime | None: ...


S = TypeVar("S", bound=Timed)


def is_journey(stop: Stop) -> bool:
    """Tell whether a stop moves people: a leg, or a row that tells of travel and names no place."""
    if isinstance(stop, Ride) or stop.item.leg_id is not None:
        return True
    if stop.item.kind is ItemKind.LOGISTICS:
        return stop.item.place_id is None
    return stop.item.kind in TRANSPORT


def ids_of(*stops: Stop) -> dict[str, Any]:
    """Return the fields of a finding that say which items and legs stops are."""
    items = tuple(one.item.id for one in stops if isinstance(one, Row))
    return {"items": items, "legs": tuple(one.leg.id for one in stops if isinstance(one, Ride))}


def overlapping(rows: Iterable[S]) -> Iterator[tuple[S, S]]:
    """Yield the pairs of stops whose spans overlap, given the stops by start (a sweep over time)."""
    under_way: list[S] = []
    for row in rows:
        start = row.span.start
        if start is None:
            return
        under_way = [one for one in under_way if one.span.start == start or (one.last or start) > start]
        for one in under_way:
            if one.span.overlaps(row.span):
                yield one, row
        under_way.append(row)


def in_programme_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows as a programme shows them: by day, position and start."""
    return sorted(rows, key=lambda row: (row.times.date or dt.date.max, row.item.position, row.key))
