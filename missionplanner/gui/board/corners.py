"""Round the corners of a board, which is a card of its page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from missionplanner.gui.board.ink import Ink

RADIUS = 10


def paint_corners(painter: QPainter, room: QRect, ink: Ink, *, right: bool, bottom: bool) -> None:
    """Draw the page's ground and the card's border into the corners of a viewport.

    ``right`` and ``bottom`` tell that no scroll bar lies there: then these corners are the card's, too.
    """
    area = QRectF(room)
    card = area.adjusted(-0.5, -0.5, 0.5 if right else 2 * RADIUS, 0.5 if bottom else 2 * RADIUS)
    whole, inside = QPainterPath(), QPainterPath()
    whole.addRect(area)
    inside.addRoundedRect(card, RADIUS, RADIUS)
    painter.fillPath(whole.subtracted(inside), ink.colour("bg"))
    painter.setPen(QPen(ink.colour("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(inside)
