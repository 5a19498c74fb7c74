"""Draw what stays in sight at the edges of a board: the heads of the days and the hours."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from missionplanner.domain.clock import local, utc
from missionplanner.gui.board.facts import DayFacts
from missionplanner.gui.board.ink import Ink, centred
from missionplanner.gui.board.scale import Scale, pixel
from missionplanner.gui.board.scene import Scene
from missionplanner.gui.theme import roomy

GUTTER, SECOND = 58, 46
"""Width of the hours of the day's zone, and of a second zone."""
LETTER = 16
"""Side of the square with a group's letter."""
_NAMED_FROM = 62
"""Width of a lane from which its group's name is written."""
_JOINING = 2
"""Longest word that only joins others: no name ends with it."""
_TELLING = 4
"""Fewest letters of a cut word that still tell groups apart."""
_BEFORE, _BETWEEN, _AFTER = 3, 2, 0
"""Pixels of a lane's head before the letter, between it and the name, and after the name."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_gutter(painter: QPainter, scene: Scene) -> None:
    """Draw the hours at the left, in one or two zones."""
    scale, ink = scene.scale, scene.ink
    painter.fillRect(QRectF(scale.shelf, scale.head, scale.gutter - 6, scale.height), ink.colour("surface"))
    painter.save()
    area = QRectF(scale.shelf, scale.head, scale.gutter, scale.height)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setFont(ink.hour.font)
    step = 60 if scale.hour >= ink.hour.height + 6 else 120
    for minute in range(scale.hours[0], scale.hours[1] + 1, step):
        y = scale.y_of(minute)
        if y < scale.head - 10 or y > scale.height + 10:
            continue
        painter.setPen(ink.colour("border"))
        painter.drawLine(QLineF(scale.left - 6, pixel(y), scale.left, pixel(y)))
        if y < scale.head + 5:
            continue
        painter.setPen(ink.colour("text3"))
        painter.drawText(_hour_area(scale, y, own=True), _RIGHT, f"{minute // 60:02}:00")
        if scene.second is not None:
            painter.drawText(_hour_area(scale, y, own=False), _RIGHT, _elsewhere(scene, minute))
    painter.restore()


def _hour_area(scale: Scale, y: float, *, own: bool) -> QRectF:
    second = scale.gutter - roomy(GUTTER)
    left, width = (scale.shelf + second, roomy(GUTTER) - 14) if own else (scale.shelf, second - 4)
    return QRectF(left, y - 9, width, 18)


def _elsewhere(scene: Scene, minute: int) -> str:
    """Return what the clock of the second zone shows."""
    if scene.second is None or not scene.facts.days:
        return ""
    days, rest = divmod(minute, 24 * 60)
    date = scene.facts.days[0].date + dt.timedelta(days=days)
    there = local(utc(date, dt.time(rest // 60, rest % 60), scene.facts.zone), scene.second[0])
    return f"{there:%H:%M}"


def paint_head(painter: QPainter, scene: Scene) -> None:
    """Draw the names of days and groups."""
    scale, ink = scene.scale, scene.ink
    painter.fillRect(QRectF(scale.shelf, 0, scale.width, scale.head), ink.colour("surface"))
    painter.save()
    area = QRectF(scale.left, 0, scale.width - scale.left, scale.head)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    for number, day in enumerate(scene.facts.days):
        x = scale.day_x(number)
        if x < scale.width and x + scale.day_width > scale.left:
            _day(painter, scene, day, x)
            _lanes(painter, scene, number)
            painter.setPen(ink.colour("border"))
            painter.drawLine(QLineF(pixel(x), scale.head - 26, pixel(x), scale.head))
    painter.restore()
    _zones(painter, scene)
    painter.setPen(ink.colour("border"))
    painter.drawLine(QLineF(scale.shelf, scale.head - 0.5, scale.width, scale.head - 0.5))


def _day(painter: QPainter, scene: Scene, day: DayFacts, x: float) -> None:
    """Draw a day's name, its cities and what is wrong on it."""
    ink, width = scene.ink, scene.scale.day_width
    right = _badge(painter, scene, day, x + width - 8)
    line = QRectF(x + 10, 8, max(0.0, right - x - 14), roomy(22))
    title = ink.day.cut(day.title, line.width())
    painter.setFont(ink.day.font)
    painter.setPen(ink.colour("text"))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)
    left = ink.day.wide(title) + 9
    facts = "  ·  ".join(part for part in (day.cities.replace(", ", " · "), day.note) if part)
    if facts and line.width() - left > 24:
        painter.setFont(ink.tiny.font)
        painter.setPen(ink.colour("text3"))
        room = line.adjusted(left, 1, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, ink.tiny.cut(facts, room.width()))


