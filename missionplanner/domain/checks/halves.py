"""Tell who works, and who is there at all, in one half of a day."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import BUSINESS, Ride, Row, Stop
from missionplanner.domain.clock import DAY, PART_HOURS, utc
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, PartOfDay

WITH_OTHER_WORK = frozenset(
    {
        DelegateRole.MISSION_MANAGER,
        DelegateRole.SPEAKER,
        DelegateRole.INTERPRETER,
        DelegateRole.PRESS,
        DelegateRole.STAFF,
        DelegateRole.ACCOMPANYING,
    }
)


def around(scene: Scene, day: dt.date) -> tuple[object, ...]:
    """Return what legs people come and go with tell of who is there on a day; far off it is all the same when."""
    found: list[object] = []
    for leg in (*scene.attendees.arriving, *scene.attendees.departing):
        ride = scene.rides.get(leg)
        ends = (ride.last, ride.span.start) if ride is not None else (None, None)
        found.append((leg.int, *(_near(one, day) for one in ends)))
    return tuple(found)


def _near(moment: dt.datetime | None, day: dt.date) -> object:
    """Return a moment within a day of another day, else whether it comes later."""
    if moment is None:
        return None
    away = (moment.date() - day).days
    return moment if -2 < away < 2 else away > 0


def having(stops: list[Stop]) -> frozenset[UUID]:
    """Return who has one of these stops."""
    return frozenset().union(*{id(stop.who): stop.who for stop in stops}.values())


def at_work(scene: Scene) -> frozenset[UUID]:
    """Return the members who came to work with the hosts: confirmed, and not there for something else."""
    if not scene.plan.everyone:
        return scene.attendees.everyone
    return frozenset(
        one.person_id
        for one in scene.plan.travellers
        if one.person_id is not None and one.status is DelegateStatus.CONFIRMED and one.role not in WITH_OTHER_WORK
    )


def half(scene: Scene, day: dt.date, part: PartOfDay, zone: str = "") -> tuple[dt.datetime, dt.datetime]:
    """Return when a part of a day begins and ends, in the mission's zone where none is told."""
    first, last = PART_HOURS[part]
    name = zone or scene.plan.mission.zone
    return utc(day, dt.time(first), name), utc(day, dt.time(last), name)


def works(stop: Stop, day: dt.date, part: PartOfDay) -> bool:
    """Tell whether a stop is business of an hour or more in one half of a day."""
    if not isinstance(stop, Row) or stop.item.kind not in BUSINESS or not stop.span.start or not stop.span.end:
        return False
    first, last = PART_HOURS[part]
    begins = max(stop.span.start, utc(day, dt.time(first), stop.times.zone))
    ends = min(stop.span.end, utc(day, dt.time(last), stop.times.zone))
    return ends - begins >= dt.timedelta(hours=1)


def may_be_in(scene: Scene, stop: Stop, day: dt.date, part: PartOfDay) -> bool:
    """Tell whether a stop lies in a part of a day, or may well do where nobody knows when it is."""
    if stop.span.start is None:
        return isinstance(stop, Ride) or stop.item.part_of_day in (None, part)
    first, last = half(scene, day, part, stop.times.zone)
    return stop.span.start < last and (stop.span.end is None or stop.span.end > first)


def is_there(scene: Scene, member: UUID, day: dt.date, part: PartOfDay) -> bool:
    """Tell whether somebody has arrived by a half day and not left before it ends."""
    first, last = half(scene, day, part)
    joins, leaves = scene.attendees.stretches.get(member, (day, day))
    if not joins <= day <= leaves:
        return False
    arrival = scene.rides.get(scene.attendees.ways_in.get(member, member))
    departure = scene.rides.get(scene.attendees.ways_out.get(member, member))
    if arrival is not None and (arrival.last or first + DAY) > first:
        return False
    return departure is None or (departure.span.start or last - DAY) >= last
