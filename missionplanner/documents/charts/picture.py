"""Paint a drawing as a picture, for files that hold no drawings of their own, as Word's."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from missionplanner.base import assets
from missionplanner.documents import design
from missionplanner.documents.charts.drawing import Area, Box, Chart, Dot, Letter, Mark, Stroke, Words

FACES = {"regular": "Regular", "semibold": "Semibold", "bold": "Bold", "italic": "It"}
FINER = 2
"""Times as many dots are painted as are kept, so that edges are smooth."""
_ANCHORS = {"left": "ls", "right": "rs", "centre": "ms"}


@lru_cache(maxsize=64)
def _font(weight: str, pixels: int) -> ImageFont.FreeTypeFont:
    path = assets.path(f"fonts/SourceSans3-{FACES.get(weight, 'Regular')}.ttf")
    return ImageFont.truetype(io.BytesIO(path.read_bytes()), pixels)


class PictureRuler:
    """Measure texts as a picture shows them."""

    def width(self, text: str, letter: Letter) -> float:
        """Return the width of a line in points."""
        shown = text.upper() if letter.capitals else text
        return _font(letter.weight, 100).getlength(shown) * letter.size / 100

    def wrap(self, text: str, letter: Letter, width: float) -> tuple[str, ...]:
        """Break a text into lines between words."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}", letter) <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return tuple(lines)


def png(chart: Chart, dots: float = 200.0) -> bytes:
    """Return a drawing as a PNG of so many dots an inch."""
    scale = dots / 72 * FINER
    size = (round(chart.width * scale), round(chart.height * scale))
    image = Image.new("RGB", size, design.WHITE)
    pen = ImageDraw.Draw(image)
    for mark in chart.marks:
        _paint(pen, mark, scale)
    small = image.resize((size[0] // FINER, size[1] // FINER), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=False)
    return out.getvalue()


def _paint(pen: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    match mark:
        case Words():
            font = _font(mark.letter.weight, max(1, round(mark.letter.size * scale)))
            for number, line in enumerate(mark.lines):
                at = (mark.x * scale, (mark.y + number * mark.letter.pitch) * scale)
                shown = line.upper() if mark.letter.capitals else line
                pen.text(at, shown, mark.letter.colour, font, _ANCHORS[mark.align])
        case Box():
            edges = (mark.x, mark.y, mark.x + max(0.0, mark.wide), mark.y + max(0.0, mark.tall))
            corners = tuple(edge * scale for edge in edges)
            pen.rectangle(corners, mark.fill, mark.stroke, max(1, round(mark.width * scale)) if mark.stroke else 0)
        case Stroke():
            _stroke(pen, mark, scale)
        case Dot():
            edges = (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
            corners = tuple(edge * scale for edge in edges)
            pen.ellipse(corners, mark.fill, mark.stroke, max(1, round(mark.width * scale)) if mark.stroke else 0)
        case Area():
            points = [(x * scale, y * scale) for x, y in mark.points]
            if mark.closed:
                pen.polygon(points, mark.fill)
                points.append(points[0])
            if mark.stroke:
                pen.line(points, mark.stroke, max(1, round(mark.width * scale)), joint="curve")


def _stroke(pen: ImageDraw.ImageDraw, mark: Stroke, scale: float) -> None:
    """Paint a line; a dashed one stretch by stretch."""
    wide = max(1, round(mark.width * scale))
    length = ((mark.x2 - mark.x1) ** 2 + (mark.y2 - mark.y1) ** 2) ** 0.5
    on, off = mark.dash or (length, 0.0)
    at = 0.0
    while at < length or not at:
        first, last = at / (length or 1.0), min(length, at + max(on, mark.width)) / (length or 1.0)
        ends = [
            ((mark.x1 + (mark.x2 - mark.x1) * share) * scale, (mark.y1 + (mark.y2 - mark.y1) * share) * scale)
            for share in (first, last)
        ]
        pen.line(ends, mark.colour, wide)
        at += max(on + off, 0.5)
