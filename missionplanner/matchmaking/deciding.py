"""Decide with a SAT solver how few breaks a timetable can have; runs in a process of its own.

python-sat is optional: without it a timetable is only not proved (DEPENDENCIES).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from missionplanner.matchmaking.encoding import Encoding, Impossible, encode, narrowed
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.problem import Places, Problem

SOLVER = "cadical195"


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
    fails is a proof that more are needed, and what a solver learnt on the way serves the next.
    """
    if known is None and not all(problem.domains):
        tell(Least(None))
        return
    try:
        made = encode(problem, narrowed(problem) if known is None else _held(problem, known), fairness)
    except Impossible:
        tell(Least(None))
        return
    breaks = [literal for waits in made.waits for literal in waits]
    if known is None or known.breaks:
        # Whether nobody has to wait, a solver of its own tells: clauses let it simplify more than assumptions.
        with _opened(made, [[-one] for one in breaks]) as solver:
            if solver.solve():
                known = _told(made, solver, tell)
    if known is not None and not known.breaks:
        tell(Least(0))
        return
    with _opened(made) as solver:
        # What is known is not set as phases: far from the optimum it more than doubled the time (measured).
        if known is None:
            if not solver.solve():
                tell(Least(None))
                return
            known = _told(made, solver, tell)
        _raise(made, solver, breaks, known, tell)


def _held(problem: Problem, known: Better) -> tuple[int, ...]:
    """Return the domains of the meetings a timetable holds; the others stay out."""
    return tuple(
        0 if place is None else domain for place, domain in zip(known.places, narrowed(problem), strict=True)
    )


def _opened(made: Encoding, more: Sequence[list[int]] = ()) -> Any:
    from pysat.solvers import Solver

    return Solver(name=SOLVER, bootstrap_with=[*made.clauses, *more])


def _told(made: Encoding, solver: Any, tell: Tell) -> Better:
    found = _read(made, solver)
    tell(found)
    return found


def _read(made: Encoding, solver: Any) -> Better:
    model = solver.get_model()
    places = made.read(model)
    return Better(places, score(made.problem, places).breaks, made.read_voices(model, places))


def _raise(made: Encoding, solver: Any, breaks: list[int], known: Better, tell: Tell) -> None:
    """Tell from 1 on, known not to be too many, how many breaks are needed; ends with those of a timetable."""
    for least, assumed in _bounds(made, solver, breaks, known.breaks):
        tell(Least(least))
        if solver.solve(assumptions=assumed):
            _told(made, solver, tell)
            return
    tell(Least(known.breaks))


def _bounds(made: Encoding, solver: Any, breaks: list[int], most: int) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield numbers from 1 below ``most``, each with what to assume for at most so many breaks."""
    if most <= 1:
        return
    from pysat.card import ITotalizer

    total = ITotalizer(lits=breaks, ubound=most, top_id=made.top)
    for clause in total.cnf.clauses:
        solver.add_clause(clause)
    outputs = list(total.rhs)
    total.delete()
    for least in range(1, most):
        yield least, [-outputs[least]]
