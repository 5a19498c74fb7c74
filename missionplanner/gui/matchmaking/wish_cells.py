"""Paint both sides' wishes into a cell: the row's at the left, the column's at the right, when they meet below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.matchmaking.marks import ICONS, TONES
from missionplanner.gui.matchmaking.wish_model import Both, WishModel
from missionplanner.gui.matrix.cells import CellDelegate
from missionplanner.gui.matrix.grid import Index
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon

MARK, LOW = 21, 13
"""Height of a mark, and of the line below it."""
_SIGN = 12
_MOST = 2000
_SELECTED, _OVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value


class WishCells(CellDelegate):
    """Draw two marks in each cell; a frame goes round the half that is typed into."""

    def __init__(self, view: GridTable, model: WishModel, theme: Theme, letters: dict[Wish, str]) -> None:
        super().__init__(view, model, theme)
        self._wishes, self._letters = model, letters
        self._drawn_: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(roomy(104), roomy(MARK + LOW + 6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.row(), index.column()
        if row >= len(self._wishes.lines) or place >= len(self._wishes.keys):
            return
        area, state = option.rect, option.state.value
        one = self._wishes.both(row, place)
        ground = "surface2" if one.same else "surface"
        if state & _SELECTED:
            ground = "selected"
        elif state & _OVER or row == self.current[0]:
            ground = "hover"
        painter.fillRect(area, self._theme.colour(ground))
        if one.mine is not None or one.theirs is not None or one.when:
            painter.drawPixmap(area.topLeft(), self._picture(one, area.size()))
        if (row, place) == self.current:
            self._frame(painter, area, one)

    def _frame(self, painter: QPainter, area: QRect, one: Both) -> None:
        """Frame the cell, and the half that what is typed goes into."""
        active = self._view.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if active else "border_strong"), 2 if active else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 4, 4)
        if active and not one.same:
            left = area.left() + (area.width() // 2 if self._wishes.by_column else 0)
            bar = QRect(left + 6, area.bottom() - 4, area.width() // 2 - 12, 3)
            painter.fillRect(bar, self._theme.colour("accent"))

    def _picture(self, one: Both, size: QSize) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        key = (one, size.width(), size.height(), ratio)
        made = self._drawn_.get(key)
        if made is None:
            if len(self._drawn_) > _MOST:
                self._drawn_.clear()
            made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._both(painter, one, QRect(0, 0, size.width(), size.height()))
            painter.end()
            self._drawn_[key] = made
        return made

    def _both(self, painter: QPainter, one: Both, area: QRect) -> None:
        if one.mutual:
            painter.setPen(QPen(self._theme.colour("ok"), 1))
            painter.setBrush(self._theme.colour("ok_bg"))
            painter.drawRoundedRect(area.adjusted(3, 3, -4, -4), 6, 6)
        height = roomy(MARK)
        low = roomy(LOW) if one.when else 0
        top = (area.height() - height - low) // 2
        half = area.width() // 2
        for number, wish in enumerate((one.mine, one.theirs)):
            if wish is not None:
                self._mark(painter, wish, QRect(number * half + 6, top, half - 12, height), one.mutual)
        if one.when:
            below = QRect(6, top + height, area.width() - 12, low)
            painter.setFont(font("caption"))
            painter.setPen(self._theme.colour("text2"))
            text = metrics("caption").elidedText(one.when, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _mark(self, painter: QPainter, wish: Wish, area: QRect, on_ground: bool) -> None:
        tone = TONES[wish]
        ink = "text2" if tone == "quiet" else tone
        ground = "surface" if on_ground else "surface2" if tone == "quiet" else f"{tone}_bg"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        side = roomy(_SIGN)
        text = self._letters[wish]
        wide = metrics("pill").horizontalAdvance(text)
        left = area.left() + (area.width() - side - 4 - wide) // 2
        draw_icon(
            painter, self._theme, ICONS[wish], ink, QRect(left, area.center().y() - side // 2 + 1, side, side)
        )
        painter.setFont(font("pill"))
        painter.setPen(self._theme.colour(ink))
        room = QRect(left + side + 4, area.top(), wide + 2, area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
