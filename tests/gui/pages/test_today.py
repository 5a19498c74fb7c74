"""The day under way: now and next, a delay foreseen and applied as one step, what is kept on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.documents.subjects import day_id
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.gui.pages.today import TodayPage
from missionplanner.gui.results.meet_dialog import MeetDialog
from missionplanner.gui.today.late_dialog import LateDialog
from missionplanner.gui.today.note_dialog import NoteDialog
from missionplanner.gui.widgets.rail import Rail
from missionplanner.services import missions
from tests import looks
from tests.windows import Desk

Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]
HALF_PAST_NINE = dt.datetime(2025, 5, 5, 7, 30, tzinfo=dt.UTC)
"""In Madrid, on the mission's first day: the visit to the lab is on."""


@pytest.fixture
def page(agenda_window: MainWindow, settled: Settled) -> TodayPage:
    page = cast("TodayPage", agenda_window.places.page("today"))
    page.clock = lambda: HALF_PAST_NINE
    agenda_window.show_page("today")
    settled(agenda_window)
    return page


def titles(page: TodayPage, give: str) -> list[str]:
    return [
        one.item.title.best("en") for lane in page.lanes for one in getattr(lane, give) if one.item is not None
    ]


def times(page: TodayPage, title: str) -> str:
    plan = page.ctx.mission.plan
    assert plan is not None
    item = next(one for one in plan.items if one.title.best("en") == title)
    return f"{item.start:%H:%M}–{item.end:%H:%M}"


def test_now_and_next_follow_the_clock_or_the_moment_one_looks_at(page: TodayPage, settled: Settled) -> None:
    window = cast("MainWindow", page.window())
    assert page.bar.told.text() == "09:30"
    assert (titles(page, "now"), titles(page, "next")) == (["Visit to the lab"], ["Meeting with the agency"])
    assert page.heading().facts.endswith("Day 1 of 3")
    assert looks.faults(page) == []
    page.bar.day.setCurrentIndex(1)
    assert titles(page, "now") == ["Breakfast"]
    page.bar.time.setText("11.15")
    page.bar.time.commit()
    assert titles(page, "now") == ["Meeting with the agency"]
    page.bar.day.setCurrentIndex(3)
    assert page.nothing.isVisible() and page.primary() == ""
    rail = window.findChild(Rail)
    assert rail is not None
    assert rail.findChild(QWidget, "today_place").isHidden()  # type: ignore[union-attr]
    rail.show_mission("Mission to Bilbao", "", under_way=True)
    assert not rail.findChild(QWidget, "today_place").isHidden()  # type: ignore[union-attr]


def test_a_delay_is_foreseen_applied_and_taken_back_as_one_step(
    page: TodayPage, settled: Settled, dialog: Dialog, qtbot: QtBot
) -> None:
    window = cast("MainWindow", page.window())
    window.actions_["today_late"].trigger()
    form = cast("LateDialog", dialog("late_dialog"))
    assert form.overrun.isChecked()
    form.minutes.setText("soon")
    form._look()
    assert form.found is None and not form.done_button.isEnabled()
    form.minutes.setText("50")
    qtbot.waitUntil(lambda: form.found is not None and form.found.minutes == 50)
    form.sheet.setChecked(True)
    form.done_button.click()
    settled(window)
    front = cast("DocumentsPage", window.places.shown).options.request()
    assert front is not None and front.kind == "runsheet"
    assert page.ctx.mission.plan is not None
    assert front.subject == str(day_id(page.ctx.mission.plan, dt.date(2025, 5, 5)))
    assert times(page, "Visit to the lab") == "09:00–11:20"
    assert times(page, "Meeting with the agency") == "11:20–12:20"
    window.actions_["undo"].trigger()
    settled(window)
    assert times(page, "Visit to the lab") == "09:00–10:30"
    assert times(page, "Meeting with the agency") == "11:00–12:00"


def test_what_happens_is_kept_with_what_is_on(page: TodayPage, settled: Settled, dialog: Dialog) -> None:
    window = cast("MainWindow", page.window())
    page.take_focus()
    QTest.keyClick(page.bar.day, Qt.Key.Key_N)
    form = cast("NoteDialog", dialog("note_down_dialog"))
    form.done_button.click()
    assert form.fields["text"].fault.text()
    form.text.setPlainText("Ask for the data sheet")
    form.done_button.click()
    settled(window)
    assert page.ctx.workspace is not None
    (note,) = missions.record(page.ctx.workspace, "BIO").field_notes
    assert note.at == HALF_PAST_NINE and note.item_id == page.item_now()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    window.actions_["today_paste"].trigger()
    settled(window)
    (photo,) = missions.record(page.ctx.workspace, "BIO").photos
    assert photo.taken_at == HALF_PAST_NINE and photo.item_id == page.item_now()
    QGuiApplication.clipboard().setText("BEGIN:VCARD\nVERSION:3.0\nFN:Gorka Urrutia\nN:Urrutia;Gorka\nEND:VCARD\n")
    window.actions_["today_paste"].trigger()
    settled(window)
    card = cast("MeetDialog", dialog("meet_dialog"))
    assert (card.family.text(), card.where.chosen()) == ("Urrutia", page.item_now())
    card.reject()
    page.bar.day.setCurrentIndex(1)
    QGuiApplication.clipboard().clear()


def test_a_card_names_who_does_something_else(sample: Desk, settled: Settled) -> None:
    window = sample.window
    page = cast("TodayPage", window.places.page("today"))
    page.clock = lambda: dt.datetime(2025, 5, 5, 9, 55, tzinfo=dt.UTC)
    window.show_page("today")
    settled(window)
    said = [one.text() for one in page.findChildren(QLabel)]
    assert said.count("without Andrea Lolli") == 1 and said.count("Andrea Lolli") == 1
    assert sum(one.endswith("without Andrea Lolli") for one in said) == 2, "now and next"
