"""Steps of the agenda that ask first: move, shift, split and rejoin, copy a day, templates."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from missionplanner.domain.programme.shifting import Scope
from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import Field
from tests.windows import CTRL, SHIFT, Desk

Key = Qt.Key
LAB, AGENCY = "Visit to the lab", "Meeting with the agency"
SPRI = "Basque Trade & Investment and SPRI Group"


def finish(desk: Desk) -> None:
    desk.press("form_done")
    desk.come_back()
    desk.page.take_focus()


def test_f4_moves_without_dragging(desk: Desk) -> None:
    desk.choose(LAB)
    before = desk.steps
    desk.key(Key.Key_F4)
    form = desk.dialog()
    start = form.findChild(QLineEdit, "start")
    assert start is not None
    start.setText("14")
    day = form.findChild(QComboBox, "date")
    assert day is not None
    day.setCurrentIndex(1)
    finish(desk)
    assert desk.times(LAB) == "14:00–15:30"
    assert desk.item(LAB).date == desk.plan.days[1]
    assert desk.steps == before + 1
    desk.undo()
    assert desk.times(LAB) == "09:00–10:30"


def shift_form(desk: Desk, minutes: int) -> QWidget:
    desk.key(Key.Key_M, CTRL | SHIFT)
    form = desk.dialog()
    spin = form.findChild(QSpinBox, "minutes")
    assert spin is not None
    spin.setValue(minutes)
    return form


def test_a_shift_tells_before_what_it_moves_and_is_one_step(desk: Desk) -> None:
    desk.choose(LAB)
    before = desk.steps
    form = shift_form(desk, 20)
    preview = form.findChild(QLabel, "shift_preview")
    assert preview is not None
    assert "2 items move." in preview.text()
    assert "09:00 → 09:20" in preview.text()
    finish(desk)
    assert (desk.times("Breakfast"), desk.times(LAB), desk.times(AGENCY)) == (
        "08:00–08:45",
        "09:20–10:50",
        "11:20–12:20",
    )
    assert desk.steps == before + 1
    desk.undo()
    assert (desk.times(LAB), desk.times(AGENCY)) == ("09:00–10:30", "11:00–12:00")
    assert desk.chosen() == [LAB]


def test_a_shift_that_absorbs_gaps_leaves_what_follows_a_gap(desk: Desk) -> None:
    desk.choose(LAB)
    form = shift_form(desk, 20)
    absorb = form.findChild(Check, "absorb")
    assert absorb is not None
    absorb.setChecked(True)
    preview = form.findChild(QLabel, "shift_preview")
    assert preview is not None
    assert "1 item moves." in preview.text()
    finish(desk)
    assert (desk.times(LAB), desk.times(AGENCY)) == ("09:20–10:50", "11:00–12:00")


def test_a_shift_lists_what_is_locked_and_leaves_it(desk: Desk) -> None:
    desk.choose(AGENCY)
    desk.key(Key.Key_L, CTRL)
    desk.choose(LAB)
    form = shift_form(desk, 20)
    scope = form.findChild(Choice, "scope")
    assert scope is not None
    scope.setCurrentIndex(scope.findData(Scope.DAY) if scope.findData(Scope.DAY) >= 0 else 2)
    preview = form.findChild(QLabel, "shift_preview")
    assert preview is not None
    assert f"Locked, so they stay: {AGENCY}." in preview.text()
    finish(desk)
    assert (desk.times("Breakfast"), desk.times(AGENCY)) == ("08:20–09:05", "11:00–12:00")


def test_without_groups_there_is_nothing_to_split_into(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_S)
    assert desk.toast == "This mission has no groups yet to split into."


def test_groups_are_split_and_brought_together_again(sample: Desk) -> None:
    sample.choose(SPRI)
    before, count = sample.steps, len(sample.plan.items)
    sample.key(Key.Key_S)
    form = sample.dialog()
    title = form.findChild(QLineEdit, "title_2")
    assert title is not None
    title.setText("Health campus")
    finish(sample)
    assert sample.steps == before + 1
    parts = [*sample.items(SPRI), *sample.items("Health campus")]
    assert len(parts) == 3
    assert [len(sample.plan.item_groups(one)) for one in parts] == [1, 1, 1]
    assert {(one.start, one.end) for one in parts} == {(parts[0].start, parts[0].end)}
    sample.page.show_items([one.id for one in parts])
    sample.page.take_focus()
    sample.key(Key.Key_S, SHIFT)
    assert sample.toast == "Groups are together again."
    assert len(sample.plan.items) == count
    sample.undo(2)
    assert not sample.item(SPRI).audience_limited
    assert sample.chosen() == [SPRI]


def test_a_day_is_copied_to_another(desk: Desk) -> None:
    desk.choose(LAB)
    before = desk.steps
    desk.do("copy_day")
    finish(desk)
    assert [one.date for one in desk.items(LAB)] == list(desk.plan.days[:2])
    assert desk.steps == before + 1


def template(desk: Desk, words: str) -> None:
    desk.do("templates")
    chooser = desk.dialog()
    assert isinstance(chooser, Chooser)
    chooser.search.setText(words)
    desk.key(Key.Key_Return)
    desk.come_back()
    desk.page.take_focus()


def test_a_template_fills_the_day_of_the_cursor_in_one_step(desk: Desk) -> None:
    desk.choose(LAB)
    before, count = desk.steps, len(desk.plan.items)
    template(desk, "Morning of visits")
    assert len(desk.plan.items) == count + 6
    assert desk.item("Lunch").date == desk.plan.days[0]
    assert desk.steps == before + 1
    desk.undo()
    assert len(desk.plan.items) == count


def test_what_is_chosen_becomes_a_template_of_ones_own(desk: Desk) -> None:
    desk.choose(LAB, AGENCY)
    desk.do("save_template")
    form = desk.dialog()
    name = form.findChild(QLineEdit, "name")
    assert name is not None
    name.setText("Lab and agency")
    finish(desk)
    assert desk.toast == "Template “Lab and agency” saved."
    template(desk, "Lab and agency")
    assert len(desk.items(LAB)) == 2


@pytest.mark.parametrize("action", ["move_item", "shift", "copy_day", "save_template"])
def test_a_dialog_that_is_cancelled_changes_nothing(desk: Desk, action: str) -> None:
    desk.choose(LAB)
    before = desk.steps
    desk.do(action)
    desk.key(Key.Key_Escape)
    assert desk.steps == before


def test_what_is_wrong_in_a_form_is_said_at_its_field(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_F4)
    form = desk.dialog()
    start = form.findChild(QLineEdit, "start")
    assert start is not None
    start.setText("soon")
    desk.press("form_done")
    assert form.isVisible()
    faults = [one.fault.text() for one in form.findChildren(Field) if one.fault.text()]
    assert faults == ["“soon” is not a time of day, such as 9:30."]
