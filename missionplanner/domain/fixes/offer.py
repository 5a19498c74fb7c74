"""Offer ways out of a finding: thought of by its rule, tried on the plan, the least trouble first (UX §5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from math import ceil

from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options, options_of
from missionplanner.domain.checks.stops import Ride, Row, Stop
from missionplanner.domain.clock import DAY
from missionplanner.domain.fixes import journeys, leaving_out, moving, parting, rooms, trimming
from missionplanner.domain.fixes.moving import Move
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Search, Way
from missionplanner.domain.plan import MissionPlan

AT_MOST = 3
"""How many ways out a finding offers."""
Think = Callable[[Trial, Finding], Iterator[Search]]


def fixes_for(
    plan: MissionPlan,
    finding: Finding,
    knowledge: Knowledge | None = None,
    *,
    options: Options | None = None,
    language: str = "",
) -> tuple[Fix, ...]:
    """Return up to three fixes of a finding, the fewest people moved first.

    Each was tried on the plan: it clears the finding for its people and makes no clash and no warning that
    was not there. A finding that is gone, one about several people's whole days and one that needs somebody
    to ask have none. ``options`` are those of the check, ``language`` is that of titles.
    """
    if finding.rule not in WAYS_OUT:
        return ()
    days = None if finding.rule in ON_OTHER_DAYS else days_of(plan, finding)
    trial = Trial(plan, knowledge or Knowledge(), options or options_of(plan), days, language, finding)
    return tuple(one.fix for one in ways_for(trial, finding))


def ways_for(trial: Trial, finding: Finding) -> tuple[Way, ...]:
    """Return the ways out that hold, the least trouble first."""
    if finding.rule not in WAYS_OUT or not trial.finds(finding):
        return ()
    found: list[Way] = []
    for search in _by_trouble(trial, finding):
        if len(found) >= AT_MOST and search.least > sorted(one.cost for one in found)[AT_MOST - 1]:
            break
        if search.least.last and len(found) > 1:
            break
        found += search.ways
    distinct = {one.id: one for one in found}
    return tuple(sorted(distinct.values(), key=lambda one: one.order)[:AT_MOST])


def way_of(trial: Trial, finding: Finding, fix: Fix) -> Way | None:
    """Return the way out a fix names, as the plan is now; None where it is none any more."""
    if finding.rule not in WAYS_OUT or not trial.finds(finding):
        return None
    for search in _by_trouble(trial, finding):
        for way in search.ways:
            if way.id == fix.id:
                return way
    return None


def _by_trouble(trial: Trial, finding: Finding) -> list[Search]:
    return sorted(WAYS_OUT[finding.rule](trial, finding), key=lambda one: one.least)


def days_of(plan: MissionPlan, finding: Finding) -> frozenset[dt.date]:
    """Return the days a finding is about."""
    days: set[dt.date] = set()
    for one in (*map(plan.item, finding.items), *map(plan.leg, finding.legs)):
        if one is not None and one.date is not None:
            days |= {one.date, one.end_date or one.date}
    return frozenset(days) or frozenset({plan.mission.start})


# -- what each rule thinks of -----------------------------------------------------------------------------


def _rows(trial: Trial, finding: Finding) -> list[Row]:
    rows = [row for one in finding.items if (row := trial.rows.get(one)) is not None]
    return sorted(rows, key=lambda row: row.key)


def _rides(trial: Trial, finding: Finding) -> list[Ride]:
    return [ride for one in finding.legs if (ride := trial.scene.rides.get(one)) is not None]


def _overlapping(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of two items at one time."""
    rows = _rows(trial, finding)
    alone = sum(not trial.is_fixed(row.item) for row in rows) < 2
    if finding.rule == "double_booking":
        for row in rows:
            yield leaving_out.people(trial, finding, row, False)
            yield leaving_out.group(trial, finding, row, False)
    for row in rows:
        yield moving.nearest(trial, finding, Move(row, alone=alone))
    if len(rows) == 2:
        first, second = rows
        if second.span.start is not None:
            yield trimming.shortened(trial, finding, first, second.span.start, alone)
        if first.span.end is not None:
            yield trimming.begun_later(trial, finding, second, first.span.end, alone)
    yield from _set_aside(trial, finding, rows, alone)


