"""Draw the tables of a dinner or a meeting from above: seats with their numbers, names beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Seating
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Holder, Piece
from missionplanner.documents.typeset import Block, Style
from missionplanner.domain.vocabulary import TableShape

ABOVE = 18.0
SIDE = 112.0
"""Width of the column that names the table."""
SEAT = 8.6
"""Radius of a seat, in points; smaller where a round table has many."""
GAP = 4.0
"""Between table and seat, and between seat and name."""
PITCH = 20.0
TALLEST = 0.8
"""Share of a page a table may take before its names go below it."""
COLUMNS = 2
LIST = 176.0
"""Width of the names beside a plan too full to bear them."""
TABLE_NAME = Style(face="display", weight="semibold", size=15, leading=18, colour=design.PETROL)
GUEST = typography.sized(typography.STRONG, 9.0, 11.0)
NUMBER = Style(weight="semibold", size=7.6, leading=9, colour=design.WHITE)


@dataclass(frozen=True, slots=True)
class Spread:
    """Be a table as it is drawn in a box: seats by number, and where names stand and at which side they begin.

    Heights count down from the top. ``names`` are x, middle and "left" or "right"; ``table`` is a path or circle.
    """

    height: float
    seats: tuple[tuple[float, float], ...]
    names: tuple[tuple[float, float, str], ...]
    radius: float = SEAT


def pieces(setter: Setter, part: Seating) -> Iterator[Piece]:
    """Give one table, which no page break goes through."""
    sizes = tuple(typography.sized(TABLE_NAME, size) for size in (15.0, 13.5, 12.0, 11.0))
    title = setter.fitted(part.name, sizes, SIDE - 12, 2)
    about = setter.run(part.about, typography.FACT_DETAIL, SIDE - 12, balanced=False)
    spread = _spread(setter, part, setter.sheet.measure - SIDE)
    drawn, below = part, spread.height > setter.sheet.room * TALLEST
    if below:
        drawn = replace(part, guests=())
        spread = _shrunk(_spread(setter, drawn, setter.sheet.measure - SIDE), setter)
    taken = frozenset(number for number, _ in part.guests)
    height = max(spread.height, title.height + about.height + 12)
    draw = partial(_draw, setter, drawn, (title, about), spread, taken)
    yield Piece(height, draw, above=ABOVE, key=part.key, title=part.name, kept=below)
    if below:
        yield from _names_below(setter, part)


def _shrunk(spread: Spread, setter: Setter) -> Spread:
    """Return a table small enough for a page, however many sit at it."""
    scale = min(1.0, setter.sheet.room * TALLEST / spread.height)
    middle = (setter.sheet.measure - SIDE) / 2
    seats = tuple((middle + (x - middle) * scale, y * scale) for x, y in spread.seats)
    return replace(spread, height=spread.height * scale, seats=seats, radius=spread.radius * scale)


def _names_below(setter: Setter, part: Seating) -> Iterator[Piece]:
    """Give the names of a table too large to bear them, in columns below it; a page break may go between rows."""
    holder, width = Holder("L"), (setter.sheet.measure - SIDE) / COLUMNS
    for first in range(0, len(part.guests), COLUMNS):
        row = [
            (number, setter.run(name, GUEST, width - 30, balanced=False))
            for number, name in part.guests[first : first + COLUMNS]
        ]
        height = max(run.height for _, run in row) + 3
        yield Piece(height, partial(_name_row, setter, row, width), inside=holder, above=0.0 if first else 8.0)


def _name_row(setter: Setter, row: list[tuple[int, Run]], width: float) -> Block:
    block = setter.batch.block()
    for column, (number, run) in enumerate(row):
        x = SIDE + column * width
        with block.tag("LI"):
            with block.tag("Lbl"):
                quiet = typography.coloured(GUEST, design.SECONDARY)
                block.text(x + 18, -9, str(number), quiet, align="right")
            with block.tag("LBody"):
                draw_run(block, run, x + 24, -9)
    return block


def _spread(setter: Setter, part: Seating, width: float) -> Spread:
    if part.shape is TableShape.LONG:
        return _long(setter, part, width)
    if part.shape in (TableShape.U_SHAPE, TableShape.ROWS):
        return _listed(setter, part, width)
    return _round(setter, part, width)


def _lines(setter: Setter, part: Seating, width: float) -> dict[int, Run]:
    return {number: setter.run(name, GUEST, width, balanced=False) for number, name in part.guests}


def _pitch(lines: dict[int, Run]) -> float:
    return max([PITCH, *(run.height + 4 for run in lines.values())])


def _round(setter: Setter, part: Seating, width: float) -> Spread:
    """Place seats around a circle, clockwise from the top; names in a column at each side."""
    count = part.seats
    reach = min(92.0, max(50.0, count * 5.2))
    radius = min(SEAT, max(4.6, math.pi * reach / max(count, 1) - 0.8))
    room = width / 2 - reach - radius - 3 * GAP
    lines = _lines(setter, part, room)
    tall = [max(PITCH, lines[number].height + 4) if number in lines else PITCH for number in range(1, count + 1)]
    right = (count + 1) // 2
    height = max(2 * (reach + radius), sum(tall[:right]), sum(tall[right:])) + 8
    centre, middle = width / 2, height / 2
    seats = []
    for number in range(count):
        angle = 2 * math.pi * (number + 0.5) / count
        seats.append((centre + reach * math.sin(angle), middle - reach * math.cos(angle)))
    names = []
    for at, heights in (
        ("left", _apart([y for _, y in seats[:right]], tall[:right], middle)),
        ("right", _apart([y for _, y in seats[right:]][::-1], tall[right:][::-1], middle)[::-1]),
    ):
        x = centre + (reach + radius + 3 * GAP) * (1 if at == "left" else -1)
        names += [(x, y, at) for y in heights]
    return Spread(height, tuple(seats), tuple(names), radius)


def _apart(heights: list[float], tall: list[float], middle: float) -> list[float]:
    """Return the middles of names from the top down: as they are where that keeps them apart, else one by one."""
    steps = [(above + below) / 2 for above, below in pairwise(tall)]
    if all(below - above >= step for (above, below), step in zip(pairwise(heights), steps, strict=True)):
        return heights
    top = middle - sum(tall) / 2
    return [top + sum(tall[:number]) + one / 2 for number, one in enumerate(tall)]


def _long(setter: Setter, part: Seating, width: float) -> Spread:
    """Place seats along both sides of a table: down the right side, then up the left."""
    count, half = part.seats, 24.0
    room = width / 2 - half - 2 * SEAT - 2 * GAP
    pitch = _pitch(_lines(setter, part, room))
    right = (count + 1) // 2
    height = max(right, 1) * pitch + 16
    seats, names = [], []
    for number in range(count):
        at_right = number < right
        side = 1 if at_right else -1
        y = 8 + pitch * ((number if at_right else count - 1 - number) + 0.5)
        x = width / 2 + side * (half + GAP + SEAT)
        seats.append((x, y))
        names.append((x + side * (SEAT + GAP), y, "left" if at_right else "right"))
    return Spread(height, tuple(seats), tuple(names))


def _listed(setter: Setter, part: Seating, width: float) -> Spread:
    """Place seats in the shape of a U or in rows, and the names beside in a list."""
    room = width - LIST - 16
    seats = _u_shape(part.seats, room) if part.shape is TableShape.U_SHAPE else _rows(part.seats, room)
    lines = _lines(setter, part, LIST - 24)
    names, y = {}, 0.0
    for number in sorted(lines):
        tall = lines[number].height + 3
        names[number] = (width - LIST + 24, y + tall / 2, "left")
        y += tall
    bottom = max((at for _, at in seats), default=0.0) + SEAT + 6
    placed = tuple(names.get(number, (0.0, 0.0, "left")) for number in range(1, part.seats + 1))
    return Spread(max(bottom, y), seats, placed)


def _u_shape(count: int, width: float) -> tuple[tuple[float, float], ...]:
    """Go up the left side, along the head and down the right, outside the tables."""
    across = max(1, min(count // 3, int(width / PITCH) - 2))
    left = (count - across + 1) // 2
    right = count - across - left
    span, x0 = (across + 1) * PITCH, (width - (across + 1) * PITCH) / 2
    found = [(x0, 10 + PITCH * (left - number)) for number in range(left)]
    found += [(x0 + PITCH * (number + 1), 10.0) for number in range(across)]
    return (*found, *((x0 + span, 10 + PITCH * (number + 1)) for number in range(right)))


def _rows(count: int, width: float) -> tuple[tuple[float, float], ...]:
    """Go row by row, from the left, the front at the top."""
    across = max(1, min(math.ceil(math.sqrt(count * 1.6)), int(width / PITCH)))
    x0 = (width - across * PITCH) / 2 + PITCH / 2
    return tuple((x0 + PITCH * (n % across), 24 + (PITCH + 4) * (n // across)) for n in range(count))


def _draw(setter: Setter, part: Seating, runs: tuple[Run, Run], spread: Spread, taken: frozenset[int]) -> Block:
    block = setter.batch.block()
    title, about = runs
    with block.tag(setter.rank):
        y = draw_run(block, title, 0, -15)
    with block.tag("P"):
        draw_run(block, about, 0, y + 3)
    block.line(0, 4, setter.sheet.measure, 4, design.RULE, 0.6)
    _draw_table(block, part, spread, setter.sheet.measure - SIDE)
    for number, (x, y) in enumerate(spread.seats, 1):
        if number not in taken:
            block.circle(SIDE + x, -y, spread.radius - 0.4, fill=design.WHITE, stroke=design.DOTS, line=0.8)
        elif not part.guests:
            _draw_seat(block, number, (x, y), spread.radius)
    with block.tag("L"):
        for number, name in part.guests:
            if 0 < number <= len(spread.seats):
                _draw_guest(setter, block, (number, name), spread, part)
    return block


def _draw_guest(setter: Setter, block: Block, guest: tuple[int, str], spread: Spread, part: Seating) -> None:
    number, name = guest
    (x, y), (at, middle, align) = spread.seats[number - 1], spread.names[number - 1]
    listed = part.shape in (TableShape.U_SHAPE, TableShape.ROWS)
    width = setter.sheet.measure - SIDE - at if align == "left" else at
    run = setter.run(name, GUEST, width, balanced=False)
    if not listed and abs(at - x) > spread.radius + GAP + 1:
        side = 1 if align == "left" else -1
        end = at - side * GAP / 2
        block.line(SIDE + x + side * spread.radius, -y, SIDE + end, -middle, design.DOTS, 0.5)
    top = -middle + run.height / 2 - GUEST.size * 0.98
    if listed:
        _draw_seat(block, number, (x, y), spread.radius)
    with block.tag("LI"):
        with block.tag("Lbl"):
            if listed:
                quiet = typography.coloured(GUEST, design.SECONDARY)
                block.text(SIDE + at - 6, top, str(number), quiet, align="right")
            else:
                _draw_seat(block, number, (x, y), spread.radius)
        with block.tag("LBody"):
            draw_run(block, run, SIDE + at, top, align)


def _draw_seat(block: Block, number: int, at: tuple[float, float], radius: float) -> None:
    x, y = at
    style = typography.sized(NUMBER, NUMBER.size * radius / SEAT)
    block.circle(SIDE + x, -y, radius, fill=design.PETROL)
    block.text(SIDE + x, -y - style.size * 0.34, str(number), style, align="centre")


def _draw_table(block: Block, part: Seating, spread: Spread, width: float) -> None:
    """Draw the table itself, in the tint of paper."""
    if not spread.seats:
        return
    xs, ys = [SIDE + x for x, _ in spread.seats], [-y for _, y in spread.seats]
    inset = spread.radius * (1 + GAP / SEAT)
    if part.shape is TableShape.LONG:
        half = max(3.0, (max(xs) - min(xs)) / 2 - inset) if len(xs) > 1 else 24.0
        block.rect(SIDE + width / 2 - half, -spread.height, 2 * half, spread.height, fill=design.PAPER, radius=3)
    elif part.shape is TableShape.U_SHAPE:
        left, right, top, bottom = min(xs) + inset, max(xs) - inset, max(ys) - inset, min(ys) - SEAT
        arm = min(20.0, (right - left) / 3)
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        inner = [(right - arm, bottom), (right - arm, top - arm), (left + arm, top - arm), (left + arm, bottom)]
        first, *others = (*corners, *inner)
        if bottom < top - arm and right - left > 6:
            block.path([("m", *first), *(("l", *one) for one in others), ("h",)], fill=design.PAPER)
    elif part.shape is TableShape.ROWS:
        block.rect(min(xs) - SEAT, -8, max(xs) - min(xs) + 2 * SEAT, 5, fill=design.RULE, radius=2)
    else:
        centre, middle = SIDE + width / 2, -spread.height / 2
        reach = math.hypot(xs[0] - centre, ys[0] - middle)
        block.circle(centre, middle, max(reach - inset, 8.0), fill=design.PAPER)
