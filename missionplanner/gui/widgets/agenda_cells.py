"""Paint and edit the cells of the agenda's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.domain.text import folded
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.models.agenda import ROW, Column, Row
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.painting import draw_icon, draw_pill

AnyIndex = QModelIndex | QPersistentModelIndex
CREATES = (Column.PLACE, Column.HOSTS)
ROW_HEIGHT = 34
BAND = 36
"""Height of the band that names a day, above its first row."""
_ICON = 16
_PAD = 10
FADED = 0.4
"""How much is seen of what is not of the one whose agenda is shown: here one still reads."""


class Table(Protocol):
    """Be what the delegate asks of its view."""

    sought: str

    def faded(self, row: Row) -> bool:
        """Tell whether a row is not of the one whose agenda is shown."""

    def banded(self, row: int) -> bool:
        """Tell whether a band lies above a row."""

    def chosen(self, row: int) -> bool:
        """Tell whether a row is selected."""

    def options(self, column: Column) -> Sequence[Option] | None:
        """Return what fits into a cell."""

    def take(self, index: AnyIndex, text: str, new: bool) -> None:
        """Store what was typed into a cell."""


class CellDelegate(QStyledItemDelegate):
    """Draw a row below its band and open a field in a cell."""

    def __init__(self, view: QTableView, theme: Theme, t: Translator) -> None:
        super().__init__(view)
        self._view, self._theme, self._t = view, theme, t
        self._table = cast(Table, view)

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - the names are Qt's
        text = str(index.data() or "")
        extra = _ICON + 26 if index.column() == Column.TITLE else 22
        return QSize(QFontMetrics(font("body")).horizontalAdvance(text) + extra, roomy(ROW_HEIGHT))

    def cell(self, area: QRect, index: AnyIndex) -> QRect:
        """Return the part of an index's area that is the cell, without the band above it."""
        return area.adjusted(0, roomy(BAND), 0, 0) if self._table.banded(index.row()) else QRect(area)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        area = self.cell(option.rect, index)
        painter.save()
        if self._table.chosen(index.row()):
            painter.fillRect(area, self._theme.colour("selected"))
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setOpacity(FADED if self._table.faded(row) else 1.0)
        self._fill(painter, area.adjusted(_PAD, 0, -6, 0), row, Column(index.column()))
        painter.setOpacity(1.0)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _fill(self, painter: QPainter, area: QRect, row: Row, column: Column) -> None:
        text = row.cells[column]
        if column is Column.STATUS and text:
            draw_pill(painter, self._theme, text, row.tone, area.left() + self._pill(text), area.center().y() + 1)
            return
        if column is Column.TITLE:
            bar = self._theme.tokens.tint(row.item.kind).bar
            square = QRect(area.left(), area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            draw_icon(painter, self._theme, row.icon, bar, square)
            area = area.adjusted(_ICON + 8, 0, 0, 0)
            area = self._marks(painter, area, row)
        role = "strong" if column is Column.TITLE else "time" if column in (Column.START, Column.END) else "body"
        painter.setFont(font(role))
        self._text(painter, area, text, self._theme.colour("text3" if row.faint else "text"))
        if row.faint and column is Column.TITLE:
            width = min(painter.fontMetrics().horizontalAdvance(text), area.width())
            painter.drawLine(area.left(), area.center().y() + 1, area.left() + width, area.center().y() + 1)

    def _marks(self, painter: QPainter, area: QRect, row: Row) -> QRect:
        """Draw what a title ends with: the lock, the sign of an issue."""
        marks = [("lock", "text2")] if row.locked else []
        if row.issues:
            marks.append(("triangle-alert", "danger" if row.clash else "warn"))
        for icon, colour in reversed(marks):
            square = QRect(area.right() - 15, area.center().y() - 6, 14, 14)
            draw_icon(painter, self._theme, icon, colour, square)
            area = area.adjusted(0, 0, -20, 0)
        return area

    def _text(self, painter: QPainter, area: QRect, text: str, ink: QColor) -> None:
        measures = painter.fontMetrics()
        shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        bare = folded(shown.rstrip("…"))
        place = bare.find(self._table.sought) if self._table.sought else -1
        if place >= 0 and len(bare) == len(shown.rstrip("…")):
            found = shown[place : place + len(self._table.sought)]
            left = area.left() + measures.horizontalAdvance(shown[:place])
            high = measures.height() + 2
            mark = QRect(left - 1, area.center().y() - high // 2 + 1, measures.horizontalAdvance(found) + 2, high)
            painter.fillRect(mark, self._theme.colour("warn_bg"))
            painter.setPen(self._theme.colour("warn"))
            painter.drawLine(mark.bottomLeft(), mark.bottomRight())
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    @staticmethod
    def _pill(text: str) -> int:
        return QFontMetrics(font("pill")).horizontalAdvance(text) + 20

    # -- editing ----------------------------------------------------------------------------------

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        column = Column(index.column())
        editor = self._field(column)
        editor.setParent(parent)
        editor.setObjectName("cell")
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"{heading}: {index.model().index(index.row(), 0).data()}")
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        if isinstance(editor, Entry):
            editor.show_text(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, _model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if not isinstance(editor, Entry):
            return
        if isinstance(editor, Lookup):
            editor.take_mark()
        new = bool(editor.property("creates"))
        if editor.dirty or new:
            self._table.take(index, editor.text(), new)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        editor.setGeometry(self.cell(option.rect, index).adjusted(0, 0, 0, -1))

    def _field(self, column: Column) -> Entry:
        if self._table.options(column) is None:
            return Entry()
        create = self._t("Create “{name}”") if column in CREATES else ""
        made = Lookup(self._offers(column), self._theme, create=create)
        made.created.connect(lambda _name: made.setProperty("creates", True))
        made.created.connect(lambda _name: self._leave_soon(made))
        made.chosen.connect(lambda _one: self._leave_soon(made))
        made.textEdited.connect(lambda _text: made.setProperty("creates", False))
        return made

    def _leave_soon(self, editor: QWidget) -> None:
        """Store and close after a click into the list; a key that took an entry does so by itself."""
        QTimer.singleShot(0, editor, lambda: self._leave(editor))

    def _leave(self, editor: QWidget) -> None:
        if self._view.indexWidget(self._view.currentIndex()) is editor:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)

    def _offers(self, column: Column) -> Callable[[], Sequence[Option]]:
        return lambda: self._table.options(column) or ()
