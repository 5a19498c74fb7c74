"""What people are told: why somebody is not served, what moved, at which table they sit, how good it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.figures import Score, score
from missionplanner.matchmaking.grid import Grid
from missionplanner.matchmaking.local_search import Effort, search
from missionplanner.matchmaking.patterns import FORBIDDEN, Prices
from missionplanner.matchmaking.problem import Interpreter, Party, Priority, Problem, SlotTime, Wanted
from missionplanner.matchmaking.replanning import replan
from missionplanner.matchmaking.seating import TableRoom, seated
from missionplanner.matchmaking.why import reasons
from tests.families import FAMILIES, planted

NAMES = ("MECH", "AFM", "BAIC", "GAIA")


def event(*meetings: Wanted, tables: int = 2, slots: int = 2) -> Problem:
    times = tuple(SlotTime(0, 40 * t, 40 * t + 40, tables, f"{9 + t}:00") for t in range(slots))
    return Problem(tuple(map(Party, NAMES)), times, meetings)


WAITING = Wanted(0, 1, 3)
LIMITED = replace(event(WAITING, Wanted(0, 2, 1)), parties=(Party("MECH", 0, 1), *map(Party, NAMES[1:])))
SPOKEN = Problem(
    event().parties,
    event().slots,
    (Wanted(0, 1, 1, interpreters=(0,)), Wanted(2, 3, 1, interpreters=(0,))),
    interpreters=(Interpreter("Ines"),),
)


@pytest.mark.parametrize(
    ("problem", "places", "told"),
    [
        (replace(event(WAITING), refused=frozenset({(0, 1)})), (None,), "MECH or AFM said no to this meeting."),
        (
            replace(event(WAITING), met=frozenset({(0, 1)})),
            (None,),
            "MECH and AFM met before, and meeting again was not asked for.",
        ),
        (event(Wanted(0, 1, 0)), (None,), "MECH and AFM are never free at the same time."),
        (
            event(Wanted(0, 1, 3, interpreters=())),
            (None,),
            "No interpreter speaks the languages of MECH and AFM.",
        ),
        (
            event(WAITING, Wanted(0, 2, 3), Wanted(1, 3, 3)),
            (None, 0, 1),
            "MECH has no free slot in common with AFM: whenever both can come, one of them meets others.",
        ),
        (
            event(Wanted(0, 1, 1), Wanted(0, 2, 3)),
            (None, 0),
            "MECH has no free slot in common with AFM after 9:00, and until then one of them meets others.",
        ),
        (LIMITED, (None, 0), "MECH has the most meetings a day already: 1."),
        (
            event(WAITING, Wanted(2, 3, 1), Wanted(0, 2, 2), tables=1),
            (None, 0, 1),
            "All tables are taken at 9:00, when MECH and AFM could meet otherwise.",
        ),
        (
            replace(event(Wanted(2, 3, 3), Wanted(0, 1, 1)), precedences=((0, 1),)),
            (1, None),
            "The order of meetings leaves MECH and AFM no slot: otherwise they could meet at 9:00.",
        ),
        (SPOKEN, (None, 0), "No interpreter is free at 9:00, when MECH and AFM could meet otherwise."),
        (
            event(WAITING),
            (None,),
            "MECH and AFM could meet at 9:00, 10:00; the search ended before it came to that.",
        ),
    ],
)
def test_each_refusal_has_its_reason(problem: Problem, places: tuple[int | None, ...], told: str) -> None:
    (reason,) = reasons(problem, places).values()
    assert str(reason) == told


def test_who_is_served_has_no_reason() -> None:
    assert reasons(event(WAITING), (0,)) == {}


def test_the_important_ones_are_served_first() -> None:
    problem = event(
        Wanted(0, 1, 1, Priority.COULD), Wanted(0, 2, 1, Priority.MUST), Wanted(0, 3, 1, Priority.WANT)
    )
    found = search(problem, Effort(moves=2_000, seconds=None))
    assert found.places == (None, 0, None)
    assert found.score[:4] == (0, 0, 1, 1)


def test_after_a_change_few_meetings_move_and_locks_stay() -> None:
    problem = planted(FAMILIES["mission"], 30, 5)
    before = search(problem, Effort(moves=5_000, seconds=None))
    held = tuple(
        replace(one, present=slot, locked=slot if number % 5 == 0 else None)
        for number, (one, slot) in enumerate(zip(problem.meetings, before.places, strict=True))
    )
    late = 1
    away = {slot for one, slot in zip(held, before.places, strict=True) if late in (one.a, one.b)}
    gone = min(one for one in away if one is not None)
    parties = tuple(
        replace(one, unavailable=one.unavailable | 1 << gone) if number == late else one
        for number, one in enumerate(problem.parties)
    )
    changed = replace(problem, meetings=held, parties=parties)
    after = replan(changed, Effort(seed=3))
    assert recount(changed, after.found.places).holds
    assert all(one.locked in (None, slot) for one, slot in zip(held, after.found.places, strict=True))
    assert len(after.moved) + len(after.lost) <= 4
    assert all(before.places[number] == was != now for number, was, now in after.moved)


def test_nothing_moves_where_nothing_changed() -> None:
    problem = event(replace(WAITING, present=1), Wanted(2, 3, 3, present=0))
    after = replan(problem, Effort())
    assert (after.found.places, after.moved, after.added, after.lost) == ((1, 0), (), (), ())


def test_people_keep_their_table_and_large_meetings_get_a_large_one() -> None:
    problem = event(Wanted(0, 1, 3), Wanted(2, 3, 3), Wanted(0, 2, 3), Wanted(1, 3, 3))
    rooms = (TableRoom("1", 4), TableRoom("2", 8))
    tables = seated(problem, (0, 0, 1, 1), rooms, (6, 4, 4, 3), (None,) * 4)
    assert tables == ("2", "1", "1", "2")
    kept = seated(problem, (0, 0, 1, None), rooms, (6, 4, 4, 3), ("1", None, None, None))
    assert kept == ("1", "2", "1", None)
    again = event(Wanted(0, 1, 3), Wanted(0, 1, 3))
    assert seated(again, (0, 1), rooms, (6, 4), (None, None)) == ("2", "2"), "theirs before the smallest"


def test_a_score_tells_who_waits_and_how_unfair_that_is() -> None:
    problem = event(Wanted(0, 1, 7, Priority.MUST), Wanted(0, 2, 7, Priority.WANT), Wanted(0, 3, 7), slots=3)
    told = score(problem, (0, 2, None))
    assert told == Score(compulsory=1, must=0, want=0, could=0, unfair=1, breaks=1, idle=1)
    assert score(replace(problem, fairness=1), (0, 2, None)).unfair == 0
    everybody = replace(problem, parties=problem.parties[:3], meetings=(*problem.meetings[:2], Wanted(1, 2, 7)))
    assert score(everybody, (0, 2, 1)).unfair == 1
    waits = event(Wanted(0, 1, 7), Wanted(0, 1, 7), slots=3)
    alike = replace(waits, parties=waits.parties[:2])
    assert score(alike, (0, 2)).unfair == 0, "both wait once"


def test_an_order_is_no_order_in_one_slot() -> None:
    problem = replace(event(Wanted(0, 1, 3), Wanted(2, 3, 3)), precedences=((0, 1),))
    grid = Grid(problem, 1)
    grid.place(0, 0)
    assert not grid.in_order(1, 0) and grid.in_order(1, 1)
    grid.remove(0)
    grid.place(1, 1)
    assert grid.in_order(0, 0) and not grid.in_order(0, 1)


def test_a_timetable_put_twice_takes_its_tables_once() -> None:
    problem = event(Wanted(0, 1, 3), Wanted(2, 3, 3))
    grid = Grid(problem, 1)
    for _ in range(2):
        grid.put((0, 1))
        assert grid.room == [1, 1] and grid.slot == [0, 1]


def test_who_has_as_many_meetings_as_it_may_is_within_its_limit() -> None:
    problem = event(Wanted(0, 1, 7), slots=3)
    prices = Prices(problem, 2, 1)
    assert prices[0b011] == 0 and prices[0b111] >= FORBIDDEN
