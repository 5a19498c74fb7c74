"""Copy a row of the programme with what hangs on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.retiming import retimed, with_times
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemStatus

_CHILDREN = ("item_hosts", "audience_groups", "item_objectives", "pitches")
_PEOPLE = ("item_people", "audience_people")


def copy_of(plan: MissionPlan, row: r.AgendaItem, day: dt.date | None) -> r.AgendaItem:
    """Return a copy of an item at the same wall times of another day.

    It is neither locked, booked, held nor bound to a leg, and what was confirmed is tentative: nobody has
    confirmed the copy. Raises Invalid for a time that DST swallows.
    """
    times = item_times(plan, row)
    free = replace(
        row,
        id=uuid4(),
        created_at=None,
        updated_at=None,
        date=day,
        leg_id=None,
        locked=None,
        booking=None,
        actual_start=None,
        actual_end=None,
        status=ItemStatus.TENTATIVE if row.status is ItemStatus.CONFIRMED else row.status,
    )
    if row.leg_id is not None:
        free = replace(free, zone=times.zone, end_zone=times.end_zone if times.crosses_zones else None)
    there = item_times(plan, free)
    title = row.title.best("", plan.mission.languages)
    new = retimed(times, Times(day, times.start, there.zone, day, None, there.end_zone), title)
    return with_times(free, new)


def anew(one: Any, owner: UUID) -> Any:
    """Return a copy of what hangs on an item, for another item."""
    return replace(one, id=uuid4(), created_at=None, updated_at=None, item_id=owner)


def children_of(plan: MissionPlan, row: r.AgendaItem, copy: UUID, with_people: bool) -> Iterator[r.Record]:
    """Yield copies of what hangs on an item for the item ``copy``; named people only ``with_people``."""
    for part in (*_CHILDREN, *_PEOPLE) if with_people else _CHILDREN:
        child: Any
        for child in plan.of(part, "item_id", row.id):
            fresh = anew(child, copy)
            if isinstance(fresh, r.Pitch) and not with_people:
                fresh = replace(fresh, person_id=None)
            if isinstance(fresh, r.ItemPerson):  # nobody was asked to the copy
                fresh = replace(fresh, rsvp=None, companions=None)
            yield fresh
    yield from tables_anew(plan, row, copy, with_people)


def tables_anew(plan: MissionPlan, row: r.AgendaItem, owner: UUID, with_people: bool) -> Iterator[r.Record]:
    """Yield copies of the tables people are seated at in an item, for another item."""
    for table in plan.item_tables(row):
        fresh = anew(table, owner)
        yield fresh
        for seat in plan.table_seats(table) if with_people else ():
            yield replace(seat, id=uuid4(), created_at=None, updated_at=None, table_id=fresh.id)
