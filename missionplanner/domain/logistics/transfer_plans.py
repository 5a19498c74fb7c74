"""Plan transfers between items that follow each other in different places, for those who go there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks import whereabouts
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Row, is_journey
from missionplanner.domain.clock import Span, local
from missionplanner.domain.logistics.travel_time import estimate
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import numbered
from missionplanner.domain.programme.row_copy import anew
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode

MINUTE = dt.timedelta(minutes=1)
_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
GRID = 5
"""Minutes that a planned way is rounded up to."""
_TRANSFER_TO = N_("Transfer to {place}")
_TRANSFER_PLAIN = N_("Transfer")


@dataclass(frozen=True, slots=True)
class Drive:
    """Be a way from one item to the next: when it leaves, in UTC, and how many minutes it takes."""

    first: Row
    second: Row
    begins: dt.datetime
    minutes: int
    people: frozenset[UUID]
    vehicle: r.Vehicle | None = None
    shared: bool = False
    """Whether others travel the same way in another vehicle: the row then says in which."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Be a transfer that lacks. Times are wall times of ``zone``, ``begins`` is in UTC.

    ``first`` and ``second`` are the items it lies between, ``late`` the minutes by which it ends after the second
    begins, ``km`` how far it is as the crow flies, ``heads`` how many seats it needs.
    """

    first: UUID
    second: UUID
    date: dt.date
    start: dt.time
    end: dt.time
    zone: str
    km: float
    people: frozenset[UUID]
    late: int
    minutes: int
    begins: dt.datetime

    @property
    def key(self) -> tuple[UUID, UUID]:
        return self.first, self.second

    @property
    def heads(self) -> int:
        return len(self.people)


def lasts(km: float) -> int:
    """Return the minutes of a way by road, rounded up as plans are."""
    return -(-estimate(km, LegMode.TRANSFER) // GRID) * GRID


# -- what lacks ---------------------------------------------------------------------------------------


def proposed(scene: Scene, day: dt.date) -> tuple[Proposal, ...]:
    """Return a transfer for everyone who has two items in a row farther apart than people walk, by departure."""
    found = [one for step in _steps(scene, day) if (one := _between(scene, *step)) is not None]
    return tuple(sorted(found, key=lambda one: (one.begins, str(one.first), str(one.second))))


def _steps(scene: Scene, day: dt.date) -> Iterator[tuple[Row, Row, frozenset[UUID]]]:
    for one in scene.schedules.days:
        if one.day != day:
            continue
        for step in one.steps():
            first, second = step.first, step.second
            if step.vague or not isinstance(first, Row) or not isinstance(second, Row):
                continue
            if not is_journey(first) and not is_journey(second):
                yield first, second, scene.attendees.named(step.who)


def _between(scene: Scene, first: Row, second: Row, who: frozenset[UUID]) -> Proposal | None:
    km = whereabouts.apart(scene, whereabouts.of_row(scene, first), whereabouts.of_row(scene, second))
    start = second.span.start
    if km is None or km <= scene.options.walk_km or first.last is None or start is None or not who:
        return None
    minutes = lasts(km)
    begins = _leaves(scene, first, start, minutes)
    late = max(0, -int((start - begins) / MINUTE) + minutes)
    left, there = (local(one, first.times.end_zone) for one in (begins, begins + minutes * MINUTE))
    return Proposal(
        first.item.id,
        second.item.id,
        left.date(),
        left.time(),
        there.time(),
        first.times.end_zone,
        km,
        who,
        late,
        minutes,
        begins,
    )


def _leaves(scene: Scene, first: Row, start: dt.datetime, minutes: int) -> dt.datetime:
    """Return when people leave: from a hotel as late as is safe, from elsewhere when the first item ends.

    Safe is to be there with the buffer by road to spare. An item without an end is left as late as that too.
    """
    assert first.last is not None
    latest = start - (minutes + scene.options.buffer_road_minutes) * MINUTE
    hotels = {one.hotel_id for one in scene.plan.stays}
    if first.span.end is None or first.item.place_id in hotels:
        return max(first.last, latest)
    return first.last


def allotted(plan: MissionPlan, some: Iterable[Proposal]) -> dict[tuple[UUID, UUID], tuple[UUID, ...]]:
    """Return in which vehicles each transfer would best go, none where those that are free do not suffice.

    That is the smallest with seats for all, else as few as have them together. No vehicle is in two places.
    """
    busy = [
        (leg.vehicle_id, *_stretch(leg_times(plan, leg).span)) for leg in plan.legs if leg.vehicle_id is not None
    ]
    found = {}
    for one in some:
        ends = one.begins + one.minutes * MINUTE
        taken = {vehicle for vehicle, start, end in busy if start < ends and end > one.begins}
        free = [vehicle for vehicle in plan.vehicles if vehicle.capacity and vehicle.id not in taken]
        found[one.key] = _enough(free, one.heads)
        busy += [(vehicle, one.begins, ends) for vehicle in found[one.key]]
    return found


def _stretch(span: Span) -> tuple[dt.datetime, dt.datetime]:
    start = span.start or span.end or _NEVER
    return start, max(span.end or start, start)


def _enough(free: Sequence[r.Vehicle], heads: int) -> tuple[UUID, ...]:
    by_seats = sorted(free, key=lambda one: (one.capacity or 0, one.position))
    fitting = next((one for one in by_seats if (one.capacity or 0) >= heads), None)
    if fitting is not None:
        return (fitting.id,)
    chosen: list[r.Vehicle] = []
    for one in reversed(by_seats):
        chosen.append(one)
        if sum(vehicle.capacity or 0 for vehicle in chosen) >= heads:
            return tuple(vehicle.id for vehicle in chosen)
    return ()


# -- what is made -------------------------------------------------------------------------------------


def made(scene: Scene, wanted: Iterable[tuple[Proposal, Sequence[r.Vehicle]]]) -> Changes:
    """Return transfers with their rows; where one has several vehicles, people are shared out among them.

    Groups, then organisations, travel together as far as seats allow.
    """
    rows = {row.item.id: row for row in scene.placed}
    changes = Changes()
    for proposal, vehicles in wanted:
        first, second = rows[proposal.first], rows[proposal.second]
        parts = shared_out(scene.plan, proposal.people, vehicles) if len(vehicles) > 1 else [proposal.people]
        for number, people in enumerate(parts):
            vehicle = vehicles[number] if number < len(vehicles) else None
            if people:
                drive = Drive(
                    first, second, proposal.begins, proposal.minutes, people, vehicle, shared=len(vehicles) > 1
                )
                changes = changes.then(added(scene, changes, drive))
    return changes


def shared_out(
    plan: MissionPlan, people: Collection[UUID], vehicles: Sequence[r.Vehicle]
) -> list[frozenset[UUID]]:
    """Return who goes in which vehicle: each is filled before the next; the last takes whoever is left."""
    groups = {one: number for number, group in enumerate(plan.groups) for one in plan.group_members[group.id]}

    def rank(person: UUID) -> tuple[int, str, str]:
        own = plan.person(person)
        return groups.get(person, len(plan.groups)), str(own.organisation_id) if own else "", str(person)

    order = sorted(people, key=rank)
    parts: list[frozenset[UUID]] = []
    for number, vehicle in enumerate(vehicles):
        last = number == len(vehicles) - 1
        seats = len(order) if last or vehicle.capacity is None else vehicle.capacity
        parts.append(frozenset(order[:seats]))
        order = order[seats:]
    return parts


def added(scene: Scene, so_far: Changes, drive: Drive) -> Changes:
    """Return a leg and its row for some people, in the programme between two items."""
    plan, (first, second) = so_far.on(scene.plan), (drive.first, drive.second)
    zone = first.times.end_zone
    start, end = (local(one, zone) for one in (drive.begins, drive.begins + drive.minutes * MINUTE))
    leg = r.Leg(
        id=uuid4(),
        mission_id=plan.mission.id,
        mode=LegMode.TRANSFER,
        origin_text=_whereabouts(scene, first),
        destination_text=_whereabouts(scene, second),
        date=start.date(),
        start=start.time().replace(tzinfo=None),
        end=end.time().replace(tzinfo=None),
        end_date=end.date() if end.date() != start.date() else None,
        zone=zone,
        vehicle_id=drive.vehicle.id if drive.vehicle is not None else None,
        position=max((one.position for one in plan.legs), default=-1) + 1,
    )
    item = r.AgendaItem(
        id=uuid4(),
        mission_id=plan.mission.id,
        kind=ItemKind.TRANSFER,
        title=_title(scene, second, drive.vehicle if drive.shared else None),
        date=leg.date,
        position=second.item.position,
        audience_limited=True,
        status=ItemStatus.TENTATIVE,
        leg_id=leg.id,
    )
    children, everyone = _audience(scene, second, drive.people, item.id)
    if everyone:
        item = replace(item, audience_limited=False)
    return numbered(plan, Changes(added=(leg, item, *children)), {item.id: first.item.id})


def _audience(
    scene: Scene, second: Row, people: frozenset[UUID], owner: UUID
) -> tuple[tuple[r.Record, ...], bool]:
    """Return whom a new transfer is for: the groups of the item it leads to, else people by name."""
    plan = scene.plan
    whole = not people or people == scene.attendees.named(second.who)
    if whole and plan.audience(second.item) >= people:
        if not second.item.audience_limited:
            return (), True
        parts = (
            *plan.of("audience_groups", "item_id", second.item.id),
            *plan.of("audience_people", "item_id", second.item.id),
        )
        return tuple(anew(one, owner) for one in parts), False
    some = tuple(
        r.AudiencePerson(mission_id=plan.mission.id, item_id=owner, person_id=one, position=number)
        for number, one in enumerate(scene.crowd(people).people)
    )
    return some, False


def _whereabouts(scene: Scene, row: Row) -> str | None:
    place = scene.plan.place(row.item.place_id)
    name = (place.name if place else None) or row.item.place_text
    city = row.item.city or (place.city if place else None)
    return ", ".join(part for part in (name, city) if part) or None


def _title(scene: Scene, row: Row, vehicle: r.Vehicle | None) -> Texts:
    """Return the title of a new transfer in the mission's languages, with its vehicle where there are several."""
    place = scene.plan.place(row.item.place_id)
    name = (place.name if place else None) or row.item.place_text or row.item.city
    mark = (vehicle.name or vehicle.plate) if vehicle is not None else None
    texts = {}
    for one in scene.plan.mission.languages or ("en",):
        t = translator(one)
        title = t(_TRANSFER_TO, place=name) if name else t(_TRANSFER_PLAIN)
        texts[one] = f"{title} ({mark})" if mark else title
    return Texts.of(texts)
