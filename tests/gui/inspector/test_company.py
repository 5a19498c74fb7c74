"""Where items are, who hosts them and who takes part: chosen, made on the way, taken out again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.vocabulary import ItemRole
from missionplanner.gui.inspector import Inspector
from missionplanner.gui.inspector.roles import Roles
from missionplanner.gui.inspector.takers import TakersDialog
from tests.inspecting import clear, items, press, retype, show, steps, undo

Key = Qt.Key


def test_a_place_is_made_while_it_is_assigned_and_goes_with_one_undo(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    line = inspector.form.where.line
    line.setFocus()
    QTest.keyClicks(line, "BAIC")
    assert line.offered() == ["Create “BAIC”"]
    QTest.keyClick(line, Key.Key_Down)
    QTest.keyClick(line, Key.Key_Return)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.name for one in plan.places] == ["BAIC"]
    assert items(inspector)[1].place_id == plan.places[0].id
    assert steps(inspector) == before + 1
    undo(inspector)
    assert items(inspector)[1].place_id is None


def test_words_that_are_no_place_are_kept_as_they_are(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.where.line, "at the fountain", leave=Key.Key_Tab)
    inspector.form.hosts.line.setFocus()
    assert items(inspector)[1].place_text == "at the fountain"


def test_hosts_are_made_added_and_taken_away(inspector: Inspector) -> None:
    show(inspector, 1)
    hosts = inspector.form.hosts
    hosts.line.created.emit("BAIC")
    press(inspector, "add_host")
    hosts.another.created.emit("SPRI Group")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.name for one in plan.hosts(items(inspector)[1])] == ["BAIC", "SPRI Group"]
    assert hosts.line.text() == "BAIC"
    chip = next(one for one in hosts.findChildren(QAbstractButton) if one.text() == "SPRI Group")
    chip.click()
    clear(hosts.line)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert plan.hosts(items(inspector)[1]) == ()


def test_a_host_nobody_knows_is_refused_in_place(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.hosts.line, "Nobody", leave=Key.Key_Escape)
    inspector.form.hosts.line.setText("Nobody")
    inspector.form.hosts.line.commit()
    assert "Nobody" in inspector.form.hosts.field.fault.text()
    assert inspector.form.hosts.line.text() == "Nobody"


def test_people_get_a_role_another_one_and_go(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.more.unfold(True)
    roles = inspector.form.roles
    roles.line.created.emit("Jon Etxeberria")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    (part,) = plan.item_roles(items(inspector)[1])
    person = plan.person(part.person_id)
    assert person is not None
    assert (person.given, person.family, part.role) == ("Jon", "Etxeberria", ItemRole.SPEAKER)
    choose_role(roles, ItemRole.INTERPRETER)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.role for one in plan.item_roles(items(inspector)[1])] == [ItemRole.INTERPRETER]
    press(roles, "role_out_0")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert plan.item_roles(items(inspector)[1]) == ()


def choose_role(roles: Roles, role: ItemRole) -> None:
    from missionplanner.gui.forms.controls import Choice

    control = roles.findChild(Choice, "role_0")
    assert control is not None
    control.setCurrentIndex(control.values.index(role))
    control.activated.emit(control.currentIndex())


def test_groups_are_pressed_in_and_out(full: Callable[..., Inspector]) -> None:
    inspector = full()
    place = next(number for number, one in enumerate(items(inspector)) if not one.audience_limited)
    show(inspector, place)
    identity = items(inspector)[place].id
    press(inspector, "group_1")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    item = plan.item(identity)
    assert item is not None
    assert [one.id for one in plan.item_groups(item)] == [plan.groups[0].id, plan.groups[2].id]
    press(inspector, "group_everyone")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    item = plan.item(identity)
    assert item is not None
    assert not item.audience_limited


def test_who_takes_part_is_ticked_one_by_one(
    qtbot: QtBot, full: Callable[..., Inspector], dialog: Callable[[str], QWidget]
) -> None:
    inspector = full()
    place = next(number for number, one in enumerate(items(inspector)) if not one.audience_limited)
    show(inspector, place)
    press(inspector, "choose_takers")
    shown = dialog("takers_dialog")
    assert isinstance(shown, TakersDialog)
    first = shown.list.item(0)
    name = first.text().split("  ·  ")[0]
    first.setCheckState(Qt.CheckState.Unchecked)
    press(shown, "form_done")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert len(plan.audience(items(inspector)[place])) == len(plan.everyone) - 1
    without = inspector.findChild(QLabel, "takers_without")
    assert without is not None
    assert without.text() == f"Without {name}"
