"""Know where the pages of a document stand in a view of some size and zoom. Pure: nothing is drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from missionplanner.gui.preview.sheets import Size

GAP, MARGIN = 16, 20
"""Between two pages, and at least beside one, in logical pixels."""
LARGEST, SMALLEST, WIDEST_FIT = 3.0, 0.2, 1.6
"""Logical pixels a point may take; a page fitted to the width stops growing at the last."""
FIT = 0.0
"""The zoom that fits a page to the width."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Place pages below each other; ``port`` is the size of what one looks through, in logical pixels."""

    sizes: Sequence[Size]
    port: QSizeF
    zoom: float = FIT

    @property
    def scale(self) -> float:
        """Return how many logical pixels a point takes."""
        if self.zoom != FIT:
            return min(LARGEST, max(SMALLEST, self.zoom))
        widest = max((one.width for one in self.sizes), default=595.0)
        return max(SMALLEST, min(WIDEST_FIT, (self.port.width() - 2 * MARGIN) / widest))

    @property
    def whole(self) -> QSizeF:
        """Return the room all pages take."""
        tall = sum(one.height * self.scale + GAP for one in self.sizes) + GAP
        wide = max((one.width * self.scale for one in self.sizes), default=0.0) + 2 * MARGIN
        return QSizeF(wide, tall)

    def areas(self, scrolled: QPointF) -> list[QRectF]:
        """Return where each page stands in the port, scrolled by so much."""
        scale, y = self.scale, GAP - scrolled.y()
        found = []
        for one in self.sizes:
            width, height = one.width * scale, one.height * scale
            x = max(float(MARGIN), (self.port.width() - width) / 2) - scrolled.x()
            found.append(QRectF(x, y, width, height))
            y += height + GAP
        return found

    def page_in_view(self, scrolled: QPointF) -> int:
        """Return the page of which one sees the largest share, the first of several; 0 where there is none."""
        port = QRectF(QPointF(0, 0), self.port)
        shares = [
            port.intersected(area).height() / area.height() if area.intersects(port) else 0.0
            for area in self.areas(scrolled)
        ]
        return max(range(len(shares)), key=lambda number: round(shares[number], 3), default=0)

    def point_at(self, position: QPointF, scrolled: QPointF) -> tuple[int, float, float] | None:
        """Return page, x and y in points from its top left; None beside the paper."""
        for number, area in enumerate(self.areas(scrolled)):
            if area.contains(position):
                return number, (position.x() - area.x()) / self.scale, (position.y() - area.y()) / self.scale
        return None
