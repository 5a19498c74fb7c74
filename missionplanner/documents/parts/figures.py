"""Paint drawings of figures: bars and spans of time row by row as the table they are, a map as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from missionplanner.documents import charts, design, typography
from missionplanner.documents.charts.drawing import (
    Area,
    Band,
    Box,
    Chart,
    Dot,
    Kind,
    Letter,
    Mark,
    Stroke,
    Words,
)
from missionplanner.documents.content.drawn import Bars, Drawn, Pictures, RouteMap, Tiles, Timeline, Year
from missionplanner.documents.parts import pictures, tiles
from missionplanner.documents.parts.chapter import label
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.story import Holder, Piece
from missionplanner.documents.typeset import Batch, Block, Style

ABOVE = 12.0
CAPTION = typography.FACT_DETAIL


@lru_cache(maxsize=256)
def style_of(letter: Letter) -> Style:
    """Return how paper sets a text of a drawing."""
    return Style(
        weight=letter.weight,
        size=letter.size,
        leading=letter.pitch,
        colour=letter.colour,
        tracking=0.85 if letter.capitals else 0.0,
        capitals=letter.capitals,
    )


@dataclass(frozen=True, slots=True)
class PaperRuler:
    """Measure texts as paper sets them."""

    batch: Batch

    def width(self, text: str, letter: Letter) -> float:
        return self.batch.width(text, style_of(letter))

    def wrap(self, text: str, letter: Letter, width: float) -> tuple[str, ...]:
        return self.batch.wrap(text, style_of(letter), width)


def pieces(setter: Setter, part: Drawn, media: Mapping[str, bytes]) -> Iterator[Piece]:
    """Give what is drawn from figures piece by piece."""
    ruler, width, accent = PaperRuler(setter.batch), setter.sheet.measure, setter.accent.colour
    match part:
        case Tiles():
            yield from tiles.pieces(setter, part)
        case Pictures():
            yield from pictures.pieces(setter, part, media)
        case RouteMap():
            yield from _map(setter, part, charts.route_map(part, width, ruler, accent))
        case Bars():
            yield from _table(setter, part.title, charts.bars(part, width, ruler, accent))
        case Timeline():
            yield from _table(setter, part.title, charts.timeline(part, width, ruler, accent))
        case Year():
            yield from _table(setter, part.title, charts.year(part, width, ruler, accent))


def _table(setter: Setter, title: str, chart: Chart) -> Iterator[Piece]:
    """Give a table one can see: its head anew on each page."""
    yield from label(setter, title)
    head = chart.bands[0]
    again = Piece(head.height, partial(_again, setter, head))
    holder = Holder("Table", chart.about or None, again)
    for number, band in enumerate(chart.bands):
        above = 0.0 if number or title else ABOVE
        draw = partial(_row, setter, band)
        # Neither a head alone at the foot of a page nor one row alone at the top of the next.
        kept = number == 0 or number == len(chart.bands) - 2
        yield Piece(band.height, draw, above, kept=kept, inside=holder, opens=not number, key=band.key)


def _map(setter: Setter, part: RouteMap, chart: Chart) -> Iterator[Piece]:
    caption = setter.run(part.caption, CAPTION, setter.sheet.measure) if part.caption else None

    def draw() -> Block:
        block = setter.batch.block()
        with block.tag("Figure", alt=chart.about):
            for mark in chart.marks:
                paint(block, mark)
        return block

    yield Piece(chart.height, draw, above=ABOVE, kept=caption is not None)
    if caption is not None:

        def say() -> Block:
            block = setter.batch.block()
            with block.tag("P"):
                draw_run(block, caption, 0, -CAPTION.size)
            return block

        yield Piece(caption.height, say, above=4.0)


def _row(setter: Setter, band: Band) -> Block:
    block = setter.batch.block()
    for mark in band.marks:
        paint(block, mark)
    with block.tag("TR"):
        for number, cell in enumerate(band.cells):
            scope = "Column" if band.kind is Kind.HEAD else "Row"
            name = "TH" if band.kind is Kind.HEAD or not number else "TD"
            empty = not any(line for words in cell for line in words.lines)
            with block.tag(name, scope=scope if name == "TH" else None, alt="" if empty else None):
                for words in cell:
                    paint(block, words)
    return block


def _again(setter: Setter, band: Band) -> Block:
    block = setter.batch.block()
    for mark in (*band.marks, *(words for cell in band.cells for words in cell)):
        paint(block, mark)
    return block


def paint(block: Block, mark: Mark) -> None:
    """Draw a shape; what is y down in a drawing is y up on paper."""
    match mark:
        case Words():
            style = style_of(mark.letter)
            for number, line in enumerate(mark.lines):
                block.text(mark.x, -mark.y - number * style.leading, line, style, align=mark.align)
        case Box():
            low = -mark.y - mark.tall
            block.rect(mark.x, low, mark.wide, mark.tall, fill=mark.fill, stroke=mark.stroke, line=mark.width)
        case Stroke():
            block.line(mark.x1, -mark.y1, mark.x2, -mark.y2, mark.colour, mark.width, mark.dash)
        case Dot():
            block.circle(mark.x, -mark.y, mark.radius, fill=mark.fill, stroke=mark.stroke, line=mark.width)
        case Area():
            _area(block, mark)


def _area(block: Block, mark: Area) -> None:
    (x, y), *others = mark.points
    steps: list[tuple[object, ...]] = [("m", x, -y), *(("l", x, -y) for x, y in others)]
    if mark.closed:
        steps.append(("h",))
    block.path(steps, fill=mark.fill, stroke=mark.stroke or (None if mark.fill else design.INK), line=mark.width)
