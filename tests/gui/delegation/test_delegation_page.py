"""The delegation on screen: places get names, one takes the place of another, order, privacy, groups, undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus
from missionplanner.gui.delegation.dialogs import AddDelegates, AddPlaces, WhoDialog
from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.delegation import DelegationPage
from missionplanner.gui.pages.overview import OverviewPage
from missionplanner.gui.tables.values import MASK
from missionplanner.services.delegates import delegation
from tests.stage import until


class Answers(Protocol):
    path: Path | None


Delegation = Callable[..., DelegationPage]
Dialog = Callable[[str], QWidget]
Plan = Callable[[DelegationPage], MissionPlan]


def texts(page: DelegationPage, key: str) -> list[str]:
    model = page.list.model
    place = model.place_of_column(key)
    return [model.text(row, place) for row in range(model.rowCount())]


def choose(page: DelegationPage, *rows: int) -> None:
    page.list.table.choose([page.list.model.row(row).id for row in rows])
    settle(page)


def settle(page: DelegationPage) -> None:
    """Wait until what an edit told has been read and shown."""
    QApplication.processEvents()
    until(lambda: not page.ctx.jobs.under_way)
    QApplication.processEvents()


def do(page: DelegationPage, name: str) -> None:
    """Do an action as a key or a menu would: only where it can be done."""
    settle(page)
    assert page.actions_[name].isEnabled(), name
    page.actions_[name].trigger()
    settle(page)


def undo(page: DelegationPage) -> None:
    page.actions_["undo"].trigger()
    settle(page)


def test_a_place_gets_its_name_and_undo_takes_it_back(
    delegation_page: Delegation, dialog: Dialog, plan_of: Plan
) -> None:
    page = delegation_page()
    names = ["Anna Rossi", "Bruno Verdi", "Place 1 of 2: Agrifood", "Place 2 of 2: Agrifood"]
    assert texts(page, "person_id") == names
    choose(page, 0)
    assert not page.actions_["name_place"].isEnabled()
    choose(page, 2)
    do(page, "name_place")
    asked = dialog("who_dialog")
    assert isinstance(asked, WhoDialog)
    asked.finder.setText("Anna Rossi")
    asked.done_button.click()
    assert "in the delegation already" in asked.fields["person_id"].fault.text()
    asked.finder.setText("Carla Neri")
    asked.done_button.click()
    assert "not in the directory" in asked.fields["person_id"].fault.text()
    asked.finder.created.emit("Carla Neri")
    asked.done_button.click()
    assert texts(page, "person_id")[2] == "Carla Neri"
    assert texts(page, "organisation_id")[2] == "Agrifood"
    undo(page)
    assert [plan_of(page).is_named(one) for one in plan_of(page).delegates] == [True, True, False, False]
    assert texts(page, "person_id")[2] == names[2]


def test_people_and_places_are_added_in_one_step(
    delegation_page: Delegation, dialog: Dialog, plan_of: Plan
) -> None:
    page = delegation_page(filled=False)
    page.list.empty.add_wanted.emit()
    asked = dialog("add_delegates")
    assert isinstance(asked, AddDelegates)
    asked.done_button.click()
    assert asked.fields["people"].fault.text()
    for name in ("Anna Rossi", "Bruno Verdi"):
        asked.finder.setText(name)
        asked.finder.created.emit(name)
    asked.role.setCurrentIndex(list(asked.role.values).index(DelegateRole.SPEAKER))
    asked.done_button.click()
    assert [one.role for one in plan_of(page).delegates] == [DelegateRole.SPEAKER] * 2
    do(page, "add_places")
    places = dialog("add_places")
    assert isinstance(places, AddPlaces)
    places.finder.setText("Agrifood")
    places.finder.created.emit("Agrifood")
    places.count.setText("many")
    places.done_button.click()
    assert places.fields["count"].fault.text()
    places.count.setText("3")
    places.done_button.click()
    assert len(plan_of(page).delegates) == 5
    undo(page)
    assert texts(page, "person_id") == ["Anna Rossi", "Bruno Verdi"]


def test_somebody_else_comes_instead(delegation_page: Delegation, dialog: Dialog) -> None:
    page = delegation_page()
    choose(page, 0)
    do(page, "replace_delegate")
    asked = dialog("who_dialog")
    assert isinstance(asked, WhoDialog)
    asked.finder.setText("Dario Blu")
    asked.finder.created.emit("Dario Blu")
    asked.done_button.click()
    settle(page)
    assert texts(page, "person_id")[-1] == "Dario Blu"
    assert texts(page, "groups")[-1] == "Industry"
    assert texts(page, "status")[0] == "Replaced by another"


def test_cells_are_edited_together_and_rows_moved_by_keys(delegation_page: Delegation) -> None:
    page = delegation_page()
    model, edits = page.list.model, page.list.edits
    status = model.columns[model.place_of_column("status")]
    ids = [model.row(row).id for row in range(4)]
    assert edits.store(ids, status, "Has confirmed") == ""
    assert texts(page, "status") == ["Has confirmed"] * 4
    email = model.columns[model.place_of_column("email")]
    assert "Nobody is named" in edits.store([ids[2]], email, "a@example.org")
    undo(page)
    assert texts(page, "status") == [""] * 4
    choose(page, 1)
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    settle(page)
    assert texts(page, "person_id")[:2] == ["Bruno Verdi", "Anna Rossi"]
    assert texts(page, "precedence") == ["1", "2", "3", "4"]
    assert page.list.table.currentIndex().row() == 0
    do(page, "delegate_down")
    assert texts(page, "person_id")[:2] == ["Anna Rossi", "Bruno Verdi"]


def test_what_is_sealed_is_shown_on_demand_and_hidden_on_leaving(
    delegation_page: Delegation,
) -> None:
    page = delegation_page()
    anna = page.list.model.row(0).id
    cells = [(anna, "document_expires", dt.date(2030, 1, 31)), (anna, "diet", "vegan")]
    page.ctx.run_edit(lambda ws: delegation.change_cells(ws, cells))
    settle(page)
    assert (texts(page, "diet")[0], texts(page, "document_expires")[0]) == (MASK, MASK)
    page.list.box.show_query("missing:document_expires")
    assert len(texts(page, "person_id")) == 3
    page.list.box.show_query("")
    do(page, "show_private")
    assert (texts(page, "diet")[0], texts(page, "document_expires")[0]) == ("vegan", "31 January 2030")
    page.actions_["agenda"].trigger()
    assert not page.rows.revealed
    assert texts(page, "diet")[0] == MASK


def test_the_chosen_go_into_a_group_and_out(delegation_page: Delegation, dialog: Dialog, plan_of: Plan) -> None:
    page = delegation_page()
    for inside in (["Industry"] * 3 + [""], [""] * 4):
        choose(page, 0, 1, 2)
        do(page, "delegates_to_group")
        asked = dialog("chooser")
        assert isinstance(asked, Chooser)
        asked._finish()
        settle(page)
        assert texts(page, "groups") == inside
    choose(page, 3)
    do(page, "delegates_status")
    asked = dialog("chooser")
    assert isinstance(asked, Chooser)
    asked._finish()
    settle(page)
    assert plan_of(page).delegates[3].status is DelegateStatus.INVITED


def test_groups_are_made_led_and_deleted(delegation_page: Delegation, dialog: Dialog, plan_of: Plan) -> None:
    page = delegation_page()
    page.show_part("groups")
    page.groups.add.click()
    asked = dialog("name_dialog")
    assert isinstance(asked, NameDialog)
    asked._name.setText("industry")
    asked.done_button.click()
    assert "already" in asked.fields["name"].fault.text()
    asked._name.setText("Green")
    asked.done_button.click()
    settle(page)
    assert len(plan_of(page).groups) == 2
    leader = page.groups.findChild(Lookup, "group_leader_0")
    assert leader is not None
    leader.setText("Bruno Verdi")
    leader.commit()
    assert plan_of(page).label(plan_of(page).groups[0].leader_id) == "Bruno Verdi"
    settle(page)
    press(page, "group_show_2")
    assert page.list.model.query == "missing:groups"
    assert len(texts(page, "person_id")) == 3
    page.show_part("groups")
    press(page, "group_delete_0")
    assert len(plan_of(page).groups) == 1
    undo(page)
    assert len(plan_of(page).groups) == 2


def press(page: DelegationPage, name: str) -> None:
    found = [one for one in page.groups.findChildren(QAbstractButton, name) if one.isVisibleTo(page)]
    found[-1].click()
    settle(page)


def test_personal_agendas_are_printed_for_the_chosen_alone(
    delegation_page: Delegation, answers: Answers, tmp_path: Path
) -> None:
    page = delegation_page()
    answers.path = tmp_path / "agendas"
    choose(page, 0, 2)
    do(page, "print_chosen")
    assert [one.name.split("_")[2] for one in (tmp_path / "agendas").iterdir()] == ["Rossi"]


def test_the_overview_leads_to_the_first_place_without_a_name(delegation_page: Delegation, plan_of: Plan) -> None:
    page = delegation_page()
    place = next(one for one in plan_of(page).delegates if not plan_of(page).is_named(one))
    overview = cast("OverviewPage", cast("MainWindow", page.window()).places.page("overview"))
    overview.clock = lambda: dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
    page.actions_["overview"].trigger()
    settle(page)
    line = page.window().findChild(QAbstractButton, "ready_delegates")
    assert line is not None
    line.click()
    settle(page)
    assert page.isVisible()
    assert page.list.table.current_id == place.id
    page.show_part("groups")
    spot = page.place()
    page.show_part("people")
    page.restore(spot)
    assert page.place() == spot


def test_a_delegate_is_given_a_photo_and_a_place_none(
    delegation_page: Delegation, answers: Answers, tmp_path: Path
) -> None:
    page = delegation_page()
    view, image = page.list, QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    answers.path = tmp_path / "anna.png"
    image.save(str(answers.path))
    names = texts(page, "person_id")
    choose(page, names.index("Anna Rossi"))
    pictures = view.details.pictures
    assert pictures is not None
    pictures.choose()
    settle(page)
    anna = view.table.current_id
    assert anna is not None and view.model.held(anna, "photo") and not view.details.portrait._picture.isNull()
    place = next(row for row, name in enumerate(names) if "Agrifood" in name)
    choose(page, place)
    assert view.details.portrait._picture.isNull() and not view.details.portrait.isEnabled()
