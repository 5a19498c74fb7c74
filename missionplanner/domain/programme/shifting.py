"""Shift many items at once: which of them, by how much, and how free time takes up a delay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.agenda import rest_of_day, shifted
from missionplanner.domain.programme.rescheduling import rescheduled, wanted
from missionplanner.domain.programme.retiming import (
    is_locked,
    later,
    moved_leg,
    moved_times,
    refuse_gap,
    shifted_start,
    with_times,
)
from missionplanner.domain.programme.timing import Times, item_times, leg_times, span_of
from missionplanner.domain.vocabulary import ItemKind

LEAST_MINUTES = {ItemKind.MEAL: 45, ItemKind.FREE_TIME: 15}
"""Kinds of items that a delay may shorten, and the minutes they keep (UX §5)."""

_MINUTE = dt.timedelta(minutes=1)


class Scope(StrEnum):
    """Say which items a shift takes along."""

    SELECTION = "selection"
    GROUP_DAY = "group_day"
    """What follows that day for the same people."""
    DAY = "day"
    AFTER = "after"
    """What follows that day and on all later days, for everybody."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Say which items to shift by how much; negative is earlier.

    With ``absorb_gaps`` a delay is taken up by the free time between items of the same people: whoever can
    still be on time keeps the times there were. Meals give way down to 45 minutes, free time down to 15.
    """

    item_ids: tuple[UUID, ...]
    scope: Scope = Scope.SELECTION
    minutes: int = 0
    days: int = 0
    absorb_gaps: bool = False


def bulk_shifted(plan: MissionPlan, asked: Shift) -> Changes:
    """Shift the items of a scope; locked ones stay and are listed as left.

    Gaps are absorbed only by a delay within the day: nothing is to be made up for by an earlier start or by
    another day. Raises NotFound, Invalid for a time that DST swallows.
    """
    rows = in_scope(plan, asked.item_ids, asked.scope)
    if not asked.absorb_gaps or asked.minutes <= 0 or asked.days:
        return shifted(plan, rows, minutes=asked.minutes, days=asked.days)
    items = [wanted(plan, one) for one in rows]
    left = [item.id for item in items if is_locked(plan, item)]
    delays = _delays(plan, [item for item in items if item.id not in left], asked.minutes)
    return rescheduled(
        plan, {one: delayed(plan, wanted(plan, one), *delay) for one, delay in delays.items()}, left
    )


def in_scope(plan: MissionPlan, item_ids: Collection[UUID], scope: Scope) -> tuple[UUID, ...]:
    """Return the items a scope takes along, in the order of the programme. Raises NotFound."""
    chosen = [wanted(plan, one) for one in item_ids]
    if scope is Scope.SELECTION:
        found = set(item_ids)
    elif scope is Scope.GROUP_DAY:
        found = {other for one in chosen for other in rest_of_day(plan, one.id)}
    elif scope is Scope.DAY:
        days = {one.date for one in chosen} - {None}
        found = {item.id for item in plan.items if item.date in days}
    else:
        found = _from(plan, chosen)
    return tuple(item.id for item in plan.items if item.id in found)


def _from(plan: MissionPlan, chosen: Iterable[r.AgendaItem]) -> set[UUID]:
    """Return the earliest of some items and all that starts no earlier, with what has no time on those days."""
    placed = [(one.date, one.position) for one in chosen if one.date is not None]
    if not placed:
        return set()
    first = min(placed)
    return {item.id for item in plan.items if item.date is not None and (item.date, item.position) >= first}


def _delays(plan: MissionPlan, items: list[r.AgendaItem], minutes: int) -> dict[UUID, tuple[int, int]]:
    """Return by how many minutes the start and the end of each item are late."""
    spans = {item.id: span_of(plan, item) for item in items}
    timed = [(start, item) for item in items if (start := spans[item.id].start) is not None]
    timed.sort(key=lambda pair: pair[0])
    attendees = Attendees(plan)
    delays: dict[UUID, tuple[int, int]] = {}
    before: list[tuple[dt.datetime, int, frozenset[UUID]]] = []
    for start, item in timed:
        who = attendees.at(item)
        late = [
            delay - max(0, (start - ended) // _MINUTE)
            for ended, delay, others in before
            if not who.isdisjoint(others)
        ]
        delay = min(minutes, max(0, *late)) if late else minutes * (item.date == timed[0][1].date)
        end = spans[item.id].end
        spare = (end - start) // _MINUTE - LEAST_MINUTES[item.kind] if end and item.kind in LEAST_MINUTES else 0
        end_delay = delay - min(delay, max(0, spare))
        before.append((end or start, end_delay, who))
        if delay or end_delay:
            delays[item.id] = (delay, end_delay)
    return delays


def delayed(plan: MissionPlan, item: r.AgendaItem, delay: int, end_delay: int) -> Times:
    """Return the times of an item so many minutes late. Raises Invalid for a time that DST swallows."""
    old = item_times(plan, item)
    day, start = shifted_start(old, delay, 0)
    times = moved_times(plan, item, day, start)
    if end_delay == delay or old.end_date is None or old.end is None:
        return times
    ends = later(dt.datetime.combine(old.end_date, old.end), end_delay)
    refuse_gap(ends.date(), ends.time(), times.end_zone, "end", item.title.best("", plan.mission.languages))
    return replace(times, end_date=ends.date(), end=ends.time())


def delayed_leg(plan: MissionPlan, leg: r.Leg, delay: int, end_delay: int) -> r.Leg:
    """Return a leg without a row so many minutes late. Raises Invalid for a time that DST swallows."""
    late, old = moved_leg(plan, leg, delay, 0), leg_times(plan, leg)
    if end_delay == delay or old.end_date is None or old.end is None:
        return late
    ends = later(dt.datetime.combine(old.end_date, old.end), end_delay)
    refuse_gap(ends.date(), ends.time(), old.end_zone, "end", " ".join(filter(None, (leg.operator, leg.number))))
    return with_times(late, replace(leg_times(plan, late), end_date=ends.date(), end=ends.time()))
