"""Draw a block: what happens, when, where and for whom, as much of it as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from missionplanner.gui.board.ink import Face, Ink, blended, centred
from missionplanner.gui.board.look import Look, Mark
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import Tint

BARE, TIGHT, ONE_LINE = 10.0, 18, 30
"""Heights under which a block is a bare bar, shows small letters, shows one line."""
BAR, ROUND = 3.5, 6.0
_ICON, _MARK, PILL = 15, 14, 16
_WITH_ICON, _WITH_TIME, _WITH_PLACE = 126, 178, 150
"""Widths from which a block shows its icon, its start in one line, its place beside the times."""
_HATCH, _CHIP_SHADE = 38, 40


def paint_block(painter: QPainter, area: QRectF, look: Look, ink: Ink) -> None:
    """Draw a block into an area, half a pixel away from its neighbours."""
    inner = area.adjusted(1.5, 1, -1.5, -1)
    tint = ink.tint(look.family)
    if inner.height() < 3 or inner.width() < 3:
        painter.fillRect(area, QColor(tint.bar))
        return
    _ground(painter, inner, look, tint, ink)
    if area.height() < BARE or inner.width() < 20:
        return
    right = _badges(painter, inner, look, tint, ink)
    painter.setPen(ink.colour("text3") if look.cancelled else QColor(tint.text))
    if area.height() < roomy(ONE_LINE):
        _line(painter, inner, right, look, ink)
    else:
        _words(painter, inner, right, look, ink)


def _ground(painter: QPainter, inner: QRectF, look: Look, tint: Tint, ink: Ink) -> None:
    halo = QPainterPath()
    halo.addRoundedRect(inner.adjusted(-1.5, -1, 1.5, 1), ROUND + 1, ROUND + 1)
    painter.fillPath(halo, ink.colour("surface"))
    path = _outline(inner, look)
    ground = ink.colour("surface2") if look.cancelled else QColor(tint.ground)
    bar = ink.colour("border_strong") if look.cancelled else QColor(tint.bar)
    if look.open_end:
        ground = blended(ground, ink.colour("surface"), 0.7)
    painter.fillPath(path, ground)
    painter.save()
    painter.setClipPath(path)
    if look.tentative:
        hatch = QColor(bar)
        hatch.setAlpha(_HATCH)
        painter.fillRect(inner, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    painter.fillRect(QRectF(inner.x(), inner.y(), BAR, inner.height()), bar)
    painter.restore()
    pen = _edge(look, bar, ink)
    if pen is not None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _edge(look: Look, bar: QColor, ink: Ink) -> QPen | None:
    """Return the pen of the outline: what the checks say first, then what is not sure."""
    if look.mark is not Mark.NONE:
        return QPen(ink.colour(look.mark.value), 1.6)
    if look.tentative or look.open_end:
        pen = QPen(bar, 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        return pen
    return QPen(bar, 1) if ink.theme.tokens.outlined else None


def _outline(inner: QRectF, look: Look) -> QPainterPath:
    """Return the shape: round corners, but straight where the item goes on in another day."""
    radius = min(ROUND, inner.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(inner, radius, radius)
    for goes_on, top in ((look.from_before, inner.top()), (look.goes_on, inner.bottom() - radius)):
        if goes_on:
            square = QPainterPath()
            square.addRect(QRectF(inner.x(), top, inner.width(), radius))
            path = path.united(square)
    return path


def _badges(painter: QPainter, inner: QRectF, look: Look, tint: Tint, ink: Ink) -> float:
    """Draw the marks at the top right; return where the words have to end."""
    names: list[tuple[str, str]] = []
    if look.mark is not Mark.NONE:
        names.append(("triangle-alert", look.mark.value))
    shade = "text3" if look.cancelled else tint.bar
    names += [(name, shade) for name, there in (("lock", look.locked), ("link", look.linked)) if there]
    room = inner.width() - 40
    right = inner.right() - 5
    top = inner.y() + (4 if inner.height() >= roomy(ONE_LINE) - 2 else max(0.0, (inner.height() - _MARK) / 2))
    for name, colour in names:
        if right - inner.x() < _MARK + 12 or (name != "triangle-alert" and room < _MARK * 2):
            break
        small = name != "triangle-alert"
        size = min(_MARK - 2 * small, int(inner.height()))
        ink.icon(painter, name, colour, right - size, top + small, size)
        right -= size + 4
    return right


def _line(painter: QPainter, inner: QRectF, right: float, look: Look, ink: Ink) -> None:
    """Draw one line: icon, start and title, or the title alone where it is narrow."""
    tight = inner.height() < roomy(TIGHT) - 2
    face = ink.tight(inner.height()) if tight else _titles(look, ink)
    base = inner.center().y() + face.measures.capHeight() / 2
    x = inner.x() + 9
    if inner.width() >= _WITH_TIME and not tight:
        _small_icon(painter, look, ink, x, inner.center().y() - _ICON / 2)
        x += _ICON + 6
        painter.setFont(ink.small.font)
        painter.drawText(QPointF(x, base), look.start)
        x += ink.small.wide(look.start) + 8 if look.start else 0
    painter.setFont(face.font)
    painter.drawText(QPointF(x, base), face.cut(look.title, right - x))


def _words(painter: QPainter, inner: QRectF, right: float, look: Look, ink: Ink) -> None:
    """Draw the title on as many lines as fit, then times and place, then who takes part."""
    x, edge = inner.x() + 9, inner.right() - 5
    if inner.width() >= _WITH_ICON:
        _small_icon(painter, look, ink, x, inner.y() + 5)
        x += _ICON + 5
    face, small = _titles(look, ink), ink.small
    bottom = inner.bottom() - 3
    y = inner.y() + 4
    facts = _facts(look, edge - x, inner.width() >= _WITH_PLACE, small)
    spare = bottom - y - face.height
    lines = 1 + max(0, min(2, int((spare - small.height * bool(facts)) // face.height)))
    painter.setFont(face.font)
    for text in wrapped(face, look.title, right - x, edge - x, lines):
        painter.drawText(QPointF(x, y + face.measures.ascent()), text)
        y += face.height
    painter.setFont(small.font)
    for text in facts:
        if y + small.height > bottom + 1:
            return
        painter.drawText(QPointF(x, y + small.measures.ascent()), small.cut(text, edge - x))
        y += small.height
    if look.chips and y + roomy(PILL) + 3 <= bottom and inner.width() >= _WITH_PLACE:
        _chips(painter, QRectF(x, y + 4, edge - x, roomy(PILL)), look, ink)


def _facts(look: Look, room: float, wide: bool, face: Face) -> list[str]:
    """Return the lines under a title, with as much of the times as fits."""
    when = next((one for one in (look.when, look.plain, look.start) if face.wide(one) <= room), "")
    said = [when, look.place, look.status]
    if wide:
        return [one for one in ("  ·  ".join(part for part in said if part),) if one]
    return [part for part in said if part]


def _small_icon(painter: QPainter, look: Look, ink: Ink, x: float, y: float) -> None:
    shade = "text3" if look.cancelled else ink.tint(look.family).bar
    ink.icon(painter, look.icon, shade, x, y, _ICON)


def _titles(look: Look, ink: Ink) -> Face:
    return ink.struck if look.cancelled else ink.title


def _chips(painter: QPainter, area: QRectF, look: Look, ink: Ink) -> None:
    """Draw who takes part, as many as fit, and how many more there are."""
    tint, face = ink.tint(look.family), ink.tiny
    shade = ink.colour("border") if look.cancelled else QColor(tint.bar)
    if not look.cancelled:
        shade.setAlpha(_CHIP_SHADE if ink.name == "light" else _CHIP_SHADE + 24)
    ink_colour = ink.colour("text3") if look.cancelled else QColor(tint.text)
    painter.setFont(face.font)
    x, shown = area.x(), 0
    more = face.wide("+99") + 8
    for number, name in enumerate(look.chips):
        width = face.wide(name) + 12
        reserve = more if number < len(look.chips) - 1 else 0
        if x + width + reserve > area.right():
            break
        box = QRectF(x, area.y(), width, area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box, area.height() / 2, area.height() / 2)
        painter.setPen(ink_colour)
        centred(painter, box, name)
        x += width + 4
        shown += 1
    left = len(look.chips) - shown
    if left and x + more <= area.right() + 8:
        centred(painter, QRectF(x, area.y(), more, area.height()), f"+{left}")


def wrapped(face: Face, text: str, first: float, others: float, lines: int) -> list[str]:
    """Break a text into at most ``lines`` lines; the last one ends in an ellipsis where more would follow.

    The first line, narrowed by marks, stays empty where not even one word fits there but would in the next.
    """
    words, found = text.split(), list[str]()
    while words:
        room = others if found else first
        last = len(found) == lines - 1
        if not found and not last and face.wide(words[0]) > room and others > room:
            found.append("")
            continue
        line = words.pop(0)
        while words and (last or face.wide(f"{line} {words[0]}") <= room):
            line = f"{line} {words.pop(0)}"
        found.append(face.cut(line, room))
    return found


def paint_chip(painter: QPainter, area: QRectF, look: Look, ink: Ink) -> None:
    """Draw an item without a clock time: one line with the part of the day or the end it has."""
    inner = area.adjusted(1.5, 0.5, -1.5, -0.5)
    tint = ink.tint(look.family)
    _ground(painter, inner, look, tint, ink)
    if inner.width() < 20:
        return
    right = _badges(painter, inner, look, tint, ink)
    x, middle = inner.x() + 9, inner.center().y()
    if inner.width() >= _WITH_ICON:
        _small_icon(painter, look, ink, x, middle - _ICON / 2)
        x += _ICON + 6
    face, small = _titles(look, ink), ink.small
    base = middle + (face.measures.ascent() - face.measures.descent()) / 2
    painter.setPen(ink.colour("text3") if look.cancelled else QColor(tint.text))
    if look.start and inner.width() >= _WITH_PLACE:
        painter.setFont(small.font)
        painter.drawText(QPointF(x, base), look.start)
        x += small.wide(look.start) + 8
    painter.setFont(face.font)
    painter.drawText(QPointF(x, base), face.cut(look.title, right - x))
