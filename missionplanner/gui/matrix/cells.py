"""Paint the cells of a grid: hundreds in a frame, so what looks alike is drawn once and kept."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from missionplanner.gui.matrix.grid import Grid, Index, Look
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon

ROW, HEADING = 40, 30
_SIGN, _MARK = 15, 13
_SELECTED = QStyle.StateFlag.State_Selected.value
_OVER = QStyle.StateFlag.State_MouseOver.value
_PADDING = 9
_MOST = 4000
"""Pictures that are kept."""


class CellDelegate(QStyledItemDelegate):
    """Draw an icon and words on the ground of their tone; the current cell has a ring."""

    def __init__(self, view: QTableView, model: Grid, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        names = ("selected", "hover", "accent", "surface", "surface2")
        self._ink: dict[str, QColor] = {name: theme.colour(name) for name in names}
        self._ring = QPen(self._ink["accent"], 2)
        self._stamps: dict[tuple[Look, int], tuple[QPixmap, int, int]] = {}
        self._ratio = 0.0
        self.current = (-1, -1)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        look = self._model.look(index.row(), index.column())
        return QSize(self._width(look) + 12, roomy(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.row(), index.column()
        if row >= len(self._model.lines) or place >= len(self._model.keys):
            return
        area, state = option.rect, option.state.value
        ground = "surface2" if self._model.lines[row].heading else "surface"
        if state & _SELECTED:
            ground = "selected"
        elif state & _OVER or row == self.current[0]:
            ground = "hover"
        painter.fillRect(area, self._ink[ground])
        look = self._model.look(row, place)
        if look.icon or look.text:
            stamp, width, height = self._stamp(look, area.width() - 8)
            left, top = area.x() + (area.width() - width) // 2, area.y() + (area.height() - height) // 2
            painter.drawPixmap(left, top, stamp)
        if (row, place) == self.current and self._view.hasFocus():
            painter.setPen(self._ring)
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)

    def _width(self, look: Look) -> int:
        words = metrics("pill").horizontalAdvance(look.text) if look.text else 0
        sign = roomy(_SIGN) if look.icon else 0
        mark = roomy(_MARK) + 3 if look.mark else 0
        return sign + words + mark + (5 if sign and words else 0) + 2 * _PADDING

    def _stamp(self, look: Look, room: int) -> tuple[QPixmap, int, int]:
        """Return the picture of a look with its logical size."""
        ratio = self._view.devicePixelRatioF()
        if ratio != self._ratio or len(self._stamps) > _MOST:
            self._ratio, self._stamps = ratio, {}
        found = self._stamps.get((look, room))
        if found is None:
            made = self._drawn(look, room, ratio)
            size = made.deviceIndependentSize().toSize()
            found = self._stamps[look, room] = (made, size.width(), size.height())
        return found

    def _drawn(self, look: Look, room: int, ratio: float) -> QPixmap:
        width, height = min(self._width(look), max(room, 8)), roomy(24)
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
