"""The matrix of wishes: both sides in a cell, typed by digit in one step, from either side."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.imports import Imports
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.several import Several
from missionplanner.gui.matchmaking.wish_matrix import WishMatrix
from missionplanner.gui.matchmaking.wish_model import Across
from missionplanner.gui.pages.b2b import B2BPage
from tests import looks

Settled = Callable[[MainWindow], None]


@pytest.fixture
def view(b2b_page: B2BPage, settled: Settled) -> WishMatrix:
    b2b_page.show_part("wishes")
    settled(cast("MainWindow", b2b_page.window()))
    found = cast("Several", b2b_page.part).part
    assert isinstance(found, WishMatrix)
    found.take_focus()
    return found


@pytest.fixture
def window(b2b_page: B2BPage) -> MainWindow:
    return cast("MainWindow", b2b_page.window())


def go(view: WishMatrix, row: str, column: str) -> tuple[int, int]:
    """Make the cell of two names the current one."""
    down = next(number for number, one in enumerate(view.model.lines) if one.name == row)
    over = next(number for number, one in enumerate(view.model.columns) if one.name == column)
    view.table.setCurrentIndex(view.model.index(down, over))
    return down, over


def test_a_cell_says_what_both_sides_say_and_when_they_meet(view: WishMatrix) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [one.name for one in view.model.lines] == ["MECH", "AGRI", "HEALTH", "BUILD"]
    both = view.model.both(*go(view, "MECH", "AFM"))
    assert (both.mine, both.theirs, both.when) == (Wish.MUST, Wish.MUST, "09:00 · 1") and both.mutual
    assert view.told.text() == "MECH about AFM: Must meet"
    assert "they meet at 09:00 · 1" in view.model.spoken(0, 0)
    assert view.model.both(*go(view, "HEALTH", "HEGAN")).refused
    assert view.model.look(0, 0).text == "M / M"
    assert (view.model.facts(0).upper, view.model.facts(0).lower) == ("2 wishes made", "1 received")
    assert view.model.head(0).under == "3 received"
    assert view.count_words() == "10 wishes  ·  1 pair wants each other  ·  1 refusal"
    assert not looks.faults(view) and not looks.cut(view)


def test_digits_say_a_wish_of_one_cell_or_several_in_the_direction_that_is_chosen(
    view: WishMatrix, window: MainWindow, settled: Settled
) -> None:
    cell = go(view, "AGRI", "HEGAN")
    QTest.keyClick(view.table, Qt.Key.Key_2)
    settled(window)
    assert view.model.both(*cell).mine is Wish.WANT
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert view.told.text() == "HEGAN about AGRI: no wish"
    QTest.keyClick(view.table, Qt.Key.Key_Minus)
    settled(window)
    assert view.model.both(*cell).theirs is Wish.NO_THANKS
    window.actions_["undo"].trigger()
    go(view, "MECH", "AFM")
    window.actions_["undo"].trigger()
    settled(window)
    assert view.model.both(*cell).mine is None
    QTest.keyClick(view.table, Qt.Key.Key_Backspace)  # the other side's wish, as that is what is typed
    settled(window)
    assert view.model.both(0, 0).theirs is None and view.model.both(0, 0).mine is Wish.MUST
    view.turn(False)
    view.table.selectRow(1)
    window.actions_["wish_could"].trigger()
    settled(window)
    assert {view.model.both(1, place).mine for place in range(3)} == {Wish.COULD}
    window.actions_["undo"].trigger()
    settled(window)
    assert view.model.both(1, 2).mine is None
    area = view.table.visualRect(view.model.index(0, 1))
    QTest.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center() + QPoint(area.width() // 4, 0)
    )
    assert view.model.by_column and view.told.text().startswith("GAIA about MECH")
    assert view.model.both(0, 1).theirs is None  # a click says nothing


def test_sides_are_swapped_shown_among_themselves_looked_for_and_pasted(
    view: WishMatrix, window: MainWindow, settled: Settled
) -> None:
    go(view, "MECH", "AFM")
    window.actions_["wish_swap"].trigger()
    assert [one.name for one in view.model.lines] == ["AFM", "GAIA", "HEGAN"]
    assert view.told.text() == "MECH about AFM: Must meet"  # the same cell, the same direction
    view.show_across(Across.AMONG_HOSTS)
    assert view.model.both(1, 1).same and view.model.couple(1, 1) is None
    go(view, "GAIA", "HEGAN")
    view.turn(False)
    QTest.keyClick(view.table, Qt.Key.Key_1)
    settled(window)
    assert view.model.both(1, 2).mine is Wish.MUST
    kept = view.place()
    view.search.setText("nobody")
    assert "nobody" in view.nothing.words.text() and not view.there()
    view.restore(kept)
    assert view.table.current_cell() is not None and len(view.model.lines) == 3
    # what is pasted goes to the preview of imports, for this session
    QApplication.clipboard().setText("\tAFM\tGAIA\nMECH\t1\tno\nAGRI\t2\t\n")
    view.table.pasted.emit()  # not by key: a dialog that opens between press and release keeps Ctrl held
    settled(window)
    shown, imports = window.findChild(ImportDialog), window.findChild(Imports)
    assert shown is not None and imports is not None and imports.session == view._shown.id
    shown.reject()


def test_a_block_of_wishes_goes_to_a_spreadsheet_and_comes_back_as_one_step(
    view: WishMatrix, window: MainWindow, settled: Settled
) -> None:
    board = QApplication.clipboard()
    go(view, "MECH", "AFM")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view.table, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "Must meet\tWant to meet\nCould meet\tCould meet"
    assert ">MECH</td>" in board.mimeData().html() and ">GAIA</th>" in board.mimeData().html()
    go(view, "HEALTH", "GAIA")
    view.table.pasted.emit()
    settled(window)
    assert [view.model.both(row, place).mine for row in (2, 3) for place in (1, 2)] == [
        Wish.MUST,
        Wish.WANT,
        Wish.COULD,
        Wish.COULD,
    ]
    assert window.toast.text() == "4 cells changed."
    window.actions_["undo"].trigger()
    settled(window)
    assert view.model.both(2, 2).mine is Wish.NO_THANKS and view.model.both(3, 1).mine is Wish.WANT


def test_what_falls_beside_the_matrix_is_told_and_one_wish_fills_all_that_is_chosen(
    view: WishMatrix, window: MainWindow, settled: Settled
) -> None:
    board = QApplication.clipboard()
    go(view, "BUILD", "HEGAN")
    board.setText("3\t1\n2\t0\n")
    view.table.pasted.emit()
    settled(window)
    assert view.model.both(3, 2).mine is Wish.COULD
    assert window.toast.text() == "1 cell changed. 3 wishes did not fit."
    board.setText("3")
    view.table.pasted.emit()
    assert window.toast.text() == "All of these are there already."
    view.table.selectRow(0)
    data = QMimeData()
    data.setHtml("<table><tr><td>no</td></tr></table>")
    board.setMimeData(data)
    view.table.pasted.emit()
    settled(window)
    assert {view.model.both(0, place).mine for place in range(3)} == {Wish.NO_THANKS}
    board.setText("1\tbanana\n")  # not wishes alone: nothing is laid, the preview says what it is
    view.table.pasted.emit()
    settled(window)
    shown = window.findChild(ImportDialog)
    assert shown is not None and view.model.both(0, 0).mine is Wish.NO_THANKS
    shown.reject()


def test_what_is_said_takes_back_what_it_speaks_of_though_more_was_done_since(
    view: WishMatrix, window: MainWindow, settled: Settled
) -> None:
    view.table.selectRow(1)
    window.actions_["wish_must"].trigger()
    settled(window)
    assert window.toast.text() == "3 cells changed."
    go(view, "BUILD", "AFM")
    QTest.keyClick(view.table, Qt.Key.Key_1)
    settled(window)
    back = window.toast.findChild(QPushButton, "toast_step_0")
    assert back is not None
    back.click()
    settled(window)
    assert view.model.both(3, 0).mine is Wish.MUST and view.model.both(1, 2).mine is None
