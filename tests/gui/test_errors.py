"""What happens when something in the window goes wrong: it is logged and said, and the program goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, qInstallMessageHandler, qWarning
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import MissionPlannerError, NotFound
from missionplanner.gui import errors
from missionplanner.gui.main_window import MainWindow


@pytest.fixture
def hook() -> Iterator[None]:
    """Put the hook for exceptions back as it was."""
    before = sys.excepthook
    yield
    sys.excepthook = before


class Bell(QObject):
    rung = Signal()


def test_an_exception_in_a_slot_is_said_and_the_program_goes_on(
    agenda_window: MainWindow, caplog: pytest.LogCaptureFixture, hook: None
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("Anna Neri")

    bell = Bell()
    bell.rung.connect(fail)
    with capture_exceptions():
        errors.catch_all(agenda_window.ctx.tell)
        bell.rung.emit()
    assert "Something in the program went wrong" in agenda_window.toast.text()
    assert [one.getMessage() for one in caplog.records] == ["an exception nobody caught"]
    agenda_window.actions_["missions"].trigger()
    assert agenda_window.page == "missions"


def test_a_known_error_that_nobody_caught_is_said_in_its_own_words(
    caplog: pytest.LogCaptureFixture, hook: None
) -> None:
    told: list[MissionPlannerError | None] = []
    errors.catch_all(told.append)
    known = NotFound("There is no file {path}.", path="x")
    sys.excepthook(NotFound, known, None)
    assert told == [known]
    assert caplog.records == []


def test_what_qt_says_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(errors._pass_to_log)
    try:
        with caplog.at_level(logging.WARNING, "missionplanner.qt"):
            qWarning("a thing Qt did not like")
    finally:
        qInstallMessageHandler(before)
    assert [one.getMessage() for one in caplog.records] == ["a thing Qt did not like"]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be worn out from Python 3.12 on")
def test_calls_that_return_nothing_do_not_wear_none_out(qtbot: QtBot, agenda_window: MainWindow) -> None:
    # PySide6 6.12.0 lost a reference to None at each such call and ended the interpreter after some thousand.
    before = sys.getrefcount(None)
    for _ in range(5000):
        agenda_window.rail.update()
        agenda_window.status.state.setText("x")
        agenda_window.ctx.undo.moved.emit()
    assert abs(sys.getrefcount(None) - before) < 500
