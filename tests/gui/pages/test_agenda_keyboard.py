"""By keyboard alone: somebody opens the sample, prints, moves an afternoon, splits a group and undoes it all."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import AgendaItem
from missionplanner.gui import app
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.agenda import AgendaPage
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.papers.printer import prepared
from tests.windows import CTRL, NONE, agenda_of

Key = Qt.Key
Settled = Callable[[MainWindow], None]
LONG = 60_000
SECONDS = 60
"""How long it may take from the first sight of the window to paper (issue 3)."""


def press(key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the focus is: nothing else is touched."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, keys)
    QApplication.processEvents()


@pytest.fixture
def window(composed: Callable[..., MainWindow], settled: Settled, qtbot: QtBot) -> MainWindow:
    """Open the program for the first time."""
    made = composed(width=1440, height=900)
    made.activateWindow()
    app.begin(made)
    qtbot.waitUntil(lambda: made.ctx.workspace is not None, timeout=LONG)
    settled(made)
    return made


def come_back(window: MainWindow, settled: Settled) -> None:
    """Wait until nothing is under way; have the window active again, which is the system's part."""
    settled(window)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def current(window: MainWindow) -> AgendaItem:
    page = agenda_of(window)
    identity = page.board.current_id()
    assert page.plan is not None
    assert identity is not None
    found = page.plan.item(identity)
    assert found is not None
    return found


def walk_to(window: MainWindow, met: Callable[[AgendaItem], bool]) -> None:
    """Go down the board until one is there."""
    press(Key.Key_Home)
    for _ in range(40):
        if met(current(window)):
            return
        press(Key.Key_Down)
    raise AssertionError


def plan_of(window: MainWindow) -> MissionPlan:
    plan = agenda_of(window).plan
    assert plan is not None
    return plan


def afternoon(one: AgendaItem) -> bool:
    return one.start is not None and one.start >= dt.time(14, 45)


@pytest.fixture
def paper(answers: Any, tmp_path: Path) -> Path:
    """Have the printer print to this file."""
    path = tmp_path / "out.pdf"

    def to_file(_parent: object, name: str, paper: str, _pages: object) -> QPrinter:
        printer = prepared(name, paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(60)
        return printer

    answers.printer = to_file
    return path


def open_the_sample(window: MainWindow, settled: Settled, qtbot: QtBot) -> AgendaPage:
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.page == "agenda" and bool(window.ctx.mission.findings), timeout=LONG)
    come_back(window, settled)
    return agenda_of(window)


def print_it(window: MainWindow, settled: Settled, qtbot: QtBot) -> None:
    press(Key.Key_P, CTRL)
    papers = window.places.page("documents")
    assert isinstance(papers, DocumentsPage)
    qtbot.waitUntil(lambda: papers.preview.pages > 0, timeout=LONG)
    come_back(window, settled)
    press(Key.Key_P, CTRL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "on its way to the printer" in window.toast.text(), timeout=LONG)


def move_the_afternoon(window: MainWindow, settled: Settled) -> AgendaItem:
    """Shift what follows by half an hour; return the item it began with, as it was."""
    walk_to(window, afternoon)
    moved = current(window)
    press(Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    spin = QApplication.focusWidget()
    assert spin is not None
    QTest.keyClicks(spin, "30")
    told = spin.window().findChild(QLabel, "shift_preview")
    assert told is not None
    assert "items move" in told.text()
    press(Key.Key_Return)
    come_back(window, settled)
    later = current(window)
    assert (later.id, later.start) == (moved.id, dt.time(15, 15))
    return moved


def test_it_prints_within_a_minute_and_all_that_is_tried_can_be_undone(
    window: MainWindow, qtbot: QtBot, settled: Settled, paper: Path
) -> None:
    begun = time.monotonic()
    page = open_the_sample(window, settled, qtbot)
    assert page.board.hasFocus()
    assert page._hint.mark.isVisible()
    print_it(window, settled, qtbot)
    assert paper.stat().st_size > 1000
    assert time.monotonic() - begun < SECONDS

    come_back(window, settled)
    press(Key.Key_2, CTRL)
    assert page.board.hasFocus()
    before = plan_of(window).items
    moved = move_the_afternoon(window, settled)
    assert page.board.hasFocus()
    assert not page._hint.mark.isVisible()

    count = len(plan_of(window).items)
    press(Key.Key_S)
    press(Key.Key_Return)
    come_back(window, settled)
    assert len(plan_of(window).items) == count + len(plan_of(window).groups) - 1

    for _ in range(2):
        press(Key.Key_Z, CTRL)
        settled(window)
    assert [facts(one) for one in plan_of(window).items] == [facts(one) for one in before]
    assert page.chosen() == [current(window).id] == [moved.id]


def facts(item: AgendaItem) -> tuple[object, ...]:
    return item.id, item.date, item.start, item.end, item.audience_limited, item.title
