"""Lay items out on days and lanes: pure reckoning in minutes and lanes, without a screen.

Overlapping items cascade: each begins a bit further right than the one it covers, whose title stays readable;
where they begin together and share all lanes, they stand side by side.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from missionplanner.gui.board.entries import MIDNIGHT, Entry

INDENT, INDENTED = 0.36, 0.72
"""How far into its lane a second item begins, and the last of many at most."""
TOGETHER = 25
"""Minutes under which the earlier item's title would be covered."""
MARGIN = 30
"""Minutes shown at least before the first item and after the last one."""
DAYTIME = (7 * 60, 22 * 60)
"""Hours a board shows at least, in minutes."""


@dataclass(slots=True)
class Block:
    """Be one block of a timed item: a run of lanes on one day, ``left`` and ``right`` counted in lanes.

    ``until`` is when the next item of its lanes begins: a short block may be drawn as long as that.
    """

    place: int
    day: int
    start: int
    end: int
    first: int
    last: int
    left: float
    right: float
    until: int = MIDNIGHT
    from_before: bool = False
    goes_on: bool = False
    open_end: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """Be an item without a clock time at the top of its day, or one that ends before the hours shown begin."""

    place: int
    day: int
    level: int
    first: int
    last: int
    from_before: bool = False


@dataclass(slots=True)
class Column:
    """Be the blocks of one day by their starts; ``reach`` is the latest end up to each of them."""

    date: dt.date
    blocks: list[Block] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)

    def between(self, first: float, last: float) -> Sequence[Block]:
        """Return the blocks that may show between two minutes, in the order they are drawn."""
        return self.blocks[bisect_left(self.reach, first) : bisect_left(self.starts, last)]


@dataclass(slots=True)
class Layout:
    """Be where everything lies. ``hours`` are the first and last minute of the day to show."""

    columns: list[Column]
    chips: list[Chip]
    shelf: list[int]
    lanes: int
    hours: tuple[int, int]
    levels: int
    blocks_of: dict[int, list[Block]]
    chip_of: dict[int, Chip]
    shelf_of: dict[int, int]

    def shows(self, place: int) -> bool:
        """Tell whether a row is to be seen on these days."""
        return place in self.blocks_of or place in self.chip_of or place in self.shelf_of


def laid_out(entries: Iterable[Entry], days: Sequence[dt.date], lanes: int) -> Layout:
    """Lay out the items of some days, each with this many lanes."""
    columns = [Column(day) for day in days]
    numbers = {day: number for number, day in enumerate(days)}
    shelf: list[int] = []
    untimed: list[Entry] = []
    for entry in entries:
        if entry.date is None:
            shelf.append(entry.place)
        elif entry.start is None:
            untimed.append(entry)
        else:
            _cut(entry, columns, numbers)
    hours = _hours(columns)
    leftovers = [_taken_before(column, hours[0]) for column in columns]
    for column in columns:
        _arrange(column)
    chips = [
        chip
        for number in range(len(columns))
        for chip in _stacked(number, leftovers[number], _of_day(untimed, days[number]), lanes)
    ]
    blocks_of: dict[int, list[Block]] = {}
    for column in columns:
        for block in column.blocks:
            blocks_of.setdefault(block.place, []).append(block)
    return Layout(
        columns,
        chips,
        shelf,
        lanes,
        hours,
        max((chip.level + 1 for chip in chips), default=0),
        blocks_of,
        {chip.place: chip for chip in reversed(chips) if not (chip.from_before and chip.place in blocks_of)},
        {place: number for number, place in enumerate(shelf)},
    )


