"""Set the organisers in the order of the mission: logos where there are any, names where there are none."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, UnidentifiedImageError

from missionplanner.base import drawings
from missionplanner.documents import design
from missionplanner.documents.content.values import Organiser
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Style
from missionplanner.documents.typeset.ink import Ink

GAP = 16.0
RASTER = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
NAMES = Style(weight="semibold", size=9.5, leading=12, colour=design.PETROL)


@dataclass(frozen=True, slots=True)
class Sign:
    """Be an organiser as it is shown: a picture of some width, else its name."""

    organiser: Organiser
    picture: bytes | None
    width: float


@lru_cache(maxsize=64)
def size_of(picture: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels, of a drawing in its units; None for anything else."""
    if drawings.is_drawing(picture):
        return _size_of_drawing(picture)
    if not picture.startswith(RASTER):
        return None
    try:
        with Image.open(io.BytesIO(picture)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _size_of_drawing(picture: bytes) -> tuple[int, int] | None:
    """Return a size of the drawing's proportions, in whole numbers."""
    try:
        made = drawings.read(picture)
    except ValueError:
        return None
    scale = 1000 / max(made.width, made.height)
    return max(1, round(made.width * scale)), max(1, round(made.height * scale))


def fitted(picture: bytes, widest: float, tallest: float) -> tuple[float, float] | None:
    """Return width and height of a picture as large as a box lets it be, in points; None for what is none."""
    size = size_of(picture)
    if size is None or not min(size):
        return None
    scale = min(widest / size[0], tallest / size[1])
    return size[0] * scale, size[1] * scale


def signs(
    setter: Setter, organisers: Sequence[Organiser], media: Mapping[str, bytes], height: float, widest: float
) -> list[Sign]:
    """Return the organisers with their logos scaled to a height, at most so wide."""
    made = []
    for one in organisers:
        picture = media.get(one.logo) if one.logo else None
        size = size_of(picture) if picture else None
        if picture is not None and size is not None and min(size) > 0:
            made.append(Sign(one, picture, min(widest, height * size[0] / size[1])))
        else:
            made.append(Sign(one, None, setter.batch.width(one.name, NAMES)))
    return made


def draw_strip(
    setter: Setter, block: Block, shown: Sequence[Sign], top: float, height: float, width: float
) -> float:
    """Draw organisers in lines from the left margin; return the height used. A long name takes several lines."""
    pictured = any(sign.picture is not None for sign in shown)
    y, used = top, height
    with block.tag("P"):
        for row in _rows(setter, shown, width):
            lines = max(len(name) for _, name in row)
            used = max(height, lines * NAMES.leading) if pictured else height + (lines - 1) * NAMES.leading
            x = 0.0
            for sign, name in row:
                if sign.picture is not None:
                    draw_logo(block, sign, x, y - (used - height) / 2, height)
                else:
                    _draw_name(block, name, x, y - used / 2)
                x += sign.width + GAP
            y -= used + 8 if pictured else used - height + NAMES.leading + 4
    last = used + 8 if pictured else used - height + NAMES.leading + 4
    return top - y - last + used if shown else 0.0


def _rows(setter: Setter, shown: Sequence[Sign], width: float) -> Iterator[list[tuple[Sign, tuple[str, ...]]]]:
    """Give organisers row by row, each with the lines of its name; a picture has one."""
    row: list[tuple[Sign, tuple[str, ...]]] = []
    x = 0.0
    for sign in shown:
        if row and x + sign.width > width:
            yield row
            row, x = [], 0.0
        name = ("",) if sign.picture is not None else setter.batch.wrap(sign.organiser.name, NAMES, width)
        row.append((sign, name or ("",)))
        x += sign.width + GAP
    if row:
        yield row


def _draw_name(block: Block, lines: Sequence[str], x: float, middle: float) -> None:
    y = middle - 3.2 + (len(lines) - 1) * NAMES.leading / 2
    for line in lines:
        block.text(x, y, line, NAMES)
        y -= NAMES.leading


def draw_logo(block: Ink, sign: Sign, x: float, top: float, height: float, *, silent: bool = False) -> None:
    """Draw a logo in the middle of its line, its proportions kept; ``silent`` is one that is said elsewhere."""
    size = size_of(sign.picture) if sign.picture else None
    if sign.picture is None or size is None:
        return
    tall = min(height, sign.width * size[1] / size[0])
    name = sign.organiser.logo or sign.organiser.name
    with nullcontext() if silent else block.tag("Figure", alt=sign.organiser.name):
        block.image(name, sign.picture, x, top - height / 2 - tall / 2, sign.width, tall)
