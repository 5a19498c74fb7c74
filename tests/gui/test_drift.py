"""What is called a thousand times wears nothing out: PySide6 6.12.0 lost a reference to None at such calls."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import scenes
from tests.stage import Stage

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be worn out from Python 3.12 on")
TIMES = 400
DRIFT = 150
"""References that may come and go by themselves: caches, frames, what the garbage collector has not seen."""

Deed = Callable[[Stage], object]


def repaint(stage: Stage) -> None:
    stage.agenda.board.viewport().repaint()


def resize(stage: Stage) -> None:
    """Call what Python overrides of Qt's virtual functions: they return None to C++."""
    board = stage.agenda.board
    QApplication.sendEvent(board.viewport(), QResizeEvent(board.viewport().size(), board.viewport().size()))


def hover(stage: Stage) -> None:
    QApplication.sendEvent(stage.agenda.board.viewport(), QEvent(QEvent.Type.Leave))


def walk(stage: Stage) -> None:
    QTest.keyClick(stage.agenda.board, Qt.Key.Key_Right)


def tell(stage: Stage) -> None:
    stage.ctx.undo.moved.emit()
    stage.window.status.state.setText("x")


DEEDS = {one.__name__: one for one in (repaint, resize, hover, walk, tell)}


@pytest.mark.parametrize("name", DEEDS)
def test_calls_that_return_nothing_do_not_wear_none_out(staged: Callable[..., Stage], name: str) -> None:
    stage, deed = staged(scenes.SAMPLE), DEEDS[name]
    for _ in range(20):  # what is made once and kept is there before it is counted
        deed(stage)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        deed(stage)
    assert abs(sys.getrefcount(None) - before) < DRIFT
