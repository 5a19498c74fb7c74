"""Reckon where things come to lie while somebody drags them: no pixels, no Qt, no edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.programme.retiming import zones_on
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.records import AgendaItem
from missionplanner.gui.board.entries import MIDNIGHT, SHORTEST, USUAL, Entry, wall_of
from missionplanner.gui.board.scale import Area, Spot

FINE = 1
"""Minutes a drag snaps to while Alt is held."""
COARSE = 15
"""Minutes an item snaps to that had no time."""
ABOVE = 10
"""Minutes the pointer lies below the start of an item that had no time."""


@dataclass(frozen=True, slots=True)
class New:
    """Be an item somebody has drawn: ``groups`` () is everyone; an end of 00:00 is midnight."""

    date: dt.date
    start: dt.time
    end: dt.time
    groups: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Ghost:
    """Be where an item would lie, as ``Entry`` says it; ``place`` -1 is a new one.

    ``lanes`` None leaves the groups as they are, though it is shown in ``shown`` lanes.
    """

    place: int
    date: dt.date | None
    start: int | None
    end: int
    shown: tuple[int, ...]
    lanes: tuple[int, ...] | None = None
    longer: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Be what a drag may not leave: the days shown, those of the mission, its lanes."""

    dates: tuple[dt.date, ...]
    first: dt.date
    last: dt.date
    lanes: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Be what somebody holds: the items, the one under the pointer, and where it was taken."""

    entries: tuple[Entry, ...]
    lead: Entry
    spot: Spot
    frame: Frame


def held(entries: Iterable[Entry], lead: Entry, spot: Spot, frame: Frame) -> Hold:
    """Take hold of items."""
    return Hold(tuple(_on_its_day(entry) for entry in entries), _on_its_day(lead), spot, frame)


def moved(hold: Hold, spot: Spot, snap: int, *, keep_time: bool = False) -> list[Ghost]:
    """Return where items lie that are moved to a spot.

    ``keep_time`` changes day and lanes only. Nothing leaves the days of the mission.
    """
    if spot.area is Area.SHELF:
        return [replace(_still(entry), date=None, start=None, end=0) for entry in hold.entries]
    if spot.area is Area.BAND:
        return [_untimed(hold, entry, spot) for entry in hold.entries]
    days = _days(hold, spot)
    minutes = 0 if keep_time else _minutes(hold, spot, snap, days)
    return [_moved_one(hold, entry, spot, (days, minutes)) for entry in hold.entries]


def stretched(hold: Hold, spot: Spot, snap: int, *, start: bool) -> Ghost:
    """Return the item held with another start or end, at least the shortest length."""
    lead = hold.lead
    assert lead.date is not None and lead.start is not None
    by = spot.minute - hold.spot.minute
    if start:
        first = _snapped(lead.start + by, snap)
        return replace(_still(lead), start=min(max(0, first), lead.end - SHORTEST), longer=True)
    night = lead.end > MIDNIGHT
    if night:
        by += (hold.frame.dates[spot.day] - hold.frame.dates[hold.spot.day]).days * MIDNIGHT
    least, latest = lead.start + SHORTEST, 2 * MIDNIGHT if night else MIDNIGHT
    end = min(max(_snapped(lead.end + by, snap), least), max(latest, least))
    return replace(_still(lead), end=end, longer=True)


def drawn(begun: Spot, spot: Spot, snap: int, frame: Frame) -> Ghost:
    """Return the new item drawn from one spot to another, within its day."""
    lanes = tuple(range(min(begun.lane, spot.lane), max(begun.lane, spot.lane) + 1))
    if spot.day != begun.day:
        lanes = (begun.lane,)
    least = max(SHORTEST, snap)
    one, other = (min(max(0, _snapped(at.minute, snap)), MIDNIGHT) for at in (begun, spot))
    start, end = min(one, other), max(one, other)
    if end - start < least:
        start = min(start, MIDNIGHT - least)
        end = start + least
    return Ghost(-1, frame.dates[begun.day], start, end, lanes, lanes)


def placing_of(ghost: Ghost, item: AgendaItem, plan: MissionPlan) -> Placing:
    """Return what a ghost asks for."""
    groups = _groups(ghost.lanes, plan)
    if ghost.date is None or ghost.start is None:
        return Placing(item.id, ghost.date, None, groups=groups)
    shown = day_zone(plan, ghost.date)
    zone, end_zone = zones_on(plan, item, ghost.date)
    day, start = wall_of(ghost.date, ghost.start, shown, zone)
    if not ghost.longer:
        return Placing(item.id, day, start, groups=groups)
    end_day, end = wall_of(ghost.date, ghost.end, shown, end_zone)
    return Placing(item.id, day, start, end, end_day, groups)


def new_of(ghost: Ghost, plan: MissionPlan) -> New:
    """Return the item a ghost has drawn."""
    assert ghost.date is not None and ghost.start is not None
    groups = _groups(ghost.lanes, plan) or ()
    return New(ghost.date, _time(ghost.start), _time(ghost.end), groups)


def free_gap(entries: Iterable[Entry], date: dt.date, after: int, minutes: int) -> tuple[int, int]:
    """Return the first stretch of this length on a day, from ``after`` on, in which nothing happens."""
    taken = sorted((entry.start, entry.end) for entry in entries if entry.date == date and entry.start is not None)
    start = after
    for begins, ends in taken:
        if begins < start + minutes and ends > start:
            start = ends
    start = min(start, MIDNIGHT - minutes)
    return start, start + minutes


# -- the parts of a move --------------------------------------------------------------------------


def _on_its_day(entry: Entry) -> Entry:
    """Return an entry whose start lies on its own date, also where another zone's clock is shown."""
    if entry.date is None or entry.start is None:
        return entry
    days, start = divmod(entry.start, MIDNIGHT)
    return replace(entry, date=entry.date + dt.timedelta(days=days), start=start, end=entry.end - days * MIDNIGHT)


