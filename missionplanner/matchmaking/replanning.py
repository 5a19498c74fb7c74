"""Plan anew after a change: keep what is locked, serve as many as before, move as few as can be."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from missionplanner.base.progress import Progress
from missionplanner.matchmaking.figures import Score, score
from missionplanner.matchmaking.grid import NOBODY, Grid
from missionplanner.matchmaking.local_search import Effort, Found, Seen
from missionplanner.matchmaking.problem import Places, Problem
from missionplanner.matchmaking.serving import Tick, place_open, serve

_TRIES = 24
_STEPS_AT_LEAST = 400
_PATIENCE_AT_LEAST = 50
_PATIENCE_A_WAITING = 2


@dataclass(frozen=True, slots=True)
class Replanned:
    """Be a timetable planned anew: what moved from one slot to another, what is new in it, what it lost.

    ``moved`` holds (meeting, slot before, slot now); the others are numbers of meetings.
    """

    found: Found
    moved: tuple[tuple[int, int, int], ...]
    added: tuple[int, ...]
    lost: tuple[int, ...]


def replan(
    problem: Problem, effort: Effort, progress: Progress | None = None, seen: Seen | None = None
) -> Replanned:
    """Return a timetable near the one of ``present`` slots: unserved wishes count first, then moves, then breaks.

    The first try moves nothing that can stay; others make small repairs, each with its own luck, and every meeting
    that may go back goes back. A limit of seconds only cuts the tries short. ``seen`` hears of each better one.
    Raises Cancelled.
    """
    asked, rng, begun = progress or Progress(), Random(effort.seed), time.monotonic()

    def in_time(tried: int) -> bool:
        asked.step(tried, _TRIES)
        return effort.seconds is None or time.monotonic() - begun < effort.seconds

    found = _kept(problem, Random(effort.seed))
    best = _worth(problem, found), found
    if seen is not None:
        seen(found)
    for number in range(1, _TRIES):
        if not in_time(number) or (not best[0][1] and not best[1].score.unserved):
            break
        found = _repaired(problem, Random(rng.randrange(1 << 30)), partial(in_time, number))
        worth = _worth(problem, found)
        if worth < best[0]:
            best = worth, found
            if seen is not None:
                seen(found)
    return compared(problem, replace(best[1], cut=not in_time(_TRIES)))


def _worth(problem: Problem, found: Found) -> tuple[tuple[int, ...], int, Score]:
    return tuple(found.score[:4]), len(_moved(problem, found.places)), found.score


def compared(problem: Problem, found: Found) -> Replanned:
    """Tell a timetable from the one of ``present`` slots."""
    pairs = list(enumerate(zip(problem.meetings, found.places, strict=True)))
    return Replanned(
        found=found,
        moved=_moved(problem, found.places),
        added=tuple(number for number, (one, now) in pairs if one.present is None and now is not None),
        lost=tuple(number for number, (one, now) in pairs if one.present is not None and now is None),
    )


def _moved(problem: Problem, places: Places) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (number, one.present, now)
        for number, (one, now) in enumerate(zip(problem.meetings, places, strict=True))
        if one.present is not None and now is not None and now != one.present
    )


def _present(problem: Problem, rng: Random) -> Grid:
    """Return a timetable of what can stay where it is."""
    grid = Grid(problem, 1 if problem.fairness is None else problem.fairness)
    order = sorted(range(len(problem.meetings)), key=lambda one: (*_urgency(problem, one), rng.random()))
    for one in order:
        wanted = problem.meetings[one]
        slot = wanted.locked if wanted.locked is not None else wanted.present
        if slot is not None and grid.open_slots(one) >> slot & 1:
            grid.place(one, slot)
    return grid


def _kept(problem: Problem, rng: Random) -> Found:
    """Return the present timetable with what fits beside it; nothing moves that can stay."""
    grid = _present(problem, rng)
    displaced = [one for one in grid.waiting() if problem.meetings[one].present is not None]
    new = [one for one in grid.waiting() if problem.meetings[one].present is None]
    for some in (displaced, new):
        place_open(grid, rng, sorted(some, key=lambda one: problem.meetings[one].priority))
    return _found(problem, grid)


def _repaired(problem: Problem, rng: Random, tick: Tick) -> Found:
    grid = _present(problem, rng)
    patience = _PATIENCE_AT_LEAST + _PATIENCE_A_WAITING * len(grid.waiting())
    serve(grid, rng, _STEPS_AT_LEAST + 10 * len(problem.meetings), tick, patience)
    _take_back(problem, grid)
    return _found(problem, grid)


def _found(problem: Problem, grid: Grid) -> Found:
    voices = tuple(None if voice == NOBODY else voice for voice in grid.voices)
    return Found(grid.places(), voices, score(problem, grid.places()))


def _urgency(problem: Problem, one: int) -> tuple[bool, int]:
    wanted = problem.meetings[one]
    return wanted.locked is None, wanted.priority


def _take_back(problem: Problem, grid: Grid) -> None:
    """Give meetings their slot back where it is free again, until none can."""
    again = True
    while again:
        again = False
        for number, one in enumerate(problem.meetings):
            slot = grid.slot[number]
            if one.locked is not None or one.present is None or slot in (-1, one.present):
                continue
            grid.remove(number)
            home = bool(grid.open_slots(number) >> one.present & 1)
            grid.place(number, one.present if home else slot)
            again = again or home
