"""What the searches find: always a timetable that holds, the best one where it is proved."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, islice, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Cancelled
from missionplanner.base.progress import Progress
from missionplanner.matchmaking import deciding, exact, published
from missionplanner.matchmaking.bounds import is_least, least_waiting
from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.local_search import Effort, Found, search
from missionplanner.matchmaking.problem import (
    Interpreter,
    Party,
    Places,
    Priority,
    Problem,
    SlotTime,
    Wanted,
)
from tests.families import FAMILIES, planted

SHORT = Effort(moves=4_000, seconds=None)
DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "b2b"
PROVED_QUICKLY = (
    "tic-12.original",
    "tic-12.fixed020-Forb",
    "tic-12.forb0003",
    "tic-13.fixed040-Forb",
    "forumt-14.original",
)
needs_solver = pytest.mark.skipif(not deciding.available(), reason="python-sat is not installed")


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a small problem with everything a mission can ask for; its locks never clash."""
    rng = draw(st.randoms(use_true_random=False))
    parties, slots = rng.randint(2, 6), rng.randint(1, 6)
    every = (1 << slots) - 1
    pairs = rng.sample(list(combinations(range(parties), 2)), rng.randint(1, min(8, parties * (parties - 1) // 2)))
    meetings = [
        Wanted(
            a,
            b,
            rng.randint(0, every),
            rng.choice(list(Priority)),
            interpreters=rng.choice([None, None, (0,), (0, 1), ()]),
        )
        for a, b in pairs
    ]
    meetings[0] = replace(meetings[0], locked=rng.choice([None, rng.randrange(slots)]), interpreters=None)
    return Problem(
        tuple(
            Party(str(n), rng.choice([0, rng.randint(0, every)]), rng.choice([None, 1, 2])) for n in range(parties)
        ),
        tuple(SlotTime(t // 3, 40 * t, 40 * t + 40, rng.randint(1, 2)) for t in range(slots)),
        tuple(meetings),
        precedences=((1, 2),) if len(pairs) > 2 else (),
        refused=frozenset(rng.sample(pairs[1:], min(1, len(pairs) - 1))),
        interpreters=(Interpreter("A", 0), Interpreter("B", rng.randint(0, every))),
    )


@given(problems(), st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_nothing_found_ever_breaks_a_rule(problem: Problem, seed: int) -> None:
    effort = replace(SHORT, seed=seed, moves=800)
    told: list[Found] = []
    found = search(problem, effort, seen=told.append)
    for each in (*told, found):
        counted = recount(problem, each.places, each.voices)
        assert counted.faults == ()
        assert counted.unserved == each.score[:4]
        assert (counted.spread, sum(counted.breaks), sum(counted.idle)) == each.score[4:]
    assert [each.score for each in told] == sorted((each.score for each in told), reverse=True)
    again = search(problem, effort)
    assert (again.places, again.voices) == (found.places, found.voices)


@given(problems())
@settings(max_examples=25, deadline=None)
def test_nobody_serves_more_than_the_bound_allows(problem: Problem) -> None:
    found = search(problem, replace(SHORT, moves=200))
    waiting = [sum(found.score[: n + 1]) for n in range(4)]
    assert all(least <= many for least, many in zip(least_waiting(problem), waiting, strict=True))
    if is_least(problem, found.score):
        rivals = islice(product((None, *range(len(problem.slots))), repeat=len(problem.meetings)), 3_000)
        held = (places for places in rivals if recount(problem, places).holds)
        assert min((score(problem, places)[:4] for places in held), default=found.score[:4]) >= found.score[:4]


def test_the_bound_sees_limits_tables_and_sides() -> None:
    every = (1 << 4) - 1
    slots = tuple(SlotTime(0, t, t + 1, 2) for t in range(4))
    faces = [Wanted(a, 0, every, Priority.MUST if a < 3 else Priority.COULD) for a in range(1, 7)]
    problem = Problem(tuple(Party(str(n), 0, 3 if n == 0 else None) for n in range(7)), slots, tuple(faces))
    assert least_waiting(problem) == (0, 0, 0, 3)
    found = search(problem, SHORT)
    assert is_least(problem, found.score) and found.moves < SHORT.moves
    triangle = [Wanted(0, 1, 1), Wanted(1, 2, 1), Wanted(0, 2, 1)]
    assert least_waiting(replace(problem, meetings=tuple(triangle))) == (2, 2, 2, 2)


def tiny(rng: Random) -> Problem:
    pairs = rng.sample(list(combinations(range(4), 2)), rng.randint(2, 5))
    every = (1 << 4) - 1
    return Problem(
        tuple(Party(str(n), rng.choice([0, 0, 0, 4]), rng.choice([None, None, 2])) for n in range(4)),
        tuple(SlotTime(0, t, t + 1, rng.randint(1, 2)) for t in range(4)),
        tuple(Wanted(a, b, rng.choice([every, 3, 12])) for a, b in pairs),
        precedences=((0, 1),) if rng.random() < 0.5 else (),
        fairness=rng.randint(0, 2),
        idle_counts=False,
    )


def best_of_all(problem: Problem) -> int | None:
    """Try every timetable; return the fewest breaks, None where none holds."""
    every: list[Places] = list(product(range(len(problem.slots)), repeat=len(problem.meetings)))
    counted = (recount(problem, places) for places in every)
    allowed = problem.fairness
    assert allowed is not None
    return min((sum(one.breaks) for one in counted if one.holds and one.spread <= allowed), default=None)


@needs_solver
def test_what_is_decided_is_what_trying_everything_finds() -> None:
    rng, seen = Random(3), set[int | None]()
    for _ in range(60):
        problem = tiny(rng)
        told: list[deciding.Told] = []
        deciding.decide(problem, problem.fairness, None, told.append)
        least = [one.breaks for one in told if isinstance(one, deciding.Least)][-1]
        for one in told:
            if isinstance(one, deciding.Better):
                assert recount(problem, one.places).holds
                assert sum(recount(problem, one.places).breaks) == one.breaks
        assert least == best_of_all(problem)
        seen.add(least)
    assert {None, 0, 1} <= seen


def two_who_wait() -> Problem:
    rows = [(0, 1, 1), (0, 2, 4), (1, 2, 3), (1, 3, 15)]
    return Problem(
        tuple(Party(str(n)) for n in range(4)),
        tuple(SlotTime(0, t, t + 1, 1) for t in range(4)),
        tuple(Wanted(a, b, slots) for a, b, slots in rows),
        fairness=2,
        idle_counts=False,
    )


@needs_solver
@pytest.mark.parametrize(("alone", "searches"), [(600.0, 1), (0.0, 2)])
def test_both_sides_meet_in_a_proof(monkeypatch: pytest.MonkeyPatch, alone: float, searches: int) -> None:
    problem, asked = two_who_wait(), list[Found]()

    def searched(*parts: Any) -> Found:
        asked.append(search(*parts))
        return asked[-1]

    monkeypatch.setattr(exact, "_ALONE", alone)
    monkeypatch.setattr(exact, "search", searched)
    answer = exact.solve(problem, Effort(moves=4_000, seconds=None))
    assert answer.proved
    assert answer.least == answer.found.score.breaks == best_of_all(problem) == 2
    assert len(asked) == searches


@needs_solver
def test_a_timetable_unfair_by_what_was_allowed_proves_nothing() -> None:
    problem = Problem(
        tuple(Party(str(n)) for n in range(4)),
        tuple(SlotTime(0, t, t + 1, 1) for t in range(5)),
        tuple(Wanted(0, other, 1 << 2 * other - 2) for other in (1, 2, 3)),
        fairness=1,
    )
    answer = exact.solve(problem, Effort(moves=4_000, seconds=None))
    assert answer.found.score.unfair == 1
    assert answer.impossible and not answer.proved


@needs_solver
def test_nobody_waits_for_a_solver_that_somebody_ended() -> None:
    with exact._Decider(two_who_wait(), 0, None) as decider:
        decider._process.kill()
        while decider.alive and decider.heard(10.0):
            pass
        assert not decider.alive


def test_who_cancels_while_the_solver_is_left_alone_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Progress()

    def searched(*parts: Any) -> Found:
        found = search(*parts)
        progress.cancel()
        return found

    monkeypatch.setattr(exact, "search", searched)
    with pytest.raises(Cancelled):
        exact.solve(two_who_wait(), Effort(moves=4_000, seconds=None), progress)


@needs_solver
def test_interpreters_are_decided_with_the_meetings() -> None:
    every = (1 << 6) - 1
    problem = Problem(
        tuple(Party(str(n)) for n in range(6)),
        tuple(SlotTime(0, 40 * t, 40 * t + 40, 3) for t in range(6)),
        tuple(Wanted(a, b, every, interpreters=(0, 1)) for a in range(3) for b in range(3, 6)),
        interpreters=(Interpreter("A", 1), Interpreter("B", 2)),
        fairness=2,
    )
    told: list[deciding.Told] = []
    deciding.decide(problem, 2, None, told.append)
    found = [one for one in told if isinstance(one, deciding.Better)]
    assert [recount(problem, one.places, one.voices).faults for one in found] == [()] * len(found)
    few = replace(problem, interpreters=(Interpreter("A", every ^ 3), Interpreter("B", every ^ 3)))
    told.clear()
    deciding.decide(few, 2, None, told.append)
    assert told == [deciding.Least(None)]


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_a_planted_timetable_is_found_again(name: str) -> None:
    problem = planted(FAMILIES[name], 40, 1)
    told: list[Found] = []
    found = search(problem, replace(SHORT, moves=40_000), seen=told.append)
    assert recount(problem, found.places).holds
    assert (found.score.unserved, found.score.unfair) == (0, 0)
    assert found.score.breaks * 3 < told[0].score.breaks


def test_who_cancels_has_heard_of_the_best_until_then() -> None:
    problem = planted(FAMILIES["forumlike"], 40, 1)
    told: list[Found] = []
    progress = Progress(lambda done, total, text: progress.cancel() if told else None)
    with pytest.raises(Cancelled):
        search(problem, Effort(), progress, told.append)
    assert recount(problem, told[-1].places).holds


@needs_solver
@pytest.mark.skipif(not DATA.is_dir(), reason="the published instances are not here")
@pytest.mark.parametrize("name", PROVED_QUICKLY)
def test_published_optima_are_proved(name: str) -> None:
    results = {
        (one.instance, one.fairness): one.breaks for one in published.results(DATA / "published_jair2022.csv")
    }
    problem = published.read(DATA / f"{name}.dzn")
    told: list[deciding.Told] = []
    deciding.decide(problem, problem.fairness, None, told.append)
    better = [one for one in told if isinstance(one, deciding.Better)]
    assert [one.breaks for one in told if isinstance(one, deciding.Least)][-1] == results[name, 2]
    if better:
        assert recount(problem, better[-1].places).holds


def test_what_is_fixed_counts_for_the_rest_of_who_interprets() -> None:
    times = tuple(SlotTime(0, 30 * t, 30 * t + 30, 1) for t in range(5))
    voice = Interpreter("Vera", unavailable=0b00111, working=0b00111)
    problem = Problem(
        (Party("A"), Party("B")), times, (Wanted(0, 1, 0b11111, interpreters=(0,)),), interpreters=(voice,)
    )
    found = search(problem, Effort(moves=2_000))
    assert found.places == (4,) and recount(problem, (4,), (0,)).holds
    assert not recount(problem, (3,), (0,)).holds, "two hours without a break"
    assert exact.solve(problem, Effort(moves=2_000)).found.places == (4,)
    alone = replace(problem, meetings=(Wanted(0, 1, 0b01000, interpreters=(0,)),))
    assert search(alone, Effort(moves=2_000)).places == (None,)
