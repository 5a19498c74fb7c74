"""The agenda: walking it, editing it by keys, undoing, and what the checks say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.models.agenda import ROW, Row
from missionplanner.gui.pages.agenda import AgendaPage
from missionplanner.services import agenda, history
from tests.windows import agenda_of

Settled = Callable[[MainWindow], None]


@pytest.fixture
def page(agenda_window: MainWindow) -> AgendaPage:
    agenda_window.activateWindow()
    return agenda_of(agenda_window)


def titles(page: AgendaPage) -> list[str]:
    model = page.items.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount(QModelIndex()))]


def row(page: AgendaPage, place: int) -> Row:
    found = page.items.model().index(place, 0).data(ROW)
    assert isinstance(found, Row)
    return found


def go_to(page: AgendaPage, place: int) -> None:
    page.items.setFocus()
    page.items.setCurrentIndex(page.items.model().index(place, 0))


def steps(window: MainWindow) -> int:
    assert window.ctx.workspace is not None
    return sum(not one.undone for one in history.entries(window.ctx.workspace))


def press(root: QWidget, name: str) -> None:
    """Click the button of a name."""
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def test_a_day_shows_its_items_in_order_with_all_that_is_known(page: AgendaPage) -> None:
    assert titles(page) == ["Breakfast", "Visit to the lab", "Meeting with the agency", "Dinner"]
    visit = row(page, 1)
    assert (visit.start, visit.end, visit.status) == ("09:00", "10:30", "Tentative")
    assert visit.spoken == "Site visit, Visit to the lab, 09:00–10:30, Everyone, Tentative"
    assert row(page, 3).start == ""


def test_days_are_walked_by_keys_and_an_empty_one_says_how_to_begin(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage
) -> None:
    first = page.day
    assert first is not None
    agenda_window.actions_["next_day"].trigger()
    assert page.day == first + dt.timedelta(days=1)
    start = page.findChild(QAbstractButton, "start_new_item")
    assert start is not None
    assert start.isVisible()
    agenda_window.actions_["previous_day"].trigger()
    assert page.day == first
    page.days.setFocus()
    QTest.keyClick(page.days, Qt.Key.Key_End)
    assert page.day == first + dt.timedelta(days=2)


def test_delete_takes_the_item_away_and_the_toast_brings_it_back(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage, settled: Settled
) -> None:
    go_to(page, 1)
    QTest.keyClick(page.items, Qt.Key.Key_Delete)
    assert titles(page) == ["Breakfast", "Meeting with the agency", "Dinner"]
    assert page.items.currentIndex().row() == 1
    assert agenda_window.toast.text() == "“Visit to the lab” deleted."
    assert agenda_window.actions_["undo"].text() == "Undo: Delete “Visit to the lab”"
    press(agenda_window.toast, "toast_step_0")
    settled(agenda_window)
    assert titles(page)[1] == "Visit to the lab"
    agenda_window.actions_["redo"].trigger()
    settled(agenda_window)
    assert "Visit to the lab" not in titles(page)


def test_several_items_go_in_one_step(qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage) -> None:
    before = steps(agenda_window)
    go_to(page, 0)
    QTest.keyClick(page.items, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.items, Qt.Key.Key_Delete)
    assert titles(page) == ["Meeting with the agency", "Dinner"]
    assert agenda_window.toast.text() == "2 items deleted."
    assert steps(agenda_window) == before + 1


def test_quick_nudges_are_undone_together_and_later_ones_apart(
    qtbot: QtBot,
    agenda_window: MainWindow,
    page: AgendaPage,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr("missionplanner.gui.agenda_edits.time.monotonic", lambda: now)
    go_to(page, 1)
    for _ in range(2):
        QTest.keyClick(page.items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        now += 0.5
    now += 5
    QTest.keyClick(page.items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (row(page, 1).start, row(page, 1).end) == ("09:15", "10:45")
    assert page.items.currentIndex().row() == 1
    agenda_window.actions_["undo"].trigger()
    settled(agenda_window)
    assert row(page, 1).start == "09:10"
    agenda_window.actions_["undo"].trigger()
    settled(agenda_window)
    assert row(page, 1).start == "09:00"
    assert [one.title for one in page.chosen()] == ["Visit to the lab"]


def test_what_cannot_be_moved_says_why(qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage) -> None:
    go_to(page, 3)
    QTest.keyClick(page.items, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert agenda_window.toast.text() == "“Dinner” has no time yet. Give it one first."
    assert agenda_window.ctx.workspace is not None
    agenda.change(agenda_window.ctx.workspace, replace(row(page, 0).item, locked=True))
    page.reread()
    go_to(page, 0)
    QTest.keyClick(page.items, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert agenda_window.toast.text() == "“Breakfast” is locked. Unlock it to move it."


def test_a_title_is_edited_in_place(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage, settled: Settled
) -> None:
    go_to(page, 0)
    QTest.keyClick(page.items, Qt.Key.Key_F2)
    editor = page.items.findChild(QLineEdit, "title_editor")
    assert editor is not None
    QTest.keyClicks(editor, "Early breakfast, north hall")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settled(agenda_window)
    assert QApplication.activeModalWidget() is None
    assert titles(page)[0] == "Early breakfast, north hall"
    assert row(page, 0).item.title.exactly("en") == "Early breakfast, north hall"


def test_escape_leaves_a_title_as_it_was(qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage) -> None:
    before = steps(agenda_window)
    go_to(page, 0)
    QTest.keyClick(page.items, Qt.Key.Key_F2)
    editor = page.items.findChild(QLineEdit, "title_editor")
    assert editor is not None
    QTest.keyClicks(editor, "Something else")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert titles(page)[0] == "Breakfast"
    assert steps(agenda_window) == before


def fill(form: QWidget, **texts: str) -> None:
    for name, text in texts.items():
        field = form.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)


def finish(form: QWidget) -> None:
    done = form.findChild(QAbstractButton, "form_done")
    assert done is not None
    done.click()


def test_a_new_item_lands_where_its_time_belongs(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage, dialog: Callable[[str], QWidget], settled: Settled
) -> None:
    page.items.setFocus()
    QTest.keyClick(page.items, Qt.Key.Key_N)
    form = dialog("item_dialog")
    assert isinstance(form, FormDialog)
    fill(form, title="Coffee", start="10.40", end="+15")
    finish(form)
    settled(agenda_window)
    assert titles(page)[2] == "Coffee"
    assert (row(page, 2).start, row(page, 2).end) == ("10:40", "10:55")
    assert [one.title for one in page.chosen()] == ["Coffee"]


def test_a_form_says_at_the_field_what_is_wrong_and_keeps_what_was_typed(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage, dialog: Callable[[str], QWidget]
) -> None:
    before = steps(agenda_window)
    agenda_window.actions_["new_item"].trigger()
    form = dialog("item_dialog")
    assert isinstance(form, FormDialog)
    fill(form, title="Coffee", start="late")
    finish(form)
    assert form.fields["start"].fault.text() == "“late” is not a time of day, such as 9:30."
    fill(form, title=" ", start="11", end="10")
    finish(form)
    assert "before the start" in form.fields["end"].fault.text()
    fill(form, end="12")
    finish(form)
    assert form.fields["title"].fault.text() == "Give the item a title."
    assert form.isVisible()
    form.reject()
    assert steps(agenda_window) == before


def test_editing_an_item_is_one_step_however_much_it_changes(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage, dialog: Callable[[str], QWidget], settled: Settled
) -> None:
    go_to(page, 1)
    QTest.keyClick(page.items, Qt.Key.Key_F4)
    form = dialog("item_dialog")
    assert isinstance(form, FormDialog)
    fill(form, title="Visit to the foundry", start="15", end="16:30")
    day, place = form.fields["date"].control, form.fields["place"].control
    assert isinstance(day, QComboBox)
    assert isinstance(place, QComboBox)
    day.setCurrentIndex(1)
    place.setCurrentText("Gate 3")
    press(form, "locked")
    finish(form)
    settled(agenda_window)
    assert titles(page) == ["Visit to the foundry"]
    assert (row(page, 0).start, row(page, 0).end) == ("15:00", "16:30")
    assert row(page, 0).facts.startswith("Gate 3")
    assert row(page, 0).item.locked
    agenda_window.actions_["undo"].trigger()
    settled(agenda_window)
    assert titles(page)[1] == "Visit to the lab"
    assert not row(page, 1).item.locked
    assert row(page, 1).item.place_text is None


def test_issues_are_told_counted_and_walked(agenda_window: MainWindow, page: AgendaPage, settled: Settled) -> None:
    workspace = agenda_window.ctx.workspace
    assert workspace is not None
    item = row(page, 1).item
    agenda.change(workspace, replace(item, end=item.start, start=item.end))
    page.reread()
    settled(agenda_window)
    assert page.strip.findings
    sentence = page.strip.sentence(page.strip.findings[0])
    assert "Visit to the lab" in sentence
    assert page.days.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 clash")
    agenda_window.actions_["next_issue"].trigger()
    assert [one.title for one in page.chosen()] == ["Visit to the lab"]


def test_f6_goes_through_the_parts_of_the_window_and_back(agenda_window: MainWindow, page: AgendaPage) -> None:
    page.items.setFocus()
    been = []
    for _ in range(4):
        agenda_window.actions_["next_region"].trigger()
        focused = QApplication.focusWidget()
        assert focused is not None
        been.append(focused.objectName())
    assert been[-1] in ("items", "days")
    assert {"missions_place", "days"} <= set(been)
    agenda_window.actions_["previous_region"].trigger()
    assert QApplication.focusWidget() is not page.items


def test_tab_goes_the_way_one_reads(agenda_window: MainWindow, page: AgendaPage) -> None:
    page.items.setCurrentIndex(page.items.model().index(0, 0))
    page.days.setFocus()
    been = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        been.append(focused.objectName() if focused is not None else "")
    assert been == ["edit_item_button", "delete_items_button", "new_item_button", "items"]


def test_a_busy_workspace_is_said_and_nothing_is_lost(
    qtbot: QtBot, agenda_window: MainWindow, page: AgendaPage
) -> None:
    import sqlite3

    assert agenda_window.ctx.path is not None
    other = sqlite3.connect(agenda_window.ctx.path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        go_to(page, 1)
        QTest.keyClick(page.items, Qt.Key.Key_Delete)
        assert "Another program is writing" in agenda_window.toast.text()
        assert "Visit to the lab" in titles(page)
    finally:
        other.close()
