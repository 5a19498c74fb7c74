"""Draw what is under way over a board: what somebody carries, what it says, what is being drawn around."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from missionplanner.gui.board.block_paint import paint_block, paint_chip
from missionplanner.gui.board.ink import Ink, centred
from missionplanner.gui.board.look import Look
from missionplanner.gui.board.scale import Box, Scale

SHADOWS = ((7, 14), (4, 22))
"""How far each shadow reaches, and how dark it is of 255."""
BUBBLE = 26
WIDEST = 520
"""How much of the board the bubble may hide: three overlaps by name would cover all of it."""


@dataclass
class Carried:
    """Be what is drawn over a board. ``words`` are in the bubble, red where ``wrong``; ``line`` is the start.

    ``holes`` are where things lie that go, ``rings`` are around those that stay and change.
    """

    blocks: list[tuple[Box, Look, bool]] = field(default_factory=list)
    holes: list[Box] = field(default_factory=list)
    rings: list[Box] = field(default_factory=list)
    words: str = ""
    wrong: bool = False
    at: Box | None = None
    line: float | None = None
    band: Box | None = None

    def reach(self, ink: Ink, scale: Scale) -> list[Box]:
        """Return the parts of the board all this covers."""
        boxes = [grown(box, SHADOWS[0][0] + 4) for box, _, _ in self.blocks]
        boxes += [grown(box, 4) for box in (*self.holes, *self.rings)]
        if self.at is not None and self.words:
            boxes.append(bubble_box(self, ink, scale))
        if self.line is not None:
            boxes.append(Box(0, self.line - 2, scale.width, 4))
        if self.band is not None:
            boxes.append(self.band)
        return boxes


def grown(box: Box, by: float) -> Box:
    """Return a rectangle that reaches further on all sides."""
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def bubble_box(carried: Carried, ink: Ink, scale: Scale) -> Box:
    """Return where the bubble lies: above what is carried, else below it, and never beyond the board."""
    assert carried.at is not None
    room = min(WIDEST, scale.width - scale.shelf - 12)
    width = min(ink.times.wide(carried.words) + 24, room)
    x = max(scale.shelf + 4, min(carried.at.x, scale.width - width - 8))
    y = carried.at.y - BUBBLE - 5
    if y < scale.head + 2:
        y = min(carried.at.bottom + 5, scale.height - BUBBLE - 4)
    return Box(x, y, width, BUBBLE)


def paint_carried(painter: QPainter, carried: Carried, ink: Ink, scale: Scale, share: float = 1.0) -> None:
    """Draw all of it, ``share`` as strong as it can be."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(share)
    for boxes, colour, width in ((carried.holes, "border_strong", 1), (carried.rings, "accent", 2)):
        pen = QPen(ink.colour(colour), width)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes:
            painter.drawRoundedRect(QRectF(*box).adjusted(2, 1, -2, -1), 6, 6)
    if carried.line is not None and scale.head <= carried.line <= scale.height:
        painter.setPen(QPen(ink.colour("accent"), 1))
        painter.drawLine(QLineF(scale.left - 6, carried.line, scale.width, carried.line))
    for box, look, chip in carried.blocks:
        _block(painter, (box, look, chip), ink, share)
    if carried.band is not None:
        _band(painter, carried.band, ink)
    if carried.at is not None and carried.words:
        _bubble(painter, carried, ink, scale)


def _block(painter: QPainter, block: tuple[Box, Look, bool], ink: Ink, share: float) -> None:
    box, look, chip = block
    area = QRectF(round(box.x), round(box.y), round(box.width), round(box.height))
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, dark in SHADOWS:
        painter.setBrush(QColor(0, 0, 0, dark if ink.name == "light" else dark * 3))
        painter.drawRoundedRect(area.adjusted(-reach + 2, -reach + 4, reach - 2, reach), 9, 9)
    painter.setOpacity(0.95 * share)
    (paint_chip if chip else paint_block)(painter, area, look, ink)
    painter.setOpacity(share)
    painter.setPen(QPen(ink.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0, -0.5, 0), 7, 7)


def _band(painter: QPainter, band: Box, ink: Ink) -> None:
    shade = QColor(ink.colour("accent"))
    painter.setPen(QPen(shade, 1))
    shade.setAlpha(28)
    painter.setBrush(shade)
    painter.drawRect(QRectF(*band).adjusted(0.5, 0.5, -0.5, -0.5))


def _bubble(painter: QPainter, carried: Carried, ink: Ink, scale: Scale) -> None:
    area = QRectF(*bubble_box(carried, ink, scale))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour("danger" if carried.wrong else "accent"))
    painter.drawRoundedRect(area, 6, 6)
    painter.setPen(ink.colour("on_accent"))
    painter.setFont(ink.times.font)
    centred(painter, area, ink.times.cut(carried.words, area.width() - 24))
