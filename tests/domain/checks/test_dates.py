from __future__ import annotations

import pytest

from missionplanner.domain.checks import Finding, Severity, check
from missionplanner.domain.records import Record
from tests.factories import Made, date_of, item, leg, mission, plan, uid


def found(rule: str, *things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(*things), only=[rule])


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (item("10:00", "09:00", "a"), 1),
        (item("10:00", "10:00", "a"), 0),
        (item("22:00", "01:00", "a"), 1),
        (item("22:00", "01:00", "a", end_date=2), 0),
        (item("10:00", "12:00", "a", end_date=0), 1),
        (item("10:00", "09:30", "a", zone="Europe/Rome", end_zone="Europe/London"), 0),
        (item("10:00", "08:59", "a", zone="Europe/Rome", end_zone="Europe/London"), 1),
        (item("20:00", "12:00", "a", zone="Pacific/Auckland", end_zone="America/Los_Angeles"), 0),
        (item("10:00", "09:00", "a", status="cancelled"), 0),
        (item(None, "09:00", "a"), 0),
    ],
)
def test_negative_duration(one: Made, expected: int) -> None:
    assert len(found("negative_duration", one)) == expected


def test_a_leg_and_its_row_are_one_finding() -> None:
    (one,) = found("negative_duration", leg("23:00", "06:00", "LH1"), item(title="out", leg="LH1"))
    assert (one.items, one.legs) == ((uid("item:out"),), (uid("leg:LH1"),))
    assert str(one.message) == "“out” ends before it starts: from 2025-05-05, 23:00 to 2025-05-05, 06:00."


def test_a_leg_without_a_row_is_found_too() -> None:
    (one,) = found("negative_duration", leg("23:00", "06:00", "LH1"))
    assert (one.items, one.severity) == ((), Severity.CLASH)


def test_a_mission_that_ends_before_it_begins_is_one_finding() -> None:
    backwards = mission(end=date_of(-1))
    assert [one.rule for one in check(plan(backwards, item("09:00", None, "a")))] == ["negative_duration"]


@pytest.mark.parametrize(("day", "expected"), [(-1, 1), (0, 0), (1, 0), (3, 0), (4, 0), (5, 1)])
def test_outside_mission(day: int, expected: int) -> None:
    travelling = mission(travel_start=date_of(0), travel_end=date_of(4))
    seen = found("outside_mission", travelling, item("09:00", None, "a", day=day))
    assert [one.severity for one in seen] == [Severity.WARNING] * expected


def test_without_days_of_travel_the_working_days_count() -> None:
    seen = found("outside_mission", item(title="a", day=0), item(title="b", day=4), item(title="c", day=None))
    assert [str(one.message) for one in seen] == [
        "“a” on 2025-05-04 is before the mission, which begins on 2025-05-05.",
        "“b” on 2025-05-08 is after the mission, which ends on 2025-05-07.",
    ]