def _still(entry: Entry) -> Ghost:
    return Ghost(entry.place, entry.date, entry.start, entry.end, entry.lanes)


def _days(hold: Hold, spot: Spot) -> int:
    """Return by how many days all move, so that none leaves the mission."""
    dates = [entry.date for entry in hold.entries if entry.date is not None]
    if not dates:
        return 0
    origin = hold.lead.date if hold.spot.area is Area.SHELF else hold.frame.dates[hold.spot.day]
    wanted = (hold.frame.dates[spot.day] - (origin or min(dates))).days
    return max((hold.frame.first - min(dates)).days, min(wanted, (hold.frame.last - max(dates)).days))


def _minutes(hold: Hold, spot: Spot, snap: int, days: int) -> int:
    """Return by how many minutes all move: the one under the pointer snaps, the others keep their distance."""
    lead = hold.lead
    if lead.start is None:
        return 0
    wanted = spot.minute - hold.spot.minute
    minutes = _snapped(lead.start + wanted, snap) - lead.start if abs(wanted) * 2 >= snap else 0
    for entry in hold.entries:
        if entry.date is None or entry.start is None:
            continue
        last_day = entry.date + dt.timedelta(days=days) >= hold.frame.last
        held_in = last_day and entry.end <= MIDNIGHT
        latest = MIDNIGHT - (entry.end - entry.start) if held_in else MIDNIGHT - SHORTEST
        minutes = max(-entry.start, min(minutes, latest - entry.start))
    return minutes


def _moved_one(hold: Hold, entry: Entry, spot: Spot, by: tuple[int, int]) -> Ghost:
    days, minutes = by
    lanes = _lanes(hold, entry, spot)
    date = hold.frame.dates[spot.day] if entry.date is None else entry.date + dt.timedelta(days=days)
    ghost = Ghost(entry.place, date, entry.start, entry.end, lanes or entry.lanes, lanes)
    if entry.start is not None:
        return replace(ghost, start=entry.start + minutes, end=entry.end + minutes)
    if spot.area is not Area.GRID or (entry is not hold.lead and hold.lead.start is not None):
        return ghost
    return _given_time(ghost, entry, spot)


def _given_time(ghost: Ghost, entry: Entry, spot: Spot) -> Ghost:
    """Give an item its first time: where the pointer is, as long as it was known to be."""
    length = min(entry.length or USUAL, MIDNIGHT)
    start = max(0, min(_snapped(spot.minute - ABOVE, COARSE), MIDNIGHT - length))
    return replace(ghost, start=start, end=start + length, longer=True)


def _untimed(hold: Hold, entry: Entry, spot: Spot) -> Ghost:
    date = hold.frame.dates[spot.day]
    if entry.date is not None:
        date = entry.date + dt.timedelta(days=_days(hold, spot))
    return Ghost(entry.place, date, None, 0, entry.lanes)


def _lanes(hold: Hold, entry: Entry, spot: Spot) -> tuple[int, ...] | None:
    """Return the lanes an item is carried to; None where it keeps its people."""
    carried = len(hold.entries) == 1 and entry.grouped and hold.spot.area is not Area.SHELF
    by = spot.lane - hold.spot.lane
    if not carried or not by:
        return None
    by = max(-entry.lanes[0], min(by, hold.frame.lanes - 1 - entry.lanes[-1]))
    return tuple(lane + by for lane in entry.lanes) if by else None


def _groups(lanes: Sequence[int] | None, plan: MissionPlan) -> tuple[UUID, ...] | None:
    """Return the groups of some lanes: () where that is all of them, None for no change."""
    if lanes is None:
        return None
    groups = tuple(plan.groups[lane].id for lane in lanes if lane < len(plan.groups))
    return () if len(groups) == len(plan.groups) else groups


def _snapped(minute: float, snap: int) -> int:
    return round(minute / snap) * snap


def _time(minute: int) -> dt.time:
    return dt.time(minute // 60 % 24, minute % 60)


def shown_end(ghost: Ghost, entry: Entry | None) -> int | None:
    """Return the end a ghost tells: None where the item has none."""
    if ghost.start is None or (entry is not None and entry.length is None and not ghost.longer):
        return None
    return ghost.end
