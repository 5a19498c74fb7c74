"""Bring about the states of the report: attendance, outcomes, what was agreed, photos, figures."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from missionplanner.gui.pages.report import ReportPage
from missionplanner.gui.pages.today import TodayPage
from missionplanner.gui.results.attendance import AttendanceView
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.today.late_dialog import LateDialog
from tests.stage import Stage, until
from tests.states.scene import BARE, SHOWN, Ask, Scene, Show, ask, nothing

HELD = "CLOSER-NL-2025"
"""The sample's mission that is over, with what came of it."""


def report_page(stage: Stage, part: str) -> ReportPage:
    """Return the page at one of its parts; it shows attendance again afterwards."""
    page = cast("ReportPage", stage.window.places.page("report"))
    stage.after(lambda: page.show_part("attendance"))
    page.show_part(part)
    stage.settle()
    return page


def over(stage: Stage) -> None:
    """Have the mission open that is over, until the state is left."""
    stage.window.open_mission(HELD)
    stage.after(lambda: stage.window.open_mission(SHOWN))
    stage.go("report")


def ticked(stage: Stage) -> None:
    """Show who was there, at somebody of the first visit."""
    view = report_page(stage, "attendance").part
    assert isinstance(view, AttendanceView)
    view.table.setCurrentIndex(view.model.index(1, 2))


def listed(part: str, *, held: bool = False) -> Show:
    """Show a list of results with its first row chosen."""

    def show(stage: Stage) -> None:
        if held:
            over(stage)
        view = report_page(stage, part).part
        assert isinstance(view, MissionList)
        if view.model.rowCount():
            view.show_row(view.model.row(0).id)

    return show


def shown(part: str, *, held: bool = False) -> Show:
    """Show a part as one finds it."""

    def show(stage: Stage) -> None:
        if held:
            over(stage)
        report_page(stage, part)

    return show


def asked(part: str, action: str) -> Ask:
    """Do an action of a part, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        view = report_page(stage, part).part
        if isinstance(view, AttendanceView):
            view.table.setCurrentIndex(view.model.index(1, 0))
        elif isinstance(view, MissionList) and view.model.rowCount():
            view.show_row(view.model.row(0).id)
        stage.settle()
        stage.do(action)
        return stage.dialog()

    return show


def day(stage: Stage) -> None:
    """Show the second morning of the mission."""
    page = cast("TodayPage", stage.window.places.page("today"))
    page.bar.day.setCurrentIndex(2)
    page.bar.time.setText("10:15")
    page.bar.time.commit()


def late(stage: Stage) -> QWidget:
    """Ask how late one is, and wait for what follows from it."""
    day(stage)
    stage.do("today_late")
    dialog = stage.dialog()
    assert isinstance(dialog, LateDialog)
    until(lambda: dialog.found is not None)
    return dialog


STATES = (
    Scene("report-empty", nothing, "report", BARE),
    Scene("report-photos-empty", shown("photos"), "report", BARE),
    Scene("report-attendance", ticked, "report"),
    Scene("report-outcomes", listed("outcomes"), "report"),
    Scene("report-steps", listed("steps", held=True), "report"),
    Scene("report-agreements-empty", listed("agreements"), "report"),
    Scene("report-contacts-empty", listed("contacts"), "report"),
    Scene("report-survey", listed("survey", held=True), "report"),
    Scene("report-figures", shown("figures", held=True), "report"),
    Scene("today", day, "today"),
)
OVER = (
    Scene("report-sheet", asked("attendance", "attend_sheet"), "report"),
    Scene("report-presence", asked("attendance", "attend_details"), "report"),
    Scene("report-not-held", asked("outcomes", "outcome_not_held"), "report"),
    Scene("report-met", asked("contacts", "list_new"), "report"),
    Scene("report-own-template", ask("own_template"), "report"),
    Scene("today-late", late, "today"),
    Scene("today-note", ask("today_note"), "today"),
)
