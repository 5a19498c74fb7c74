from __future__ import annotations

import datetime as dt
from dataclasses import fields

from missionplanner.domain.checks import RULES, Options, check, options_of
from missionplanner.domain.records import CheckOption
from missionplanner.domain.vocabulary import MissionStatus
from tests.factories import MISSION, START, delegate, group, item, mission, plan, uid


def option(name: str, value: str, own: bool = False) -> CheckOption:
    return CheckOption(id=uid(f"{name}{own}"), mission_id=MISSION if own else None, name=name, value=value)


def test_a_mission_s_own_options_come_before_the_workspace_s() -> None:
    some = [option("rest_hours", "9", own=True), option("rest_hours", "8"), option("walk_km", "2.5")]
    known = options_of(plan(*some), START)
    assert (known.rest_hours, known.walk_km, known.today) == (9, 2.5, START)


def test_values_that_mean_nothing_are_left_out() -> None:
    some = [
        option("rest_hours", "soon"),
        option("nonsense", "1"),
        option("walk_km", "-1"),
        option("today", "2025-01-01"),
    ]
    assert options_of(plan(*some)) == Options()


def test_hours_and_days_are_read_as_such() -> None:
    some = [option("lunch_from", "12:30"), option("quiet_until.no_bed", "30"), option("confirm_days", "7")]
    known = options_of(plan(*some))
    assert (known.lunch_from, known.opens("no_bed", 60), known.confirm_days) == (dt.time(12, 30), 30, 7)


def test_a_plan_s_own_options_are_used() -> None:
    late = [item("07:00", "08:00", "a"), item("19:00", "22:00", "b"), delegate("Anna Neri")]
    assert len(check(plan(*late), only=["long_day"])) == 1
    assert check(plan(*late, option("long_day_hours", "16")), only=["long_day"]) == ()


def test_every_option_of_a_rule_exists() -> None:
    known = {one.name for one in fields(Options)}
    assert {name for one in RULES.values() for name in one.options} <= known


def test_a_mission_given_up_has_nothing_due() -> None:
    soon = Options(today=START)
    for status, expected in ((MissionStatus.CONFIRMED, 1), (MissionStatus.CANCELLED, 0)):
        one = plan(mission(status=status), group("A"))
        assert len(check(one, only=["group_without_leader"], options=soon)) == expected


def test_a_fresh_mission_has_few_things_to_do() -> None:
    names = [f"P{number} Rossi" for number in range(24)]
    fresh = plan(*(delegate(name) for name in names))
    for days in range(-20, 200):
        found = check(fresh, options=Options(today=START - dt.timedelta(days=days)))
        assert len(found) <= 3, days
    assert check(fresh, options=Options(today=START - dt.timedelta(days=100))) == ()
