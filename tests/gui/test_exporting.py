"""Lists and forms leave from the window, and forms come back into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from missionplanner.exchange import tables
from missionplanner.gui.dialogs.export_lists import ALL, CSV, THIS, VCF, XLSX, ExportListsDialog
from missionplanner.gui.dialogs.returned_forms import ReturnedFormsDialog
from missionplanner.gui.dialogs.send_forms import SendFormsDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.places import DIRECTORY
from missionplanner.services import missions

SHOWN = "ER-EUS-2025"


@pytest.fixture
def sample_window(
    opened: Callable[..., MainWindow], sample_template: Path, settled: Callable[[MainWindow], None]
) -> MainWindow:
    window = opened(sample_template)
    window.open_mission(SHOWN)
    settled(window)
    return window


def choose(control: Any, value: object) -> None:
    control.setCurrentIndex(control.values.index(value))


def said(window: MainWindow) -> str:
    return window.ctx.notices.said[-1].text


def test_all_lists_of_a_mission_go_out_and_the_folder_is_offered(
    sample_window: MainWindow, answers: Any, dialog: Any, settled: Any, tmp_path: Path
) -> None:
    window = sample_window
    window.actions_["export_lists"].trigger()
    asked = dialog("export_lists_dialog")
    assert isinstance(asked, ExportListsDialog)
    choose(asked.what, ALL)
    assert asked.sensitive.isVisible() and asked.language.isEnabled()
    choose(asked.form, VCF)
    assert not asked.sensitive.isVisible() and not asked.language.isEnabled()
    choose(asked.form, XLSX)
    choose(asked.language, "fr")
    answers.path = tmp_path / "out"
    asked.done_button.click()
    settled(window)
    sheets = tables.read((tmp_path / "out.xlsx").read_bytes(), "x.xlsx").sheets
    assert "Délégués" in {sheet.name for sheet in sheets}
    assert "out.xlsx" in said(window) and "confidential" in said(window)
    window.ctx.notices.said[-1].steps[0].do()
    assert answers.shown == [tmp_path]


def test_a_list_goes_out_as_it_is_filtered(
    sample_window: MainWindow, answers: Any, dialog: Any, settled: Any, tmp_path: Path
) -> None:
    window = sample_window
    window.show_page(DIRECTORY)
    settled(window)
    page: Any = window.places.shown
    page.show_part("people")
    settled(window)
    page.list.box.show_query("marchesini")
    for form, ending in ((CSV, "csv"), (VCF, "vcf")):
        window.actions_["export_lists"].trigger()
        asked = dialog("export_lists_dialog")
        choose(asked.what, THIS)
        choose(asked.form, form)
        answers.path = tmp_path / f"people.{ending}"
        asked.done_button.click()
        settled(window)
    lines = (tmp_path / "people.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 2 and lines[0].startswith("Family name;") and "Marchesini" in lines[1]
    assert (tmp_path / "people.vcf").read_text().count("BEGIN:VCARD") == 1


def test_what_is_there_is_replaced_only_when_asked(
    agenda_window: MainWindow, answers: Any, dialog: Any, settled: Any, tmp_path: Path
) -> None:
    window, folder = agenda_window, tmp_path / "lists"
    folder.mkdir()
    answers.path = folder
    asked: Any = None
    for turn in range(2):
        window.actions_["export_lists"].trigger()
        asked = dialog("export_lists_dialog")
        choose(asked.form, CSV)
        asked.done_button.click()
        settled(window)
        if not turn:
            (folder / "BIO_programme.csv").write_text("mine")
    question = dialog("question")
    assert (folder / "BIO_programme.csv").read_text() == "mine"
    question.findChild(type(asked.done_button), "question_yes").click()
    settled(window)
    assert "Visit to the lab" in (folder / "BIO_programme.csv").read_text("utf-8-sig")


def test_forms_go_out_come_back_and_are_undone(
    sample_window: MainWindow, answers: Any, dialog: Any, settled: Any, tmp_path: Path
) -> None:
    window = sample_window
    answers.path = tmp_path / "forms"
    window.actions_["send_forms"].trigger()
    asked = dialog("send_forms_dialog")
    assert isinstance(asked, SendFormsDialog)
    asked.done_button.click()
    settled(window)
    sent = sorted((tmp_path / "forms").iterdir())
    assert len(sent) > 5 and "forms" in said(window)
    for path in sent[1:]:
        path.unlink()
    workbook = openpyxl.load_workbook(sent[0])
    for row in workbook.worksheets[0].iter_rows(min_row=6):
        if row[2].value in ("mp:badge", "mp:document_number", "mp:email"):
            row[1].value = {"mp:badge": "Doc", "mp:document_number": "YA7654321"}.get(row[2].value, "no mail")
    workbook.save(sent[0])
    window.actions_["collect_forms"].trigger()
    settled(window)
    shown = dialog("returned_forms_dialog")
    assert isinstance(shown, ReturnedFormsDialog)
    top = shown.tree.topLevelItem(0)
    assert top is not None
    children = [child for place in range(top.childCount()) if (child := top.child(place)) is not None]
    lines = [[child.text(place) for place in range(3)] for child in children]
    assert ["Badge name", "–", "Doc"] in lines
    assert not any("YA7654321" in text for line in lines for text in line)
    assert any("not an e-mail" in line[2] for line in lines)
    top.setCheckState(0, Qt.CheckState.Unchecked)
    assert not shown.done_button.isEnabled()
    top.setCheckState(0, Qt.CheckState.Checked)
    shown.done_button.click()
    settled(window)
    assert window.ctx.workspace is not None
    assert "Doc" in {one.badge for one in missions.plan(window.ctx.workspace, SHOWN).delegates}
    window.actions_["undo"].trigger()
    settled(window)
    assert "Doc" not in {one.badge for one in missions.plan(window.ctx.workspace, SHOWN).delegates}


def test_a_folder_without_forms_is_told(
    agenda_window: MainWindow, answers: Any, settled: Any, tmp_path: Path
) -> None:
    answers.path = tmp_path / "empty"
    answers.path.mkdir()
    agenda_window.actions_["collect_forms"].trigger()
    settled(agenda_window)
    assert "no returned form" in said(agenda_window)
