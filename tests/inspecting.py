"""Use the inspector as a person does: show items, type into fields, press buttons, undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.gui.inspector import Inspector
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import history

Key = Qt.Key


def beside(qtbot: QtBot, window: MainWindow) -> Inspector:
    made = Inspector(window.ctx, window.actions_)
    qtbot.addWidget(made)
    made.setParent(window, Qt.WindowType.Widget)
    made.setGeometry(window.width() - 320, 0, 320, 780)
    made.show()
    window.activateWindow()
    return made


def items(inspector: Inspector) -> tuple[r.AgendaItem, ...]:
    plan = inspector.ctx.mission.plan
    assert plan is not None
    return plan.items


def show(inspector: Inspector, *places: int) -> None:
    inspector.show_items([items(inspector)[place].id for place in places])


def retype(entry: QWidget, text: str, leave: Key = Key.Key_Return) -> None:
    entry.setFocus()
    entry.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, leave)


def clear(entry: QWidget) -> None:
    entry.setFocus()
    entry.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(entry, Key.Key_Delete)
    QTest.keyClick(entry, Key.Key_Return)


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def steps(inspector: Inspector) -> int:
    assert inspector.ctx.workspace is not None
    return sum(not one.undone for one in history.entries(inspector.ctx.workspace))


def undo(inspector: Inspector) -> None:
    assert inspector.ctx.workspace is not None
    history.undo(inspector.ctx.workspace)
    inspector.ctx.mission.reread()
