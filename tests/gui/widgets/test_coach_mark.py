"""The one hint: it comes once, stays inside the window, and goes for good when it is followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.widgets.coach_mark import CoachMark

TEXT = "Drag a block, or press Alt+↑/↓"


@pytest.fixture
def window(composed: Callable[..., MainWindow]) -> MainWindow:
    return composed()


def ground(window: MainWindow) -> QWidget:
    found = window.centralWidget()
    assert found is not None
    return found


def mark(window: MainWindow) -> CoachMark:
    made = CoachMark(window.ctx, ground(window), TEXT)
    made.point_at(QRect(400, 300, 120, 40))
    return made


@pytest.mark.parametrize("target", [QRect(0, 0, 30, 20), QRect(1200, 700, 60, 60), QRect(500, 300, 100, 40)])
def test_it_stays_inside_and_beside_its_target(window: MainWindow, target: QRect) -> None:
    made = mark(window)
    made.point_at(target)
    assert ground(window).rect().contains(made.geometry())
    assert not made.geometry().intersects(target.adjusted(1, 1, -1, -1))


def test_sent_away_it_never_comes_again(window: MainWindow) -> None:
    made = mark(window)
    assert made.isVisible()
    made.findChild(QAbstractButton, "coach_done").click()  # type: ignore[union-attr]
    assert not made.isVisible()
    assert window.ctx.settings.values.coached
    made.point_at(QRect(10, 10, 10, 10))
    assert not made.isVisible()


def test_followed_it_goes(window: MainWindow) -> None:
    made = mark(window)
    made.finish()
    assert not mark(window).isVisible()


def test_escape_sends_it_away(window: MainWindow) -> None:
    made = mark(window)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
