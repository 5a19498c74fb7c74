"""Passengers are carried, or sent by a button, to another journey of the day: only those with seats are lit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.domain.vocabulary import LegMode
from missionplanner.gui.logistics.journeys_panel import JourneysPanel
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.logistics import LogisticsPage
from missionplanner.services.delegates import delegation
from missionplanner.services.entries import in_each
from missionplanner.services.logistics import legs, passengers

LEFT = Qt.MouseButton.LeftButton


def aboard(window: MainWindow, leg: object) -> int:
    plan = window.ctx.mission.plan
    assert plan is not None
    return len([one for one in plan.passengers if one.leg_id == leg])


def pull(room: QWidget, at: QPoint, to: QPoint) -> None:
    """Press on a name and carry it to a point of the screen, without letting go."""
    QTest.mousePress(room, LEFT, pos=at)
    QTest.mouseMove(room, at + QPoint(0, 3 * QApplication.startDragDistance()))
    QTest.mouseMove(room, room.mapFromGlobal(to))


def test_passengers_are_carried_to_a_journey_with_seats(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], sample_template: Path
) -> None:
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    settled(window)
    workspace, plan = window.ctx.workspace, window.ctx.mission.plan
    assert workspace is not None and plan is not None
    full = next(one for one in plan.legs if one.number == "LH283")
    spare = legs.duplicate(workspace, [full.id]).first_added
    small = legs.duplicate(workspace, [full.id]).first_added
    legs.change_cells(workspace, in_each([spare], "capacity", 2))
    legs.change_cells(workspace, in_each([small], "capacity", 0))
    passengers.assign(workspace, "ER-EUS-2025", [spare, small], [])
    window.show_page("logistics")
    settled(window)
    panel: JourneysPanel = cast("LogisticsPage", window.places.page("logistics")).journeys
    panel.show_passengers(full.id)
    settled(window)
    assert panel.passengers is not None
    table, chips = panel.passengers.table, panel.others.legs
    two = [panel.passengers.model.row(number).id for number in range(2)]
    table.choose(two)
    settled(window)
    assert chips[spare].isEnabled() and not chips[small].isEnabled()
    before, room = aboard(window, full.id), table.viewport()
    start = table.visualRect(panel.passengers.model.index(0, 0)).center()
    for target in (small, spare):
        pull(room, start, chips[target].mapToGlobal(chips[target].rect().center()))
        assert chips[spare].styleSheet() and not chips[small].styleSheet()
        QTest.mouseRelease(room, LEFT, pos=room.mapFromGlobal(chips[target].mapToGlobal(QPoint(9, 9))))
        settled(window)
    assert (aboard(window, full.id), aboard(window, spare)) == (before - 2, 2)
    window.actions_["undo"].trigger()
    settled(window)
    assert (aboard(window, full.id), aboard(window, spare)) == (before, 0)
    table.choose(two[:1])
    settled(window)
    QTest.mouseClick(panel.others.legs[spare], LEFT)
    settled(window)
    assert aboard(window, spare) == 1


def test_who_has_no_seat_is_given_one_by_dragging_or_by_a_click(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], sample_template: Path
) -> None:
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    settled(window)
    workspace, plan = window.ctx.workspace, window.ctx.mission.plan
    assert workspace is not None and plan is not None
    coach = next(one for one in plan.legs if one.mode is LegMode.COACH and plan.leg_passengers(one))
    before = aboard(window, coach.id)
    legs.change_cells(workspace, in_each([coach.id], "capacity", before + 1))
    spare = legs.duplicate(workspace, [coach.id]).first_added
    passengers.assign(workspace, "ER-EUS-2025", [spare], [plan.delegates[0].id])
    delegation.add_places(workspace, plan.mission.id, plan.organisations[0].id, 1)
    window.show_page("logistics")
    settled(window)
    panel: JourneysPanel = cast("LogisticsPage", window.places.page("logistics")).journeys
    panel.show_passengers(coach.id)
    settled(window)
    assert panel.passengers is not None and len(panel.waiting.people) == 3
    here = panel.passengers.mapToGlobal(panel.passengers.rect().center())
    for now in (before + 1, before + 1):  # the second finds no seat
        one = next(iter(panel.waiting.people))
        pull(one, one.rect().center(), here)
        QTest.mouseRelease(one, LEFT, pos=one.mapFromGlobal(here))
        settled(window)
        assert aboard(window, coach.id) == now
    one, there = next(iter(panel.waiting.people)), panel.others.legs[spare]
    pull(one, one.rect().center(), there.mapToGlobal(there.rect().center()))
    assert there.styleSheet()
    QTest.keyClick(one, Qt.Key.Key_Escape)
    assert not there.styleSheet()
    pull(one, one.rect().center(), there.mapToGlobal(there.rect().center()))
    QTest.mouseRelease(one, LEFT, pos=one.mapFromGlobal(there.mapToGlobal(QPoint(9, 9))))
    settled(window)
    assert (aboard(window, spare), len(panel.waiting.people)) == (2, 1)
    for _ in range(2):
        window.actions_["undo"].trigger()
        settled(window)
    assert (aboard(window, coach.id), len(panel.waiting.people)) == (before, 3)
    QTest.mouseClick(next(iter(panel.waiting.people)), LEFT)
    settled(window)
    assert aboard(window, coach.id) == before + 1
