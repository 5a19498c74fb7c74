"""Zoom smoothly: while the gesture goes on the picture is stretched, a moment after it all is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap

from missionplanner.gui.board.scale import CLOSEST, WIDEST, Scale

if TYPE_CHECKING:
    from missionplanner.gui.board.view import BoardView

AFTER = 80
"""Milliseconds after the last step until everything is drawn anew."""


class Zooming(QObject):
    """Change how high an hour is."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self._before: tuple[QPixmap, Scale] | None = None
        self._later = QTimer(self, interval=AFTER, singleShot=True)
        self._later.timeout.connect(self.finish)

    @property
    def under_way(self) -> bool:
        return self._before is not None

    def to(self, hour: float, about: float | None = None) -> None:
        """Make an hour this many pixels high; what is at ``about`` stays there, else the middle."""
        board, scene = self._board, self._board.scene
        old = scene.scale
        hour = min(max(CLOSEST, hour), WIDEST)
        if hour == old.hour:
            return
        if self._before is None and not board.sheet.picture.isNull():
            board.sheet.freshen()
            self._before = (board.sheet.picture, old)
        y = about if about is not None else old.head + old.body.height / 2
        board.rescale(hour, old.minute_at(y), y)
        if self._before is not None:
            self._stretch(*self._before)
        board.viewport().update()
        self._later.start()

    def finish(self) -> None:
        """Draw everything anew, what is in sight first, a bit at a time."""
        if self._before is None:
            return
        self._later.stop()
        self._before = None
        self._board.sheet.spoil()
        self._board.be_patient()
        self._board.viewport().update()

    def _stretch(self, picture: QPixmap, old: Scale) -> None:
        """Show the old picture stretched; where it does not reach, bare blocks."""
        board, scene = self._board, self._board.scene
        new, body = scene.scale, scene.scale.body
        top = new.y_of(old.minute_at(old.head))
        target = QRectF(body.x, top, body.width, body.height * new.hour / old.hour)
        ratio = picture.devicePixelRatio()
        source = QRectF(body.x * ratio, body.y * ratio, body.width * ratio, body.height * ratio)
        made = QPixmap(picture)
        board.sheet.replace(made)
        painter = QPainter(board.sheet.picture)
        painter.setClipRect(QRectF(*body))
        painter.drawPixmap(target, picture, source)
        painter.end()
        area = QRectF(*body).toAlignedRect()
        covered = target.toAlignedRect()
        board.sheet.spoil(QRect(area.x(), area.y(), area.width(), max(0, covered.y() - area.y())))
        below = max(area.y(), covered.bottom() + 1)
        board.sheet.spoil(QRect(area.x(), below, area.width(), max(0, area.bottom() + 1 - below)))
        board.sheet.spoil(QRectF(new.shelf, new.head, new.gutter, new.height).toAlignedRect())
        scene.plain = True
        board.sheet.freshen()
        scene.plain = False
