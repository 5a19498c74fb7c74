"""The timetable by slot and table: cards, tray, moves by mouse and keys, locks, details; each gesture one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.matchmaking.timetable import TimetableView
from missionplanner.gui.matchmaking.timetable_tray import Entry
from missionplanner.gui.pages.b2b import B2BPage
from missionplanner.gui.pages.report import ReportPage
from missionplanner.gui.results.outcomes import OutcomesView
from missionplanner.services.matchmaking import participants
from tests import looks

Settled = Callable[[MainWindow], None]
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(b2b_page: B2BPage, qtbot: QtBot) -> TimetableView:
    b2b_page.show_part("timetable")
    made = b2b_page.part
    assert isinstance(made, TimetableView)
    b2b_page.window().activateWindow()
    qtbot.waitUntil(b2b_page.isActiveWindow)
    made.take_focus()
    return made


@pytest.fixture
def window(b2b_page: B2BPage) -> MainWindow:
    return cast("MainWindow", b2b_page.window())


def meeting(view: TimetableView, words: str) -> r.Meeting:
    """Return the meeting of a pair, as it is now."""
    assert view.session is not None
    return next(one for one in view.session.meetings if view.words.pair(one) == words)


def choose(view: TimetableView, words: str) -> r.Meeting:
    one = meeting(view, words)
    view.show_meetings([one.id])
    view.grid.setFocus()
    view.changed.emit()
    return one


def at(view: TimetableView, words: str) -> tuple[int | None, str | None]:
    one = meeting(view, words)
    return one.slot, one.table


def entry(view: TimetableView, words: str) -> Entry:
    found = next(one for one in view.tray.entries.rows if isinstance(one, Entry) and one.text == words)
    view.tray.setFocus()
    view.tray.choose(found.meeting.id)
    view.changed.emit()
    return found


def said(window: MainWindow) -> str:
    return window.ctx.notices.said[-1].text


def carry(view: TimetableView, source: QWidget, begin: QPoint, spot: tuple[int, str]) -> QPoint:
    """Press, pull a little, and go over a spot; return where on the source that is."""
    cell = view.model.cell_at(spot)
    assert cell is not None
    over = view.grid.visualRect(view.model.index(*cell)).center()
    end = source.mapFromGlobal(view.grid.viewport().mapToGlobal(over))
    QTest.mousePress(source, LEFT, pos=begin)
    QTest.mouseMove(source, begin + QPoint(2 * QApplication.startDragDistance(), 0))
    QTest.mouseMove(source, end)
    return end


def test_cards_and_tray_say_everything_and_what_became_impossible(view: TimetableView, window: MainWindow) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(view.tray.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    names = [line.name for line in view.model.lines]
    assert names == [
        "Mon 5 May", "09:00–09:30", "09:30–10:00", "Break of 30 minutes", "10:30–11:00", "11:00–11:30",
    ]  # fmt: skip
    assert [view.model.head(place).title for place in range(3)] == ["Table 1", "Table 2", "Table 3"]
    assert view.model.spoken(1, 0) == "MECH – AFM, 09:00–09:30, table 1, Scheduled, locked. Must meet"
    assert view.model.spoken(1, 2) == "09:00–09:30, Table 3: free"
    assert view.model.facts(1).upper == "2/3"
    card = view.model.card(meeting(view, "BUILD – HEGAN"))
    assert (card.voice, card.letter, card.mutual, card.wrong) == ("IV", "M", False, False)
    rows = [one if isinstance(one, str) else one.text for one in view.tray.entries.rows]
    assert rows[:2] == ["Meetings without a slot (1)", "HEALTH – AFM"]
    assert rows[2:] == ["Wishes without a meeting (2)", "BUILD – GAIA", "AGRI – GAIA"]
    assert view.tray.entries.reason(entry(view, "BUILD – GAIA")) == "Could meet at 10:30–11:00"
    assert view.count_words() == "5 meetings placed  ·  2 wishes without a meeting"
    assert looks.faults(view) == [] and looks.cut(view) == []
    assert view.session is not None and window.ctx.workspace is not None
    seated = next(one for one in view.session.participants if one.name == "GAIA")
    participants.change_cells(window.ctx.workspace, [(seated.participant.id, "unavailable", (1,))])
    window.ctx.mission.reread()
    one = meeting(view, "MECH – GAIA")
    assert view.model.card(one).wrong and view.model.why_wrong(one) == "GAIA is marked as not available."


def test_arrows_with_alt_go_to_the_next_place_that_fits_and_undo_brings_back(
    view: TimetableView, window: MainWindow, settled: Settled
) -> None:
    choose(view, "HEALTH – GAIA")
    QTest.keyClick(view.grid, Qt.Key.Key_Down, ALT)
    assert at(view, "HEALTH – GAIA") == (2, "2")  # in between GAIA meets MECH
    assert view.grid.current_spot() == (2, "2")
    QTest.keyClick(view.grid, Qt.Key.Key_Left, ALT)
    assert said(window) == "No table on that side is free then."
    QTest.keyClick(view.grid, Qt.Key.Key_Right, ALT)
    assert at(view, "HEALTH – GAIA") == (2, "3")
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    settled(window)
    assert at(view, "HEALTH – GAIA") == (0, "2") and view.grid.current_spot() == (0, "2")
    choose(view, "MECH – AFM")
    QTest.keyClick(view.grid, Qt.Key.Key_Down, ALT)
    assert at(view, "MECH – AFM") == (0, "1") and said(window).startswith("A locked meeting stays")


def test_a_card_is_carried_to_lit_places_only_and_swaps(
    view: TimetableView, window: MainWindow, settled: Settled
) -> None:
    room, one = view.grid.viewport(), meeting(view, "HEALTH – GAIA")
    begin = view.grid.visualRect(view.model.index(*cast("tuple[int, int]", view.model.cell_of(one.id)))).center()
    end = carry(view, room, begin, (1, "2"))
    lit = view.model.lit
    assert lit is not None and {spot for spot, how in lit.items() if how == "swaps"} == {(3, "2")}
    assert (2, "1") not in lit and (2, "2") in lit and (1, "2") not in lit
    assert view.says.text == "09:30–10:00, table 2: GAIA meets MECH then."
    QTest.mouseRelease(room, LEFT, pos=end)
    assert at(view, "HEALTH – GAIA") == (0, "2") and view.model.lit is None
    end = carry(view, room, begin, (3, "2"))
    assert view.says.text == "11:00–11:30, table 2: changes places with BUILD – HEGAN"
    QTest.mouseRelease(room, LEFT, pos=end)
    assert at(view, "HEALTH – GAIA") == (3, "2") and at(view, "BUILD – HEGAN") == (0, "2")
    window.actions_["undo"].trigger()
    settled(window)
    assert at(view, "HEALTH – GAIA") == (0, "2") and at(view, "BUILD – HEGAN") == (3, "2")


def test_a_wish_is_carried_from_the_tray_and_escape_lets_it_go(view: TimetableView, window: MainWindow) -> None:
    room, one = view.tray.viewport(), entry(view, "BUILD – GAIA")
    begin = view.tray.visualRect(view.tray.currentIndex()).center()
    carry(view, room, begin, (2, "2"))
    QTest.keyClick(view.tray, Qt.Key.Key_Escape)
    assert view.drag.carried is None and view.tray.entries.row_of(one.meeting.id) > 0
    QTest.mouseRelease(room, LEFT, pos=begin)
    end = carry(view, room, begin, (2, "2"))
    QTest.mouseRelease(room, LEFT, pos=end)
    assert at(view, "BUILD – GAIA") == (2, "2") and view.grid.current_spot() == (2, "2")
    assert view.tray.entries.row_of(one.meeting.id) < 0


def test_a_dialog_offers_every_place_and_every_exchange(
    view: TimetableView, window: MainWindow, dialog: Callable[[str], QWidget]
) -> None:
    entry(view, "HEALTH – AFM")
    window.actions_["meeting_place"].trigger()
    asked = cast("Chooser", dialog("chooser"))
    offered = [one.text for one in asked._options]
    assert offered == [
        "09:30–10:00, table 2",
        "09:30–10:00, table 3",
        "11:00–11:30, table 1",
        "11:00–11:30, table 3",
    ]
    warning = "Table 3 has 1 seats, and 2 people would sit there."
    assert [one.fact for one in asked._options] == ["best table", warning] * 2
    QTest.keyClick(asked.search, Qt.Key.Key_Return)
    assert at(view, "HEALTH – AFM") == (1, "2")
    choose(view, "HEALTH – GAIA")
    window.actions_["meeting_place"].trigger()
    asked = cast("Chooser", dialog("chooser"))
    assert [one.text for one in asked._options if one.heading == "Change places with"] == ["BUILD – HEGAN"]
    asked.reject()
    view.grid.choose_spot((2, "2"))
    QTest.keyClick(view.grid, Qt.Key.Key_Return)  # nobody meets there: who could
    asked = next(one for one in window.findChildren(Chooser) if one.isVisible())
    assert [one.text for one in asked._options] == [
        "BUILD – GAIA",
        "HEALTH – GAIA",
        "MECH – GAIA",
        "AGRI – AFM",
        "BUILD – HEGAN",
    ]
    QTest.keyClick(asked.search, Qt.Key.Key_Return)
    assert at(view, "BUILD – GAIA") == (2, "2")


def test_letters_lock_cancel_and_bring_back(view: TimetableView, window: MainWindow, settled: Settled) -> None:
    one = choose(view, "MECH – GAIA")
    QTest.keyClick(view.grid, Qt.Key.Key_L)
    assert meeting(view, "MECH – GAIA").locked and view.model.card(meeting(view, "MECH – GAIA")).locked
    QTest.keyClick(view.grid, Qt.Key.Key_L)
    assert not meeting(view, "MECH – GAIA").locked
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    assert view.model.cell_of(one.id) is None and said(window) == "1 meeting cancelled."
    assert view.tray.entry() is not None and view.chosen()[0].id == one.id
    window.ctx.notices.said[-1].steps[0].do()
    settled(window)
    assert view.model.cell_of(one.id) is not None
    choose(view, "AGRI – AFM")
    window.actions_["meeting_take_off"].trigger()
    assert at(view, "AGRI – AFM") == (None, None)
    gone = choose(view, "MECH – GAIA")
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    view.show_meetings([gone.id])
    view.deeds_.bring_back()
    assert at(view, "MECH – GAIA") == (1, "1")


def test_enter_tells_who_sits_and_why_it_is_here(view: TimetableView, window: MainWindow) -> None:
    choose(view, "BUILD – HEGAN")
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    told = [one.text() for one in view.details.findChildren(QLabel)]
    assert {"BUILD – HEGAN", "BUILD cluster", "Ann Build (English)", "Must meet", "Interpreter: Ira Voice"} <= set(
        told
    )
    assert "Other slots that take it: 09:00–09:30, 09:30–10:00, 10:30–11:00" in told
    assert looks.faults(view) == [] and looks.cut(view) == []
    QTest.keyClick(view.grid, Qt.Key.Key_I)
    asked = cast("Chooser", next(one for one in QApplication.topLevelWidgets() if one.objectName() == "chooser"))
    assert [one.text for one in asked._options] == ["Nobody", "Ira Voice"]
    QTest.keyClick(asked.search, Qt.Key.Key_Return)
    assert meeting(view, "BUILD – HEGAN").interpreter_id is None
    close = view.findChild(QAbstractButton, "details_close")
    assert close is not None
    close.click()
    assert view.tray.isVisible()


def test_from_a_meeting_one_goes_to_what_came_of_it_and_back(
    view: TimetableView, window: MainWindow, settled: Settled
) -> None:
    one = choose(view, "MECH – AFM")
    window.actions_["meeting_outcome"].trigger()
    settled(window)
    page = cast("ReportPage", window.places.page("report"))
    assert window.page == "report" and page.shown == "outcomes"
    assert cast("OutcomesView", page.part).table.chosen_ids() == [one.id]
    window.places.go_back()
    settled(window)
    assert window.page == "b2b" and [each.id for each in view.chosen()] == [one.id]


def test_two_meetings_keep_their_order_until_it_is_freed(
    view: TimetableView, window: MainWindow, settled: Settled
) -> None:
    assert view.session is not None
    first = view.session.placed[0]
    second = next(one for one in view.session.placed if (one.slot or 0) > (first.slot or 0))
    choose(view, view.words.pair(first))
    assert not window.actions_["meeting_order"].isEnabled()
    view.show_meetings([second.id, first.id])
    view.show_details()
    view.changed.emit()
    assert {one.id for one in view.chosen()} == {first.id, second.id}
    window.actions_["meeting_order"].trigger()
    settled(window)
    assert [(one.first_id, one.second_id) for one in view.session.orders()] == [(first.id, second.id)]
    assert view.words.pair(first) in said(window)
    view.show_meetings([first.id])
    lines = [one.text() for one in view.details.findChildren(QLabel)]
    assert f"It has to come before “{view.words.pair(second)}”." in lines
    view.show_meetings([first.id, second.id])
    view.changed.emit()
    button = view.details.findChild(QAbstractButton, "details_order")
    assert button is not None
    button.click()
    settled(window)
    assert not view.session.orders()
    window.actions_["undo"].trigger()
    settled(window)
    assert len(view.session.orders()) == 1