def _badge(painter: QPainter, scene: Scene, day: DayFacts, right: float) -> float:
    """Draw how many issues a day has; return where the words before it end."""
    count = day.clashes + day.warnings
    if not count:
        return right
    ink, tone = scene.ink, "danger" if day.clashes else "warn"
    width = ink.tiny.wide(str(count)) + 30
    area = QRectF(right - width, 9, width, roomy(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour(f"{tone}_bg"))
    painter.drawRoundedRect(area, 10, 10)
    ink.icon(painter, "triangle-alert", tone, area.x() + 7, area.center().y() - 6, 12)
    painter.setPen(ink.colour(tone))
    painter.setFont(ink.tiny.font)
    painter.drawText(area.adjusted(0, 0, -8, 0), _RIGHT, str(count))
    return area.x()


def _lanes(painter: QPainter, scene: Scene, day: int) -> None:
    """Draw the letter of each group, and names where there is room for something of each."""
    scale, ink = scene.scale, scene.ink
    if len(scene.facts.groups) < 2:
        return
    names = lane_names(scene)
    for lane, (letter, _name) in enumerate(scene.facts.groups):
        x = scale.x_of(day, lane)
        side = roomy(LETTER)
        box = QRectF(x + _BEFORE, scale.head - side - 9, _box_width(letter), side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour("surface2"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink.colour("text2"))
        painter.setFont(ink.tiny.font)
        centred(painter, box, letter)
        if names:
            area = QRectF(box.right() + _BETWEEN, box.y(), _name_room(scale.lane_width, letter), side)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, names[lane])


def _box_width(letter: str) -> float:
    side = roomy(LETTER)
    return side + (len(letter) - 1) * side / 2


def lane_names(scene: Scene) -> list[str]:
    """Return what fits of the groups' names, or none at all: some named and some not look like a mistake."""
    wide, groups = scene.scale.lane_width, scene.facts.groups
    if wide < roomy(_NAMED_FROM):
        return []
    names = [_words_of(scene.ink, name, _name_room(wide, letter)) for letter, name in groups]
    named = all(said or not name.strip() for said, (_letter, name) in zip(names, groups, strict=True))
    return names if named else []


def _name_room(lane_width: float, letter: str) -> float:
    return lane_width - _box_width(letter) - _BEFORE - _BETWEEN - _AFTER


def _words_of(ink: Ink, name: str, room: float) -> str:
    """Return the name, or its first words that fit, or so much of the first that it can be told from others."""
    words = name.split()
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count]).rstrip(",;")
        if ink.tiny.cut(said, room) == said and (count == len(words) or len(words[count - 1]) > _JOINING):
            return said
    cut = ink.tiny.cut(words[0], room) if words else ""
    return cut if len(cut) > _TELLING else ""


def _zones(painter: QPainter, scene: Scene) -> None:
    """Name the zone of the hours, and the second one."""
    scale, ink = scene.scale, scene.ink
    painter.setFont(ink.tiny.font)
    painter.setPen(ink.colour("text3"))
    y = scale.head - 9 - roomy(LETTER) / 2
    own = _hour_area(scale, y, own=True).adjusted(0, 0, 5, 0)
    painter.drawText(own, _RIGHT, ink.tiny.cut(scene.facts.zone_name, own.width()))
    if scene.second is not None:
        other = _hour_area(scale, y, own=False)
        painter.drawText(other, _RIGHT, ink.tiny.cut(scene.second[1], other.width()))
