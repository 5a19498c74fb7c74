"""Paint and turn boxes to tick in a list: a press anywhere on a line turns it, and so does Space."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.forms.controls import BOX
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon

Index = QModelIndex | QPersistentModelIndex
ROW = 34
FACT = Qt.ItemDataRole.UserRole + 2
"""Role of what stands at the right of a line."""


class TickDelegate(QStyledItemDelegate):
    """Draw a box, words and a fact at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(100, roomy(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, state = QRect(option.rect), option.state
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        side = roomy(BOX)
        box = QRect(area.left() + 10, area.center().y() - side // 2, side, side)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "border_strong"), 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            draw_icon(painter, self._theme, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        self._words(painter, area.adjusted(side + 22, 0, -12, 0), index)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, index: Index) -> None:
        fact = str(index.data(FACT) or "")
        room = min(metrics("small").horizontalAdvance(fact), area.width() // 2) if fact else 0
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        told = painter.fontMetrics().elidedText(fact, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, told)
        painter.setFont(font("body"))
        painter.setPen(self._theme.colour("text"))
        width = area.width() - room - (10 if room else 0)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, width)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, text)

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        space = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        )
        if not pressed and not space:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0) == Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(model.index(index.row(), index.column()), other, Qt.ItemDataRole.CheckStateRole)
