"""What is gone to with a key held down is chosen alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTableView
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.alone import GoesAlone


class _Table(GoesAlone, QTableView):
    pass


@pytest.fixture(params=[Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def table(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[_Table]:
    made = _Table()
    qtbot.addWidget(made)
    made.setModel(QStandardItemModel(4, 3, made))
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    QTest.keyPress(made, Qt.Key.Key_N, request.param)
    yield made
    QTest.keyRelease(made, Qt.Key.Key_N)


def chosen(table: QTableView) -> list[tuple[int, int]]:
    return [(one.row(), one.column()) for one in table.selectionModel().selectedIndexes()]


def test_a_cell_is_chosen_alone_while_a_key_is_held(table: _Table) -> None:
    model = table.model()
    table.setCurrentIndex(model.index(0, 0))
    table.setCurrentIndex(model.index(2, 1))
    assert chosen(table) == [(2, 1)] and table.currentIndex() == model.index(2, 1)
    table.setCurrentIndex(model.index(2, 1))
    assert chosen(table) == [(2, 1)]


def test_a_view_of_rows_chooses_the_whole_row(table: _Table) -> None:
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setCurrentIndex(table.model().index(1, 0))
    table.setCurrentIndex(table.model().index(3, 2))
    assert sorted(chosen(table)) == [(3, 0), (3, 1), (3, 2)]


def test_a_cell_that_cannot_be_chosen_stays_alone(table: _Table) -> None:
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    table.setCurrentIndex(model.index(0, 0))
    item = model.itemFromIndex(model.index(1, 0))
    item.setEnabled(False)
    table.setCurrentIndex(model.index(1, 0))
    assert chosen(table) == [(0, 0)]
