"""Looking ahead on the agenda: what a fix, a shift or a slot would do, before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from missionplanner.gui.board.slots import boxes_of_slot
from missionplanner.gui.widgets.fix_button import FixButton
from tests.windows import SHIFT, Desk

Key = Qt.Key
LAB, AGENCY = "Visit to the lab", "Meeting with the agency"
MENUS = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def clash(desk: Desk, qtbot: QtBot) -> Desk:
    """Sit at the agenda with two items at one time, and ways out of that."""
    desk.drag(desk.area(LAB), desk.area(LAB) + desk.later(90))
    desk.choose(AGENCY)
    qtbot.waitUntil(lambda: any(one.fixes for one in desk.page.strip.findings))
    desk.settle()
    return desk


def button(desk: Desk, name: str) -> FixButton:
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    found = [one for top in tops for one in top.findChildren(FixButton, name) if one.isVisible()]
    return found[0]


def ghosts(desk: Desk, qtbot: QtBot) -> list[tuple[int | None, int]]:
    """Wait until something is shown, and return where it would lie."""
    qtbot.waitUntil(lambda: bool(desk.page.foresight.caption.words) or bool(desk.board.outlook.ghosts))
    return [(one.start, one.end) for one in desk.board.outlook.ghosts]


def gone(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.board.outlook.shown)
    assert desk.page.foresight.caption.words == ""


def labels(desk: Desk) -> list[str]:
    """Return the times of the slots on the board."""
    return [one.labels[1] for one in desk.board.scene.slots]


def folded(desk: Desk) -> tuple[bool, bool]:
    """Tell whether shelf and strip are folded."""
    return not desk.board.shelf_open, desk.page.strip.is_folded


def test_a_fix_is_seen_before_it_is_made_by_pointer_and_by_focus(clash: Desk, qtbot: QtBot) -> None:
    before = clash.plan
    for name in ("issue_fix_0", "alert_fix_0_0"):
        one = button(clash, name)
        at = QPointF(4, 4)
        QApplication.sendEvent(one, QEnterEvent(at, at, at))
        assert ghosts(clash, qtbot)
        words = clash.page.foresight.caption.words
        assert words.startswith("Moves 1 item: “")
        QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
        gone(clash, qtbot)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert ghosts(clash, qtbot)
        assert clash.said[-1] == words == one.accessibleDescription()
        clash.page.take_focus()
        gone(clash, qtbot)
    assert clash.plan is before


def test_what_was_seen_is_what_the_keys_then_do(clash: Desk, qtbot: QtBot) -> None:
    one = button(clash, "issue_fix_0")
    one.setFocus(Qt.FocusReason.TabFocusReason)
    (seen,) = ghosts(clash, qtbot)
    moved = clash.page.foresight.caption.words
    before = clash.steps
    QTest.keyClick(one, Key.Key_Space)
    clash.settle()
    gone(clash, qtbot)
    title = LAB if LAB in moved else AGENCY
    item = clash.item(title)
    assert item.start is not None
    assert item.start.hour * 60 + item.start.minute == seen[0]
    assert clash.steps == before + 1
    assert clash.page.strip.findings == ()


@pytest.fixture
def menu(clash: Desk) -> Iterator[QMenu]:
    clash.board.menu_wanted.emit(clash.window.mapToGlobal(QPoint(300, 200)))
    made = clash.dialog()
    assert isinstance(made, QMenu)
    yield made
    made.close()


@MENUS
def test_the_menu_of_an_item_offers_its_fixes_and_looks_ahead(clash: Desk, menu: QMenu, qtbot: QtBot) -> None:
    first, *others = menu.actions()
    menu.setActiveAction(first)
    assert ghosts(clash, qtbot)
    menu.setActiveAction(next(one for one in others if one.objectName() == "duplicate"))
    gone(clash, qtbot)
    first.trigger()
    clash.settle()
    assert clash.page.strip.findings == ()


def test_a_shift_is_seen_while_it_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(LAB)
    desk.do("shift")
    form = desk.dialog()
    assert ghosts(desk, qtbot) == [(9 * 60 + 15, 10 * 60 + 45), (11 * 60 + 15, 12 * 60 + 15)]
    spin = form.findChild(QSpinBox, "minutes")
    assert spin is not None
    spin.setValue(0)
    qtbot.waitUntil(lambda: not desk.board.outlook.shown)
    spin.setValue(30)
    assert ghosts(desk, qtbot)[0] == (9 * 60 + 30, 11 * 60)
    desk.press("form_cancel")
    gone(desk, qtbot)


def test_times_are_kept_as_proposals_and_one_is_chosen_with_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(LAB)
    before = [one.id for one in desk.plan.items]
    desk.key(Key.Key_P, SHIFT)
    desk.do("much_later")
    desk.key(Key.Key_P, SHIFT)
    assert labels(desk) == ["09:00–10:30", "09:30–11:00"]
    desk.do("day_after")
    desk.key(Key.Key_P)
    chooser: Any = desk.dialog()
    QTest.keyClick(chooser.search, Key.Key_Return)
    desk.settle()
    desk.come_back()
    assert desk.times(LAB) == "09:00–10:30"
    assert labels(desk) == []
    assert [one.id for one in desk.plan.items] == before
    desk.page.take_focus()
    desk.undo()
    assert len(labels(desk)) == 2
    assert desk.item(LAB).date == desk.plan.days[1]


@MENUS
def test_a_slot_is_chosen_or_taken_back_where_it_lies_and_beside_it(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(LAB)
    desk.do("propose_slot")
    desk.do("day_after")
    desk.do("propose_slot")
    (box,) = boxes_of_slot(desk.board.scene.slots[0], desk.board.scene)
    QTest.mouseClick(
        desk.board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(box.x) + 30, int(box.y) + 20)
    )
    offered: Any = desk.dialog()
    choose, back = [one for one in offered.actions() if not one.isSeparator()]
    offered.setActiveAction(choose)
    assert ghosts(desk, qtbot) == [(9 * 60, 10 * 60 + 30)]
    back.trigger()
    offered.close()
    desk.settle()
    assert len(labels(desk)) == 1
    desk.do("day_before")
    desk.press("choose_slot_0")
    assert desk.item(LAB).date == desk.plan.days[1]
    assert labels(desk) == []


def test_the_shelf_folds_by_key_and_by_button(desk: Desk) -> None:
    assert not desk.page.tools.shelf.isVisible()
    desk.choose(LAB)
    desk.drag(desk.area(LAB), QPoint(4, desk.area(LAB).y()))
    assert folded(desk) == (False, False)
    desk.page.take_focus()
    desk.key(Key.Key_B)
    assert folded(desk) == (True, False)
    desk.press("shelf_button")
    assert folded(desk) == (False, False)


def test_a_short_window_keeps_its_height_for_board_and_form(clash: Desk) -> None:
    clash.window.resize(1024, 640)
    clash.settle()
    assert folded(clash) == (False, True)
    assert clash.board.height() >= 0.55 * clash.page.height()
    clash.do("inspect")
    alerts = clash.page.inspector.form.alerts
    assert alerts.height() < 60
    clash.press("alerts_fold")
    assert button(clash, "alert_fix_0_0").isVisible()
    clash.do("fold_issues")
    assert folded(clash) == (False, False)
    assert not clash.window.ctx.settings.values.issues_folded
