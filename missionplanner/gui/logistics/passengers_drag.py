"""Carry chosen passengers to another journey with the mouse; those with seats for all of them are lit meanwhile.

What its button does by mouse or keys: the same service, one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.logistics.carried import CarriedTag
from missionplanner.gui.logistics.other_legs import OtherLegs
from missionplanner.gui.tables.list_view import ListView

Drop = Callable[[Sequence[UUID], UUID], object]


class PassengersDrag(QObject):
    """Watch the mouse over the names of a list of passengers: pulling a chosen one carries all that are chosen."""

    def __init__(self, ctx: Context, view: ListView, legs: OtherLegs, over: QWidget, drop: Drop) -> None:
        super().__init__(view)
        self._ctx, self._view, self._legs, self._over, self._drop = ctx, view, legs, over, drop
        self._pressed: QPoint | None = None
        self._ids: tuple[UUID, ...] = ()
        self.carried = False
        self._tag = CarriedTag(ctx, over, "carried_passengers")
        self._rooms: dict[QObject, QAbstractItemView] = {}
        for table in (view.table, *view.table.findChildren(QTableView)):
            self._rooms[table.viewport()] = table
            table.viewport().installEventFilter(self)
        view.table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QMouseEvent) and watched in self._rooms:
            return self._mouse(self._rooms[watched], event)
        if self.carried and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            return True
        return False

    def _mouse(self, table: QAbstractItemView, event: QMouseEvent) -> bool:
        at, kind = event.position().toPoint(), event.type()
        where = event.globalPosition().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._ids = self._taken(table, at) if plain else ()
            self._pressed = where if self._ids else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if not self.carried and (where - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._begin()
            if self.carried:
                self._follow(where)
            return True  # no cells are chosen meanwhile
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            carried, leg, ids = self.carried, self._legs.at(where), self._ids
            self._end()
            if carried and leg is not None:
                self._drop(ids, leg)
            return carried
        return False

    def _taken(self, table: QAbstractItemView, at: QPoint) -> tuple[UUID, ...]:
        """Return the chosen rows, where one of their names is under a point."""
        index = table.indexAt(at)
        chosen = self._view.table.chosen_ids()
        if not index.isValid() or index.column() or not self._legs.isVisible():
            return ()
        return tuple(chosen) if self._view.model.row(index.row()).id in chosen else ()

    def _begin(self) -> None:
        t, model = self._ctx.t, self._view.model
        self.carried = True
        self._view.table.choose(list(self._ids))
        self._legs.light(True)
        name = str(model.value_of(self._ids[0], "name") or "")
        more = len(self._ids) - 1
        self._tag.show(
            t.plural("{name} and {count} more", "{name} and {count} more", more, name=name) if more else name
        )

    def _follow(self, where: QPoint) -> None:
        under = self._legs.at(where)
        self._legs.light(True, under)
        shape = Qt.CursorShape.ClosedHandCursor if under is not None else Qt.CursorShape.ForbiddenCursor
        for room in self._rooms.values():
            room.viewport().setCursor(QCursor(shape))
        self._tag.follow(self._over.mapFromGlobal(where))

    def _end(self) -> None:
        self._pressed, self.carried = None, False
        self._tag.hide()
        self._legs.light(False)
        for room in self._rooms.values():
            room.viewport().unsetCursor()
