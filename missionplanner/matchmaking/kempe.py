"""Make a timetable better without ever breaking it: annealing over Kempe paths.

A timetable is an edge colouring. Two slots exchanged along a Kempe path leave it without a clash, and only the
path's two ends see their busy slots change, so that a move's price is that of two masks. Many moves start at
participants who wait, at the ends of their blocks; one that leaves somebody else to wait goes on from there.
"""

from __future__ import annotations

from functools import reduce
from math import exp
from operator import or_
from random import Random

from missionplanner.matchmaking.grid import Grid, Path
from missionplanner.matchmaking.patterns import Exchanges
from missionplanner.matchmaking.serving import Tick, place_open

GUIDED = 0.3
"""Share of the moves that start where somebody waits."""
NEUTRAL = 0.8
"""Share of the others that leave the participant they start at no worse off."""
DEPTH = 4
"""Moves tried together."""
_HOPELESS = 1.5
"""What moves together may cost on their way, in breaks."""
_CHECKED_EVERY = 1024
_LARGE = 1_000
"""Meetings."""

Move = tuple[int, int, int]
"""Participant, slot given up, slot taken."""
Step = tuple[Move, Path, int]
"""A move, the path it took, the participant at its end."""


class Annealer:
    """Move meetings of a grid about. ``best`` is the lowest price met, ``slot`` and ``voices`` its timetable."""

    def __init__(self, grid: Grid, rng: Random) -> None:
        self._grid = grid
        self._rng = rng
        self._exchanges = _exchanges(grid)
        self._active = [one for one, mask in enumerate(grid.masks) if 0 < mask.bit_count() < grid.width]
        self._restless: list[int] = []
        self._index = [-1] * len(grid.masks)
        for party in self._active:
            self._watch(party)
        self.price = sum(prices[mask] for prices, mask in zip(grid.prices, grid.masks, strict=True))
        self._keep()

    def _keep(self) -> None:
        self.best = self.price
        self.slot, self.voices = self._grid.slot[:], self._grid.voices[:]

    def run(self, moves: int, heat: tuple[float, float], tick: Tick, enough: int = 0) -> None:
        """Try so many moves while the heat falls from the first to the second value.

        Stops early where nobody waits, or the price is ``enough``, and everybody is served, and where ``tick``
        says there is no time.
        """
        if not self._active:
            return
        hot, cold = heat
        ratio, temperature = cold / hot, hot
        unserved = any(slot < 0 for slot in self._grid.slot)
        at, width, domains = self._grid.at, self._grid.width, self._grid.domains
        for tried in range(moves):
            if tried % _CHECKED_EVERY == 0:
                temperature = hot * ratio ** (tried / moves)
                done = not self._restless or self.best <= enough
                if (done and not unserved) or not tick():
                    return
            move = self._proposal()
            if move is not None and domains[at[move[0] * width + move[1]]] >> move[2] & 1:
                self._attempt(move, temperature)

    def _proposal(self) -> Move | None:
        chance = self._rng.random
        if self._restless and chance() < GUIDED:
            party = self._restless[int(chance() * len(self._restless))]
            exchanges = self._exchanges[party][self._grid.masks[party]]
            return (party, *exchanges[int(chance() * len(exchanges))]) if exchanges else None
        party = self._active[int(chance() * len(self._active))]
        if chance() < NEUTRAL:
            return self._next(party)
        mask, width = self._grid.masks[party], self._grid.width
        x, y = int(chance() * width), int(chance() * width)
        return (party, x, y) if mask >> x & 1 and not mask >> y & 1 else None

    def _path(self, party: int, x: int, y: int) -> tuple[Path, int] | None:
        """Follow the Kempe path of a participant who leaves x for y; None where a meeting on it may not move."""
        grid = self._grid
        at, width, domains, total = grid.at, grid.width, grid.domains, grid.total
        path: Path = []
        slot, taken, where = x, y, party
        while (one := at[where * width + slot]) >= 0:
            if not domains[one] >> taken & 1:
                return None
            path.append(one)
            where = total[one] - where
            slot, taken = taken, slot
        if len(path) & 1 and grid.room[y] < 1:
            return None
        return path, where

    def _attempt(self, move: Move | None, temperature: float) -> None:
        """Make a move where its price allows; where not, see whether a few more make up for it; else undo them.

        Each further move starts at the participant who was left worse off by the last one.
        """
        grid, masks, prices, total = self._grid, self._grid.masks, self._grid.prices, 0.0
        deepest = DEPTH if grid.plain else 1
        done: list[Step] = []
        while move is not None:
            found = self._path(*move)
            if found is None:
                break
            path, end = found
            party, x, y = move
            pair = 1 << x | 1 << y
            other = prices[end][masks[end] ^ pair] - prices[end][masks[end]]
            total += prices[party][masks[party] ^ pair] - prices[party][masks[party]] + other
            taken = total <= 0 or self._rng.random() < exp(-total / temperature)
            if not taken and (len(done) + 1 >= deepest or total > _HOPELESS):
                break
            if not grid.plain and not grid.allows_swap(path, x, y):
                break
            grid.swap(path, (party, end), x, y)
            done.append((move, path, end))
            if taken:
                self._accept(done, total)
                return
            move = self._next(end if other > 0 else party)
        for (party, x, y), path, end in reversed(done):
            grid.swap(path, (party, end), y, x)

    def _next(self, party: int) -> Move | None:
        exchanges = self._exchanges[party][self._grid.masks[party]]
        return (party, *exchanges[int(self._rng.random() * len(exchanges))]) if exchanges else None

    def _accept(self, done: list[Step], total: float) -> None:
        for move, _, end in done:
            self._watch(move[0])
            self._watch(end)
        self.price += total
        if self.price < self.best - 1e-6:
            self._keep()

    def _watch(self, party: int) -> None:
        """Keep the list of participants who wait, at least one break each."""
        mask = self._grid.masks[party]
        waits, index = self._grid.prices[party][mask] >= 1, self._index[party]
        if waits and index < 0:
            self._index[party] = len(self._restless)
            self._restless.append(party)
        elif not waits and index >= 0:
            last = self._restless.pop()
            if last != party:
                self._restless[index] = last
                self._index[last] = index
            self._index[party] = -1

    def fill(self) -> bool:
        """Place waiting meetings that fit as things are; tell whether any did."""
        waiting = [one for one in self._grid.waiting() if self._grid.domains[one]]
        by_priority = sorted(waiting, key=lambda one: self._grid.problem.meetings[one].priority)
        return place_open(self._grid, self._rng, by_priority)


def _exchanges(grid: Grid) -> list[Exchanges]:
    """Return the exchanges of each participant, those with the same slots and prices sharing them.

    In large timetables all slots are told apart by the moves themselves: what is shared is found sooner.
    """
    large = len(grid.slot) > _LARGE
    kept: dict[tuple[int, int], Exchanges] = {}
    found = []
    for prices, some in zip(grid.prices, grid.problem.of_party, strict=True):
        slots = grid.problem.every_slot if large else reduce(or_, (grid.domains[one] for one in some), 0)
        key = (id(prices), slots)
        if key not in kept:
            kept[key] = Exchanges(slots, prices)
        found.append(kept[key])
    return found
