"""Draw: lines of text by our shaper, shapes by ReportLab's canvas, into whatever collects the operators."""

from __future__ import annotations

import io
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from missionplanner.base import assets
from missionplanner.documents.typeset import svg
from missionplanner.documents.typeset.images import Image, Shading, drawing
from missionplanner.documents.typeset.shaping import Line, Rise, Run, Shaper, Style
from missionplanner.documents.typeset.structure import Role, role, text_string

rl_config.useA85 = 0
rl_config.invariant = 1

Step = tuple[Any, ...]
"""A stretch of a path: ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x3, y3) or ("h",)."""

_ICON = 24.0
_DISC, _BORDER = 10.0, 0.9
"""Radius of a disc as it is kept, and the width of its border, in points."""
_WHITE = "#FFFFFF"


class Ink(ABC):
    """Be something to draw on: a block or a page. Lengths in points; y grows upwards."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self.fonts: set[str] = set()
        self.images: dict[str, Image] = {}
        self.shadings: dict[str, Shading] = {}

    @abstractmethod
    def _emit(self, operators: str) -> None:
        """Take operators as part of what is open now."""

    @abstractmethod
    def _tagged(self, role: Role) -> AbstractContextManager[None]:
        """Open a structure element around what is drawn inside."""

    # -- text ---------------------------------------------------------------------------------------

    def text(
        self, x: float, y: float, text: str, style: Style, *, align: str = "left", lang: str | None = None
    ) -> float:
        """Draw one line with its base line at ``y``; return its width."""
        shown = text.upper() if style.capitals else text
        line = self._shaper.line(shown, style, lang)
        if not line.runs:
            return 0.0
        width = line.width * style.size / 1000 + style.tracking * line.glyphs
        if line.body is not None and not style.tracking and align == "left" and shown is text:
            key = line.runs[0].key
            self.fonts.add(key)
            self._emit(f"{_start(x, y, key, style.size, style.colour)}{line.body}]TJ ET")
            return width
        if align == "right":
            x -= width - style.tracking
        elif align == "centre":
            x -= (width - style.tracking) / 2
        operators = _text_operators(x, y, line, style)
        if shown != text:
            operators = f"/Span<</ActualText{text_string(text)}>>BDC {operators} EMC"
        self._emit(operators)
        for run in line.runs:
            self.fonts.add(run.key)
        return width

    def lines(self, x: float, y: float, texts: Sequence[str], style: Style, *, lang: str | None = None) -> None:
        """Draw a paragraph from its first base line at ``y`` down, a line each ``leading``."""
        shaped = [self._shaper.line(text, style, lang) for text in texts]
        bodies = [line.body for line in shaped if line.body is not None]
        keys = {line.runs[0].key for line in shaped if line.runs}
        if len(bodies) < len(texts) or len(keys) != 1 or style.tracking or style.capitals:
            for number, text in enumerate(texts):
                self.text(x, y - number * style.leading, text, style, lang=lang)
            return
        self.fonts |= keys
        (key,) = keys
        shown = _next_line(style.leading).join(bodies)
        self._emit(f"{_start(x, y, key, style.size, style.colour)}{shown}]TJ ET")

    # -- shapes -------------------------------------------------------------------------------------

    def line(  # noqa: PLR0913 - a line is two points and a look
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.6,
        dash: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        """Draw a straight line; a ``dash`` of nearly no length with round ends makes dots."""
        self._emit(_line(x1, y1, x2, y2, colour, width, tuple(dash) if dash else None))

    def rect(  # noqa: PLR0913 - a box is a point, a size and a look
        self, x: float, y: float, w: float, h: float, *, fill: str | None = None, stroke: str | None = None,
        line: float = 0.6, radius: float = 0.0,
    ) -> None:  # fmt: skip
        """Draw a rectangle from its lower left corner."""
        self._emit(_rect(x, y, w, h, fill, stroke, line, radius))

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 0.9,
    ) -> None:
        """Draw a circle around x, y."""
        self._emit(_circle(x, y, r, fill, stroke, line))

    def path(
        self, steps: Sequence[Step], *, fill: str | None = None, stroke: str | None = None, line: float = 0.6
    ) -> None:
        """Draw a path of moves, lines and curves."""
        pen = _inked(fill, stroke, line)
        path = pen.beginPath()
        draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
        for name, *numbers in steps:
            draw[name](*numbers)
        pen.drawPath(path, stroke=int(stroke is not None), fill=int(fill is not None))
        self._emit(_taken(pen))

    def gradient(self, x: float, y: float, w: float, h: float, top: str, bottom: str) -> None:
        """Fill a rectangle with a colour that turns into another from top to bottom."""
        shading = Shading(top, bottom)
        self.shadings[shading.key] = shading
        self._emit(f"q {w:.2f} 0 0 {h:.2f} {x:.2f} {y:.2f} cm 0 0 1 1 re W n /{shading.key} sh Q")

    def icon(self, name: str, x: float, y: float, size: float, colour: str, stroke: float = 2.0) -> None:
        """Draw an icon with its middle at x, y. ``stroke`` is in the icon's own units of 1/24."""
        self._emit(_icon(name, x, y, size, colour, stroke))

    def disc(self, icon: str, x: float, y: float, r: float, colour: str, filled: bool) -> None:
        """Draw an icon in a disc around x, y: white on the colour, or in colour on white.

        Each look is in a file once, and pages refer to it: of the bytes of a page it would be a third.
        """
        image = _disc(icon, colour, filled)
        self.images[image.key] = image
        scale = r / _DISC
        self._emit(f"q {scale:.3g} 0 0 {scale:.3g} {x:.2f} {y:.2f} cm /{image.key} Do Q")

    def qr(self, text: str, x: float, y: float, size: float, colour: str) -> None:
        """Draw a QR code from its lower left corner, as one path of horizontal bars."""
        bars, count = _qr_bars(text)
        unit = size / count
        pen = _inked(colour, None, 0)
        set_up = _taken(pen).removeprefix("q ").removesuffix(" Q")
        self._emit(f"q {set_up} {unit:.4f} 0 0 {unit:.4f} {x:.2f} {y:.2f} cm {bars} f Q")

    def image(self, name: str, data: bytes, x: float, y: float, w: float, h: float) -> None:
        """Draw a PNG or JPEG into a box. ``name`` is its key: the same name is embedded once a batch."""
        image = Image.of(name, data)
        self.images[image.key] = image
        self._emit(f"q {w:.2f} 0 0 {h:.2f} {x:.2f} {y:.2f} cm /{image.key} Do Q")

    # -- structure ----------------------------------------------------------------------------------

    def tag(
        self, name: str, *, lang: str | None = None, alt: str | None = None, scope: str | None = None
    ) -> AbstractContextManager[None]:
        """Open a structure element, as P, H2, LI or Figure, around what is drawn inside.

        One that holds nothing is left out, unless it has an ``alt``: "" keeps the empty field of a table.
        """
        return self._tagged(role(name, lang, alt, scope))


