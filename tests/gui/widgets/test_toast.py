"""Tell one thing after the other: each is seen whole, with its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.gui.notices import Notice, Step
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT
from missionplanner.gui.widgets.toast import Toast


def test_what_is_told_over_another_is_seen_whole(qtbot: QtBot) -> None:
    ground, done = QWidget(), list[int]()
    qtbot.addWidget(ground)
    ground.resize(900, 400)
    toast = Toast(ground, Theme(LIGHT), translator("en"))
    ground.show()
    toast.show_notice(Notice("10 items added."))
    toast.show_notice(Notice("24 delegates added.", "ok", (Step("Undo", lambda: done.append(24)),)))
    assert toast.size() == toast.sizeHint() and toast.text() == "24 delegates added."
    undo = toast.findChild(QPushButton, "toast_step_0")
    assert undo is not None and toast.rect().contains(undo.geometry())
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert done == [24] and not toast.isVisible()
