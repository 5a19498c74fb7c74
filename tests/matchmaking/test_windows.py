"""What windows leave out is in no timetable without waiting."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

from missionplanner.matchmaking.figures import patterns
from missionplanner.matchmaking.patterns import breaks_of
from missionplanner.matchmaking.problem import Party, Problem, SlotTime, Wanted
from missionplanner.matchmaking.windows import Crowded, applies, excusing, least_breaks, without_waiting

SLOTS = 5


def drawn(seed: int) -> Problem:
    rng = Random(seed)
    pairs = rng.sample([(a, b) for a in range(4) for b in range(a)], 4)
    slots = tuple(SlotTime(start=number, end=number + 1, tables=rng.choice((1, 2))) for number in range(SLOTS))
    masks = [rng.choice((31, 31, 7, 28, 21)) for _ in pairs]
    parties = (*(Party(str(one)) for one in range(4)), Party("without meetings"))
    return Problem(parties, slots, tuple(Wanted(a, b, mask) for (a, b), mask in zip(pairs, masks, strict=True)))


def timetables(problem: Problem) -> list[tuple[tuple[int, ...], list[int]]]:
    """Return all timetables without a clash, each with who waits."""
    found = []
    for places in product(range(SLOTS), repeat=len(problem.meetings)):
        held = [
            (place, party) for place, one in zip(places, problem.meetings, strict=True) for party in (one.a, one.b)
        ]
        crowded = any(places.count(number) > slot.tables for number, slot in enumerate(problem.slots))
        allowed = all(mask >> place & 1 for mask, place in zip(problem.domains, places, strict=True))
        if allowed and not crowded and len(set(held)) == len(held):
            masks = patterns(problem, places)
            found.append((places, [party for party, mask in enumerate(masks) if breaks_of(mask, problem.days)]))
    return found


def test_no_timetable_without_waiting_is_left_out() -> None:
    crowded = kept = 0
    for seed in range(60):
        problem = drawn(seed)
        every = timetables(problem)
        calm = [places for places, waiting in every if not waiting]
        left = without_waiting(problem, problem.domains)
        crowded += isinstance(left, Crowded)
        assert not (isinstance(left, Crowded) and calm)
        if not isinstance(left, Crowded):
            kept += left != problem.domains
            assert all(mask >> place & 1 for places in calm for mask, place in zip(left, places, strict=True))
        if every:
            assert least_breaks(problem) <= min(len(waiting) for _, waiting in every)
    assert crowded > 3 and kept > 3


def test_who_is_excused_leaves_a_timetable_of_the_others_in() -> None:
    for seed in range(30):
        problem = drawn(seed)
        for _places, waiting in timetables(problem)[:3]:
            left = without_waiting(problem, problem.domains, set(waiting))
            assert not isinstance(left, Crowded)
            assert all(excusing(problem, problem.domains, waiting, Random(1)))


def test_windows_say_nothing_of_several_days() -> None:
    problem = drawn(1)
    days = replace(problem, slots=tuple(replace(slot, day=n // 3) for n, slot in enumerate(problem.slots)))
    assert applies(problem) and not applies(days) and least_breaks(days) == 0
