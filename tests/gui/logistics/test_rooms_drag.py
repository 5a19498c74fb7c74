"""A guest is carried to another room with the mouse: only rooms with a bed are lit, one step, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from missionplanner.gui.logistics.rooms_grid import RoomsGrid
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.logistics import ROOMS, LogisticsPage

LEFT = Qt.MouseButton.LeftButton


def pick_up(grid: RoomsGrid, row: int, column: int) -> QPoint:
    """Press on a bar and pull a little; return where the button went down."""
    at = grid.visualRect(grid.rooms.index(row, column)).topLeft() + QPoint(20, 10)
    QTest.mousePress(grid.viewport(), LEFT, pos=at)
    QTest.mouseMove(grid.viewport(), at + QPoint(2 * QApplication.startDragDistance(), 0))
    return at


def test_a_guest_is_carried_to_a_lit_room_only(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], sample_template: Path
) -> None:
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    window.show_page("logistics")
    page = cast("LogisticsPage", window.places.page("logistics"))
    page.show_part(ROOMS)
    settled(window)
    grid, before = page.rooms.grid, page.rooms.grid.rooms.table()
    name = str(grid.rooms.index(2, 1).data())
    pick_up(grid, 2, 1)
    lit = grid.lit
    assert lit and all(grid.rooms.cell(grid.rooms.place_of(one)).free for one in lit)  # type: ignore[union-attr]
    bars = [grid.rooms.cell(grid.rooms.index(row, 1)) for row in range(3, grid.rooms.rowCount())]
    full = next(one.stay.id for one in bars if one is not None and one.stay is not None and not one.free)
    assert full not in lit
    QTest.mouseRelease(grid.viewport(), LEFT, pos=grid.visualRect(grid.rooms.place_of(full)).center())
    settled(window)
    assert grid.rooms.table() == before and not grid.lit
    pick_up(grid, 2, 1)
    target = min(lit, key=lambda one: grid.rooms.place_of(one).row())
    QTest.mouseRelease(grid.viewport(), LEFT, pos=grid.visualRect(grid.rooms.place_of(target)).center())
    settled(window)
    assert grid.rooms.index(2, 1).data() == "Nobody yet"
    assert name in str(grid.rooms.place_of(target).data())
    window.actions_["undo"].trigger()
    settled(window)
    assert grid.rooms.table() == before


def test_escape_puts_the_guest_back(
    opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], sample_template: Path
) -> None:
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    window.show_page("logistics")
    page = cast("LogisticsPage", window.places.page("logistics"))
    page.show_part(ROOMS)
    settled(window)
    grid, before = page.rooms.grid, page.rooms.grid.rooms.table()
    pick_up(grid, 0, 1)  # who has no bed
    assert grid.lit
    target = grid.rooms.place_of(next(iter(grid.lit)))
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid.viewport(), LEFT, pos=grid.visualRect(target).center())
    settled(window)
    assert not grid.lit and grid.rooms.table() == before
