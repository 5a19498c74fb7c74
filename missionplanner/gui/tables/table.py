"""Be the table of a list: move about in it, edit its cells, several at once, fill, copy and paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.tables import clipboard
from missionplanner.gui.tables.cell_notes import CellNotes
from missionplanner.gui.tables.chosen import Chosen
from missionplanner.gui.tables.delegate import ROW, CellDelegate, Index
from missionplanner.gui.tables.edits import Edits, Problem, Wanted
from missionplanner.gui.tables.frozen import FrozenColumn
from missionplanner.gui.tables.header import Header
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.pasting import cells_to_paste, names_columns
from missionplanner.gui.tables.spec import Kind
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.alone import GoesAlone
from missionplanner.gui.widgets.editing import begin

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordTable(GoesAlone, QTableView):
    """Show rows. ``chosen`` tells that other rows are selected, ``left`` is Escape outside a field.

    ``rows_pasted`` carries text and HTML of what is no range of cells but new rows, ``aside`` the problems of
    cells that were not stored.
    """

    chosen = Signal()
    left = Signal()
    rows_pasted = Signal(str, str)
    aside = Signal(list)

    def __init__(self, ctx: Context, model: RecordModel, name: str) -> None:
        super().__init__()
        self.setObjectName("list_table")
        self.setAccessibleName(name)
        self._ctx, self._rows = ctx, model
        self.edits: Edits | None = None
        self._refused = False
        self._to_all = False
        header = Header(self, model, ctx)
        self.setHorizontalHeader(header)
        self.head = header
        self.picked = Chosen(self, model, header)
        self._look()
        self.setModel(model)
        self.cells = CellDelegate(self, model, ctx.theme)
        self.setItemDelegate(self.cells)
        self.first = FrozenColumn(self, header, model, ctx)
        self.notes = CellNotes(self, ctx)
        self.notes.wanted.connect(self._apply_to_rows)
        model.modelAboutToBeReset.connect(self.picked.remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(lambda *_some: self.chosen.emit())
        self.selectionModel().currentChanged.connect(self._moved)

    # -- what is selected -------------------------------------------------------------------------

    def chosen_ids(self) -> list[UUID]:
        """Return the rows with a selected cell, in the order they are shown."""
        return self.picked.ids()

    @property
    def current_id(self) -> UUID | None:
        """Return the row of the current cell."""
        return self.picked.current_id

    def choose(self, ids: Sequence[UUID], key: str = "") -> None:
        """Select rows by a cell each, and bring the first into sight."""
        self.picked.choose(ids, key)

    def edit_cell(self, identity: UUID, key: str) -> None:
        """Open the field of a cell."""
        self.choose([identity], key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        begin(self, self.currentIndex())

    # -- several cells ----------------------------------------------------------------------------

    def fill_down(self) -> None:
        """Give the selected cells what the first of their column holds; one alone what is above it."""
        rows, columns = self.picked.cells()
        if len(rows) == 1 and rows[0] > 0:
            rows = [rows[0] - 1, rows[0]]
        if len(rows) > 1:
            model = self._rows
            cells = [
                Wanted(
                    model.row(row).id,
                    model.columns[place],
                    model.text(row, place),
                    model.value(rows[0], place),
                    False,
                )
                for place in columns
                if model.editable(place)
                for row in rows[1:]
            ]
            self._store(cells)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        rows, columns = self.picked.cells()
        model = self._rows
        self._store(
            [
                Wanted(model.row(row).id, model.columns[place])
                for row in rows
                for place in columns
                if model.editable(place) and model.text(row, place)
            ]
        )

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as text and as a table."""
        rows, columns = self.picked.cells()
        if not rows:
            return
        model = self._rows
        grid = [
            [model.values.say(model.columns[place], model.value(row, place)) for place in columns] for row in rows
        ]
        headings = [self._ctx.t(model.columns[place].title) for place in columns]
        data = QMimeData()
        data.setText(clipboard.as_text(grid))
        data.setHtml(clipboard.as_html(grid, headings if len(rows) > 1 and len(columns) > 1 else ()))
        QApplication.clipboard().setMimeData(data)
        count = len(rows)
        self._ctx.notices.say(
            self._ctx.t.plural("{count} row copied.", "{count} rows copied.", count), tone="info"
        )

    def paste(self) -> None:
        """Paste into the cells from the current one on; what has headings, or no cell to go to, is new rows."""
        data = QApplication.clipboard().mimeData()
        text, html = data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
        grid = clipboard.grid_of(text, html)
        if not grid:
            return
        if not self.currentIndex().isValid() or names_columns(grid, self._rows):
            self.rows_pasted.emit(text, html)
            return
        rows, columns = self.picked.cells()
        shown = self.head.in_order()
        self._store(cells_to_paste(grid, self._rows, rows, columns, shown[shown.index(columns[0]) :]))
        missing = rows[0] + len(grid) - self._rows.rowCount()
        if missing > 0 and len(grid) > 1:
            t = self._ctx.t
            told = t.plural("{count} row did not fit below.", "{count} rows did not fit below.", missing)
            self._ctx.notices.say(told, tone="warn")

    def today(self) -> None:
        """Put today into the current cell, where it holds a day."""
        index = self.currentIndex()
        if index.isValid() and self._rows.columns[index.column()].kind is Kind.DATE:
            self.take(index, "today", False)

    def turn(self) -> bool:
        """Turn a yes into a no, in all selected rows; tell whether the current cell is one."""
        index = self.currentIndex()
        if not index.isValid() or self._rows.columns[index.column()].kind is not Kind.FLAG:
            return False
        column, now = self._rows.columns[index.column()], self._rows.value(index.row(), index.column())
        if self.edits is not None and self._rows.editable(index.column()):
            self.edits.store(self._in_column(index), column, self._ctx.t("No") if now else self._ctx.t("Yes"))
        return True

    def _store(self, cells: Sequence[Wanted]) -> None:
        if self.edits is None or not cells:
            return
        stored, problems = self.edits.store_cells(cells)
        self.tell_aside(stored, problems)

    def tell_aside(self, stored: int, problems: list[Problem]) -> None:
        """Say what came of many cells, and keep aside those that were not stored."""
        t = self._ctx.t
        words = t.plural("{count} cell changed.", "{count} cells changed.", stored)
        if stored and not problems:
            self._ctx.told_with_undo(words)
        self.aside.emit(problems)

    # -- one cell ---------------------------------------------------------------------------------

    def take(self, index: Index, text: str, new: bool) -> None:
        """Store what was typed into a cell; what is refused stays in the field, with why under it."""
        if self.edits is None or index.row() >= self._rows.rowCount():
            return
        to_all, self._to_all = self._to_all, False
        identity, column = self._rows.row(index.row()).id, self._rows.columns[index.column()]
        several = self._in_column(index)
        gesture = uuid4().hex
        ids = several if to_all else [identity]
        fault = self.edits.store(ids, column, text, new=new, gesture=gesture)
        self._refused = bool(fault)
        place = self._rows.place_of(identity)
        spot = self._rows.index(max(place, 0), index.column())
        self.notes.say_fault(fault, spot)
        others = [one for one in several if one != identity]
        if not fault and others and not to_all:
            self.notes.offer(len(several), spot, (others, column, text, new, gesture))

    def _in_column(self, index: Index) -> list[UUID]:
        """Return the selected rows where only this column is selected, else the cell's own."""
        rows, columns = self.picked.cells()
        own = self._rows.row(index.row()).id
        ids = [self._rows.row(row).id for row in rows] if columns == [index.column()] else []
        return ids if own in ids else [own]

    def _apply_to_rows(self, offered: Any) -> None:
        others, column, text, new, gesture = offered
        if self.edits is not None:
            self.notes.say_fault(
                self.edits.store(others, column, text, new=new, gesture=gesture), self.currentIndex()
            )
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt ---------------------------------------------------------------------------------------

    def closeEditor(  # noqa: N802 - the names are Qt's
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        if self._refused:  # what was typed stays, with what is wrong with it under the cell
            self._refused = False
            editor.setProperty("wrong", "true")
            editor.style().polish(editor)
            return
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.notes.hide_fault()
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if entered else hint)
        if entered and not self.notes.offering:
            self._step(1)

    def apply_next_to_all(self) -> None:
        """Store what is typed now in all selected rows: Ctrl+Enter in a field."""
        self._to_all = True

    def event(self, event: QEvent) -> bool:
        # Letters begin an edit here and are no keys of the page; nor are Enter, F2 and Space.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)
            return
        key, held = event.key(), event.modifiers() & _HELD
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        done = (
            self._plain_keys(shift).get(Qt.Key(key))
            if not held
            else self._held_keys(shift).get((Qt.Key(key), held))
        )
        if done is not None:
            done()
        elif key == Qt.Key.Key_Escape:
            self.notes.hide_all()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _plain_keys(self, shift: bool) -> dict[Qt.Key, Callable[[], object]]:
        steps = -1 if shift else 1
        return {
            Qt.Key.Key_Return: lambda: self._step(steps),
            Qt.Key.Key_Enter: lambda: self._step(steps),
            Qt.Key.Key_Backspace: self.clear_cells,
            Qt.Key.Key_Space: self.picked.whole_rows if shift else self.turn,
        }

    def _held_keys(self, shift: bool) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        place = max(self.currentIndex().column(), 0)
        return {
            (Qt.Key.Key_Up, alt): lambda: self.head.sort(place, False, further=shift),
            (Qt.Key.Key_Down, alt): lambda: self.head.sort(place, True, further=shift),
            (Qt.Key.Key_Semicolon, control): self.today,
            (Qt.Key.Key_Return, control): self.notes.take,
            (Qt.Key.Key_Enter, control): self.notes.take,
            (Qt.Key.Key_Down, alt | control): lambda: self.head.ask(place),
        }

    def _own_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _HELD:
            return False
        letter = bool(event.text()) and event.text().isprintable() and event.text() not in "/?"
        place = self.currentIndex().column()
        typed = letter and self.currentIndex().isValid() and self._rows.editable(place)
        return typed or event.key() in (Qt.Key.Key_F2, *_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Backspace)

    def _step(self, steps: int) -> None:
        index = self.currentIndex()
        row = index.row() + steps
        if index.isValid() and 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, index.column()))

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self.cells.rows.current_row = self.first.cells.rows.current_row = now.row()
        if now.row() != before.row():
            self.viewport().update()
            self.first.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.cells.rows.draw(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.head.fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.notes.hide_all()
        super().hideEvent(event)

    # -- order and filter -------------------------------------------------------------------------

    def _recall(self) -> None:
        self.picked.recall()
        self.cells.rows.current_row = self.first.cells.rows.current_row = self.currentIndex().row()
        self.chosen.emit()

    def _look(self) -> None:
        tokens = self._ctx.theme.tokens
        self.setFont(font("body"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(roomy(ROW))
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.surface}; border: none; outline: none; }}"
            f" #list_first_column {{ border-right: 1px solid {tokens.border_strong}; }}"
            " QAbstractScrollArea::corner { background: transparent; border: none; }"
            f" QHeaderView {{ background: {tokens.surface}; border: none; }}"
            " #cell { border-radius: 3px; padding: 1px 6px; min-height: 16px; }"
            f" #cell_fault {{ background: {tokens.danger_bg}; border: 1px solid {tokens.danger};"
            f" border-radius: 4px; padding: 4px 8px; color: {tokens.danger}; }}"
        )
