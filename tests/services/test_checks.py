from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.options import day_of
from missionplanner.services import checks, exchange, history, missions, workspace
from missionplanner.services.workspace import Workspace

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
CODE = "ER-EUS-2025"
NOW = dt.date(2026, 1, 1)


@pytest.fixture
def basque(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the Basque sample."""
    with workspace.create(tmp_path / "w.mplanner") as ws:
        exchange.import_file(ws, SAMPLES / "basque-country-2025.mission.json")
        yield ws


def clashes(ws: Workspace) -> tuple[Finding, ...]:
    return checks.check(missions.plan(ws, CODE), today=NOW)


def test_a_finding_is_accepted_with_a_reason_and_taken_back(basque: Workspace) -> None:
    first = clashes(basque)[0]
    checks.accept(basque, CODE, first, " He comes\u202e later ")
    accepted = next(one for one in clashes(basque) if one.identity == first.identity)
    assert (accepted.accepted, accepted.blocks) == ("He comes later", False)
    checks.withdraw(basque, CODE, accepted)
    assert clashes(basque)[0] == first


def test_each_is_one_step_that_can_be_undone(basque: Workspace) -> None:
    before = clashes(basque)
    checks.accept(basque, CODE, before[0], "Known")
    accepted = clashes(basque)
    history.undo(basque)
    assert clashes(basque) == before
    history.redo(basque)
    assert clashes(basque) == accepted
    checks.withdraw(basque, CODE, before[0])
    history.undo(basque)
    assert clashes(basque) == accepted


def test_it_comes_back_when_what_it_rests_on_changes(basque: Workspace) -> None:
    first = clashes(basque)[0]
    checks.accept(basque, CODE, first, "Known")
    with basque.edit("later") as edit:
        flight = next(one for one in missions.plan(basque, CODE).legs if one.id in first.legs)
        edit.save(replace(flight, end=dt.time(15, 50)))
    again = next(one for one in clashes(basque) if one.identity == first.identity)
    assert again.accepted is None
    checks.accept(basque, CODE, again, "Still known")
    assert len(missions.plan(basque, CODE).acceptances) == 1


def test_a_reason_is_needed_and_what_was_not_accepted_cannot_be_taken_back(basque: Workspace) -> None:
    first = clashes(basque)[0]
    with pytest.raises(Invalid) as refused:
        checks.accept(basque, CODE, first, "  ")
    assert refused.value.field == "reason"
    with pytest.raises(NotFound):
        checks.withdraw(basque, CODE, first)
    with pytest.raises(NotFound):
        checks.accept(basque, "NOWHERE", first, "Known")


def test_a_checker_of_a_window_finds_the_same(basque: Workspace) -> None:
    checker = checks.Checker()
    for _ in range(2):
        plan = missions.plan(basque, CODE)
        assert checker.check(plan, today=NOW) == checks.check(plan, today=NOW)
    first = clashes(basque)[0]
    checks.accept(basque, CODE, first, "Known")
    plan = missions.plan(basque, CODE)
    assert checker.check(plan, today=NOW) == checks.check(plan, today=NOW)


def test_what_is_due_depends_on_the_day(basque: Workspace) -> None:
    plan, record = missions.plan(basque, CODE), missions.record(basque, CODE)
    due = {one.rule for one in checks.check(plan, record=record, today=dt.date(2025, 4, 25))}
    over = {one.rule for one in checks.check(plan, record=record, today=NOW)}
    assert "unconfirmed" in due - over
    assert "outcome_missing" in over - due


def test_a_first_look_at_the_samples_shows_just_the_issues_they_are_there_to_show(tmp_path: Path) -> None:
    with workspace.create(tmp_path / "samples.mplanner") as ws:
        for path in sorted(SAMPLES.glob("*.mission.json")):
            exchange.import_file(ws, path)
        plans = [missions.plan(ws, one.code) for one in missions.listing(ws)]
        told = {one.mission.code: checks.check(one, record=checks.record_of(ws, one)) for one in plans}
    assert len(plans) == 2
    rules = [each.rule for each in told.pop(CODE)]
    assert rules == ["before_arrival", "double_booking", "impossible_travel"]
    assert list(told.values()) == [()]


def test_a_sample_moved_to_days_to_come_is_looked_at_today(basque: Workspace) -> None:
    plan = missions.plan(basque, CODE)
    soon = dt.date.today() + dt.timedelta(days=10)
    moved = replace(plan.mission, start=soon, end=soon, travel_start=None, travel_end=None)
    assert day_of(replace(plan, mission=moved), dt.date.today()) == dt.date.today()
    real = replace(plan, mission=replace(plan.mission, sample=None))
    assert day_of(real, NOW) == NOW
