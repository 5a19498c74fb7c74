"""Walk a board by keys: up and down through time in the same lanes, left and right to the nearest hour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from missionplanner.gui.board.layout import Layout

SHELF = -1
"""Number of the shelf among the days."""
_LEVEL = 30
"""Minutes one row of items without a clock time counts for."""


class Move(Enum):
    """Where to go from an item."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class _Stop:
    place: int
    day: int
    minute: float
    lanes: frozenset[int]

    @property
    def key(self) -> tuple[int, float, int, int]:
        return self.day, self.minute, min(self.lanes), self.place


class Walk:
    """Be the ways between the items of a layout.

    The lane one walks in is remembered while one comes through items of several lanes.
    """

    def __init__(self, layout: Layout) -> None:
        self._lanes, self._lane = layout.lanes, 0
        self._shelf_beside = layout.hours[0]
        self._stops = {stop.place: stop for stop in _stops(layout)}
        self._order = sorted(self._stops.values(), key=lambda stop: stop.key)

    def entry(self) -> int | None:
        """Return where to begin: the first item of the first day, else of the shelf."""
        placed = next((stop.place for stop in self._order if stop.day != SHELF), None)
        return placed if placed is not None else next((stop.place for stop in self._order), None)

    def places(self, day: int) -> list[int]:
        """Return the rows of a day in the order of time."""
        return [stop.place for stop in self._order if stop.day == day]

    def day_of(self, place: int) -> int | None:
        """Return the day a row is walked on, ``SHELF`` for the shelf."""
        stop = self._stops.get(place)
        return stop.day if stop is not None else None

    def step(self, place: int, move: Move, page: float = 240) -> int:
        """Return the row one comes to; the same one where there is no other. ``page`` is in minutes."""
        now = self._stops.get(place)
        if now is None:
            entry = self.entry()
            return place if entry is None else entry
        if move in (Move.LEFT, Move.RIGHT):
            found = self._across(now, 1 if move is Move.RIGHT else -1)
        elif move in (Move.FIRST, Move.LAST):
            rows = self.places(now.day)
            return rows[0] if move is Move.FIRST else rows[-1]
        elif move in (Move.PAGE_UP, Move.PAGE_DOWN):
            found = self._far(now, page if move is Move.PAGE_DOWN else -page)
        else:
            found = self._along(now, move)
        return found.place if found is not None else place

    def _along(self, now: _Stop, move: Move) -> _Stop | None:
        all_lanes = move in (Move.NEXT, Move.PREVIOUS)
        same = [stop for stop in self._order if all_lanes or stop.lanes & now.lanes]
        if move in (Move.DOWN, Move.NEXT):
            found = next((stop for stop in same if stop.key > now.key), None)
        else:
            found = next((stop for stop in reversed(same) if stop.key < now.key), None)
        if found is None or all_lanes:
            return found
        if len(now.lanes) < self._lanes or self._lane not in now.lanes:
            self._lane = min(now.lanes)
        return self._in_my_lane(found, same, now)

    def _in_my_lane(self, found: _Stop, same: Iterable[_Stop], now: _Stop) -> _Stop:
        """Return what begins together with the one found, but in the lane one walks in, where there is such."""
        beside = (stop for stop in same if (stop.day, stop.minute) == (found.day, found.minute))
        ahead = found.key > now.key
        mine = (stop for stop in beside if self._lane in stop.lanes and (stop.key > now.key) is ahead)
        return next((stop for stop in mine if stop is not now), found)

    def _far(self, now: _Stop, minutes: float) -> _Stop | None:
        same = [stop for stop in self._order if stop.day == now.day and stop.lanes & now.lanes]
        ahead = [stop for stop in same if (stop.key > now.key) == (minutes > 0) and stop is not now]
        return min(ahead, key=lambda stop: abs(stop.minute - now.minute - minutes), default=None)

    def _across(self, now: _Stop, way: int) -> _Stop | None:
        beside = [stop for stop in self._order if stop.day == now.day and _beyond(stop, now, way)]
        if beside:
            return min(beside, key=lambda stop: (_distance(stop, now, way), abs(stop.minute - now.minute)))
        days = sorted({stop.day for stop in self._order if (stop.day - now.day) * way > 0}, reverse=way < 0)
        if not days:
            return None
        there = [stop for stop in self._order if stop.day == days[0]]
        minute = self._shelf_beside if SHELF in (now.day, days[0]) else now.minute
        return min(there, key=lambda stop: (abs(stop.minute - minute), min(stop.lanes) * way))


def _beyond(stop: _Stop, now: _Stop, way: int) -> bool:
    return min(stop.lanes) > max(now.lanes) if way > 0 else max(stop.lanes) < min(now.lanes)


def _distance(stop: _Stop, now: _Stop, way: int) -> int:
    return min(stop.lanes) - max(now.lanes) if way > 0 else min(now.lanes) - max(stop.lanes)


def _stops(layout: Layout) -> Iterable[_Stop]:
    """Tell where each row is walked to: where it begins, else where it goes on."""
    for place, blocks in layout.blocks_of.items():
        day = blocks[0].day
        own = [block for block in blocks if block.day == day]
        lanes = frozenset(lane for block in own for lane in range(block.first, block.last + 1))
        yield _Stop(place, day, own[0].start, lanes)
    for place, chip in layout.chip_of.items():
        minute = layout.hours[0] - (layout.levels - chip.level) * _LEVEL
        yield _Stop(place, chip.day, minute, frozenset(range(chip.first, chip.last + 1)))
    for place, number in layout.shelf_of.items():
        yield _Stop(place, SHELF, number, frozenset({SHELF}))
