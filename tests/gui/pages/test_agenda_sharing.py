"""The clipboard of the agenda: within a mission, into another, into Word and into a chat."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from missionplanner.services import missions
from missionplanner.services.programme.clipboard import MIME_TYPE
from tests.windows import CTRL, SHIFT, Desk

Key = Qt.Key
LAB, AGENCY = "Visit to the lab", "Meeting with the agency"


def held() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def go_to(desk: Desk, day: int) -> None:
    """Click on free time of a day, late in the evening."""
    from PySide6.QtTest import QTest

    desk.board.verticalScrollBar().setValue(10_000)
    QTest.mouseClick(desk.board.viewport(), Qt.MouseButton.LeftButton, pos=desk.spot(day, "18:30"))


def test_a_copy_holds_items_text_and_a_table(desk: Desk) -> None:
    desk.choose(LAB, AGENCY)
    desk.key(Key.Key_C, CTRL)
    assert held().hasFormat(MIME_TYPE)
    assert LAB in held().text()
    assert "09:00" in held().text()
    assert "<table" in held().html()
    assert AGENCY in held().html()
    assert desk.toast == "2 items copied."


def test_pasted_copies_keep_their_times_on_the_day_of_the_cursor(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_C, CTRL)
    go_to(desk, 1)
    before = desk.steps
    desk.key(Key.Key_V, CTRL)
    assert [one.date for one in desk.items(LAB)] == list(desk.plan.days[:2])
    assert {f"{one.start:%H:%M}" for one in desk.items(LAB)} == {"09:00"}
    assert desk.steps == before + 1
    assert len(desk.page.chosen()) == 1
    desk.undo()
    assert len(desk.items(LAB)) == 1


def test_pasted_onto_others_it_offers_to_come_after_the_last(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_C, CTRL)
    before = desk.steps
    desk.key(Key.Key_V, CTRL)
    assert [f"{one.start:%H:%M}" for one in desk.items(LAB)] == ["09:00", "09:00"]
    desk.press("toast_step_1")
    assert [f"{one.start:%H:%M}" for one in desk.items(LAB)] == ["09:00", "12:00"]
    assert desk.steps == before + 1


def test_paste_after_the_last_begins_when_the_day_ends(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_C, CTRL)
    desk.key(Key.Key_V, CTRL | SHIFT)
    assert [f"{one.start:%H:%M}" for one in desk.items(LAB)] == ["09:00", "12:00"]


def test_what_is_cut_and_pasted_in_its_mission_stays_the_same_item(desk: Desk) -> None:
    item = desk.item(LAB)
    desk.choose(LAB)
    before = desk.steps
    desk.key(Key.Key_X, CTRL)
    assert desk.items(LAB) == [item]
    assert item.id not in {desk.board.stage.rows[place].id for place in desk.board.scene.mine or ()}
    go_to(desk, 2)
    desk.key(Key.Key_V, CTRL)
    assert desk.item(LAB).id == item.id
    assert desk.item(LAB).date == desk.plan.days[2]
    assert desk.times(LAB) == "09:00–10:30"
    assert desk.board.scene.mine is None
    assert desk.steps == before + 1
    desk.undo()
    assert desk.item(LAB).date == desk.plan.days[0]


def test_cut_and_pasted_after_the_last_of_its_day_it_leaves_its_own_gap(desk: Desk) -> None:
    desk.choose(AGENCY)
    desk.key(Key.Key_X, CTRL)
    desk.key(Key.Key_V, CTRL | SHIFT)
    assert desk.times(AGENCY) == "10:30–11:30"


@pytest.mark.parametrize("by", ["escape", "clipboard"])
def test_what_is_cut_stays_where_it_is_once_one_thinks_otherwise(desk: Desk, by: str) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_X, CTRL)
    if by == "escape":
        desk.key(Key.Key_Escape)
        assert desk.toast == "What was cut stays where it is."
        desk.key(Key.Key_V, CTRL)
        assert len(desk.items(LAB)) == 2
    else:
        QGuiApplication.clipboard().setText("something else")
        assert not desk.window.actions_["paste"].isEnabled()
        assert len(desk.items(LAB)) == 1
    assert desk.board.scene.mine is None


def other_mission(desk: Desk) -> None:
    workspace = desk.window.ctx.workspace
    assert workspace is not None
    day = dt.date(2025, 9, 1)
    draft = missions.MissionDraft(title="Mission to Porto", start=day, end=day, zone="Europe/Lisbon", code="OPO")
    missions.create(workspace, draft)
    desk.window.open_mission("OPO")
    desk.settle()
    desk.page.take_focus()


def test_into_another_mission_copies_are_pasted(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_C, CTRL)
    other_mission(desk)
    desk.key(Key.Key_V, CTRL)
    assert desk.times(LAB) == "09:00–10:30"
    desk.window.open_mission("BIO")
    desk.settle()
    assert len(desk.items(LAB)) == 1


def test_cut_into_another_mission_it_leaves_the_first_in_the_same_step(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_X, CTRL)
    other_mission(desk)
    before = desk.steps
    desk.key(Key.Key_V, CTRL)
    assert desk.times(LAB) == "09:00–10:30"
    assert desk.steps == before + 1
    desk.window.open_mission("BIO")
    desk.settle()
    assert desk.items(LAB) == []
    desk.page.take_focus()
    desk.undo()
    assert len(desk.items(LAB)) == 1


def test_an_item_is_copied_as_a_message(desk: Desk) -> None:
    desk.choose(LAB)
    desk.key(Key.Key_C, CTRL | SHIFT)
    assert LAB in held().text()
    assert "09:00" in held().text()
    assert len(held().text()) < 700
    assert desk.toast == "Message copied. Paste it into a chat."
