"""The logistics on screen: journeys, passengers, rooms, vehicles; shown, edited, undone, refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.logistics.making_rooms import RoomsDialog
from missionplanner.gui.logistics.people_dialog import PeopleDialog
from missionplanner.gui.logistics.transfers_dialog import TransfersDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.logistics import ROOMS, VEHICLES, LogisticsPage
from missionplanner.gui.tables.list_view import ListView
from missionplanner.services.logistics import rooms

Settle = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]


@pytest.fixture
def window(opened: Callable[..., MainWindow], settled: Settle, sample_template: Path) -> MainWindow:
    """Open the logistics of the sample's mission to Bilbao."""
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    window.show_page("logistics")
    settled(window)
    return window


def page_of(window: MainWindow) -> LogisticsPage:
    return cast("LogisticsPage", window.places.page("logistics"))


def press(widget: QWidget, name: str) -> None:
    found = widget.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def begin(view: ListView, text: str) -> QLineEdit:
    """Type into the current cell; return its field."""
    QTest.keyClicks(view.table, text[0])
    found = view.table.findChildren(QLineEdit, "cell")[-1]
    QTest.keyClicks(found, text[1:])
    return found


def undo(window: MainWindow, settled: Settle) -> None:
    window.actions_["undo"].trigger()
    settled(window)


def test_legs_are_listed_typed_into_refused_and_undone(window: MainWindow, settled: Settle) -> None:
    view = page_of(window).journeys.legs
    assert view.model.rowCount() == 11 and window.header.facts.text == "11 legs"
    place = view.model.place_of_column("arrives")
    leg = view.model.row(0).id
    view.table.setCurrentIndex(view.model.index(0, place))
    editor = begin(view, "soon")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert view.model.value_of(leg, "arrives") == "10:55" and editor.property("wrong") == "true"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settled(window)
    view.table.setCurrentIndex(view.model.index(0, place))
    QTest.keyClick(begin(view, "1130"), Qt.Key.Key_Return)
    settled(window)
    assert view.model.value_of(leg, "arrives") == "11:30"
    undo(window, settled)
    assert view.model.value_of(leg, "arrives") == "10:55"


def test_an_airport_is_found_while_its_city_is_typed(window: MainWindow, settled: Settle) -> None:
    view = page_of(window).journeys.legs
    view.table.setCurrentIndex(view.model.index(0, view.model.place_of_column("origin")))
    editor = begin(view, "malpen")
    assert isinstance(editor, Lookup)
    assert editor.offered() == ["Milan (MXP)"]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settled(window)
    assert view.model.value_of(view.model.row(0).id, "origin") == "Milan (MXP)"


def test_who_waits_for_a_seat_is_assigned_with_two_keys(
    window: MainWindow, settled: Settle, dialog: Dialog
) -> None:
    page = page_of(window)
    leg = page.journeys.legs.model.row(0).id
    page.journeys.legs.show_row(leg)
    page.journeys.legs.table.setCurrentIndex(page.journeys.legs.model.index(0, 0))
    QTest.keyClick(page.journeys.legs.table, Qt.Key.Key_A)
    asked = cast("PeopleDialog", dialog("people_dialog"))
    assert len(asked.chosen()) == 2
    QTest.keyClick(asked.search, Qt.Key.Key_Return)
    settled(window)
    plan = window.ctx.mission.plan
    assert plan is not None and len(plan.of("passengers", "leg_id", leg)) == 23
    assert page.journeys.legs.model.value_of(leg, "waiting") == 0
    page.journeys.show_passengers(leg)
    settled(window)
    assert page.journeys.view.model.rowCount() == 23 and window.header.facts.text == "23 passengers"
    undo(window, settled)
    assert page.journeys.view.model.rowCount() == 21


def test_rooms_show_who_has_no_bed_and_make_rooms_for_them(
    window: MainWindow, settled: Settle, dialog: Dialog
) -> None:
    page = page_of(window)
    page.show_part(ROOMS)
    settled(window)
    grid = page.rooms.grid
    cell = grid.cell()
    assert cell is not None and cell.text == "2 without a bed"
    window.actions_["make_rooms"].trigger()
    asked = cast("RoomsDialog", dialog("rooms_dialog"))
    assert len(asked.people()) == 2 and asked.draft().first == dt.date(2025, 5, 5)
    press(asked, "form_done")
    settled(window)
    assert page.rooms.shown is not None and not page.rooms.shown.without
    assert [one.data() for one in (grid.rooms.index(0, 0),)] == ["Hotel Ercilla"]
    undo(window, settled)
    assert grid.rooms.index(0, 1).data() == "2 without a bed"


def test_a_guest_moves_by_keys_alone_and_the_grid_is_copied_as_a_table(
    window: MainWindow, settled: Settle, dialog: Dialog
) -> None:
    page = page_of(window)
    page.show_part(ROOMS)
    settled(window)
    grid = page.rooms.grid
    first = grid.rooms.index(2, 1)
    grid.setCurrentIndex(first)
    name = str(first.data())
    QTest.keyClick(grid, Qt.Key.Key_M)
    asked = cast("Chooser", dialog("chooser"))
    QTest.keyClick(asked.search, Qt.Key.Key_Return)
    settled(window)
    assert grid.rooms.index(2, 1).data() == "Nobody yet"
    window.actions_["list_copy"].trigger()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Room\tMon 5 May") and sum(name in line for line in lines) == 1
    undo(window, settled)
    assert grid.rooms.index(2, 1).data() == name


def test_a_stay_that_cannot_be_is_told_in_the_form(window: MainWindow, settled: Settle, dialog: Dialog) -> None:
    page = page_of(window)
    page.show_part(ROOMS)
    settled(window)
    page.rooms.grid.setCurrentIndex(page.rooms.grid.rooms.index(2, 1))
    page.rooms.deeds_.nights()
    asked = dialog("nights_dialog")
    first, last = asked.fields["from_day"].control, asked.fields["to_day"].control  # type: ignore[attr-defined]
    last.setDate(first.date())
    press(asked, "form_done")
    assert asked.isVisible() and asked.fields["to_day"].fault.text()  # type: ignore[attr-defined]


def test_transfers_that_lack_are_shown_by_day_and_made(
    window: MainWindow, settled: Settle, dialog: Dialog
) -> None:
    page = page_of(window)
    page.show_part(VEHICLES)
    settled(window)
    assert page.vehicles.list.model.rowCount() == 0 and sum(page.vehicles.lacking.values()) == 2
    press(page, "transfers_2025-05-07")
    asked = cast("TransfersDialog", dialog("transfers_dialog"))
    assert len(asked.wanted()) == 1
    press(asked, "transfers_make")
    settled(window)
    assert sum(page.vehicles.lacking.values()) == 1
    undo(window, settled)
    plan = window.ctx.mission.plan
    assert plan is not None and len(plan.legs) == 11


def test_five_hundred_rooms_are_laid_out_at_once(window: MainWindow, settled: Settle) -> None:
    page = page_of(window)
    assert window.ctx.workspace is not None
    day = dt.date(2025, 5, 5)
    draft = rooms.RoomsDraft(hotel="Big", first=day, last=day + dt.timedelta(days=2), count=500)
    rooms.make(window.ctx.workspace, "ER-EUS-2025", draft)
    settled(window)
    page.show_part(ROOMS)
    settled(window)
    grid = page.rooms.grid
    assert grid.rooms.rowCount() == 1 + 2 + 18 + 500
    grid.scrollToBottom()
    grid.viewport().grab()
    assert grid.rooms.index(400, 1).data() == "Nobody yet"