def runs_of(lanes: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbouring lanes."""
    found: list[tuple[int, int]] = []
    for lane in lanes:
        if found and found[-1][1] == lane - 1:
            found[-1] = (found[-1][0], lane)
        else:
            found.append((lane, lane))
    return found


# -- cutting items into blocks --------------------------------------------------------------------


def _cut(entry: Entry, columns: list[Column], numbers: dict[dt.date, int]) -> None:
    """Add the blocks of an item: one for each day it touches and each run of lanes."""
    assert entry.date is not None and entry.start is not None
    runs = runs_of(entry.lanes)
    for days in range(entry.start // MIDNIGHT, (entry.end - 1) // MIDNIGHT + 1):
        number = numbers.get(entry.date + dt.timedelta(days=days))
        if number is None:
            continue
        start, end = entry.start - days * MIDNIGHT, entry.end - days * MIDNIGHT
        for first, last in runs:
            columns[number].blocks.append(
                Block(
                    entry.place,
                    number,
                    max(0, start),
                    min(MIDNIGHT, end),
                    first,
                    last,
                    first,
                    last + 1,
                    from_before=start < 0,
                    goes_on=end > MIDNIGHT,
                    open_end=entry.length is None,
                    linked=len(runs) > 1,
                )
            )


def _hours(columns: Iterable[Column]) -> tuple[int, int]:
    """Return the hours to show: the daytime, and some room around whatever begins or ends outside it."""
    first, last = DAYTIME
    for column in columns:
        for block in column.blocks:
            if not block.from_before:
                first = min(first, (block.start - MARGIN) // 60 * 60)
            last = max(last, -(-(block.end + MARGIN) // 60) * 60)
    return max(0, first), min(MIDNIGHT, last)


def _taken_before(column: Column, first: int) -> list[Block]:
    """Take out what ends before the hours shown, cut what reaches into them: both began the day before."""
    before = [block for block in column.blocks if block.end <= first]
    if before:
        column.blocks = [block for block in column.blocks if block.end > first]
    for block in column.blocks:
        block.start = max(block.start, first)
    return before


# -- overlaps -------------------------------------------------------------------------------------


class _Cluster:
    """Be blocks that overlap one another, directly or through others."""

    __slots__ = ("blocks", "close", "deepest", "spans")

    def __init__(self) -> None:
        self.blocks: list[tuple[Block, int]] = []
        self.spans: set[tuple[int, int]] = set()
        self.deepest = 0
        self.close = False

    def add(self, block: Block, depth: int) -> None:
        self.blocks.append((block, depth))
        self.spans.add((block.first, block.last))
        self.deepest = max(self.deepest, depth)

    def take(self, other: _Cluster) -> None:
        self.blocks += other.blocks
        self.spans |= other.spans
        self.deepest = max(self.deepest, other.deepest)
        self.close = self.close or other.close


def _arrange(column: Column) -> None:
    """Order the blocks of a day and give overlapping ones their places."""
    column.blocks.sort(key=lambda one: (one.start, one.first - one.last, one.first, one.place))
    active: list[tuple[Block, int]] = []
    of: dict[int, _Cluster] = {}
    for block in column.blocks:
        active = [one for one in active if one[0].end > block.start]
        covered = [one for one in active if one[0].first <= block.last and block.first <= one[0].last]
        depths = {depth for _, depth in covered}
        depth = next(number for number in range(len(depths) + 1) if number not in depths)
        cluster = _joined(of, covered, block)
        cluster.add(block, depth)
        of[id(block)] = cluster
        active.append((block, depth))
    for cluster in {id(one): one for one in of.values()}.values():
        _spread(cluster)
    column.starts = [block.start for block in column.blocks]
    column.reach = list(accumulate((block.end for block in column.blocks), max))
    _leave_room(column)


def _joined(of: dict[int, _Cluster], covered: Sequence[tuple[Block, int]], block: Block) -> _Cluster:
    """Return the one cluster of the blocks a block covers."""
    found = list({id(of[id(one)]): of[id(one)] for one, _ in covered}.values())
    if not found:
        return _Cluster()
    home = max(found, key=lambda cluster: len(cluster.blocks))
    for other in found:
        if other is not home:
            home.take(other)
            for one, _ in other.blocks:
                of[id(one)] = home
    if any(block.start - one.start < TOGETHER for one, _ in covered):
        home.close = True
    return home


def _spread(cluster: _Cluster) -> None:
    count = cluster.deepest + 1
    if count == 1:
        return
    beside = cluster.close and len(cluster.spans) == 1
    step = min(INDENT, INDENTED / (count - 1))
    for block, depth in cluster.blocks:
        if beside:
            share = (block.last + 1 - block.first) / count
            block.left, block.right = block.first + depth * share, block.first + (depth + 1) * share
        else:
            block.left = block.first + depth * step


def _leave_room(column: Column) -> None:
    """Tell each block when the next item of its lanes begins."""
    starts: dict[int, list[int]] = {}
    for block in column.blocks:
        for lane in range(block.first, block.last + 1):
            starts.setdefault(lane, []).append(block.start)
    for block in column.blocks:
        for lane in range(block.first, block.last + 1):
            following = bisect_left(starts[lane], block.end)
            if following < len(starts[lane]):
                block.until = min(block.until, starts[lane][following])


# -- items without a clock time -------------------------------------------------------------------


def _of_day(untimed: Iterable[Entry], day: dt.date) -> list[Entry]:
    return sorted((entry for entry in untimed if entry.date == day), key=lambda entry: entry.rank)


def _stacked(day: int, before: Sequence[Block], untimed: Sequence[Entry], lanes_of_day: int) -> list[Chip]:
    """Stack chips in their order; each lies below the last one that shares a lane with it.

    Only what names its groups keeps to their lanes: the others take the width of the day.
    """
    levels: dict[int, int] = {}
    chips: list[Chip] = []
    whole = (0, lanes_of_day - 1)
    wanted = [(place, *whole, True) for place in dict.fromkeys(one.place for one in before)]
    for one in untimed:
        span = (one.lanes[0], one.lanes[-1]) if one.grouped else whole
        wanted.append((one.place, *span, False))
    for place, first, last, from_before in wanted:
        lanes = range(first, last + 1)
        level = max(levels.get(lane, 0) for lane in lanes)
        levels.update(dict.fromkeys(lanes, level + 1))
        chips.append(Chip(place, day, level, first, last, from_before))
    return chips
