"""Move, stretch, shift, copy and order the rows of a programme: pure steps, each telling what it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.clock import utc
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.missions.mission_shift import whole_mission_shifted
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.day_copy import copied_day
from missionplanner.domain.programme.day_order import renumbered_day
from missionplanner.domain.programme.rescheduling import rescheduled, wanted
from missionplanner.domain.programme.retiming import (
    LONGEST_OVER_MIDNIGHT,
    SHORTEST,
    first_end_day,
    is_locked,
    moved_times,
    refuse_gap,
    shifted_start,
)
from missionplanner.domain.programme.timing import Times, item_times

__all__ = [
    "SHORTEST",
    "Changes",
    "copied_day",
    "moved",
    "renumbered",
    "resized",
    "rest_of_day",
    "shifted",
    "whole_mission_shifted",
]


def moved(plan: MissionPlan, item_id: UUID, date: dt.date | None, start: dt.time | None = None) -> Changes:
    """Move an item to a day and a wall time; without ``start`` it keeps its time, or its part of the day.

    ``date`` None puts it on the shelf. A row that stands for a leg takes the leg and the leg's other
    rows along. Raises NotFound, Invalid for a locked item and for a time that DST swallows.
    """
    item = _movable(plan, item_id)
    old = item_times(plan, item)
    times = moved_times(plan, item, date, old.start if start is None else start)
    return rescheduled(plan, {item.id: times})


def resized(plan: MissionPlan, item_id: UUID, start: dt.time | None, end: dt.time | None) -> Changes:
    """Give an item another start, another end or both; None leaves one as it is.

    An end before the start is on the next day where that makes at most 12 hours. Raises NotFound, Invalid
    for a locked item, for less than 5 minutes and for times that DST swallows.
    """
    item = _movable(plan, item_id)
    old = item_times(plan, item)
    title = item.title.best("", plan.mission.languages)
    new = replace(old, start=old.start if start is None else start, end=old.end if end is None else end)
    if new.end is not None and new.start is not None and new.date is not None:
        new = replace(new, end_date=_end_day(old, new))
        refuse_gap(new.date, new.start, new.zone, "start", title)
        refuse_gap(new.end_date, new.end, new.end_zone, "end", title)
    return rescheduled(plan, {item.id: new})


def shifted(plan: MissionPlan, item_ids: Collection[UUID], *, minutes: int = 0, days: int = 0) -> Changes:
    """Shift items by minutes and days on the clock; negative is earlier.

    Items without a start follow days only, items on the shelf stay there. Locked items stay and are
    listed as left. Raises NotFound, Invalid for a time that DST swallows.
    """
    times: dict[UUID, Times] = {}
    left: list[UUID] = []
    for item in [wanted(plan, one) for one in dict.fromkeys(item_ids)]:
        if is_locked(plan, item):
            left.append(item.id)
        elif item.date is not None:
            day, start = shifted_start(item_times(plan, item), minutes, days)
            times[item.id] = moved_times(plan, item, day, start)
    return rescheduled(plan, times, left)


def renumbered(plan: MissionPlan, day: dt.date | None, placed: Collection[UUID] = ()) -> Changes:
    """Number the rows of a day from 1, timed rows of one person ascending.

    Rows in ``placed``, new or of another time, go where their time belongs.
    """
    return between(plan, renumbered_day(plan, day, placed))


def rest_of_day(plan: MissionPlan, item_id: UUID) -> tuple[UUID, ...]:
    """Return an item and the later rows of its day that share someone with it, in their order."""
    item = wanted(plan, item_id)
    attendees = Attendees(plan)
    who = attendees.at(item)
    rows = plan.items_on(item.date)
    after = rows[[row.id for row in rows].index(item.id) + 1 :]
    return (item.id, *(row.id for row in after if not who.isdisjoint(attendees.at(row))))


def _movable(plan: MissionPlan, item_id: UUID) -> r.AgendaItem:
    item = wanted(plan, item_id)
    if is_locked(plan, item):
        title = item.title.best("", plan.mission.languages)
        raise Invalid(N_("“{title}” is locked. Unlock it to move it."), field="locked", title=title)
    return item


def _end_day(old: Times, new: Times) -> dt.date | None:
    """Return the day a resized row ends. Raises Invalid where that is too short or before it starts."""
    assert new.date is not None and new.start is not None and new.end is not None
    began = utc(new.date, new.start, new.zone)
    span = old.span
    if old.end_date is not None and (old.crosses_zones or _lasts_days(old)):
        length = utc(old.end_date, new.end, new.end_zone) - began
        if length >= SHORTEST:
            return old.end_date
    day = first_end_day(new)
    assert day is not None
    length = utc(day, new.end, new.end_zone) - began
    kept = span.end is not None and day == old.end_date
    if day > new.date and length > LONGEST_OVER_MIDNIGHT and not kept and not new.crosses_zones:
        raise Invalid(N_("The end lies before the start."), field="end")
    if length < SHORTEST:
        raise Invalid(N_("An item lasts 5 minutes at least."), field="end")
    return day


def _lasts_days(times: Times) -> bool:
    span = times.span
    return span.start is not None and span.end is not None and span.end - span.start >= dt.timedelta(days=1)
