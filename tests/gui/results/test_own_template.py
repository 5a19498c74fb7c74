"""A report in a document of one's own: kept, replaced, told what it lacks, deleted, undone, written and opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.exchange.letters import plain_starter, read
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.results.own_template import AddTemplate, OwnTemplates
from missionplanner.services.results import report_templates
from tests import looks

Settled = Callable[[MainWindow], None]
Find = Callable[[str], QWidget]


@pytest.fixture
def window(agenda_window: MainWindow, settled: Settled) -> MainWindow:
    settled(agenda_window)
    return agenda_window


def press(inside: QWidget, name: str) -> None:
    found = inside.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def said(inside: QWidget, name: str) -> str:
    found = inside.findChild(QLabel, name)
    assert found is not None
    return found.text()


def opened(window: MainWindow, dialog: Find) -> OwnTemplates:
    window.actions_["own_template"].trigger()
    found = dialog("own_templates_dialog")
    assert isinstance(found, OwnTemplates)
    return found


def kept(window: MainWindow) -> list[tuple[str, str]]:
    assert window.ctx.workspace is not None
    return [(one.name, one.language) for one in report_templates.templates(window.ctx.workspace)]


def test_templates_are_added_replaced_told_deleted_and_undone(
    window: MainWindow, dialog: Find, answers: Any, tmp_path: Path
) -> None:
    found = opened(window, dialog)
    answers.path = tmp_path / "Funder.docx"
    press(found, "own_template_copy")
    assert read(answers.path.read_bytes()).fields
    assert said(found, "own_template_found") == "Every field in it is known."
    assert not found._delete.isEnabled()
    answers.path.write_bytes(plain_starter("{{mission.title}} {{no.such}}", "en"))
    press(found, "own_template_add")
    form = dialog("add_template")
    assert isinstance(form, AddTemplate)
    press(form, "form_done")
    assert kept(window) == [("Funder", "en")]
    assert "{{no.such}}" in said(found, "own_template_found")
    assert looks.faults(found) == []
    answers.path.write_bytes(plain_starter("{{mission.title}}", "en"))
    press(found, "own_template_replace")
    assert kept(window) == [("Funder", "en")]
    assert said(found, "own_template_found") == "Every field in it is known."
    answers.path.write_bytes(b"no Word")
    press(found, "own_template_replace")
    assert "Word" in said(found, "own_template_said")
    press(found, "own_template_delete")
    assert kept(window) == []
    press(found, "own_template_undo")
    assert kept(window) == [("Funder", "en")]


def test_the_report_is_written_into_the_document_in_front_and_opened(
    window: MainWindow, dialog: Find, answers: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    found = opened(window, dialog)
    answers.path = tmp_path / "Report"
    press(found, "chooser_take")
    qtbot.waitUntil(lambda: bool(answers.shown), timeout=20_000)
    assert answers.shown == [tmp_path / "Report.docx"]
    assert "Report.docx" in window.toast.text()
    from docx import Document

    written = "\n".join(one.text for one in Document(str(answers.shown[0])).paragraphs)
    assert "Mission to Bilbao" in written and "{{" not in written
