"""Search for a good timetable with the standard library alone: serve everybody, then let nobody wait.

Every step counts moves, never time: the same problem and seed give the same timetable on every machine. A limit
of seconds only cuts the search short, and the answer says that it did.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

from missionplanner.base.progress import Progress
from missionplanner.matchmaking.bounds import Cumulated, cumulated, least_waiting
from missionplanner.matchmaking.figures import Score, score
from missionplanner.matchmaking.grid import NOBODY, Grid
from missionplanner.matchmaking.kempe import Annealer
from missionplanner.matchmaking.patterns import breaks_of
from missionplanner.matchmaking.problem import Places, Problem
from missionplanner.matchmaking.serving import serve
from missionplanner.matchmaking.windows import applies, excusing, least_breaks

Seen = Callable[["Found"], None]
"""Hear of each better timetable."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Say how long to search: moves at most, seconds at most (None for no limit), the seed of all chance.

    ``breaks`` is a number that is known to be the least possible: at it the search ends.
    """

    moves: int = 4_000_000
    seconds: float | None = 30.0
    seed: int = 1
    breaks: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Be a timetable: slot and interpreter of each meeting, what it is worth, moves tried, whether time cut it."""

    places: Places
    voices: tuple[int | None, ...]
    score: Score
    moves: int = 0
    cut: bool = False


HEAT = (0.5, 0.1)
"""In breaks. Hotter, the first rounds are lost; colder, a bad beginning cannot be left."""
_REHEAT = (0.25, 0.1)
_SHORTEST_ROUND = 80_000
_LONGER = 4
"""So many times as long as the first, no round is longer."""
_MOVES_A_MEETING = 40
_STEPS_A_MEETING = 40
_STEPS_AT_LEAST = 3_000
_MOST_NARROWED = 600
"""Meetings; to look at the slots left of more takes longer than it gains."""
_WHOLE_EVERY = 4
"""Of so many rounds one looks at all slots, the others at those left if few wait."""


def search(
    problem: Problem,
    effort: Effort,
    progress: Progress | None = None,
    seen: Seen | None = None,
    start: Found | None = None,
) -> Found:
    """Return the best timetable found. ``seen`` hears of the first and of each better one.

    ``start`` is one that was found before: the search goes on from it, and its moves count.

    Raises Cancelled where ``progress`` was cancelled; what was best until then, be it that meetings wait that need
    not, went to ``seen``.
    """
    return _Search(problem, effort, progress or Progress(), seen).run(start)


class _Search:
    def __init__(self, problem: Problem, effort: Effort, progress: Progress, seen: Seen | None) -> None:
        self._problem = problem
        self._effort = effort
        self._progress = progress
        self._seen = seen
        self._rng = Random(effort.seed)
        self._grid = Grid(problem, 1 if problem.fairness is None else problem.fairness)
        self._begun = time.monotonic()
        self._moves = 0
        self._rounds = 0
        self._cut = False
        self._best: Found | None = None

    def run(self, start: Found | None) -> Found:
        steps = _STEPS_AT_LEAST + _STEPS_A_MEETING * len(self._problem.meetings)
        if start is None:
            self._start_from_present()
        else:
            self._best, self._moves = start, start.moves
            self._put(start)
        try:
            serve(self._grid, self._rng, steps, self._in_good_time)
        finally:
            best = self._kept()
        length, heat = max(_SHORTEST_ROUND, _MOVES_A_MEETING * len(self._problem.meetings)), HEAT
        longest = length * _LONGER
        while not self._done(best) and self._moves < self._effort.moves and not self._cut:
            self._round(min(length, self._effort.moves - self._moves), heat)
            best = self._kept()
            length, heat = min(length * 2, longest), _REHEAT if heat is HEAT else HEAT
            self._again(best, steps)
        return Found(best.places, best.voices, best.score, self._moves, self._cut)

    def _start_from_present(self) -> None:
        """Begin with the timetable there is, as far as it holds."""
        for number, one in enumerate(self._problem.meetings):
            slot = one.locked if one.locked is not None else one.present
            if slot is not None and self._grid.open_slots(number) >> slot & 1:
                self._grid.place(number, slot)

    def _round(self, moves: int, heat: tuple[float, float]) -> None:
        self._rounds += 1
        if self._rounds % _WHOLE_EVERY:
            self._grid.domains = self._likely_slots()
        annealer = Annealer(self._grid, self._rng)
        annealer.run(moves, heat, self._in_time, max(self._effort.breaks, self._needed))
        self._moves += moves
        self._grid.domains = self._problem.domains
        self._grid.put(annealer.slot, annealer.voices)

    def _likely_slots(self) -> tuple[int, ...]:
        """Return slots in which few wait: far less to search, with the best timetable mostly still in it."""
        domains = self._problem.domains
        small = len(domains) <= _MOST_NARROWED
        if not small or not applies(self._problem) or self._grid.waiting():
            return domains
        days = self._problem.days
        waiting = [party for party, mask in enumerate(self._grid.masks) if breaks_of(mask, days)]
        return excusing(self._problem, domains, waiting, self._rng)

    def _again(self, best: Found, steps: int) -> None:
        """Go on from the best timetable; where meetings wait, try to serve them once more."""
        self._put(best)
        if best.score.unserved and not self._cut:
            serve(self._grid, self._rng, steps, self._in_time)
            self._kept()

    def _put(self, found: Found) -> None:
        self._grid.put(
            [-1 if slot is None else slot for slot in found.places],
            [NOBODY if voice is None else voice for voice in found.voices],
        )

    def _in_good_time(self) -> bool:
        """Tell whether there is time left to let nobody wait, once as many as can be are served."""
        half = self._effort.seconds is not None and time.monotonic() - self._begun > self._effort.seconds / 2
        return self._in_time() and not half

    def _in_time(self) -> bool:
        elapsed = time.monotonic() - self._begun
        share = self._moves / max(1, self._effort.moves)
        if self._effort.seconds is not None:
            self._cut = elapsed > self._effort.seconds
            share = max(share, elapsed / max(self._effort.seconds, 1e-3))
        self._progress.step(min(1000, int(share * 1000)), 1000)
        return not self._cut

    def _kept(self) -> Found:
        """Return the best timetable so far, the grid's now among them."""
        places = self._grid.places()
        worth = score(self._problem, places)
        if self._best is None or worth < self._best.score:
            voices = tuple(None if voice == NOBODY else voice for voice in self._grid.voices)
            self._best = Found(places, voices, worth, self._moves, self._cut)
            if self._seen is not None:
                self._seen(self._best)
        return self._best

    @cached_property
    def _least(self) -> Cumulated:
        return least_waiting(self._problem)

    @cached_property
    def _needed(self) -> int:
        return least_breaks(self._problem)

    def _done(self, best: Found) -> bool:
        """Tell whether nothing can be better: all that can be served is, and nobody waits."""
        least = self._effort.breaks if best.score.unserved else max(self._effort.breaks, self._needed)
        known = best.score.unfair == 0 and best.score.breaks <= least
        return (
            known and cumulated(best.score[:4]) == self._least and (best.score.idle == 0 or best.score.breaks == 0)
        )
