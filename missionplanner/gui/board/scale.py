"""Turn minutes and lanes into pixels and back, for one size of the board, one zoom and one scroll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import floor
from typing import NamedTuple

from missionplanner.gui.board.entries import SHORTEST
from missionplanner.gui.board.layout import Block, Chip, Column, Layout

HOUR, CLOSEST, WIDEST = 43.0, 18.0, 240.0
"""Pixels of an hour: as one begins, at least and at most."""
LEAST = 14.0
"""Pixels the shortest block is high, where nothing follows at once."""
PAD = 4
"""Pixels between the edge of a day and its lanes."""
CHIP, CHIP_GAP = 24, 3
"""Height of an item without a clock time, and the distance of two."""
AROUND = 12
"""Pixels around an item that is scrolled into sight."""
TAIL = 12
"""Pixels below the last hour."""


class Box(NamedTuple):
    """Be a rectangle in logical pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


def pixel(position: float) -> int:
    """Return the nearest whole pixel; halves go the same way wherever the board is scrolled to."""
    return floor(position + 0.5)


def into(first: float, last: float, low: float, high: float) -> float:
    """Return by how much to scroll so that a stretch lies within another one; its beginning counts more."""
    if first < low + AROUND or last - first > high - low:
        return first - low - AROUND
    return max(0.0, last + AROUND - high)


class Area(Enum):
    """Which part of the board a point is in."""

    GRID = "grid"
    BAND = "band"
    SHELF = "shelf"
    GUTTER = "gutter"
    HEADER = "header"


class Spot(NamedTuple):
    """Be a point of the board: its day, lane and minute, the nearest ones where it lies outside."""

    area: Area
    day: int
    lane: int
    minute: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Be the measures of a board at one moment. ``x`` and ``y`` are what is scrolled away."""

    width: float
    height: float
    shelf: float
    gutter: float
    head: float
    days: int
    lanes: int
    hours: tuple[int, int]
    levels: int
    day_width: float
    hour: float = HOUR
    x: float = 0.0
    y: float = 0.0
    shelf_y: float = 0.0
    chip: float = CHIP

    # -- measures ---------------------------------------------------------------------------------

    @property
    def left(self) -> float:
        """Return where the days begin."""
        return self.shelf + self.gutter

    @property
    def band(self) -> float:
        """Return the height of what has no clock time."""
        return self.levels * (self.chip + CHIP_GAP) + 2 * CHIP_GAP if self.levels else 0.0

    @property
    def content_height(self) -> float:
        """Return the height of band and hours."""
        return self.band + (self.hours[1] - self.hours[0]) / 60 * self.hour + TAIL

    @property
    def content_width(self) -> float:
        return self.days * self.day_width

    @property
    def lane_width(self) -> float:
        return (self.day_width - 2 * PAD) / self.lanes

    @property
    def body(self) -> Box:
        """Return the part that scrolls."""
        return Box(self.left, self.head, max(0.0, self.width - self.left), max(0.0, self.height - self.head))

    # -- there and back ---------------------------------------------------------------------------

    def y_of(self, minute: float) -> float:
        return self.head + self.band + (minute - self.hours[0]) / 60 * self.hour - self.y

    def minute_at(self, y: float) -> float:
        return self.hours[0] + (y - self.head - self.band + self.y) / self.hour * 60

    def x_of(self, day: int, lane: float = 0.0) -> float:
        """Return the left edge of a lane of a day."""
        return self.left + day * self.day_width + PAD + lane * self.lane_width - self.x

    def day_x(self, day: int) -> float:
        """Return where a day begins."""
        return self.left + day * self.day_width - self.x

    def spot(self, x: float, y: float) -> Spot:
        """Return what is at a point; day and lane are the nearest ones, the minute may lie outside the hours."""
        day = min(max(0, int((x - self.left + self.x) // self.day_width)), max(0, self.days - 1))
        lane = int((x - self.x_of(day)) // self.lane_width)
        return Spot(self._area(x, y), day, min(max(0, lane), self.lanes - 1), self.minute_at(y))

    def _area(self, x: float, y: float) -> Area:
        if x < self.shelf:
            return Area.SHELF
        if y < self.head:
            return Area.HEADER
        if x < self.left:
            return Area.GUTTER
        in_band = bool(self.levels) and y < self.head + self.band - self.y
        return Area.BAND if in_band else Area.GRID

    # -- boxes ------------------------------------------------------------------------------------

    def box(self, block: Block) -> Box:
        """Return the rectangle of a block; short ones grow into free time below them."""
        return self.span_box(block.day, block.left, block.right, block.start, self._shown_end(block))

    def span_box(self, day: int, left: float, right: float, start: float, end: float) -> Box:
        """Return the rectangle of some lanes of a day between two minutes."""
        lane, top = self.lane_width, self.y_of(start)
        return Box(self.x_of(day, left), top, lane * (right - left), (end - start) / 60 * self.hour)

    def chip_box(self, chip: Chip) -> Box:
        """Return the rectangle of an item without a clock time."""
        top = self.head + CHIP_GAP * 2 + chip.level * (self.chip + CHIP_GAP) - self.y
        return Box(self.x_of(chip.day, chip.first), top, self.lane_width * (chip.last + 1 - chip.first), self.chip)

    def shelf_box(self, number: int) -> Box:
        """Return the rectangle of an item on the shelf."""
        height = self.chip * 2
        return Box(8, self.head + 6 + number * (height + 6) - self.shelf_y, max(0.0, self.shelf - 18), height)

    def seen(self, column: Column, clip: Box) -> list[tuple[Block, Box]]:
        """Return the blocks of a day that show in ``clip``, in the order they are drawn."""
        slack = LEAST / self.hour * 60
        blocks = column.between(self.minute_at(clip.y) - slack, self.minute_at(clip.bottom))
        boxes = ((block, self.box(block)) for block in blocks)
        return [(block, box) for block, box in boxes if box.meets(clip)]

    def boxes_of(self, layout: Layout, place: int) -> list[Box]:
        """Return every rectangle of a row, none where it is not shown."""
        if place in layout.blocks_of:
            return [self.box(block) for block in layout.blocks_of[place]]
        if place in layout.chip_of:
            return [self.chip_box(layout.chip_of[place])]
        number = layout.shelf_of.get(place)
        return [self.shelf_box(number)] if number is not None and self.shelf else []

    def _shown_end(self, block: Block) -> float:
        least = block.start + LEAST / self.hour * 60
        if block.end >= least:
            return block.end
        return max(block.end, min(least, block.until), block.start + SHORTEST)
