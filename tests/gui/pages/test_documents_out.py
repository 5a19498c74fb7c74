"""The ways out of the page of documents, and what is told to be mended before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import Message
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.papers.printer import prepared
from missionplanner.services.paper import papers
from missionplanner.services.paper.preflight import Concern, Weight, Where
from missionplanner.services.programme import agenda
from tests.paper_desk import expected, front, state, wait_for_preview

Settled = Callable[[MainWindow], None]
LONG = 20_000
PROGRAMME = ("programme", "en", None, None, None, "common")


@pytest.fixture
def window(documents_window: MainWindow) -> MainWindow:
    return documents_window


@pytest.fixture
def page(documents_page: DocumentsPage) -> DocumentsPage:
    return documents_page


def test_saving_as_given_out_is_remembered_and_the_list_says_so(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, answers: Any, tmp_path: Path
) -> None:
    answers.path = tmp_path / "copy"
    page.options.given_out.click()
    window.actions_["save_document"].trigger()
    qtbot.waitUntil(lambda: "copy.pdf" in window.toast.text(), timeout=LONG)
    qtbot.waitUntil(lambda: "up to date" in state(page), timeout=LONG)
    assert state(page).startswith("Version 1 of ")
    assert not page.options.given_out.isChecked()
    wait_for_preview(qtbot, page)
    assert page.preview._data == (tmp_path / "copy.pdf").read_bytes()
    assert page.ctx.workspace is not None
    assert page.ctx.mission.plan is not None
    agenda.delete(page.ctx.workspace, "BIO", [page.ctx.mission.plan.items[0].id])
    qtbot.waitUntil(lambda: state(page).startswith("Changed since version 1"), timeout=LONG)


def test_everyone_is_printed_as_the_options_say(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, answers: Any, tmp_path: Path
) -> None:
    answers.path = tmp_path / "agendas"
    answers.path.mkdir()
    page.choose("itinerary")
    page.options.paper.setCurrentIndex(1)
    window.actions_["print_itineraries"].trigger()
    qtbot.waitUntil(lambda: "2 personal agendas are in" in window.toast.text(), timeout=LONG)
    widths = [pypdfium2.PdfDocument(one.read_bytes())[0].get_width() for one in answers.path.glob("*.pdf")]
    assert widths == [612, 612]
    assert page.ctx.mission.plan is not None
    assert page.ctx.mission.plan.issued == ()


def test_chosen_pages_go_to_the_printer(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, answers: Any, tmp_path: Path
) -> None:
    asked: list[tuple[str, str, int]] = []

    def to_file(_parent: object, name: str, paper: str, pages: int) -> QPrinter:
        asked.append((name, paper, pages))
        printer = prepared(name, paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        printer.setResolution(60)
        printer.setFromTo(1, 1)
        return printer

    answers.printer = to_file
    pages = page.preview.pages
    assert pages > 1
    window.actions_["send_to_printer"].trigger()
    qtbot.waitUntil(lambda: "on its way to the printer" in window.toast.text(), timeout=LONG)
    assert asked == [("BIO_programme_en.pdf", "a4", pages)]
    assert len(pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes())) == 1


def test_who_thinks_better_of_printing_gives_nothing_out(
    window: MainWindow, page: DocumentsPage, answers: Any, settled: Settled
) -> None:
    answers.printer = lambda *_args: None
    page.options.given_out.click()
    window.actions_["send_to_printer"].trigger()
    window.actions_["save_document"].trigger()
    settled(window)
    assert page.ctx.mission.plan is not None
    assert page.ctx.mission.plan.issued == ()
    assert page.options.given_out.isChecked()


def test_what_the_press_refuses_is_said_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    def refuse(*_args: object) -> None:
        raise Invalid("Paper is out.")

    with monkeypatch.context() as patch:
        patch.setattr(papers, "preview", refuse)
        page.options.draft.click()
        qtbot.waitUntil(lambda: page.preview.said == "Paper is out.", timeout=LONG)
    settled(window)
    assert window.toast.text() == "Paper is out."
    assert page.preview.pages == 0
    page.choose(page.place())
    wait_for_preview(qtbot, page)
    assert page.preview._data == expected(page)


def test_all_of_a_kind_are_saved_into_a_folder_for_those_chosen(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, answers: Any, dialog: Any, tmp_path: Path
) -> None:
    answers.path = tmp_path
    page.choose("emergency")
    wait_for_preview(qtbot, page)
    assert (front(page), state(page)) == ("Emergency card", "2 people")
    page.options.people.click()
    people = dialog("people_dialog")
    people.tick(people.chosen()[1:], on=False)
    people.finish()
    assert page.options.people.text() == "For 1 person…"
    window.actions_["save_document"].trigger()
    qtbot.waitUntil(lambda: "1 document is in" in window.toast.text(), timeout=LONG)
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["BIO_emergency_Neri_Anna_en.pdf"]


def test_what_to_mend_is_told_under_the_preview_and_mended_where_it_is(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, settled: Settled
) -> None:
    settled(window)
    qtbot.waitUntil(lambda: bool(page.before.strip.shown), timeout=LONG)
    window.actions_["check_paper"].trigger()
    strip = page.before.strip
    assert strip.fold.isChecked()
    rules = [one.concern.rule for one in strip.shown]
    assert "no_on_call" in rules
    said = strip.findChild(QLabel, f"concern_{rules.index('no_on_call')}")
    assert said is not None
    assert said.text().startswith("Missing: No number to ring for changes")


@pytest.mark.parametrize(
    ("where", "there"),
    [
        (Where.AGENDA, "agenda"),
        (Where.PEOPLE, "delegation"),
        (Where.LOGISTICS, "logistics"),
        (Where.MEETINGS, "b2b"),
        (Where.PLACES, "directory"),
    ],
)
def test_each_concern_leads_to_where_it_is_mended(
    window: MainWindow, page: DocumentsPage, settled: Settled, where: Where, there: str
) -> None:
    plan = page.ctx.mission.plan
    assert plan is not None
    records = {Where.AGENDA: plan.items[:2], Where.PEOPLE: plan.delegates, Where.PLACES: plan.people}.get(
        where, ()
    )
    ids = tuple(one.id for one in records)
    concern = Concern(rule="r", weight=Weight.LACKING, message=Message("m"), where=where, records=ids)
    page.before.strip.list.going.emit(concern)
    settled(window)
    assert window.page == there


def test_a_look_at_the_fonts_says_that_nothing_is_missing(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage
) -> None:
    page.before.strip.proof_wanted.emit()
    qtbot.waitUntil(lambda: "fonts here draw every character" in window.toast.text(), timeout=LONG)
