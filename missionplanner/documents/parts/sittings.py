"""Set the meetings of a day as a tinted panel: time, whom with, table; what explains it, a line to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Sitting, Sittings
from missionplanner.documents.parts.panel import BAR
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Holder, Piece
from missionplanner.documents.typeset import Block, Style

ABOVE = 20.0
INSET = 10.0
NAMES = 92.0
"""Where names begin, from the left margin."""
TABLE = 104.0
"""Room for the table at the right."""
PAD = 5.0
WRITE = 19.0
"""Room for a line to write on."""
GAP = 12.0
LARGE = 1.45
"""How much larger the type of a panel is that people read standing."""
DOTS = (0.01, 3.0)
DAY = typography.sized(typography.WEEKDAY, 14.0, 17.0)
TIME = typography.sized(typography.TIME, 10.4, 13.0)
QUIET_TIME = typography.coloured(typography.sized(typography.FACT_DETAIL, 9.8, 13.0), design.SECONDARY)
NAME = typography.sized(typography.TITLE, 10.8, 13.2)
QUIET_NAME = typography.sized(typography.FACT_DETAIL, 9.6, 13.0)
LINE = typography.sized(typography.FACT_DETAIL, 9.0, 11.8)
DETAIL = typography.coloured(LINE, design.INK)
NUMBERS = tuple(typography.sized(typography.LINE_TABLE, size, 13.0) for size in (12.0, 10.5, 9.2))


@dataclass(frozen=True, slots=True)
class SetSitting:
    """Be a sitting whose texts are broken into lines."""

    sitting: Sitting
    name: Run
    lines: tuple[Run, ...]
    details: tuple[Run, ...]
    table: Run | None
    height: float
    scale: float = 1.0


def pieces(setter: Setter, part: Sittings) -> Iterator[Piece]:
    """Give the day, then its sittings one by one: together they look like one panel, which pages may divide."""
    room = setter.sheet.measure
    title = setter.run(part.title, DAY, room) if part.title else None
    about = setter.run(part.about, typography.FACT_DETAIL, room, balanced=False) if part.about else None
    height = sum(run.height for run in (title, about) if run is not None) + 7
    if title is not None or about is not None:
        yield Piece(height, partial(_heading, setter, title, about), above=ABOVE, kept=True)
    holder = Holder("L")
    for number, sitting in enumerate(part.sittings):
        made = _set(setter, sitting, LARGE if part.large else 1.0)
        yield Piece(made.height, partial(_draw, setter, made, number > 0), inside=holder, key=sitting.key)


def _heading(setter: Setter, title: Run | None, about: Run | None) -> Block:
    block, y = setter.batch.block(), -13.0
    if title is not None:
        with block.tag("H2"):
            y = draw_run(block, title, 0, y) + 2
    if about is not None:
        with block.tag("P"):
            draw_run(block, about, 0, y)
    return block


def _set(setter: Setter, sitting: Sitting, scale: float) -> SetSitting:
    width = setter.sheet.measure - NAMES * scale - INSET - (TABLE + GAP if sitting.table else 0.0)
    named, line, detail = (_scaled(one, scale) for one in (QUIET_NAME if sitting.free else NAME, LINE, DETAIL))
    name = setter.run(sitting.name, named, width, balanced=False)
    lines = tuple(setter.run(text, line, width, balanced=False) for text in sitting.lines if text)
    details = tuple(
        setter.run(f"{label}: {text}" if label else text, detail, width, balanced=False)
        for label, text in sitting.details
    )
    table = None
    if sitting.table:
        label = setter.batch.width(setter.t("Table"), typography.META_LABEL) + 6
        table = setter.fitted(sitting.table, NUMBERS, TABLE - label, 2)
    text = sum(run.height for run in (name, *lines, *details))
    beside = sitting.free and sitting.room
    height = max(text, table.height if table else 0.0) + 2 * PAD * scale
    height += WRITE if sitting.room and not beside else 0.0
    return SetSitting(sitting, name, lines, details, table, max(height, 24.0), scale)


def _scaled(style: Style, scale: float) -> Style:
    return style if scale == 1.0 else typography.sized(style, style.size * scale)


def _draw(setter: Setter, made: SetSitting, ruled: bool) -> Block:
    block, right, sitting = setter.batch.block(), setter.sheet.measure, made.sitting
    block.rect(0, -made.height, right, made.height, fill=setter.accent.tint)
    block.rect(0, -made.height, BAR, made.height, fill=setter.accent.colour)
    if ruled:
        block.line(INSET, 0, right - INSET, 0, setter.accent.rule, 0.6)
    y = -(PAD + 9.6) * made.scale
    with block.tag("LI"):
        if sitting.time:
            time = QUIET_TIME if sitting.free else typography.coloured(TIME, setter.accent.colour)
            with block.tag("Lbl"):
                block.text(INSET, y, sitting.time, _scaled(time, made.scale))
        with block.tag("LBody"):
            _said(setter, block, made, y)
    if sitting.room:
        _to_write_on(setter, block, made)
    return block


def _said(setter: Setter, block: Block, made: SetSitting, y: float) -> None:
    edge = setter.sheet.measure - INSET
    left = NAMES * made.scale
    below = draw_run(block, made.name, left, y)
    for run in (*made.lines, *made.details):
        below = draw_run(block, run, left, below)
    if made.table is not None:
        label = setter.t("Table")
        widest = max(setter.batch.width(line, made.table.style) for line in made.table.lines)
        block.text(edge - widest - 6, y + 0.2, label, typography.META_LABEL, align="right")
        draw_run(block, made.table, edge, y, "right")


def _to_write_on(setter: Setter, block: Block, made: SetSitting) -> None:
    x = NAMES
    if made.sitting.free and made.name.lines:
        x += setter.batch.width(made.name.lines[-1], made.name.style) + GAP
    y = -made.height + PAD + 1.5
    block.line(x, y, setter.sheet.measure - INSET, y, design.DOTS, 0.9, DOTS)
