"""Show the first rows of a table as the file has them: which heads it, what each column is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.theme import Theme, font, roomy

if TYPE_CHECKING:
    from missionplanner.services.imports import Reading

Index = QModelIndex | QPersistentModelIndex
_SHOWN, _FEW = 8, 3
"""Rows that are in sight in a large window, and in a low one."""
_LEAST_BELOW = 2
_FIELDS, _ROW, _WIDTH, _NUMBER = 38, 24, 168, 36
_PAD, _LONGEST = 8, 120


class FirstRows(QTableWidget):
    """Follow a review. Enter, Space or a press on a line lets it head the table.

    The first line holds the fields, the others are those of the file. ``refused`` carries why a field cannot be.
    """

    refused = Signal(str)

    def __init__(self, ctx: Context, review: Review) -> None:
        super().__init__()
        self._ctx, self._review = ctx, review
        self._shown = _SHOWN
        self.setObjectName("import_columns")
        self.setAccessibleName(ctx.t("First rows of the file: choose the one with the headings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Cells(self, ctx.theme))
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        numbers = self.verticalHeader()
        numbers.setFont(font("small"))
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setFixedWidth(roomy(_NUMBER))
        numbers.setObjectName("import_row_numbers")
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.sectionClicked.connect(self._head)
        tokens = ctx.theme.tokens
        self.setStyleSheet(
            f"QTableWidget {{ background: {tokens.surface}; border: none; }}"
            f"QHeaderView {{ background: {tokens.surface}; border: none; }}"
            f"QHeaderView::section {{ background: {tokens.surface2}; color: {tokens.text2}; border: none;"
            f" border-bottom: 1px solid {tokens.border}; }}"
            f"QTableCornerButton::section {{ background: {tokens.surface}; border: none; }}"
        )
        self.cellClicked.connect(lambda row, _column: self._head(row))
        review.read_anew.connect(self.follow)

    def set_low(self, low: bool) -> None:
        """Show fewer rows where there is little room."""
        self._shown = _FEW if low else _SHOWN

    def follow(self) -> None:
        """Show the rows and columns of the reading there is now."""
        reading = self._review.reading
        focused = next((one.objectName() for one in self.findChildren(Choice) if one.hasFocus()), "")
        row = self.currentRow()
        self.clear()
        if reading is None or reading.book is None:
            self.hide()
            return
        self._fill(reading)
        self.show()
        again = self.findChild(Choice, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentCell(max(row, 1), 0)

    def _fill(self, reading: Reading) -> None:
        assert reading.book is not None
        sheet, head = reading.book.sheets[reading.sheet], reading.header_row
        count = min(len(sheet.rows), max(_SHOWN, (head or 0) + 1 + _LEAST_BELOW))
        self.setRowCount(count + 1)
        self.setColumnCount(sheet.width)
        self.setVerticalHeaderLabels(["", *(str(number + 1) for number in range(count))])
        for number, cells in enumerate(sheet.rows[:count]):
            for column, cell in enumerate(cells):
                made = QTableWidgetItem(self._written(cell)[:_LONGEST])
                if number == head:
                    made.setData(_HEADS, True)
                elif head is not None and number < head:
                    made.setData(_ABOVE, True)
                self.setItem(number + 1, column, made)
            self.setRowHeight(number + 1, roomy(_ROW))
            far = self._shown < _SHOWN and abs(number - (head or 0)) > 1
            self.setRowHidden(number + 1, far)
        self._offer_fields(reading)
        for column in range(sheet.width):
            self.setColumnWidth(column, roomy(_WIDTH))
            empty = all(cells[column] is None for cells in sheet.rows[: max(count, 50)])
            self.setColumnHidden(column, empty)
        visible = sum(not self.isRowHidden(number + 1) for number in range(count))
        inside = roomy(_ROW) * min(visible, self._shown) + (roomy(_FIELDS) if reading.columns is not None else 0)
        self.setFixedHeight(inside + roomy(14))

    def _written(self, cell: object) -> str:
        from missionplanner.services.imports import speech

        return speech.value(cell, self._ctx.t.language, self._ctx.wording.weekday)

    def _offer_fields(self, reading: Reading) -> None:
        from missionplanner.services.imports.typing_in import choices

        self.setRowHidden(0, reading.columns is None)
        self.setRowHeight(0, roomy(_FIELDS))
        if reading.columns is None:
            return
        names = choices(reading.form, self._ctx.t.language)
        assert reading.book is not None
        rows = reading.book.sheets[reading.sheet].rows
        for column in reading.columns.columns:
            if any(cells[column.index] is not None for cells in rows[:50]):
                self.setCellWidget(0, column.index, self._fields(column.index, column.header, column.field, names))

    def _fields(self, index: int, header: str, chosen: str | None, names: dict[str, str]) -> Choice:
        t = self._ctx.t
        made = Choice(self._ctx.theme)
        made.setObjectName(f"import_column_{index}")
        made.setFont(font("body"))
        title = header or t("Column {number}", number=index + 1)
        made.setAccessibleName(t("Column “{name}” is", name=title))
        made.addItems([t("Leave out"), *names.values()])
        made.values = (None, *names)
        made.setCurrentIndex(made.values.index(chosen) if chosen in made.values else 0)
        made.activated.connect(lambda _at: self._choose(index, made.chosen()))
        return made

    # -- deciding -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        plain = not event.modifiers() or event.modifiers() == Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._head(self.currentRow())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # which is the dialog's
            return
        super().keyPressEvent(event)

    def _head(self, row: int) -> None:
        """Let a line head the table."""
        from missionplanner.services.imports import Otherwise

        reading = self._review.reading
        if row > 0 and reading is not None and reading.header_row != row - 1:
            self._review.read_as(Otherwise(form=reading.form, heading=row - 1))

    def _choose(self, index: int, key: str | None) -> None:
        from missionplanner.base.errors import Invalid
        from missionplanner.services.imports import Otherwise

        reading = self._review.reading
        if reading is None or reading.columns is None:
            return
        try:
            columns = reading.columns.with_column(index, key)
        except Invalid as error:
            self.refused.emit(self._ctx.t.say(error))
            return
        self._review.read_as(Otherwise(columns=columns))


_HEADS, _ABOVE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _Cells(QStyledItemDelegate):
    """Draw the line that heads the table as one, those above it faintly."""

    def __init__(self, view: FirstRows, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, theme = QRect(option.rect), self._theme
        heads, above = bool(index.data(_HEADS)), bool(index.data(_ABOVE))
        painter.fillRect(area, theme.colour("selected" if heads else "surface"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(font("strong" if heads else "small"))
        painter.setPen(theme.colour("text3" if above else "text" if heads else "text2"))
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
