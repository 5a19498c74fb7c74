"""From the window: what checks go by, findings that come back, copies given out that no longer hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from missionplanner.domain.checks import Finding
from missionplanner.domain.checks.options import OFF
from missionplanner.gui.forms.controls import Check
from missionplanner.services import check_options, checks, missions
from missionplanner.services.paper import documents
from missionplanner.services.paper.documents import PrintRequest
from tests import scenes
from tests.stage import Stage

Dialog = Callable[[str], QWidget]


@pytest.fixture
def stage(staged: Callable[..., Stage]) -> Stage:
    made = staged(scenes.SAMPLE)
    made.go("agenda")
    return made


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def found(stage: Stage, rule: str) -> list[Finding]:
    stage.settle()
    return [one for one in stage.ctx.mission.findings if one.rule == rule]


def test_a_rule_switched_off_for_the_mission_is_silent_at_once(stage: Stage, dialog: Dialog) -> None:
    assert found(stage, "double_booking")
    stage.do("checks")
    asked = dialog("check_options_dialog")
    box = asked.findChild(Check, OFF + "double_booking")
    assert box is not None
    box.setChecked(False)
    press(asked, "form_done")
    assert not found(stage, "double_booking")
    stage.do("undo")
    assert found(stage, "double_booking")


def test_the_list_of_issues_and_the_settings_lead_to_the_checks(stage: Stage, dialog: Dialog) -> None:
    found(stage, "double_booking")
    stage.agenda.strip.show_all()
    press(dialog("findings_list"), "findings_checks")
    asked = dialog("check_options_dialog")
    assert asked.windowTitle() == stage.ctx.t("Checks of this mission")
    asked.close()
    stage.clear()
    stage.go("settings")
    stage.do("all_checks")
    asked = dialog("check_options_dialog")
    assert asked.windowTitle() == stage.ctx.t("Checks of all missions")
    box = asked.findChild(Check, OFF + "double_booking")
    assert box is not None
    box.setChecked(False)
    press(asked, "form_done")
    assert stage.ctx.workspace is not None
    assert check_options.options(stage.ctx.workspace).own == {OFF + "double_booking"}
    assert not found(stage, "double_booking")


def test_an_accepted_finding_is_shown_again(stage: Stage, dialog: Dialog) -> None:
    (one,) = found(stage, "double_booking")
    assert stage.ctx.workspace is not None
    checks.accept(stage.ctx.workspace, scenes.SHOWN, one, "agreed with both")
    assert [each.accepted for each in found(stage, "double_booking")] == ["agreed with both"]
    stage.agenda.strip.show_all()
    shown = dialog("findings_list")
    press(shown, "findings_accepted")
    last = [one for one in shown.findChildren(QAbstractButton) if one.objectName().startswith("finding_withdraw")]
    last[0].click()
    assert [each.accepted for each in found(stage, "double_booking")] == [None]


def test_copies_given_out_that_have_changed_are_among_the_findings(stage: Stage) -> None:
    workspace = stage.ctx.workspace
    assert workspace is not None and not found(stage, "outdated_paper")
    person = next(iter(stage.plan.everyone))
    request = PrintRequest(kind="itinerary", person=str(person), issue=True)
    documents.print_to(workspace, scenes.SHOWN, request, workspace.path.parent / "copy.pdf")
    assert not found(stage, "outdated_paper")
    missions.shift(workspace, scenes.SHOWN, 7)
    assert [one.people for one in found(stage, "outdated_paper")] == [(person,)]
