"""Stand in front of a window as a person does: go somewhere, choose, drag, and come back to the usual state."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from threading import Event
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import AgendaItem
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.actions import SPECS
from missionplanner.gui.actions.lists import DEEDS as LIST_DEEDS
from missionplanner.gui.actions.taking_part import DEEDS as GRID_DEEDS
from missionplanner.gui.jobs import Job
from missionplanner.gui.loading import FirstPaint
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.agenda import AgendaPage
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.widgets.basics import ActionButton
from missionplanner.gui.workspaces import SAMPLE_BANNER

PATIENCE = 30.0
"""Seconds to wait for work beside the window."""
SHARED = {*LIST_DEEDS, *GRID_DEEDS}
"""Actions of every list and grid, whichever page shows it."""
LAYERS = 6
"""How deep layouts lie within one another."""


def until(met: Callable[[], bool]) -> None:
    """Let the event loop run until something is so. Raises TimeoutError where it never is."""
    latest = time.monotonic() + PATIENCE
    while not met():
        if time.monotonic() > latest:
            raise TimeoutError
        QTest.qWait(1)


def awaits_paint(window: QWidget) -> bool:
    """Tell whether something begins with the window’s first picture: it is a child of the window itself."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return window.findChild(FirstPaint, options=direct) is not None


class Stage:
    """Be a window with an open workspace, and what is done in it to show one of its states."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.ctx = window, window.ctx
        self._size = window.size()
        self._afterwards: list[Callable[[], object]] = []
        self._long: list[Job] = []

    # -- what is there ----------------------------------------------------------------------------

    @property
    def agenda(self) -> AgendaPage:
        return cast("AgendaPage", self.window.places.page("agenda"))

    @property
    def documents(self) -> DocumentsPage:
        return cast("DocumentsPage", self.window.places.page("documents"))

    @property
    def plan(self) -> MissionPlan:
        assert self.ctx.mission.plan is not None
        return self.ctx.mission.plan

    @property
    def visit(self) -> AgendaItem:
        """Return the first visit that has its times."""
        return next(one for one in self.plan.items if one.start and one.end and one.kind is ItemKind.SITE_VISIT)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is under way, nor about to be, but what ``work`` has begun."""
        short = [one for one in self.ctx.jobs.under_way if one not in self._long]
        return not short and not awaits_paint(self.window)

    # -- doing ------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Wait until nothing is under way and what it told has been shown."""
        QApplication.processEvents()
        until(lambda: self.idle)
        QTest.qWait(1)
        until(lambda: self.idle)
        for _ in range(LAYERS):  # what grows asks the layout around it, each in a turn of its own
            QApplication.processEvents()
            until(lambda: self.idle)

    def go(self, page: str) -> None:
        """Go to a page and wait for what it shows."""
        self.window.show_page(page)
        self.settle()
        if page == "documents":
            until(lambda: self.documents.preview.pages > 0)
            self.settle()

    def do(self, action: str) -> None:
        """Do an action as its menu would."""
        self.window.actions_[action].trigger()

    def idle_deeds(self) -> list[str]:
        """Return what could be done on this page, were it not that the page has no deed for it.

        Of what lists and grids share, what has a button in sight.
        """
        window, page = self.window, self.window.places.shown
        done, met = page.deeds(), page.there()
        in_sight = {one.objectName() for one in page.findChildren(ActionButton) if one.isVisible()}
        here = [
            one
            for one in SPECS
            if (one.page == window.page and window.actions_[one.name].isEnabled())
            or (one.name in SHARED and one.needs in met and f"{one.name}_button" in in_sight)
        ]
        return [one.name for one in here if one.name not in done]

    def choose(self, items: Iterable[AgendaItem]) -> None:
        self.agenda.show_items([one.id for one in items])

    def resize(self, width: int, height: int) -> None:
        """Have another size until the state is left."""
        self.window.resize(width, height)
        self.after(lambda: self.window.resize(self._size))

    def point_of(self, item: UUID) -> QPoint:
        """Return a point in the middle of an item's block on the board, brought into view."""
        board = self.agenda.board
        board.choose([item], item)
        return board.visualRect(board.currentIndex()).center()

    def drag(self, item: UUID, by: QPoint) -> None:
        """Take hold of an item and move it without letting it go; leaving the state puts it back."""
        room = self.agenda.board.viewport()
        start = self.point_of(item)
        QTest.mousePress(room, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.2, 0.6, 1.0):
            self._move(room, start + by * share)
        self.after(lambda: QTest.mouseRelease(room, Qt.MouseButton.LeftButton, pos=start))
        self.after(lambda: QTest.keyClick(self.agenda.board, Qt.Key.Key_Escape))

    @staticmethod
    def _move(room: QWidget, at: QPoint) -> None:
        left = Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        where = QPointF(at)
        move = QMouseEvent(QEvent.Type.MouseMove, where, QPointF(room.mapToGlobal(at)), left, left, keys)
        QApplication.sendEvent(room, move)

    def work(self, title: str) -> None:
        """Have something long under way, a third of it done."""
        stop = Event()

        def long(progress: Progress) -> None:
            progress.step(8, 24)
            stop.wait(PATIENCE)

        self._long.append(self.ctx.jobs.read(long, title))
        self.after(self._long.clear)
        self.after(stop.set)
        until(self.window.progress.isVisible)

    def after(self, do: Callable[[], object]) -> None:
        """Do something when the state is left, what was said last first."""
        self._afterwards.append(do)

    def dialog(self) -> QWidget:
        """Return the dialog or menu that is open over the window."""
        until(lambda: bool(self._over()))
        return self._over()[-1]

    def _over(self) -> list[QWidget]:
        tops = (one for one in QApplication.topLevelWidgets() if one is not self.window and one.isVisible())
        return [one for one in tops if one.objectName() != "qtooltip_label"]

    # -- coming back ------------------------------------------------------------------------------

    def clear(self) -> None:
        """Come back to the usual state: nothing open, chosen or said."""
        while self._afterwards:
            self._afterwards.pop()()
        for one in self._over():
            one.reject() if isinstance(one, QDialog) else one.close()
        self.window.palette_.dismiss()
        self.window.toast.hide()
        for key in [one for one in self.ctx.notices.banners if one != SAMPLE_BANNER]:
            self.ctx.notices.take_down(key)
        self.settle()
        if self.ctx.mission.plan is not None:
            page = self.agenda
            page.find_bar.leave()
            page.views.forget()
            page.views.turn("whole_mission")
            page.board.choose([])
        self.settle()
