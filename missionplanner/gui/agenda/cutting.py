"""Know what was cut and waits to be pasted, and where it comes to lie within its own mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placing_of

TOKEN_TYPE = "application/x-missionplanner-cut"
"""Under which the clipboard holds the token of what was cut."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Be items of a mission that leave their place when they are pasted. ``token`` says so on the clipboard."""

    mission: UUID
    code: str
    items: tuple[UUID, ...]
    token: str


def cut_of(plan: MissionPlan, items: Iterable[UUID]) -> Cut:
    """Return what is cut out of a mission, under a token of its own."""
    return Cut(plan.mission.id, plan.mission.code, tuple(items), uuid4().hex)


def moved(plan: MissionPlan, items: Iterable[UUID], day: dt.date, *, after_last: bool = False) -> list[Placing]:
    """Return where cut items come to lie: the first on ``day``, the others as many days later as before.

    They keep their clock times, or the first begins when the last other item of that day ends. What lay on the
    shelf goes to the day. Items that are gone are left out.
    """
    there = [placing_of(plan, item) for one in items if (item := plan.item(one)) is not None]
    first = min((one.date for one in there if one.date is not None), default=day)
    by = _minutes(plan, there, first, day) if after_last else 0
    return [_on(one, first, day, by) for one in there]


def _on(one: Placing, first: dt.date, day: dt.date, minutes: int) -> Placing:
    date = day + ((one.date - first) if one.date is not None else dt.timedelta())
    if one.start is None:
        return Placing(one.item_id, date, None)
    start = dt.datetime.combine(date, one.start) + dt.timedelta(minutes=minutes)
    return Placing(one.item_id, start.date(), start.time())


def _minutes(plan: MissionPlan, there: list[Placing], first: dt.date, day: dt.date) -> int:
    mine = {one.item_id for one in there}
    others = [placing_of(plan, item) for item in plan.items_on(day) if item.id not in mine]
    ends = [dt.datetime.combine(one.end_date or day, time) for one in others if (time := one.end or one.start)]
    starts = [one.start for one in there if one.start is not None and one.date == first]
    if not ends or not starts:
        return 0
    return (max(ends) - dt.datetime.combine(day, min(starts))) // dt.timedelta(minutes=1)
