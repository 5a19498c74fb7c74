"""Draw the history: a quiet heading for each day, one line for each thing done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.models.history import LINE, Line
from missionplanner.gui.theme import Theme, font, metrics
from missionplanner.gui.widgets.painting import draw_icon, draw_pill
from missionplanner.gui.wording import Wording

_EDGE, _SIGN = 14, 18


class HistoryList(QListView):
    """Show a history model; lines are as high as the letters are."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self.setObjectName("history_list")
        self.setAccessibleName(wording.t("History"))
        self.setItemDelegate(_Lines(theme, wording, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def moveCursor(  # noqa: N802 - the name is Qt's
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action is not QAbstractItemView.CursorAction.MoveHome:
            return super().moveCursor(action, modifiers)
        self.scrollToTop()  # the heading above the first line, where nobody can go, comes into sight
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        return next((one for one in rows if one.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex())


class _Lines(QStyledItemDelegate):
    def __init__(self, theme: Theme, wording: Wording, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._wording, self._view = theme, wording, parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        line: Line = index.data(LINE)
        if line.entry is None:
            return QSize(100, metrics("label").height() + (12 if index.row() == 0 else 22))
        return QSize(100, metrics("body").height() + 18)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        if line.entry is None:
            painter.setFont(font("label"))
            painter.setPen(self._theme.colour("text2"))
            where = area.adjusted(_EDGE, 0, -_EDGE, -4)
            painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line.text)
        else:
            state: QStyle.StateFlag = option.state
            self._ground(painter, area, state)
            self._line(painter, area, line)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or over:
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(5, 2, -5, -2), 6, 6)

    def _line(self, painter: QPainter, area: QRect, line: Line) -> None:
        undone = line.entry is not None and line.entry.undone
        middle = area.center().y()
        sign = QRect(area.left() + _EDGE, middle - _SIGN // 2 + 1, _SIGN, _SIGN)
        draw_icon(painter, self._theme, "undo-2" if undone else "circle-check", "text3" if undone else "ok", sign)
        painter.setFont(font("time"))
        painter.setPen(self._theme.colour("text2"))
        right = area.right() - _EDGE
        width = painter.fontMetrics().horizontalAdvance(line.when)
        here = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(right - width, area.top(), width + 2, area.height()), here, line.when)
        right -= width + 14
        if undone:
            words = self._wording.t("Undone")
            right = draw_pill(painter, self._theme, words, "info", right, middle + 1) - 12
        painter.setFont(font("body"))
        painter.setPen(self._theme.colour("text3" if undone else "text"))
        left = sign.right() + 11
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, area.top(), right - left, area.height()), here | _PLAIN, shown)


_PLAIN = Qt.TextFlag.TextSingleLine
