"""The page of partners: log, undo, faults said in place, hosts, messages, times, lists of visitors."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import AccessField, AccessState, PartnerState
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.partners import PartnersPage
from missionplanner.gui.partners.log_form import LogDialog
from missionplanner.gui.partners.times_form import TimesDialog
from missionplanner.services import history, missions, workspace
from missionplanner.services.directory import places
from missionplanner.services.partners import partners

Dialog = Callable[[str], QWidget]
Settled = Callable[[MainWindow], None]


@pytest.fixture(scope="session")
def hosted(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the template's mission with a host, its contact, a place with a list, and two delegates."""
    path = tmp_path_factory.mktemp("hosted") / "hosted.mplanner"
    shutil.copy(template, path)
    with workspace.open_workspace(path) as ws:
        plan = missions.plan(ws, "BIO")
        host = r.Organisation(name="BAIC")
        ana = r.Person(given="Ana", family="Etxeberria", organisation_id=host.id, languages=("en",))
        lab = r.Place(name="The Lab", access_fields=(AccessField.NAME, AccessField.EMAIL), notice_days=5)
        people = [r.Person(given=name, family="Neri") for name in ("Anna", "Bo")]
        visit = plan.items[1]
        with ws.edit(N_("Import")) as edit:
            edit.add_all([host, ana, lab, *people])
            edit.add_all(
                r.Delegate(mission_id=plan.mission.id, person_id=one.id, position=number)
                for number, one in enumerate(people)
            )
            edit.add(r.ItemHost(mission_id=plan.mission.id, item_id=visit.id, organisation_id=host.id))
            edit.save(replace(edit.get(r.AgendaItem, visit.id), place_id=lab.id))
    return path


@pytest.fixture
def page(opened: Callable[..., MainWindow], settled: Settled, hosted: Path) -> PartnersPage:
    window = opened(hosted, width=1440, height=900)
    window.open_mission("BIO")
    window.show_page("partners")
    settled(window)
    return cast("PartnersPage", window.places.page("partners"))


def with_host(page: PartnersPage, settled: Settled) -> r.Partner:
    page.hosts.button.click()
    settled(cast("MainWindow", page.window()))
    plan = page.ctx.mission.plan
    assert plan is not None
    return plan.partners[0]


def state(page: PartnersPage) -> object:
    row = page.list.model.row(0)
    return page.list.model.value_of(row.id, "state")


def test_hosts_are_added_by_one_click_and_each_mission_has_its_own(page: PartnersPage, settled: Settled) -> None:
    assert page.list.empty.isVisible()
    assert "BAIC" in page.hosts.words.text
    with_host(page, settled)
    assert page.hosts.isHidden()
    assert page.list.model.text(0, 0) == "BAIC"
    page.actions_["undo"].trigger()
    settled(cast("MainWindow", page.window()))
    assert page.list.model.rowCount() == 0 and page.hosts.isVisible()
    assert page.ctx.workspace is not None
    first, last = dt.date(2026, 5, 4), dt.date(2026, 5, 5)
    draft = missions.MissionDraft(title="Other", start=first, end=last, zone="Europe/Rome", code="OTHER")
    missions.create(page.ctx.workspace, draft)
    other = missions.find(page.ctx.workspace, "OTHER").id
    partners.create_from(page.ctx.workspace, {"organisation_id": "AFM"}, mission_id=other)
    window = cast("MainWindow", page.window())
    window.open_mission("OTHER")
    window.show_page("partners")
    settled(window)
    assert [page.list.model.text(row, 0) for row in range(page.list.model.rowCount())] == ["AFM"]


