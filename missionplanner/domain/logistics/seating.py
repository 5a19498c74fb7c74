"""Reckon who travels on what: seats, who sits there, who was left out, and legs that are one journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import utc
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.vocabulary import ItemStatus, RoomKind

BEDS: dict[RoomKind, int] = {
    RoomKind.SINGLE: 1,
    RoomKind.DOUBLE: 2,
    RoomKind.TWIN: 2,
    RoomKind.TRIPLE: 3,
    RoomKind.SUITE: 2,
}
"""How many people a room sleeps at most."""
NOT_PLANNED = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})


@dataclass(frozen=True, slots=True)
class Load:
    """Be who is on a leg: ``heads`` are people, and delegates nobody was named for yet.

    ``capacity`` None means that nobody counted the seats; ``waiting`` are those it was meant for who have no
    place on it, nor on another leg of that day.
    """

    capacity: int | None
    heads: frozenset[UUID]
    waiting: frozenset[UUID]
    named: bool

    @property
    def left(self) -> int | None:
        """Return the seats that are free; fewer than none where it is overbooked."""
        return self.capacity - len(self.heads) if self.capacity is not None else None


def capacity_of(plan: MissionPlan, leg: r.Leg) -> int | None:
    """Return how many people a leg takes: as it says itself, else as its vehicle has seats."""
    if leg.capacity is not None:
        return leg.capacity
    vehicle = plan.get(r.Vehicle, leg.vehicle_id)
    return vehicle.capacity if vehicle is not None else None


def rows_of(plan: MissionPlan, leg: r.Leg) -> tuple[r.AgendaItem, ...]:
    """Return the rows of a leg that take place."""
    rows: tuple[r.AgendaItem, ...] = plan.of("items", "leg_id", leg.id)
    return tuple(row for row in rows if row.status not in NOT_PLANNED and row.date is not None)


def heads_on(attendees: Attendees, leg: r.Leg, rows: Iterable[r.AgendaItem]) -> frozenset[UUID]:
    """Return who needs a seat on a leg; where nobody is named as its passenger, with the places not yet named."""
    plan = attendees.plan
    passengers = plan.leg_passengers(leg)
    if passengers:  # who rides on a private stretch sits there too
        return frozenset(one.person_id for one in passengers)
    aboard, some = attendees.named(attendees.on(leg)), list(rows)
    if not some:
        return aboard | frozenset(one.id for one in plan.travellers if one.person_id is None)
    return aboard.union(*(attendees.unnamed(row) for row in some))


def left_out(attendees: Attendees, leg: r.Leg, rows: Iterable[r.AgendaItem]) -> tuple[frozenset[UUID], int]:
    """Return whom a leg with passengers was meant for and who is not among them, and for how many it was meant."""
    plan = attendees.plan
    passengers = plan.leg_passengers(leg)
    some = list(rows)
    if not passengers or not some:
        return frozenset(), 0
    meant = frozenset().union(*(attendees.meant(row) for row in some)) & plan.everyone
    return meant.difference(attendees.on(leg), (one.person_id for one in passengers)), len(meant)


def loads(plan: MissionPlan) -> dict[UUID, Load]:
    """Return who is on each leg, by its id."""
    attendees = Attendees(plan)
    by_day: dict[dt.date | None, list[r.Leg]] = {}
    for leg in plan.legs:
        by_day.setdefault(leg.date, []).append(leg)
    found = {}
    for leg in plan.legs:
        rows = rows_of(plan, leg)
        waiting, _meant = left_out(attendees, leg, rows)
        if waiting:
            waiting = waiting.difference(*(attendees.on(one) for one in by_day[leg.date] if one.id != leg.id))
        heads = heads_on(attendees, leg, rows)
        found[leg.id] = Load(capacity_of(plan, leg), heads, waiting, bool(plan.leg_passengers(leg)))
    return found


def can_take(plan: MissionPlan, leg: r.Leg, load: Load, people: Collection[UUID]) -> bool:
    """Tell whether a leg has a seat for each of some people who are not aboard, and somebody of them is not.

    A leg without passengers and without a row in the programme is empty still: nobody was ever meant for it.
    """
    empty = not load.named and not rows_of(plan, leg)
    new = {*people} if empty else {*people} - load.heads
    free = load.capacity if empty else load.left
    return bool(new) and (free is None or len(new) <= free)


# -- journeys -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trip:
    """Be the legs that are travelled as one, by departure; of a leg that belongs to no journey, itself."""

    journey: r.Journey | None
    legs: tuple[r.Leg, ...]


def trips(plan: MissionPlan) -> tuple[Trip, ...]:
    """Return all legs, those of one journey together, by the departure of the first of them."""
    by_journey: dict[UUID, list[r.Leg]] = {}
    for leg in plan.legs:
        by_journey.setdefault(leg.journey_id or leg.id, []).append(leg)
    found = [
        Trip(plan.get(r.Journey, key), tuple(sorted(legs, key=lambda one: departure(plan, one))))
        for key, legs in by_journey.items()
    ]
    return tuple(sorted(found, key=lambda one: departure(plan, one.legs[0])))


def departure(plan: MissionPlan, leg: r.Leg) -> tuple[dt.datetime, int, str]:
    """Return what legs are sorted by: when they leave, in UTC; those without a time begin their day."""
    times = leg_times(plan, leg)
    start = utc(times.date or dt.date.max, times.start or dt.time.min, "UTC" if times.date is None else times.zone)
    return start, leg.position, str(leg.id)


def minutes_of(plan: MissionPlan, leg: r.Leg) -> int | None:
    """Return how long a leg takes, reckoned in UTC; None where a time of it is unknown."""
    span = leg_times(plan, leg).span
    if span.start is None or span.end is None:
        return None
    return int((span.end - span.start).total_seconds() // 60)


def called(leg: r.Leg, ends: tuple[str, str] | None = None) -> str:
    """Return how to call a leg: its number and from where to where.

    A number without letters is one of a coach and tells little: from where to where comes first then, and who
    runs it with the number.
    """
    own = (leg.origin or leg.origin_text or "", leg.destination or leg.destination_text or "")
    route = " → ".join(one for one in ends or own if one)
    plain = leg.number is None or leg.number.isdigit()
    number = " ".join(one for one in (leg.operator, leg.number) if one) if plain else leg.number
    return "  ".join(part for part in ((route, number) if plain else (number, route)) if part)
