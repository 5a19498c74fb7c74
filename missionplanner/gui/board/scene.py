"""Hold all that one picture of a board is drawn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.board.block_paint import paint_block, paint_chip
from missionplanner.gui.board.cache import LIMIT, BlockCache
from missionplanner.gui.board.facts import Cities, Facts
from missionplanner.gui.board.ink import Ink
from missionplanner.gui.board.layout import Block, Chip, Layout
from missionplanner.gui.board.look import Look, look_of
from missionplanner.gui.board.scale import Box, Scale
from missionplanner.gui.models.rows import Row

_Parts = tuple[int, bool, bool, bool, bool]


class Looks:
    """Know how each row is drawn; made when first asked for."""

    def __init__(self, rows: Sequence[Row], plan: MissionPlan | None, language: str, cache: BlockCache) -> None:
        self._rows, self._plan, self._cache = rows, plan, cache
        self._cities = Cities(plan, language) if plan is not None else None
        self._looks: dict[int, Look] = {}
        self._parts: dict[_Parts, tuple[Look, int]] = {}

    def of(self, place: int) -> Look:
        """Return the look of a row."""
        found = self._looks.get(place)
        if found is None:
            assert self._plan is not None and self._cities is not None
            found = self._looks[place] = look_of(self._rows[place], self._plan, self._cities)
        return found

    def identity(self, place: int) -> UUID | None:
        """Return the item of a row, None where there is none any more."""
        return self._rows[place].id if place < len(self._rows) else None

    def block(self, block: Block) -> tuple[Look, int]:
        """Return the look of a block with its number in the cache."""
        parts = (block.place, block.from_before, block.goes_on, block.open_end, block.linked)
        found = self._parts.get(parts)
        if found is None:
            look = self.of(block.place)
            if any(parts[1:]):
                look = replace(
                    look,
                    from_before=block.from_before,
                    goes_on=block.goes_on,
                    open_end=block.open_end,
                    linked=block.linked,
                )
            found = self._parts[parts] = (look, self._cache.number(look))
        return found

    def chip(self, chip: Chip) -> tuple[Look, int]:
        """Return the look of an item without a clock time; of a night's end it tells when that is."""
        look = self.of(chip.place)
        times = self._rows[chip.place].times
        if chip.from_before and times.end is not None:
            look = replace(look, start=f"→ {times.end:%H:%M}", from_before=True)
        return look, self._cache.number(look)

    def shelved(self, place: int) -> tuple[Look, int]:
        """Return the look of an item on the shelf."""
        look = self.of(place)
        return look, self._cache.number(look)


@dataclass(frozen=True, slots=True)
class Slot:
    """Be a proposed time of an item. ``start`` and ``end`` are minutes of ``date`` by that day's zone.

    ``labels`` are lines for under the title, the longest first, ``spoken`` is all of it for a tool tip.
    """

    id: UUID
    item: UUID
    date: dt.date
    start: int
    end: int
    lanes: tuple[int, ...]
    title: str
    labels: tuple[str, ...]
    family: str
    spoken: str


@dataclass
class Scene:
    """Be a board at one moment: what there is, where it lies, what is chosen and what is seen faintly.

    ``lifted`` rows are in somebody's hand and not drawn. ``plain`` draws bare bars, while a zoom goes on.
    ``slots`` are times proposed for items.
    """

    ink: Ink
    layout: Layout
    scale: Scale
    facts: Facts
    looks: Looks
    blocks: BlockCache
    chips: BlockCache
    ratio: float = 1.0
    chosen: set[int] = field(default_factory=set)
    mine: set[int] | None = None
    lifted: set[int] = field(default_factory=set)
    plain: bool = False
    second: tuple[str, str] | None = None
    shelf_title: str = ""
    shelf_open: bool = True
    slots: tuple[Slot, ...] = ()

    def faded(self, place: int) -> bool:
        """Tell whether a row is not one of those one sees as."""
        return self.mine is not None and place not in self.mine

    def box_of(self, place: int) -> Box | None:
        """Return the first rectangle of a row."""
        boxes = self.scale.boxes_of(self.layout, place)
        return boxes[0] if boxes else None

    def place_at(self, x: float, y: float) -> int | None:
        """Return the row whose block is on top at a point."""
        scale, layout = self.scale, self.layout
        if x < scale.shelf:
            inside = (place for place, number in layout.shelf_of.items() if scale.shelf_box(number).holds(x, y))
            return next(inside, None) if y >= scale.head and self.shelf_open else None
        if not scale.body.holds(x, y):
            return None
        chip = next((one.place for one in reversed(layout.chips) if scale.chip_box(one).holds(x, y)), None)
        if chip is not None:
            return chip
        point = Box(x, y, 0.01, 0.01)
        for number in (scale.spot(x, y).day,) if layout.columns else ():
            found = [block.place for block, box in scale.seen(layout.columns[number], point) if box.holds(x, y)]
            if found:
                return found[-1]
        return None


def caches(ink: Ink) -> tuple[BlockCache, BlockCache]:
    """Return the pictures of blocks and of items without a clock time; both share one limit."""
    return BlockCache(ink, paint_block, LIMIT * 7 // 8), BlockCache(ink, paint_chip, LIMIT // 8)


def empty_layout(lanes: int = 1) -> Layout:
    """Return the layout of nothing."""
    from missionplanner.gui.board.layout import laid_out

    return laid_out((), list[dt.date](), lanes)
