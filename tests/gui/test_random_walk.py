"""A walk of chance through the window: no exception, no complaint of Qt, and undo leads back to the start."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.db import schema
from missionplanner.gui.actions import SPECS
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import history
from tests.windows import agenda_of

STEPS = 500
NOT_WALKED = {"quit", "open", "home", "sample", "reset_sample", "log", "import"}
KEYS = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_F2,
    Qt.Key.Key_X,
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def dialogs(qapp: QApplication) -> list[QDialog]:
    return [one for one in qapp.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


class Walker:
    """Take steps that a person could take, by chance."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, window: MainWindow, seed: int) -> None:
        self.qtbot, self.qapp, self.window = qtbot, qapp, window
        self.chance = random.Random(seed)

    def step(self) -> None:
        asked = dialogs(self.qapp)
        if asked:
            self._answer(asked[-1])
        else:
            self.chance.choice((self._act, self._press, self._press, self._edit, self._edit, self._look))()
        QApplication.processEvents()

    def _answer(self, dialog: QDialog) -> None:
        for field in dialog.findChildren(QLineEdit):
            if self.chance.random() < 0.6 and not field.isReadOnly():
                field.setText(
                    self.chance.choice(("Łódź & <b>", "9", "930", "+45", "", "Madrid (Europe)", "x" * 300))
                )
        names = ("form_done", "form_done", "form_cancel", "question_yes", "question_no", "listing_close")
        found = dialog.findChild(QAbstractButton, self.chance.choice(names))
        if found is not None:
            found.click()
        elif self.chance.random() < 0.3:
            dialog.reject()

    def _act(self) -> None:
        names = [spec.name for spec in SPECS if spec.name not in NOT_WALKED]
        self.window.actions_[self.chance.choice(names)].trigger()

    def _press(self) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, self.chance.choice(KEYS), self.chance.choice(MODIFIERS))

    def _edit(self) -> None:
        page = agenda_of(self.window)
        missions = self.window.missions_page.missions
        if self.window.page != "agenda":
            self.window.open_mission(self.chance.choice(missions).code if missions else "none")
            return
        rows = page.items.model().rowCount(QModelIndex())
        if rows:
            page.items.setCurrentIndex(page.items.model().index(self.chance.randrange(rows), 0))
        names = ("new_item", "new_item", "edit_item", "rename_item", "earlier", "later", "delete_items")
        self.window.actions_[self.chance.choice(names)].trigger()

    def _look(self) -> None:
        self.window.resize(self.chance.choice((1024, 1280, 1500)), self.chance.choice((640, 900)))
        if self.chance.random() < 0.1:
            self.window.commands.choose_language(self.chance.choice(("it", "en")))
        elif self.chance.random() < 0.1:
            self.window.commands.choose_theme(self.chance.choice(("light", "dark")))


def dump(window: MainWindow) -> dict[str, list[str]]:
    assert window.ctx.workspace is not None
    with window.ctx.workspace.reading() as connection:
        return schema.dump(connection)


def repeat(window: MainWindow, action: str, settled: Callable[[MainWindow], None]) -> None:
    """Undo or redo everything there is."""
    while window.actions_[action].isEnabled():
        window.actions_[action].trigger()
        settled(window)


@pytest.mark.parametrize("seed", [1])
def test_wherever_one_goes_nothing_breaks_and_undo_leads_back(
    qtbot: QtBot,
    qapp: QApplication,
    agenda_window: MainWindow,
    settled: Callable[[MainWindow], None],
    seed: int,
) -> None:
    repeat(agenda_window, "undo", settled)
    before = dump(agenda_window)
    repeat(agenda_window, "redo", settled)
    walker = Walker(qtbot, qapp, agenda_window, seed)
    for _ in range(STEPS):
        walker.step()
    for dialog in dialogs(qapp):
        dialog.reject()
    settled(agenda_window)
    assert agenda_window.ctx.workspace is not None
    assert len(history.entries(agenda_window.ctx.workspace)) > STEPS / 25
    repeat(agenda_window, "undo", settled)
    assert dump(agenda_window) == before
