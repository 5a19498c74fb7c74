"""Templates: own ones are renamed and deleted where they are chosen, and it can be taken back there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.agenda.templates import options
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Option
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.dialogs.templates import TemplatesDialog
from missionplanner.services import missions, workspace
from missionplanner.services.programme import templates


@pytest.fixture
def mine(ctx: Context, template: Path, tmp_path: Path) -> Iterator[Context]:
    """Have a workspace open with two templates of its own."""
    path = tmp_path / "mine.mplanner"
    path.write_bytes(template.read_bytes())
    ws = workspace.open_workspace(path)
    chosen = [one.id for one in missions.plan(ws, "BIO").items[:2]]
    for name in ("Morning visits", "Two visits"):
        templates.save(ws, "BIO", chosen, name)
    ctx.attach(ws)
    yield ctx
    ctx.release()


@pytest.fixture
def taken() -> list[Any]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, mine: Context, parent: QWidget, taken: list[Any]) -> TemplatesDialog:
    assert mine.workspace is not None
    listed = partial(options, mine.workspace, mine.wording)
    made = TemplatesDialog(parent, mine, listed, taken.append)
    made.open()
    return made


def own(dialog: TemplatesDialog) -> list[str]:
    model = dialog.list.model()
    texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return texts[1 : texts.index("For one item")] if texts[0] == "Your templates" else []


def pressed(dialog: TemplatesDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def said(dialog: TemplatesDialog) -> str:
    found = dialog.findChild(QLabel, "templates_said")
    assert found is not None
    return found.text() if found.isVisible() else ""


def test_own_ones_come_first_and_only_they_can_be_changed(dialog: TemplatesDialog) -> None:
    assert own(dialog) == ["Morning visits", "Two visits"]
    ways = [pressed(dialog, name) for name in ("templates_rename", "templates_delete")]
    assert all(one.isEnabled() for one in ways)
    for _ in range(2):
        QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.option() is not None
    assert not any(one.isEnabled() for one in ways)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(dialog.search, key)
    assert own(dialog) == ["Morning visits", "Two visits"]
    assert dialog.findChild(NameDialog) is None


def test_a_deleted_one_is_gone_and_comes_back_by_keys_or_button(dialog: TemplatesDialog) -> None:
    QTest.keyClick(dialog.search, Qt.Key.Key_Delete)
    assert own(dialog) == ["Two visits"]
    assert said(dialog) == "Template “Morning visits” deleted."
    front = dialog.option()
    assert isinstance(front, Option)
    assert front.text == "Two visits"
    QTest.keyClick(dialog.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert own(dialog) == ["Morning visits", "Two visits"]
    assert said(dialog) == ""
    pressed(dialog, "templates_delete").click()
    pressed(dialog, "templates_undo").click()
    assert own(dialog) == ["Morning visits", "Two visits"]


def test_delete_in_a_search_takes_letters_and_no_template(dialog: TemplatesDialog) -> None:
    QTest.keyClicks(dialog.search, "two")
    QTest.keyClick(dialog.search, Qt.Key.Key_Home)
    QTest.keyClick(dialog.search, Qt.Key.Key_Delete)
    assert dialog.search.text() == "wo"
    dialog.search.clear()
    assert own(dialog) == ["Morning visits", "Two visits"]


def test_a_renamed_one_stays_in_front_and_needs_a_name(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    QTest.keyClick(dialog.search, Qt.Key.Key_F2)
    form = dialog.findChild(NameDialog)
    assert form is not None
    QTest.keyClicks(form.fields["name"].control, " ")
    form.done_button.click()
    assert form.isVisible()
    QTest.keyClicks(form.fields["name"].control, "Visits at noon")
    form.done_button.click()
    assert form.result() == QDialog.DialogCode.Accepted
    assert own(dialog) == ["Two visits", "Visits at noon"]
    front = dialog.option()
    assert front is not None
    assert front.text == "Visits at noon"
    pressed(dialog, "templates_undo").click()
    assert own(dialog) == ["Morning visits", "Two visits"]


def test_the_verb_takes_the_one_in_front(dialog: TemplatesDialog, taken: list[Any]) -> None:
    front = dialog.option()
    assert front is not None
    pressed(dialog, "chooser_take").click()
    assert taken == [front.value]
    assert not dialog.isVisible()
