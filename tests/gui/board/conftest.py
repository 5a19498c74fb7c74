"""Show boards of small missions, each in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.board.board import AgendaBoard
from missionplanner.gui.models.agenda import AgendaModel, all_rows
from missionplanner.gui.theme import Theme, load_fonts
from missionplanner.gui.tokens import LIGHT
from missionplanner.gui.wording import Wording
from tests.factories import delegate, item, plan


class Shown:
    """Be a board on screen with what a test does to it. ``told`` is what it asked for."""

    def __init__(self, made: MissionPlan, width: int = 900, height: int = 700, language: str = "en") -> None:
        load_fonts()
        wording = Wording(translator(language))
        self.plan = made
        self.model = AgendaModel(wording)
        self.model.show(all_rows(made, (), wording))
        self.board = AgendaBoard(self.model, Theme(LIGHT), wording)
        self.board.resize(width, height)
        self.board.show_plan(made, ())
        self.told: list[tuple[str, object]] = []
        for name in ("placed", "copied", "create_wanted", "opened", "day_wanted", "days_turned"):
            getattr(self.board, name).connect(lambda what, name=name: self.told.append((name, what)))
        self.board.show()
        QApplication.processEvents()

    def place(self, title: str) -> int:
        return next(place for place, row in enumerate(self.model.rows) if row.title == title)

    def middle(self, title: str) -> QPoint:
        return self.board.visualRect(self.model.index(self.place(title), 0)).center()

    def titles(self) -> list[str]:
        return [self.model.rows[place].title for place in sorted(self.board.scene.chosen)]

    def at(self, day: int, minute: int, lane: float = 0.5) -> QPoint:
        """Return the point of a minute on a day's lane."""
        scale = self.board.scene.scale
        return QPoint(round(scale.x_of(day, lane)), round(scale.y_of(minute)))

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        drop: bool = True,
    ) -> None:
        """Drag with the left button by real events."""
        room, left = self.board.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(room, left, keys, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(room, start + (end - start) * share)
        if drop:
            QTest.mouseRelease(room, left, keys, end)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.board, key, keys)

    def current(self) -> str:
        return self.model.rows[self.board.currentIndex().row()].title


Shower = Callable[..., Shown]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Shower]:
    """Return a function that shows the board of a plan."""
    made: list[Shown] = []

    def show(of: MissionPlan, **look: Any) -> Shown:
        one = Shown(of, **look)
        made.append(one)
        return one

    yield show
    for one in made:
        one.board.hide()
        one.board.deleteLater()


@pytest.fixture
def three_groups() -> MissionPlan:
    """Make a mission of three days and three groups."""
    return plan(
        *(delegate(name, groups=[name]) for name in ("Industry", "Green", "Digital")),
        item("09:00", "10:00", "Plenary"),
        item("10:30", "11:30", "Factory", groups=["Industry"]),
        item("10:30", "11:30", "Forest", groups=["Green"]),
        item("12:00", "13:00", "Lunch"),
        item("14:00", "15:00", "Flight", locked=True),
        item(None, None, "Walk"),
        item("09:00", "10:30", "Second day", day=2),
        item(None, None, "Idea", day=None),
    )
