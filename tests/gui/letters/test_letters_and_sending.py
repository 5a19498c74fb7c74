"""Letters and e-mails from the window: what is asked, what is told before and after, what is in the folder."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.letters.dialog import LettersDialog
from missionplanner.gui.letters.sending import SendDialog
from missionplanner.gui.letters.templates import AddLetter, LetterTemplates
from missionplanner.gui.main_window import MainWindow
from missionplanner.services.paper import letters, preflight
from missionplanner.services.paper.letters import LetterKind
from missionplanner.services.paper.sending import SendForm

LONG = 20_000
Find = Callable[[str], QWidget]


@pytest.fixture
def window(
    opened: Callable[..., MainWindow], sample_template: Path, settled: Callable[[MainWindow], None]
) -> MainWindow:
    made = opened(sample_template)
    made.open_mission("ER-EUS-2025")
    settled(made)
    return made


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def said(root: QWidget, name: str) -> str:
    found = root.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def own_letter(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_letters_say_what_they_lack_and_are_written_for_those_ticked(
    window: MainWindow, dialog: Find, answers: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = window.ctx.workspace
    assert workspace is not None
    data = own_letter("{{recipient.salutation}}", "{{document.number}}", "{{mission.titel}}")
    letters.add(workspace, LetterKind.VISA, "Consulate", "en", data)
    window.actions_["write_letters"].trigger()
    found = dialog("letters_dialog")
    assert isinstance(found, LettersDialog)
    found.letter.setCurrentIndex(found.letter.values.index((LetterKind.VISA, "Consulate")))
    qtbot.waitUntil(lambda: found.report is not None and bool(found.report.unknown), timeout=LONG)
    assert found.language.values == (None, "en")
    assert "{{mission.titel}}" in said(found, "letters_unknown")
    assert found.report is not None and len(found.report.lacking) > 0
    assert found.people.model.item(0).toolTip().endswith("Travel document: Number")
    press(found.people, "letter_none")
    write = found.findChild(QAbstractButton, "letters_write")
    assert write is not None and not write.isEnabled()
    found.people.search.setText("Marchesini")
    press(found.people, "letter_all")
    assert len(found.request().for_whom) == 1
    answers.path = tmp_path / "out"
    answers.path.mkdir()
    press(found, "letters_write")
    done = dialog("written")
    assert said(done, "written_count").startswith("1 letter")
    assert "{{mission.titel}}" in said(done, "written_missing")
    assert [one.suffix for one in answers.path.iterdir()] == [".docx"]
    press(done, "written_folder")
    assert answers.shown == [answers.path]


def test_own_letters_are_added_told_saved_deleted_and_undone(
    window: MainWindow, dialog: Find, answers: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = window.ctx.workspace
    assert workspace is not None
    answers.path = tmp_path / "Welcome.docx"
    window.actions_["letter_templates"].trigger()
    found = dialog("letter_templates_dialog")
    assert isinstance(found, LetterTemplates)
    press(found, "chooser_take")
    assert answers.path.read_bytes().startswith(b"PK") and "Welcome.docx" in said(found, "letter_templates_said")
    answers.path.write_bytes(own_letter("{{recipient.name}}, {{no.such}}"))
    press(found, "letter_add")
    form = dialog("add_letter")
    assert isinstance(form, AddLetter)
    press(form, "form_done")
    assert "{{no.such}}" in said(found, "letter_templates_said")
    assert [one.where.value for one in preflight.of_letters(workspace)] == ["letters"]
    press(found, "letter_delete")
    assert not any(one.own for one in letters.letters(workspace))
    press(found, "letter_templates_undo")
    assert [one.name for one in letters.letters(workspace) if one.own] == ["Welcome"]


def test_what_is_changed_is_read_in_the_preview_and_sent(
    window: MainWindow, dialog: Find, answers: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    window.actions_["send_pack"].trigger()
    found = dialog("send_dialog")
    assert isinstance(found, SendDialog)
    qtbot.waitUntil(lambda: found.seen is not None, timeout=LONG)
    assert "21 e-mails" in said(found, "send_summary") and "No e-mail address" in said(found, "send_summary")
    found.editor.body.setPlainText("Benvenuti. ")
    found.editor.fields.setCurrentIndex(found.editor.fields.values.index("mission.code"))
    found.editor.fields.activated.emit(found.editor.fields.currentIndex())
    assert "{{mission.code}}" in found.editor.body.toPlainText()
    qtbot.waitUntil(lambda: "ER-EUS-2025Benvenuti." in found.shown.toPlainText(), timeout=LONG)
    assert ".pdf" in found.shown.toPlainText() and ".ics" in found.shown.toPlainText()
    found.editor._store("Short")
    assert found.request().text == "Short" and found.request().changed == ()
    press(found.editor, "message_delete")
    assert found.request().text == ""
    press(found.editor, "message_undo")
    few = next(one for one in found.pack.values if one.lines[0].kind == "runsheet" or len(one.lines) == 1)
    found.pack.setCurrentIndex(found.pack.values.index(few))
    found.form.setCurrentIndex(found.form.values.index(SendForm.CSV))
    assert found.request().form is SendForm.CSV and found.request().recipe.lines == few.lines
    found.reject()


def test_a_day_and_a_leg_are_copied_as_messages(
    window: MainWindow, qtbot: QtBot, qapp: Any, settled: Callable[[MainWindow], None]
) -> None:
    window.show_page("agenda")
    settled(window)
    window.actions_["copy_day_message"].trigger()
    day = qapp.clipboard().text()
    assert "May 2025" in day.splitlines()[0] and len(day) <= 700
    window.show_page("logistics")
    settled(window)
    page: Any = window.places.shown
    leg = window.ctx.mission.plan.legs[0] if window.ctx.mission.plan is not None else None
    assert leg is not None
    page.journeys.show_leg(leg.id)
    page.journeys.copy_message()
    assert qapp.clipboard().text() not in ("", day)
