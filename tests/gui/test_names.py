"""Every control has a name for screen readers and for tests, in every state, and shows texts as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.main_window import MainWindow
from tests import looks, scenes
from tests.stage import Stage

Staged = Callable[..., Stage]
# Menus open without a window manager.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.mark.parametrize(
    ("turn", "look"),
    [(0, {"width": 1440, "height": 900}), (1, {"width": 1024, "height": 640, "language": "it"})],
    ids=["en-large", "it-small"],
)
@pytest.mark.parametrize("ground", scenes.GROUNDS)
def test_every_control_has_its_name_and_room(
    staged: Staged, in_turn: Callable[..., list[scenes.Scene]], ground: str, turn: int, look: dict[str, object]
) -> None:
    stage = staged(ground, **look)
    assert scenes.faults(stage, in_turn(ground, turn)) == {}


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    nameless, small, _marked = QPushButton(whole), QPushButton("Save", whole), QLabel("<b>bold</b>", whole)
    small.setObjectName("small")
    small.setStyleSheet("min-height: 0")
    whole.show()
    nameless.resize(60, 30)
    small.resize(60, 12)
    assert [one.partition(":")[0] for one in looks.faults(whole)] == ["unnamed", "small", "markup"]


def test_every_entry_of_every_menu_has_words(agenda_window: MainWindow) -> None:
    actions = [action for menu in agenda_window.findChildren(QMenu) for action in menu.actions()]
    assert len(actions) > 30
    assert [action for action in actions if not action.isSeparator() and not action.text()] == []


def test_titles_with_markup_are_shown_as_they_are(
    agenda_window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    from missionplanner.services import missions

    ctx, text = agenda_window.ctx, "<b>Bold</b> <img src=x>"
    assert ctx.workspace is not None
    assert ctx.mission.plan is not None
    mission = ctx.mission.plan.mission
    missions.change(ctx.workspace, replace(mission, title=mission.title.written("en", text)))
    settled(agenda_window)
    assert agenda_window.header.title.text == text
    assert looks.rich(agenda_window) == []
