"""Reckon where keys put items: a little earlier or later, shorter or longer, a day before or after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placing_of
from missionplanner.domain.programme.retiming import is_locked


def by_minutes(plan: MissionPlan, items: Sequence[r.AgendaItem], minutes: int) -> list[Placing]:
    """Return the items as much earlier or later; none of them moves where one would leave the mission's days."""
    return _within(plan, [_later(placing_of(plan, item), minutes) for item in _free(plan, items)])


def by_days(plan: MissionPlan, items: Sequence[r.AgendaItem], days: int) -> list[Placing]:
    """Return the items on other days; what lies on the shelf goes to the mission's first day."""
    return _within(plan, [_on_other_day(plan, placing_of(plan, item), days) for item in _free(plan, items)])


def longer(plan: MissionPlan, items: Sequence[r.AgendaItem], minutes: int) -> list[Placing]:
    """Return the items with other ends; what had none gets one."""
    made = (_ending(placing_of(plan, item), minutes) for item in _free(plan, items))
    return [one for one in made if one is not None]


def _free(plan: MissionPlan, items: Sequence[r.AgendaItem]) -> list[r.AgendaItem]:
    return [item for item in items if not is_locked(plan, item)]


def _within(plan: MissionPlan, placings: Sequence[Placing | None]) -> list[Placing]:
    there = [one for one in placings if one is not None]
    return there if all(one.date is None or one.date in plan.days for one in there) else []


def _later(placing: Placing, minutes: int) -> Placing | None:
    if placing.date is None or placing.start is None:
        return None
    first = dt.datetime.combine(placing.date, placing.start) + dt.timedelta(minutes=minutes)
    return Placing(placing.item_id, first.date(), first.time())


def _on_other_day(plan: MissionPlan, placing: Placing, days: int) -> Placing | None:
    if placing.date is None:
        return Placing(placing.item_id, plan.days[0], placing.start) if plan.days else None
    return Placing(placing.item_id, placing.date + dt.timedelta(days=days), placing.start)


def _ending(placing: Placing, minutes: int) -> Placing | None:
    """Return a placing with another end, on the clock of the end: ``placed`` keeps it behind the start."""
    if placing.date is None or placing.start is None or (placing.end is None and minutes < 0):
        return None
    last = dt.datetime.combine(placing.end_date or placing.date, placing.end or placing.start)
    end = last + dt.timedelta(minutes=minutes)
    return replace(placing, end=end.time(), end_date=end.date())
