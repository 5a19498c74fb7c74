"""Copy a day of the programme onto another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.day_order import renumbered_day
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.retiming import retimed, with_times
from missionplanner.domain.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemStatus

_CHILDREN = ("item_hosts", "audience_groups", "item_objectives", "pitches")
_PEOPLE = ("item_people", "audience_people")


def copied_day(plan: MissionPlan, source_day: dt.date, target_day: dt.date, with_people: bool = True) -> Changes:
    """Copy the items of a day that are not cancelled onto another day, at the same wall times.

    Groups, hosts, objectives and pitches come along, named people only ``with_people``. A copy is
    neither locked nor bound to a leg, and what was confirmed is tentative: nobody has confirmed the
    new day. Raises Invalid for the same day twice and for a time that DST swallows.
    """
    if source_day == target_day:
        raise Invalid(N_("A day cannot be copied onto itself. Choose another day."), field="target_day")
    last = max((row.position for row in plan.items_on(target_day)), default=0)
    added: list[r.Record] = []
    copies: set[UUID] = set()
    for row in plan.items_on(source_day):
        if row.status is not ItemStatus.CANCELLED:
            copy = replace(_copied(plan, row, target_day), position=last + len(copies) + 1)
            copies.add(copy.id)
            added.extend((copy, *_children(plan, row, copy.id, with_people)))
    after = Changes(added=tuple(added)).on(plan)
    numbered = {row.id: row for row in renumbered_day(after, target_day, copies)}
    changed = [numbered.pop(one.id, one) for one in added]
    return between(plan, (*numbered.values(), *changed))


def _copied(plan: MissionPlan, row: r.AgendaItem, day: dt.date) -> r.AgendaItem:
    times = item_times(plan, row)
    free = replace(
        row,
        id=uuid4(),
        created_at=None,
        updated_at=None,
        date=day,
        leg_id=None,
        locked=None,
        status=ItemStatus.TENTATIVE if row.status is ItemStatus.CONFIRMED else row.status,
    )
    if row.leg_id is not None:
        free = replace(free, zone=times.zone, end_zone=times.end_zone if times.crosses_zones else None)
    there = item_times(plan, free)
    title = row.title.best("", plan.mission.languages)
    new = retimed(times, Times(day, times.start, there.zone, day, None, there.end_zone), title)
    return with_times(free, new)


def _children(plan: MissionPlan, row: r.AgendaItem, copy: UUID, with_people: bool) -> Iterator[r.Record]:
    for part in (*_CHILDREN, *_PEOPLE) if with_people else _CHILDREN:
        child: Any
        for child in plan.of(part, "item_id", row.id):
            fresh = replace(child, id=uuid4(), created_at=None, updated_at=None, item_id=copy)
            if isinstance(fresh, r.Pitch) and not with_people:
                fresh = replace(fresh, person_id=None)
            yield fresh
