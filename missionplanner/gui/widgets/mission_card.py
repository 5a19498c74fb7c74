"""Show one mission as a card that can be opened."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from missionplanner.gui.theme import Theme, font, metrics
from missionplanner.gui.widgets.basics import draw_lines
from missionplanner.gui.wording import Wording
from missionplanner.services.first_look import Glimpse

HEIGHT = 132


class MissionCard(QAbstractButton):
    """Be a button the size of a card: title, days, places, status, counts."""

    def __init__(self, mission: Glimpse, wording: Wording, theme: Theme) -> None:
        super().__init__()
        self.code = mission.code
        self._theme = theme
        self._title = mission.name(wording.t.language)
        self._days = wording.days(mission.first_day, mission.last_day)
        self._cities = ", ".join(mission.cities)
        self._tone, self._status = wording.mission_status(mission.status)
        counts = (wording.delegates(mission.delegates), wording.items(mission.items))
        self._counts = wording.listed(counts)
        self._sample = wording.t("Sample") if mission.sample else ""
        self.setObjectName(f"mission_{mission.code}")
        self.setAccessibleName(
            ", ".join(
                part
                for part in (self._title, self._days, self._cities, self._status, self._sample, *counts)
                if part
            )
        )
        self.setToolTip(self._title if metrics("title").horizontalAdvance(self._title) > 300 else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(320, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        left, width = 18, self.width() - 36
        tokens = self._theme
        painter.setFont(font("title"))
        painter.setPen(tokens.colour("text"))
        draw_lines(painter, QRect(left, 14, width, 24), self._title)
        painter.setFont(font("body"))
        painter.setPen(tokens.colour("text2"))
        self._fact(painter, "calendar-days", self._days, 44)
        if self._cities:
            self._fact(painter, "map-pin", self._cities, 67)
        self._foot(painter, left, width)

    def _ground(self, painter: QPainter) -> None:
        focused, warm = self.hasFocus(), self.underMouse() or self.isDown()
        pen = QPen(self._theme.colour("accent" if focused else "border_strong" if warm else "border"))
        pen.setWidthF(2 if focused else 1)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("hover" if self.isDown() else "surface"))
        inset = 1 if focused else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 10, 10)

    def _fact(self, painter: QPainter, icon: str, text: str, top: int) -> None:
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(18, top + 2, self._theme.pixmap(icon, "text3", 15, ratio))
        draw_lines(painter, QRect(40, top, self.width() - 58, 20), text)

    def _foot(self, painter: QPainter, left: int, width: int) -> None:
        top = self.height() - 36
        right = left
        for text, tone in ((self._status, self._tone), (self._sample, "quiet")):
            if text:
                right = self._pill(painter, text, tone, right, top) + 6
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        room = QRect(right + 4, top, left + width - right - 4, 22)
        shown = painter.fontMetrics().elidedText(self._counts, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def _pill(self, painter: QPainter, text: str, tone: str, left: int, top: int) -> int:
        ground, ink = ("surface2", "text2") if tone == "quiet" else (f"{tone}_bg", tone)
        painter.setFont(font("pill"))
        area = QRect(left, top, painter.fontMetrics().horizontalAdvance(text) + 20, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(area, 11, 11)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        return area.right()
