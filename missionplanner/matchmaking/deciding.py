"""Decide with a SAT solver how few breaks a timetable can have; runs in a process of its own.

python-sat is optional: without it a timetable is only not proved (DEPENDENCIES).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from missionplanner.matchmaking.encoding import Encoding, Impossible, encode, narrowed
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.problem import Places, Problem
from missionplanner.matchmaking.windows import Crowded, Domains, applies, least_breaks, without_waiting

SOLVER = "cadical195"
_TUNED = {"target": 2, "restartint": 50}
"""Look for timetables rather than for proofs: these were found sooner, and proofs took as long, where measured."""


@dataclass(frozen=True, slots=True)
class Least:
    """Tell that no timetable has fewer breaks; ``breaks`` None that there is no timetable at all."""

    breaks: int | None


@dataclass(frozen=True, slots=True)
class Better:
    """Tell of a timetable with so many breaks."""

    places: Places
    breaks: int
    voices: tuple[int | None, ...] = ()


Told = Least | Better
Tell = Callable[[Told], None]


def available() -> bool:
    """Tell whether proofs can be made here."""
    return find_spec("pysat") is not None


def decide(problem: Problem, fairness: int | None, known: Better | None, tell: Tell) -> None:
    """Tell, step by step, of bounds and timetables, until both meet or there is none.

    All meetings that have a slot at all are held. The bound rises from 0, one break at a time: each step that
    fails is a proof that more are needed.
    """
    if known is None and not all(problem.domains):
        tell(Least(None))
        return
    try:
        domains = narrowed(problem) if known is None else _held(problem, known)
        made = encode(problem, domains, fairness)
    except Impossible:
        tell(Least(None))
        return
    least = least_breaks(problem) if all(domains) else 0
    if not least and (known is None or known.breaks):
        known = _calm(problem, domains, fairness, tell) or known
    if known is not None and not known.breaks:
        tell(Least(0))
        return
    if known is None:
        with _opened(made) as solver:
            if not solver.solve():
                tell(Least(None))
                return
            known = _told(made, solver, tell)
    _raise(made, max(1, least), known, tell)


def _calm(problem: Problem, domains: Domains, fairness: int | None, tell: Tell) -> Better | None:
    """Return a timetable in which nobody has to wait, None where there is none.

    A solver of its own tells, in what is left of the slots: clauses let it simplify more than assumptions.
    """
    if all(domains) and applies(problem):
        found = without_waiting(problem, domains)
        if isinstance(found, Crowded):
            return None
        domains = found
    try:
        made = encode(problem, domains, fairness)
    except Impossible:
        return None
    with _opened(made, [[-one] for waits in made.waits for one in waits]) as solver:
        return _told(made, solver, tell) if solver.solve() else None


def _held(problem: Problem, known: Better) -> tuple[int, ...]:
    """Return the domains of the meetings a timetable holds; the others stay out."""
    return tuple(
        0 if place is None else domain for place, domain in zip(known.places, narrowed(problem), strict=True)
    )


def _opened(made: Encoding, more: Sequence[list[int]] = ()) -> Any:
    from pysat.solvers import Solver

    solver = Solver(name=SOLVER)
    solver.configure(_TUNED)
    solver.append_formula([*made.clauses, *more])
    return solver


def _told(made: Encoding, solver: Any, tell: Tell) -> Better:
    found = _read(made, solver)
    tell(found)
    return found


def _read(made: Encoding, solver: Any) -> Better:
    model = solver.get_model()
    places = made.read(model)
    return Better(places, score(made.problem, places).breaks, made.read_voices(model, places))


def _raise(made: Encoding, first: int, known: Better, tell: Tell) -> None:
    """Tell from ``first`` on, known not to be too many, how many breaks are needed; end at a timetable.

    Each number has a solver of its own: how long the last one takes varies much with what was learnt before.
    """
    for least in range(first, known.breaks):
        tell(Least(least))
        with _opened(made, _at_most(made, least)) as solver:
            if solver.solve():
                _told(made, solver, tell)
                return
    tell(Least(known.breaks))


def _at_most(made: Encoding, most: int) -> list[list[int]]:
    """Return the clauses that leave at most so many breaks.

    They are counted one after the other: with a totaliser the restricted forms of the hardest published instance
    took half as long again, and its original as long.
    """
    from pysat.card import CardEnc, EncType

    breaks = [literal for waits in made.waits for literal in waits]
    if most >= len(breaks):
        return []
    written = CardEnc.atmost(lits=breaks, bound=most, top_id=made.top, encoding=EncType.seqcounter)
    return list(written.clauses)
