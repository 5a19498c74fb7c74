"""Offer a list to choose one from: headings, a search above it, Enter takes the one in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.painting import draw_icon

ROW, HEADING = 40, 30
_OPTION = Qt.ItemDataRole.UserRole + 1
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Option:
    """Be one line of a chooser: words, a fact at the right, an icon, its heading, and what it stands for."""

    text: str
    value: Any
    icon: str = ""
    fact: str = ""
    heading: str = ""


class Chooser(QDialog):
    """Show options and pass on the value of the one that is taken; Escape takes none.

    ``verbs`` name what the buttons do, to take one and to leave; what lies in ``foot`` stands before them.
    """

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        title: str,
        options: Sequence[Option],
        take: Callable[[Any], object],
        verbs: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chooser")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options, self._take, self._t = options, take, ctx.t
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(title, "h1", name="chooser_title"))
        self.search = QLineEdit()
        self.search.setObjectName("chooser_search")
        self.search.setFont(font("body"))
        self.search.setAccessibleName(ctx.t("Search"))
        self.search.setPlaceholderText(ctx.t("Search"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.list = QListView()
        self.list.setObjectName("chooser_list")
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(OptionDelegate(ctx.theme, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._click)
        column.addWidget(self.list, 1)
        self._nothing = label(ctx.t("Nothing matches."), tone="quiet", name="chooser_nothing")
        column.addWidget(self._nothing)
        leave = button(verbs[1] or ctx.t("Cancel"), "chooser_cancel")
        leave.clicked.connect(self.reject)
        self._verb = button(verbs[0] or ctx.t("Choose"), "chooser_take", look="primary")
        self._verb.clicked.connect(self._finish)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(self._verb)
        column.addLayout(self.foot)
        self.resize(roomy(520), roomy(560))
        self._fill()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.search:
            if event.key() in _UP_AND_DOWN:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._finish()
        else:
            super().keyPressEvent(event)

    def option(self) -> Option | None:
        """Return the option in front."""
        found: Option | None = self.list.currentIndex().data(_OPTION)
        return found

    def show_options(self, options: Sequence[Option], front: object = None) -> None:
        """Show other options; the one of this value is in front, else the one that comes to where one was."""
        row = self.list.currentIndex().row()
        self._options = options
        self._fill()
        there = [place for place in self._places() if self._model.index(place, 0).data(_OPTION) is not None]
        same = [place for place in there if self._model.index(place, 0).data(_OPTION).value == front]
        if there:
            near = min(there, key=lambda place: abs(place - row))
            self.list.setCurrentIndex(self._model.index((same or [near])[0], 0))

    def _places(self) -> range:
        return range(self._model.rowCount())

    def _fill(self) -> None:
        wanted = folded(self.search.text()).split()
        self._model.clear()
        heading = None
        for option in self._options:
            if not all(word in folded(f"{option.text} {option.fact}") for word in wanted):
                continue
            if option.heading and option.heading != heading:
                heading = option.heading
                self._model.appendRow(_row(heading, None))
            self._model.appendRow(_row(option.text, option))
        first = next((row for row in self._places() if self._model.index(row, 0).data(_OPTION) is not None), None)
        self._nothing.setVisible(first is None)
        self._verb.setEnabled(first is not None)
        if first is not None:
            self.list.setCurrentIndex(self._model.index(first, 0))

    def _click(self, index: QModelIndex) -> None:
        if index.data(_OPTION) is not None:  # a heading is none, and leaves another one current
            self._finish()

    def _finish(self) -> None:
        option = self.option()
        if option is not None:
            self.accept()
            self._take(option.value)


class OptionDelegate(QStyledItemDelegate):
    """Paint headings small, options with icon, words and a fact at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(100, roomy(ROW if index.data(_OPTION) is not None else HEADING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Option | None = index.data(_OPTION)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown is None:
            painter.setFont(font("caption"))
            painter.setPen(self._theme.colour("text2"))
            where = area.adjusted(10, 0, 0, -4)
            painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(index.data()))
            painter.restore()
            return
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
        left = area.left() + 12
        if shown.icon:
            side = roomy(17)
            square = QRect(left, area.center().y() - side // 2, side, side)
            draw_icon(painter, self._theme, shown.icon, "text2", square)
            left += side + 11
        fact_width = metrics("small").horizontalAdvance(shown.fact) + 12 if shown.fact else 0
        painter.setFont(font("body"))
        painter.setPen(self._theme.colour("text"))
        words = QRect(left, area.top(), area.right() - left - fact_width - 10, area.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        text = painter.fontMetrics().elidedText(shown.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(area.adjusted(0, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, shown.fact)
        painter.restore()


def _row(text: str, option: Option | None) -> QStandardItem:
    made = QStandardItem(text)
    if option is None:
        made.setFlags(Qt.ItemFlag.NoItemFlags)
    else:
        made.setData(option, _OPTION)
        spoken = ", ".join(part for part in (text, option.fact, option.heading) if part)
        made.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        made.setData(spoken, Qt.ItemDataRole.ToolTipRole)
    return made
