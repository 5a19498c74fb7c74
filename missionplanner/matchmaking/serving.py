"""Serve waiting meetings: place each where there is room, else let others wait in its stead."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from functools import cached_property
from random import Random

from missionplanner.matchmaking.bounds import Cumulated, cumulated, least_waiting
from missionplanner.matchmaking.grid import Grid
from missionplanner.matchmaking.problem import Priority, bits

Tick = Callable[[], bool]
"""Say whether there is time to go on."""
_CHECKED_EVERY = 256
_NEVER = float("inf")
_PATIENCE_AT_LEAST = 200
_PATIENCE_A_MEETING = 2
_ONCE = 3.0
"""What it costs to let another meeting wait; one more for each time it waited already."""


class Serving:
    """Place meetings by priority, the most bound first, with ejection.

    A meeting never pushes out a more important one that has nowhere else to go. Those pushed out often become
    dear, so that the search moves on. The best state met is what remains.
    """

    def __init__(self, grid: Grid, rng: Random) -> None:
        self._grid = grid
        self._rng = rng
        self._waited = [0] * len(grid.slot)
        self._queue: list[tuple[int, float, int]] = []
        self._turn = 0.0
        self._counts = [0] * len(Priority)
        self._best: tuple[int, ...] | None = None
        self._kept: tuple[list[int], list[int]] = ([], [])

    def run(self, steps: int, tick: Tick, patience: int) -> None:
        """Serve what waits, in at most so many steps; ends after ``patience`` steps without a better state."""
        for one in self._bound_first():
            self._wait(one, self._turn)
            self._turn += 1
        since = 0
        for step in range(steps):
            if self._best is not None and cumulated(self._best) == self._least:
                break
            if not self._queue or since > patience or (step % _CHECKED_EVERY == 0 and not tick()):
                break
            _, _, one = heapq.heappop(self._queue)
            since += 1
            self._counts[self._grid.problem.meetings[one].priority] -= 1
            if not self._place_open(one):
                self._counts[self._grid.problem.meetings[one].priority] += 1
                since = 0 if self._remember() else since
                self._counts[self._grid.problem.meetings[one].priority] -= 1
                self._push_in(one)
        self._settle()

    @cached_property
    def _least(self) -> Cumulated:
        """Return how many of those that have a slot at all wait at least."""
        problem = self._grid.problem
        hopeless = [0] * len(Priority)
        for one, domain in zip(problem.meetings, problem.domains, strict=True):
            hopeless[one.priority] += not domain
        return tuple(all_ - none for all_, none in zip(least_waiting(problem), cumulated(hopeless), strict=True))

    def _bound_first(self) -> list[int]:
        """Order the waiting meetings: locked, then by how few slots they have beyond what their sides need."""
        grid = self._grid
        asked = [len(some) for some in grid.problem.of_party]
        slack = {
            one: (
                grid.problem.meetings[one].locked is None,
                grid.domains[one].bit_count() - max(asked[side] for side in grid.sides[one]),
                self._rng.random(),
            )
            for one in grid.waiting()
            if grid.domains[one]
        }
        return sorted(slack, key=slack.__getitem__)

    def _wait(self, one: int, turn: float) -> None:
        wanted = self._grid.problem.meetings[one]
        self._counts[wanted.priority] += 1
        heapq.heappush(self._queue, (-1 if wanted.locked is not None else wanted.priority, turn, one))

    def _place_open(self, one: int) -> bool:
        """Place a meeting where nobody has to move, beside other meetings of its sides where that can be."""
        grid = self._grid
        free = grid.open_slots(one)
        if not free:
            return False
        a, b = (grid.masks[side] for side in grid.sides[one])
        near_a, near_b = (a << 1 | a >> 1), (b << 1 | b >> 1)
        choice = bits(free & near_a & near_b or free & (near_a | near_b) or free)
        grid.place(one, choice[int(self._rng.random() * len(choice))])
        return True

    def _push_in(self, one: int) -> None:
        """Place a meeting in the slot where that costs least, and let those wait that are in its way."""
        grid = self._grid
        best, slot, leaving = _NEVER, -1, set[int]()
        for each in bits(grid.domains[one]):
            out = self._in_the_way(one, each)
            if out is not None:
                cost = sum(_ONCE + self._waited[other] for other in out) + self._rng.random()
                if cost < best:
                    best, slot, leaving = cost, each, out
        if slot < 0:
            self._counts[grid.problem.meetings[one].priority] += 1
            return
        self._turn += 1
        for other in leaving:
            self._waited[other] += 1
            grid.remove(other)
            late = self._turn if self._waited[other] > 3 else -self._turn
            self._wait(other, late)
        grid.place(one, slot)

    def _in_the_way(self, one: int, slot: int) -> set[int] | None:
        """Return the meetings that would have to leave a slot for one, None where that may not be."""
        grid = self._grid
        there = {grid.at[side * grid.width + slot] for side in grid.sides[one]} - {-1}
        if grid.room[slot] + len(there) < 1:
            others = [other for other, where in enumerate(grid.slot) if where == slot and self._may_go(other, one)]
            if not others:
                return None
            there.add(min(others, key=lambda other: self._waited[other] + self._rng.random()))
        if not grid.plain or grid.limited:
            more = self._bound_by_rules(one, slot, there)
            if more is None:
                return None
            there |= more
        return there if all(self._may_go(other, one) for other in there) else None

    def _bound_by_rules(self, one: int, slot: int, there: set[int]) -> set[int] | None:
        """Return who else has to go for the order of meetings, for an interpreter and for the limits of a day."""
        grid = self._grid
        out = {other for other in grid.problem.before[one] if grid.slot[other] >= slot}
        out |= {other for other in grid.problem.after[one] if -1 < grid.slot[other] <= slot}
        if grid.voice_for(one, slot) is None:
            voices = set(grid.problem.meetings[one].interpreters or ())
            busy = [
                other
                for other, where in enumerate(grid.slot)
                if where == slot and grid.voices[other] in voices and self._may_go(other, one)
            ]
            if not busy:
                return None
            out.add(min(busy, key=self._waited.__getitem__))
        if not grid.within_limits(one, slot):
            crowded = self._of_the_day(one, slot, there | out)
            if crowded is None:
                return None
            out |= crowded
        return out

    def _of_the_day(self, one: int, slot: int, leaving: set[int]) -> set[int] | None:
        """Return one meeting of that day of each side that has too many, None where none of a side may go."""
        grid = self._grid
        day = next(day for day in grid.problem.days if day >> slot & 1)
        out = set[int]()
        for side in grid.sides[one]:
            limit = grid.problem.parties[side].max_per_day
            held = {grid.at[side * grid.width + each] for each in bits(grid.masks[side] & day)}
            if limit is None or len(held - leaving) < limit:
                continue
            may = [other for other in held - leaving if self._may_go(other, one)]
            if not may:
                return None
            out.add(min(may, key=lambda other: self._waited[other] + self._rng.random()))
        return out

    def _may_go(self, other: int, one: int) -> bool:
        """Tell whether a meeting may wait for another: not a locked one, nor a dearer one with nowhere to go."""
        meetings = self._grid.problem.meetings
        if meetings[other].locked is not None:
            return False
        return meetings[other].priority >= meetings[one].priority or bool(self._grid.open_slots(other))

    def _remember(self) -> bool:
        """Keep this state where it is the best met; tell whether it is."""
        state = tuple(self._counts)
        if self._best is not None and state >= self._best:
            return False
        self._best, self._kept = state, (self._grid.slot[:], self._grid.voices[:])
        return True

    def _settle(self) -> None:
        """Go back to the best state met, unless this one is as good; fill what can be filled."""
        if self._best is not None and self._best < tuple(self._counts):
            self._grid.put(*self._kept)
        for one in sorted(self._grid.waiting(), key=lambda each: self._grid.problem.meetings[each].priority):
            self._place_open(one)


def serve(grid: Grid, rng: Random, steps: int, tick: Tick, patience: int | None = None) -> None:
    """Place as many waiting meetings as can be, the important ones first.

    More wishes than there is room for are never all served: after ``patience`` steps without a better state it
    ends.
    """
    usual = _PATIENCE_AT_LEAST + _PATIENCE_A_MEETING * len(grid.slot)
    Serving(grid, rng).run(steps, tick, usual if patience is None else patience)


def place_open(grid: Grid, rng: Random, waiting: Iterable[int]) -> bool:
    """Place those of some waiting meetings that fit as things are; tell whether any did."""
    found = False
    for one in waiting:
        free = grid.open_slots(one)
        if free:
            choice = bits(free)
            grid.place(one, choice[int(rng.random() * len(choice))])
            found = True
    return found
