"""Find people who would have to be somewhere while they travel, before they arrive or after they have left."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks import meetings, sides, tables_missed
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Sentences, about, crowded, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import TRANSPORT, Ride, Row, is_journey
from missionplanner.domain.checks.when import at_clock, facts, hours, instant
from missionplanner.domain.clock import DAY, PART_HOURS, utc
from missionplanner.domain.vocabulary import ItemKind

WAY_OUT = TRANSPORT | {ItemKind.BRIEFING}
"""Rows of the day of departure that are at home: meeting at check-in, the coach to the airport."""
WAY_HOME = TRANSPORT | {ItemKind.DEBRIEFING}

_BEFORE = Sentences(
    one=N_("{person} cannot be at “{item}”{item_hours} on {day}: {leg} arrives only on {leg_day}{leg_time}."),
    few=N_("{people} cannot be at “{item}”{item_hours} on {day}: {leg} arrives only on {leg_day}{leg_time}."),
    many=N_(
        "{count} people, among them {people}, cannot be at “{item}”{item_hours} on {day}: "
        "{leg} arrives only on {leg_day}{leg_time}."
    ),
    everyone=N_(
        "The whole delegation cannot be at “{item}”{item_hours} on {day}: "
        "{leg} arrives only on {leg_day}{leg_time}."
    ),
)
_AFTER = Sentences(
    one=N_("{person} cannot be at “{item}”{item_hours} on {day}: {leg} leaves already on {leg_day}{leg_time}."),
    few=N_("{people} cannot be at “{item}”{item_hours} on {day}: {leg} leaves already on {leg_day}{leg_time}."),
    many=N_(
        "{count} people, among them {people}, cannot be at “{item}”{item_hours} on {day}: "
        "{leg} leaves already on {leg_day}{leg_time}."
    ),
    everyone=N_(
        "The whole delegation cannot be at “{item}”{item_hours} on {day}: "
        "{leg} leaves already on {leg_day}{leg_time}."
    ),
)
_ON_THE_WAY = Sentences(
    one=N_("{person} cannot be at “{item}”{item_hours} on {day}: still on the way with {leg}{leg_hours}."),
    few=N_("{people} cannot be at “{item}”{item_hours} on {day}: still on the way with {leg}{leg_hours}."),
    many=N_(
        "{count} people, among them {people}, cannot be at “{item}”{item_hours} on {day}: "
        "still on the way with {leg}{leg_hours}."
    ),
    everyone=N_(
        "The whole delegation cannot be at “{item}”{item_hours} on {day}: still on the way with {leg}{leg_hours}."
    ),
)


_NOT_YET = N_("{who}: with the mission only from {own_day}, and named for “{item}”{item_hours} on {day}.")
_NO_LONGER = N_("{who}: with the mission only until {own_day}, and named for “{item}”{item_hours} on {day}.")


@dataclass(frozen=True, slots=True)
class Missed:
    """Be an item that people cannot be at because of a leg."""

    ride: Ride
    row: Row
    who: frozenset[UUID]


Missing = Mapping[tuple[UUID, UUID], frozenset[UUID]]
"""Who cannot be there, by a leg and an item."""


@rule("before_arrival", severity=Severity.CLASH, title=N_("Before somebody arrives"))
def before_arrival(scene: Scene) -> Iterator[Observed]:
    """Yield items that start before the arrival leg of people who should be there has ended.

    Who joins late and is named for something before that is warned of: they may be there already.
    """
    for missed in scene.once("before_arrival", _before):
        times = missed.ride.times
        clock = times.end if missed.ride.span.end else times.start
        day = times.end_date if missed.ride.span.end else times.date
        yield _observed(scene, missed, _BEFORE, {"leg_day": _iso(day), "leg_time": at_clock(clock)})
    yield from _on_other_days(scene, _NOT_YET, late=True)


@rule("after_departure", severity=Severity.CLASH, title=N_("After somebody leaves"))
def after_departure(scene: Scene) -> Iterator[Observed]:
    """Yield items that end after the departure leg of people who should be there has started.

    Who leaves early and is named for something after that is warned of.
    """
    for missed in scene.once("after_departure", _after):
        times = missed.ride.times
        clock = times.start if missed.ride.span.start else times.end
        day = times.date if missed.ride.span.start else times.end_date
        yield _observed(scene, missed, _AFTER, {"leg_day": _iso(day), "leg_time": at_clock(clock)})
    yield from _on_other_days(scene, _NO_LONGER, late=False)


def _on_other_days(scene: Scene, sentence: str, late: bool) -> Iterator[Observed]:
    """Yield items that name people for a day they have not joined yet, or are no longer there; never twice."""
    if not scene.attendees.stretches:
        return
    told: dict[UUID, frozenset[UUID]] = {}
    for one in scene.once("before_arrival" if late else "after_departure", _before if late else _after):
        told[one.row.item.id] = told.get(one.row.item.id, frozenset()) | one.who
    for row in scene.binding:
        day = row.times.date
        if day is None or is_journey(row):
            continue
        by_day: dict[dt.date, set[UUID]] = {}
        for member, (joins, leaves) in scene.attendees.stretches.items():
            own = joins if late else leaves
            if (day < own if late else day > own) and member in row.who:
                by_day.setdefault(own, set()).add(member)
        for own, members in sorted(by_day.items()):
            left = frozenset(members) - told.get(row.item.id, frozenset())
            if left:
                yield _named_for(scene, row, left, (sentence, own))


def _named_for(scene: Scene, row: Row, members: frozenset[UUID], said: tuple[str, dt.date]) -> Observed:
    sentence, own = said
    told = {
        "who": who(scene, members),
        "item": scene.title(row.item),
        "item_hours": hours(row.times),
        "day": _iso(row.times.date),
        "own_day": own.isoformat(),
    }
    return Observed(
        message=Message.of(sentence, told),
        items=(row.item.id,),
        **crowded(scene, members),
        subject=own.isoformat(),
        titles=(("item", row.item.title),),
        facts=facts(row),
        at=instant(row.span.start, row.times.date),
        severity=Severity.WARNING,
    )


@rule("impossible_travel", severity=Severity.CLASH, title=N_("Still on the way"))
def impossible_travel(scene: Scene) -> Iterator[Observed]:
    """Yield items that overlap a leg, other than the arrival and the departure, of people who should be there."""
    told: dict[UUID, set[UUID]] = {}
    for missed in (*scene.once("before_arrival", _before), *scene.once("after_departure", _after)):
        told.setdefault(missed.row.item.id, set()).update(missed.who)
    starts = [row.span.start for row in scene.binding if row.span.start is not None]
    longest = max((row.last - row.span.start for row in scene.binding if row.span.start and row.last), default=DAY)
    for ride in scene.rides.values():
        begin, end = ride.span.start, ride.span.end
        if begin is None:
            continue
        first = bisect_left(starts, begin - longest)
        for row in scene.binding[first : bisect_left(starts, (end or begin) + _MOMENT)]:
            left = _under_way(scene, ride, row) - told.get(row.item.id, set())
            if left:
                yield _observed(
                    scene,
                    Missed(ride, row, left),
                    _ON_THE_WAY,
                    {"leg_hours": hours(ride.times, ride.times.crosses_zones)},
                )


def missing(scene: Scene, day: dt.date) -> Missing:
    """Return who cannot be at items because of the leg they arrive or leave on, where either is on this day.

    Who is told that they cannot be there is not told how tired they would be.
    """
    return scene.once("missing", _by_day)[0].get(day, _NOTHING)


def _by_day(scene: Scene) -> Iterator[dict[dt.date, Missing]]:
    found: dict[dt.date, dict[tuple[UUID, UUID], frozenset[UUID]]] = {}
    for one in (*scene.once("before_arrival", _before), *scene.once("after_departure", _after)):
        pair = (one.ride.leg.id, one.row.item.id)
        for day in {one.row.times.date, one.ride.times.date, one.ride.times.end_date}:
            if day is not None:
                own = found.setdefault(day, {})
                own[pair] = own.get(pair, frozenset()) | one.who
    yield dict(found)


_NOTHING: Missing = MappingProxyType({})
_MOMENT = dt.timedelta(microseconds=1)


def _under_way(scene: Scene, ride: Ride, row: Row) -> frozenset[UUID]:
    """Return who should be at an item while they are on a leg that is neither their arrival nor departure."""
    if row.item.leg_id == ride.leg.id or not ride.span.overlaps(row.span):
        return frozenset()
    who = ride.who & row.who
    if row.item.id in meetings.held(scene).frames:
        who &= tables_missed.on_the_way(scene, ride, row)
    if not who:
        return who
    arrivals, departures = scene.attendees.arrivals, scene.attendees.departures
    other = scene.rides.get(row.item.leg_id) if row.item.leg_id is not None else None
    # Of two legs with rows at one time the pair is told once: by arrival or departure, else by the earlier.
    paired = other is not None and bool(ride.rows) and other.span.overlaps(ride.span)
    if paired and other is not None and other.key < ride.key:
        who -= other.who
    ends = {ride.leg.id, other.leg.id} if paired and other is not None else {ride.leg.id}
    return frozenset(one for one in who if arrivals.get(one) not in ends and departures.get(one) not in ends)


def _observed(scene: Scene, missed: Missed, sentences: Sentences, told: dict[str, str]) -> Observed:
    ride, row = missed.ride, missed.row
    arguments = {
        "item": scene.title(row.item),
        "item_hours": hours(row.times),
        "day": _iso(row.times.date),
        "leg": scene.label(ride),
        **told,
    }
    crowd = scene.crowd(missed.who)
    concerned = [own.id for own in ride.rows if own.id != row.item.id] if sentences is _ON_THE_WAY else []
    return Observed(
        message=about(scene, missed.who, sentences, arguments),
        items=(*concerned, row.item.id),
        people=crowd.people,
        crowd=crowd.digest,
        legs=(ride.leg.id,),
        titles=(("item", row.item.title),),
        facts=facts(ride, row),
        at=instant(row.span.start, row.times.date),
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else ""


# -- before the arrival -------------------------------------------------------------------------------


def _before(scene: Scene) -> Iterator[Missed]:
    rows = sorted(((_bound(row), row) for row in scene.binding), key=lambda pair: (pair[0] or _LAST, pair[1].key))
    bounds = [bound or _LAST for bound, _ in rows]
    for leg, people in scene.attendees.arriving.items():
        ride = scene.rides.get(leg)
        arrived = _arrived(ride) if ride is not None else None
        if ride is None or arrived is None:
            continue
        for _, row in rows[: bisect_left(bounds, arrived)]:
            who = people & tables_missed.expected_before(scene, row, _arrived)
            if who and row.item.leg_id != leg and not _on_the_way_out(scene, ride, row):
                yield Missed(ride, row, who)


_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


def _bound(row: Row) -> dt.datetime | None:
    """Return when an item begins; without a start, the moment it is certainly over."""
    if row.span.start is not None:
        return row.span.start
    times = row.times
    if row.span.end is not None:
        return row.span.end
    if times.date is None or times.date == dt.date.max:
        return None
    if row.item.part_of_day is not None:
        first, last = PART_HOURS[row.item.part_of_day]
        day = times.date if last > first else times.date + DAY
        return utc(day, dt.time(last), times.zone) - _MOMENT
    return utc(times.date + DAY, dt.time(0), times.zone) - _MOMENT


def _arrived(ride: Ride) -> dt.datetime | None:
    """Return when a leg has arrived; where that is unknown, when it leaves, else when its day begins."""
    if ride.span.end is not None or ride.span.start is not None:
        return ride.span.end or ride.span.start
    day = ride.times.end_date
    return utc(day, dt.time(0), ride.times.end_zone) if day is not None else None


def _on_the_way_out(scene: Scene, ride: Ride, row: Row) -> bool:
    """Tell whether an item is over before the arrival leg leaves, and at home or on the way there."""
    left = ride.span.start
    if left is not None and row.span.start is not None and (row.span.start >= left or (row.last or left) > left):
        return False
    here, there = sides.origin(scene, ride), sides.target(scene, ride)
    if sides.is_at(scene, row, here, there) or sides.is_at_home(scene, row, there):
        return True
    if sides.is_at(scene, row, there, here) or sides.is_out_there(scene, row):
        return False
    if _own_leg(scene, row) or _may_be_at_home(row, ride.times.date):
        return True
    if row.item.kind not in WAY_OUT:
        return False
    day = row.times.date
    return day is not None and (day == ride.times.date or day < scene.plan.mission.first_day)


def _may_be_at_home(row: Row, day: dt.date | None) -> bool:
    """Tell whether a row without a start on a day of travel may well be at home; nobody guesses."""
    return row.span.start is None and row.times.date == day


def _own_leg(scene: Scene, row: Row) -> bool:
    """Tell whether a row stands for a leg with passengers of its own: part of the same journey."""
    leg = scene.plan.leg(row.item.leg_id)
    return leg is not None and bool(scene.plan.leg_passengers(leg))


# -- after the departure ------------------------------------------------------------------------------


def _after(scene: Scene) -> Iterator[Missed]:
    rows = sorted(
        ((_latest(row), row) for row in scene.binding), key=lambda pair: (pair[0] or _FIRST, pair[1].key)
    )
    bounds = [bound or _FIRST for bound, _ in rows]
    arrivals = scene.attendees.arrivals
    for leg, people in scene.attendees.departing.items():
        ride = scene.rides.get(leg)
        left = _left(ride) if ride is not None else None
        if ride is None or left is None:
            continue
        for _, row in rows[bisect_left(bounds, left) :]:
            who = people & tables_missed.expected_after(scene, row, _left)
            if not who or row.item.leg_id == leg or _over(row, left) or _on_the_way_home(scene, ride, row):
                continue
            # An arrival that clashes with the departure is told of once, by before_arrival.
            who = frozenset(one for one in who if row.item.leg_id is None or arrivals.get(one) != row.item.leg_id)
            if who:
                yield Missed(ride, row, who)


_FIRST = dt.datetime.min.replace(tzinfo=dt.UTC)


def _latest(row: Row) -> dt.datetime | None:
    """Return the last moment known of an item; without a start, the moment before which it cannot begin."""
    if row.span.start is not None:
        return row.last
    times = row.times
    if times.date is None:
        return None
    if row.item.part_of_day is not None and row.span.end is None:
        return utc(times.date, dt.time(PART_HOURS[row.item.part_of_day][0]), times.zone)
    return utc(times.date, dt.time(0), times.zone)


def _over(row: Row, left: dt.datetime) -> bool:
    """Tell whether a timed item ends just when the leg leaves: half-open spans do not meet."""
    return row.span.start is not None and row.span.start < left and (row.last or left) <= left


def _left(ride: Ride) -> dt.datetime | None:
    """Return when a leg leaves; where that is unknown, when it arrives, else when its day is over."""
    if ride.span.start is not None or ride.span.end is not None:
        return ride.span.start or ride.span.end
    day = ride.times.date
    if day is None or day == dt.date.max:
        return None
    return utc(day + DAY, dt.time(0), ride.times.zone)


def _on_the_way_home(scene: Scene, ride: Ride, row: Row) -> bool:
    """Tell whether an item begins after the departure leg has arrived, and at home or on the way there."""
    arrived = ride.span.end
    if row.span.start is not None and arrived is not None and row.span.start < arrived:
        return False
    here, there = sides.target(scene, ride), sides.origin(scene, ride)
    if sides.is_at(scene, row, here, there) or sides.is_at_home(scene, row, there):
        return True
    if sides.is_at(scene, row, there, here) or sides.is_out_there(scene, row):
        return False
    if _own_leg(scene, row) or _may_be_at_home(row, ride.times.end_date):
        return True
    if row.item.kind not in WAY_HOME:
        return False
    day = row.times.date
    return day is not None and (day == ride.times.end_date or day > scene.plan.mission.last_day)
