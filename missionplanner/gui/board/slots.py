"""Show slots that were proposed for items and not chosen yet: hatched, dashed, there to be clicked."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from missionplanner.gui.board.block_paint import BAR, ROUND
from missionplanner.gui.board.ink import Ink
from missionplanner.gui.board.layout import runs_of
from missionplanner.gui.board.scale import Box
from missionplanner.gui.board.scene import Scene, Slot

_GROUND, _HATCH, _OVER = 70, 44, 30
"""How strong ground and hatch of a slot are, and the shade over what lies on one of the chosen item, of 255."""


def boxes_of_slot(slot: Slot, scene: Scene) -> list[Box]:
    """Return where a slot is drawn: a rectangle for each run of lanes, none on a day that is not shown."""
    days = [day.date for day in scene.facts.days]
    if slot.date not in days:
        return []
    number = days.index(slot.date)
    return [scene.scale.span_box(number, a, b + 1, slot.start, slot.end) for a, b in runs_of(slot.lanes)]


def slot_at(scene: Scene, x: float, y: float) -> Slot | None:
    """Return the slot at a point of the body, the one that begins last where they overlap."""
    if not scene.scale.body.holds(x, y):
        return None
    found = [one for one in scene.slots if any(box.holds(x, y) for box in boxes_of_slot(one, scene))]
    return max(found, key=lambda one: one.start, default=None)


def paint_slots(painter: QPainter, body: Box, scene: Scene) -> None:
    """Draw the slots, below the items; those of what is chosen stand out."""
    chosen = _chosen(scene)
    for slot, box in _seen(body, scene):
        _slot(painter, _area(box), slot, scene.ink, chosen=slot.item in chosen)


def paint_shades(painter: QPainter, body: Box, scene: Scene) -> None:
    """Draw the slots of what is chosen over the items, faintly, so that one below an item is seen too."""
    chosen = _chosen(scene)
    shade = QColor(scene.ink.colour("accent"))
    shade.setAlpha(_OVER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    for slot, box in _seen(body, scene):
        if slot.item in chosen:
            painter.drawRoundedRect(_area(box), ROUND, ROUND)


def _chosen(scene: Scene) -> set[UUID | None]:
    return {scene.looks.identity(place) for place in scene.chosen} if scene.slots else set()


def _seen(body: Box, scene: Scene) -> Iterator[tuple[Slot, Box]]:
    for slot in scene.slots:
        for box in boxes_of_slot(slot, scene):
            if box.meets(body):
                yield slot, box


def _area(box: Box) -> QRectF:
    return QRectF(*box).adjusted(1.5, 1, -1.5, -1)


def _slot(painter: QPainter, area: QRectF, slot: Slot, ink: Ink, *, chosen: bool) -> None:
    tint = ink.tint(slot.family)
    ground, hatch = QColor(tint.ground), QColor(tint.bar)
    ground.setAlpha(_GROUND)
    hatch.setAlpha(_HATCH)
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (QBrush(ground), QBrush(hatch, Qt.BrushStyle.BDiagPattern)):
        painter.setBrush(brush)
        painter.drawRoundedRect(area, ROUND, ROUND)
    pen = QPen(ink.colour("accent") if chosen else QColor(tint.bar), 2 if chosen else 1.2)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, ROUND, ROUND)
    left, room = area.x() + BAR + 5, area.width() - BAR - 10
    label = next((one for one in slot.labels if ink.small.wide(one) <= room), slot.labels[-1])
    y = area.y() + 3
    painter.setPen(QColor(tint.text))
    for face, text in ((ink.title, slot.title), (ink.small, label)):
        if y + face.height > area.bottom() + 1 or room < 16:
            return
        painter.setFont(face.font)
        painter.drawText(QPointF(left, y + face.measures.ascent()), face.cut(text, room))
        y += face.height
