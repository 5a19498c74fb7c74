"""Editing on the agenda: each key and each drag one step, which undo takes back with all one saw before."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.windows import ALT, CTRL, NONE, SHIFT, Desk

Key = Qt.Key
Keys = Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "keys", "times"),
    [
        (Key.Key_Down, ALT, "09:05–10:35"),
        (Key.Key_Up, ALT, "08:55–10:25"),
        (Key.Key_Down, ALT | CTRL, "09:30–11:00"),
        (Key.Key_Up, ALT | CTRL, "08:30–10:00"),
        (Key.Key_Down, ALT | SHIFT, "09:00–10:35"),
        (Key.Key_Up, ALT | SHIFT, "09:00–10:25"),
    ],
)
@pytest.mark.parametrize("view", ["whole_mission", "list_view"])
def test_keys_move_and_stretch_on_the_board_and_on_the_list(
    desk: Desk, view: str, key: Key, keys: Keys, times: str
) -> None:
    desk.do(view)
    desk.choose("Visit to the lab")
    before = desk.steps
    desk.key(key, keys)
    assert desk.times("Visit to the lab") == times
    assert desk.steps == before + 1
    assert times in desk.said[-1]
    desk.undo()
    assert desk.times("Visit to the lab") == "09:00–10:30"
    assert desk.chosen() == ["Visit to the lab"]


def test_keys_take_items_to_other_days_but_not_out_of_the_mission(desk: Desk) -> None:
    desk.choose("Breakfast", "Visit to the lab")
    desk.key(Key.Key_Right, ALT)
    first = desk.plan.days[0]
    assert {desk.item(one).date for one in ("Breakfast", "Visit to the lab")} == {first + dt.timedelta(days=1)}
    before = desk.steps
    desk.key(Key.Key_Left, ALT)
    desk.key(Key.Key_Left, ALT)
    assert {desk.item(one).date for one in ("Breakfast", "Visit to the lab")} == {first}
    assert desk.steps == before
    assert desk.toast == "It cannot go further: the mission begins and ends there."


def test_quick_nudges_are_one_step_and_later_ones_another(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("missionplanner.gui.agenda.edits.time.monotonic", lambda: now)
    desk.choose("Visit to the lab")
    before = desk.steps
    for _ in range(3):
        desk.key(Key.Key_Down, ALT)
        now += 0.5
    now += 1
    desk.key(Key.Key_Down, ALT)
    assert desk.steps == before + 2
    desk.undo()
    assert desk.times("Visit to the lab") == "09:15–10:45"
    desk.undo()
    assert desk.times("Visit to the lab") == "09:00–10:30"
    desk.redo()
    assert desk.times("Visit to the lab") == "09:15–10:45"


def test_shorter_than_five_minutes_it_never_gets(desk: Desk) -> None:
    desk.choose("Breakfast")
    for _ in range(12):
        desk.key(Key.Key_Up, ALT | SHIFT)
    assert desk.times("Breakfast") == "08:00–08:05"


def test_what_is_locked_stays_and_says_why(desk: Desk) -> None:
    desk.choose("Breakfast")
    desk.key(Key.Key_L, CTRL)
    assert desk.item("Breakfast").locked
    assert desk.toast == "Day and time are held."
    desk.key(Key.Key_Down, ALT)
    assert desk.toast == "“Breakfast” is locked. Unlock it to move it."
    desk.choose("Breakfast", "Visit to the lab")
    desk.key(Key.Key_Down, ALT)
    assert (desk.times("Breakfast"), desk.times("Visit to the lab")) == ("08:00–08:45", "09:05–10:35")
    assert "Breakfast" in desk.toast
    assert desk.chosen() == ["Breakfast", "Visit to the lab"]
    start = desk.area("Breakfast")
    before = desk.steps
    desk.drag(start, start + desk.later(60))
    assert desk.steps == before
    desk.choose("Breakfast")
    desk.key(Key.Key_L, CTRL)
    assert not desk.item("Breakfast").locked


def test_without_a_time_it_is_not_moved_by_minutes(desk: Desk) -> None:
    desk.choose("Dinner")
    desk.key(Key.Key_Down, ALT)
    assert desk.toast == "“Dinner” has no time yet. Give it one first."


def test_a_drag_is_one_step_and_undo_brings_back_what_was_chosen_and_seen(desk: Desk) -> None:
    desk.choose("Breakfast")
    start = desk.area("Visit to the lab")
    before, looked = desk.steps, desk.board.view_state().minute
    desk.drag(start, start + desk.later(120))
    assert desk.times("Visit to the lab") == "11:00–12:30"
    assert desk.steps == before + 1
    assert desk.said[-1].endswith("overlaps Meeting with the agency")
    desk.board.verticalScrollBar().setValue(10_000)
    desk.choose("Dinner")
    desk.undo()
    assert desk.chosen() == ["Visit to the lab"]
    assert abs(desk.board.view_state().minute - looked) < 2
    assert desk.times("Visit to the lab") == "09:00–10:30"


def test_an_edge_dragged_makes_it_longer_in_one_step(desk: Desk) -> None:
    held = desk.edge("Visit to the lab")
    before = desk.steps
    desk.drag(held, held + desk.later(30))
    assert desk.times("Visit to the lab") == "09:00–11:00"
    assert desk.steps == before + 1


def test_a_drag_with_ctrl_makes_a_copy_that_is_chosen(desk: Desk) -> None:
    start = desk.area("Visit to the lab")
    before = desk.steps
    desk.drag(start, QPoint(desk.spot(1, "10:00").x(), start.y()), CTRL)
    assert len(desk.items("Visit to the lab")) == 2
    assert desk.steps == before + 1
    (copy,) = desk.page.chosen()
    assert desk.plan.item(copy).date == desk.plan.days[1]  # type: ignore[union-attr]
    desk.undo()
    assert len(desk.items("Visit to the lab")) == 1


def test_drawing_on_free_time_adds_an_item_and_its_title_is_part_of_the_step(desk: Desk) -> None:
    before = desk.steps
    desk.drag(desk.spot(1, "10:00"), desk.spot(1, "11:30"))
    field = desk.board.findChild(QLineEdit, "board_title")
    assert field is not None
    desk.write("Port authority")
    desk.key(Key.Key_Return)
    assert desk.times("Port authority") == "10:00–11:30"
    assert desk.item("Port authority").date == desk.plan.days[1]
    assert desk.chosen() == ["Port authority"]
    assert desk.steps == before + 1
    desk.undo()
    assert desk.items("Port authority") == []
    desk.redo()
    assert desk.chosen() == ["Port authority"]


def test_n_adds_at_the_next_free_gap_and_escape_keeps_the_name_it_had(desk: Desk) -> None:
    desk.choose("Meeting with the agency")
    desk.key(Key.Key_N)
    desk.key(Key.Key_Escape)
    assert desk.times("New item") == "12:00–13:00"
    assert desk.item("New item").date == desk.plan.days[0]


def test_the_shelf_takes_items_and_gives_them_back(desk: Desk) -> None:
    desk.choose("Breakfast")
    desk.key(Key.Key_F4)
    form = desk.dialog()
    day = next(one for one in form.findChildren(QLineEdit) if one.objectName() == "start")
    assert day.text() == "08:00"
    form.close()
    desk.come_back()
    start = desk.area("Breakfast")
    desk.drag(start, QPoint(4, start.y()))
    assert desk.item("Breakfast").date is None
    desk.undo()
    assert desk.item("Breakfast").date == desk.plan.days[0]
    desk.redo()
    desk.choose("Breakfast")
    desk.key(Key.Key_Right, ALT)
    assert desk.item("Breakfast").date == desk.plan.days[0]


def test_f2_renames_in_place(desk: Desk) -> None:
    desk.choose("Breakfast")
    desk.key(Key.Key_F2)
    desk.write("Early breakfast, north hall")
    desk.key(Key.Key_Return)
    assert desk.times("Early breakfast, north hall") == "08:00–08:45"
    desk.key(Key.Key_F2)
    desk.write("Something else")
    desk.key(Key.Key_Escape)
    assert desk.items("Something else") == []
    assert desk.board.hasFocus()


def test_delete_and_the_toast_brings_back_what_was_chosen(desk: Desk) -> None:
    desk.choose("Breakfast", "Dinner")
    before = desk.steps
    desk.key(Key.Key_Delete)
    assert desk.toast == "2 items deleted."
    assert desk.steps == before + 1
    desk.press("toast_step_0")
    assert desk.chosen() == ["Breakfast", "Dinner"]
    desk.choose("Breakfast")
    desk.key(Key.Key_Delete)
    assert desk.toast == "“Breakfast” deleted."


def test_duplicate_comes_after_itself(desk: Desk) -> None:
    desk.choose("Breakfast")
    desk.key(Key.Key_D, CTRL)
    assert sorted(f"{one.start:%H:%M}" for one in desk.items("Breakfast")) == ["08:00", "08:45"]


def test_while_it_is_dragged_the_board_says_what_it_would_clash_with(desk: Desk) -> None:
    start = desk.area("Visit to the lab")
    desk.drag(start, start + desk.later(120), drop=False)
    carried = desk.board.gestures.carried
    assert carried is not None
    assert "overlaps Meeting with the agency" in carried.words
    desk.key(Key.Key_Escape)
    QTest.mouseRelease(desk.board.viewport(), Qt.MouseButton.LeftButton, NONE, start)
    assert desk.times("Visit to the lab") == "09:00–10:30"


def test_group_keys_put_groups_in_and_out_and_say_so(sample: Desk) -> None:
    title = "Basque Trade & Investment and SPRI Group"
    sample.choose(title)
    before = sample.steps
    sample.key(Key.Key_1, ALT)
    assert sample.groups(title) == ["Green and territory", "Digital, health and skills"]
    assert sample.said[-1].startswith("Green and territory, Digital, health and skills")
    sample.key(Key.Key_2, ALT)
    assert sample.groups(title) == ["Digital, health and skills"]
    sample.key(Key.Key_3, ALT)
    assert sample.toast == "An item needs one group at least."
    sample.key(Key.Key_0, ALT)
    assert sample.groups(title) == []
    assert not sample.item(title).audience_limited
    assert sample.steps == before + 3
    sample.undo(3)
    assert not sample.item(title).audience_limited
    assert sample.chosen() == [title]


def test_actions_of_groups_bear_their_names(sample: Desk) -> None:
    actions = sample.window.actions_
    assert actions["group_2"].text() == "For Green and territory, or not"
    assert not actions["group_4"].isVisible()
    sample.key(Key.Key_4, ALT)
    assert sample.toast == ""
