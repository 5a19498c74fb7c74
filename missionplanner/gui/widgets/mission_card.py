"""Show one mission as a card that can be opened, with a menu of what else can be done with it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton

from missionplanner.gui.countdown import countdown
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.basics import draw_lines, plain_tip, set_icon
from missionplanner.gui.wording import Wording
from missionplanner.services.first_look import Glimpse

_EDGE, _GAP, _SIGN = 18, 6, 15
_MORE = 28
"""Side of the button that opens the menu."""


class MissionCard(QAbstractButton):
    """Be a button the size of a card: title, days, places, countdown, counts.

    ``reached`` tells that the focus came, ``asked`` that somebody wants its menu at a point of the screen.
    """

    reached = Signal()
    asked = Signal(QPoint)

    def __init__(self, mission: Glimpse, wording: Wording, theme: Theme) -> None:
        super().__init__()
        t = wording.t
        self.code = mission.code
        self._theme = theme
        self._title = mission.name(t.language)
        self._days = wording.days(mission.first_day, mission.last_day)
        self._cities = ", ".join(mission.cities)
        status = wording.mission_status(mission.status)[1]
        self._tone, self._when = countdown(t, mission.first_day, mission.last_day, dt.date.today(), mission.status)
        counts = (wording.delegates(mission.delegates), wording.items(mission.items))
        told = (mission.delegates, mission.items)
        self._counts = [words for words, count in zip(counts, told, strict=True) if count]
        self._listed = wording.listed
        self._sample = t("Sample") if mission.sample else ""
        self.setObjectName(f"mission_{mission.code}")
        facts = (self._title, self._days, self._cities, status, self._sample, *counts)
        self.setAccessibleName(", ".join(part for part in facts if part))
        self.setAccessibleDescription(self._when)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._more = self._menu_button(t("What can be done with “{title}”", title=self._title))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - the names are Qt's
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return 14 + self._lines(width) * metrics("title").height() + 2 * self._row + 14 + self._pill_height + 16

    def sizeHint(self) -> QSize:  # noqa: N802
        width = max(self.width(), 320)
        return QSize(320, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._more.move(self.width() - _MORE - 8, 10)
        whole = f"{self._title}\n{self._cities}" if self._cities else self._title
        self.setToolTip(plain_tip(whole) if self._is_cut() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.reached.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.asked.emit(event.globalPos() if by_mouse else self.mapToGlobal(QPoint(_EDGE, self.height() // 2)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        painter.setFont(font("title"))
        painter.setPen(self._theme.colour("text"))
        lines, height = self._lines(self.width()), metrics("title").height()
        draw_lines(painter, QRect(_EDGE, 14, self._title_width(self.width()), lines * height), self._title, lines)
        painter.setFont(font("body"))
        painter.setPen(self._theme.colour("text2"))
        top = 14 + lines * height + 6
        self._fact(painter, "calendar-days", self._days, top)
        if self._cities:
            self._fact(painter, "map-pin", self._cities, top + self._row)
        self._foot(painter)

    @property
    def _row(self) -> int:
        return metrics("body").height() + _GAP

    @property
    def _pill_height(self) -> int:
        return metrics("pill").height() + 7

    def _title_width(self, width: int) -> int:
        return width - 2 * _EDGE - _MORE + 6

    def _lines(self, width: int) -> int:
        return 1 if metrics("title").horizontalAdvance(self._title) <= self._title_width(width) else 2

    def _is_cut(self) -> bool:
        title = metrics("title").horizontalAdvance(self._title) > 1.8 * self._title_width(self.width())
        return title or metrics("body").horizontalAdvance(self._cities) > self.width() - 2 * _EDGE - 22

    def _menu_button(self, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"more_{self.code}")
        made.setAccessibleName(words)
        made.setToolTip(plain_tip(words))
        set_icon(made, self._theme.icon("ellipsis", "text2", 18), 18)
        made.setFixedSize(_MORE, _MORE)
        made.setProperty("look", "flat")
        made.setCursor(Qt.CursorShape.ArrowCursor)
        # The Menu key opens the same on the card: a second stop for Tab on every card would only slow one down.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._ask_below)
        return made

    def _ask_below(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.asked.emit(self._more.mapToGlobal(QPoint(0, _MORE)))

    def _ground(self, painter: QPainter) -> None:
        focused, warm = self.hasFocus(), self.underMouse() or self.isDown()
        pen = QPen(self._theme.colour("accent" if focused else "border_strong" if warm else "border"))
        pen.setWidthF(2 if focused else 1)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("hover" if self.isDown() else "surface"))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 10, 10)

    def _fact(self, painter: QPainter, icon: str, text: str, top: int) -> None:
        ratio, height = self.devicePixelRatioF(), metrics("body").height()
        sign = roomy(_SIGN)
        painter.drawPixmap(_EDGE, top + (height - sign) // 2, self._theme.pixmap(icon, "text3", sign, ratio))
        left = _EDGE + sign + 7
        draw_lines(painter, QRect(left, top, self.width() - left - _EDGE, height), text)

    def _foot(self, painter: QPainter) -> None:
        top = self.height() - 14 - self._pill_height
        right = _EDGE
        for text, tone in ((self._when, self._tone), (self._sample, "quiet")):
            if text:
                right = self._pill(painter, text, tone, right, top) + 6
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        room = QRect(right + 4, top, self.width() - _EDGE - right - 4, self._pill_height)
        measures = painter.fontMetrics()
        for shown in (self._listed(self._counts), *self._counts[::-1]):  # all of it, else what fits
            if measures.horizontalAdvance(shown) <= room.width():
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
                return

    def _pill(self, painter: QPainter, text: str, tone: str, left: int, top: int) -> int:
        ground, ink = ("surface2", "text2") if tone == "quiet" else (f"{tone}_bg", tone)
        painter.setFont(font("pill"))
        width, height = painter.fontMetrics().horizontalAdvance(text) + 20, self._pill_height
        area = QRect(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return area.right()
