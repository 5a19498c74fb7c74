"""Be the table of what a file holds: a tick and a word for each entry, its fields typed over in place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.entries_model import STATE, EntriesModel
from missionplanner.gui.import_preview.words import LOOKS, OUT, look_of
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.alone import GoesAlone
from missionplanner.gui.widgets.column_widths import fitted
from missionplanner.gui.widgets.painting import draw_icon

Index = QModelIndex | QPersistentModelIndex
ROW = 34
_BOX, _PAD, _ICON = 18, 10, 15
_WIDE = {"title": 260, "place": 220, "hosts": 200, "name": 220, "text": 240, "address": 220, "email": 200}
_NARROW = {"start": 88, "end": 66, "date": 112, "currency": 70, "country": 70}
_USUAL = 140
_LEAST = 0.6
"""What of its width a column of texts keeps before the table is scrolled."""
_OF_ALL = frozenset({"date", "from_day", "to_day"})
"""Fields that are typed once for all chosen rows: hosts get days wrong a day at a time."""
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class EntriesView(GoesAlone, QTableView):
    """Show the entries; ``moved`` carries the number of the current one and the field of the current cell."""

    moved = Signal(int, str)

    def __init__(self, ctx: Context, model: EntriesModel) -> None:
        super().__init__()
        self.setObjectName("import_entries")
        self.setAccessibleName(ctx.t("What the file holds"))
        self._ctx, self._model = ctx, model
        self.setModel(model)
        self.setItemDelegate(_Cells(self, model, ctx.theme))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(roomy(ROW))
        header = self.horizontalHeader()
        header.setFont(font("label"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setObjectName("import_entries_header")
        header.setStretchLastSection(True)
        header.setStyleSheet(
            f"QHeaderView {{ background: {ctx.theme.tokens.surface2}; border: none; }}"
            f"QHeaderView::section {{ background: {ctx.theme.tokens.surface2}; color: {ctx.theme.tokens.text2};"
            f" border: none; border-bottom: 1px solid {ctx.theme.tokens.border}; padding: 6px 10px; }}"
        )
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Fill the width: long texts give way first, the state of a row and its times stay as wide as they are."""
        widest = max(metrics("label").horizontalAdvance(self._ctx.t(words)) for _, _, words in LOOKS.values())
        wanted, least = {}, {}
        for column in range(self._model.columnCount()):
            key = self._model.key(column)
            width = roomy(_WIDE.get(key) or _NARROW.get(key) or _USUAL)
            if column == STATE:
                width = widest + roomy(_BOX + _ICON) + 4 * _PAD + roomy(40)
            heading = metrics("label").horizontalAdvance(self._model.title(column)) + 2 * _PAD + 8
            wanted[column] = max(width, heading)
            gives = column != STATE and key not in _NARROW
            least[column] = max(heading, round(width * _LEAST)) if gives else wanted[column]
        for column, width in fitted(wanted, least, self.viewport().width(), None).items():
            self.setColumnWidth(column, width)
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, STATE))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def show_number(self, number: int, key: str = "") -> None:
        """Go to an entry, and to a field of it."""
        column = self._model.keys.index(key) + 1 if key in self._model.keys else None
        for row, one in enumerate(self._model.entries):
            if one.draft.number == number and (row != self.currentIndex().row() or column is not None):
                before = max(self.currentIndex().column(), STATE)
                self.setCurrentIndex(self._model.index(row, before if column is None else column))

    def current_key(self) -> str:
        """Return the field of the current cell, empty for the first."""
        return self._model.key(self.currentIndex().column())

    def current_number(self) -> int | None:
        """Return the number of the current entry."""
        one = self._model.entry(self.currentIndex().row())
        return one.draft.number if one is not None else None

    def chosen_rows(self) -> list[int]:
        """Return the selected rows in their order."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - the names are Qt's
        super().currentChanged(current, previous)
        one = self._model.entry(current.row())
        if one is not None:
            self.moved.emit(one.draft.number, self._model.key(current.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._model.toggle(self.chosen_rows())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            event.ignore()  # which is the dialog's
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        box = self.visualRect(index)
        edge = box.left() + roomy(_BOX) + 2 * _PAD
        if index.isValid() and index.column() == STATE and event.position().x() < edge:
            self._model.toggle([index.row()])
            return
        super().mouseReleaseEvent(event)


class _Cells(QStyledItemDelegate):
    """Draw a row the way lists do; a guess has a mark, a fault its colour."""

    def __init__(self, view: EntriesView, model: EntriesModel, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(roomy(_USUAL), roomy(ROW))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        made = QLineEdit(parent)
        made.setFont(font("body"))
        made.setObjectName("import_cell")
        made.setAccessibleName(self._model.title(index.column()))
        return made

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Take what was typed; a day is that of all the chosen rows."""
        chosen = self._view.chosen_rows()
        rows = chosen if self._model.key(index.column()) in _OF_ALL and index.row() in chosen else [index.row()]
        for row in rows:
            model.setData(model.index(row, index.column()), cast(QLineEdit, editor).text())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(QRect(option.rect))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._model.entry(index.row())
        if one is None:
            return
        area, theme = QRect(option.rect), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, theme.colour("selected" if chosen else "surface"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        if index.column() == STATE:
            self._state(painter, inside, index)
        else:
            self._value(painter, inside, index)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)

    def _state(self, painter: QPainter, area: QRect, index: Index) -> None:
        one, theme = self._model.entries[index.row()], self._theme
        taken = self._model.is_taken(one)
        look = look_of(one) if taken or str(one.state) == "refused" else OUT
        icon, colour, _ = LOOKS[look]
        side = roomy(_BOX)
        box = QRect(area.left(), area.center().y() - side // 2, side, side)
        if str(one.state) != "refused":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent" if taken else "border_strong"), 1))
            painter.setBrush(theme.colour("accent" if taken else "surface"))
            painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if taken:
                draw_icon(painter, theme, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        small = roomy(_ICON)
        mark = QRect(box.right() + _PAD, area.center().y() - small // 2, small, small)
        draw_icon(painter, theme, icon, colour, mark)
        painter.setFont(font("label"))
        painter.setPen(theme.colour(colour if colour != "text3" else "text2"))
        text = QRect(mark.right() + 6, area.top(), area.right() - mark.right() - 6, area.height())
        painter.drawText(text, _LINE | Qt.AlignmentFlag.AlignLeft, self._model.state_words(one, look))

    def _value(self, painter: QPainter, area: QRect, index: Index) -> None:
        one, theme = self._model.entries[index.row()], self._theme
        key = self._model.key(index.column())
        words, fault = self._model.text(one, key), self._model.fault(one, key)
        colour = "text" if self._model.is_taken(one) else "text3"
        if fault or self._model.is_unsure(one, key):
            small = roomy(_ICON)
            mark = QRect(area.right() - small, area.center().y() - small // 2, small, small)
            draw_icon(
                painter, theme, "circle-alert" if fault else "circle-help", "danger" if fault else "warn", mark
            )
            area = area.adjusted(0, 0, -small - 4, 0)
        if fault and not words:
            trouble = next((each.kept for each in one.draft.troubles if each.field == key), "")
            words, colour = trouble, "danger"
        painter.setFont(font("time" if key in ("start", "end") else "body"))
        painter.setPen(theme.colour(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LINE | Qt.AlignmentFlag.AlignLeft, shown)
