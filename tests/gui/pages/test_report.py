"""The report: who was there, outcomes, next steps, contacts, survey, photos and figures; each one undo step."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AttendanceState, FollowUpState
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.report import PARTS, ReportPage
from missionplanner.gui.results.attendance import AttendanceView
from missionplanner.gui.results.figures import FiguresView
from missionplanner.gui.results.meet_dialog import MeetDialog
from missionplanner.gui.results.outcomes import OutcomesView
from missionplanner.gui.results.photos import PhotosView
from missionplanner.gui.results.sheet_dialog import SheetDialog
from missionplanner.gui.results.step_part import WhyNot
from missionplanner.services import missions, workspace
from tests.stage import until

Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]
NAMES = ("Anna", "Bo", "Carla")


@pytest.fixture(scope="session")
def travelled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the template's mission with three delegates, a host and an objective."""
    path = tmp_path_factory.mktemp("travelled") / "travelled.mplanner"
    shutil.copy(template, path)
    with workspace.open_workspace(path) as ws:
        plan = missions.plan(ws, "BIO")
        mission = plan.mission.id
        lab = r.Organisation(name="The Lab")
        people = [r.Person(given=name, family="Neri", email=f"{name.lower()}@example.org") for name in NAMES]
        with ws.edit(N_("Import")) as edit:
            edit.add_all([lab, *people])
            edit.add_all(
                r.Delegate(mission_id=mission, person_id=one.id, position=place)
                for place, one in enumerate(people)
            )
            edit.add(r.ItemHost(mission_id=mission, item_id=plan.items[1].id, organisation_id=lab.id))
            edit.add(
                r.Objective(
                    mission_id=mission,
                    text=Texts((("en", "People met"),)),
                    indicator="contacts_made",
                    target=4,
                )
            )
    return path


class Report:
    """Be somebody at the report of a mission."""

    def __init__(self, window: MainWindow, settled: Settled) -> None:
        self.window, self._settled = window, settled
        self.page = cast("ReportPage", window.places.page("report"))

    def show(self, part: str) -> Any:
        """Show a part and return it."""
        self.page.show_part(part)
        self.settle()
        return self.page.part

    def settle(self) -> None:
        self._settled(self.window)
        QTest.qWait(1)
        self._settled(self.window)

    def do(self, action: str) -> None:
        """Do an action as its menu would, if it can be done."""
        self.settle()
        found = self.window.actions_[action]
        until(found.isEnabled)  # what a page meets is told an event later
        found.trigger()
        self.settle()

    @property
    def people(self) -> int:
        """Return how many people the mission knows."""
        plan = self.window.ctx.mission.plan
        return len(plan.people) if plan is not None else 0

    @property
    def record(self) -> MissionRecord:
        self.settle()
        self.window.ctx.mission.ask_record()
        self.settle()
        assert self.window.ctx.mission.record is not None
        return self.window.ctx.mission.record


@pytest.fixture
def report(opened: Callable[..., MainWindow], settled: Settled, travelled: Path) -> Report:
    window = opened(travelled, width=1440, height=900)
    window.open_mission("BIO")
    window.show_page("report")
    made = Report(window, settled)
    made.settle()
    return made


def states(view: AttendanceView, place: int) -> list[AttendanceState | None]:
    return [one.state for one in view.model.sheet_of(place).values()]


def test_who_was_there_is_ticked_by_key_said_for_all_and_keyed_from_a_sheet(
    report: Report, dialog: Dialog
) -> None:
    view = report.show("attendance")
    assert states(view, 0) == [None, None, None]
    assert view.model.facts(0).upper == "No. 1"
    report.page.take_focus()
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    report.settle()
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_4)
    report.settle()
    assert view.told.text().endswith("number 3 of the sheet"), "a digit goes on to the next"
    QTest.keyClick(view.table, Qt.Key.Key_Up)
    assert states(view, 0) == [AttendanceState.PRESENT, AttendanceState.ABSENT, None]
    assert "1 present, 1 absent, 1 not recorded" in report.page.heading().facts
    assert "Absent" in view.told.text()
    report.do("attend_all")
    assert states(view, 0)[2] is AttendanceState.PRESENT
    assert [view.counts.look(row, 0).text for row in range(3)] == ["2", "1", "0"]
    assert [view.counts.look(row, 1).text for row in range(3)] == ["–", "–", "3"]
    report.do("undo")
    report.do("undo")
    assert states(view, 0) == [AttendanceState.PRESENT, None, None]
    assert view.told.text().endswith("number 2 of the sheet")

    report.do("undo")
    report.do("attend_sheet")
    sheet = cast("SheetDialog", dialog("sheet_dialog"))
    sheet.numbers.setText("1 9")
    sheet.done_button.click()
    assert "The sheet has no number 9" in sheet.fields["numbers"].fault.text()
    sheet.numbers.setText("1, 3")
    sheet.others.setCurrentIndex(1)
    QTest.qWait(1)
    assert "2 people: Anna Neri, Carla Neri" in sheet.told.text()
    sheet.done_button.click()
    report.settle()
    present, absent = AttendanceState.PRESENT, AttendanceState.ABSENT
    assert states(view, 0) == [present, absent, present]
    report.do("attend_forget")
    report.do("attend_details")
    form = cast("Any", dialog("attendance_dialog"))
    form._arrived.setText("8.20")
    form._instead.setText("Nobody known")
    form.done_button.click()
    assert "not in the directory" in form.fields["substitute_id"].fault.text()
    form._instead.setText("")
    form.done_button.click()
    report.settle()
    assert states(view, 0)[1] is AttendanceState.LATE and view.model.look(1, 0).text == "08:20"


