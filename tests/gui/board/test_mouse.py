"""What the mouse does on the board: one drag is one request, Esc is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing
from missionplanner.gui.board.dragging import New
from missionplanner.gui.board.ghost_paint import bubble_box
from tests.factories import date_of, item, plan, uid

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Shower = Callable[..., Any]


@pytest.fixture
def board(shown: Shower, three_groups: MissionPlan) -> Any:
    return shown(three_groups)


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def test_a_drag_down_moves_by_steps_of_five_minutes_and_asks_once(board: Any) -> None:
    start = board.middle("Plenary")
    board.drag(start, start + QPoint(0, round(board.board.hour * 32 / 60)))
    assert board.told == [("placed", [Placing(uid("item:Plenary"), date_of(1), clock("09:30"))])]
    assert board.titles() == ["Plenary"]


def test_alt_moves_by_minutes_and_shift_keeps_the_time(board: Any) -> None:
    start = board.middle("Plenary")
    board.drag(start, start + QPoint(0, round(board.board.hour * 32 / 60)), ALT)
    across = QPoint(round(board.board.scene.scale.day_width), 60)
    board.drag(start, start + across, SHIFT)
    times = [(one[0].date, one[0].start) for _, one in board.told]
    assert times[0][1].minute % 5 != 0
    assert times[1] == (date_of(2), clock("09:00"))


def test_a_drag_to_another_lane_is_for_that_group_and_one_with_ctrl_a_copy(board: Any) -> None:
    start = board.middle("Factory")
    lane = QPoint(round(board.board.scene.scale.lane_width), 0)
    board.drag(start, start + lane * 2, CTRL)
    digital = board.plan.groups[2].id
    assert board.told == [
        ("copied", [Placing(uid("item:Factory"), date_of(1), clock("10:30"), groups=(digital,))])
    ]


def test_escape_leaves_everything_as_it_was(board: Any) -> None:
    start = board.middle("Plenary")
    board.drag(start, start + QPoint(0, 120), drop=False)
    assert board.board.gestures.under_way
    board.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(board.board.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 120))
    assert board.told == []
    assert not board.board.scene.lifted


def test_what_is_locked_stays_and_what_is_dropped_where_it_was_asks_for_nothing(board: Any) -> None:
    board.drag(board.middle("Flight"), board.middle("Flight") + QPoint(0, 90))
    board.drag(board.middle("Plenary"), board.middle("Plenary") + QPoint(0, 1))
    assert board.told == []


@pytest.mark.parametrize(("edge", "start", "end"), [("bottom", "09:00", "10:30"), ("top", "09:30", "10:00")])
def test_an_edge_stretches_and_never_under_five_minutes(board: Any, edge: str, start: str, end: str) -> None:
    rect = board.board.visualRect(board.model.index(board.place("Plenary"), 0))
    held = QPoint(rect.center().x(), rect.bottom() - 1 if edge == "bottom" else rect.top() + 2)
    half = QPoint(0, round(board.board.hour / 2))
    board.drag(held, held + half)
    board.drag(held, held - half * 6 if edge == "bottom" else held + half * 6)
    (_, (first,)), (_, (second,)) = board.told
    assert (first.start, first.end) == (clock(start), clock(end))
    assert (dt.datetime.combine(second.end_date, second.end) - dt.datetime.combine(second.date, second.start)) == (
        dt.timedelta(minutes=5)
    )


def test_a_drag_on_free_time_draws_a_new_item_for_its_lane(board: Any) -> None:
    board.drag(board.at(2, 10 * 60, 1.5), board.at(2, 11 * 60 + 15, 1.5))
    green = board.plan.groups[1].id
    assert board.told == [("create_wanted", New(board.plan.days[2], clock("10:00"), clock("11:15"), (green,)))]


def test_a_new_item_may_reach_midnight_and_a_moved_one_stays_within_the_mission(shown: Shower) -> None:
    made = plan(item("21:00", "22:30", "Late", day=3), item("23:30", "23:55", "Last", day=3))
    board = shown(made, height=900)
    board.board.verticalScrollBar().setValue(10_000)
    QApplication.processEvents()
    board.drag(board.at(0, 23 * 60 + 20), board.at(0, 24 * 60 - 1))
    start = board.middle("Late")
    board.drag(start, start + QPoint(300, round(board.board.hour * 2)))
    (_, new), (_, (placing,)) = board.told
    assert (new.start, new.end) == (clock("23:20"), clock("00:00"))
    assert (placing.date, placing.start) == (date_of(3), clock("22:30"))


def test_items_come_from_the_shelf_and_go_back_to_it(board: Any) -> None:
    board.drag(board.middle("Idea"), board.at(1, 12 * 60 + 10))
    board.drag(board.middle("Plenary"), board.middle("Idea"))
    assert board.told == [
        ("placed", [Placing(uid("item:Idea"), date_of(2), clock("12:00"), clock("13:00"), date_of(2))]),
        ("placed", [Placing(uid("item:Plenary"), None, None)]),
    ]


def test_the_top_of_a_day_takes_the_time_away_and_its_hours_give_one(board: Any) -> None:
    chip = board.middle("Walk")
    board.drag(chip, board.at(1, 15 * 60 + 10))
    board.drag(board.middle("Lunch"), chip)
    assert board.told == [
        ("placed", [Placing(uid("item:Walk"), date_of(2), clock("15:00"), clock("16:00"), date_of(2))]),
        ("placed", [Placing(uid("item:Lunch"), date_of(1), None)]),
    ]


def test_several_go_together_and_keep_their_distance(board: Any) -> None:
    board.board.choose([uid("item:Plenary"), uid("item:Lunch"), uid("item:Flight")])
    start = board.middle("Lunch")
    board.drag(start, start + QPoint(0, round(board.board.hour)))
    ((_, placings),) = board.told
    assert [(one.item_id, one.start) for one in placings] == [
        (uid("item:Plenary"), clock("10:00")),
        (uid("item:Lunch"), clock("13:00")),
    ]


def test_what_it_would_clash_with_is_said_while_it_is_carried(board: Any) -> None:
    board.board.judge = lambda placings: f"overlaps {len(placings)}"
    start = board.middle("Plenary")
    board.drag(start, start + QPoint(0, round(board.board.hour)), drop=False)
    carried = board.board.gestures.carried
    assert carried.words == "10:00 – 11:00   1 h   ·   overlaps 1"
    assert carried.wrong
    board.board.viewport().grab()
    carried.words += ", and much else that it overlaps" * 9
    box = bubble_box(carried, board.board.scene.ink, board.board.scene.scale)
    assert box.right <= board.board.viewport().width()


def test_clicks_choose_add_and_draw_around(board: Any) -> None:
    room, left = board.board.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(room, left, pos=board.middle("Factory"))
    QTest.mouseClick(room, left, CTRL, board.middle("Forest"))
    assert board.titles() == ["Factory", "Forest"]
    QTest.mouseClick(room, left, CTRL, board.middle("Forest"))
    assert board.titles() == ["Factory"]
    board.drag(board.at(0, 8 * 60 + 30, 2.5), board.at(0, 12 * 60 + 30, 0.2), SHIFT)
    assert board.titles() == ["Plenary", "Factory", "Forest", "Lunch"]
    QTest.mouseClick(room, left, pos=board.at(2, 12 * 60))
    assert board.titles() == []
    assert board.told == []


def test_a_double_click_renames_at_the_title_opens_below_it_and_adds_on_free_time(board: Any) -> None:
    room, left = board.board.viewport(), Qt.MouseButton.LeftButton
    rect = board.board.visualRect(board.model.index(board.place("Second day"), 0))
    QTest.mouseDClick(room, left, pos=QPoint(rect.center().x(), rect.bottom() - 8))
    assert board.told == [("opened", uid("item:Second day"))]
    QTest.mouseDClick(room, left, pos=QPoint(rect.center().x(), rect.top() + 12))
    field = board.board.findChild(QLineEdit, "board_title")
    assert field.text() == "Second day"
    typed: list[object] = []
    board.model.edited.connect(lambda *what: typed.append(what))
    QTest.keyClicks(field, "Visit")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert typed == [(uid("item:Second day"), 0, "Visit")]
    QTest.mouseDClick(room, left, pos=board.at(2, 16 * 60 + 5, 2.5))
    assert board.told[-1][1] == New(board.plan.days[2], clock("16:00"), clock("17:00"), (board.plan.groups[2].id,))


def wheel(board: Any, keys: Qt.KeyboardModifier, at: QPoint, turned: int = 120) -> None:
    room = board.board.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(room.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room, event)


def test_ctrl_and_wheel_zoom_about_the_pointer(board: Any, qtbot: Any) -> None:
    at = board.at(0, 14 * 60)
    before = board.board.scene.scale
    wheel(board, CTRL, at)
    after = board.board.scene.scale
    assert after.hour > before.hour
    assert abs(after.minute_at(at.y()) - before.minute_at(at.y())) < 2
    assert board.board.zooming.under_way
    qtbot.waitUntil(lambda: not board.board.zooming.under_way and not board.board.sheet.stale)
    board.board.fit()
    scale = board.board.scene.scale
    assert scale.content_height <= scale.body.height + 1


def test_shift_and_wheel_turn_days(shown: Shower, three_groups: MissionPlan) -> None:
    wide = shown(three_groups)
    wheel(wide, SHIFT, wide.at(0, 600))
    assert wide.told == [("days_turned", -1)]
    narrow = shown(three_groups, width=480)
    wheel(narrow, SHIFT, narrow.at(0, 600), -120)
    assert narrow.board.horizontalScrollBar().value() > 0
    assert narrow.told == []


def test_a_click_on_the_head_of_a_day_asks_for_it_and_one_on_the_shelfs_closes_it(board: Any) -> None:
    room, left = board.board.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(room, left, pos=QPoint(board.at(1, 600).x(), 20))
    assert board.told == [("day_wanted", date_of(2))]
    QTest.mouseClick(room, left, pos=QPoint(20, 20))
    assert not board.board.shelf_open
    QTest.mouseClick(room, left, pos=QPoint(10, 200))
    assert board.board.shelf_open


def test_a_drag_at_the_edge_scrolls(shown: Shower, three_groups: MissionPlan, qtbot: Any) -> None:
    small = shown(three_groups, height=360)
    start = small.middle("Plenary")
    end = QPoint(start.x(), small.board.viewport().height() - 5)
    small.drag(start, end, drop=False)
    qtbot.waitUntil(lambda: small.board.verticalScrollBar().value() > 60)
    small.key(Qt.Key.Key_Escape)
    assert small.told == []
