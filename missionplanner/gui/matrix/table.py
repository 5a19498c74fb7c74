"""Be the table of a grid: move about, choose cells by key and mouse, find a person by typing the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.cells import HEADING, LOW, ROW, CellDelegate
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.heads import ColumnHeads, LineHeads
from missionplanner.gui.matrix.lines import Key
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.alone import GoesAlone

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
Cell = tuple[Key, object]
"""Line and column, by what tells them from others."""


class GridTable(GoesAlone, QTableView):
    """Show a grid. ``toggled`` asks to turn the chosen cells, ``put`` to turn them on or off.

    ``chosen`` tells that others are chosen, ``left`` is Escape, ``turned`` asks for the page before or after,
    ``opened`` for all of a cell, ``sought`` for the filter.
    """

    toggled = Signal()
    put = Signal(bool)
    chosen = Signal()
    left = Signal()
    turned = Signal(int)
    opened = Signal()
    sought = Signal()

    def __init__(self, ctx: Context, model: Grid, name: str, *, column: int, banded: bool) -> None:
        super().__init__()
        self._ctx, self._grid = ctx, model
        self.setAccessibleName(name)
        self._pressed: QModelIndex | None = None
        self._typed, self._typing = "", QDeadlineTimer()
        self._low = False
        self._kept: tuple[list[Cell], Cell | None] = ([], None)
        self.setModel(model)
        self.over = ColumnHeads(self, model, ctx, banded=banded)
        self.names = LineHeads(self, model, ctx)
        self.setHorizontalHeader(self.over)
        self.setVerticalHeader(self.names)
        self.over.setDefaultSectionSize(roomy(column))
        self.names.setDefaultSectionSize(roomy(ROW))
        self.cells = CellDelegate(self, model, ctx.theme)
        self.setItemDelegate(self.cells)
        self._look()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(lambda *_some: self.chosen.emit())
        self.selectionModel().currentChanged.connect(self._moved)
        self._size_lines()

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen_places(self) -> list[tuple[int, int]]:
        """Return the chosen cells by row and column, the current one where none is."""
        found: list[tuple[int, int]] = []
        selection = self.selectionModel().selection()
        for number in range(selection.count()):
            part = selection.at(number)
            found += [
                (row, place)
                for row in range(part.top(), part.bottom() + 1)
                for place in range(part.left(), part.right() + 1)
            ]
        current = self.currentIndex()
        if not found and current.isValid():
            found = [(current.row(), current.column())]
        rows, places = len(self._grid.lines), len(self._grid.keys)
        return [(row, place) for row, place in found if row < rows and place < places]

    def choose(self, cells: Sequence[Cell]) -> None:
        """Choose cells and bring the first into sight; those that are not there are left out."""
        rows = {one.key: row for row, one in enumerate(self._grid.lines)}
        places = {key: place for place, key in enumerate(self._grid.keys)}
        spots = [(rows[line], places[key]) for line, key in cells if line in rows and key in places]
        if not spots:
            return
        selection = QItemSelection()
        for row, place in spots:
            selection.select(self._grid.index(row, place), self._grid.index(row, place))
        first = self._grid.index(*spots[0])
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def go_to_first(self) -> None:
        """Have a current cell, so that keys work at once."""
        if not self.currentIndex().isValid() and self._grid.lines and self._grid.keys:
            row = next((row for row, one in enumerate(self._grid.lines) if not one.heading), 0)
            self.setCurrentIndex(self._grid.index(row, 0))

    def current_cell(self) -> Cell | None:
        """Return the current cell by what tells it from others."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self._grid.lines) or index.column() >= len(self._grid.keys):
            return None
        return self._grid.lines[index.row()].key, self._grid.keys[index.column()]

    # -- keys and mouse ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Letters look for a person here and are no keys of the page; nor are Space, Delete and Insert.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        done = self._keys(control).get(Qt.Key(event.key()))
        if done is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            done()
        elif not event.modifiers() & _HELD and event.text().isprintable() and event.text():
            self._find(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & (
            _HELD | Qt.KeyboardModifier.ShiftModifier
        )
        self._pressed = self.indexAt(event.position().toPoint()) if plain else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed.isValid() and pressed == self.indexAt(event.position().toPoint()):
            self.toggled.emit()

    def _own(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if Qt.Key(event.key()) in self._keys(control) and event.key() != Qt.Key.Key_Escape:
            return True
        return not control and event.text() not in ("", "?") and event.text().isprintable()

    def _keys(self, control: bool) -> dict[Qt.Key, Callable[[], object]]:
        if control:
            return {
                Qt.Key.Key_PageUp: lambda: self.turned.emit(-1),
                Qt.Key.Key_PageDown: lambda: self.turned.emit(1),
            }
        return {
            Qt.Key.Key_Space: self.toggled.emit,
            Qt.Key.Key_Insert: lambda: self.put.emit(True),
            Qt.Key.Key_Delete: lambda: self.put.emit(False),
            Qt.Key.Key_Backspace: lambda: self.put.emit(False),
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
            Qt.Key.Key_Slash: self.sought.emit,
            Qt.Key.Key_Escape: self._leave,
        }

    def _leave(self) -> None:
        if len(self.chosen_places()) > 1:
            self.setCurrentIndex(self.currentIndex())
        else:
            self.left.emit()

    def _find(self, letter: str) -> None:
        """Go to the next person whose name, or a word of it, begins with what was typed."""
        self._typed = folded(letter) if self._typing.hasExpired() else folded(f"{self._typed}{letter}")
        self._typing = QDeadlineTimer(QApplication.keyboardInputInterval() * 2)
        rows, now = len(self._grid.lines), max(self.currentIndex().row(), 0)
        begin = now + 1 if len(self._typed) == 1 else now
        for step in range(rows):
            row = (begin + step) % rows
            name = folded(self._grid.lines[row].name)
            if name.startswith(self._typed) or f" {self._typed}" in name:
                self.setCurrentIndex(self._grid.index(row, max(self.currentIndex().column(), 0)))
                return

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not self.cells.draw(event.rect()):
            super().paintEvent(event)

    # -- staying ----------------------------------------------------------------------------------

    def _remember(self) -> None:
        lines, keys = self._grid.lines, self._grid.keys
        some = self.chosen_places()[:2000]
        self._kept = ([(lines[row].key, keys[place]) for row, place in some], self.current_cell())

    def _recall(self) -> None:
        self._size_lines()
        cells, current = self._kept
        self.choose(cells)
        if current is not None:
            row, place = self._grid.row_of(current[0]), self._grid.place_of(current[1])
            if row >= 0 and place >= 0:
                index = self._grid.index(row, place)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(index)
        self._moved(self.currentIndex())
        self.chosen.emit()

    def _size_lines(self) -> None:
        for row, one in enumerate(self._grid.lines):
            wanted = roomy(LOW if self._low else HEADING if one.heading else ROW)
            if self.names.sectionSize(row) != wanted:
                self.names.resizeSection(row, wanted)

    def set_low(self, low: bool) -> None:
        """Make lines and titles as low as they can be read, where there is little room, or as usual."""
        if low != self._low:
            self._low = low
            self.over.set_low(low)
            self._size_lines()
            self.scrollTo(self.currentIndex())

    def _moved(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        self.cells.current = (current.row(), current.column())
        self.viewport().update()
        self.over.viewport().update()
        self.names.viewport().update()

    def spot_of(self, index: QModelIndex) -> QPoint:
        """Return where on the screen a menu of a cell opens."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def _look(self) -> None:
        tokens = self._ctx.theme.tokens
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.surface}; border: none; outline: none;"
            f" gridline-color: {tokens.border}; }}"
            f" QHeaderView {{ background: {tokens.surface}; border: none; }}"
            f" QTableCornerButton::section {{ background: {tokens.surface}; border: none; }}"
            " QAbstractScrollArea::corner { background: transparent; border: none; }"
        )
