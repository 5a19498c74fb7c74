"""Read the shapes of SVG as steps of paths: lines and cubic curves. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan
from xml.etree import ElementTree

ROUND = 4 / 3 * tan(pi / 8)
"""Handle of the cubic curve nearest to a quarter of a circle of radius 1."""

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_FLAG = re.compile(r"[01]")
_COMMAND = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]")
_BETWEEN = re.compile(r"[\s,]*")

Point = tuple[float, float]


Step = tuple[str, tuple[Point, ...]]
"""An operator of a path (m, l, c, h) and its points."""


class Pen:
    """Collect the steps of a path; coordinates stay as the file has them, with y down."""

    def __init__(self) -> None:
        self.drawn: list[Step] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.cubic_handle: Point | None = None
        self.quadratic_handle: Point | None = None

    def _put(self, operator: str, *points: Point) -> None:
        self.drawn.append((operator, points))
        self.x, self.y = points[-1]
        self.cubic_handle = self.quadratic_handle = None

    def move(self, x: float, y: float) -> None:
        self._put("m", (x, y))
        self.start = (x, y)

    def line(self, x: float, y: float) -> None:
        self._put("l", (x, y))

    def cubic(self, first: Point, second: Point, end: Point) -> None:
        self._put("c", first, second, end)
        self.cubic_handle = second

    def quadratic(self, handle: Point, end: Point) -> None:
        first = (self.x + (handle[0] - self.x) * 2 / 3, self.y + (handle[1] - self.y) * 2 / 3)
        second = (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)
        self._put("c", first, second, end)
        self.quadratic_handle = handle

    def mirrored(self, handle: Point | None) -> Point:
        """Return the handle opposite to the last one, or the place of the pen where there was none."""
        return (self.x, self.y) if handle is None else (2 * self.x - handle[0], 2 * self.y - handle[1])

    def close(self) -> None:
        self.drawn.append(("h", ()))
        self.x, self.y = self.start
        self.cubic_handle = self.quadratic_handle = None

    def ellipse(self, x: float, y: float, rx: float, ry: float) -> None:
        """Draw a whole ellipse around (x, y)."""
        kx, ky = rx * ROUND, ry * ROUND
        self.move(x + rx, y)
        self.cubic((x + rx, y + ky), (x + kx, y + ry), (x, y + ry))
        self.cubic((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))
        self.cubic((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))
        self.cubic((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))
        self.close()

    def arc(self, radii: Point, turn: float, flags: tuple[bool, bool], end: Point) -> None:
        """Draw an elliptical arc to ``end``: ``turn`` in degrees, flags large and sweep (SVG 1.1, F.6)."""
        if end == (self.x, self.y):
            return
        if not radii[0] or not radii[1]:
            self.line(*end)
            return
        for first, second, stop in _arc_curves((self.x, self.y), radii, turn, flags, end):
            self.cubic(first, second, stop)
        self.cubic_handle = None


def _arc_curves(
    start: Point, radii: Point, turn: float, flags: tuple[bool, bool], end: Point
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield cubic curves of at most a quarter each; radii too small are scaled up (F.6.6)."""
    large, sweep = flags
    rx, ry = abs(radii[0]), abs(radii[1])
    c, s = cos(radians(turn)), sin(radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = c * dx + s * dy, c * dy - s * dx
    scale = hypot(px / rx, py / ry)
    if scale > 1:
        rx, ry = rx * scale, ry * scale
    far = (px / rx) ** 2 + (py / ry) ** 2
    factor = sqrt(max(0.0, 1 / far - 1)) * (1 if large != sweep else -1)
    ux, uy = factor * py / ry, -factor * px / rx  # the centre, in the space where the ellipse is the unit circle
    angle = _angle((1, 0), (px / rx - ux, py / ry - uy))
    swept = _angle((px / rx - ux, py / ry - uy), (-px / rx - ux, -py / ry - uy))
    if sweep and swept < 0:
        swept += 2 * pi
    elif not sweep and swept > 0:
        swept -= 2 * pi
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(x: float, y: float) -> Point:
        x, y = (x + ux) * rx, (y + uy) * ry
        return c * x - s * y + mx, s * x + c * y + my

    count = max(1, ceil(abs(swept) / (pi / 2) - 1e-9))
    step = swept / count
    k = 4 / 3 * tan(step / 4)
    for number in range(count):
        a, b = angle + number * step, angle + (number + 1) * step
        first = placed(cos(a) - k * sin(a), sin(a) + k * cos(a))
        second = placed(cos(b) + k * sin(b), sin(b) - k * cos(b))
        yield first, second, end if number == count - 1 else placed(cos(b), sin(b))


def _angle(one: Point, other: Point) -> float:
    """Return the signed angle from one vector to the other in radians."""
    cosine = (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
    return copysign(acos(max(-1.0, min(1.0, cosine))), one[0] * other[1] - one[1] * other[0])


class _Data:
    """Read path data from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """Return what stands next when it has that form, and step over it."""
        space = _BETWEEN.match(self.text, self.at)
        start = space.end() if space else self.at
        found = pattern.match(self.text, start)
        if found is None:
            return None
        self.at = found.end()
        return found.group()

    def number(self, pattern: re.Pattern[str] = _NUMBER) -> float:
        found = self.take(pattern)
        if found is None:
            raise ValueError(f"broken path data at character {self.at}")
        return float(found)

    def more(self) -> bool:
        """Tell whether a further set of numbers follows without a command letter."""
        space = _BETWEEN.match(self.text, self.at)
        return _NUMBER.match(self.text, space.end() if space else self.at) is not None

    def ended(self) -> bool:
        return not self.text[self.at :].strip(" \t\r\n,")


def _path(element: ElementTree.Element, pen: Pen) -> None:
    data = _Data(element.get("d", ""))
    while not data.ended():
        command = data.take(_COMMAND)
        if command is None or (not pen.drawn and command not in "Mm"):
            raise ValueError(f"broken path data at character {data.at}")
        if command in "Zz":
            pen.close()
            continue
        _segment(command, data, pen)
        while data.more():
            _segment({"M": "L", "m": "l"}.get(command, command), data, pen)


def _segment(command: str, data: _Data, pen: Pen) -> None:
    origin = (pen.x, pen.y) if command.islower() else (0.0, 0.0)

    def point() -> Point:
        x = data.number()
        return origin[0] + x, origin[1] + data.number()

    _SEGMENTS[command.upper()](data, pen, point, origin)


_Reader = Callable[[], Point]


def _horizontal(data: _Data, pen: Pen, point: _Reader, origin: Point) -> None:
    pen.line(origin[0] + data.number(), pen.y)


def _vertical(data: _Data, pen: Pen, point: _Reader, origin: Point) -> None:
    pen.line(pen.x, origin[1] + data.number())


def _arc(data: _Data, pen: Pen, point: _Reader, origin: Point) -> None:
    radii = (data.number(), data.number())
    turn = data.number()
    flags = (bool(data.number(_FLAG)), bool(data.number(_FLAG)))
    pen.arc(radii, turn, flags, point())


_SEGMENTS: dict[str, Callable[[_Data, Pen, _Reader, Point], None]] = {
    "M": lambda data, pen, point, origin: pen.move(*point()),
    "L": lambda data, pen, point, origin: pen.line(*point()),
    "H": _horizontal,
    "V": _vertical,
    "C": lambda data, pen, point, origin: pen.cubic(point(), point(), point()),
    "S": lambda data, pen, point, origin: pen.cubic(pen.mirrored(pen.cubic_handle), point(), point()),
    "Q": lambda data, pen, point, origin: pen.quadratic(point(), point()),
    "T": lambda data, pen, point, origin: pen.quadratic(pen.mirrored(pen.quadratic_handle), point()),
    "A": _arc,
}


def _size(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "0"))


def _circle(element: ElementTree.Element, pen: Pen) -> None:
    radius = _size(element, "r")
    pen.ellipse(_size(element, "cx"), _size(element, "cy"), radius, radius)


def _ellipse(element: ElementTree.Element, pen: Pen) -> None:
    pen.ellipse(*(_size(element, name) for name in ("cx", "cy", "rx", "ry")))


def _line(element: ElementTree.Element, pen: Pen) -> None:
    pen.move(_size(element, "x1"), _size(element, "y1"))
    pen.line(_size(element, "x2"), _size(element, "y2"))


def _polyline(element: ElementTree.Element, pen: Pen) -> None:
    data = _Data(element.get("points", ""))
    draw = pen.move
    while not data.ended():
        draw(data.number(), data.number())
        draw = pen.line


def _polygon(element: ElementTree.Element, pen: Pen) -> None:
    _polyline(element, pen)
    if pen.drawn:
        pen.close()


def _rect(element: ElementTree.Element, pen: Pen) -> None:
    x, y, w, h = (_size(element, name) for name in ("x", "y", "width", "height"))
    rx, ry = float(element.get("rx", element.get("ry", "0"))), float(element.get("ry", element.get("rx", "0")))
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if not rx or not ry:
        pen.move(x, y)
        for corner in ((x + w, y), (x + w, y + h), (x, y + h)):
            pen.line(*corner)
        pen.close()
        return
    pen.move(x + rx, y)
    pen.line(x + w - rx, y)
    pen.arc((rx, ry), 0, (False, True), (x + w, y + ry))
    pen.line(x + w, y + h - ry)
    pen.arc((rx, ry), 0, (False, True), (x + w - rx, y + h))
    pen.line(x + rx, y + h)
    pen.arc((rx, ry), 0, (False, True), (x, y + h - ry))
    pen.line(x, y + ry)
    pen.arc((rx, ry), 0, (False, True), (x + rx, y))
    pen.close()


SHAPES: dict[str, Callable[[ElementTree.Element, Pen], None]] = {
    "path": _path,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "rect": _rect,
}


def number_text(value: float) -> str:
    """Return a number with at most three decimals."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def steps_of(element: ElementTree.Element) -> list[Step] | None:
    """Return the path of a shape, None for an element that is none. Raises ValueError for broken data."""
    shape = SHAPES.get(element.tag.rpartition("}")[2])
    if shape is None:
        return None
    pen = Pen()
    shape(element, pen)
    return pen.drawn
