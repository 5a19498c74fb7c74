"""Number the rows of a day: timed rows of one person ascend, others keep their neighbours (EXCHANGE §2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from itertools import pairwise
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import PART_HOURS, utc
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan, in_order
from missionplanner.domain.programme.timing import item_times, start_of

Moment = dt.datetime | None

_NAMES = tuple(one.name for one in fields(r.AgendaItem))
_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


def renumbered_day(
    plan: MissionPlan, day: dt.date | None, moved: Collection[UUID] = (), order: Sequence[UUID] | None = None
) -> tuple[r.AgendaItem, ...]:
    """Return the rows of a day, or of the shelf, numbered from 1.

    The order is that of ``order``, else of the positions so far; rows in ``moved`` that no longer fit
    between their neighbours go where their time belongs.
    """
    rows = _sequence(plan, day, order)
    if day is not None:
        starts = {row.id: start_of(plan, row) for row in rows}
        hints = {row.id: starts[row.id] or _hint(plan, row) for row in rows}
        rows = _ascending(_replaced(rows, frozenset(moved), hints), starts, plan)
    return tuple([row if row.position == n else _at(row, n) for n, row in enumerate(rows, 1)])


def _at(row: r.AgendaItem, position: int) -> r.AgendaItem:
    """Return a row at another position, five times as fast as ``replace``: each step of a drag numbers days."""
    fresh = object.__new__(r.AgendaItem)
    for name in _NAMES:
        object.__setattr__(fresh, name, getattr(row, name))
    object.__setattr__(fresh, "position", position)
    return fresh


def _sequence(plan: MissionPlan, day: dt.date | None, order: Sequence[UUID] | None) -> list[r.AgendaItem]:
    rows = in_order(item for item in plan.items if item.date == day)
    if order is None:
        return list(rows)
    place = {identity: n for n, identity in enumerate(order)}
    return sorted(rows, key=lambda row: place[row.id])


def _hint(plan: MissionPlan, row: r.AgendaItem) -> Moment:
    """Return when a row without a start roughly is: at the first hour of its part of the day."""
    times = item_times(plan, row)
    if row.part_of_day is None or times.date is None:
        return None
    return utc(times.date, dt.time(PART_HOURS[row.part_of_day][0]), times.zone)


def _replaced(rows: list[r.AgendaItem], moved: frozenset[UUID], hints: dict[UUID, Moment]) -> list[r.AgendaItem]:
    """Put moved rows that do not fit their neighbours where their time belongs.

    Moved rows without a time that follow such a row go with it: on foot, luggage, "then coffee".
    """
    kept: list[r.AgendaItem] = []
    blocks: list[list[r.AgendaItem]] = []
    last: Moment = None
    taking = False
    for index, row in enumerate(rows):
        hint = hints[row.id]
        if hint is None:
            (blocks[-1] if taking and row.id in moved else kept).append(row)
            taking = taking and row.id in moved
            continue
        taking = row.id in moved and not _fits(hint, last, rows[index + 1 :], moved, hints)
        if taking:
            blocks.append([row])
        else:
            kept.append(row)
            last = hint
    for block in sorted(blocks, key=lambda some: (hints[some[0].id] or _NEVER, str(some[0].id))):
        place = _place(kept, hints, hints[block[0].id])
        kept[place:place] = block
    return kept


def _fits(
    hint: dt.datetime,
    last: Moment,
    rest: Iterable[r.AgendaItem],
    moved: frozenset[UUID],
    hints: dict[UUID, Moment],
) -> bool:
    if last is not None and hint < last:
        return False
    following = (hints[row.id] for row in rest if row.id not in moved)
    return hint <= next((moment for moment in following if moment is not None), hint)


def _place(rows: list[r.AgendaItem], hints: dict[UUID, Moment], moment: Moment) -> int:
    """Return the index before the first row that is later than a moment, else behind the last earlier one."""
    place = len(rows)
    for index, row in enumerate(rows):
        hint = hints[row.id]
        if hint is not None and moment is not None:
            if hint > moment:
                return index
            place = index + 1
    return place


def _ascending(rows: list[r.AgendaItem], starts: dict[UUID, Moment], plan: MissionPlan) -> list[r.AgendaItem]:
    """Return the rows with the timed ones of each person ascending, changed as little as that allows.

    Timed rows change places among themselves only; rows without a start stay where they stand.
    """
    timed = [row for row in rows if starts[row.id] is not None]
    moments = [moment for moment in map(starts.get, (row.id for row in timed)) if moment is not None]
    if all(one <= next_one for one, next_one in pairwise(moments)):
        return rows
    sorted_rows = iter(_topological(timed, starts, Attendees(plan)))
    return [next(sorted_rows) if starts[row.id] is not None else row for row in rows]


def _topological(
    timed: Sequence[r.AgendaItem], starts: dict[UUID, Moment], attendees: Attendees
) -> list[r.AgendaItem]:
    """Sort so that of two rows that share someone the earlier comes first; else the given order holds."""
    waiting: list[set[int]] = [set() for _ in timed]
    who = [attendees.at(row) for row in timed]
    moments = [starts[row.id] or _NEVER for row in timed]
    for one, moment in enumerate(moments):
        for other in range(one):
            if moment == moments[other] or (who[one] is not who[other] and who[one].isdisjoint(who[other])):
                continue
            if moment < moments[other]:
                waiting[other].add(one)
            else:
                waiting[one].add(other)
    left = list(range(len(timed)))
    done: set[int] = set()
    result: list[r.AgendaItem] = []
    while left:
        index = next(one for one in left if waiting[one] <= done)
        left.remove(index)
        done.add(index)
        result.append(timed[index])
    return result
