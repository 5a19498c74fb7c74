"""Reach into a window for tests: its pages by what they are, its agenda as a person at the keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import AgendaItem
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.agenda import AgendaPage

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def agenda_of(window: MainWindow) -> AgendaPage:
    """Return the agenda page of a window."""
    found = window.places.page("agenda")
    assert isinstance(found, AgendaPage)
    return found


class Desk:
    """Be somebody at the agenda of a window: choose by title, press keys where the focus is, drag."""

    def __init__(
        self, window: MainWindow, settle: Callable[[MainWindow], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.window, self.page, self.board = window, agenda_of(window), agenda_of(window).board
        self._settle = settle
        self.said: list[str] = []
        monkeypatch.setattr(window.ctx, "say_aloud", lambda _about, text: self.said.append(text))
        self.come_back()
        self.page.take_focus()

    # -- what is there ----------------------------------------------------------------------------

    @property
    def plan(self) -> MissionPlan:
        assert self.page.plan is not None
        return self.page.plan

    @property
    def steps(self) -> int:
        """Return how many steps can be undone."""
        workspace = self.window.ctx.workspace
        assert workspace is not None
        with workspace.reading() as connection:
            return len(workspace.stacks.look(connection).done)

    @property
    def toast(self) -> str:
        return self.window.toast.text()

    def item(self, title: str) -> AgendaItem:
        """Return the one item of a title, in whatever language."""
        found = self.items(title)
        assert len(found) == 1, (title, len(found))
        return found[0]

    def items(self, title: str) -> list[AgendaItem]:
        return [one for one in self.plan.items if title in [text for _, text in one.title.entries]]

    def times(self, title: str) -> str:
        item = self.item(title)
        return f"{item.start:%H:%M}–{item.end:%H:%M}" if item.start and item.end else ""

    def chosen(self) -> list[str]:
        """Return the titles of what is chosen, in English."""
        found = (self.plan.item(one) for one in self.page.chosen())
        return [item.title.best("en") for item in found if item is not None]

    def groups(self, title: str) -> list[str]:
        return [one.name.best("en") for one in self.plan.item_groups(self.item(title)) if one.name]

    def focused(self) -> QWidget:
        """Return what has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    # -- doing ------------------------------------------------------------------------------------

    def choose(self, *titles: str) -> None:
        self.page.show_items([self.item(title).id for title in titles])
        self.page.take_focus()

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, and wait for what it does."""
        QTest.keyClick(self.focused(), key, keys)
        self.settle()

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(self.focused(), text)

    def undo(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        self.key(Qt.Key.Key_Y, CTRL)

    def do(self, action: str) -> None:
        """Do an action as its menu would."""
        found = self.window.actions_[action]
        assert found.isEnabled(), action
        found.trigger()
        self.settle()

    def press(self, name: str) -> None:
        """Click the button of a name, in the window or what lies over it."""
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        found = next(one for top in tops for one in top.findChildren(QAbstractButton, name) if one.isVisible())
        found.click()
        self.settle()

    def dialog(self) -> QWidget:
        """Return the dialog or menu over the window."""
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        assert tops
        return tops[-1]

    def come_back(self) -> None:
        """Have the window active again, as a system does when what lay over it has gone."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def settle(self) -> None:
        self._settle(self.window)
        QTest.qWait(1)
        self._settle(self.window)

    # -- the mouse --------------------------------------------------------------------------------

    def area(self, title: str) -> QPoint:
        """Return the middle of an item's block, brought into view."""
        index = self.board.model().index(self.page.board.stage.rows.index(self._row(title)), 0)
        self.board.scrollTo(index)
        return self.board.visualRect(index).center()

    def edge(self, title: str) -> QPoint:
        """Return a point on the lower edge of an item's block."""
        middle = self.area(title)
        rect = self.board.visualRect(self.board.indexAt(middle))
        return QPoint(middle.x(), rect.bottom() - 1)

    def spot(self, day: int, time: str, lane: float = 0.5) -> QPoint:
        """Return the point of a time on a day's lane."""
        scale, at = self.board.scene.scale, dt.time.fromisoformat(time)
        return QPoint(round(scale.x_of(day, lane)), round(scale.y_of(at.hour * 60 + at.minute)))

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE, *, drop: bool = True) -> None:
        """Drag on the board with the left button by real events."""
        room, left = self.board.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(room, left, keys, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(room, start + (end - start) * share)
        if drop:
            QTest.mouseRelease(room, left, keys, end)
            self.settle()

    def later(self, minutes: int) -> QPoint:
        """Return how far down the board that many minutes are."""
        return QPoint(0, round(self.board.hour * minutes / 60))

    def _row(self, title: str) -> object:
        identity: UUID = self.item(title).id
        self.board.settle()
        return next(row for row in self.board.stage.rows if row.id == identity)
