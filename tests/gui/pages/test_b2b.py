"""The B2B page: its parts, how one begins, several sessions, and what Back remembers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.naming import KINDS
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.dialogs.export_lists import EACH_ICS, ICS, XLSX, ExportListsDialog
from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.session_dialog import SessionDialog
from missionplanner.gui.matchmaking.session_list import SessionList
from missionplanner.gui.matchmaking.several import Several
from missionplanner.gui.pages.b2b import PARTS, B2BPage
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.tables.record_form import RecordForm
from missionplanner.services.directory import organisations, people
from missionplanner.services.matchmaking import participants, sessions
from missionplanner.services.programme import agenda
from tests import looks

Settled = Callable[[MainWindow], None]


@pytest.fixture
def window(agenda_window: MainWindow, settled: Settled) -> MainWindow:
    """Show the page of a mission with a B2B item and no session."""
    assert agenda_window.ctx.workspace is not None
    draft = agenda.ItemDraft(
        title="Meetings in Bilbao",
        kind=ItemKind.B2B,
        date=agenda_window.ctx.mission.plan.mission.first_day if agenda_window.ctx.mission.plan else None,
        start=dt.time(14),
        end=dt.time(16),
        language="en",
    )
    agenda.add(agenda_window.ctx.workspace, "BIO", draft)
    agenda_window.show_page("b2b")
    settled(agenda_window)
    return agenda_window


@pytest.fixture
def page(window: MainWindow) -> B2BPage:
    return cast("B2BPage", window.places.page("b2b"))


def make(window: MainWindow, settled: Settled, title: str, *firms: str) -> UUID:
    """Make a session with these organisations."""
    ws = window.ctx.workspace
    assert ws is not None
    made = sessions.create(ws, "BIO", sessions.SessionDraft(title=title, language="en")).first_added
    for one in firms:
        participants.create_from(ws, {"organisation_id": one}, session_id=made)
    settled(window)
    return made


def listed(page: B2BPage) -> list[str]:
    """Return the organisations in the list on screen."""
    part = cast("Several", page.part).part
    assert isinstance(part, SessionList)
    return [
        part.model.value_of(part.model.row(row).id, "organisation_id").name for row in range(part.model.rowCount())
    ]


def test_one_begins_with_an_item_of_the_programme(
    window: MainWindow, page: B2BPage, settled: Settled, dialog: Callable[[str], object]
) -> None:
    assert page.nothing.isVisible() and page.primary() == "b2b_new"
    assert not looks.faults(page) and KINDS[ItemKind.B2B]
    found = page.findChild(QAbstractButton, "b2b_from_0")
    assert found is not None and "Meetings in Bilbao" in found.text()
    found.click()
    form = cast("SessionDialog", dialog("session_dialog"))
    assert len(form.slots.lines) == 4 and len(form.tables.lines) == 6  # 25 minutes and 5 between, within two hours
    form.done_button.click()
    settled(window)
    assert page.session.session is not None and page.session.session.title("en") == "Meetings in Bilbao"
    assert page.primary() == "b2b_propose" and page.segments.value() == "participants"
    window.actions_["undo"].trigger()
    settled(window)
    assert page.nothing.isVisible()


def test_another_session_has_its_own_lists_and_parts_are_remembered(
    window: MainWindow, page: B2BPage, settled: Settled
) -> None:
    first = make(window, settled, "Morning", "Mech")
    assert not page.chooser.isVisible()
    second = make(window, settled, "Afternoon", "Build", "Health")
    page.session.show(first)
    page.show_part("participants")
    settled(window)
    assert page.chooser.isVisible() and listed(page) == ["Mech"]
    page.chooser.list.setCurrentIndex(1)
    settled(window)
    assert page.session.id == second and listed(page) == ["Build", "Health"]
    window.actions_["b2b_delete"].trigger()
    settled(window)
    assert page.session.id == first and listed(page) == ["Mech"]
    for part in PARTS:
        page.show_part(part)
        settled(window)
        assert page.part.count_words() in page.heading().facts
        assert not looks.faults(page)
    page.show_part("wishes")
    cast("Several", page.part).show_inner("list")
    window.show_page("overview")
    window.places.go_back()
    settled(window)
    assert page.segments.value() == "wishes" and cast("Several", page.part).inner == "list"


def test_a_timetable_is_not_looked_for_before_there_are_slots_and_wishes(
    window: MainWindow, page: B2BPage, settled: Settled, dialog: Callable[[str], object]
) -> None:
    make(window, settled, "Morning", "Mech", "Build")
    window.actions_["b2b_propose"].trigger()
    form = cast("SessionDialog", dialog("session_dialog"))
    assert window.ctx.notices.said[-1].text == "Say first which slots and tables there are."
    form.reject()
    ws = window.ctx.workspace
    assert ws is not None and page.session.session is not None
    draft = sessions.draft_of(page.session.session, "en")
    hours = sessions.hours_between(dt.date(2025, 5, 5), dt.time(9), dt.time(10), 20)
    sessions.change(ws, page.session.id, replace(draft, slots=hours, tables=sessions.numbered_desks(2)))
    settled(window)
    window.actions_["b2b_propose"].trigger()
    assert page.segments.value() == "wishes"


def test_rows_pasted_into_the_participants_are_recognised_and_take_part_in_the_session_on_screen(
    qtbot: QtBot, window: MainWindow, page: B2BPage, settled: Settled, dialog: Callable[[str], object]
) -> None:
    make(window, settled, "Morning", "Mech")
    second = make(window, settled, "Afternoon")
    page.session.show(second)
    settled(window)
    part = cast("Several", page.part).part
    assert isinstance(part, SessionList)
    part.rows_pasted.emit("Mech\nHealth\n", "")
    shown = cast("ImportDialog", dialog("import_dialog"))
    qtbot.waitUntil(lambda: shown.review.proposal is not None, timeout=20_000)
    shown.apply()
    qtbot.waitUntil(lambda: listed(page) == ["Mech", "Health"], timeout=20_000)
    session = page.session.session
    assert session is not None and session.id == second
    window.actions_["undo"].trigger()
    settled(window)
    assert listed(page) == []


def test_the_meetings_go_out_from_the_page(
    window: MainWindow, page: B2BPage, settled: Settled, dialog: Callable[[str], object]
) -> None:
    make(window, settled, "Morning", "Mech")
    window.actions_["b2b_export"].trigger()
    asked = cast("ExportListsDialog", dialog("export_lists_dialog"))
    assert asked.what.chosen() == "meetings"
    assert {XLSX, ICS, EACH_ICS} <= set(asked.form.values)
    asked.reject()


LISTS: dict[tuple[str, str], tuple[str, str]] = {
    ("participants", "list"): ("Health", "hosting"),
    ("participants", "voices"): ("Anna Neri", "en, it"),
    ("wishes", "list"): ("Mech", "Build"),
}
"""Part and inner part of each list of a session, with what one types into a new entry."""


@pytest.mark.parametrize("place", LISTS)
def test_lists_of_the_session_do_what_lists_do(
    window: MainWindow,
    page: B2BPage,
    settled: Settled,
    dialog: Callable[[str], object],
    place: tuple[str, str],
) -> None:
    make(window, settled, "Morning", "Mech", "Build")
    ws = window.ctx.workspace
    assert ws is not None
    organisations.create_from(ws, {"name": "Health"})
    people.create_from(ws, {"given": "Anna", "family": "Neri"})
    page.show_part(place[0])
    shown = cast("Several", page.part)
    shown.show_inner(place[1])
    settled(window)
    view = cast("SessionList", shown.part)
    before = view.model.rowCount()
    button = next(one for one in shown.findChildren(QAbstractButton, "list_new_button") if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    form = cast("RecordForm", dialog("record_form"))
    for field, words in zip(form.inside.all, LISTS[place], strict=False):
        field.show_typed(words)
    form.done_button.click()
    settled(window)
    assert view.model.rowCount() == before + 1
    assert view.model.text(view.table.currentIndex().row(), 0) == LISTS[place][0]
    window.activateWindow()
    view.table.setFocus()
    settled(window)
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    settled(window)
    assert view.model.rowCount() == before
    QTest.keyClick(view.table, Qt.Key.Key_Slash)
    assert view.box.line.hasFocus()
    window.actions_["list_columns"].trigger()
    assert cast("QDialog", dialog("column_chooser")).isVisible()


def test_the_table_plan_is_printed_from_the_timetable(window: MainWindow, page: B2BPage, settled: Settled) -> None:
    make(window, settled, "Morning", "Mech", "Build")
    button = page.findChild(QAbstractButton, "print_tables_button")
    assert button is not None and not button.isVisible()
    page.show_part("timetable")
    settled(window)
    assert button.isVisible() and button.isEnabled()
    button.click()
    settled(window)
    documents = cast("DocumentsPage", window.places.shown)
    chosen = documents.model.entry(documents.papers.currentIndex())
    assert chosen is not None and "tableplan" in (chosen.key, chosen.paper and chosen.paper.request.kind)
    assert not window.actions_["print_tables"].isEnabled(), "no session is on screen there"
