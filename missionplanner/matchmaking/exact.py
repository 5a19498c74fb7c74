"""Find the best timetable and prove it, from both sides at once, each in a process of its own.

A solver raises the number of breaks that are needed, here the annealer lowers the number that is enough; where
they meet, the timetable is proved. Small timetables are left to the solver alone at first. Without python-sat, or
out of time, it is only not proved.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from types import TracebackType

from missionplanner.base.errors import Cancelled
from missionplanner.base.progress import Progress
from missionplanner.matchmaking import deciding
from missionplanner.matchmaking.deciding import Better, Least, Told
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.local_search import Effort, Found, Seen, search
from missionplanner.matchmaking.problem import Problem
from missionplanner.matchmaking.windows import least_breaks

_FIRST_MOVES = 80_000
"""Moves of the annealer before a solver is started at all: most timetables are then done."""
_MOST_MOVES, _MOVES_A_MEETING = 150_000, 400
"""Moves of the annealer beside the solver: after them it has found the optimum, or is not about to."""
_ALONE, _SHARE_ALONE = 20.0, 0.3
"""Seconds, and share of the time there is, that the solver is left alone: it mostly is done before, and of the 78
published timetables that were open by then the annealer found the best of 2."""
_SOON_DECIDED = 400
"""Meetings; with more, the solver is not likely to be done soon, and both begin together."""
_TICK = 0.02


@dataclass(frozen=True, slots=True)
class Answer:
    """Be the best timetable known and what is proved of it.

    ``least`` is the number of breaks that every timetable with these meetings and this fairness has; ``proved``
    tells that ``found`` has no more. ``impossible`` tells that not all compulsory meetings can be held.
    """

    found: Found
    least: int = 0
    proved: bool = False
    impossible: bool = False


def solve(problem: Problem, effort: Effort, progress: Progress | None = None, seen: Seen | None = None) -> Answer:
    """Return the best timetable found, with a proof where there was time for one.

    The proof is about breaks, for the meetings that are held and the fairness that was asked for or reached.
    ``seen`` hears of each better timetable. Raises Cancelled.
    """
    begun = time.monotonic()
    asked = progress or Progress()
    if not deciding.available():
        return _unproved(problem, search(problem, effort, asked, seen))
    first = search(problem, replace(effort, moves=min(effort.moves, _FIRST_MOVES)), asked, seen)
    if _ideal(problem, first) or not _decidable(problem, first):
        left = effort if effort.seconds is None else replace(effort, seconds=_left(effort, begun))
        done = _ideal(problem, first) or first.cut
        return _unproved(problem, first if done else search(problem, left, asked, seen, first))
    return _Both(problem, effort, first, (begun, asked, seen)).run()


def _unproved(problem: Problem, found: Found) -> Answer:
    """Answer without a solver: what is known of breaks is known all the same."""
    least = least_breaks(problem) if found.score.unserved == 0 else 0
    return Answer(found, least, _ideal(problem, found) and _decidable(problem, found))


def _left(effort: Effort, begun: float) -> float:
    return max(0.0, (effort.seconds or 0.0) - (time.monotonic() - begun))


def _ideal(problem: Problem, found: Found) -> bool:
    """Tell whether nobody waits but who has to anyway."""
    held = found.score.unserved == 0 and found.score.unfair == 0
    return held and (found.score.breaks == 0 or found.score.breaks <= least_breaks(problem))


def _decidable(problem: Problem, found: Found) -> bool:
    """Tell whether what is to be proved is about breaks alone: every meeting held, or all compulsory."""
    return found.score.unserved == 0 or all(one.priority == 0 for one in problem.meetings)


class _Both:
    """Anneal here and decide there, until both meet, somebody cancels or the time is over."""

    def __init__(
        self, problem: Problem, effort: Effort, first: Found, under_way: tuple[float, Progress, Seen | None]
    ) -> None:
        self._problem = problem
        self._effort = effort
        self._begun, self._asked, self._seen = under_way
        self._best = first
        self._least = 0
        self._impossible = False
        self._fairness = problem.fairness
        if problem.fairness is None:
            self._fairness = first.score.unfair

    def run(self) -> Answer:
        """Let the solver decide alone for a while, the annealer go on beside it after that."""
        known = Better(self._best.places, self._best.score.breaks) if self._holds else None
        with _Decider(self._problem, self._fairness, known) as decider:
            self._wait(decider, self._alone)
            if not self._met:
                with suppress(_Enough):
                    search(self._problem, self._rest(), _Listening(self, decider), self._hear, self._best)
                self._wait(decider, None)
        return Answer(self._best, self._least, self._met and not self._impossible, self._impossible)

    def _wait(self, decider: _Decider, seconds: float | None) -> None:
        """Listen until both meet, nothing more is told or the time is over, and so many seconds at most."""
        begun = time.monotonic()
        while decider.alive and not self._met and self._has_time:
            waited = time.monotonic() - begun
            if seconds is not None and waited >= seconds:
                return
            self._listen(decider, _TICK)
            self._asked.step(1000 if seconds is None else int(1000 * _SHARE_ALONE * waited / seconds), 1000)

    @property
    def _alone(self) -> float:
        """Return the seconds in which the solver is left alone."""
        if len(self._problem.meetings) > _SOON_DECIDED:
            return 0.0
        if self._effort.seconds is None:
            return _ALONE
        return min(_ALONE, _SHARE_ALONE * _left(self._effort, self._begun))

    def _rest(self) -> Effort:
        seed = Random(self._effort.seed).randrange(1 << 30)
        seconds = None if self._effort.seconds is None else _left(self._effort, self._begun)
        most = self._best.moves + max(_MOST_MOVES, _MOVES_A_MEETING * len(self._problem.meetings))
        return replace(self._effort, seconds=seconds, seed=seed, moves=min(self._effort.moves, most))

    @property
    def _met(self) -> bool:
        return self._impossible or (self._holds and self._best.score.breaks <= self._least)

    @property
    def _holds(self) -> bool:
        """Tell whether the best has every meeting, and is as fair as was asked where it was."""
        fair = self._problem.fairness is None or self._best.score.unfair == 0
        return self._best.score.unserved == 0 and fair

    @property
    def _has_time(self) -> bool:
        return self._effort.seconds is None or _left(self._effort, self._begun) > 0

    def _hear(self, found: Found) -> None:
        if found.score < self._best.score:
            self._best = found
            if self._seen is not None:
                self._seen(found)

    def _listen(self, decider: _Decider, wait: float) -> None:
        for told in decider.heard(wait):
            if isinstance(told, Better):
                self._hear(Found(told.places, told.voices, score(self._problem, told.places)))
            elif told.breaks is None:
                self._impossible = True
            else:
                self._least = max(self._least, told.breaks)

    def step(self, decider: _Decider, done: int, total: int) -> None:
        """Look whether the other side is done. Raises _Enough once both meet."""
        self._asked.step(done, total)
        self._listen(decider, 0.0)
        if self._met:
            raise _Enough("")


class _Enough(Cancelled):
    """Stop the annealer: nothing better is there to be found."""


class _Listening(Progress):
    """Let the annealer hear, at each step, what the other side has found."""

    def __init__(self, both: _Both, decider: _Decider) -> None:
        super().__init__()
        self._both = both
        self._decider = decider

    def step(self, done: int, total: int, text: str = "") -> None:
        self._both.step(self._decider, done, total)


class _Decider:
    """Be the process that decides; it ends with the block it is used in."""

    def __init__(self, problem: Problem, fairness: int | None, known: Better | None) -> None:
        context = get_context("spawn")
        self._ours, self._theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_decide, args=(self._theirs, problem, fairness, known), daemon=True)
        self._ended = False

    def __enter__(self) -> _Decider:
        self._process.start()
        self._theirs.close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._ours.close()

    @property
    def alive(self) -> bool:
        return not self._ended and (self._process.is_alive() or self._ours.poll())

    def heard(self, wait: float) -> list[Told]:
        """Return what was told since, after waiting for it so many seconds at most."""
        found: list[Told] = []
        try:
            while self._ours.poll(0.0 if found else wait):
                told = self._ours.recv()
                if isinstance(told, Better | Least):
                    found.append(told)
        except (EOFError, OSError):  # it is done, or somebody ended it: from now on the pipe always looks ready
            self._ended = True
            self._process.join()
        return found


def _decide(connection: Connection, problem: Problem, fairness: int | None, known: Better | None) -> None:
    deciding.decide(problem, fairness, known, connection.send)
