"""Draw what lies still on a board: hours and lanes, blocks, and the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from missionplanner.gui.board.block_paint import ROUND
from missionplanner.gui.board.edge_paint import paint_gutter, paint_head
from missionplanner.gui.board.ink import FADED, Ink
from missionplanner.gui.board.layout import Block
from missionplanner.gui.board.scale import Box, Scale, pixel
from missionplanner.gui.board.scene import Scene
from missionplanner.gui.board.slots import paint_shades, paint_slots

WORKDAY = (8 * 60, 20 * 60)
"""Hours in minutes outside of which the ground is darker."""
HALVES_FROM = 36.0
"""Height of an hour from which half hours have lines."""


def paint_scene(painter: QPainter, clip: Box, scene: Scene) -> None:
    """Draw the part of a board that lies in ``clip``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body = _common(clip, scene.scale.body)
    painter.fillRect(QRectF(*clip), scene.ink.colour("surface"))
    if body is not None:
        painter.save()
        painter.setClipRect(QRectF(*body), Qt.ClipOperation.IntersectClip)
        _grid(painter, body, scene)
        paint_slots(painter, body, scene)
        _chips(painter, body, scene)
        _blocks(painter, body, scene)
        paint_shades(painter, body, scene)
        _clashes(painter, scene)
        painter.restore()
    if clip.x < scene.scale.left:
        paint_gutter(painter, scene)
        _shelf(painter, scene)
    if clip.y < scene.scale.head:
        paint_head(painter, scene)


def _common(one: Box, other: Box) -> Box | None:
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


# -- the ground -----------------------------------------------------------------------------------


