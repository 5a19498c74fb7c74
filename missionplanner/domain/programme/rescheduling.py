"""Write new times into a programme: the rows, their legs, and the order of every day they leave or reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.day_order import renumbered_day
from missionplanner.domain.programme.retiming import rewritten
from missionplanner.domain.programme.timing import Times


def wanted(plan: MissionPlan, item_id: UUID) -> r.AgendaItem:
    """Return an item somebody named. Raises NotFound."""
    item = plan.item(item_id)
    if item is None:
        raise NotFound(N_("This item is no longer in the programme."))
    return item


def rescheduled(plan: MissionPlan, times: Mapping[UUID, Times], left: Iterable[UUID] = ()) -> Changes:
    """Write new times of items, then number every day that lost or gained a row.

    A row that stands for a leg takes the leg and the leg's other rows along. Raises NotFound.
    """
    written: dict[UUID, r.Record] = {}
    for identity, one in times.items():
        for record in rewritten(plan, wanted(plan, identity), one):
            written[record.id] = record
    written |= {row.id: row for row in _arrived(plan, written)}
    after = Changes(saved=tuple(written.values())).on(plan)
    moved = [one for one in written.values() if isinstance(one, r.AgendaItem) and one != plan.item(one.id)]
    days = {one.date for row in moved for one in (row, wanted(plan, row.id))}
    moved_ids = frozenset(row.id for row in moved)
    for day in days:
        written |= {row.id: row for row in renumbered_day(after, day, moved_ids)}
    return between(plan, written.values(), left)


def numbered(plan: MissionPlan, changes: Changes, origins: Mapping[UUID, UUID | None]) -> Changes:
    """Return the changes with the days of the rows they add in order.

    ``origins`` tells of each new row which row it was made of: it comes right behind that one where its time
    allows, else where its time belongs, else last.
    """
    after = changes.on(plan)
    for day in {row.date for row in map(after.item, origins) if row is not None}:
        rows = [row.id for row in after.items_on(day)]
        order = [one for one in rows if one not in origins]
        for new in reversed([one for one in origins if one in set(rows)]):
            place = order.index(origin) + 1 if (origin := origins[new]) in order else len(order)
            order.insert(place, new)
        changes = changes.then(between(after, renumbered_day(after, day, origins.keys(), order)))
    return changes


def _arrived(plan: MissionPlan, written: Mapping[UUID, r.Record]) -> Iterator[r.AgendaItem]:
    """Yield the rows that come to another day, placed behind those that were there."""
    for record in written.values():
        old = plan.item(record.id)
        if old is not None and isinstance(record, r.AgendaItem) and record.date != old.date:
            there = max((row.position for row in plan.items_on(record.date)), default=0)
            yield replace(record, position=there + record.position)
