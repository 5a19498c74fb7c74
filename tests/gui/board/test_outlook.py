"""What would be, drawn over the board while somebody considers it, and slots that are only proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.gui.agenda.foreseeing import foreseen
from missionplanner.gui.board.scene import Slot
from tests.factories import clock, uid

PLENARY, IDEA = uid("item:Plenary"), uid("item:Idea")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(shown: Callable[..., Any], three_groups: MissionPlan) -> Any:
    return shown(three_groups, height=420)


def look(board: Any, start: str, end: str) -> None:
    day = board.plan.days[0]
    changes = placed(board.plan, [Placing(PLENARY, day, clock(start), clock(end))])
    found = foreseen(board.plan, changes, board.board.wording)
    board.board.outlook.show(found.plan, found.ghosts, found.moved, found.about)


def settled(board: Any, shown: bool) -> bool:
    QTest.qWait(10)
    outlook = board.board.outlook
    return outlook.shown is shown and outlook._fade.state() is outlook._fade.State.Stopped


def test_ghosts_come_are_drawn_and_go(board: Any, qtbot: Any) -> None:
    before = board.board.grab().toImage()
    look(board, "11:30", "12:30")
    qtbot.waitUntil(lambda: settled(board, True))
    assert [(one.start, one.end) for one in board.board.outlook.ghosts] == [(690, 750)]
    assert board.board.grab().toImage() != before
    board.board.outlook.leave()
    qtbot.waitUntil(lambda: settled(board, False))
    assert board.board.outlook.ghosts == ()
    assert board.board.grab().toImage() == before


def test_the_board_looks_where_a_ghost_is_out_of_sight_and_back_again(board: Any) -> None:
    bar = board.board.verticalScrollBar()
    bar.setValue(bar.minimum())
    look(board, "20:00", "21:00")
    assert bar.value() > 200
    board.board.outlook.leave()
    assert bar.value() == bar.minimum()


@pytest.fixture
def slotted(board: Any) -> Any:
    day = board.plan.days[1]
    labels = ("Proposed: 14:00–15:00", "14:00")
    one = Slot(uid("slot"), IDEA, day, 14 * 60, 15 * 60, (0, 1, 2), "Idea", labels, "visit", "Idea, proposed")
    under = Slot(uid("under"), IDEA, day, 9 * 60, 10 * 60, (0, 1, 2), "Idea", labels, "visit", "Idea, under")
    board.board.show_slots([one, under])
    board.clicked = []
    board.board.slot_wanted.connect(lambda slot, _point: board.clicked.append(slot))
    return board


def test_a_slot_is_drawn_told_and_clicked_but_items_come_first(slotted: Any) -> None:
    room, at = slotted.board.viewport(), slotted.at(1, 14 * 60 + 20, 1.5)
    plain = slotted.board.grab().toImage()
    slotted.board.choose([IDEA])
    assert slotted.board.grab().toImage() != plain, "slots of what is chosen stand out"
    assert slotted.board.words_at(QPointF(at)) == "Idea, proposed"
    QTest.mouseClick(room, LEFT, pos=at)
    assert slotted.clicked == [uid("slot")]
    QTest.mouseClick(room, LEFT, pos=slotted.at(1, 9 * 60 + 20, 1.5))
    assert slotted.clicked == [uid("slot")]
    assert slotted.current() == "Second day"
    slotted.board.show_slots([])
    assert slotted.board.words_at(QPointF(at)) == ""


def test_a_title_is_typed_with_its_beginning_in_sight_however_narrow_the_block(board: Any) -> None:
    place = board.place("Factory")
    block = board.board.visualRect(board.model.index(place, 0))
    board.board.edit(board.model.index(place, 0))
    QApplication.processEvents()
    field = board.board.findChild(QLineEdit, "board_title")
    assert field.width() > 2 * block.width()
    assert (field.selectedText(), field.cursorPosition()) == ("Factory", 0)
    assert board.board.viewport().rect().contains(field.geometry().bottomRight() - QPoint(1, 1))
