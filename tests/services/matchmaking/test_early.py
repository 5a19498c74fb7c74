"""Days that begin with their first slots: as good as they were, and never against a rule."""

from __future__ import annotations

from missionplanner.matchmaking.figures import score
from missionplanner.matchmaking.local_search import Found
from missionplanner.matchmaking.problem import Party, Places, Problem, SlotTime, Wanted
from missionplanner.services.matchmaking.early import earlier

SLOTS = tuple(SlotTime(day, hour * 60, hour * 60 + 50, 2) for day in (0, 1) for hour in range(9, 13))


def moved(
    places: Places, *wanted: Wanted, parties: tuple[Party, ...] = (Party("A"), Party("B"), Party("C"))
) -> Places:
    problem = Problem(parties, SLOTS, wanted)
    found = earlier(problem, Found(places, (None,) * len(places), score(problem, places)))
    assert found.score <= score(problem, places)
    return found.places


def test_the_meetings_of_a_day_go_to_its_first_slots_together() -> None:
    every = (1 << len(SLOTS)) - 1
    free = [Wanted(0, 1, every), Wanted(0, 2, every), Wanted(1, 2, every), Wanted(0, 1, every)]
    assert moved((2, 3, 6, None), *free) == (0, 1, 4, None)
    assert moved((2, 3, 6, None), Wanted(0, 1, every, locked=2), *free[1:]) == (2, 3, 4, None)
    assert moved((2, 3, 6, None), Wanted(0, 1, every & ~1), *free[1:]) == (1, 2, 4, None)
    away = (Party("A"), Party("B", unavailable=0b11), Party("C"))
    assert moved((2, 3, 6, None), *free, parties=away) == (2, 3, 4, None)
