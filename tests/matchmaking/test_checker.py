"""The recount of timetables, against one that tries and looks at everything."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.encoding import _too_long
from missionplanner.matchmaking.grid import Rest
from missionplanner.matchmaking.problem import (
    Interpreter,
    Party,
    Places,
    Priority,
    Problem,
    SlotTime,
    Wanted,
)


def small(rng: Random) -> Problem:
    """Make a tiny problem with a bit of everything."""
    parties, slots = 4, rng.randint(2, 5)
    pairs = rng.sample(list(combinations(range(parties), 2)), rng.randint(1, 5))
    every = (1 << slots) - 1
    return Problem(
        tuple(Party(str(n), rng.choice([0, 0, 1, 2]), rng.choice([None, 1, 2])) for n in range(parties)),
        tuple(SlotTime(t * 2 // slots, 60 * t, 60 * t + 60, rng.randint(1, 2)) for t in range(slots)),
        tuple(Wanted(a, b, rng.choice([every, every, 3]), rng.choice(list(Priority))) for a, b in pairs),
        precedences=((0, 1),) if len(pairs) > 1 and rng.random() < 0.4 else (),
        refused=frozenset(rng.sample(pairs, 1) if rng.random() < 0.2 else ()),
    )


def obeys(problem: Problem, places: Places) -> bool:
    """Look at every rule again, pair by pair."""
    held = [(one, slot) for one, slot in zip(problem.meetings, places, strict=True) if slot is not None]
    alone = all(x[1] != y[1] or not {x[0].a, x[0].b} & {y[0].a, y[0].b} for x, y in combinations(held, 2))
    tables = all(sum(s == t for _, s in held) <= problem.slots[t].tables for t in range(len(problem.slots)))
    free = all(
        one.slots >> slot & 1
        and not (problem.parties[one.a].unavailable | problem.parties[one.b].unavailable) >> slot & 1
        and tuple(sorted((one.a, one.b))) not in problem.refused
        for one, slot in held
    )
    days = all(
        sum(p in (one.a, one.b) and problem.slots[slot].day == day for one, slot in held) <= party.max_per_day
        for p, party in enumerate(problem.parties)
        if party.max_per_day is not None
        for day in (0, 1)
    )
    order = all(
        (first := places[i]) is None or (second := places[j]) is None or first < second
        for i, j in problem.precedences
    )
    return alone and tables and free and days and order


def test_it_finds_a_fault_exactly_where_a_rule_is_broken() -> None:
    rng, verdicts = Random(7), set[bool]()
    for _ in range(200):
        problem = small(rng)
        for _ in range(10):
            places = tuple(rng.choice([None, *range(len(problem.slots))]) for _ in problem.meetings)
            assert recount(problem, places).holds == obeys(problem, places)
            verdicts.add(obeys(problem, places))
    assert verdicts == {True, False}


@pytest.mark.parametrize(
    ("slots", "breaks", "idle"),
    [((0, 1, 2), 0, 0), ((0, 2), 1, 1), ((0, 4), 1, 3), ((0, 2, 4), 2, 2), ((1, 6), 0, 0)],
)
def test_a_long_gap_is_one_break_and_a_night_is_none(slots: tuple[int, ...], breaks: int, idle: int) -> None:
    times = tuple(SlotTime(0 if t < 5 else 1, t, t + 1, 3) for t in range(8))
    meetings = tuple(Wanted(0, n + 1, 255) for n in range(len(slots)))
    counted = recount(Problem(tuple(Party() for _ in range(4)), times, meetings), slots)
    assert (counted.breaks[0], counted.idle[0], counted.holds) == (breaks, idle, True)


def test_interpreters_are_looked_at() -> None:
    times = tuple(SlotTime(0, 40 * t, 40 * t + 40, 3) for t in range(3))
    meetings = tuple(Wanted(0, n + 1, 7, interpreters=(0,)) for n in range(3))
    problem = Problem(tuple(Party() for _ in range(4)), times, meetings, interpreters=(Interpreter("A", 0),))
    assert recount(problem, (0, 1, None), (0, 0, None)).holds
    assert recount(problem, (0, 1, 2), (0, 0, 0)).faults == ("interpreter 0 works too long without a break",)
    assert recount(problem, (0, None, None), (None, None, None)).faults == (
        "meeting 0 has nobody who speaks its languages",
    )


def test_a_lock_is_kept() -> None:
    problem = Problem((Party(), Party()), (SlotTime(), SlotTime()), (Wanted(0, 1, 3, locked=1),))
    assert recount(problem, (1,)).holds
    assert not recount(problem, (0,)).holds
    assert not recount(problem, (None,)).holds


@pytest.mark.parametrize(
    ("rest", "length", "holds"), [(0, 45, True), (0, 46, False), (9, 42, False), (10, 46, True)]
)
def test_an_interpreter_works_ninety_minutes_and_ten_are_a_break(rest: int, length: int, holds: bool) -> None:
    times = (SlotTime(0, 0, length, 1), SlotTime(0, length + rest, 2 * length + rest, 1))
    meetings = (Wanted(0, 1, 3, interpreters=(0,)), Wanted(0, 2, 3, interpreters=(0,)))
    problem = Problem((Party(),) * 3, times, meetings, interpreters=(Interpreter(),))
    assert recount(problem, (0, 1), (0, 0)).holds is holds


def test_a_pair_that_met_before_may_not_meet() -> None:
    problem = Problem((Party(), Party()), (SlotTime(),), (Wanted(1, 0, 1),), met=frozenset({(0, 1)}))
    assert not recount(problem, (0,)).holds
    assert recount(problem, (None,)).holds


def test_search_and_proof_let_interpreters_rest_as_the_recount_does() -> None:
    rng, verdicts = Random(3), set[bool]()
    for _ in range(60):
        times, clock = list[SlotTime](), 0
        for number in range(5):
            clock += rng.choice((0, 9, 10, 11))
            length = rng.choice((30, 35, 45, 46, 91))
            times.append(SlotTime(number // 4, clock, clock + length, 1))
            clock += length
        meetings = tuple(Wanted(0, number + 1, 31, interpreters=(0,)) for number in range(5))
        problem = Problem((Party(),) * 6, tuple(times), meetings, interpreters=(Interpreter(),))
        rest, runs = Rest(problem.slots), _too_long(problem)
        for mask in range(1, 32):
            places = tuple(slot if mask >> slot & 1 else None for slot in range(5))
            voices = tuple(None if slot is None else 0 for slot in places)
            holds = recount(problem, places, voices).holds
            assert rest[mask] is holds
            assert holds is not any(all(mask >> slot & 1 for slot in run) for run in runs)
            verdicts.add(holds)
    assert verdicts == {True, False}
