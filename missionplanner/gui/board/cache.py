"""Keep blocks as they were drawn, the ones used last, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from missionplanner.gui.board.ink import Ink
from missionplanner.gui.board.look import Look
from missionplanner.gui.board.scale import Box, pixel

LIMIT = 96 << 20
"""Bytes the pictures of blocks may take."""
EDGE = 2
"""Pixels around a block that its outline needs."""

Paint = Callable[[QPainter, QRectF, Look, Ink], None]
_Key = tuple[int, int, int, float, str, bool]


class BlockCache:
    """Draw blocks from pictures of them; what was drawn once is drawn again in microseconds."""

    def __init__(self, ink: Ink, paint: Paint, limit: int = LIMIT) -> None:
        self._ink, self._paint, self._limit = ink, paint, limit
        self._looks: dict[Look, int] = {}
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._pictures)

    def number(self, look: Look) -> int:
        """Return the number of a look: a key that is compared faster than all that the look says."""
        return self._looks.setdefault(look, len(self._looks))

    def draw(self, painter: QPainter, box: Box, look: Look, number: int, ratio: float) -> None:
        """Draw a block, its edges on whole pixels. ``number`` is that of the look."""
        x, y = pixel(box.x), pixel(box.y)
        width, height = pixel(box.right) - x, pixel(box.bottom) - y
        key = (number, width, height, ratio, self._ink.name, look.lifted)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._drawn(look, width, height, ratio)
            self._keep(key, picture)
        else:
            self._pictures.move_to_end(key)
        painter.drawPixmap(QPointF(x - EDGE, y - EDGE), picture)

    def _drawn(self, look: Look, width: int, height: int, ratio: float) -> QPixmap:
        size = QSize(round((width + 2 * EDGE) * ratio), round((height + 2 * EDGE) * ratio))
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(EDGE, EDGE, width, height), look, self._ink)
        painter.end()
        return picture

    def _keep(self, key: _Key, picture: QPixmap) -> None:
        self._pictures[key] = picture
        self.bytes += _size(picture)
        while self.bytes > self._limit and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self.bytes -= _size(oldest)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
