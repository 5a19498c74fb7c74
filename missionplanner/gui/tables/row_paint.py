"""Paint the rows of a list column by column: a frame has hundreds of cells, and Qt asks much for each of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QTableView

from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.in_sight import Span, cell_under_pointer, chosen_in, columns_in, rows_in
from missionplanner.gui.widgets.painting import draw_icon, draw_pill

PAD = 10
_ICON = 15
_FULL_DAY = 118
"""Pixels a day takes whose month is written out, at most."""
_LAST_SIMPLE = "\u024f"
"""Last letter of the extended Latin alphabet."""
# Flags are put together once: in Python an | of them costs more than drawing a cell.
_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEFT, _RIGHT = _LINE | Qt.AlignmentFlag.AlignLeft.value, _LINE | Qt.AlignmentFlag.AlignRight.value


class _Widths(dict[str, float]):
    """Know how wide each letter of a font is: adding up is much cheaper than having Qt lay a text out."""

    def __init__(self, own: QFont) -> None:
        super().__init__()
        self.font = own
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


class RowPaint:
    """Draw what is in sight straight from the model; ``current_row`` lies on a ground of its own."""

    def __init__(self, view: QTableView, model: RecordModel, theme: Theme) -> None:
        self._view, self._model, self._theme = view, model, theme
        self.current_row = -1
        self._body, self._strong, self._time = (_Widths(font(role)) for role in ("body", "strong", "time"))
        names = ("selected", "hover", "border", "accent", "text", "surface")
        self._ink: dict[str, QColor] = {name: theme.colour(name) for name in names}
        self._ring = QPen(self._ink["accent"], 2)
        self._needed = QPen(theme.colour("warn"), 1, Qt.PenStyle.DashLine)

    def width_of(self, text: str) -> int:
        """Return how wide a cell is that shows all of a text."""
        return self._body.measures.horizontalAdvance(text) + 2 * PAD + 4

    def draw(self, clip: QRect) -> None:
        """Draw the cells that touch a part of the viewport."""
        model = self._model
        rows = rows_in(self._view, model.rowCount(), clip)
        columns = columns_in(self._view, model.columnCount(), clip)
        if not rows or not columns:
            return
        painter = QPainter(self._view.viewport())
        self._grounds(painter, rows, columns)
        for column in columns:
            self._cells(painter, rows, column)
        self._frame(painter)
        painter.end()

    # -- drawing ----------------------------------------------------------------------------------

    def _grounds(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        """Draw what lies under the texts: the grounds of chosen rows and cells, and a line below each row."""
        left, right = columns[0].begin, columns[-1].begin + columns[-1].length
        over, chosen = cell_under_pointer(self._view), chosen_in(self._view, rows)
        for row, top, height in rows:
            if row == self.current_row and (row in chosen or self._view.hasFocus()):
                painter.fillRect(left, top, right - left, height, self._ink["hover"])
            for place, begin, width in columns if row in chosen or row == over[0] else ():
                if place in chosen.get(row, ()):
                    painter.fillRect(begin, top, width, height, self._ink["selected"])
                elif (row, place) == over:
                    painter.fillRect(begin, top, width, height, self._ink["hover"])
            painter.fillRect(left, top + height - 1, right - left, 1, self._ink["border"])

    def _cells(self, painter: QPainter, rows: list[Span], span: Span) -> None:
        place, left, width = span.place, span.begin + PAD, span.length - 2 * PAD
        column, text_of = self._model.columns[place], self._model.text
        own = self._strong if place == 0 else self._time if column.figures else self._body
        figures, fresh = column.figures, True
        if column.kind is Kind.DATE and width < roomy(_FULL_DAY):  # all of a column alike
            text_of = self._model.brief
        for row, top, height in rows:
            text = text_of(row, place)
            if not text:
                if column.required:
                    self._mark_missing(painter, QRect(left, top, width, height))
                    fresh = True
            elif column.tone is not None:
                value = self._model.value(row, place)
                self._draw_state(painter, QRect(left, top, width, height), column, value, text)
                fresh = True
            else:
                if fresh:
                    painter.setFont(own.font)
                    painter.setPen(self._ink["text"])
                    fresh = False
                self._write(painter, (left, top, width, height), own, (text, figures))

    @staticmethod
    def _write(
        painter: QPainter, room: tuple[int, int, int, int], widths: _Widths, said: tuple[str, bool]
    ) -> None:
        """Write a text on one line, elided where it is longer than its room."""
        left, top, width, height = room
        text, figures = said
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
        room, measures = area.right() + PAD - left, metrics("pill")
        if measures.horizontalAdvance(text) + 2 * PAD > room:
            text = measures.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * PAD)
        width = measures.horizontalAdvance(text) + 2 * PAD
        draw_pill(painter, self._theme, text, tone, left + width, area.center().y() + 1)

    def _mark_missing(self, painter: QPainter, area: QRect) -> None:
        """Draw a broken line where something needed is not told."""
        painter.setPen(self._needed)
        middle = area.center().y() + 6
        painter.drawLine(area.left(), middle, area.left() + min(48, area.width()), middle)

    def _frame(self, painter: QPainter) -> None:
        """Draw a ring round the current cell while keys go there."""
        index = self._view.currentIndex()
        if index.isValid() and index.row() == self.current_row and self._view.hasFocus():
            area = self._view.visualRect(index)
            if area.isEmpty():
                return
            painter.setPen(self._ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.left() + 1, area.top() + 1, area.width() - 3, area.height() - 3, 4, 4)
