"""Say where each item belongs on a board: its day, its minutes on that day's clock, its lanes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.clock import PART_HOURS, local, utc
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, day_zone
from missionplanner.gui.models.rows import Row

SHORTEST = 5
"""Minutes the shortest item lasts."""
ASSUMED, USUAL = 30, 60
"""Minutes an item without an end is shown to last, and one without times gets when it is placed."""
MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Be an item as the board places it. ``place`` is its row in the model.

    ``start`` and ``end`` are minutes since midnight of ``date`` by the clock of that day's zone; below 0 or above
    1,440 they are on another day. ``start`` None is no clock time, ``date`` None the shelf. ``lanes`` are numbers
    of groups, ascending, those of named people without a gap; ``grouped`` tells that the item names groups.
    ``length`` is None where nobody knows it.
    """

    place: int
    date: dt.date | None
    start: int | None
    end: int
    lanes: tuple[int, ...]
    length: int | None = None
    grouped: bool = False
    rank: tuple[int, int] = (0, 0)


def entry_of(place: int, row: Row, plan: MissionPlan, lanes: Mapping[UUID, int]) -> Entry:
    """Return where a row belongs; ``lanes`` numbers the mission's groups."""
    count = max(1, len(lanes))
    own = sorted({lanes[one] for one in row.lanes or () if one in lanes})
    if own and not row.grouped:
        own = list(range(own[0], own[-1] + 1))
    span = tuple(own or range(count))
    times = row.times
    rank = (_hour_of(row), row.item.position)
    if times.date is None or times.start is None:
        return Entry(place, times.date, None, 0, span, _length(times), row.grouped, rank)
    start, end = minutes_of(times, day_zone(plan, times.date))
    return Entry(
        place, times.date, start, end, span, None if times.end is None else end - start, row.grouped, rank
    )


def entries_of(rows: Sequence[Row], plan: MissionPlan) -> list[Entry]:
    """Return where every row belongs."""
    lanes = {group.id: number for number, group in enumerate(plan.groups)}
    return [entry_of(place, row, plan, lanes) for place, row in enumerate(rows)]


def minutes_of(times: Times, zone: str) -> tuple[int, int]:
    """Return start and end in minutes since midnight of the day of ``times``, on the clock of ``zone``.

    An end nobody knows is assumed; one before its start comes the shortest length after it.
    """
    assert times.date is not None and times.start is not None
    start = _since(times.date, times.date, times.start, times.zone, zone)
    if times.end is None:
        return start, start + ASSUMED
    end = _since(times.date, times.end_date or times.date, times.end, times.end_zone, zone)
    return start, max(end, start + SHORTEST)


def wall_of(date: dt.date, minute: int, shown: str, zone: str) -> tuple[dt.date, dt.time]:
    """Return day and time in ``zone`` of a minute of a day whose clock shows the time of ``shown``."""
    days, rest = divmod(minute, MIDNIGHT)
    day, time = date + dt.timedelta(days=days), dt.time(rest // 60, rest % 60)
    if zone == shown:
        return day, time
    there = local(utc(day, time, shown), zone)
    return there.date(), there.time()


def _since(first: dt.date, day: dt.date, time: dt.time, zone: str, shown: str) -> int:
    wall = dt.datetime.combine(day, time)
    if zone != shown:
        wall = local(utc(day, time, zone), shown).replace(tzinfo=None)
    return round((wall - dt.datetime.combine(first, dt.time())).total_seconds() / 60)


def _length(times: Times) -> int | None:
    """Return the minutes from start to end of an item that lies on no day."""
    if times.start is None or times.end is None:
        return None
    minutes = (times.end.hour - times.start.hour) * 60 + times.end.minute - times.start.minute
    return minutes % MIDNIGHT or None


def _hour_of(row: Row) -> int:
    """Return the hour an item without a clock time is ordered by among others."""
    part = row.item.part_of_day
    return PART_HOURS[part][0] if part is not None else -1
