"""Show the days of a mission as a list at the left of its agenda."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.base.i18n import Translator
from missionplanner.gui.models.days import DAY, Day, DaysModel
from missionplanner.gui.theme import Theme, font
from missionplanner.gui.widgets.basics import draw_lines
from missionplanner.gui.widgets.painting import draw_icon

WIDTH, WIDTH_NARROW = 216, 184
ROW_HEIGHT = 56


class DayList(QListView):
    """Be the list of days; the current one is the day on screen."""

    def __init__(self, model: DaysModel, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("days")
        self.setAccessibleName(t("Days"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(WIDTH_NARROW, ROW_HEIGHT + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        day = index.data(DAY)
        if not isinstance(day, Day):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area = QRect(whole.x() + 2, whole.y() + 2, whole.width() - 4, ROW_HEIGHT)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, area, state, selected)
        room = area.adjusted(12, 9, -12, -9)
        right = self._badge(painter, day, room)
        painter.setFont(font("strong"))
        painter.setPen(self._theme.colour("accent" if selected else "text"))
        draw_lines(painter, QRect(room.x(), room.y(), right - room.x(), 18), day.title)
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        draw_lines(painter, QRect(room.x(), room.y() + 20, room.width(), 18), day.facts)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, selected: bool) -> None:
        warm = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or warm:
            painter.setBrush(self._theme.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(area, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(area.toRectF().adjusted(1, 1, -1, -1), 8, 8)

    def _badge(self, painter: QPainter, day: Day, room: QRect) -> int:
        """Draw how many clashes or warnings the day has; return where the title has to end."""
        count, colour = (day.clashes, "danger") if day.clashes else (day.warnings, "warn")
        if not count:
            return room.right()
        painter.setFont(font("pill"))
        width = painter.fontMetrics().horizontalAdvance(str(count))
        painter.setPen(self._theme.colour(colour))
        place = QRect(room.right() - width, room.y(), width, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))
        draw_icon(painter, self._theme, "triangle-alert", colour, QRect(place.x() - 19, room.y() + 1, 15, 15))
        return place.x() - 24
