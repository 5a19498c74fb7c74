"""What checks go by: every rule with its thresholds, stored as typed, set back in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from missionplanner.domain.checks import RULES
from missionplanner.domain.checks.options import OFF, QUIET_UNTIL
from missionplanner.gui import checks_flow
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.check_options import FAMILIES, NAMES, CheckOptionsDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.services import check_options, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.workspace import Workspace, create
from tests.factories import START


@pytest.fixture
def ws(ctx: Context, tmp_path: Path) -> Iterator[Workspace]:
    with create(tmp_path / "w.mplanner") as made:
        missions.create(made, MissionDraft(title="Visit", start=START, end=START, zone="Europe/Rome", code="V"))
        ctx.workspace = made
        yield made


@pytest.fixture
def opened(ctx: Context, parent: QWidget, ws: Workspace) -> Callable[..., CheckOptionsDialog]:
    def show(code: str | None = "V") -> CheckOptionsDialog:
        checks_flow.show_checks(parent, ctx, code)
        made = parent.findChildren(CheckOptionsDialog)[-1]
        assert made.isVisible()
        return made

    return show


def box(dialog: QWidget, rule: str) -> Check:
    found = dialog.findChild(Check, OFF + rule)
    assert found is not None
    return found


def field(dialog: QWidget, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def press(dialog: QWidget, name: str = "form_done") -> None:
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def test_every_rule_and_every_threshold_has_its_words(opened: Callable[..., CheckOptionsDialog]) -> None:
    dialog = opened()
    assert {one.objectName().removeprefix(OFF) for one in dialog.findChildren(Check)} == set(RULES)
    known = {name for one in RULES.values() for name in check_options.names_of(one) if not name.startswith(OFF)}
    assert {one.objectName() for one in dialog.findChildren(QLineEdit)} == known
    assert {name for name in known if not name.startswith(QUIET_UNTIL)} == set(NAMES)
    assert {name for name, _ in check_options.families()} == set(FAMILIES)
    assert all(one.accessibleName() for one in dialog.findChildren(QLineEdit))


def test_what_is_saved_is_one_step_of_this_mission(
    opened: Callable[..., CheckOptionsDialog], ws: Workspace
) -> None:
    dialog = opened()
    box(dialog, "weekend").setChecked(False)
    field(dialog, "rest_hours").setText("9,5")
    press(dialog)
    chosen = check_options.options(ws, "V")
    assert chosen.own == {OFF + "weekend", "rest_hours"}
    assert chosen.value("rest_hours") == 9.5
    assert not check_options.options(ws).own
    again = opened()
    assert (box(again, "weekend").isChecked(), field(again, "rest_hours").text()) == (False, "9.5")


def test_an_emptied_field_is_as_for_all_missions(opened: Callable[..., CheckOptionsDialog], ws: Workspace) -> None:
    check_options.change(ws, None, {"rest_hours": 9})
    check_options.change(ws, "V", {"rest_hours": 8})
    dialog = opened()
    assert field(dialog, "rest_hours").placeholderText() == "9"
    field(dialog, "rest_hours").clear()
    press(dialog)
    assert not check_options.options(ws, "V").own


def test_what_is_wrong_is_said_at_its_field(opened: Callable[..., CheckOptionsDialog], ws: Workspace) -> None:
    dialog = opened()
    field(dialog, "walk_km").setText("far")
    press(dialog)
    assert dialog.isVisible()
    fault = dialog.findChild(QLabel, "walk_km_fault")
    assert fault is not None and fault.text() == "A number from 0 to 500, please."
    assert not check_options.options(ws, "V").own


def test_a_rule_that_is_off_needs_no_thresholds(opened: Callable[..., CheckOptionsDialog]) -> None:
    dialog = opened()
    assert field(dialog, "rest_hours").isEnabled()
    box(dialog, "short_rest").setChecked(False)
    assert not field(dialog, "rest_hours").isEnabled()


def test_reset_sets_all_back_and_can_be_undone(
    ctx: Context, opened: Callable[..., CheckOptionsDialog], ws: Workspace
) -> None:
    dialog = opened(None)
    reset = dialog.findChild(QAbstractButton, "check_options_reset")
    assert reset is not None and not reset.isEnabled()
    field(dialog, "rest_hours").setText("9")
    press(dialog)
    assert check_options.options(ws).value("rest_hours") == 9
    press(opened(None), "check_options_reset")
    assert not check_options.options(ws).own
    said = ctx.notices.said[-1]
    assert said.text == "All checks are as they came."
