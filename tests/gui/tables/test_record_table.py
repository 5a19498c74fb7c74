"""The table of a list: cells edited one by one and several at once, filled, pasted, sorted, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Invalid
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.tables.values import Values
from missionplanner.services import history
from missionplanner.services.directory import people

Listed = Callable[..., ListView]
Both = QItemSelectionModel.SelectionFlag.ClearAndSelect


def column(view: ListView, key: str) -> list[str]:
    place = view.model.place_of_column(key)
    return [view.model.text(row, place) for row in range(view.model.rowCount())]


def go(view: ListView, row: int, key: str) -> None:
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(row, view.model.place_of_column(key)))


def select(view: ListView, rows: range, key: str) -> None:
    go(view, rows[0], key)
    for row in rows:
        index = view.model.index(row, view.model.place_of_column(key))
        view.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def cell(view: ListView) -> QLineEdit:
    found = view.table.findChild(QLineEdit, "cell")
    assert found is not None
    return found


def put(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)


def step_count(view: ListView) -> int:
    assert view.ctx.workspace is not None
    return len(history.page(view.ctx.workspace))


def test_qt_finds_nothing_wrong_with_the_rows(listed: Listed, qtmodeltester: Any) -> None:
    view = listed()
    qtmodeltester.check(view.model)
    view.model.filter("rossi")
    view.model.sort_by((("given", True),))
    assert view.ctx.workspace is not None
    people.duplicate(view.ctx.workspace, [view.model.row(0).id])
    people.delete(view.ctx.workspace, [view.model.row(0).id])
    QApplication.processEvents()
    qtmodeltester.check(view.model)


def test_a_cell_is_typed_into_and_enter_goes_down(listed: Listed) -> None:
    view = listed()
    go(view, 0, "email")
    QTest.keyClicks(view.table, "z")
    QTest.keyClicks(cell(view), "oe@example.org")
    QTest.keyClick(cell(view), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert column(view, "email")[0] == "zoe@example.org"
    assert view.table.currentIndex().row() == 1
    go(view, 1, "email")
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    cell(view).setText("something else")
    QTest.keyClick(cell(view), Qt.Key.Key_Escape)
    assert column(view, "email")[1] == "anna@example.org"


def test_what_is_refused_stays_in_the_field_with_the_reason(listed: Listed) -> None:
    view = listed()
    go(view, 1, "email")
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    cell(view).setText("anna at home")
    QTest.keyClick(cell(view), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cell(view).text() == "anna at home"
    assert "not an e-mail" in view.table.notes._fault.text()
    assert column(view, "email")[1] == "anna@example.org"


def test_one_change_goes_to_all_selected_rows_as_one_step(listed: Listed) -> None:
    view = listed()
    before = step_count(view)
    select(view, range(4), "organisation_id")
    index = view.table.currentIndex()
    view.table.take(index, "Clust-ER MECH", False)
    assert "4" in view.table.notes._apply.text()
    QTest.mouseClick(view.table.notes._apply, Qt.MouseButton.LeftButton)
    assert set(column(view, "organisation_id")) == {"Clust-ER MECH"}
    assert view.ctx.workspace is not None
    history.undo(view.ctx.workspace)
    QApplication.processEvents()
    assert column(view, "organisation_id").count("SPRI Group") == 2
    assert step_count(view) > before


def test_control_enter_stores_in_all_selected_rows_at_once(listed: Listed) -> None:
    view = listed()
    select(view, range(3), "mobile")
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    cell(view).setText("+34 944 000000")
    QTest.keyClick(cell(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert column(view, "mobile")[:3] == ["+34 944 000000"] * 3


def test_filling_down_and_emptying_are_steps(listed: Listed) -> None:
    view = listed()
    view.model.sort_by((("given", False),))
    select(view, range(1, 4), "organisation_id")
    view.table.fill_down()
    assert len(set(column(view, "organisation_id")[1:])) == 1
    view.table.clear_cells()
    assert column(view, "organisation_id")[1:] == ["", "", ""]


def test_a_range_is_pasted_as_one_step_and_bad_cells_are_kept_aside(listed: Listed) -> None:
    view = listed()
    before = step_count(view)
    go(view, 0, "email")
    put("neri@example.org\t+39 051 333333\nno address\t+39 051 444444\n\t\nlate@example.org\tx\n")
    view.table.paste()
    assert (
        column(view, "email")
        == ["neri@example.org", "anna@example.org", "", "lucja@example.org"][:2] + column(view, "email")[2:]
    )
    assert column(view, "mobile")[:2] == ["+39 051 333333", "+39 051 444444"]
    assert step_count(view) == before + 1
    assert [one.text for one in view.aside.problems] == ["no address", "x"]
    assert view.aside.isVisible()


def test_rows_with_headings_are_new_rows_for_whoever_reads_them(listed: Listed, qtbot: QtBot) -> None:
    view = listed()
    put("Cognome\tNome\tE-mail\nVerdi\tSara\tsara@example.org")
    with qtbot.waitSignal(view.rows_pasted) as pasted:
        view.table.paste()
    assert pasted.args is not None
    assert pasted.args[0].startswith("Cognome")


def test_cells_are_copied_as_text_and_as_a_table(listed: Listed) -> None:
    view = listed()
    go(view, 0, "family")
    view.table.picked.whole_rows()
    view.table.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith("Neri\tZoë\tClust-ER MECH")
    assert "<td" in data.html()


def test_rows_are_sorted_by_several_columns_by_key(listed: Listed) -> None:
    view = listed()
    go(view, 0, "family")
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    go(view, 0, "given")
    shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.table, Qt.Key.Key_Down, shift)
    assert view.model.sorted == (("family", True), ("given", True))
    assert column(view, "given") == ["Łucja", "Marco", "Anna", "Zoë"]
    assert view.layout_now().sort == view.model.sorted


def test_a_cell_says_what_it_is_to_a_screen_reader(listed: Listed) -> None:
    view = listed("organisations")
    said = view.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Name: Clust-ER MECH, required, row 1 of 2"
    empty = view.model.index(0, view.model.place_of_column("short")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert empty == "Short name: empty, row 1 of 2"


def test_a_choice_is_told_by_the_beginning_of_a_word_that_only_one_has(listed: Listed) -> None:
    words = {1: "Big red", 2: "Small blue", 3: "Small green"}
    size = Column(key="size", title="Size", kind=Kind.CHOICE, words=words)
    values = Values(listed().ctx)
    found = [values.read(size, typed, None) for typed in ("small blue", "b", "blu", "gre", "red")]
    assert found == [2, 1, 2, 3, 1]
    for typed in ("small", "lue", "purple"):
        with pytest.raises(Invalid):
            values.read(size, typed, None)
