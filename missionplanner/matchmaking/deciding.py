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
    with _opened(made) as solver:
        # What is known is not set as phases: far from the optimum it more than doubled the time (measured).
        if known is None:
            if not solver.solve():
                tell(Least(None))
                return
            known = _told(made, solver, tell)
        _raise(made, solver, known, tell)


def _held(problem: Problem, known: Better) -> tuple[int, ...]:
    """Return the domains of the meetings a timetable holds; the others stay out."""
    return tuple(
        0 if place is None else domain for place, domain in zip(known.places, narrowed(problem), strict=True)
    )


def _opened(made: Encoding) -> Any:
    from pysat.solvers import Solver

    return Solver(name=SOLVER, bootstrap_with=made.clauses)


def _told(made: Encoding, solver: Any, tell: Tell) -> Better:
    found = _read(made, solver)
    tell(found)
    return found


def _read(made: Encoding, solver: Any) -> Better:
    model = solver.get_model()
    places = made.read(model)
    return Better(places, score(made.problem, places).breaks, made.read_voices(model, places))


def _raise(made: Encoding, solver: Any, known: Better, tell: Tell) -> None:
    breaks = [literal for waits in made.waits for literal in waits]
    least = 0
    for least, assumed in enumerate(_bounds(made, solver, breaks, known.breaks)):
        tell(Least(least))
        if least >= known.breaks:
            return
        if solver.solve(assumptions=assumed):
            _told(made, solver, tell)
            return
    tell(Least(least + 1))


def _bounds(made: Encoding, solver: Any, breaks: list[int], most: int) -> Iterator[Sequence[int]]:
    """Yield what to assume for at most 0, 1, 2 … breaks."""
    from pysat.card import ITotalizer

    yield [-one for one in breaks]
    if most <= 1:
        return
    total = ITotalizer(lits=breaks, ubound=most, top_id=made.top)
    for clause in total.cnf.clauses:
        solver.add_clause(clause)
    outputs = list(total.rhs)
    total.delete()
    for least in range(1, most):
        yield [-outputs[least]]


def refit(problem: Problem, places: Places, slots: Sequence[int], fairness: int | None) -> Better | None:
    """Return a better timetable in which only meetings in these slots change places among them, or None.

    All such exchanges are tried at once: where None comes back, there is none with fewer breaks.
    """
    window = sum(1 << slot for slot in slots)
    domains = tuple(
        0 if place is None else domain & window if window >> place & 1 else 1 << place
        for place, domain in zip(places, problem.domains, strict=True)
    )
    made = encode(problem, domains, fairness)
    breaks = [literal for waits in made.waits for literal in waits]
    now = score(problem, places).breaks
    with _opened(made) as solver:
        solver.set_phases(made.literals(places))
        if now < 1:
            return None
        _bound(made, solver, breaks, now - 1)
        if not solver.solve():
            return None
        return _read(made, solver)


def _bound(made: Encoding, solver: Any, breaks: list[int], most: int) -> None:
    from pysat.card import CardEnc, EncType

    written = CardEnc.atmost(lits=breaks, bound=most, top_id=made.top, encoding=EncType.totalizer)
    for clause in written.clauses:
        solver.add_clause(clause)
