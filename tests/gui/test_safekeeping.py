"""Backups that make themselves: on closing and from time to time, where something was changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.base import atomic_files, paths
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import backup

Settled = Callable[[MainWindow], None]


def backups(window: MainWindow) -> list[Path]:
    assert window.ctx.path is not None
    return list(paths.backup_folder(window.ctx.path).glob("*.mplanner"))


def change(window: MainWindow, settled: Settled) -> None:
    window.actions_["undo"].trigger()
    settled(window)


def test_closing_after_a_change_leaves_a_sound_backup(
    qtbot: QtBot, agenda_window: MainWindow, settled: Settled
) -> None:
    change(agenda_window, settled)
    agenda_window.close()
    qtbot.waitUntil(lambda: not agenda_window.isVisible(), timeout=20_000)
    (made,) = backups(agenda_window)
    assert backup.verify(made).ok


def test_closing_without_a_change_leaves_nothing(agenda_window: MainWindow) -> None:
    agenda_window.close()
    assert not agenda_window.isVisible()
    assert backups(agenda_window) == []


def test_one_is_made_from_time_to_time_only_where_it_holds_something_new(
    agenda_window: MainWindow, settled: Settled
) -> None:
    change(agenda_window, settled)
    for _ in range(2):
        agenda_window.safekeeping.keep()
        settled(agenda_window)
    assert len(backups(agenda_window)) == 1


def test_a_backup_that_fails_is_said_and_tried_again(
    agenda_window: MainWindow, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_workspace: object) -> None:
        raise atomic_files.NotWritten("{path} could not be written.", path="x")

    change(agenda_window, settled)
    with monkeypatch.context() as patch:
        patch.setattr(backup, "make", fail)
        agenda_window.safekeeping.keep()
        settled(agenda_window)
    assert "could not be written" in agenda_window.toast.text()
    assert agenda_window.safekeeping.due
