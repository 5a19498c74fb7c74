from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Stale
from missionplanner.base.i18n import translator
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.plan import PARTS, MissionPlan
from missionplanner.services import checks, exchange, fixing, history, missions, workspace
from missionplanner.services.workspace import Workspace

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
CODE = "ER-EUS-2025"
NOW = dt.date(2025, 4, 25)


@pytest.fixture
def basque(tmp_path: Path) -> Iterator[Workspace]:
    """Give a workspace with the Basque sample."""
    with workspace.create(tmp_path / "w.mplanner") as ws:
        exchange.import_file(ws, SAMPLES / "basque-country-2025.mission.json")
        yield ws


def clashes(ws: Workspace) -> tuple[Finding, ...]:
    plan = missions.plan(ws, CODE)
    found = fixing.with_fixes(plan, checks.check(plan, today=NOW), None, language="en", today=NOW)
    return tuple(one for one in found if one.blocks)


def said(finding: Finding) -> list[str]:
    return [translator("en").say(one.message) for one in finding.fixes]


def test_each_issue_of_the_sample_has_a_way_out(basque: Workspace) -> None:
    by_rule = {one.rule: said(one) for one in clashes(basque)}
    assert by_rule["before_arrival"][0] == "Leave Andrea Lolli out"
    assert by_rule["double_booking"][0].startswith("Leave Chiara Bonvicini out of “AIC")
    assert by_rule["impossible_travel"][0] == "Leave 10 min earlier"


def test_each_fix_is_one_step_that_clears_its_issue_and_is_undone_exactly(basque: Workspace) -> None:
    before = missions.plan(basque, CODE)
    for finding in clashes(basque):
        for fix in finding.fixes:
            receipt = checks.fix(basque, CODE, finding, fix, today=NOW)
            assert receipt.changeset is not None
            left = {one.identity for one in clashes(basque)}
            assert finding.identity not in left and len(left) == 2
            history.undo(basque)
            after = missions.plan(basque, CODE)
            assert (after.items, after.legs, after.audience_people) == (
                before.items,
                before.legs,
                before.audience_people,
            )


def test_what_was_settled_meanwhile_is_refused(basque: Workspace) -> None:
    finding = clashes(basque)[0]
    fixing.apply(basque, CODE, finding, finding.fixes[0], today=NOW)
    with pytest.raises(Stale, match="settled"):
        fixing.apply(basque, CODE, finding, finding.fixes[0], today=NOW)


def test_a_fix_that_no_longer_fits_is_refused_and_nothing_is_changed(basque: Workspace) -> None:
    finding = clashes(basque)[0]
    gone = Fix("move:nowhere", finding.fixes[0].message)
    before = missions.plan(basque, CODE).items
    with pytest.raises(Stale, match="no longer fits"):
        fixing.apply(basque, CODE, finding, gone, today=NOW)
    assert missions.plan(basque, CODE).items == before


def test_a_preview_shows_where_items_would_lie_and_changes_nothing(basque: Workspace) -> None:
    plan = missions.plan(basque, CODE)
    finding = next(one for one in clashes(basque) if one.rule == "impossible_travel")
    later = next(one for one in finding.fixes if one.id.startswith("move:"))
    moved = fixing.preview(plan, finding, later, today=NOW).on(plan).item(finding.items[-1])
    assert moved is not None
    assert moved.start == dt.time(11, 55)
    out = next(one for one in finding.fixes if one.id.startswith("out:"))
    assert fixing.preview(plan, finding, out, today=NOW)
    assert missions.plan(basque, CODE).items == plan.items


def test_accepted_findings_and_those_past_the_limit_are_left_alone(basque: Workspace) -> None:
    plan = missions.plan(basque, CODE)
    found = tuple(one for one in checks.check(plan, today=NOW) if one.blocks)
    assert fixing.with_fixes(plan, found, 0, today=NOW) == found
    assert [bool(one.fixes) for one in fixing.with_fixes(plan, found, 1, today=NOW)] == [True, False, False]
    accepted = tuple(replace(one, accepted="Known") for one in found)
    assert fixing.with_fixes(plan, accepted, today=NOW) == accepted


def dump(ws: Workspace) -> dict[str, object]:
    """Return all that a mission is, in any order."""
    plan = missions.plan(ws, CODE)
    return {
        "mission": plan.mission,
        **{name: sorted(getattr(plan, name), key=lambda one: one.id) for name in PARTS},
    }


def shape(plan: MissionPlan) -> list[tuple[object, ...]]:
    """Return the programme of a plan but for the ids that are given anew each time."""
    return sorted(
        (
            str(one.date),
            str(one.start),
            str(one.end),
            one.position,
            str(one.title),
            sorted(map(str, plan.audience(one))),
        )
        for one in plan.items
    )


def test_any_fix_does_what_its_preview_shows_and_is_undone_exactly(basque: Workspace) -> None:
    chance = random.Random(11)
    tried = 0
    for _ in range(3):
        plan = missions.plan(basque, CODE)
        chosen = chance.choice([one for one in plan.items if one.start and one.leg_id is None])
        with basque.edit("Somebody moves something") as edit:
            edit.save(replace(chosen, start=dt.time(chance.randrange(8, 20), 30), end=None))
        plan, before = missions.plan(basque, CODE), dump(basque)
        found = fixing.with_fixes(plan, checks.check(plan, today=NOW), 2, language="en", today=NOW)
        for finding in found:
            for fix in finding.fixes:
                shown = fixing.preview(plan, finding, fix, today=NOW).on(plan)
                checks.fix(basque, CODE, finding, fix, today=NOW)
                assert shape(missions.plan(basque, CODE)) == shape(shown)
                history.undo(basque)
                assert dump(basque) == before
                tried += 1
    assert tried > 3
