"""Packs from the window: what is ticked, what it comes to, what is written, and copies printed anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.domain.paper.recipes import BUILT_IN, Form, Line, Recipe
from missionplanner.gui.dialogs.pack import PackDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import missions
from missionplanner.services.paper import packs, recipes

LONG = 20_000
CODE = "ER-EUS-2025"
Settled = Callable[[MainWindow], None]


@pytest.fixture
def window(opened: Callable[..., MainWindow], sample_template: Path, settled: Settled) -> MainWindow:
    """Open the window on the documents of the sample mission."""
    made = opened(sample_template)
    made.open_mission(CODE)
    settled(made)
    made.show_page("documents")
    settled(made)
    return made


@pytest.fixture
def pack(window: MainWindow, dialog: Callable[[str], QWidget], qtbot: QtBot) -> PackDialog:
    return asked(window, dialog, qtbot)


def asked(window: MainWindow, dialog: Callable[[str], QWidget], qtbot: QtBot) -> PackDialog:
    """Ask for a pack, and wait for what it comes to."""
    window.actions_["print_pack"].trigger()
    found = dialog("pack_dialog")
    assert isinstance(found, PackDialog)
    qtbot.waitUntil(lambda: found.drawn is not None, timeout=LONG)
    return found


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def said(root: QWidget, name: str) -> str:
    found = root.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def few(pack: PackDialog, qtbot: QtBot, **more: Any) -> None:
    """Have a pack of two small documents."""
    lines = (Line(kind="badges"), Line(kind="rooming"), Line(kind="driver"))
    pack.show_recipe(Recipe(lines=lines, **more))
    qtbot.waitUntil(lambda: pack.drawn is not None and len(pack.drawn.items) == 2, timeout=LONG)


def test_a_pack_says_what_it_comes_to_for_whom_and_what_is_left_out(pack: PackDialog, qtbot: QtBot) -> None:
    assert said(pack, "pack_summary").startswith("61 documents  ·  for 22 people  ·  22 calendars  ·  2 left out")
    usual = BUILT_IN[0].recipe
    assert {one.kind for one in pack.recipe().lines} == {one.kind for one in usual.lines}
    assert replace(pack.recipe(), lines=usual.lines) == usual
    group = pack.options.whom.values[1]
    pack.options.whom.setCurrentIndex(1)
    qtbot.waitUntil(lambda: pack.drawn is not None and pack.drawn.people < 22, timeout=LONG)
    assert pack.recipe().groups == (group,)
    row = next(n for n in range(pack.documents.rows.rowCount()) if pack.documents.rows.item(n).text() == "Badges")
    pack.documents.rows.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert "badges" not in {one.kind for one in pack.recipe().lines}


def test_a_pack_is_written_after_a_look_and_told_with_its_folder(
    pack: PackDialog,
    window: MainWindow,
    answers: Any,
    tmp_path: Path,
    dialog: Callable[[str], QWidget],
    qtbot: QtBot,
) -> None:
    answers.path = tmp_path / "pack.zip"
    few(pack, qtbot, form=Form.ZIP)
    press(pack, "pack_print")
    done = dialog("pack_done")
    assert said(done, "pack_done_count").startswith("2 documents")
    assert answers.path.read_bytes().startswith(b"PK")
    press(done, "pack_done_folder")
    assert answers.shown == [tmp_path]
    press(done, "pack_done_close")
    again = asked(window, dialog, qtbot)
    assert {one.kind for one in again.recipe().lines} == {"badges", "rooming", "driver"}
    assert again.recipe().form is Form.ZIP
    again.reject()


def test_what_would_be_wrong_is_shown_first_and_never_blocks(
    pack: PackDialog, answers: Any, tmp_path: Path, dialog: Callable[[str], QWidget], qtbot: QtBot
) -> None:
    answers.path = tmp_path
    pack.show_recipe(Recipe(lines=(Line(kind="runsheet"),)))
    qtbot.waitUntil(lambda: pack.drawn is not None and len(pack.drawn.items) == 3, timeout=LONG)
    press(pack, "pack_print")
    before = dialog("before_printing")
    assert said(before, "before_counted").startswith("3 would be wrong")
    press(before, "before_yes")
    press(dialog("pack_done"), "pack_done_close")
    assert len(list(tmp_path.rglob("*.pdf"))) == 3


def test_own_packs_are_saved_renamed_deleted_and_all_can_be_undone(
    pack: PackDialog, window: MainWindow, dialog: Callable[[str], QWidget], qtbot: QtBot
) -> None:
    few(pack, qtbot)
    for verb, name in (("pack_save", "Hotel"), ("pack_rename", "Hotels")):
        press(pack, verb)
        ask = dialog("name_dialog")
        ask._name.setText(name)  # type: ignore[attr-defined]
        press(ask, "form_done")
        assert pack.bar.choice.currentText() == name
        qtbot.waitUntil(lambda ask=ask: not ask.isVisible())  # type: ignore[misc]
    assert window.ctx.workspace is not None
    assert [one.name for one in recipes.saved(window.ctx.workspace)] == ["Hotels"]
    press(pack, "pack_delete")
    assert recipes.saved(window.ctx.workspace) == ()
    press(pack, "pack_undo")
    assert [one.name for one in recipes.saved(window.ctx.workspace)] == ["Hotels"]
    assert "Hotels" in [pack.bar.choice.itemText(n) for n in range(pack.bar.choice.count())]


def test_copies_say_what_changed_and_are_printed_anew_or_marked(
    window: MainWindow,
    settled: Settled,
    answers: Any,
    tmp_path: Path,
    dialog: Callable[[str], QWidget],
    qtbot: QtBot,
) -> None:
    ws, plan = window.ctx.workspace, window.ctx.mission.plan
    assert ws is not None
    assert plan is not None
    (tmp_path / "first").mkdir()
    packs.write(
        ws, CODE, Recipe(lines=(Line(kind="rooming"), Line(kind="badges")), issue=True), tmp_path / "first"
    )
    missions.shift(ws, CODE, 7)
    settled(window)
    for verb, told in (("copies_reprint", "1"), ("copies_mark", "1")):
        window.actions_["paper_copies"].trigger()
        copies = dialog("copies_dialog")
        qtbot.waitUntil(lambda copies=copies: copies.rows.rowCount() == 2, timeout=LONG)  # type: ignore[misc]
        needed = [one.paper.request.kind for one in copies.chosen()]  # type: ignore[attr-defined]
        if verb == "copies_reprint":
            assert "rooming" in needed
            assert said(copies, "copies_why")
            press(copies, "copies_message")
            head = translator("it")("CHANGED")
            qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith(head), timeout=LONG)  # noqa: B023
            answers.path = tmp_path / "second"
            answers.path.mkdir()
            press(copies, verb)
            press(dialog("pack_done"), "pack_done_close")
            assert len(list(answers.path.rglob("*.pdf"))) == len(needed)
        else:
            assert needed == []
            assert said(copies, "copies_said") == "All copies given out still hold."
            copies.rows.item(0).setCheckState(Qt.CheckState.Checked)  # type: ignore[attr-defined]
            press(copies, verb)
            qtbot.waitUntil(lambda: f"{told} copy marked" in window.toast.text(), timeout=LONG)  # noqa: B023
        settled(window)
