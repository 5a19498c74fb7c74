"""Paint the cells of a grid: hundreds in a frame, so what looks alike is drawn once and kept."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from missionplanner.gui.matrix.grid import Grid, Index, Look
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.in_sight import Span, cell_under_pointer, chosen_in, columns_in, rows_in
from missionplanner.gui.widgets.painting import draw_icon

ROW, HEADING = 40, 30
LOW = 24
"""Height of both where there is little room."""
_SIGN, _MARK = 15, 13
_PADDING = 9
_MOST = 4000
"""Pictures that are kept."""


class CellDelegate(QStyledItemDelegate):
    """Draw an icon and words on the ground of their tone; the current cell has a ring."""

    def __init__(self, view: QTableView, model: Grid, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        names = ("selected", "hover", "accent", "surface", "surface2", "border")
        self._ink: dict[str, QColor] = {name: theme.colour(name) for name in names}
        self._ring = QPen(self._ink["accent"], 2)
        self._stamps: dict[tuple[Look, int, int], tuple[QPixmap, int, int]] = {}
        self._ratio = 0.0
        self.current = (-1, -1)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        look = self._model.look(index.row(), index.column())
        return QSize(self._width(look) + 12, roomy(ROW))

    def draw(self, clip: QRect) -> bool:
        """Draw the cells that touch a part of the viewport; False where a subclass paints them one by one."""
        if type(self).paint is not QStyledItemDelegate.paint:
            return False
        view, model = self._view, self._model
        rows = rows_in(view, len(model.lines), clip)
        columns = columns_in(view, len(model.keys), clip)
        if rows and columns:
            painter = QPainter(view.viewport())
            self._grounds(painter, rows, columns)
            self._stamp_all(painter, rows, columns)
            if view.hasFocus() and self.current == (view.currentIndex().row(), view.currentIndex().column()):
                painter.setPen(self._ring)
                painter.drawRoundedRect(view.visualRect(view.currentIndex()).adjusted(1, 1, -2, -2), 4, 4)
            painter.end()
        return True

    def _grounds(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        """Draw what lies under the looks, and the lines between the cells."""
        left, right = columns[0].begin, columns[-1].begin + columns[-1].length
        over, chosen = cell_under_pointer(self._view), chosen_in(self._view, rows)
        for row, top, height in rows:
            ground = "surface2" if self._model.lines[row].heading else "surface"
            painter.fillRect(
                left, top, right - left, height, self._ink["hover" if row == self.current[0] else ground]
            )
            for place, begin, width in columns if row in chosen or row == over[0] else ():
                if place in chosen.get(row, ()):
                    painter.fillRect(begin, top, width, height, self._ink["selected"])
                elif (row, place) == over:
                    painter.fillRect(begin, top, width, height, self._ink["hover"])
            painter.fillRect(left, top + height - 1, right - left, 1, self._ink["border"])
        top, bottom = rows[0].begin, rows[-1].begin + rows[-1].length
        for _place, begin, width in columns:
            painter.fillRect(begin + width - 1, top, 1, bottom - top, self._ink["border"])

    def _stamp_all(self, painter: QPainter, rows: list[Span], columns: list[Span]) -> None:
        ratio = self._view.devicePixelRatioF()
        if ratio != self._ratio or len(self._stamps) > _MOST:
            self._ratio, self._stamps = ratio, {}
        look_of, tall = self._model.look, roomy(24)
        for row, top, height in rows:
            for place, begin, width in columns:
                look = look_of(row, place)
                if look.icon or look.text:
                    stamp, wide, high = self._stamp(look, width - 9, min(tall, height - 3))
                    painter.drawPixmap(begin + (width - 1 - wide) // 2, top + (height - 1 - high) // 2, stamp)

    def _width(self, look: Look) -> int:
        words = metrics("pill").horizontalAdvance(look.text) if look.text else 0
        sign = roomy(_SIGN) if look.icon else 0
        mark = roomy(_MARK) + 3 if look.mark else 0
        return sign + words + mark + (5 if sign and words else 0) + 2 * _PADDING

    def _stamp(self, look: Look, room: int, height: int) -> tuple[QPixmap, int, int]:
        """Return the picture of a look with its logical size."""
        found = self._stamps.get((look, room, height))
        if found is None:
            made = self._drawn(look, QSize(room, height), self._ratio)
            size = made.deviceIndependentSize().toSize()
            found = self._stamps[look, room, height] = (made, size.width(), size.height())
        return found

    def _drawn(self, look: Look, room: QSize, ratio: float) -> QPixmap:
        width, height = min(self._width(look), max(room.width(), 8)), room.height()
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRect(0, 0, width, height)
        ink = "text3" if look.tone in ("", "quiet") else look.tone
        if look.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("surface2" if look.tone == "quiet" else f"{look.tone}_bg"))
            painter.drawRoundedRect(whole, height / 2, height / 2)
        self._fill(painter, whole, look, ink)
        painter.end()
        return made

    def _fill(self, painter: QPainter, whole: QRect, look: Look, ink: str) -> None:
        left, middle = whole.left() + _PADDING, whole.center().y() + 1
        right = whole.right() - _PADDING
        if look.icon:
            side = roomy(_SIGN)
            draw_icon(painter, self._theme, look.icon, ink, QRect(left, middle - side // 2, side, side))
            left += side + 5
        if look.mark:
            side = roomy(_MARK)
            spot = QRect(right - side + 1, middle - side // 2, side, side)
            draw_icon(painter, self._theme, "triangle-alert", "danger", spot)
            right -= side + 3
        if look.text:
            painter.setFont(font("pill"))
            painter.setPen(self._theme.colour("text2" if ink == "text3" else ink))
            text = metrics("pill").elidedText(look.text, Qt.TextElideMode.ElideRight, right - left + 2)
            room = QRect(left, whole.top(), right - left + 2, whole.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
