"""The overview: how a mission stands at one look, and the way to what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.overview import OverviewPage
from missionplanner.gui.pages.report import ReportPage
from missionplanner.gui.results.outcomes import OutcomesView
from missionplanner.gui.widgets.row_button import RowButton
from missionplanner.services import missions
from missionplanner.services.programme import agenda

Opener = Callable[..., MainWindow]
Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]


def overview(window: MainWindow) -> OverviewPage:
    found = window.places.page("overview")
    assert isinstance(found, OverviewPage)
    return found


def words(page: QWidget) -> str:
    return " | ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def sample(qtbot: QtBot, opened: Opener, settled: Settled, sample_template: Path) -> MainWindow:
    window = opened(sample_template)
    window.open_mission("ER-EUS-2025")
    settled(window)
    window.show_page("overview")
    settled(window)
    qtbot.waitUntil(lambda: overview(window).findChild(RowButton, "issue_0") is not None, timeout=20_000)
    return window


@pytest.fixture
def window(opened: Opener, settled: Settled) -> MainWindow:
    made = opened()
    made.open_mission("BIO")
    settled(made)
    made.show_page("overview")
    settled(made)
    return made


def test_the_sample_tells_how_it_stands(sample: MainWindow) -> None:
    told = words(overview(sample))
    assert "Ended " in told
    for part in ("Readiness", "Items confirmed", "29 of 31", "Issues", "Next deadlines", "Recent changes"):
        assert part in told
    assert "Import mission “ER-EUS-2025”" in told
    assert overview(sample).primary() == "print_agenda"


def test_an_issue_leads_to_its_item(qtbot: QtBot, sample: MainWindow) -> None:
    page = overview(sample)
    line = page.findChild(RowButton, "issue_0")
    assert line is not None
    with qtbot.waitSignal(page.item_wanted) as signal:
        QTest.keyClick(line, Qt.Key.Key_Space)
    plan = sample.ctx.mission.plan
    assert plan is not None
    assert signal.args == [sample.ctx.mission.findings[0].items[0]]
    assert isinstance(signal.args[0], UUID)


def test_what_is_missing_leads_to_the_first(qtbot: QtBot, sample: MainWindow) -> None:
    page = overview(sample)
    line = page.findChild(RowButton, "ready_items")
    assert line is not None
    with qtbot.waitSignal(page.item_wanted):
        line.click()
    whole = page.findChild(RowButton, "ready_hosts")
    assert whole is not None
    assert whole.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_follows_edits_and_their_undo(window: MainWindow, settled: Settled) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    agenda.add(ws, "BIO", agenda.ItemDraft(title="Closing", date=dt.date(2025, 5, 7), language="en"))
    settled(window)
    settled(window)
    assert "Add “Closing”" in words(overview(window))
    window.actions_["undo"].trigger()
    settled(window)
    settled(window)
    assert "Undone" in words(overview(window))


def test_an_empty_mission_offers_three_ways_to_begin(window: MainWindow, settled: Settled) -> None:
    ws = window.ctx.workspace
    assert ws is not None
    day = dt.date.today() + dt.timedelta(days=20)
    draft = missions.MissionDraft(title="Empty", start=day, end=day, zone="Europe/Rome", code="EMPTY")
    missions.create(ws, draft)
    window.open_mission("EMPTY")
    settled(window)
    window.show_page("overview")
    settled(window)
    page = overview(window)
    starts = [one.objectName() for one in page.findChildren(QAbstractButton) if one.property("look") == "start"]
    assert starts == ["start_new_item", "start_templates", "start_agenda"]
    countdown = page.findChild(QLabel, "countdown")
    assert countdown is not None
    assert countdown.text() == "In 20 days"
    assert page.primary() == ""


def test_details_are_asked_here_and_the_heading_follows(
    window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    window.actions_["mission_details"].trigger()
    form = dialog("mission_details_dialog")
    assert isinstance(form, FormDialog)
    form.fields["title"].control.setProperty("text", "Mission to Navarre")
    form.findChild(QAbstractButton, "form_done").click()  # type: ignore[union-attr]
    settled(window)
    assert window.header.title.text == "Mission to Navarre"


@pytest.mark.parametrize(
    ("field", "typed"),
    [("title", ""), ("zone", "Nowhere"), ("currency", "EU")],
)
def test_a_fault_in_the_details_is_said_at_its_field(
    window: MainWindow, dialog: Dialog, field: str, typed: str
) -> None:
    window.actions_["mission_details"].trigger()
    form = dialog("mission_details_dialog")
    assert isinstance(form, FormDialog)
    control = form.fields[field].control
    control.setProperty("currentText" if field != "title" else "text", typed)
    form.findChild(QAbstractButton, "form_done").click()  # type: ignore[union-attr]
    assert form.isVisible()
    assert form.fields[field].fault.text()
    form.reject()


def test_a_reading_that_fails_is_said(
    window: MainWindow, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    from missionplanner.base.errors import Busy
    from missionplanner.services import overview as service

    def fail(*_arguments: object) -> None:
        raise Busy("Somebody else is writing.")

    monkeypatch.setattr(service, "overview", fail)
    overview(window)._hear()
    settled(window)
    settled(window)
    assert window.toast.text() == "Somebody else is writing."


@pytest.mark.parametrize("width", [1024, 1440])
def test_every_line_is_named_and_nothing_sticks_out(sample: MainWindow, settled: Settled, width: int) -> None:
    sample.resize(width, 700)
    settled(sample)
    page = overview(sample)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one for one in buttons if not one.accessibleName() or not one.objectName()] == []
    assert [one for one in buttons if one.mapTo(page, one.rect().topRight()).x() > page.width()] == []


PHASES = (
    ("2025-04-20T08:00", "print_agenda", ("Readiness", "Freeze the programme"), ("What is next",)),
    ("2025-05-04T18:00", "print_agenda", ("Tomorrow, 5 May", "08:00  Breakfast"), ("Today, ",)),
    ("2025-05-05T05:00", "today", ("Today, 5 May", "08:00  Breakfast"), ("Readiness", "have no outcome")),
    ("2025-05-05T20:00", "today", ("2 visits and meetings are over, 2 have no outcome yet.",), ("  Breakfast",)),
    ("2025-05-15T08:00", "produce_report", ("Closing", "Report given out", "Still open"), ("Readiness",)),
    ("2025-11-05T08:00", "produce_report", ("Follow-up until 7 May 2028",), ("Readiness", "Today")),
)
"""A moment, the page's first button then, what is told and what is not."""


def at(window: MainWindow, settled: Settled, moment: str) -> OverviewPage:
    page = overview(window)
    page.clock = lambda: dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)
    page._read()
    settled(window)
    return page


def test_it_follows_the_phase_and_leads_to_what_is_missing(window: MainWindow, settled: Settled) -> None:
    for moment, primary, there, away in PHASES:
        page = at(window, settled, moment)
        told = words(page)
        assert page.primary() == primary, moment
        assert all(one in told for one in there), told
        assert not any(one in told for one in away), told
    line = at(window, settled, "2025-05-15T08:00").findChild(RowButton, "next_outcomes")
    assert line is not None
    line.click()
    settled(window)
    report = cast("ReportPage", window.places.shown)
    assert report.shown == "outcomes" and isinstance(report.part, OutcomesView)
    assert (report.part.box.query, report.part.model.rowCount()) == ("stand:open", 2)
