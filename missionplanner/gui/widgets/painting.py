"""Paint what several lists share: pills and icons at the right edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from missionplanner.gui.theme import Theme, font, roomy

PILL_HEIGHT = 22


def draw_pill(painter: QPainter, theme: Theme, text: str, tone: str, right: int, middle: int) -> int:
    """Draw a pill that ends at ``right``; return where it begins."""
    ground, ink = ("surface", "text2") if tone == "quiet" else (f"{tone}_bg", tone)
    painter.save()
    painter.setFont(font("pill"))
    width = painter.fontMetrics().horizontalAdvance(text) + 20
    height = roomy(PILL_HEIGHT)
    area = QRect(right - width, middle - height // 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(area, height / 2, height / 2)
    painter.setPen(theme.colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return area.left()


def draw_icon(painter: QPainter, theme: Theme, name: str, colour: str, area: QRect) -> None:
    """Draw an icon into a square."""
    ratio = painter.device().devicePixelRatio() if painter.device() is not None else 1.0
    painter.drawPixmap(area.topLeft(), theme.pixmap(name, colour, area.width(), ratio))