def _set_aside(trial: Trial, finding: Finding, rows: list[Row], alone: bool) -> Iterator[Search]:
    """Think of the shelf: for the least settled item, where most of its people have the trouble."""
    movable = [
        row
        for row in rows
        if not trial.is_fixed(row.item) and (not finding.people or len(finding.people) * 2 >= len(row.who))
    ]
    if movable:
        least = min(movable, key=lambda row: (trial.firmness(row.item), len(row.who), row.key))
        yield moving.aside(trial, finding, least, alone)


def _missed(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of an item people cannot be at because of a leg."""
    row = trial.rows.get(finding.items[-1]) if finding.items else None
    if row is None:
        return
    rides = _rides(trial, finding)
    yield leaving_out.people(trial, finding, row, True)
    yield leaving_out.group(trial, finding, row, True)
    directions = {"before_arrival": (1,), "after_departure": (-1,)}.get(finding.rule, (1, -1))
    yield moving.nearest(trial, finding, Move(row, directions=directions))
    yield trimming.swapped(trial, finding, row)
    for ride in rides:
        if finding.rule != "before_arrival" and ride.span.start is not None:
            yield trimming.shortened(trial, finding, row, ride.span.start, True)
        if finding.rule != "after_departure" and ride.span.end is not None:
            yield trimming.begun_later(trial, finding, row, ride.span.end, True)
        if finding.rule == "impossible_travel":
            yield journeys.leg_moved(trial, finding, ride, row)
            for other in (trial.rows.get(one.id) for one in ride.rows):
                if other is not None:
                    yield moving.nearest(trial, finding, Move(other, alone=False))
    yield from _set_aside(trial, finding, [row], True)


def _hurried(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of two stops with too little time between them; meetings find other tables and slots on their page."""
    if finding.others:
        return
    rows = _rows(trial, finding)
    short = dt.timedelta(minutes=finding.short or 0)
    least = max(moving.GRID, finding.short or 0)
    first = next((row for row in rows if row.item.id == finding.items[0]), None) if finding.items else None
    second = next((row for row in rows if row.item.id == finding.items[-1]), None) if finding.items else None
    ride = next(iter(_rides(trial, finding)), None)
    if len(finding.items) == 1 and ride is not None and first is not None:
        # One of the two is a leg: what comes before it may end earlier, what comes after may begin later.
        before = (first.key[0], 0) < (ride.key[0], 1)
        first, second = (first, None) if before else (None, first)
    alone = len([row for row in (first, second) if row is not None and not trial.is_fixed(row.item)]) < 2
    if first is not None and second is not None:
        yield journeys.transfer(trial, finding, first, second)
    if second is not None:
        yield moving.nearest(trial, finding, Move(second, least, (1,), alone))
        if second.span.start is not None:
            yield trimming.begun_later(trial, finding, second, second.span.start + short, alone)
    if first is not None:
        yield moving.nearest(trial, finding, Move(first, least, (-1,), alone))
        if first.span.end is not None:
            yield trimming.shortened(trial, finding, first, first.span.end - short, alone)


def _no_way(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of two items with no journey between."""
    if len(finding.items) == 2:
        first, second = (trial.rows.get(one) for one in finding.items)
        if first is not None and second is not None:
            yield journeys.transfer(trial, finding, first, second)


def _outside(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of an item before or after the mission."""
    mission = trial.plan.mission
    for row in _rows(trial, finding):
        early = row.times.date is not None and row.times.date < mission.first_day
        nearest = ("first", mission.first_day) if early else ("last", mission.last_day)
        yield moving.to_another_day(trial, finding, row, (nearest,))
        yield moving.aside(trial, finding, row, True)


def _shut(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of an item at a place that is closed: later or earlier, in another order, on another day."""
    rows = _rows(trial, finding)
    for row in rows if len(rows) == 1 else ():
        day, mission = row.times.date, trial.plan.mission
        place = trial.plan.place(row.item.place_id)
        if day is None or place is None:
            continue
        if day.isoweekday() not in place.closed_days:
            yield moving.nearest(trial, finding, Move(row))
            yield trimming.swapped(trial, finding, row)
            continue
        others = (("before", day - DAY), ("after", day + DAY))
        open_days = tuple(
            (name, one)
            for name, one in others
            if mission.start <= one <= mission.end and one.isoweekday() not in place.closed_days
        )
        yield moving.to_another_day(trial, finding, row, open_days)


def _crowded(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of items that are too many, or one too big, for a place or a vehicle at one time."""
    rows = _rows(trial, finding)
    for row in rows if len(rows) > 1 else ():
        yield moving.nearest(trial, finding, Move(row, alone=False))
    if len(rows) == 1 and finding.rule == "over_capacity":
        yield parting.in_turns(trial, finding, rows[0])


def _unseated(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of people without a seat: on another leg, or in a second vehicle."""
    yield from journeys.seats(trial, finding)
    for ride in _rides(trial, finding) if not finding.people else ():
        yield parting.over_vehicles(trial, finding, ride)


def _tired(trial: Trial, finding: Finding) -> Iterator[Search]:
    """Think of the item that begins too soon: after a night, after a long flight."""
    rows = _rows(trial, finding)
    both: list[Stop] = [*rows, *_rides(trial, finding)]
    stops = sorted(both, key=lambda one: one.key)
    if not rows or len(stops) != 2 or stops[1] is not rows[-1]:
        return
    ended, begins, options = stops[0].last, rows[-1].span.start, trial.scene.options
    if ended is None or begins is None:
        return
    hours = options.rest_hours if finding.rule == "short_rest" else options.recovery_hours
    lacking = ceil((ended + dt.timedelta(hours=hours) - begins) / dt.timedelta(minutes=1))
    yield moving.nearest(trial, finding, Move(rows[-1], max(moving.GRID, lacking), (1,)))
    yield trimming.swapped(trial, finding, rows[-1])


WAYS_OUT: dict[str, Think] = {
    "double_booking": _overlapping,
    "interpreter_double_booked": _overlapping,
    "place_double_booked": _overlapping,
    "vehicle_double_booked": _crowded,
    "impossible_travel": _missed,
    "before_arrival": _missed,
    "after_departure": _missed,
    "tight_travel": _hurried,
    "missing_transfer": _no_way,
    "negative_duration": trimming.put_right,
    "outside_mission": _outside,
    "closed": _shut,
    "over_capacity": _crowded,
    "no_bed": rooms.beds,
    "two_beds": rooms.one_of_two,
    "odd_twin": rooms.as_single,
    "no_seat": _unseated,
    "short_rest": _tired,
    "after_night_flight": _tired,
}
"""Rules that know ways out. The others need somebody to ask, to write or to decide:

implausible_leg (which of its times is wrong?), no_meal and long_day (what is to go?), idle_delegate (what
would they like?), interpreter_missing and interpreter_overload (who is there to be had?), holiday, weekend and
dst_change (facts of the calendar), unconfirmed, no_answer, no_address, no_host_contact, no_entrance,
access_list_due, nda_due, requirement_due, document_missing, document_expires, visa_check, diet_unmet,
group_without_leader, objective_unserved, outdated_paper, outcome_missing and followup_overdue (work for people).
"""

ON_OTHER_DAYS = frozenset({"outside_mission", "closed"})
"""Rules whose ways out lead to other days than those a finding is about."""