def test_a_request_is_logged_by_its_key_and_undone_as_one(
    qtbot: QtBot, page: PartnersPage, settled: Settled, dialog: Dialog
) -> None:
    window = cast("MainWindow", page.window())
    partner = with_host(page, settled)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.take_focus()
    QTest.keyClick(page.list.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    form = cast("LogDialog", dialog("log_dialog"))
    form.done_button.click()
    assert "Say what was asked" in form.fields["text"].fault.text()
    form._asked.setPlainText("A visit to the lab?")
    form._who.setText("Ana Etxeberria")
    form._next.setText("no day")
    form.done_button.click()
    assert "not a day" in form.fields["next_day"].fault.text()
    form._next.setText("+7")
    form.done_button.click()
    settled(window)
    assert state(page) is PartnerState.CONTACTED
    plan = page.ctx.mission.plan
    assert plan is not None
    (line,) = plan.of("partner_requests", "partner_id", partner.id)
    assert plan.label(line.person_id) == "Ana Etxeberria"
    assert line.next_day == dt.date.today() + dt.timedelta(days=7)
    page.copy_chase()
    assert QGuiApplication.clipboard().text().startswith("Dear Ana Etxeberria,")
    page.log.answer()
    answer = cast("LogDialog", dialog("log_dialog"))
    answer._answer.setPlainText("Gladly")
    answer.done_button.click()
    settled(window)
    assert state(page) is PartnerState.ANSWERED
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    settled(window)
    assert state(page) is PartnerState.TO_CONTACT
    assert page.list.table.chosen_ids() == [partner.id]


def test_contacts_are_counted_and_notes_remembered(page: PartnersPage, settled: Settled, dialog: Dialog) -> None:
    from missionplanner.gui.partners.contacts import Contacts

    window = cast("MainWindow", page.window())
    partner = with_host(page, settled)
    part = page.list.details.findChild(Contacts)
    assert isinstance(part, Contacts)
    part.entry.created.emit("Jon Ibarra")
    settled(window)
    assert page.list.model.value_of(partner.id, "contacts") == "Jon Ibarra"
    page.memory.add()
    form = cast("FormDialog", dialog("note_dialog"))
    form._text.setPlainText("Promised a demo")  # type: ignore[attr-defined]
    form.done_button.click()
    settled(window)
    assert [one.text for one in page.memory._found or ()] == ["Promised a demo"]
    page.list.box.show_query("missing:contacts")
    assert page.list.model.rowCount() == 0


def test_times_say_what_they_clash_with_and_stand_as_ghosts(
    page: PartnersPage, settled: Settled, dialog: Dialog
) -> None:
    window = cast("MainWindow", page.window())
    with_host(page, settled)
    page.visits.propose()
    form = cast("TimesDialog", dialog("times_dialog"))
    form._times[0].start.setText("11:30")
    form._times[0].end.setText("+60")
    form._times[1].start.setText("15")
    form._look()
    settled(window)
    assert "Meeting with the agency" in form._times[0].verdict.text()
    assert "Meeting" not in form._times[1].verdict.text()
    form.done_button.click()
    settled(window)
    plan = page.ctx.mission.plan
    assert plan is not None and len(plan.item_options) == 2
    choose = next(one for one in page.visits.findChildren(QPushButton) if one.objectName().startswith("choose_"))
    choose.click()
    settled(window)
    assert page.ctx.mission.plan is not None and page.ctx.mission.plan.item_options == ()


def test_a_list_of_visitors_is_marked_cleared_and_saved(
    page: PartnersPage, settled: Settled, dialog: Dialog, answers: object, tmp_path: Path
) -> None:
    window = cast("MainWindow", page.window())
    page.show_part("access")
    settled(window)
    view = page.access.view
    assert view.model.rowCount() == 2
    assert view.model.value_of(view.model.row(0).id, "missing") == (AccessField.EMAIL,)
    page.deeds()["access_sent"]()
    form = cast("FormDialog", dialog("sent_dialog"))
    form.done_button.click()
    settled(window)
    assert "all sent" in page.access._chips_of[0][1]
    view.table.choose([view.model.row(0).id])
    page.deeds()["access_cleared"]()
    settled(window)
    assert view.model.value_of(view.model.row(0).id, "state") is AccessState.CLEARED
    answers.path = tmp_path / "list.csv"  # type: ignore[attr-defined]
    page.deeds()["access_export"]()
    save = cast("FormDialog", dialog("save_list_dialog"))
    save._form.setCurrentIndex(1)  # type: ignore[attr-defined]
    save.done_button.click()
    assert (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()[1].startswith("Anna Neri;")
    assert not save._note.isVisibleTo(save)  # type: ignore[attr-defined]  # all was sent before
    assert page.ctx.workspace is not None
    history.undo(page.ctx.workspace)
    history.undo(page.ctx.workspace)
    settled(window)
    answers.path = tmp_path / "again.csv"  # type: ignore[attr-defined]
    page.deeds()["access_export"]()
    cast("FormDialog", dialog("save_list_dialog")).done_button.click()
    settled(window)
    assert "all sent" in page.access._chips_of[0][1]


def test_where_no_place_wants_a_list_one_begins_there(
    page: PartnersPage, settled: Settled, dialog: Dialog
) -> None:
    window = cast("MainWindow", page.window())
    plan = page.ctx.mission.plan
    assert plan is not None and page.ctx.workspace is not None
    place = next(one for one in plan.places if one.name == "The Lab")
    places.change_cells(page.ctx.workspace, [(place.id, "access_fields", ()), (place.id, "notice_days", None)])
    settled(window)
    page.show_part("access")
    assert page.primary() == "" and page.access._none.isVisible()
    page.access._ask_of(place)
    form = cast("FormDialog", dialog("asks_dialog"))
    form._days.setText("three")  # type: ignore[attr-defined]
    form.done_button.click()
    assert "not a whole number" in form.fields["notice_days"].fault.text()
    form._days.setText("3")  # type: ignore[attr-defined]
    form.done_button.click()
    settled(window)
    assert page.access.shown is not None and page.access.shown.days == 3
