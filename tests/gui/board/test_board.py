"""The board as a view: what it shows, what one chooses by keys, what is read out, what comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.board.dragging import New
from missionplanner.gui.board.scale import Area
from tests.factories import date_of, destination, item, leg, plan, uid

Shower = Callable[..., Any]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board(shown: Shower, three_groups: MissionPlan) -> Any:
    return shown(three_groups)


def test_the_middle_of_every_item_is_that_item(board: Any) -> None:
    for place, row in enumerate(board.model.rows):
        rect = board.board.visualRect(board.model.index(place, 0))
        assert rect.isValid(), row.title
        assert board.board.indexAt(rect.center()).row() == place


def test_a_screen_reader_gets_every_item_with_its_name_and_place(board: Any) -> None:
    tree = QAccessible.queryAccessibleInterface(board.board)
    assert tree.text(QAccessible.Text.Name) == "Agenda board"
    assert tree.childCount() == len(board.model.rows)
    for place, row in enumerate(board.model.rows):
        child = tree.child(place)
        assert child.text(QAccessible.Text.Name) == row.spoken
        assert child.role() == QAccessible.Role.ListItem
        rect = board.board.visualRect(board.model.index(place, 0))
        assert child.rect().size() == rect.size()
        assert child.rect().topLeft() == board.board.viewport().mapToGlobal(rect.topLeft())


def test_the_focus_read_out_follows_the_arrows(board: Any) -> None:
    board.board.setFocus()
    board.board.choose([uid("item:Plenary")])
    board.key(Qt.Key.Key_Down)
    assert board.current() == "Factory"
    tree = QAccessible.queryAccessibleInterface(board.board)
    assert tree.child(board.place("Factory")).state().focused or tree.focusChild() is not None
    board.key(Qt.Key.Key_Right)
    assert (board.current(), board.titles()) == ("Forest", ["Forest"])


def test_shift_takes_along_and_lets_go_on_the_way_back_and_space_toggles(board: Any) -> None:
    board.board.choose([uid("item:Plenary")])
    board.key(Qt.Key.Key_Down, SHIFT)
    board.key(Qt.Key.Key_Down, SHIFT)
    assert board.titles() == ["Plenary", "Factory", "Lunch"]
    board.key(Qt.Key.Key_Up, SHIFT)
    assert board.titles() == ["Plenary", "Factory"]
    board.key(Qt.Key.Key_Down, CTRL)
    assert (board.current(), board.titles()) == ("Lunch", ["Plenary", "Factory"])
    board.key(Qt.Key.Key_Space)
    assert board.titles() == ["Plenary", "Factory", "Lunch"]
    board.key(Qt.Key.Key_Home)
    assert board.current() == "Walk"
    board.key(Qt.Key.Key_End)
    assert board.current() == "Flight"


def test_enter_opens_f2_renames_and_what_belongs_to_the_page_is_left_to_it(board: Any) -> None:
    board.board.choose([uid("item:Lunch")])
    board.key(Qt.Key.Key_Return)
    assert board.told == [("opened", uid("item:Lunch"))]
    for key, keys in (
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageUp, CTRL),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, keys)
        board.board.keyPressEvent(event)
        assert not event.isAccepted(), key
    assert board.current() == "Lunch"
    board.key(Qt.Key.Key_F2)
    assert board.board.findChild(QLineEdit, "board_title").text() == "Lunch"


def test_another_plan_keeps_what_is_chosen_and_where_one_looks(board: Any) -> None:
    board.board.choose([uid("item:Lunch")])
    board.board.zoom_by(2)
    board.board.zooming.finish()
    view = board.board.view_state()
    board.board.choose([uid("item:Plenary")])
    board.board.zoom_by(0.5)
    board.board.set_days([board.plan.days[1]])
    board.board.restore_view(view)
    assert board.titles() == ["Lunch"]
    assert board.board.zoom == pytest.approx(2)
    now = board.board.view_state()
    assert now.minute == pytest.approx(view.minute, abs=2)
    assert (now.days, now.current) == (None, uid("item:Lunch"))


def test_one_day_shows_its_items_only_and_kinds_are_left_out(board: Any) -> None:
    board.board.set_days([board.plan.days[1]])
    hidden = board.model.index(board.place("Lunch"), 0)
    assert board.board.isIndexHidden(hidden)
    assert not board.board.visualRect(hidden).isValid()
    assert not board.board.isIndexHidden(board.model.index(board.place("Second day"), 0))
    board.board.filter_kinds([ItemKind.MEAL])
    assert board.board.isIndexHidden(board.model.index(board.place("Second day"), 0))
    board.board.filter_kinds(None)
    board.board.set_days(None)
    assert not board.board.isIndexHidden(hidden)


def test_where_something_is_added_follows_the_cursor(board: Any) -> None:
    board.board.choose([uid("item:Forest")])
    green = board.plan.groups[1].id
    assert board.board.cursor_day() == date_of(1)
    assert board.board.cursor_groups() == (green,)
    gap = board.board.next_free_gap(board.plan.days[0])
    assert gap == New(board.plan.days[0], dt.time(13), dt.time(14), (green,))
    assert board.board.next_free_gap(board.plan.days[2]).start == dt.time(9)


def test_what_one_does_not_see_as_is_faint_and_pictures_differ(board: Any) -> None:
    board.board.choose([])
    before = board.board.viewport().grab().toImage()
    board.board.see_as({uid("item:Plenary")})
    assert board.board.viewport().grab().toImage() != before
    scene = board.board.scene
    assert scene.faded(board.place("Lunch")) and not scene.faded(board.place("Plenary"))
    board.board.see_as(None)
    assert board.board.viewport().grab().toImage() == before


def test_scrolling_shows_the_same_as_drawing_it_all_anew(board: Any) -> None:
    small = board.board
    small.resize(620, 330)
    QApplication.processEvents()
    for down, across in ((40, 0), (41, 90), (10, 30), (300, 500)):
        small.verticalScrollBar().setValue(down)
        small.horizontalScrollBar().setValue(across)
        scrolled = small.viewport().grab().toImage()
        small.respoil()
        assert small.viewport().grab().toImage() == scrolled, (down, across)


def test_an_item_out_of_sight_is_scrolled_to(shown: Shower, three_groups: MissionPlan) -> None:
    small = shown(three_groups, width=480, height=300)
    for title in ("Flight", "Second day", "Plenary", "Idea"):
        small.board.choose([uid(f"item:{title}")])
        rect = small.board.visualRect(small.model.index(small.place(title), 0))
        room = small.board.viewport().rect()
        assert room.contains(rect.topLeft() + QPoint(1, 1)), title


def test_a_journey_to_another_zone_marks_its_day_and_tells_both_clocks(shown: Shower) -> None:
    made = plan(
        destination("London", zone="Europe/London", from_day=date_of(2)),
        leg("08:00", "09:00", "XY 1", day=2, zone="Europe/Madrid", end_zone="Europe/London"),
        item(None, None, "Flight", day=2, leg="XY 1", kind=ItemKind.FLIGHT),
        item("15:00", "16:00", "Call", day=2, zone="Europe/Madrid"),
        item("10:00", "11:00", "Meeting", day=1),
    )
    board = shown(made)
    facts = board.board.scene.facts
    assert facts.days[1].breaks[0].text.endswith("−1 h")
    assert facts.days[1].breaks[0].minute == 9 * 60
    assert facts.days[1].note == "London −1 h"
    looks = board.board.scene.looks
    assert looks.of(board.place("Call")).when == "15:00–16:00 Madrid (14:00–15:00)"
    assert board.board.scene.layout.blocks_of[board.place("Call")][0].start == 14 * 60
    board.board.set_second_zone("Europe/Rome", "Bologna")
    assert board.board.scene.scale.gutter > 100
    board.board.viewport().grab()


def test_an_empty_board_is_only_days(shown: Shower) -> None:
    empty = shown(plan())
    assert empty.board.chosen() == []
    assert empty.board.scene.scale.shelf == 0
    empty.key(Qt.Key.Key_Down)
    assert not empty.board.currentIndex().isValid()
    spot = empty.board.scene.scale.spot(400, 300)
    assert spot.area is Area.GRID
    empty.board.show_plan(None, ())
    empty.model.show([])
    empty.board.viewport().grab()


def test_choosing_very_much_is_one_picture(shown: Shower) -> None:
    many = shown(plan(*(item(f"{8 + n // 12:02}:{n % 12 * 5:02}", None, f"Item {n}") for n in range(120))))
    many.board.choose([row.id for row in many.model.rows])
    assert len(many.board.chosen()) == 120
    assert many.board.sheet.stale
    many.board.viewport().grab()
    assert not many.board.sheet.stale
