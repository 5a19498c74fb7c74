"""Set large numbers: what a reader of one page should remember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.drawn import Tiles
from missionplanner.documents.content.values import Fact
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.story import Piece
from missionplanner.documents.typeset import Block, Style

GUTTER = 18.0
ABOVE, BELOW = 14.0, 6.0
LEAST_COLUMNS = 3
SIZES = tuple(
    Style(face="display", size=size, leading=34, colour=design.PETROL) for size in (31.0, 26.0, 21.0, 17.0)
)
LABEL = typography.sized(typography.FACT, 9.2, 11.6)


def pieces(setter: Setter, part: Tiles) -> Iterator[Piece]:
    """Give rows of numbers, as many in each as a sheet has facts."""
    most = setter.sheet.facts
    rows = -(-len(part.tiles) // most) or 1
    columns = max(LEAST_COLUMNS, -(-len(part.tiles) // rows))
    for first in range(0, len(part.tiles), columns or 1):
        block = setter.batch.block()
        height = _row(setter, block, part.tiles[first : first + columns], columns)
        yield Piece(height + BELOW, partial(_same, block), above=ABOVE)


def _same(block: Block) -> Block:
    return block


def _row(setter: Setter, block: Block, tiles: Sequence[Fact], columns: int) -> float:
    width = (setter.sheet.measure - GUTTER * (columns - 1)) / columns
    lowest = 0.0
    for number, tile in enumerate(tiles):
        x = number * (width + GUTTER)
        block.line(x, 0, x + width, 0, design.PETROL, 0.9)
        value = setter.fitted(tile.value, SIZES, width, 1)
        with block.tag("P"):
            draw_run(block, value, x - 1, -31)
            y = draw_run(block, setter.run(tile.label, LABEL, width), x, -46)
        if tile.detail:
            with block.tag("P"):
                y = draw_run(block, setter.run(tile.detail, typography.FACT_DETAIL, width), x, y)
        lowest = min(lowest, y)
    return -lowest
