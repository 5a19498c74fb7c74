"""Put a whole mission off by days, or bring it forward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.day_order import renumbered_day
from missionplanner.domain.programme.retiming import (
    is_locked,
    later_day,
    moved_leg,
    moved_times,
    refuse_gap,
    rewritten,
)
from missionplanner.domain.programme.timing import item_times, option_zone


def whole_mission_shifted(plan: MissionPlan, days: int) -> Changes:
    """Shift the mission with all its days to come by days; negative is earlier.

    These are those of items and their proposed slots, legs, nights, meetings, destinations, of delegates who join
    later or leave earlier, and of requirements. Locked rows with their legs stay and are listed as left: somebody
    has to rebook them. What tells the past stays too: requests to partners, what was sent, received or paid.
    Raises Invalid for a time that DST swallows.
    """
    frame = list(_frame(plan, days))
    framed = between(plan, frame).on(plan)
    left = [item.id for item in plan.items if is_locked(plan, item)]
    written: dict[UUID, r.Record] = {one.id: one for one in frame}
    for item in plan.items:
        day = item.date or _leg_day(plan, item)
        if day is not None and item.id not in left and item.id not in written:
            target = later_day(day, days)
            times = moved_times(framed, item, target, item_times(plan, item).start)
            written |= {one.id: one for one in rewritten(framed, item, times)}
    locked_legs = {item.leg_id for item in plan.items if item.id in left}
    for leg in plan.legs:
        if leg.id not in written and leg.id not in locked_legs:
            written[leg.id] = moved_leg(framed, leg, 0, days)
    written |= {slot.id: slot for slot in _slots(plan, days, frozenset(left))}
    written |= {option.id: option for option in _options(framed, days, frozenset(left))}
    after = Changes(saved=tuple(written.values())).on(plan)
    for target_day in {item.date for item in after.items if item.id in written and item.date is not None}:
        arrived = {item.id for item in after.items if item.date == target_day and item.id in written}
        written |= {row.id: row for row in renumbered_day(after, target_day, arrived)}
    return between(plan, written.values(), left)


def _leg_day(plan: MissionPlan, item: r.AgendaItem) -> dt.date | None:
    leg = plan.leg(item.leg_id)
    return leg.date if leg is not None else None


def _day(day: dt.date | None, days: int) -> dt.date | None:
    return later_day(day, days) if day is not None else None


def _frame(plan: MissionPlan, days: int) -> Iterator[r.Record]:
    """Yield the mission, its destinations and its nights, shifted."""
    mission = plan.mission
    yield replace(
        mission,
        start=later_day(mission.start, days),
        end=later_day(mission.end, days),
        travel_start=_day(mission.travel_start, days),
        travel_end=_day(mission.travel_end, days),
    )
    for destination in plan.destinations:
        yield replace(
            destination, from_day=_day(destination.from_day, days), to_day=_day(destination.to_day, days)
        )
    for stay in plan.stays:
        yield replace(stay, from_day=_day(stay.from_day, days), to_day=_day(stay.to_day, days))
    for delegate in plan.delegates:
        if delegate.joins is not None or delegate.leaves is not None:
            yield replace(delegate, joins=_day(delegate.joins, days), leaves=_day(delegate.leaves, days))
    for requirement in plan.requirements:
        if requirement.due is not None:
            yield replace(requirement, due=later_day(requirement.due, days))


def _options(plan: MissionPlan, days: int, left: frozenset[UUID]) -> Iterator[r.ItemOption]:
    """Yield the proposed slots of items that move, shifted with them."""
    for option in plan.item_options:
        item = plan.item(option.item_id)
        if item is None or item.id in left or option.date is None:
            continue
        moved = replace(option, date=later_day(option.date, days))
        zone = option_zone(plan, moved)
        title = item.title.best("", plan.mission.languages)
        refuse_gap(moved.date, moved.start, zone, "options", title)
        refuse_gap(moved.date, moved.end, zone, "options", title)
        yield moved


def _slots(plan: MissionPlan, days: int, left: frozenset[UUID]) -> Iterator[r.Slot]:
    """Yield the times for meetings, shifted with the item they belong to."""
    for session in plan.matchmaking:
        item = plan.item(session.item_id)
        if item is not None and item.id in left:
            continue
        zone = item_times(plan, item).zone if item is not None else plan.mission.zone
        for slot in plan.of("slots", "matchmaking_id", session.id):
            moved = replace(slot, date=later_day(slot.date, days))
            title = session.title.best("", plan.mission.languages) if session.title else "B2B"
            refuse_gap(moved.date, moved.start, zone, "slots", title)
            refuse_gap(moved.date, moved.end, zone, "slots", title)
            yield moved
