"""Looking at the agenda: board, day and list, as whom, which kinds, which clocks, find and findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.agenda import seeing
from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import fixing
from tests.windows import CTRL, SHIFT, Desk

Key = Qt.Key
LAB = "Visit to the lab"


def test_letters_turn_the_board_and_escape_comes_back_from_the_list(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_D)
    assert desk.page.views.view == "one_day"
    assert desk.board.view_state().days == (desk.plan.days[0],)
    desk.key(Key.Key_L)
    assert desk.page.table.hasFocus()
    assert desk.chosen() == [LAB]
    desk.key(Key.Key_Escape)
    assert desk.page.views.view == "one_day"
    assert desk.board.hasFocus()
    desk.key(Key.Key_W)
    assert desk.board.view_state().days is None
    assert desk.chosen() == [LAB]


def test_letters_do_nothing_elsewhere_and_nowhere_once_they_are_switched_off(desk: Desk) -> None:
    desk.choose(LAB)
    desk.page.inspect()
    assert desk.page.inspector.isAncestorOf(desk.focused())
    desk.key(Key.Key_L)
    desk.key(Key.Key_S)
    assert desk.page.views.view == "whole_mission"
    desk.page.take_focus()
    desk.window.ctx.appearance.choose_letters(False)
    desk.key(Key.Key_L)
    assert desk.page.views.view == "whole_mission"
    desk.key(Key.Key_F2)
    assert desk.board.findChild(QLineEdit, "board_title") is not None


def test_days_turn_by_keys_and_by_their_heads(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_D)
    desk.key(Key.Key_PageDown, CTRL)
    assert desk.page.day() == desk.plan.days[1]
    desk.key(Key.Key_PageDown, CTRL)
    desk.key(Key.Key_PageDown, CTRL)
    assert desk.page.day() == desk.plan.days[2]
    desk.key(Key.Key_PageUp, CTRL)
    assert desk.page.day() == desk.plan.days[1]
    desk.board.day_wanted.emit(desk.plan.days[1])
    assert desk.page.views.view == "whole_mission"
    desk.board.day_wanted.emit(desk.plan.days[2])
    assert desk.board.view_state().days == (desk.plan.days[2],)


def test_what_another_day_or_a_filter_hides_comes_into_sight_when_it_is_wanted(sample: Desk) -> None:
    sample.choose("Check-out")
    sample.key(Key.Key_D)
    sample.page.views.show_kinds({ItemKind.HOTEL})
    sample.choose("Coffee break and official photograph")
    assert sample.chosen() == ["Coffee break and official photograph"]
    assert sample.page.day() == sample.plan.days[1]
    assert sample.page.views.kinds is None


def viewer(desk: Desk, kind: str) -> seeing.Viewer:
    found = seeing.viewers(desk.plan, desk.window.ctx.wording)
    return next(one for one in found if one.kind == kind)


@pytest.mark.parametrize("kind", [seeing.PERSON, seeing.GROUP, seeing.ORGANISATION, seeing.PLACE, seeing.VEHICLE])
def test_seen_as_somebody_the_others_fade_until_everyone_is_seen(sample: Desk, kind: str) -> None:
    wanted = viewer(sample, kind)
    sample.key(Key.Key_V)
    chooser = sample.dialog()
    assert isinstance(chooser, Chooser)
    chooser.search.setText(wanted.name)
    sample.key(Key.Key_Return)
    sample.come_back()
    seen = sample.page.views.viewer
    assert seen is not None
    mine = seeing.items_of(sample.plan, seen)
    assert 0 < len(mine) < len(sample.plan.items)
    assert {sample.board.stage.rows[place].id for place in sample.board.scene.mine or ()} == mine
    assert sample.page.findChild(type(sample.page.tools.add), "new_item_button") is not None
    sample.page.take_focus()
    sample.key(Key.Key_V, SHIFT)
    assert sample.page.views.viewer is None
    assert sample.board.scene.mine is None


def test_kinds_are_hidden_and_what_is_hidden_is_not_chosen_with_the_day(sample: Desk) -> None:
    sample.choose("Networking lunch with the Basque clusters")
    sample.page.tools.kinds_chosen.emit(set(ItemKind) - {ItemKind.MEAL})
    shown = [one.title for one in sample.board.stage.rows if one.id in set(sample.page.chosen())]
    assert shown == []
    sample.choose("Coffee break and official photograph")
    sample.key(Key.Key_A, CTRL)
    assert sample.page.chosen()
    assert not any(sample.plan.item(one).kind is ItemKind.MEAL for one in sample.page.chosen())  # type: ignore[union-attr]
    assert sample.page.views.kinds is not None


def test_the_list_hides_the_same_kinds_and_fades_the_same_items(sample: Desk) -> None:
    table = sample.page.table
    sample.do("list_view")
    sample.page.views.show_kinds({ItemKind.MEAL})
    shown = [row for place, row in enumerate(sample.board.stage.rows) if not table.isRowHidden(place)]
    assert {row.item.kind for row in shown} == {ItemKind.MEAL}
    sample.page.views.show_kinds(None)
    assert not any(table.isRowHidden(place) for place in range(len(sample.plan.items)))
    group = viewer(sample, seeing.GROUP)
    sample.page.views.see_as(group)
    faded = {row.id for row in sample.board.stage.rows if table.faded(row)}
    assert faded == {item.id for item in sample.plan.items} - seeing.items_of(sample.plan, group)
    table.viewport().grab()


def test_all_of_the_day_of_the_mission_and_of_a_kind_are_chosen(sample: Desk) -> None:
    sample.choose("Networking lunch with the Basque clusters")
    sample.key(Key.Key_A, CTRL)
    assert len(sample.page.chosen()) == len(sample.plan.items_on(sample.plan.days[1]))
    sample.key(Key.Key_A, CTRL | SHIFT)
    assert len(sample.page.chosen()) == len(sample.plan.items)
    sample.choose("Networking lunch with the Basque clusters")
    sample.do("choose_kind")
    assert set(sample.page.chosen()) == {one.id for one in sample.plan.items if one.kind is ItemKind.MEAL}


@pytest.mark.qt_log_ignore("plugin does not support")
def test_a_second_clock_comes_and_goes(desk: Desk) -> None:
    desk.page.take_focus()
    desk.key(Key.Key_Z)
    assert desk.page.views.zone
    second = desk.board.stage.scene.second
    assert second is not None
    assert second[0] == desk.page.views.zone
    desk.key(Key.Key_Z)
    assert desk.board.stage.scene.second is None
    desk.page.tools.clock.click()
    menu = desk.page.tools.findChild(QMenu, "clock_menu")
    assert menu is not None
    menu.actions()[-1].trigger()
    menu.close()
    desk.settle()
    chooser = desk.dialog()
    assert isinstance(chooser, Chooser)
    chooser.search.setText("Tokyo")
    desk.key(Key.Key_Return)
    assert desk.page.views.zone == "Asia/Tokyo"
    assert "Tokyo" in desk.page.tools.clock.accessibleName()


def test_hours_grow_shrink_and_fit_by_keys(desk: Desk) -> None:
    desk.page.take_focus()
    before = desk.board.zoom
    desk.key(Key.Key_Plus)
    assert desk.board.zoom > before
    desk.key(Key.Key_Minus)
    desk.key(Key.Key_Minus)
    assert desk.board.zoom < before
    desk.key(Key.Key_0)
    assert desk.board.scene.scale.content_height <= desk.board.scene.scale.body.height + 1


def test_find_shows_what_holds_a_text_and_escape_goes_back_to_it_on_the_board(desk: Desk) -> None:
    desk.choose("Breakfast")
    desk.key(Key.Key_F, CTRL)
    desk.write("lab")
    assert desk.page.find_bar.count.text() == "1 of 1"
    assert desk.chosen() == [LAB]
    desk.key(Key.Key_Escape)
    assert desk.page.views.view == "whole_mission"
    assert desk.board.hasFocus()
    assert desk.chosen() == [LAB]


def test_back_and_forward_bring_back_how_one_looked(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_D)
    desk.key(Key.Key_Z)
    desk.window.show_page("documents")
    desk.settle()
    desk.do("back")
    assert desk.page.views.view == "one_day"
    assert desk.page.views.zone
    assert desk.chosen() == [LAB]


def test_a_new_language_keeps_how_one_looked(
    sample: Desk, settled: Callable[[MainWindow], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.choose("Coffee break and official photograph")
    sample.key(Key.Key_D)
    sample.page.views.see_as(viewer(sample, seeing.GROUP))
    sample.window.ctx.appearance.choose_language("it")
    settled(sample.window)
    after = Desk(sample.window, settled, monkeypatch)
    assert after.page.views.view == "one_day"
    assert after.page.views.viewer is not None
    assert [after.plan.item(one) for one in after.page.chosen()] == [
        after.item("Coffee break and official photograph")
    ]


# -- findings --------------------------------------------------------------------------------------


def test_f8_goes_through_the_findings_and_says_them(sample: Desk) -> None:
    first = sample.page.strip.current
    sample.key(Key.Key_F8)
    now = sample.page.strip.current
    assert now is not None
    assert now is not first
    assert set(sample.page.chosen()) == set(now.items)
    assert sample.said[-1] == sample.page.strip.sentence(now)
    sample.key(Key.Key_F8, SHIFT)
    assert sample.page.strip.current is first
    assert sample.board.hasFocus()


def test_a_finding_is_accepted_with_a_reason_and_comes_back_by_undo(sample: Desk) -> None:
    count = len(sample.page.strip.findings)
    sample.key(Key.Key_F8)
    sample.do("accept_issue")
    sample.press("form_done")
    form = sample.dialog()
    reason = form.findChild(QLineEdit, "reason")
    assert reason is not None
    reason.setText("Agreed with both hosts")
    sample.press("form_done")
    sample.come_back()
    assert len(sample.page.strip.findings) == count - 1
    assert sample.toast == "Issue accepted."
    sample.undo()
    assert len(sample.page.strip.findings) == count


def test_a_fix_is_applied_by_its_key_as_one_step(sample: Desk) -> None:
    strip, mission = sample.page.strip, sample.window.ctx.mission
    mission.findings = fixing.with_fixes(sample.plan, mission.findings, language="en")
    mission.checked.emit()
    for _ in strip.findings:
        if sample.window.actions_["apply_fix"].isEnabled():
            break
        sample.key(Key.Key_F8)
    finding = strip.current
    assert finding is not None
    assert finding.fixes
    before = sample.steps
    sample.key(Key.Key_Period, CTRL)
    assert sample.steps == before + 1
    assert finding.identity not in {one.identity for one in strip.findings}
    sample.undo()
    assert finding.identity in {one.identity for one in strip.findings}


def test_where_nothing_is_found_one_click_brings_all_back(desk: Desk) -> None:
    desk.key(Key.Key_L)
    desk.key(Key.Key_F, CTRL)
    desk.write("volcano")
    QApplication.processEvents()  # buttons come into sight an event after they were made
    found = desk.page.table.findChildren(QPushButton, "agenda_clear_filter")
    (clear,) = (one for one in found if one.isVisible())
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.page.table.sought == "" and desk.page.find_bar.line.text() == ""
    assert not clear.isVisible()
