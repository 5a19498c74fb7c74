"""Carry a guest to another room with the mouse; rooms that have a bed for the same nights are lit meanwhile.

What the keys do by “Move or swap” and “Put somebody in”: the same services, one step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from missionplanner.domain import records as r
from missionplanner.gui.logistics import offers
from missionplanner.gui.logistics.carried import CarriedTag

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.gui.logistics.rooms_deeds import RoomsDeeds
    from missionplanner.gui.logistics.rooms_grid import RoomsGrid
    from missionplanner.gui.logistics.rooms_model import Cell


@dataclass(frozen=True, slots=True)
class Carried:
    """Be what is carried: words for it, the rooms it can go to, and what is done there."""

    words: str
    rooms: frozenset[UUID]
    drop: Callable[[r.Stay], object]


class RoomsDrag(QObject):
    """Watch the mouse over the grid."""

    def __init__(self, ctx: Context, grid: RoomsGrid, deeds: RoomsDeeds) -> None:
        super().__init__(grid)
        self._ctx, self._grid, self._deeds = ctx, grid, deeds
        self._pressed: QPoint | None = None
        self._carried: Carried | None = None
        self._tag = CarriedTag(ctx, grid.viewport(), "carried_guest")
        grid.viewport().installEventFilter(self)
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QMouseEvent) and watched is self._grid.viewport():
            return self._mouse(event)
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._carried is not None and event.type() == QEvent.Type.KeyPress and escaped:
            self._end()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = at if plain and self._cell(at) is not None else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if self._carried is None and far:
                self._begin(self._pressed)
            if self._carried is not None:
                self._follow(at)
            return True  # no cells are chosen meanwhile
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed, carried = None, self._carried
            if carried is not None:
                stay = self._target(at)
                self._end()
                if stay is not None:
                    carried.drop(stay)
                return True
        return False

    # -- inside -----------------------------------------------------------------------------------

    def _cell(self, at: QPoint) -> Cell | None:
        cell = self._grid.rooms.cell(self._grid.indexAt(at))
        return cell if cell is not None and cell.people else None

    def _begin(self, at: QPoint) -> None:
        cell = self._cell(at)
        if cell is None:
            return
        carried = self._guest(cell, at) if cell.stay is not None else self._lacking(cell)
        if carried is not None:
            self._carried = carried
            self._grid.light(carried.rooms)
            self._tag.show(carried.words)

    def _guest(self, cell: Cell, at: QPoint) -> Carried | None:
        """Return the guest whose name is under the pointer, with the rooms that have a bed."""
        assert cell.stay is not None
        plan = offers.plan_of(self._ctx)
        guests = plan.stay_guests(cell.stay)
        names = cell.text.split(", ")
        place = self._grid.name_at(self._grid.indexAt(at), at, names) if len(names) == len(guests) else 0
        if not guests:
            return None
        one = guests[min(place, len(guests) - 1)]
        rooms = frozenset(stay.id for stay in self._deeds.free_for([one]))
        words = names[place] if len(names) == len(guests) else cell.text
        return Carried(words, rooms, lambda stay: self._deeds.move_to([one], stay))

    def _lacking(self, cell: Cell) -> Carried | None:
        """Return who has no bed in a night, with the rooms of that night that have one."""
        if cell.night is None:
            return None
        rooms = frozenset(stay.id for stay in self._deeds.free_in(cell.night))
        return Carried(cell.text, rooms, lambda stay: self._deeds.bed(cell.people, stay))

    def _target(self, at: QPoint) -> r.Stay | None:
        cell = self._grid.rooms.cell(self._grid.indexAt(at))
        stay = cell.stay if cell is not None else None
        lit = self._carried.rooms if self._carried is not None else frozenset()
        return stay if stay is not None and stay.id in lit else None

    def _follow(self, at: QPoint) -> None:
        fits = self._target(at) is not None
        shape = Qt.CursorShape.ClosedHandCursor if fits else Qt.CursorShape.ForbiddenCursor
        self._grid.viewport().setCursor(QCursor(shape))
        self._tag.follow(at)

    def _end(self) -> None:
        self._carried, self._pressed = None, None
        self._tag.hide()
        self._grid.viewport().unsetCursor()
        self._grid.light(frozenset())
