"""Know what is selected in a list: by rows, by blocks of cells, and over sorting and filtering."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex
from PySide6.QtWidgets import QTableView

from missionplanner.gui.tables.header import Header
from missionplanner.gui.tables.model import RecordModel

_REMEMBERED = 2000
"""Rows that stay selected while the list is sorted or filtered."""
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate


class Chosen:
    """Read and set the selection of a table."""

    def __init__(self, table: QTableView, model: RecordModel, head: Header) -> None:
        self._table, self._rows, self._head = table, model, head
        self._kept: tuple[list[UUID], UUID | None, int] = ([], None, 0)

    def rows(self) -> list[int]:
        """Return the rows with a selected cell, else that of the current one."""
        rows: set[int] = set()
        for part in self.parts():
            rows.update(range(part.top(), part.bottom() + 1))
        if not rows and self._now.isValid():
            rows.add(self._now.row())
        return sorted(row for row in rows if row < self._rows.rowCount())

    def parts(self) -> list[QItemSelectionRange]:
        """Return the selected blocks of cells: ten thousand rows are one."""
        selection = self._table.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def cells(self) -> tuple[list[int], list[int]]:
        """Return the rows of the selection and its columns, as they are shown from left to right."""
        columns: set[int] = set()
        for part in self.parts():
            columns.update(range(part.left(), part.right() + 1))
        if not columns and self._now.isValid():
            columns.add(self._now.column())
        return self.rows(), [place for place in self._head.in_order() if place in columns]

    def ids(self) -> list[UUID]:
        """Return the rows with a selected cell, in the order they are shown."""
        return [self._rows.row(place).id for place in self.rows()]

    @property
    def current_id(self) -> UUID | None:
        """Return the row of the current cell."""
        row = self._now.row()
        return self._rows.row(row).id if 0 <= row < self._rows.rowCount() else None

    # -- setting ----------------------------------------------------------------------------------

    def choose(self, ids: Sequence[UUID], key: str = "") -> None:
        """Select rows by a cell each, and bring the first into sight."""
        places = self._rows.places_of(ids)
        if not places:
            return
        column = max(self._rows.place_of_column(key), 0) if key else max(self._now.column(), 0)
        first = self._rows.index(places[0], column)
        self._table.selectionModel().setCurrentIndex(first, _NOTHING)
        self._table.selectionModel().select(self._cells_at(places, column), _ALONE)
        self._table.scrollTo(first)

    def whole_rows(self) -> None:
        """Select the whole of the rows with a selected cell."""
        chosen = QItemSelection()
        last = self._rows.columnCount() - 1
        for part in self.parts():
            chosen.select(self._rows.index(part.top(), 0), self._rows.index(part.bottom(), last))
        self._table.selectionModel().select(chosen, _ALONE)

    # -- order and filter -------------------------------------------------------------------------

    def remember(self) -> None:
        """Keep what is selected while the rows are arranged anew."""
        ids = self.ids() if self._table.selectionModel().selection().count() <= _REMEMBERED else []
        self._kept = (ids[:_REMEMBERED], self.current_id, max(self._now.column(), 0))

    def recall(self) -> None:
        """Select what was selected, as far as it is still shown."""
        ids, current, column = self._kept
        model = self._table.selectionModel()
        chosen = self._cells_at(self._rows.places_of(ids), column)
        place = self._rows.place_of(current)
        if place >= 0:
            index = self._rows.index(place, column)
            model.setCurrentIndex(index, _NOTHING)
            self._table.scrollTo(index)
        elif self._rows.rowCount():
            model.setCurrentIndex(self._rows.index(0, column), _NOTHING)
        if not chosen.isEmpty():
            model.select(chosen, _ALONE)

    def _cells_at(self, places: Sequence[int], column: int) -> QItemSelection:
        found = QItemSelection()
        for place in places:
            index = self._rows.index(place, column)
            found.select(index, index)
        return found

    @property
    def _now(self) -> QModelIndex:
        return self._table.currentIndex()
