"""Turn stored pictures into what Qt shows. Drawings are painted shape by shape: no SVG reader sees them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from missionplanner.base import drawings
from missionplanner.base.drawings import Drawing, Shape

LONGEST = 480
"""Pixels of the longer side a drawing is painted at."""


def pixmap_of(data: bytes | None) -> QPixmap:
    """Return a stored picture as Qt shows it; an empty one for nothing and for what is no picture."""
    made = QPixmap()
    if not data:
        return made
    if not drawings.is_drawing(data):
        made.loadFromData(data)
        return made
    try:
        return _painted(drawings.read(data))
    except ValueError:
        return made


def _painted(drawing: Drawing) -> QPixmap:
    scale = LONGEST / max(drawing.width, drawing.height)
    made = QPixmap(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        painter.setTransform(QTransform(*shape.matrix) * QTransform.fromScale(scale, scale))
        painter.setBrush(QColor(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(shape) if shape.stroke else QPen(Qt.PenStyle.NoPen))
        painter.drawPath(_path(shape))
    painter.end()
    return made


_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_JOINS = (Qt.PenJoinStyle.MiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)


def _pen(shape: Shape) -> QPen:
    pen = QPen(QColor(shape.stroke), shape.width)
    pen.setCapStyle(_CAPS[shape.cap])
    pen.setJoinStyle(_JOINS[shape.join])
    return pen


def _path(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill if shape.evenodd else Qt.FillRule.WindingFill)
    for operator, points in shape.steps:
        some = [QPointF(x, y) for x, y in points]
        if operator == "m":
            path.moveTo(some[0])
        elif operator == "l":
            path.lineTo(some[0])
        elif operator == "c":
            path.cubicTo(some[0], some[1], some[2])
        else:
            path.closeSubpath()
    return path


def draw_whole(painter: QPainter, picture: QPixmap, area: QRectF) -> None:
    """Draw a picture in the middle of an area, as large as fits; nothing of it is cut."""
    size = picture.size().toSizeF().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(area.center())
    painter.drawPixmap(place, picture, picture.rect().toRectF())
