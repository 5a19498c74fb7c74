"""Items too big for a place go in two turns, journeys in two vehicles; groups stay together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Knowledge, Options, Severity, check
from missionplanner.domain.fixes import Trial, Way, ways_for
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode
from tests.factories import MISSION, START, clock, delegate, item, leg, place, plan, uid

TODAY = Options(today=START)
LAB = place("Lab", capacity=3)
COACH = r.Vehicle(id=uid("coach"), mission_id=MISSION, name="Coach", capacity=3)
CREW = [delegate(f"P{number} Rossi", groups=["AB"[number % 2]]) for number in range(6)]


def graver(one: MissionPlan) -> set[str]:
    return {each.rule for each in check(one, options=TODAY) if each.severity is not Severity.TO_DO}


def ways(one: MissionPlan, rule: str) -> dict[str, Way]:
    """Return the splits among the ways out of the one finding of a rule; each clears it and makes none."""
    (finding,) = (each for each in check(one, options=TODAY) if each.rule == rule)
    found = [way for way in ways_for(Trial(one, Knowledge(), TODAY), finding) if "plit" in way.message.text]
    for way in found:
        assert graver(way.changes.on(one)) <= graver(one) - {rule}
    return {str(way.message): way for way in found}


def test_a_visit_too_big_for_its_place_goes_in_two_turns() -> None:
    one = plan(LAB, *CREW, item("09:00", "10:00", "Visit", place_id=LAB.id))
    ((said, way),) = ways(one, "over_capacity").items()
    assert said == "Split into two turns, the second at 10:00"
    rows = way.changes.on(one).items
    told = [(each.start, each.end, len(way.changes.on(one).audience(each))) for each in rows]
    assert told == [(clock("09:00"), clock("10:00"), 3), (clock("10:00"), clock("11:00"), 3)]


def test_the_group_that_is_free_later_has_the_second_turn() -> None:
    rows = [item("09:00", "10:00", "Visit", place_id=LAB.id), item("10:00", "11:00", "Call", groups=["B"])]
    one = plan(LAB, *CREW, *rows)
    (way,) = ways(one, "over_capacity").values()
    after = way.changes.on(one)
    second = next(each for each in after.items if each.start == clock("10:00") and each.place_id == LAB.id)
    assert [each.name and each.name.best("") for each in after.item_groups(second)] == ["A"]


STAYS_WHOLE: dict[str, list[Any]] = {
    "groups too big": [replace(LAB, capacity=2), *CREW, item("09:00", "10:00", "V", place_id=LAB.id)],
    "no groups": [LAB, *(delegate(f"P{n} Rossi") for n in range(6)), item("09:00", "10:00", "V", place_id=LAB.id)],
    "somebody in no group": [
        replace(LAB, capacity=4), *CREW, delegate("Li Wei"), item("09:00", "10:00", "V", place_id=LAB.id),
    ],
    "no end": [LAB, *CREW, item("09:00", None, "V", place_id=LAB.id)],
    "locked": [LAB, *CREW, item("09:00", "10:00", "V", place_id=LAB.id, locked=True)],
    "busy before and after": [
        LAB, *CREW, item("09:00", "10:00", "V", place_id=LAB.id), item("10:00", "11:00", "W"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", STAYS_WHOLE)
def test_what_cannot_be_split_stays_whole(case: str) -> None:
    assert ways(plan(*STAYS_WHOLE[case]), "over_capacity") == {}


def journey(**fields: Any) -> list[Any]:
    ride = leg("09:00", "09:30", "Ride", mode=LegMode.COACH, vehicle_id=COACH.id, **fields)
    return [COACH, ride, item(title="Ride", leg="Ride", kind="coach")]


def test_a_journey_too_big_for_its_vehicle_goes_in_two() -> None:
    one = plan(*CREW, *journey())
    ((said, way),) = ways(one, "no_seat").items()
    assert said == "Split over two vehicles"
    legs = way.changes.on(one).legs
    assert [(each.vehicle_id, each.capacity) for each in legs] == [(COACH.id, None), (None, 3)]


def test_a_journey_with_passengers_by_name_is_not_split() -> None:
    names = [f"P{number} Rossi" for number in range(6)]
    assert ways(plan(*CREW, *journey(passengers=names)), "no_seat") == {}
