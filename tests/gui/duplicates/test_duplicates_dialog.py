from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.gui.duplicates.dialog import DuplicatesDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import history
from tests import factories as f
from tests import tabbing

ANNA = f.person("Anna Neri", email="anna@example.org", mobile="+39 333 1234567", notes="Tea")
SAME = replace(ANNA, id=f.uid("same"), given="Anna Maria", mobile=None, phone="+39 051 123456", notes="Basque")
CARLO = f.person("Carlo Valli", email="carlo@example.org")
TWIN = replace(CARLO, id=f.uid("twin"), native_name="카를로")


@pytest.fixture
def window(opened: Callable[..., MainWindow]) -> MainWindow:
    made = opened()
    made.ctx.run_edit(lambda ws: _added(ws, ANNA, SAME, CARLO, TWIN))
    return made


@pytest.fixture
def shown(
    window: MainWindow, dialog: Callable[[str], QWidget], settled: Callable[[MainWindow], None]
) -> DuplicatesDialog:
    window.actions_["find_duplicates"].trigger()
    found = dialog("duplicates")
    assert isinstance(found, DuplicatesDialog)
    settled(window)
    found.segments.group.buttons()[0].click()
    settled(window)
    return found


def _added(ws: Any, *some: r.Record) -> Any:
    with ws.edit("Add") as edit:
        edit.add_all(some)
    return edit.receipt


def people(window: MainWindow) -> list[r.Person]:
    assert window.ctx.workspace is not None
    with window.ctx.workspace.edit("Read") as edit:
        return sorted(edit.all(r.Person), key=lambda one: one.full_name)


def text(shown: QWidget, name: str) -> str:
    found = shown.findChild(QLabel, name)
    assert found is not None
    return found.text()


def press(shown: QWidget, name: str) -> None:
    found = shown.findChild(QPushButton, name)
    assert found is not None, name
    found.click()


def front(shown: DuplicatesDialog, name: str) -> None:
    place = next(n for n, one in enumerate(shown.list.rows.pairs) if name in one.one.name)
    shown.list.go(place)


def test_fields_are_chosen_and_two_become_one(shown: DuplicatesDialog, window: MainWindow) -> None:
    front(shown, "Anna")
    assert "same e-mail" in text(shown, "duplicates_why")
    kept_is_first = shown.fields.keep == ANNA.id
    press(shown, "given_drop" if kept_is_first else "given_keep")
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    one = people(window)[0]
    assert (one.given, one.mobile, one.phone) == ("Anna Maria", ANNA.mobile, SAME.phone)
    assert set((one.notes or "").split("\n\n")) == {"Tea", "Basque"}
    assert shown.list.rows.rowCount() == 1
    assert text(shown, "duplicates_said").startswith("Merged:")


def test_a_merge_is_taken_back_in_the_dialog(
    shown: DuplicatesDialog, window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    front(shown, "Anna")
    press(shown, "duplicates_merge")
    press(shown, "duplicates_undo")
    settled(window)
    assert len(people(window)) == 4
    pair = shown.list.pair()
    assert pair is not None
    assert pair.ids == {ANNA.id, SAME.id}


def test_not_the_same_is_remembered(
    shown: DuplicatesDialog, window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    for _pair in range(2):
        QTest.keyClick(shown, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert text(shown, "duplicates_none") == "No duplicates found"
    shown.show_part("people")
    settled(window)
    assert shown.list.rows.rowCount() == 0
    assert len(people(window)) == 4
    assert window.ctx.workspace is not None
    assert history.next_undo(window.ctx.workspace) is not None


def test_all_values_of_a_side_are_taken_at_once(shown: DuplicatesDialog) -> None:
    front(shown, "Anna")
    press(shown, "duplicates_all_drop")
    assert set(shown.fields.choices().values()) == {"drop"}
    chosen = [one.objectName() for one in tabbing.walked(shown, Qt.Key.Key_Tab)]
    assert {f"{key}_drop" for key in shown.fields.choices()} <= set(chosen)  # Tab comes to what is chosen
    assert not {f"{key}_keep" for key in shown.fields.choices()} & set(chosen)
    given = next(one for one in shown.fields.takers() if one.objectName() == "given_drop")
    given.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(given, Qt.Key.Key_Left)
    assert shown.fields.choices()["given"] == "keep"
    press(shown, "duplicates_all_keep")
    assert set(shown.fields.choices().values()) == {"keep"}


def test_the_keys_go_from_pair_to_pair(shown: DuplicatesDialog, qtbot: QtBot) -> None:
    shown.list.go(0)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown.list.currentIndex().row() == 1
    assert text(shown, "duplicates_count") == "2 of 2"
    QTest.keyClick(shown.list, Qt.Key.Key_Up)
    assert shown.list.currentIndex().row() == 0


def test_what_fails_is_told_and_nothing_is_lost(shown: DuplicatesDialog, window: MainWindow) -> None:
    front(shown, "Carlo")
    assert window.ctx.workspace is not None
    with window.ctx.workspace.edit("Delete") as edit:
        edit.delete(edit.get(r.Person, TWIN.id))
    press(shown, "duplicates_merge")
    assert len(people(window)) == 3
    assert shown.isVisible()
    assert window.ctx.notices.said