def _text_operators(x: float, y: float, line: Line, style: Style) -> str:
    if line.body is not None and not style.tracking:
        return f"{_start(x, y, line.runs[0].key, style.size, style.colour)}{line.body}]TJ ET"
    out = [f"BT {_rgb(style.colour)} rg {x:.2f} {y:.2f} Td"]
    if style.tracking:
        out.append(f"{style.tracking:.3g} Tc")
    key = ""
    for run in line.runs:
        if run.key != key:
            key = run.key
            out.append(f"/{key} {style.size:g} Tf")
        if run.actual is not None:
            out.append(f"/Span<</ActualText{text_string(run.actual)}>>BDC")
        out.append(_shown(run, style.size))
        if run.actual is not None:
            out.append("EMC")
    if style.tracking:
        out.append("0 Tc")
    out.append("ET")
    return " ".join(out)


@lru_cache(maxsize=2048)
def _start(x: float, y: float, key: str, size: float, colour: str) -> str:
    """Return how a text begins: rows have the same few places, and numbers are slow to write."""
    return f"BT {_rgb(colour)} rg {x:.2f} {y:.2f} Td /{key} {size:g} Tf ["


@lru_cache(maxsize=64)
def _next_line(leading: float) -> str:
    return f"]TJ 0 {-leading:.2f} Td ["


