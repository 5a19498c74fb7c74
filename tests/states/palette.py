"""Bring about the states of the palette."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.stage import Stage, until
from tests.states.scene import Scene


def palette(stage: Stage, text: str, *keys: Qt.Key) -> None:
    stage.do("palette")
    until(stage.window.palette_.isVisible)
    stage.settle()
    QTest.keyClicks(stage.window.palette_.query, text)
    for key in keys:
        QTest.keyClick(stage.window.palette_.query, key)


def everywhere(stage: Stage) -> None:
    """Look for a booking number, which stands in the legs alone."""
    stage.do("find_everywhere")
    until(stage.window.palette_.isVisible)
    stage.settle()
    QTest.keyClicks(stage.window.palette_.query, "K7RQ2M")


STATES = (
    Scene("palette-empty", partial(palette, text="")),
    Scene("palette-typing", lambda stage: palette(stage, "lunch")),
    Scene("palette-actions", lambda stage: palette(stage, ">")),
    Scene("palette-second-step", lambda stage: palette(stage, "see as", Qt.Key.Key_Return)),
    Scene("palette-everywhere", everywhere),
    Scene("palette-nothing", lambda stage: palette(stage, "zzzz")),
)
