"""Paint the cells of a list, and open the field in which one is edited."""

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.tables.editors import field_for
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.spec import Column
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.painting import draw_icon, draw_pill

Index = QModelIndex | QPersistentModelIndex
ROW = 34
_PAD = 10
_TALL = 96
_ICON = 15
_LAST_SIMPLE = "\u024f"
"""Last letter of the extended Latin alphabet."""
# Flags are put together once: in Python an | of them costs more than drawing a cell.
_SELECTED, _OVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEFT, _RIGHT = _LINE | Qt.AlignmentFlag.AlignLeft.value, _LINE | Qt.AlignmentFlag.AlignRight.value


class Table(Protocol):
    """Be what the delegate asks of its view."""

    def take(self, index: Index, text: str, new: bool) -> None:
        """Store what was typed into a cell."""

    def apply_next_to_all(self) -> None:
        """Store what is typed now in all selected rows."""


class _Widths(dict[str, float]):
    """Know how wide each letter of a font is: adding up is much cheaper than having Qt lay a text out."""

    def __init__(self, own: QFont) -> None:
        super().__init__()
        self.measures, self._fine = QFontMetrics(own), QFontMetricsF(own)
        self.height, self.ascent = self.measures.height(), self.measures.ascent()

    def __missing__(self, letter: str) -> float:
        self[letter] = found = self._fine.horizontalAdvance(letter)
        return found

    def of(self, text: str) -> float | None:
        """Return how wide a text is, None where its letters do not stand one by one from left to right."""
        if not text.isascii() and max(text) > _LAST_SIMPLE:
            return None
        return sum(map(self.__getitem__, text)) + 1


class CellDelegate(QStyledItemDelegate):
    """Draw cells straight from the model: a frame has hundreds of them."""

    def __init__(self, view: QTableView, model: RecordModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        self.current_row = -1
        self._body, self._strong, self._time = font("body"), font("strong"), font("time")
        self._widths = {id(one): _Widths(one) for one in (self._body, self._strong, self._time)}
        names = ("selected", "hover", "border", "accent", "text", "text3", "surface")
        self._ink: dict[str, QColor] = {name: theme.colour(name) for name in names}
        self._figures = [one.figures for one in model.columns]
        self._toned = [one.tone is not None for one in model.columns]
        self._ring = QPen(self._ink["accent"], 2)
        self._needed = QPen(theme.colour("warn"), 1, Qt.PenStyle.DashLine)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the names are Qt's
        text = self._model.text(index.row(), index.column())
        return QSize(self._widths[id(self._body)].measures.horizontalAdvance(text) + 2 * _PAD + 4, roomy(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.row(), index.column()
        text = self._model.cell(row, place)
        if text is None:
            return
        left, top, width, height = cast("tuple[int, int, int, int]", option.rect.getRect())
        state = option.state.value
        if state & _SELECTED:
            painter.fillRect(left, top, width, height, self._ink["selected"])
        elif row == self.current_row or state & _OVER:
            painter.fillRect(left, top, width, height, self._ink["hover"])  # any other has the table's ground
        painter.fillRect(left, top + height - 1, width, 1, self._ink["border"])
        if text and self._toned[place]:
            room = QRect(left + _PAD, top, width - 2 * _PAD, height)
            self._draw_state(painter, room, self._model.columns[place], self._model.value(row, place), text)
        elif text:
            self._write(painter, (left + _PAD, top, width - 2 * _PAD, height), place, text)
        elif self._model.columns[place].required:
            self._mark_missing(painter, QRect(left + _PAD, top, width - 2 * _PAD, height))
        if row == self.current_row and self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(self._ring)
            painter.drawRoundedRect(left + 1, top + 1, width - 3, height - 3, 4, 4)

    def _write(self, painter: QPainter, room: tuple[int, int, int, int], place: int, text: str) -> None:
        """Write a text on one line, elided where it is longer than its room."""
        left, top, width, height = room
        figures = self._figures[place]
        own = self._strong if place == 0 else self._time if figures else self._body
        painter.setFont(own)
        painter.setPen(self._ink["text"])
        widths = self._widths[id(own)]
        needed = widths.of(text)
        if needed is None or needed > width:
            text = widths.measures.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, height), _RIGHT if figures else _LEFT, text)
            return
        if figures:
            left += width - int(needed)
        painter.drawText(left, top + (height - widths.height) // 2 + widths.ascent, text)

    def _draw_state(self, painter: QPainter, area: QRect, column: Column, value: object, text: str) -> None:
        assert column.tone is not None
        tone, left = column.tone(value), area.left()
        icon = column.icon(value) if column.icon is not None else ""
        if icon:
            side = roomy(_ICON)
            spot = QRect(left, area.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, self._theme, icon, "text2" if tone == "quiet" else tone, spot)
            left += side + 4
        width = QFontMetrics(font("pill")).horizontalAdvance(text) + 20
        draw_pill(painter, self._theme, text, tone, left + width, area.center().y() + 1)

    def _mark_missing(self, painter: QPainter, area: QRect) -> None:
        """Draw a broken line where something needed is not told."""
        painter.setPen(self._needed)
        middle = area.center().y() + 6
        painter.drawLine(area.left(), middle, area.left() + min(48, area.width()), middle)

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
