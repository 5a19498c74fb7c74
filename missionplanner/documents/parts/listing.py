"""Set lists of people and organisations in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Entry, Listing
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block

COLUMNS = 2
GUTTER = 26.0
HEAD = 44.0
BETWEEN = 9.0
HEADINGS = tuple(typography.sized(typography.WEEKDAY, size) for size in (19.0, 16.0, 13.5, 11.5))
"""Sizes of a heading; it stands on one line with its count."""


@dataclass(frozen=True, slots=True)
class SetEntry:
    """Be an entry in lines."""

    entry: Entry
    runs: tuple[Run, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """Be the entries of one column."""

    entries: tuple[SetEntry, ...]

    @property
    def height(self) -> float:
        return sum(one.height for one in self.entries) + BETWEEN * (len(self.entries) - 1)


def column_width(setter: Setter) -> float:
    return (setter.sheet.measure - GUTTER * (COLUMNS - 1)) / COLUMNS


def set_entry(setter: Setter, entry: Entry) -> SetEntry:
    """Break an entry into lines: name, name in its own script, role, what else is known."""
    width = column_width(setter)
    texts = [(entry.name, typography.ENTRY_NAME), (entry.native, typography.BODY)]
    texts.append((entry.role, typography.coloured(typography.STRONG, design.PETROL)))
    texts += [(line, typography.FACT_DETAIL) for line in entry.lines]
    runs = tuple(setter.run(text, style, width) for text, style in texts if text)
    return SetEntry(entry, runs, sum(run.height for run in runs))


def columns(entries: list[SetEntry], first_room: float, room: float) -> Iterator[tuple[Column, ...]]:
    """Give page after page of columns: full ones while there is more, the last page balanced."""
    left, available = list(entries), first_room
    while left:
        page: list[Column] = []
        for _ in range(COLUMNS):
            taken = _taken(left, available, room)
            page.append(Column(tuple(left[:taken])))
            del left[:taken]
            if not left:
                break
        yield tuple(page) if left else _balanced([one for column in page for one in column.entries])
        available = room


def _taken(entries: list[SetEntry], left: float, room: float) -> int:
    """Return how many entries stand in a column with so much left; one taller than a page stands alone."""
    used, count = 0.0, 0
    for one in entries:
        used += one.height + (BETWEEN if count else 0)
        if used > left and (count or left < room):
            break
        count += 1
    return count


def _balanced(entries: list[SetEntry]) -> tuple[Column, ...]:
    """Return two columns as equal as can be, the first one the longer."""
    best = min(range(1, len(entries) + 1), key=lambda at: _taller(entries, at))
    halves = (entries[:best], entries[best:])
    return tuple(Column(tuple(half)) for half in halves if half)


def _taller(entries: list[SetEntry], at: int) -> tuple[float, int]:
    first, second = Column(tuple(entries[:at])).height, Column(tuple(entries[at:])).height
    return max(first, second), -at


def listing_head(setter: Setter, listing: Listing, continued: bool) -> Block:
    """Return the heading of a list with its count."""
    block, right = setter.batch.block(), setter.sheet.measure
    free = right - setter.batch.width(listing.count, typography.ROUTE) - 16
    title = setter.fitted(listing.title, HEADINGS, free, 1)
    with block.tag("H2"):
        shown = setter.batch.wrap(listing.title, title.style, right, max_lines=1)[0]
        width = block.text(0, -17, shown, title.style)
        going_on = setter.t("continued") if continued else ""
        if going_on and width + 7 + setter.batch.width(going_on, typography.CONTINUED) <= free:
            block.text(width + 7, -17, going_on, typography.CONTINUED)
    if width <= free:
        with block.tag("P"):
            block.text(right, -16.4, listing.count, typography.ROUTE, align="right")
    block.line(0, -28, right, -28, design.PETROL, 0.9)
    block.height = HEAD
    return block


def column_block(setter: Setter, column: Column) -> Block:
    """Return a column of entries as a block."""
    block, y = setter.batch.block(), 0.0
    for one in column.entries:
        with block.tag("LI"), block.tag("LBody"):
            baseline = y - 10.0
            for run in one.runs:
                with block.tag("P"):
                    baseline = draw_run(block, run, 0, baseline)
        y -= one.height + BETWEEN
    block.height = column.height
    return block
