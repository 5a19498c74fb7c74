"""Set a panel: a tinted block of lines with a time, a name and a table, as for B2B meetings or pitches."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Line
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block

TIME_GAP = 12.0
NAME_GAP = 6.0
TABLE_GAP = 12.0
BAR = 1.6


@dataclass(frozen=True, slots=True)
class SetLine:
    """Be a line of a panel: ``about`` stands behind the name where there is room, else below it."""

    line: Line
    name: Run
    about: Run | None
    beside: bool
    height: float


@dataclass(frozen=True, slots=True)
class Panel:
    """Be the lines of a panel; ``indent`` is where names begin, from the edge of the column of titles."""

    lines: tuple[SetLine, ...]
    indent: float
    height: float


def set_panel(setter: Setter, lines: tuple[Line, ...], least: float) -> Panel:
    """Break the lines of a panel; ``least`` is the height of a line of its own."""
    widest = max(setter.batch.width(line.time, typography.LINE_TIME) for line in lines)
    indent = 4 + widest + TIME_GAP if widest else 4.0
    tables = max(_table_width(setter, line.table) for line in lines)
    width = setter.sheet.measure - setter.sheet.content - indent - tables - 8
    made = tuple(_set_line(setter, line, width, least) for line in lines)
    return Panel(made, indent, sum(one.height for one in made))


def _table_width(setter: Setter, table: str) -> float:
    if not table:
        return 0.0
    label = setter.batch.width(setter.t("Table"), typography.META_LABEL)
    return label + 4 + setter.batch.width(table, typography.LINE_TABLE) + TABLE_GAP


def _set_line(setter: Setter, line: Line, width: float, least: float) -> SetLine:
    name = setter.run(line.name, typography.LINE_NAME, width)
    about = setter.run(line.about, typography.LINE_ABOUT, width) if line.about else None
    used = setter.batch.width(name.lines[-1], name.style) if name.lines else 0.0
    beside = about is not None and len(about.lines) == 1 and len(name.lines) == 1
    if beside and about is not None:
        beside = used + NAME_GAP + setter.batch.width(about.lines[0], about.style) <= width
    lines = len(name.lines) + (len(about.lines) if about and not beside else 0)
    return SetLine(line, name, about, beside, least + (lines - 1) * typography.LINE_NAME.leading)


def draw_panel(setter: Setter, block: Block, panel: Panel, y: float) -> None:
    """Draw a panel below the baseline ``y`` that the next line of text would have had."""
    left, right = setter.sheet.content - design.PANEL_INSET, setter.sheet.measure
    top = y + 7.0
    block.rect(left, top - panel.height, right - left, panel.height, fill=setter.accent.tint, radius=3)
    block.rect(left, top - panel.height, BAR, panel.height, fill=setter.accent.colour)
    with block.tag("L"):
        for number, line in enumerate(panel.lines):
            if number:
                block.line(setter.sheet.content + 4, top, right - 8, top, setter.accent.rule, 0.5)
            _draw_line(setter, block, panel, line, top)
            top -= line.height


def _draw_line(setter: Setter, block: Block, panel: Panel, made: SetLine, top: float) -> None:
    x, right = setter.sheet.content + panel.indent, setter.sheet.measure - 8
    rest = made.height - typography.LINE_NAME.leading * (_count(made) - 1)
    y = top - rest / 2 - 3.1
    with block.tag("LI"):
        if made.line.time:
            with block.tag("Lbl"):
                time = typography.coloured(typography.LINE_TIME, setter.accent.colour)
                block.text(setter.sheet.content + 4, y, made.line.time, time)
        with block.tag("LBody"):
            _draw_name(block, made, x, y)
            if made.line.table:
                width = block.text(right, y, made.line.table, typography.LINE_TABLE, align="right")
                block.text(right - width - 4, y + 0.2, setter.t("Table"), typography.META_LABEL, align="right")


def _count(made: SetLine) -> int:
    return len(made.name.lines) + (len(made.about.lines) if made.about and not made.beside else 0)


def _draw_name(block: Block, made: SetLine, x: float, y: float) -> None:
    if made.beside and made.about is not None:
        width = block.text(x, y, made.name.lines[0], made.name.style)
        block.text(x + width + NAME_GAP, y, made.about.lines[0], made.about.style)
        return
    y = draw_run(block, made.name, x, y)
    if made.about is not None:
        draw_run(block, made.about, x, y)
