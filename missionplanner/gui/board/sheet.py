"""Keep what lies still on a board as one picture, and draw anew only what changed or came into sight."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from missionplanner.gui.board.scale import Box

STRIP = 96
"""Height of what is drawn between two looks at the clock."""

Paint = Callable[[QPainter, Box], None]


class Sheet:
    """Be the picture. ``paint`` draws a part of it anew."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._picture = QPixmap()
        self._spoilt: list[QRect] = []

    @property
    def picture(self) -> QPixmap:
        return self._picture

    @property
    def stale(self) -> bool:
        """Tell whether some of it has yet to be drawn."""
        return bool(self._spoilt)

    def fit(self, size: QSize, ratio: float) -> None:
        """Take another size; all of it is drawn anew then."""
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if pixels != self._picture.size() or ratio != self._picture.devicePixelRatio():
            self._picture = QPixmap(pixels)
            self._picture.setDevicePixelRatio(ratio)
            self._spoilt = [QRect(QPoint(), size)]

    def spoil(self, part: QRect | None = None) -> None:
        """Have a part drawn anew, or all of it."""
        whole = QRectF(QPointF(), self._picture.deviceIndependentSize()).toAlignedRect()
        one = whole if part is None else part & whole
        if one.isEmpty():
            return
        apart = []
        for other in self._spoilt:
            if other.intersects(one):
                one = one | other
            else:
                apart.append(other)
        self._spoilt = [*apart, one]

    def scroll(self, dx: int, dy: int, body: QRect) -> None:
        """Shift the body by whole pixels; what comes into sight is drawn anew."""
        ratio = self._picture.devicePixelRatio()
        if ratio != int(ratio) or abs(dx) >= body.width() or abs(dy) >= body.height():
            self.spoil(body)
            return
        pixels = QRect(body.topLeft() * int(ratio), body.size() * int(ratio))
        self._picture.scroll(dx * int(ratio), dy * int(ratio), pixels)
        before, self._spoilt = self._spoilt, []
        for part in before:
            if not body.contains(part):
                self.spoil(part)
            self.spoil(part.translated(dx, dy) & body)
        if dy:
            top = body.top() if dy > 0 else body.bottom() + 1 + dy
            self.spoil(QRect(body.x(), top, body.width(), abs(dy)))
        if dx:
            left = body.left() if dx > 0 else body.right() + 1 + dx
            self.spoil(QRect(left, body.y(), abs(dx), body.height()))

    def replace(self, picture: QPixmap) -> None:
        """Show another picture, until parts of it are drawn anew."""
        self._picture, self._spoilt = picture, []

    def freshen(self, seconds: float | None = None) -> None:
        """Draw what is spoilt, for about this long where ``seconds`` is given."""
        if not self._spoilt:
            return
        until = None if seconds is None else perf_counter() + seconds
        painter = QPainter(self._picture)
        while self._spoilt:
            part = self._spoilt.pop(0)
            if until is not None and part.height() > STRIP:
                self._spoilt.insert(0, part.adjusted(0, STRIP, 0, 0))
                part.setHeight(STRIP)
            painter.save()
            painter.setClipRect(part)
            self._paint(painter, Box(part.x(), part.y(), part.width(), part.height()))
            painter.restore()
            if until is not None and perf_counter() > until:
                break
        painter.end()
