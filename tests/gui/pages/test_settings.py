"""The page of settings: applied at once, kept, and nothing of the workspace lost by restoring."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base import paths
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.theme import font, set_text_size
from missionplanner.services import backup, missions

Opener = Callable[..., MainWindow]
Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]


@pytest.fixture
def window(opened: Opener, settled: Settled) -> MainWindow:
    made = opened()
    made.show_page("settings")
    settled(made)
    return made


def control(window: MainWindow, name: str) -> QAbstractButton:
    found = window.places.page("settings").findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def stored(window: MainWindow) -> dict[str, object]:
    found: dict[str, object] = json.loads(window.ctx.settings.path.read_text("utf-8"))
    return found


def test_language_and_theme_apply_at_once_and_the_focus_stays(
    qtbot: QtBot, window: MainWindow, settled: Settled
) -> None:
    control(window, "language_it").click()
    qtbot.waitUntil(lambda: window.ctx.t.language == "it")
    settled(window)
    assert window.page == "settings"
    assert control(window, "language_it").isChecked()
    control(window, "theme_dark").click()
    qtbot.waitUntil(lambda: window.ctx.theme.tokens.name == "dark")
    assert stored(window)["language"] == "it"
    assert stored(window)["theme"] == "dark"


def test_letters_grow_everywhere(qtbot: QtBot, window: MainWindow, settled: Settled) -> None:
    usual = font("body").pixelSize()
    height = control(window, "theme_light").height()
    try:
        control(window, "text_size_150").click()
        qtbot.waitUntil(lambda: font("body").pixelSize() == round(usual * 1.5))
        settled(window)
        assert control(window, "theme_light").height() > height
        assert stored(window)["text_size"] == 150
    finally:
        set_text_size(100)


def test_steps_and_paper_are_kept(window: MainWindow) -> None:
    control(window, "snap_15").click()
    control(window, "paper_letter").click()
    assert (stored(window)["snap"], stored(window)["paper"]) == (15, "letter")


def test_arrows_go_from_one_choice_to_the_next(window: MainWindow) -> None:
    control(window, "snap_5").setFocus()
    QTest.keyClick(control(window, "snap_5"), Qt.Key.Key_Right)
    assert stored(window)["snap"] == 10


def test_keys_of_one_letter_can_be_switched_off_and_on(window: MainWindow) -> None:
    keys = window.actions_["shortcuts"]
    assert keys.shortcut() == QKeySequence("?")
    control(window, "letters").click()
    assert keys.shortcuts() == []
    assert window.actions_["new_mission"].shortcut() == QKeySequence("Ctrl+N")
    window.rebuild()
    assert window.actions_["shortcuts"].shortcuts() == []
    control(window, "letters").click()
    assert window.actions_["shortcuts"].shortcut() == QKeySequence("?")


def test_the_folder_of_the_workspace_opens(window: MainWindow, answers: object) -> None:
    control(window, "workspace_folder").click()
    assert window.ctx.path is not None
    assert answers.shown == [window.ctx.path.parent]  # type: ignore[attr-defined]


def test_a_backup_is_made_listed_and_checked(window: MainWindow, settled: Settled) -> None:
    page = window.places.page("settings")
    assert page.findChild(QLabel, "no_backup") is not None
    control(window, "make_backup").click()
    settled(window)
    assert window.toast.text() == "Backup made and checked."
    control(window, "check_backup_0").click()
    settled(window)
    assert window.toast.text().endswith("is sound.")


def test_a_backup_whose_bytes_changed_is_told(window: MainWindow, settled: Settled) -> None:
    control(window, "make_backup").click()
    settled(window)
    assert window.ctx.path is not None
    newest = backup.latest(window.ctx.path)[0]
    data = bytearray(newest.read_bytes())
    data[-1] ^= 1
    newest.write_bytes(data)
    control(window, "check_backup_0").click()
    settled(window)
    assert "is not sound" in window.toast.text()


def test_restoring_says_what_happens_and_keeps_what_was_there(
    qtbot: QtBot, window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    control(window, "make_backup").click()
    settled(window)
    missions.delete(ws, "BIO")
    settled(window)
    assert window.missions_page.missions == ()
    window.places.page("settings").arrive()
    last = len(backup.latest(ws.path)) - 1
    control(window, f"restore_backup_{last}").click()
    asked = dialog("question")
    words = asked.findChild(QLabel, "question_text")
    assert words is not None
    assert "before-restore" in words.text()
    asked.findChild(QAbstractButton, "question_yes").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: [one.code for one in window.missions_page.missions] == ["BIO"], timeout=20_000)
    settled(window)
    kept = list(Path(ws.path).parent.glob(f"{ws.path.name}.before-restore-*"))
    assert len(kept) == 1


def test_a_backup_that_is_not_good_leaves_the_workspace_open(
    qtbot: QtBot, window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    control(window, "make_backup").click()
    settled(window)
    assert window.ctx.path is not None
    backup.latest(window.ctx.path)[0].write_bytes(b"")
    control(window, "restore_backup_0").click()
    dialog("question").findChild(QAbstractButton, "question_yes").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.ctx.workspace is not None and not window.ctx.jobs.under_way, timeout=20_000)
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]


def test_every_control_has_a_name(window: MainWindow) -> None:
    buttons = window.places.page("settings").findChildren(QAbstractButton)
    assert [one for one in buttons if not one.accessibleName() or not one.objectName()] == []
    assert paths.WORKSPACE_SUFFIX in window.places.page("settings").findChild(QWidget, "workspace_path").text  # type: ignore[union-attr]
