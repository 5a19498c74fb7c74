from __future__ import annotations

import time

from missionplanner.domain.checks import check
from missionplanner.domain.plan import MissionPlan
from tests.factories import date_of, delegate, item, leg, plan


def large() -> MissionPlan:
    """Return a mission of 500 delegates in 10 groups, on 50 flights each way, with 400 items in 5 days."""
    names = [f"P{number} Rossi" for number in range(500)]
    flights = []
    for number in range(50):
        aboard = names[number::50]
        flights.append(leg("06:00", f"08:{number:02}", f"A{number}", passengers=aboard))
        flights.append(leg("20:00", "22:00", f"D{number}", day=5, passengers=aboard))
    people = [
        delegate(name, groups=[f"G{number % 10}"], arrival=f"A{number % 50}", departure=f"D{number % 50}")
        for number, name in enumerate(names)
    ]
    rows = [
        item(f"{9 + hour:02}:00", f"{9 + hour:02}:50", f"{day} {group} {hour}", day=day, groups=[f"G{group}"])
        for day in range(1, 6)
        for group in range(10)
        for hour in range(8)
    ]
    return plan(*flights, *people, *rows, end=date_of(5))


def test_a_large_mission_is_checked_at_once() -> None:
    one = large()
    begun = time.process_time()
    assert {each.rule for each in check(one)} == {"no_meal"}
    # About 40 ms where nothing else runs; a rule that compares all pairs takes seconds.
    assert time.process_time() - begun < 0.5