def test_outcomes_lead_from_one_to_the_next_and_make_the_next_step(report: Report, dialog: Dialog) -> None:
    view: OutcomesView = report.show("outcomes")
    assert report.page.heading().facts == "2 visits and meetings are over, 2 have no outcome yet."
    view.take_focus()
    report.do("outcome_next")
    first = view.table.chosen_ids()
    report.do("outcome_held")
    report.do("outcome_next")
    assert view.table.chosen_ids() != first
    report.do("outcome_not_held")
    form = cast("WhyNot", dialog("why_not_dialog"))
    form.why.setPlainText("The host was ill")
    form.done_button.click()
    assert {one.held: one.why_not for one in report.record.outcomes} == {True: None, False: "The host was ill"}
    assert report.page.heading().facts == "2 visits and meetings are over, each with its outcome."
    view.table.choose(first)
    step = next(one for one in view.details.fields.all if one.column.key == "next_step")
    step.entry.put("Send the offer")
    step.entry.commit()
    report.settle()
    view.step._due.setText("+3")
    view.step._due.commit()
    view.step._owner.chosen.emit(report.window.ctx.mission.plan.people[0].id)  # type: ignore[union-attr]
    (made,) = report.record.followups
    assert made.text is not None and made.text.best("en") == "Send the offer"
    assert made.due is not None and made.owner_id is not None
    report.show("steps")
    report.page.part.table.choose([made.id])  # type: ignore[attr-defined]
    report.do("step_done")
    report.do("step_reminders")
    assert report.record.followups[0].state is FollowUpState.DONE
    count = len(report.record.followups)
    assert count > 1
    report.do("step_reminders")
    assert len(report.record.followups) == count


def test_somebody_met_who_is_known_is_not_added_twice(report: Report, dialog: Dialog, qtbot: QtBot) -> None:
    view = report.show("contacts")
    people = report.people
    report.do("list_new")
    form = cast("MeetDialog", dialog("meet_dialog"))
    for field, text in ((form.given, "Bo"), (form.family, "Neri"), (form.email, "bo@example.org")):
        field.setText(text)
    qtbot.waitUntil(lambda: form.into.chosen() is not None)
    assert "Bo Neri" in form.told.text()
    form.done_button.click()
    report.settle()
    assert len([*report.record.contacts_made]) == 1
    assert view.model.value_of(view.table.chosen_ids()[0], "person_id").name == "Bo Neri"
    report.do("list_new")
    form = cast("MeetDialog", dialog("meet_dialog"))
    form.done_button.click()
    assert form.fields["family"].fault.text()
    form.family.setText("Zubiri")
    form.work.setText("The Lab")
    form.done_button.click()
    report.settle()
    assert len([*report.record.contacts_made]) == 2
    assert report.people == people + 1
    figures: FiguresView = report.show("figures")
    assert figures.cards["contacts"].figure == "2"
    assert figures.cards["attendance"].figure == "–"
    assert [(one.name, one.text) for one in figures.aims.bars] == [("People met", "2 of 4")]
    assert figures.measure.chosen() == "contacts"


def test_answers_and_photos_come_from_files(report: Report, dialog: Dialog, answers: Any, tmp_path: Path) -> None:
    view = report.show("survey")
    answers.path = tmp_path / "answers.csv"
    answers.path.write_text("Name,How was it?\nAnna Neri,5\nSomebody,4\n", "utf-8")
    report.do("import_answers")
    asked = cast("Any", dialog("question"))
    assert report.record.survey_answers == ()
    asked.accept()
    report.settle()
    assert view.model.rowCount() == 1 and str(view.model.value_of(view.model.row(0).id, "mean")) == "4.5"
    assert "Somebody" in report.window.toast.text()
    photos(report, answers, tmp_path)


def photos(report: Report, answers: Any, tmp_path: Path) -> None:
    """Add two photos, clear one, put it first, delete it and take that back."""
    view: PhotosView = report.show("photos")
    for number in range(2):
        answers.path = tmp_path / f"{number}.png"
        Image.new("RGB", (60, 40), (number * 80, 90, 40)).save(answers.path)
        report.do("add_photos")
    first, second = (one.id for one in report.record.photos)
    until(lambda: len(view.model.photos) == 2)
    view.grid.choose([second])
    view.form.caption.setPlainText("At the lab")
    view.form.caption.commit()
    view.form.cleared.click()
    until(lambda: report.window.actions_["photo_earlier"].isEnabled())
    report.do("photo_earlier")
    found = report.record.photos
    assert [one.id for one in found] == [second, first]
    assert found[0].cleared and found[0].caption is not None and found[0].caption.best("en") == "At the lab"
    assert "Not cleared" in view.model.spoken(1) and "May be printed" in view.model.spoken(0)
    assert view.model.thumbnail(0) is not None
    report.do("delete_photos")
    report.do("undo")
    assert len(report.record.photos) == 2


def test_every_part_is_there_and_the_report_is_a_document(report: Report) -> None:
    assert report.page.names == list(PARTS)
    for part in ("agreements", "notes"):
        view = report.show(part)
        assert view.model.rowCount() == 0
        assert view.edits.source.create_from is not None
    assert report.page.heading().facts == "0 notes"
    assert report.window.actions_["report"].shortcut().toString() == "Ctrl+9"
    report.do("produce_report")
    assert report.window.page == "documents"
    report.window.commands.show_item(report.window.ctx.mission.plan.items[0].id)  # type: ignore[union-attr]
    report.window.places.go_back()
    report.window.places.go_back()
    assert report.page.shown == "notes"
