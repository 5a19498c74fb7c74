"""Every control has a name for screen readers and for tests, in every window, and shows texts as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Damaged
from missionplanner.gui.main_window import MainWindow
from tests.windows import agenda_of

TARGET = 24
"""Least logical pixels of what is clicked (WCAG 2.2 SC 2.5.8)."""


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget that takes the focus or clicks, but the insides of Qt's own."""
    for one in (root, *root.findChildren(QWidget)):
        inside = one.objectName().startswith("qt_") or one.focusProxy() is not None
        takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)
        if one.isVisible() and takes and not inside and not one.isWindow():
            yield one


def unnamed(root: QWidget) -> list[str]:
    faults = []
    for one in controls(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name) or not one.objectName():
            faults.append(f"{type(one).__name__} {one.objectName()!r}")
    return faults


def too_small(root: QWidget) -> list[str]:
    # The sign and the cross inside the search field have equals: the field itself, and Escape.
    buttons = [one for one in controls(root) if isinstance(one, QAbstractButton)]
    buttons = [one for one in buttons if not isinstance(one.parentWidget(), QLineEdit)]
    return [one.objectName() for one in buttons if min(one.width(), one.height()) < TARGET]


def rich(root: QWidget) -> list[str]:
    return [
        one.text()
        for one in root.findChildren(QLabel)
        if one.textFormat() != Qt.TextFormat.PlainText and one.text()
    ]


def judge(root: QWidget) -> None:
    assert unnamed(root) == []
    assert too_small(root) == []
    assert rich(root) == []


Settled = Callable[[MainWindow], None]


def test_the_beginning(composed: Callable[..., MainWindow], settled: Settled) -> None:
    from missionplanner.gui import app

    window = composed()
    app.begin(window)
    settled(window)
    judge(window)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 640)])
def test_missions_agenda_and_what_passes(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Settled,
    width: int,
    height: int,
) -> None:
    window = opened(sample_template, width=width, height=height)
    judge(window)
    window.open_mission("ER-EUS-2025")
    settled(window)
    window.ctx.notices.put_up("test", "A lasting state.")
    qtbot.waitUntil(lambda: bool(agenda_of(window).strip.findings))
    agenda_of(window).items.setCurrentIndex(agenda_of(window).items.model().index(0, 0))
    window.actions_["delete_items"].trigger()
    agenda_of(window).edit_title()
    judge(window)
    window.ctx.notices.take_down("test")


@pytest.mark.parametrize("action", ["new_mission", "new_item", "edit_item", "shortcuts", "messages"])
def test_dialogs(agenda_window: MainWindow, qapp: QApplication, action: str) -> None:
    agenda_of(agenda_window).items.setCurrentIndex(agenda_of(agenda_window).items.model().index(0, 0))
    agenda_window.actions_[action].trigger()
    shown = [one for one in qapp.topLevelWidgets() if one.isVisible() and one is not agenda_window]
    assert len(shown) == 1
    judge(shown[0])
    shown[0].close()


def test_a_workspace_that_does_not_open(agenda_window: MainWindow, tmp_path: Path) -> None:
    error = Damaged("{path} is <b>cut</b> off.", path=str(tmp_path))
    agenda_window.show_trouble(error, agenda_window.workspaces.ways_out(error, tmp_path))
    judge(agenda_window)


def test_every_entry_of_every_menu_has_words(agenda_window: MainWindow) -> None:
    actions = [action for menu in agenda_window.findChildren(QMenu) for action in menu.actions()]
    assert len(actions) > 30
    assert [action for action in actions if not action.isSeparator() and not action.text()] == []


def test_titles_with_markup_are_shown_as_they_are(agenda_window: MainWindow, settled: Settled) -> None:
    from missionplanner.services import missions

    assert agenda_window.ctx.workspace is not None
    plan = agenda_of(agenda_window).plan
    assert plan is not None
    mission = plan.mission
    title = mission.title.written("en", "<b>Bold</b> <img src=x>")
    from dataclasses import replace

    missions.change(agenda_window.ctx.workspace, replace(mission, title=title))
    settled(agenda_window)
    assert agenda_window.header.title.text == "<b>Bold</b> <img src=x>"
    judge(agenda_window)
