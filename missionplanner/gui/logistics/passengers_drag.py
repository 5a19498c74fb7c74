"""Carry chosen passengers to another journey with the mouse; those with seats for all of them are lit meanwhile.

What its button does by mouse or keys: the same service, one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.logistics.carrying import Carrying
from missionplanner.gui.logistics.other_legs import OtherLegs
from missionplanner.gui.tables.list_view import ListView

Drop = Callable[[Sequence[UUID], UUID], object]


class PassengersDrag(Carrying):
    """Watch the mouse over the names of a list of passengers: pulling a chosen one carries all that are chosen."""

    def __init__(self, ctx: Context, view: ListView, legs: OtherLegs, over: QWidget, drop: Drop) -> None:
        super().__init__(ctx, view, over, "carried_passengers")
        self._ctx, self._view, self._legs, self._drop = ctx, view, legs, drop
        self._ids: tuple[UUID, ...] = ()
        self._tables: dict[QWidget, QTableView] = {}
        for table in (view.table, *view.table.findChildren(QTableView)):
            self._tables[table.viewport()] = table
            self.watch(table.viewport(), view.table)

    def taken(self, room: QWidget, at: QPoint) -> bool:
        """Take the chosen rows, where one of their names is under a point."""
        index = self._tables[room].indexAt(at)
        chosen = self._view.table.chosen_ids()
        named = index.isValid() and not index.column() and self._legs.isVisible()
        self._ids = tuple(chosen) if named and self._view.model.row(index.row()).id in chosen else ()
        return bool(self._ids)

    def begin(self) -> str:
        t, model = self._ctx.t, self._view.model
        self._view.table.choose(list(self._ids))
        name = str(model.value_of(self._ids[0], "name") or "")
        more = len(self._ids) - 1
        return t.plural("{name} and {count} more", "{name} and {count} more", more, name=name) if more else name

    def target(self, where: QPoint) -> UUID | None:
        return self._legs.at(where)

    def light(self, on: bool, under: UUID | None = None) -> None:
        self._legs.light(on, under)

    def drop(self, target: UUID) -> None:
        self._drop(self._ids, target)
