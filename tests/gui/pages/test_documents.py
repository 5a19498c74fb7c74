"""The page of documents: what is listed, how the preview follows, what one wishes for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.papers import previewing
from missionplanner.services import missions
from missionplanner.services.paper import papers
from missionplanner.services.programme import agenda
from tests.paper_desk import expected, front, page_of, person, shown, state, texts, wait_for_preview

Settled = Callable[[MainWindow], None]
LONG = 20_000
PROGRAMME = ("programme", "en", None, None, None, "common")


@pytest.fixture
def window(documents_window: MainWindow) -> MainWindow:
    return documents_window


@pytest.fixture
def page(documents_page: DocumentsPage) -> DocumentsPage:
    return documents_page


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
    qtbot: QtBot, opened: Callable[..., MainWindow], documents_source: Path, settled: Settled
) -> None:
    window = opened(documents_source)
    window.open_mission("BIO")
    settled(window)
    plan = window.ctx.mission.plan
    assert plan is not None
    window.commands.show_document("en", next(one.id for one in plan.people if one.family == "Neri"))
    wait_for_preview(qtbot, page_of(window))
    assert front(page_of(window)) == "Personal agenda of Anna Neri"


def test_a_slow_first_preview_says_what_is_under_way(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    documents_source: Path,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on, preview = Event(), papers.preview
    monkeypatch.setattr(papers, "preview", lambda *args: go_on.wait(20) and preview(*args))
    monkeypatch.setattr(previewing, "PATIENCE", 20)
    window = opened(documents_source)
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
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    documents_source: Path,
    settled: Settled,
    language: str,
    theme: str,
) -> None:
    window = shown(opened(documents_source, language=language, theme=theme, width=1024, height=640), settled)
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
