"""Tell what each group and each person does at a moment, and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row, Stop
from missionplanner.domain.clock import Span, local, utc
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times


@dataclass(frozen=True, slots=True)
class Moment:
    """Be something under way or to come: an item, or a leg that has no row. ``start`` and ``end`` are UTC.

    ``some`` are those who do it where they are not all of the lane. ``end`` None is not known; nobody guesses it:
    what has none is under way until something else begins.
    """

    item: r.AgendaItem | None
    leg: r.Leg | None
    times: Times
    start: dt.datetime
    end: dt.datetime | None
    some: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Lane:
    """Be what a group, a person or, with neither, everybody else does: ``now``, ``next``, and ``loose`` today.

    ``next`` are all that begin first from now on, be it on another day; ``loose`` what has no time today.
    """

    group_id: UUID | None
    person_id: UUID | None
    people: frozenset[UUID]
    now: tuple[Moment, ...]
    next: tuple[Moment, ...]
    loose: tuple[r.AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """Be a moment of a mission: by group, in their order, and by person."""

    moment: dt.datetime
    groups: tuple[Lane, ...]
    people: dict[UUID, Lane]


def now_and_next(plan: MissionPlan, moment: dt.datetime) -> NowAndNext:
    """Return what is under way and what comes next at a moment, which has a zone.

    Without groups there is one lane for all; travellers of no group have one after the groups. What was noted of
    how items were really held comes before what was planned.
    """
    scene = Scene(plan)
    stops = tuple(_stops(scene))
    everyone, members = scene.attendees.everyone, plan.group_members
    lanes = []
    for group in plan.groups:
        own = members.get(group.id) or frozenset({group.id} & everyone)
        lanes.append(_lane(scene, stops, moment, own, group=group.id))
    rest = everyone.difference(*(lane.people for lane in lanes)) if lanes else everyone
    if rest:
        lanes.append(_lane(scene, stops, moment, rest))
    people = {
        one: _lane(scene, stops, moment, frozenset({one}), person=one)
        for one in sorted(scene.attendees.named(everyone), key=lambda key: key.int)
    }
    return NowAndNext(moment, tuple(lanes), people)


def held_span(row: Row) -> Span:
    """Return the stretch of an item in UTC as it was held, as far as that is noted, else as planned."""
    start, end = row.span.start, row.span.end
    day, zone = row.times.date, row.times.zone
    if day is None:
        return row.span
    if row.item.actual_start is not None:
        start = utc(day, row.item.actual_start, zone)
    if row.item.actual_end is not None:
        last = row.times.end_date or day
        end = utc(last, row.item.actual_end, row.times.end_zone)
        if start is not None and end < start:
            end = utc(last + dt.timedelta(days=1), row.item.actual_end, row.times.end_zone)
    return Span(start, end)


_Timed = tuple[Stop, Span]


def _stops(scene: Scene) -> Iterator[_Timed]:
    for row in scene.placed:
        yield row, held_span(row)
    for ride in scene.rides.values():
        if not ride.rows:
            yield ride, ride.span


def _lane(
    scene: Scene,
    stops: tuple[_Timed, ...],
    moment: dt.datetime,
    people: frozenset[UUID],
    *,
    group: UUID | None = None,
    person: UUID | None = None,
) -> Lane:
    own = [(stop, span) for stop, span in stops if not stop.who.isdisjoint(people)]
    begun = [(stop, span) for stop, span in own if span.start is not None and span.start <= moment]
    latest = max((span.start for _, span in begun if span.start is not None), default=None)
    coming = [span.start for _, span in own if span.start is not None and span.start > moment]
    first = min(coming, default=None)
    return Lane(
        group,
        person,
        people,
        now=tuple(_moment(stop, span, people) for stop, span in begun if _lasts(stop, span, moment, latest)),
        next=tuple(_moment(stop, span, people) for stop, span in own if first is not None and span.start == first),
        loose=tuple(_loose(scene, own, moment)),
    )


def _lasts(stop: Stop, span: Span, moment: dt.datetime, latest: dt.datetime | None) -> bool:
    """Tell whether something begun is still under way; without an end, until the next thing begins that day."""
    if span.end is not None:
        return span.end > moment
    return span.start == latest and local(moment, stop.times.zone).date() == stop.times.date


def _moment(stop: Stop, span: Span, people: frozenset[UUID]) -> Moment:
    assert span.start is not None, "only what has a start is now or next"
    some = frozenset() if people <= stop.who else people & stop.who
    if isinstance(stop, Ride):
        return Moment(None, stop.leg, stop.times, span.start, span.end, some)
    return Moment(stop.item, None, stop.times, span.start, span.end, some)


def _loose(scene: Scene, own: list[_Timed], moment: dt.datetime) -> Iterator[r.AgendaItem]:
    for stop, span in own:
        today = local(moment, stop.times.zone).date()
        if isinstance(stop, Row) and span.start is None and stop.times.date == today:
            yield stop.item
