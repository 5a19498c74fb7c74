"""What checks go by: for all missions, for one, within reason, and undone in one step."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain.checks import RULES, options_of
from missionplanner.domain.checks.options import OFF, QUIET_UNTIL
from missionplanner.domain.records import Group
from missionplanner.services import check_options, checks, history, missions
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    missions.create(ws, missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V"))
    return ws


def test_a_mission_s_own_come_before_those_of_all(ws: Workspace) -> None:
    check_options.change(ws, None, {"rest_hours": 9})
    check_options.change(ws, "V", {"rest_hours": "8,5"})
    assert check_options.options(ws).value("rest_hours") == 9
    own = check_options.options(ws, "V")
    assert [own.value("rest_hours"), own.usual("rest_hours"), *own.own] == [8.5, 9, "rest_hours"]
    assert options_of(missions.plan(ws, "V")).rest_hours == 8.5


def test_each_is_one_step_to_undo(ws: Workspace) -> None:
    check_options.change(ws, "V", {"confirm_days": 7, OFF + "weekend": True})
    assert check_options.options(ws, "V").own == {"confirm_days", OFF + "weekend"}
    history.undo(ws)
    assert not check_options.options(ws, "V").own


def test_what_would_hold_anyway_is_not_kept(ws: Workspace) -> None:
    assert check_options.change(ws, None, {"rest_hours": 10}).changeset is None
    check_options.change(ws, None, {"rest_hours": 9})
    check_options.change(ws, "V", {"rest_hours": 8})
    check_options.change(ws, "V", {"rest_hours": 9})
    assert not check_options.options(ws, "V").own
    check_options.change(ws, None, {"rest_hours": None})
    assert not check_options.options(ws).own


def test_a_rule_is_off_and_one_mission_has_it_on_again(ws: Workspace) -> None:
    check_options.change(ws, None, {OFF + "weekend": True})
    assert options_of(missions.plan(ws, "V")).off == {"weekend"}
    check_options.change(ws, "V", {OFF + "weekend": False})
    assert options_of(missions.plan(ws, "V")).off == frozenset()
    assert check_options.options(ws).value(OFF + "weekend") is True


def test_a_rule_that_is_off_says_nothing(ws: Workspace) -> None:
    soon = DAY - dt.timedelta(days=10)
    with ws.edit("A group") as edit:
        edit.add(Group(mission_id=missions.find(ws, "V").id))
    assert [one.rule for one in checks.check(missions.plan(ws, "V"), today=soon)] == ["group_without_leader"]
    check_options.change(ws, "V", {OFF + "group_without_leader": True})
    assert checks.check(missions.plan(ws, "V"), today=soon) == ()


def test_reset_sets_all_back_of_one_level(ws: Workspace) -> None:
    check_options.change(ws, None, {"rest_hours": 9})
    check_options.change(ws, "V", {"rest_hours": 8, QUIET_UNTIL + "no_bed": 30})
    check_options.reset(ws, "V")
    assert not check_options.options(ws, "V").own
    assert check_options.options(ws).own == {"rest_hours"}
    history.undo(ws)
    assert check_options.options(ws, "V").value(QUIET_UNTIL + "no_bed") == 30


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rest_hours", "soon"),
        ("rest_hours", -1),
        ("rest_hours", 49),
        ("walk_km", "inf"),
        ("confirm_days", 1.5),
        ("lunch_from", "noon"),
        ("lunch_from", "14:30"),
        ("lunch_to", "11:00"),
        ("today", "2025-01-01"),
        ("off", "1"),
        (OFF + "nonsense", True),
        ("on.weekend", True),
        (QUIET_UNTIL + "no_bed", 1000),
    ],
)
def test_values_out_of_reason_are_refused_at_their_field(ws: Workspace, name: str, value: str | float) -> None:
    with pytest.raises(Invalid) as refused:
        check_options.change(ws, "V", {name: value})
    assert refused.value.field in {name, "lunch_to"}
    assert not check_options.options(ws, "V").own


def test_there_is_no_such_mission(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        check_options.change(ws, "NOWHERE", {"rest_hours": 9})


def test_every_rule_is_in_one_family_with_options_that_have_a_value(ws: Workspace) -> None:
    listed = [one for _name, some in check_options.families() for one in some]
    assert sorted(one.id for one in listed) == sorted(RULES)
    chosen = check_options.options(ws)
    assert all(chosen.value(name) is not None for one in listed for name in check_options.names_of(one))
