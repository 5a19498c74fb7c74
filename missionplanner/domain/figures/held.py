"""Tell how a programme went: what was held, what was not and why, what nobody recorded, what was late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import AttendanceState, ItemKind, ItemStatus, MeetingState

ON_THE_WAY = frozenset(
    {
        ItemKind.FLIGHT,
        ItemKind.TRAIN,
        ItemKind.FERRY,
        ItemKind.COACH,
        ItemKind.TRANSFER,
        ItemKind.HOTEL,
        ItemKind.FREE_TIME,
        ItemKind.LOGISTICS,
    }
)
"""Items that are no part of what a mission did: how it got there, where it slept."""
VISITS = frozenset(
    {
        ItemKind.SITE_VISIT,
        ItemKind.FAIR_VISIT,
        ItemKind.INSTITUTIONAL_MEETING,
        ItemKind.WORKING_TABLE,
        ItemKind.PITCHING,
        ItemKind.CONFERENCE,
        ItemKind.WORKSHOP,
    }
)
"""Visits and meetings: the items a report tells of one by one, and counts as such."""
THERE = frozenset(
    {AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.LEFT_EARLY, AttendanceState.REPLACED}
)
"""States of those who were there, or sent somebody in their place."""


class Held(StrEnum):
    """Say whether something took place, as far as anybody wrote it down."""

    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
    """Called off before its time."""
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True)
class Course:
    """Be how an item went. ``late`` are minutes from the planned start to the actual one, below nothing if early.

    ``why`` are the reasons for what was not held, as they were written.
    """

    item: r.AgendaItem
    held: Held
    late: int | None = None
    why: tuple[str, ...] = ()


def held_of(record: MissionRecord, one: r.AgendaItem | r.Meeting) -> Held:
    """Tell whether an item or a meeting was held.

    Its outcome says so; without one, of an item, its actual start or somebody's presence. A plan says nothing.
    """
    told = [outcome.held for outcome in record.outcomes_of(one) if outcome.held is not None]
    if told:
        return Held.HELD if any(told) else Held.NOT_HELD
    if one_cancelled(one):
        return Held.CANCELLED
    if isinstance(one, r.AgendaItem) and (one.actual_start is not None or _attended(record, one)):
        return Held.HELD
    return Held.UNRECORDED


def one_cancelled(one: r.AgendaItem | r.Meeting) -> bool:
    """Tell whether an item or a meeting was called off."""
    return (
        one.status is ItemStatus.CANCELLED
        if isinstance(one, r.AgendaItem)
        else (one.state is MeetingState.CANCELLED)
    )


def _attended(record: MissionRecord, item: r.AgendaItem) -> bool:
    return any(one.state in THERE for one in record.attendance_at(item))


def course(plan: MissionPlan, record: MissionRecord) -> tuple[Course, ...]:
    """Return how every item of the programme went, in its order; journeys, nights and ideas left out."""
    return tuple(_course(record, item) for item in substance(plan))


def substance(plan: MissionPlan) -> Iterable[r.AgendaItem]:
    """Give the items that are what a mission did, in order."""
    for item in plan.items:
        if item.date is not None and item.kind not in ON_THE_WAY and item.status is not ItemStatus.IDEA:
            yield item


def _course(record: MissionRecord, item: r.AgendaItem) -> Course:
    told = record.outcomes_of(item)
    why = tuple(one.why_not.strip() for one in told if one.held is False and one.why_not)
    return Course(item, held_of(record, item), _late(item), why)


def _late(item: r.AgendaItem) -> int | None:
    """Return the minutes an item began late; None where nobody wrote when it began."""
    if item.actual_start is None or item.start is None:
        return None
    day = dt.date(2000, 1, 1)
    between = dt.datetime.combine(day, item.actual_start) - dt.datetime.combine(day, item.start)
    minutes = round(between.total_seconds() / 60)
    # Over midnight the clock begins anew: half a day is further than anything begins early or late.
    return minutes + 1440 if minutes < -720 else minutes - 1440 if minutes > 720 else minutes
