"""Count who is at what: people and seats of an item, meals by diet, items and free half days of a person.

The matrix, badges and attendance sheets all count by these.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import DAY, PART_HOURS, Span, utc
from missionplanner.domain.delegates import diets
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import item_times, span_of
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, PartOfDay

HALVES: dict[PartOfDay, frozenset[PartOfDay]] = {
    PartOfDay.MORNING: frozenset({PartOfDay.MORNING}),
    PartOfDay.AFTERNOON: frozenset({PartOfDay.AFTERNOON}),
}
"""The halves of a day, with the parts of it an item without a time may say to lie in one."""
_NO_WORK = frozenset({ItemKind.FREE_TIME, ItemKind.HOTEL})
_NOT_HELD = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
_SHORTEST = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Heads:
    """Be how many are at an item: ``unnamed`` of them without a name yet, ``guests`` with a role only.

    ``seats`` is what its place or vehicle takes, None where nobody knows.
    """

    people: int
    unnamed: int = 0
    guests: int = 0
    seats: int | None = None

    @property
    def too_many(self) -> bool:
        return self.seats is not None and self.people > self.seats


def present(attendees: Attendees, item: r.AgendaItem) -> tuple[r.Delegate, ...]:
    """Return the delegates at an item, named or not, in the order of the delegation."""
    there, places = attendees.at(item), attendees.unnamed(item)
    return tuple(one for one in attendees.plan.delegates if one.person_id in there or one.id in places)


def heads(attendees: Attendees, item: r.AgendaItem) -> Heads:
    """Count who is at an item: delegates, places not yet named and people of the other side with a role."""
    plan = attendees.plan
    there, places = attendees.named(attendees.at(item)), attendees.unnamed(item)
    nobody = sum(1 for one in there if (who := plan.person(one)) is not None and who.unnamed)
    guests = sum(1 for one in there if one not in plan.delegate_by_person)
    return Heads(len(there) + len(places), nobody + len(places), guests, seats(plan, item))


def seats(plan: MissionPlan, item: r.AgendaItem) -> int | None:
    """Return how many an item has room for: its place, else the vehicle or the leg it stands for."""
    leg = plan.leg(item.leg_id)
    if leg is not None:
        vehicle = plan.get(r.Vehicle, leg.vehicle_id)
        return leg.capacity if leg.capacity is not None else vehicle.capacity if vehicle is not None else None
    place = plan.place(item.place_id)
    return place.capacity if place is not None else None


def meals(attendees: Attendees, item: r.AgendaItem) -> dict[diets.Diet, int]:
    """Count the diets of who is at an item by kind. Reveals what is sealed, and of it only numbers."""
    texts = [one.diet.reveal() for one in present(attendees, item) if one.diet is not None]
    return diets.counted(texts)


def items_of(attendees: Attendees, items: Iterable[r.AgendaItem]) -> Counter[UUID]:
    """Count in how many of these items each person, and each place not yet named by its delegate, takes part."""
    found: Counter[UUID] = Counter()
    for item in items:
        found.update(attendees.at(item))
        found.update(attendees.unnamed(item))
    return found


def free_halves(attendees: Attendees, days: Collection[dt.date]) -> Counter[UUID]:
    """Count the half days on which each delegate is there and has nothing, by id of the delegate.

    A half day counts where somebody of the delegation has something; free time and hotels are nothing.
    """
    plan = attendees.plan
    found: Counter[UUID] = Counter()
    for day in days:
        rows = [(item, span_of(plan, item)) for item in _held(plan, day)]
        for half, parts in HALVES.items():
            busy = [item for item, span in rows if _lies_in(plan, item, span, (day, half, parts))]
            if busy:
                people = frozenset().union(*(attendees.at(item) for item in busy))
                places = frozenset().union(*(attendees.unnamed(item) for item in busy))
                found.update(_idle(plan, day, people, places))
    return found


def _idle(plan: MissionPlan, day: dt.date, people: frozenset[UUID], places: frozenset[UUID]) -> Iterable[UUID]:
    for one in plan.travellers:
        there = (one.joins or day) <= day <= (one.leaves or day)
        if there and one.person_id not in people and one.id not in places:
            yield one.id


def _held(plan: MissionPlan, day: dt.date) -> list[r.AgendaItem]:
    """Return what takes place on a day, with what began the evening before."""
    some = (*plan.items_on(day - DAY), *plan.items_on(day))
    return [item for item in some if item.kind not in _NO_WORK and item.status not in _NOT_HELD]


def _lies_in(
    plan: MissionPlan, item: r.AgendaItem, span: Span, half: tuple[dt.date, PartOfDay, frozenset[PartOfDay]]
) -> bool:
    day, part, parts = half
    if span.start is None:
        return item.date == day and item.part_of_day in parts
    first, last = PART_HOURS[part]
    zone = item_times(plan, item).zone
    begins, ends = utc(day, dt.time(first), zone), utc(day, dt.time(last), zone)
    end = max(span.end or span.start, span.start)
    if end <= span.start:  # an end nobody told
        return begins <= span.start < ends
    return min(end, ends) - max(span.start, begins) >= min(_SHORTEST, end - span.start)
