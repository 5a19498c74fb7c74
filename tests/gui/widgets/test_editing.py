"""A field opens where one can be opened, and Qt is asked for nothing else."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.editing import begin


def test_a_field_opens_once_and_only_where_there_is_one(qtbot: QtBot) -> None:
    view, rows = QListView(), QStandardItemModel()
    qtbot.addWidget(view)
    rows.appendColumn([QStandardItem("open"), QStandardItem("fixed"), QStandardItem("other")])
    rows.item(1).setFlags(Qt.ItemFlag.ItemIsEnabled)
    view.setModel(rows)
    view.show()
    assert not begin(view, QModelIndex())
    assert not begin(view, rows.index(1, 0))
    assert view.findChildren(QLineEdit) == []
    assert begin(view, rows.index(0, 0))
    assert not begin(view, rows.index(2, 0))
    assert len(view.findChildren(QLineEdit)) == 1