def _grid(painter: QPainter, body: Box, scene: Scene) -> None:
    scale, ink = scene.scale, scene.ink
    right = min(scale.width, scale.day_x(scale.days))
    for first, last in ((scale.hours[0], WORKDAY[0]), (WORKDAY[1], scale.hours[1])):
        top, bottom = scale.y_of(first), scale.y_of(last)
        if bottom > top:
            painter.fillRect(QRectF(scale.left, top, right - scale.left, bottom - top), ink.off_hours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    whole, half = _hour_lines(scale, body, right)
    painter.setPen(ink.half_line)
    painter.drawLines(half)
    painter.drawLines(_lane_lines(scale))
    painter.setPen(ink.colour("border"))
    painter.drawLines(whole)
    painter.setPen(ink.colour("border_strong") if ink.name == "light" else ink.colour("border"))
    painter.setOpacity(0.55)
    painter.drawLines([_vertical(scale, scale.day_x(number)) for number in range(scale.days + 1)])
    painter.setOpacity(1)
    if scale.levels:
        y = scale.y_of(scale.hours[0])
        painter.drawLine(QLineF(scale.left, y, right, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    _breaks(painter, scene)


def _hour_lines(scale: Scale, body: Box, right: float) -> tuple[list[QLineF], list[QLineF]]:
    whole: list[QLineF] = []
    half: list[QLineF] = []
    step = 30 if scale.hour >= HALVES_FROM else 60
    first = max(scale.hours[0], int(scale.minute_at(body.y) // step) * step)
    for minute in range(first, scale.hours[1] + 1, step):
        y = pixel(scale.y_of(minute))
        if y > body.bottom:
            break
        (half if minute % 60 else whole).append(QLineF(scale.left, y, right, y))
    return whole, half


def _lane_lines(scale: Scale) -> list[QLineF]:
    lanes = range(1, scale.lanes)
    return [_vertical(scale, scale.x_of(day, lane)) for day in range(scale.days) for lane in lanes]


def _vertical(scale: Scale, x: float) -> QLineF:
    return QLineF(pixel(x), scale.head, pixel(x), scale.height)


def _breaks(painter: QPainter, scene: Scene) -> None:
    """Draw where clocks are put to another zone."""
    scale, ink = scene.scale, scene.ink
    for number, day in enumerate(scene.facts.days):
        for one in day.breaks:
            y, x = scale.y_of(one.minute), scale.day_x(number)
            pen = QPen(ink.colour("info"), 1.5)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QLineF(x, y, x + scale.day_width, y))
            width = ink.tiny.wide(one.text) + 26
            tag = QRectF(x + scale.day_width - width - 4, y + 2, width, ink.tiny.height + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour("info_bg"))
            painter.drawRoundedRect(tag, 4, 4)
            ink.icon(painter, "clock", "info", tag.x() + 5, tag.center().y() - 6, 12)
            painter.setPen(ink.colour("info"))
            painter.setFont(ink.tiny.font)
            painter.drawText(tag.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, one.text)


# -- items ----------------------------------------------------------------------------------------


def _seen(scene: Scene, body: Box) -> Iterator[tuple[Block, Box]]:
    for number, column in enumerate(scene.layout.columns):
        x = scene.scale.day_x(number)
        if x < body.right and x + scene.scale.day_width > body.x:
            yield from scene.scale.seen(column, body)


def _blocks(painter: QPainter, body: Box, scene: Scene) -> None:
    faint = False
    for block, box in _seen(scene, body):
        place = block.place
        if place in scene.lifted:
            continue
        if scene.plain:
            _bar(painter, box, scene.looks.of(place).family, scene.ink)
            continue
        if scene.faded(place) != faint:
            faint = not faint
            painter.setOpacity(FADED if faint else 1)
        look, number = scene.looks.block(block)
        scene.blocks.draw(painter, box, look, number, scene.ratio)
        if place in scene.chosen:
            painter.setOpacity(1)
            faint = False
            ring(painter, box, scene.ink)
    painter.setOpacity(1)


def _bar(painter: QPainter, box: Box, family: str, ink: Ink) -> None:
    """Draw a block without its words."""
    tint = ink.tint(family)
    painter.fillRect(QRectF(box.x + 1.5, box.y + 1, box.width - 3, box.height - 2), QColor(tint.ground))
    painter.fillRect(QRectF(box.x + 1.5, box.y + 1, 3.5, box.height - 2), QColor(tint.bar))


def _chips(painter: QPainter, body: Box, scene: Scene) -> None:
    for chip in scene.layout.chips:
        box = scene.scale.chip_box(chip)
        if chip.place in scene.lifted or not box.meets(body):
            continue
        look, number = scene.looks.chip(chip)
        painter.setOpacity(FADED if scene.faded(chip.place) else 1)
        scene.chips.draw(painter, box, look, number, scene.ratio)
        painter.setOpacity(1)
        if chip.place in scene.chosen:
            ring(painter, box, scene.ink)


def _clashes(painter: QPainter, scene: Scene) -> None:
    """Draw a red bar beside the time two items take from the same people."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.ink.colour("danger"))
    for pair in scene.facts.clashes:
        if scene.lifted.isdisjoint(pair):
            one, other = (scene.layout.blocks_of.get(place, []) for place in pair)
            for mine, theirs in ((a, b) for a in one for b in other if a.day == b.day):
                start, end = max(mine.start, theirs.start), min(mine.end, theirs.end)
                if start < end:
                    x = min(scene.scale.box(mine).x, scene.scale.box(theirs).x) - 3
                    top, bottom = scene.scale.y_of(start), scene.scale.y_of(end)
                    painter.drawRoundedRect(QRectF(x, top + 1, 3.5, bottom - top - 2), 1.5, 1.5)


def ring(painter: QPainter, box: Box, ink: Ink, width: float = 2.0) -> None:
    """Draw the outline of what is chosen."""
    painter.setPen(QPen(ink.colour("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box.x + 0.5, box.y, box.width - 1, box.height), ROUND + 1, ROUND + 1)


def paint_focus(painter: QPainter, scene: Scene, place: int) -> None:
    """Draw the ring of the focus around a row."""
    if place in scene.lifted:
        return
    scale = scene.scale
    shelved = place in scene.layout.shelf_of
    painter.save()
    painter.setClipRect(QRectF(0, scale.head, scale.shelf, scale.height) if shelved else QRectF(*scale.body))
    for box in scale.boxes_of(scene.layout, place):
        ring(painter, Box(box.x - 2, box.y - 2, box.width + 4, box.height + 4), scene.ink)
    painter.restore()


# -- the shelf ------------------------------------------------------------------------------------


def _shelf(painter: QPainter, scene: Scene) -> None:
    scale, ink = scene.scale, scene.ink
    if not scale.shelf:
        return
    area = QRectF(0, 0, scale.shelf, scale.height)
    painter.fillRect(area, ink.colour("surface2"))
    painter.setPen(ink.colour("border"))
    painter.drawLine(QLineF(scale.shelf - 0.5, 0, scale.shelf - 0.5, scale.height))
    if not scene.shelf_open:
        _closed_shelf(painter, scene)
        return
    painter.save()
    painter.setClipRect(QRectF(0, scale.head, scale.shelf - 1, scale.height), Qt.ClipOperation.IntersectClip)
    for place, number in scene.layout.shelf_of.items():
        box = scale.shelf_box(number)
        if place in scene.lifted or box.bottom < scale.head or box.y > scale.height:
            continue
        look, key = scene.looks.shelved(place)
        painter.setOpacity(FADED if scene.faded(place) else 1)
        scene.blocks.draw(painter, box, look, key, scene.ratio)
        painter.setOpacity(1)
        if place in scene.chosen:
            ring(painter, box, ink)
    painter.restore()
    _shelf_head(painter, scene)


def _shelf_head(painter: QPainter, scene: Scene) -> None:
    scale, ink = scene.scale, scene.ink
    ink.icon(painter, "chevron-left", "text2", 8, 12, 14)
    painter.setPen(ink.colour("text"))
    painter.setFont(ink.day.font)
    count = str(len(scene.layout.shelf))
    room = scale.shelf - 34 - ink.tiny.wide(count)
    painter.drawText(QRectF(26, 9, room, 20), Qt.AlignmentFlag.AlignVCenter, ink.day.cut(scene.shelf_title, room))
    painter.setFont(ink.tiny.font)
    painter.setPen(ink.colour("text2"))
    right = QRectF(0, 9, scale.shelf - 10, 20)
    painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)


def _closed_shelf(painter: QPainter, scene: Scene) -> None:
    scale, ink = scene.scale, scene.ink
    ink.icon(painter, "chevron-right", "text2", (scale.shelf - 14) / 2, 12, 14)
    painter.save()
    painter.translate(scale.shelf / 2, scale.head + 8)
    painter.rotate(90)
    painter.setPen(ink.colour("text2"))
    painter.setFont(ink.title.font)
    words = f"{scene.shelf_title}  ·  {len(scene.layout.shelf)}"
    painter.drawText(QRectF(0, -10, scale.height, 20), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
