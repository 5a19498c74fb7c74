"""Show where the missions of a year go: land, borders, a dot for each city with its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.domain.logistics.routes import NOWHERE, SHAPE, Point, Route
from missionplanner.gui.theme import Theme, font, metrics, roomy

DOT = 5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class MapView(QWidget):
    """Show a map; its description tells the cities to those who hear it."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("year_map")
        self.setAccessibleName(title)
        self._theme = theme
        self._route: Route = NOWHERE
        self._names: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_route(self, route: Route, names: Sequence[str]) -> None:
        """Show another map; ``names`` are those of its stops."""
        self._route, self._names = route, tuple(names)
        self.setAccessibleDescription(", ".join(names))
        self.update()

    @property
    def names(self) -> tuple[str, ...]:
        return self._names

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - the names are Qt's
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return round(width * SHAPE)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(roomy(480), self.heightForWidth(roomy(480)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(roomy(220), self.heightForWidth(roomy(220)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, colour = QPainter(self), self._theme.colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface2"))
        painter.setPen(QPen(colour("border_strong"), 0.6))
        painter.setBrush(colour("surface"))
        for land in self._route.land:
            painter.drawPolygon(QPolygonF([self._spot(one) for one in land.ring]))
        spots = [self._spot(one.point) for one in self._route.stops]
        taken = [QRectF(one.x() - DOT, one.y() - DOT, 2 * DOT, 2 * DOT) for one in spots]
        painter.setPen(QPen(colour("surface"), 1.2))
        painter.setBrush(colour("accent"))
        for spot in spots:
            painter.drawEllipse(spot, roomy(DOT), roomy(DOT))
        painter.setFont(font("label"))
        painter.setPen(colour("text"))
        for name, spot in zip(self._names, spots, strict=False):
            self._write(painter, name, spot, taken)
        painter.setPen(colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _spot(self, point: Point) -> QPointF:
        box = self._route.box
        x = (point.lon - box.west) / ((box.east - box.west) or 1) * self.width()
        y = (box.north - point.lat) / ((box.north - box.south) or 1) * self.height()
        return QPointF(x, y)

    def _write(self, painter: QPainter, name: str, spot: QPointF, taken: list[QRectF]) -> None:
        """Write a name beside its dot, where there is room: right, left, above or below."""
        wide, high, gap = metrics("label").horizontalAdvance(name) + 2, metrics("label").height(), roomy(DOT) + 3
        x, y = spot.x(), spot.y()
        for left, top in (
            (x + gap, y - high / 2),
            (x - gap - wide, y - high / 2),
            (x - wide / 2, y - gap - high),
            (x - wide / 2, y + gap),
        ):
            area = QRectF(left, top, wide, high)
            inside = left >= 2 and left + wide <= self.width() - 2 and top >= 2 and top + high <= self.height() - 2
            if inside and not any(area.intersects(one) for one in taken):
                taken.append(area)
                painter.drawText(QRect(round(left), round(top), wide, high), _MIDDLE, name)
                return
