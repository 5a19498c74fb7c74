"""A walk of chance through the window: no exception, no complaint of Qt, and undo leads back to the start.

MISSIONPLANNER_WALK says how many steps each walk takes; without it they are few enough for every push.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from missionplanner.db import schema
from missionplanner.gui.actions import SPECS
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.places import PAGES, TROUBLE
from missionplanner.services import history
from tests import looks, scenes
from tests.stage import Stage

STEPS = int(os.environ.get("MISSIONPLANNER_WALK", "30"))
SEEDS = (1, 2, 3)
BUSY = 0.02
"""Least share of the steps that has to end in an edit: a walk that changes nothing proves nothing."""
SAMPLES = {"sample", "cluster_sample", "portfolio_sample", "initiatives_sample", "reset_sample"}
ELSEWHERE = {"quit", "open", "home", *SAMPLES, "log", "import"}
"""Actions that leave the workspace or the program."""
LEAVING = (
    "banner_sample",
    "restore_backup",
    "start_sample",
    "start_import",
    "undo_step",
    "undo_back",
    "redo_step",
)
"""Buttons that do, or that take back what was there before the walk."""
KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_X, Qt.Key.Key_Backspace),
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
WORDS = ("Łódź & <b>", "9", "930", "+45", "", "25:99", "Madrid (Europe)", "lunch", "x" * 300, "東京", "%s {x}")
TYPED = tuple(one for one in WORDS if one.isascii())
"""What keys can type: QTest aborts on letters no plain keyboard has."""
EDITS = (
    "new_item",
    "duplicate",
    "earlier",
    "later",
    "longer",
    "day_after",
    "group_1",
    "lock",
    "delete_items",
    "cut",
)

pytestmark = [
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
    pytest.mark.timeout(120 if STEPS <= 200 else 3600),
]


@dataclass
class Walker:
    """Take steps that a person could take, by chance."""

    stage: Stage
    chance: random.Random
    there: set[int]
    """Steps of the history that were there before."""

    def step(self) -> None:
        """Do one thing in what lies uppermost."""
        over = self._uppermost()
        if isinstance(over, QMenu):
            self._leave_menu(over)
        elif over is not None:
            self._answer(over)
        else:
            deeds = (
                self._act,
                self._press,
                self._click,
                self._edit,
                self._edit,
                self._drag,
                self._seek,
                self._look,
            )
            self.chance.choice(deeds)()
        QApplication.processEvents()
        # Without a loop of its own running, Qt keeps what was to be deleted: by and by thousands of widgets.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _uppermost(self) -> QWidget | None:
        popup = QApplication.activePopupWidget()
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return popup or next(reversed(dialogs), None)

    def _leave_menu(self, menu: QMenu) -> None:
        allowed = [one for one in menu.actions() if one.isEnabled() and one.objectName() not in ELSEWHERE]
        if allowed and self.chance.random() < 0.5:
            self.chance.choice(allowed).trigger()
        menu.close()

    def _answer(self, over: QWidget) -> None:
        if not isinstance(over, QDialog):
            over.close()
            return
        for field in over.findChildren(QLineEdit):
            if self.chance.random() < 0.3 and not field.isReadOnly():
                field.setText(self.chance.choice(WORDS))
        for choice in over.findChildren(QComboBox):
            if self.chance.random() < 0.3 and choice.count():
                choice.setCurrentIndex(self.chance.randrange(choice.count()))
        roll = self.chance.random()
        if roll < 0.35:
            over.reject()
        elif roll < 0.5:
            QTest.keyClick(QApplication.focusWidget() or over, self.chance.choice(KEYS))
        else:
            self._click_in(over)

    def _act(self) -> None:
        names = [spec.name for spec in SPECS if spec.name not in ELSEWHERE]
        name = self.chance.choice(names)
        if name != "undo" or self._has_own():
            self.stage.do(name)

    def _has_own(self) -> bool:
        """Tell whether the next step back is the walk's: what was there before stays."""
        workspace = self.stage.ctx.workspace
        following = history.next_undo(workspace) if workspace is not None else None
        return following is not None and following.id not in self.there

    def _press(self) -> None:
        target = QApplication.focusWidget() or self.stage.window
        QTest.keyClick(target, self.chance.choice(KEYS), self.chance.choice(MODIFIERS))

    def _click(self) -> None:
        self._click_in(self.stage.window)

    def _click_in(self, root: QWidget) -> None:
        there = [
            one for one in looks.controls(root) if one.isEnabled() and not one.objectName().startswith(LEAVING)
        ]
        there = [one for one in there if one.objectName().removesuffix("_button") not in ELSEWHERE]
        if not there:
            return
        one = self.chance.choice(there)
        if isinstance(one, QAbstractButton):
            one.click()
        elif isinstance(one, QLineEdit | QPlainTextEdit) and not one.isReadOnly():
            one.setFocus()
            QTest.keyClicks(one, self.chance.choice(TYPED))
        elif isinstance(one, QAbstractItemView):
            one.setFocus()
            rows = one.model().rowCount(QModelIndex())
            if rows:
                one.setCurrentIndex(one.model().index(self.chance.randrange(rows), 0))

    def _edit(self) -> None:
        missions = self.stage.window.missions_page.missions
        if self.stage.ctx.mission.plan is None and missions:
            self.stage.window.open_mission(self.chance.choice(missions).code)
        plan = self.stage.ctx.mission.plan
        if plan is None or not self.stage.window.places.go("agenda"):
            return
        if plan.items:
            self.stage.choose(
                self.chance.sample(plan.items, min(len(plan.items), self.chance.choice((1, 1, 2, 4))))
            )
        self.stage.do(self.chance.choice(EDITS))

    def _drag(self) -> None:
        if self.stage.window.page != "agenda" or self.stage.agenda.views.part is not self.stage.agenda.board:
            return
        room, left = self.stage.agenda.board.viewport(), Qt.MouseButton.LeftButton
        start, end = self._point(room), self._point(room)
        QTest.mousePress(room, left, self.chance.choice(MODIFIERS), start)
        for share in (0.3, 1.0):
            QTest.mouseMove(room, start + (end - start) * share)
        if self.chance.random() < 0.2:
            QTest.keyClick(self.stage.agenda.board, Qt.Key.Key_Escape)
        QTest.mouseRelease(room, left, Qt.KeyboardModifier.NoModifier, end)

    def _point(self, room: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, room.width())), self.chance.randrange(max(1, room.height())))

    def _seek(self) -> None:
        """Type into the palette and take something it finds, but nothing that leads elsewhere."""
        self.stage.do("palette")
        palette = self.stage.window.palette_
        QTest.keyClicks(
            palette.query, self.chance.choice(("lunch", "move", "see", "@a", "#b", ">fit", "wed", "zz"))
        )
        QTest.keyClick(palette.query, self.chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab)))
        key = self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape))
        QTest.keyClick(QApplication.focusWidget() or palette.query, key)
        palette.dismiss()

    def _look(self) -> None:
        window, look = self.stage.window, self.stage.ctx.appearance
        window.resize(self.chance.choice((1024, 1280, 1500)), self.chance.choice((640, 900)))
        roll = self.chance.random()
        if roll < 0.5:
            window.show_page(self.chance.choice([one for one in PAGES if one != TROUBLE]))
        elif roll < 0.6:
            look.choose_language(self.chance.choice(("it", "en")))
        elif roll < 0.7:
            look.choose_theme(self.chance.choice(("light", "dark")))
        elif roll < 0.75:
            look.choose_text_size(self.chance.choice((100, 150)))


def dump(window: MainWindow) -> dict[str, list[str]]:
    assert window.ctx.workspace is not None
    with window.ctx.workspace.reading() as connection:
        return schema.dump(connection)


@pytest.mark.parametrize("seed", SEEDS)
def test_wherever_one_goes_nothing_breaks_and_undo_leads_back(staged: Callable[..., Stage], seed: int) -> None:
    stage = staged(scenes.SAMPLE)
    workspace = stage.ctx.workspace
    assert workspace is not None
    before, there = dump(stage.window), {one.id for one in history.entries(workspace)}
    walker = Walker(stage, random.Random(seed), there)
    for _ in range(STEPS):
        walker.step()
    stage.clear()
    stage.ctx.appearance.choose_text_size(100)
    assert stage.ctx.workspace is workspace
    made = [one for one in history.entries(workspace) if one.id not in there]
    assert len(made) > STEPS * BUSY
    while (following := history.next_undo(workspace)) is not None and following.id not in there:
        history.undo(workspace)
    assert dump(stage.window) == before
    stage.settle()
