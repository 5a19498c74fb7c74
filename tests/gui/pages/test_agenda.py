"""The agenda page as a whole: what it shows, its parts, its menu, its beginning, and what goes wrong."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from missionplanner.base import paths
from missionplanner.gui import app
from missionplanner.gui.actions import SPECS
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import missions
from missionplanner.services.programme import agenda
from tests.windows import ALT, CTRL, Desk, agenda_of

Key = Qt.Key
LAB = "Visit to the lab"
MINE = [spec for spec in SPECS if spec.page == "agenda"]


def test_keys_of_the_page_work_on_the_board_on_the_list_and_where_it_is_empty(desk: Desk) -> None:
    local = {desk.window.actions_[spec.name] for spec in MINE if spec.local}
    for part in (desk.board, desk.page.table, desk.page.empty):
        assert local <= set(part.actions())


def test_what_needs_items_waits_until_some_are_chosen(desk: Desk) -> None:
    # Groups have no actions in a mission without any.
    mine = [spec.name for spec in MINE if spec.needs == "items" and not spec.name.startswith("group_")]
    desk.board.choose([])
    assert not any(desk.window.actions_[name].isEnabled() for name in mine)
    desk.choose(LAB)
    assert all(desk.window.actions_[name].isEnabled() for name in mine)
    assert not desk.window.actions_["group_1"].isEnabled()


def test_a_page_that_was_left_follows_once_it_is_seen_again(desk: Desk) -> None:
    plan = desk.window.ctx.mission.plan
    assert plan is not None
    before = desk.board.model().rowCount()
    desk.window.show_page("documents")
    desk.window.ctx.run_edit(lambda ws: agenda.delete(ws, plan.mission.code, [plan.items[0].id]))
    desk.window.ctx.mission.reread()
    assert desk.board.model().rowCount() == before, "nobody looks at it"
    desk.window.show_page("agenda")
    assert desk.board.model().rowCount() == before - 1


# -- the inspector ---------------------------------------------------------------------------------


def test_the_inspector_follows_what_is_chosen_closes_and_comes_back_with_enter(desk: Desk) -> None:
    desk.window.resize(1440, 900)
    desk.choose(LAB)
    inspector = desk.page.inspector
    assert inspector.form.title.text() == LAB
    desk.key(Key.Key_Down)
    assert inspector.form.title.text() == "Meeting with the agency"
    close = inspector.findChild(QAbstractButton, "close_inspector")
    assert close is not None
    close.click()
    assert not inspector.isVisible()
    assert desk.board.hasFocus()
    desk.key(Key.Key_Up)
    assert not inspector.isVisible()
    desk.key(Key.Key_Return)
    assert inspector.isVisible()
    assert inspector.form.title.hasFocus()
    desk.key(Key.Key_Escape)
    assert desk.board.hasFocus()
    assert inspector.isVisible()


def test_in_a_narrow_window_the_inspector_lies_over_the_board_while_it_is_asked_for(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    desk.settle()
    desk.choose(LAB)
    inspector, width = desk.page.inspector, desk.board.width()
    assert not inspector.isVisible()
    desk.key(Key.Key_Return)
    assert inspector.isVisible()
    assert inspector.geometry().right() == desk.page.rect().right()
    assert desk.board.width() == width
    desk.key(Key.Key_Escape)
    assert not inspector.isVisible()
    assert desk.board.hasFocus()
    desk.window.resize(1440, 900)
    desk.settle()
    assert inspector.isVisible()
    assert desk.board.geometry().right() < inspector.x()


# -- menus, parts ----------------------------------------------------------------------------------


def menu_of(desk: Desk) -> list[str]:
    found = desk.page.findChildren(QMenu, "board_menu")[-1]
    names = [action.objectName() for action in found.actions() if not action.isSeparator()]
    found.close()
    return names


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("view", ["whole_mission", "list_view"])
def test_the_menu_comes_by_mouse_and_by_key(desk: Desk, view: str) -> None:
    desk.do(view)
    desk.choose(LAB)
    part = desk.page.focus_part()
    room = desk.board.viewport() if view == "whole_mission" else desk.page.table.viewport()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(400, 200), part.mapToGlobal(QPoint(400, 200)))
        QApplication.sendEvent(room, event)
        assert {"move_item", "split", "delete_items", "copy_message"} <= set(menu_of(desk))
    desk.board.choose([])
    QApplication.sendEvent(room, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), QPoint(4, 4)))
    assert {"new_item", "paste", "templates"} <= set(menu_of(desk))


def test_f6_goes_through_the_parts_of_the_window_and_back_to_the_board(desk: Desk) -> None:
    desk.window.resize(1440, 900)
    desk.choose(LAB)
    been = []
    for _ in range(6):
        desk.key(Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        parts = (desk.window.rail, desk.window.header, *desk.page.regions())
        been.append(
            next((part.objectName() for part in parts if part is focused or part.isAncestorOf(focused)), "")
        )
    assert "board" in been
    assert {"inspector", "agenda_tools"} <= set(been)


# -- the hint of the sample ------------------------------------------------------------------------


@pytest.fixture
def first_look(
    composed: Callable[..., MainWindow],
    sample_template: Path,
    settled: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    """Open the sample where it belongs, for somebody who never saw it."""
    window = composed(width=1440, height=900)
    path = paths.sample_workspace().resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(sample_template, path)
    app.begin(window, path)
    settled(window)
    window.open_mission("ER-EUS-2025")
    settled(window)
    return Desk(window, settled, monkeypatch)


def test_the_hint_points_at_a_block_in_sight_until_the_first_edit(first_look: Desk) -> None:
    mark = agenda_of(first_look.window)._hint.mark
    QTest.qWait(1)
    assert mark.isVisible()
    assert mark.accessibleName() == "Drag a block, or press Alt+↑/↓"
    first_look.key(Key.Key_Down)
    first_look.choose("Coffee break and official photograph")
    first_look.key(Key.Key_Down, ALT)
    assert not mark.isVisible()
    assert first_look.window.ctx.settings.values.coached
    first_look.undo()
    assert not mark.isVisible()


def test_elsewhere_than_on_the_sample_there_is_no_hint(desk: Desk) -> None:
    assert not desk.page._hint.mark.isVisible()


# -- an empty programme ----------------------------------------------------------------------------


@pytest.fixture
def bare(desk: Desk) -> Desk:
    """Open a mission of four days without items."""
    workspace = desk.window.ctx.workspace
    assert workspace is not None
    first = dt.date(2025, 9, 1)
    draft = missions.MissionDraft(
        title="Mission to Porto", start=first, end=first + dt.timedelta(days=3), zone="Europe/Lisbon", code="OPO"
    )
    missions.create(workspace, draft)
    desk.window.open_mission("OPO")
    desk.settle()
    desk.page.take_focus()
    return desk


def test_an_empty_mission_offers_three_ways_to_start(bare: Desk) -> None:
    assert bare.page.empty.isVisible()
    assert not bare.board.isVisible()
    assert not bare.page.inspector.isVisible()
    starts = [one for one in bare.page.empty.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.accessibleName() for one in starts] == [
        "3 days: visits and B2B",
        "2 institutional days",
        "Paste or import",
    ]
    assert starts[0].hasFocus()


def test_a_template_of_three_days_fills_it_and_undo_empties_it(bare: Desk) -> None:
    bare.key(Key.Key_Space)
    assert bare.board.isVisible()
    assert bare.board.hasFocus()
    assert len({one.date for one in bare.plan.items} - {None}) == 3
    bare.undo()
    assert bare.page.empty.isVisible()
    assert bare.page.empty.isAncestorOf(bare.focused())


def test_two_institutional_days_fill_it(bare: Desk) -> None:
    bare.press("start_two_days")
    assert len({one.date for one in bare.plan.items} - {None}) == 2


def test_what_was_copied_is_pasted_and_n_adds_the_first_item(bare: Desk) -> None:
    bare.key(Key.Key_N)
    bare.write("Welcome")
    bare.key(Key.Key_Return)
    assert bare.times("Welcome") == "09:00–10:00"
    bare.key(Key.Key_C, CTRL)
    bare.key(Key.Key_Delete)
    assert bare.page.empty.isVisible()
    bare.press("start_take_in")
    assert bare.times("Welcome") == "09:00–10:00"


# -- what goes wrong -------------------------------------------------------------------------------


def test_a_busy_workspace_is_said_and_nothing_is_lost(desk: Desk) -> None:
    assert desk.window.ctx.path is not None
    other = sqlite3.connect(desk.window.ctx.path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        desk.choose(LAB)
        desk.key(Key.Key_Delete)
        assert "Another program is writing" in desk.toast
        assert desk.times(LAB) == "09:00–10:30"
    finally:
        other.close()


def test_what_another_program_writes_comes_into_sight(desk: Desk) -> None:
    from missionplanner.services import workspace
    from missionplanner.services.programme import agenda

    assert desk.window.ctx.path is not None
    desk.choose(LAB)
    with workspace.open_workspace(desk.window.ctx.path) as other:
        agenda.delete(other, "BIO", [desk.item("Dinner").id])
    desk.window.ctx.hub.look()
    desk.settle()
    assert desk.items("Dinner") == []
    assert desk.chosen() == [LAB]
