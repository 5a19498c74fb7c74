"""The page of documents: what is listed, how the preview follows, and the ways out."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.papers import previewing
from missionplanner.gui.papers.printer import prepared
from missionplanner.services import agenda, missions, papers, workspace
from missionplanner.services.preflight import Concern, Weight, Where

Settled = Callable[[MainWindow], None]
LONG = 20_000
PROGRAMME = ("programme", "en", None, None, None, "common")


@pytest.fixture
def source(template: Path, tmp_path: Path) -> Path:
    """Give the template's mission two delegates: Anna Neri and Bo Li."""
    path = tmp_path / "source.mplanner"
    shutil.copy(template, path)
    with workspace.open_workspace(path) as ws, ws.edit("Delegation") as edit:
        mission = missions.find(ws, "BIO").id
        for position, (given, family) in enumerate((("Anna", "Neri"), ("Bo", "Li"))):
            person = edit.add(r.Person(given=given, family=family, languages=("en",)))
            edit.add(r.Delegate(mission_id=mission, person_id=person.id, position=position))
    return path


@pytest.fixture
def window(opened: Callable[..., MainWindow], source: Path, settled: Settled) -> MainWindow:
    return shown(opened(source), settled)


def shown(window: MainWindow, settled: Settled) -> MainWindow:
    window.open_mission("BIO")
    settled(window)
    window.show_page("documents")
    settled(window)
    return window


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> DocumentsPage:
    made = page_of(window)
    wait_for_preview(qtbot, made)
    return made


def page_of(window: MainWindow) -> DocumentsPage:
    found = window.places.page("documents")
    assert isinstance(found, DocumentsPage)
    return found


def wait_for_preview(qtbot: QtBot, page: DocumentsPage) -> None:
    """Wait until the preview shows what the options ask for."""

    def there() -> bool:
        idle = not page.previewing.later.isActive() and not page.ctx.jobs.under_way
        return idle and page.preview.pages > 0

    qtbot.waitUntil(there, timeout=LONG)


def front(page: DocumentsPage) -> str:
    label = page.findChild(QLabel, "paper_title")
    assert label is not None
    return label.text()


def state(page: DocumentsPage) -> str:
    label = page.findChild(QLabel, "paper_state")
    assert label is not None
    return label.text()


def texts(page: DocumentsPage, kind: str = "") -> list[str]:
    """Return the rows of the list, or those under a kind."""
    above = page.model.index_of(kind) if kind else QModelIndex()
    return [str(page.model.index(row, 0, above).data()) for row in range(page.model.rowCount(above))]


def person(page: DocumentsPage, family: str) -> Any:
    return next(one.person.id for one in page.model.papers if one.person and one.person.family == family)


def expected(page: DocumentsPage) -> bytes:
    """Return what a file of the document in front would hold."""
    ws, plan, request = page.ctx.workspace, page.ctx.mission.plan, page.options.request()
    assert ws is not None
    assert plan is not None
    assert request is not None
    return papers.preview(ws, plan, request).data


def test_the_first_programme_is_listed_chosen_and_shown(page: DocumentsPage) -> None:
    assert texts(page)[:3] == ["Programme", "Mission programme", "Personal itinerary"]
    assert texts(page, "programme") == ["English", "For leaders"]
    assert texts(page, "itinerary") == ["Anna Neri", "Bo Li"]
    assert (front(page), state(page)) == ("Mission programme · English", "Not given out yet")
    assert page.preview._data == expected(page)
    assert page.pane.thumbnails.pages.rowCount() == page.preview.pages


def test_another_document_is_chosen_by_key_and_shown_from_its_beginning(qtbot: QtBot, page: DocumentsPage) -> None:
    QTest.keyClick(page.preview, Qt.Key.Key_End)
    page.papers.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(page.papers, key)
    wait_for_preview(qtbot, page)
    assert front(page) == "Personal agenda of Bo Li"
    assert page.preview._data == expected(page)
    assert page.preview.page == 0
    assert not page.options.cover.isVisible()
    chosen = page.papers.entry()
    assert chosen is not None
    assert page.place() == chosen.key


