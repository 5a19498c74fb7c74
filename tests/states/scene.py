"""Say what a state of the window is, and how one is brought about that any page may have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.stage import Stage

Show = Callable[[Stage], QWidget | None]


Ask = Callable[[Stage], QWidget]
"""Brings a state about; returns what lies over the window, None where it is the window that shows it.
``Ask`` always leaves something over it."""


FIRST, BARE, SAMPLE, ANYWHERE = "first", "bare", "sample", ""
"""Grounds: an empty workspace, one mission without anything, the sample."""


GROUNDS = (FIRST, BARE, SAMPLE)


SHOWN = "ER-EUS-2025"


SMALL = (1024, 640)


@dataclass(frozen=True)
class Scene:
    """Be one state. ``page`` is where one goes before ``show``; none where the state leads there itself."""

    name: str
    show: Show
    page: str = "agenda"
    ground: str = SAMPLE

    def play(self, stage: Stage) -> QWidget:
        """Bring the state about; return what shows it."""
        stage.clear()
        if self.page:
            stage.go(self.page)
        over = self.show(stage)
        stage.settle()
        return over or stage.window


def nothing(_stage: Stage) -> None:
    """Show the page as one finds it."""


def act(*actions: str) -> Show:
    """Do actions that change what the window shows."""

    def show(stage: Stage) -> None:
        for name in actions:
            stage.do(name)

    return show


def ask(action: str, *, chosen: int = 0) -> Ask:
    """Choose some items, do an action, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        if chosen:
            visit = stage.visit
            same_day = [one for one in stage.plan.items_on(visit.date) if one.start and one.id != visit.id]
            stage.choose([visit, *same_day[: chosen - 1]])
        stage.do(action)
        return stage.dialog()

    return show


def press(name: str) -> Ask:
    """Press a button of the page, and show the menu or dialog it opens."""

    def show(stage: Stage) -> QWidget:
        found = stage.window.places.shown.findChild(QAbstractButton, name)
        assert found is not None, name
        menu = found.menu() if hasattr(found, "menu") else None
        if menu is not None:
            menu.popup(found.mapToGlobal(QPoint(0, found.height())))
        else:
            found.click()
        return stage.dialog()

    return show


def scrolled(area: str) -> Show:
    """Show the end of a page that is longer than the window."""

    def show(stage: Stage) -> None:
        found = stage.window.places.shown.findChild(QScrollArea, area)
        assert found is not None, area
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())

    return show