def _shown(run: Run, size: float) -> str:
    if len(run.pieces) == 1 and isinstance(run.pieces[0], str):
        return f"[{run.pieces[0]}]TJ"
    out = []
    for piece in run.pieces:
        if isinstance(piece, Rise):
            out.append(f"{piece.height * size / 1000:.2f} Ts {piece.glyph}Tj 0 Ts")
        else:
            out.append(f"[{piece}]TJ")
    return " ".join(out)


@lru_cache(maxsize=1)
def _canvas() -> Any:
    return Canvas(io.BytesIO(), invariant=1)


def _pen() -> Any:
    """Return ReportLab's canvas with no operators in it and its state as a new page has it."""
    canvas = _canvas()
    canvas._code.clear()
    canvas.init_graphics_state()
    return canvas


def _inked(fill: str | None, stroke: str | None, line: float) -> Any:
    pen = _pen()
    if fill is not None:
        pen.setFillColor(HexColor(fill))
    if stroke is not None:
        pen.setStrokeColor(HexColor(stroke))
        pen.setLineWidth(line)
    return pen


def _taken(pen: Any) -> str:
    return "q " + " ".join(pen._code) + " Q"


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    one = HexColor(colour)
    return f"{one.red:.3g} {one.green:.3g} {one.blue:.3g}"


# Rows of a programme repeat the same shapes at the same places: asking the canvas once is ten times faster.


@lru_cache(maxsize=4096)
def _line(  # noqa: PLR0913 - a key of the cache
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: tuple[float, ...] | None
) -> str:  # fmt: skip
    pen = _pen()
    if dash:
        pen.setLineCap(1)
        pen.setDash(list(dash))
    pen.setStrokeColor(HexColor(colour))
    pen.setLineWidth(width)
    pen.line(x1, y1, x2, y2)
    return _taken(pen)


@lru_cache(maxsize=4096)
def _rect(  # noqa: PLR0913 - a key of the cache
    x: float, y: float, w: float, h: float, fill: str | None, stroke: str | None, line: float, radius: float
) -> str:  # fmt: skip
    pen = _inked(fill, stroke, line)
    ways = {"stroke": int(stroke is not None), "fill": int(fill is not None)}
    if radius:
        pen.roundRect(x, y, w, h, radius, **ways)
    else:
        pen.rect(x, y, w, h, **ways)
    return _taken(pen)


@lru_cache(maxsize=4096)
def _circle(x: float, y: float, r: float, fill: str | None, stroke: str | None, line: float) -> str:
    pen = _inked(fill, stroke, line)
    pen.circle(x, y, r, stroke=int(stroke is not None), fill=int(fill is not None))
    return _taken(pen)


@lru_cache(maxsize=4096)
def _icon(name: str, x: float, y: float, size: float, colour: str, stroke: float) -> str:
    pen = _inked(None, colour, stroke)
    pen.setLineCap(1)
    pen.setLineJoin(1)
    scale = size / _ICON
    set_up = _taken(pen).removeprefix("q ").removesuffix(" Q")
    place = f"{scale:.4f} 0 0 {scale:.4f} {x - size / 2:.2f} {y - size / 2:.2f} cm"
    return f"q {place} {set_up} {_icon_path(name)} S Q"


@lru_cache(maxsize=256)
def _disc(icon: str, colour: str, filled: bool) -> Image:
    ground, sign = (colour, _WHITE) if filled else (_WHITE, colour)
    circle = _circle(0, 0, _DISC, ground, colour, _BORDER)
    return drawing(f"{circle} {_icon(icon, 0, 0, _DISC * 1.1, sign, 2.0)}", _DISC + _BORDER)


@lru_cache(maxsize=256)
def _icon_path(name: str) -> str:
    return svg.operators(assets.path(f"icons/{name}.svg").read_text("utf-8"))


@lru_cache(maxsize=256)
def _qr_bars(text: str) -> tuple[str, int]:
    import segno

    # A fixed mask: trying all eight costs 9 ms a code and changes nothing a camera minds.
    matrix = segno.make_qr(text, error="m", mask=2).matrix
    count = len(matrix)
    bars = []
    for row, modules in enumerate(matrix):
        start = None
        for column, dark in enumerate([*modules, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                bars.append(f"{start} {count - row - 1} {column - start} 1.02 re")
                start = None
    return " ".join(bars), count