def test_options_print_the_preview_anew_while_the_old_stays(
    qtbot: QtBot, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, go_on, asked = page.preview._data, Event(), []
    preview = papers.preview

    def slow(*args: Any) -> papers.Preview:
        asked.append(args[2])
        assert go_on.wait(20)
        return preview(*args)

    monkeypatch.setattr(papers, "preview", slow)
    page.options.draft.click()
    page.options.paper.setCurrentIndex(1)
    assert page.previewing.later.interval() == previewing.AFTER == 150
    qtbot.waitUntil(lambda: bool(asked), timeout=LONG)
    assert page.preview._data == before
    assert page.preview.pages > 0
    go_on.set()
    wait_for_preview(qtbot, page)
    assert [(one.draft, one.paper) for one in asked] == [(True, "letter")]
    assert page.preview._data == expected(page) != before


def test_only_the_last_of_several_wishes_is_shown(
    qtbot: QtBot, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, preview = Event(), papers.preview

    def slow(*args: Any) -> papers.Preview:
        assert args[2].kind != "itinerary" or go_on.wait(20)
        return preview(*args)

    monkeypatch.setattr(papers, "preview", slow)
    page.choose(person(page, "Neri"))
    qtbot.waitUntil(
        lambda: page.previewing.job is not None and page.previewing.job in page.ctx.jobs.under_way, timeout=LONG
    )
    page.choose(PROGRAMME)
    page.options.draft.click()
    qtbot.waitUntil(
        lambda: page.previewing.asked is not None and page.previewing.asked.request.draft, timeout=LONG
    )
    go_on.set()
    wait_for_preview(qtbot, page)
    assert front(page) == "Mission programme · English"
    assert page.preview._data == expected(page)


def test_another_language_is_another_document_where_it_is_listed(
    qtbot: QtBot, page: DocumentsPage, settled: Settled, window: MainWindow
) -> None:
    assert page.ctx.workspace is not None
    assert page.ctx.mission.plan is not None
    missions.change(page.ctx.workspace, replace(page.ctx.mission.plan.mission, languages=("en", "it")))
    settled(window)
    page.options.language.setCurrentIndex(page.options.language.values.index("it"))
    wait_for_preview(qtbot, page)
    assert front(page) == "Mission programme · Italiano"
    assert page.options.language.chosen() == "it"


def test_the_preview_follows_an_edit_and_keeps_what_is_in_front(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, settled: Settled
) -> None:
    page.choose(person(page, "Li"))
    wait_for_preview(qtbot, page)
    before = page.preview._data
    assert page.ctx.workspace is not None
    draft = agenda.ItemDraft(title="Tea", kind=ItemKind.RECEPTION, date=dt.date(2025, 5, 5), language="en")
    agenda.add(page.ctx.workspace, "BIO", draft)
    settled(window)
    wait_for_preview(qtbot, page)
    assert front(page) == "Personal agenda of Bo Li"
    assert page.preview._data == expected(page) != before


def test_a_click_on_a_line_asks_for_its_item(qtbot: QtBot, page: DocumentsPage) -> None:
    plan = page.ctx.mission.plan
    assert plan is not None
    visit = next(one for one in plan.items if one.title.best("en", ()) == "Visit to the lab")
    line = next(one for one in page.preview._lines if one.key == str(visit.id))
    page.preview.go_to(line.page)
    at = page.preview.page_area(line.page).topLeft() + line.area.center() * page.preview.scale
    page.preview.verticalScrollBar().setValue(page.preview.verticalScrollBar().value() + round(at.y()) - 100)
    at = page.preview.page_area(line.page).topLeft() + line.area.center() * page.preview.scale
    with qtbot.waitSignal(page.item_wanted) as asked:
        QTest.mouseClick(page.preview.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert asked.args == [visit.id]


def test_a_search_narrows_the_list_and_what_is_in_front_stays(qtbot: QtBot, page: DocumentsPage) -> None:
    page.search.setText("neri")
    assert texts(page)[:2] == ["Programme", "Personal itinerary"]
    assert texts(page, "itinerary") == ["Anna Neri"]
    page.search.setText("agenda personale neri")
    assert texts(page)[1] == "Personal itinerary"
    assert front(page) == "Mission programme · English"
    page.open_for("en", person(page, "Li"))
    wait_for_preview(qtbot, page)
    assert page.search.text() == ""
    assert front(page) == "Personal agenda of Bo Li"
    page.search.setText("xyz")
    assert texts(page) == ["No document matches."]


def test_somebodys_agenda_can_be_asked_for_before_anything_is_listed(
    qtbot: QtBot, opened: Callable[..., MainWindow], source: Path, settled: Settled
) -> None:
    window = opened(source)
    window.open_mission("BIO")
    settled(window)
    plan = window.ctx.mission.plan
    assert plan is not None
    window.commands.show_document("en", next(one.id for one in plan.people if one.family == "Neri"))
    wait_for_preview(qtbot, page_of(window))
    assert front(page_of(window)) == "Personal agenda of Anna Neri"


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


def test_a_slow_first_preview_says_what_is_under_way(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    source: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on, preview = Event(), papers.preview
    monkeypatch.setattr(papers, "preview", lambda *args: go_on.wait(20) and preview(*args))
    monkeypatch.setattr(previewing, "PATIENCE", 20)
    window = opened(source)
    window.open_mission("BIO")
    settled(window)
    window.show_page("documents")
    page = page_of(window)
    qtbot.waitUntil(lambda: page.preview.said == "Printing the preview…", timeout=LONG)
    go_on.set()
    wait_for_preview(qtbot, page)
    assert page.preview.said == ""


def test_another_mission_shows_nothing_of_the_one_before(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, settled: Settled
) -> None:
    ws = page.ctx.workspace
    assert ws is not None
    day = dt.date(2025, 6, 2)
    draft = missions.MissionDraft(
        title="Second", start=day, end=day, zone="Europe/Rome", code="TWO", language="it"
    )
    missions.create(ws, draft)
    page.search.setText("anna")
    window.open_mission("TWO")
    assert page.preview.pages == 0
    assert page.search.text() == ""
    assert front(page) == "Mission programme · Italiano"
    assert page.model.papers
    assert not any(one.person for one in page.model.papers)
    settled(window)
    window.show_page("documents")
    wait_for_preview(qtbot, page)
    assert front(page) == "Mission programme · Italiano"
    entry = page.model.entry(page.model.index_of("itinerary"))
    assert entry is not None
    assert (entry.why, entry.papers) == ("No delegate is named yet.", ())


@pytest.mark.parametrize(("language", "theme"), [("it", "light"), ("en", "dark")])
def test_in_a_small_window_in_every_dress_nothing_is_cut(
    qtbot: QtBot, opened: Callable[..., MainWindow], source: Path, settled: Settled, language: str, theme: str
) -> None:
    window = shown(opened(source, language=language, theme=theme, width=1024, height=640), settled)
    page = page_of(window)
    wait_for_preview(qtbot, page)
    assert page.pane.thumbnails.isHidden()
    for one in page.findChildren(QAbstractButton):
        assert not one.isVisible() or not one.text() or one.sizeHint().width() <= one.width() + 1, one.text()
    window.resize(1440, 900)
    QApplication.processEvents()
    assert not page.pane.thumbnails.isHidden()


def test_a_new_dress_while_the_preview_is_printed_harms_nothing(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, settled: Settled
) -> None:
    page.choose(person(page, "Neri"))
    page.options.draft.click()
    page._print()
    window.ctx.appearance.choose_theme("dark")
    settled(window)
    again = page_of(window)
    wait_for_preview(qtbot, again)
    assert again is not page
    assert front(again) == "Personal agenda of Anna Neri"


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


def test_a_kind_without_anything_says_why_and_prints_nothing(page: DocumentsPage) -> None:
    page.choose("driver")
    assert (front(page), state(page)) == ("Driver’s order", "No vehicle in this mission.")
    assert page.preview.said == "No vehicle in this mission."
    assert page.options.request() is None
    page.save()


def test_wishes_are_kept_by_kind_in_another_theme_too(
    qtbot: QtBot, window: MainWindow, page: DocumentsPage, settled: Settled
) -> None:
    page.choose("badges")
    page.options._choices["format"].setCurrentIndex(2)
    page.options.draft.click()
    page.choose("whoswho")
    assert not page.options.draft.isChecked()
    page.choose("badges")
    window.ctx.appearance.choose_theme("dark")
    settled(window)
    again = page_of(window)
    wait_for_preview(qtbot, again)
    request = again.options.request()
    assert request is not None
    assert (request.kind, request.draft, request.choices) == ("badges", True, (("format", "105x74"),))


def test_two_languages_are_asked_of_the_press(qtbot: QtBot, page: DocumentsPage) -> None:
    page.options.beside.setCurrentIndex(page.options.beside.values.index("it"))
    wait_for_preview(qtbot, page)
    request = page.options.request()
    assert request is not None
    assert request.language == "en+it"
    assert page.preview._data == expected(page)


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
