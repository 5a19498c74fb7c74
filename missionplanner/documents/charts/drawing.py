"""Hold a drawing as a list of shapes in points: x from the left, y from the top down. No toolkit is named here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from missionplanner.documents import design
from missionplanner.documents.content.drawn import Tone


class Letter(NamedTuple):
    """Be how a text is set."""

    size: float
    weight: str = "regular"
    colour: str = design.INK
    leading: float = 0.0
    capitals: bool = False

    @property
    def pitch(self) -> float:
        """Return the distance of two base lines."""
        return self.leading or self.size * 1.25


class Ruler(Protocol):
    """Measure texts as whoever paints them will set them."""

    def width(self, text: str, letter: Letter) -> float:
        """Return the width of a line in points."""

    def wrap(self, text: str, letter: Letter, width: float) -> tuple[str, ...]:
        """Break a text into lines."""


class Box(NamedTuple):
    """Be a rectangle from its upper left corner."""

    x: float
    y: float
    wide: float
    tall: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.7


class Stroke(NamedTuple):
    """Be a straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 0.6
    dash: tuple[float, float] | None = None


class Dot(NamedTuple):
    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.9


class Area(NamedTuple):
    """Be a shape with straight edges, closed; an open one is a line of several stretches."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.5
    closed: bool = True


class Words(NamedTuple):
    """Be lines of text, the first base line at ``y``; ``align`` is left, right or centre of ``x``."""

    x: float
    y: float
    lines: tuple[str, ...]
    letter: Letter
    align: str = "left"


Mark = Box | Stroke | Dot | Area | Words


class Kind(StrEnum):
    """Say what a band is of the table the figures make."""

    HEAD = "head"
    ROW = "row"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Band:
    """Be a strip of a drawing that no page break goes through: shapes, and the texts it has as a row of a table.

    The first of the ``cells`` names the row, or heads the column of names.
    """

    height: float
    marks: tuple[Mark, ...]
    cells: tuple[tuple[Words, ...], ...] = ()
    kind: Kind = Kind.ROW
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Be a drawing in bands, one below the other. ``about`` says what it shows."""

    width: float
    bands: tuple[Band, ...]
    about: str

    @property
    def height(self) -> float:
        return sum(band.height for band in self.bands)

    @property
    def marks(self) -> Iterator[Mark]:
        """Give everything there is to paint, where it stands in the whole."""
        top = 0.0
        for band in self.bands:
            for mark in (*band.marks, *(words for cell in band.cells for words in cell)):
                yield moved(mark, top)
            top += band.height


def moved(mark: Mark, down: float) -> Mark:
    """Return a shape further down."""
    match mark:
        case Stroke():
            return mark._replace(y1=mark.y1 + down, y2=mark.y2 + down)
        case Area():
            return mark._replace(points=tuple((x, y + down) for x, y in mark.points))
        case _:
            return mark._replace(y=mark.y + down)


HATCH = 3.2
"""Distance of the lines of a hatching."""


def filled(box: Box, tone: Tone, accent: str) -> Iterator[Mark]:
    """Give a bar filled in a tone: dark, in the accent, hatched, or with an outline alone."""
    if box.wide <= 0:
        return
    if tone in (Tone.SOLID, Tone.ACCENT):
        yield box._replace(fill=design.PETROL if tone is Tone.SOLID else accent)
        return
    edge = design.SECONDARY if tone is Tone.OPEN else design.PETROL
    if tone is Tone.HATCHED:
        yield box._replace(fill=design.mixed(design.PETROL, design.WHITE, 0.86))
        yield from hatched(box, edge)
    yield Box(box.x + 0.35, box.y + 0.35, max(0.0, box.wide - 0.7), box.tall - 0.7, stroke=edge)


def hatched(box: Box, colour: str) -> Iterator[Stroke]:
    """Give the slanting lines of a hatching, cut at the edges of a box."""
    at = HATCH
    while at < box.wide + box.tall:
        low, high = max(0.0, at - box.wide), min(at, box.tall)
        if high > low:
            yield Stroke(
                box.x + at - low, box.y + box.tall - low, box.x + at - high, box.y + box.tall - high, colour, 0.6
            )
        at += HATCH
