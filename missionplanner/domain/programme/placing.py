"""Place items of the programme where a drag, a key or a form asks for: day, time, length and groups at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.clock import local, utc
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.lanes import for_groups
from missionplanner.domain.programme.rescheduling import numbered, rescheduled, wanted
from missionplanner.domain.programme.retiming import (
    LONGEST_OVER_MIDNIGHT,
    SHORTEST,
    is_locked,
    moved_times,
    refuse_gap,
    rewritten,
    zones_on,
)
from missionplanner.domain.programme.row_copy import children_of, copy_of
from missionplanner.domain.programme.timing import Times, item_times

__all__ = ["SHORTEST", "Placing", "after_themselves", "as_placed", "duplicated", "placed", "placing_of"]


@dataclass(frozen=True, slots=True)
class Placing:
    """Say where an item is to lie: what a drag, a key or a form asks for one item.

    ``date`` None is the shelf. ``start`` None is no clock time; the part of the day stays. ``end`` None keeps
    the length there was, ``end_date`` None means the same day, or the next for an end past midnight.
    ``groups`` None leaves the audience as it is, ``()`` is everyone, else exactly these groups; people named
    one by one stay as they are.
    """

    item_id: UUID
    date: dt.date | None
    start: dt.time | None
    end: dt.time | None = None
    end_date: dt.date | None = None
    groups: tuple[UUID, ...] | None = None


def placed(plan: MissionPlan, placings: Sequence[Placing]) -> Changes:
    """Place items; a row that stands for a leg takes the leg and the leg's other rows along.

    Locked items stay and are listed as left. What would last less than 5 minutes lasts 5. On the shelf an
    item without a new start keeps its times, so that its length is known when it comes back. Raises
    NotFound, Invalid for a time that DST swallows.
    """
    asked = _asked(plan, placings)
    if not asked.lanes:
        return rescheduled(plan, asked.times, asked.left)
    return asked.lanes.then(rescheduled(asked.lanes.on(plan), asked.times, asked.left))


def as_placed(plan: MissionPlan, placings: Sequence[Placing]) -> MissionPlan:
    """Return the plan with items placed, for a frame of a drag: days are not numbered anew.

    Raises as ``placed`` does.
    """
    asked = _asked(plan, placings)
    base = asked.lanes.on(plan) if asked.lanes else plan
    rows = {one.id: one for key, times in asked.times.items() for one in rewritten(base, wanted(base, key), times)}
    return between(base, rows.values()).on(base)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Be what placings ask for: times by item, changes of audiences, locked items that stay."""

    times: dict[UUID, Times]
    lanes: Changes
    left: list[UUID]


def _asked(plan: MissionPlan, placings: Sequence[Placing]) -> _Asked:
    times: dict[UUID, Times] = {}
    left: list[UUID] = []
    lanes = Changes()
    for one in placings:
        item = wanted(plan, one.item_id)
        if is_locked(plan, item):
            left.append(item.id)
            continue
        times[item.id] = _times(plan, item, one)
        if one.groups is not None:
            lanes = lanes.then(for_groups(plan, item, one.groups))
    return _Asked(times, lanes, left)


def duplicated(plan: MissionPlan, placings: Sequence[Placing], *, with_people: bool = True) -> Changes:
    """Add copies of items and place these; the items themselves stay as they are.

    Groups, hosts, objectives and pitches come along, named people only ``with_people``. A copy is neither
    locked nor bound to a leg; what was confirmed is tentative. Raises NotFound, Invalid for a time that DST
    swallows.
    """
    added: list[r.Record] = []
    origins: dict[UUID, UUID | None] = {}
    for one in placings:
        row = wanted(plan, one.item_id)
        copy = copy_of(plan, row, row.date)
        origins[copy.id] = row.id
        added += (copy, *children_of(plan, row, copy.id, with_people))
    copies = Changes(added=tuple(added))
    after = copies.on(plan)
    there = [replace(one, item_id=copy) for one, copy in zip(placings, origins, strict=True)]
    return numbered(plan, copies.then(placed(after, there)), origins)


def after_themselves(plan: MissionPlan, item_ids: Iterable[UUID]) -> tuple[Placing, ...]:
    """Return where copies of items come to lie behind the items together, keeping their distances.

    One item's copy begins when it ends; copies of several begin when the last of them ends. Items without a
    start or an end are copied to their own day. Raises NotFound.
    """
    rows = [wanted(plan, one) for one in dict.fromkeys(item_ids)]
    timed = {row.id: item_times(plan, row) for row in rows}
    starts = [moment for one in timed.values() if (moment := one.span.start) is not None]
    ends = [moment for one in timed.values() if (moment := one.span.end or one.span.start) is not None]
    later = max(ends) - min(starts) if starts else dt.timedelta()
    return tuple(_later(row, timed[row.id], later) for row in rows)


def _later(row: r.AgendaItem, times: Times, later: dt.timedelta) -> Placing:
    if times.date is None or times.start is None:
        return Placing(row.id, times.date, times.start)
    there = local(utc(times.date, times.start, times.zone) + later, times.zone)
    return Placing(row.id, there.date(), there.time())


def _times(plan: MissionPlan, item: r.AgendaItem, one: Placing) -> Times:
    old = item_times(plan, item)
    if one.date is None and one.start is None:
        return moved_times(plan, item, None, old.start)
    zone, end_zone = zones_on(plan, item, one.date)
    if one.start is None:
        return Times(one.date, None, zone, one.end_date or one.date, one.end, end_zone)
    end = _from_the_shelf(old, one.start) if one.end is None and old.date is None else one.end
    if end is None:
        return _at_least(moved_times(plan, item, one.date, one.start))
    times = _ended(Times(one.date, one.start, zone, one.end_date, end, end_zone))
    title = item.title.best("", plan.mission.languages)
    refuse_gap(times.date, times.start, times.zone, "start", title)
    refuse_gap(times.end_date, times.end, times.end_zone, "end", title)
    return times


def _from_the_shelf(old: Times, start: dt.time) -> dt.time | None:
    """Return the end that gives an item without a day the length its times tell."""
    if old.start is None or old.end is None:
        return None
    day = dt.date(2000, 1, 1)
    length = (dt.datetime.combine(day, old.end) - dt.datetime.combine(day, old.start)) % dt.timedelta(days=1)
    return (dt.datetime.combine(day, start) + length).time()


def _ended(times: Times) -> Times:
    """Return times with the day of their end; an end that cannot be meant comes 5 minutes after the start."""
    if times.date is None:
        return times
    first = replace(times, end_date=times.end_date or times.date)
    if times.end_date is None and not times.crosses_zones and _length(first) <= dt.timedelta():
        next_day = replace(first, end_date=times.date + dt.timedelta(days=1))
        if _length(next_day) <= LONGEST_OVER_MIDNIGHT:
            return next_day
    return _at_least(first)


def _at_least(times: Times) -> Times:
    start, end = times.span.start, times.span.end
    if start is None or end is None or end - start >= SHORTEST:
        return times
    ends = local(start + SHORTEST, times.end_zone)
    return replace(times, end_date=ends.date(), end=ends.time())


def _length(times: Times) -> dt.timedelta:
    start, end = times.span.start, times.span.end
    return end - start if start is not None and end is not None else dt.timedelta()


def placing_of(plan: MissionPlan, item: r.AgendaItem) -> Placing:
    """Return where an item lies now, to be changed and asked for."""
    times = item_times(plan, item)
    return Placing(item.id, times.date, times.start, times.end, times.end_date)
