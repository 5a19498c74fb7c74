"""Open the field in which a cell of a list is edited."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.tables.editors import field_for
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.row_paint import RowPaint
from missionplanner.gui.theme import Theme, roomy

Index = QModelIndex | QPersistentModelIndex
ROW = 34
_TALL = 96


class Table(Protocol):
    """Be what the delegate asks of its view."""

    def take(self, index: Index, text: str, new: bool) -> None:
        """Store what was typed into a cell."""

    def apply_next_to_all(self) -> None:
        """Store what is typed now in all selected rows."""


class CellDelegate(QStyledItemDelegate):
    """Open the field of a cell; ``rows`` draws the cells, all that are in sight at once."""

    def __init__(self, view: QTableView, model: RecordModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        self.rows = RowPaint(view, model, theme)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(self.rows.width_of(self._model.text(index.row(), index.column())), roomy(ROW))

    # -- editing ----------------------------------------------------------------------------------

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        column = self._model.columns[index.column()]
        made = field_for(column, self._model.values, self._theme)
        made.setParent(parent)
        made.setObjectName("cell")
        heading = self._model.values.t(column.title)
        made.setAccessibleName(f"{heading}: {self._model.text(index.row(), 0)}")
        if isinstance(made, Prose):
            made.committed.connect(lambda _text: self._leave_soon(made))
        if isinstance(made, Lookup):
            made.created.connect(lambda _name: made.setProperty("creates", True))
            made.created.connect(lambda _name: self._leave_soon(made))
            made.chosen.connect(lambda _one: self._leave_soon(made))
            made.textEdited.connect(lambda _text: made.setProperty("creates", False))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        if isinstance(editor, Entry | Prose):
            editor.show_text(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        if isinstance(editor, Prose):
            if editor.dirty:
                cast(Table, self._view).take(index, editor.toPlainText(), False)
            return
        if not isinstance(editor, Entry):
            return
        if isinstance(editor, Lookup):
            editor.take_mark()
        new = bool(editor.property("creates"))
        if editor.dirty or new:
            cast(Table, self._view).take(index, editor.text(), new)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        area = QRect(option.rect).adjusted(0, 0, 0, -1)
        if isinstance(editor, Prose):
            room = self._view.viewport().rect()
            area.setWidth(max(area.width(), min(roomy(320), room.width())))
            area.setHeight(max(editor.height(), roomy(_TALL)))
            area.moveRight(min(area.right(), room.right()))
            area.moveBottom(min(area.bottom(), room.bottom()))
        editor.setGeometry(area)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                cast(Table, self._view).apply_next_to_all()
        return super().eventFilter(watched, event)

    def _leave_soon(self, editor: QWidget) -> None:
        """Store and close after a click into the list; a key that took an entry does so by itself."""
        QTimer.singleShot(0, editor, lambda: self._leave(editor))

    def _leave(self, editor: QWidget) -> None:
        if self._view.indexWidget(self._view.currentIndex()) is editor:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
