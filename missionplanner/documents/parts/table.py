"""Set tables that may run over many pages: the heading anew on each, no row broken, a hairline under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Cell, Column, Table, TableRow
from missionplanner.documents.parts.row import SEPARATOR
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Holder, Piece, drawn
from missionplanner.documents.typeset import Block, Style

GUTTER = 10.0
HEADING = 18.0
CONTINUED = 20.0
BOX = 8.4
BESIDE_BOX = 5.0
BOX_PITCH = 13.0
TALLEST = 0.7
"""Share of a page's room a row may take before its text goes on in another."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Be how tight a table is set: how much smaller and closer than usual, and the room over and under a row.

    ``run_in`` puts what stands below a field's text into one paragraph.
    """

    size: float
    lead: float
    pad: float
    run_in: bool = False


SETTINGS = (
    Setting(0.0, 0.0, 4.4),
    Setting(0.2, 0.7, 3.0),
    Setting(0.4, 1.3, 2.2),
    Setting(0.4, 1.6, 1.4),
    Setting(0.4, 1.6, 1.4, run_in=True),
)
"""Loose to tight; nothing that runs on is set under 9 pt."""
LEAST = 9.0

_LOOKS: dict[str, Style] = {
    "plain": typography.sized(typography.BODY, 9.4, 12.2),
    "strong": typography.sized(typography.FACT, 9.6, 12.2),
    "time": typography.sized(typography.TIME, 9.8, 12.2),
    "number": typography.sized(typography.FACT, 9.4, 12.2),
    "quiet": typography.FACT_DETAIL,
    "detail": typography.sized(typography.FACT_DETAIL, 9.0, 11.4),
    "line": typography.coloured(typography.sized(typography.FACT_DETAIL, 9.0, 11.4), design.INK),
}


@lru_cache(maxsize=64)
def look_of(name: str, setting: Setting) -> Style:
    """Return the style of a field at a setting."""
    style = _LOOKS[name]
    return typography.sized(style, max(LEAST, style.size - setting.size), style.leading - setting.lead)


class Text(NamedTuple):
    """Be a paragraph of a field: it may begin with a ``label``, or have a ``box`` to tick before it."""

    run: Run
    label: str = ""
    box: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Be where the columns stand: left edge and width of each, in points from the left margin."""

    columns: tuple[Column, ...]
    at: tuple[tuple[float, float], ...]
    setting: Setting = SETTINGS[0]

    @classmethod
    def of(
        cls,
        columns: Sequence[Column],
        width: float,
        setting: Setting = SETTINGS[0],
        least: Sequence[float] = (),
    ) -> Grid:
        """Return columns sharing a width; none is narrower than its ``least``, which the others make up for."""
        free = width - GUTTER * (len(columns) - 1)
        total = sum(column.share for column in columns) or 1.0
        wide = [free * column.share / total for column in columns]
        lacking = [max(0.0, need - own) for need, own in zip(least, wide, strict=False)]
        spare = [max(0.0, own - need) for need, own in zip(least, wide, strict=False)]
        if 0 < sum(lacking) <= sum(spare):
            share = sum(lacking) / sum(spare)
            wide = [own + more - less * share for own, more, less in zip(wide, lacking, spare, strict=True)]
        at, x = [], 0.0
        for own in wide:
            at.append((x, own))
            x += own + GUTTER
        return cls(tuple(columns), tuple(at), setting)


@dataclass(frozen=True, slots=True)
class SetRow:
    """Be a row whose fields are broken into lines."""

    row: TableRow
    cells: tuple[tuple[Text, ...], ...]
    height: float


def pieces(setter: Setter, table: Table, title: str, setting: Setting = SETTINGS[0]) -> Iterator[Piece]:
    """Give a table piece by piece; ``title`` is told again where it goes on."""
    table = table.trimmed
    grid = Grid.of(table.columns, setter.sheet.measure, setting, _least(setter, table, setting))
    labels = [setter.run(one.title, typography.LABEL, grid.at[n][1]) for n, one in enumerate(table.columns)]
    tall = max([HEADING, *(label.height + 9 for label in labels)])
    again = Piece(tall + (CONTINUED if title else 0.0), partial(_again, setter, grid, labels, (title, tall)))
    holder = Holder("Table", table.caption or None, again)
    yield Piece(tall, partial(_heading, setter, grid, labels, tall), kept=True, inside=holder, opens=True)
    most = setter.sheet.room * TALLEST
    for row in table.rows:
        for part in _rows(setter, grid, row, most):
            block = drawn(_row(setter, grid, part))
            yield Piece(part.height, block, inside=holder, key=part.row.key)


def _least(setter: Setter, table: Table, setting: Setting) -> list[float]:
    """Return how wide each column must be that no word of its heading, and of its boxes, is broken."""
    measured, answer = setter.batch.width, look_of("line", setting)
    found = []
    for number, column in enumerate(table.columns):
        answers = {text for row in table.rows for text in row.cells[number].boxes}
        boxed = [measured(word, answer) + BOX + BESIDE_BOX for text in answers for word in text.split()]
        found.append(max([0.0, *(measured(word, typography.LABEL) for word in column.title.split()), *boxed]))
    return found


def _heading(setter: Setter, grid: Grid, labels: Sequence[Run], tall: float) -> Block:
    block = setter.batch.block()
    with block.tag("TR"):
        for (x, width), column, label in zip(grid.at, grid.columns, labels, strict=True):
            with block.tag("TH", scope="Column"):
                _label(block, label, column, (x, width), -tall + 5 + (len(label.lines) - 1) * label.style.leading)
    block.line(0, -tall, setter.sheet.measure, -tall, design.PETROL, 0.9)
    return block


def _again(setter: Setter, grid: Grid, labels: Sequence[Run], said: tuple[str, float]) -> Block:
    title, tall = said
    block, top = setter.batch.block(), 0.0
    if title:
        line = setter.batch.wrap(title, typography.CONTINUED, setter.sheet.measure - 90, max_lines=1)[0]
        width = block.text(0, -10, line, typography.CONTINUED)
        block.text(width + 6, -10, setter.t("continued"), typography.CONTINUED)
        top = CONTINUED
    for (x, width), column, label in zip(grid.at, grid.columns, labels, strict=True):
        _label(block, label, column, (x, width), -top - tall + 5 + (len(label.lines) - 1) * label.style.leading)
    block.line(0, -top - tall, setter.sheet.measure, -top - tall, design.PETROL, 0.9)
    return block


def _label(block: Block, label: Run, column: Column, at: tuple[float, float], y: float) -> None:
    x, width = at
    if column.look == "number":
        draw_run(block, label, x + width, y, "right")
    else:
        draw_run(block, label, x, y)


def _rows(setter: Setter, grid: Grid, row: TableRow, most: float) -> Iterator[SetRow]:
    """Give a row, as several where its text is longer than a page bears."""
    cells = [
        _cell_texts(setter, cell, column.look, (width, grid.setting))
        for cell, column, (_, width) in zip(row.cells, grid.columns, grid.at, strict=False)
    ]
    pad = grid.setting.pad
    height = _height(cells, row.tall, pad)
    if height <= most:
        yield SetRow(row, tuple(cells), height)
        return
    lines = int(most / BOX_PITCH)
    while any(cells):
        taken = [_taken(texts, lines) for texts in cells]
        cells = [rest for _, rest in taken]
        part = tuple(first for first, _ in taken)
        yield SetRow(row, part, _height(part, row.tall, pad))


def _cell_texts(setter: Setter, cell: Cell, look: str, room: tuple[float, Setting]) -> tuple[Text, ...]:
    width, setting = room
    found: list[Text] = []
    if cell.text:
        style = look_of(look, setting)
        found.append(Text(setter.run(cell.text, style, width, balanced=False, language=cell.language)))
    found += _below(setter, cell, width, setting)
    for answer in cell.boxes:
        style = typography.led(look_of("line", setting), BOX_PITCH)
        run = setter.run(answer, style, width - BOX - BESIDE_BOX, balanced=False)
        found.append(Text(run if run.lines else run._replace(lines=("",)), box=True))
    return tuple(found)


def _below(setter: Setter, cell: Cell, width: float, setting: Setting) -> Iterator[Text]:
    """Give what stands below the text of a field."""
    quiet, plain = look_of("detail", setting), look_of("line", setting)
    lines = [f"{label}: {text}" if label else text for label, text in cell.lines]
    if setting.run_in and len(lines) + bool(cell.detail) > 1:
        text = SEPARATOR.join([cell.detail, *lines] if cell.detail else lines)
        yield Text(setter.run(text, quiet if cell.detail else plain, width, balanced=False))
        return
    if cell.detail:
        yield Text(setter.run(cell.detail, quiet, width, balanced=False))
    for line, (label, _) in zip(lines, cell.lines, strict=True):
        run = setter.run(line, plain, width, balanced=False)
        yield Text(run, f"{label}:" if label and run.lines[0].startswith(f"{label}: ") else "")


def _taken(texts: tuple[Text, ...], lines: int) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Return the first so many lines of a field, and the rest."""
    first, rest, left = [], [], lines
    for one in texts:
        run = one.run
        if left > 0:
            first.append(one._replace(run=run._replace(lines=run.lines[:left])))
        if len(run.lines) > left:
            begun = left > 0
            cut = run._replace(lines=run.lines[max(left, 0) :])
            rest.append(Text(cut) if begun else one._replace(run=cut))
        left -= len(run.lines)
    return tuple(first), tuple(rest)


def _height(cells: Sequence[tuple[Text, ...]], least: float, pad: float) -> float:
    text = max((sum(one.run.height for one in texts) for texts in cells), default=0.0)
    return max(least, text + 2 * pad)


def _row(setter: Setter, grid: Grid, made: SetRow) -> Block:
    block = setter.batch.block()
    with block.tag("TR"):
        for texts, column, at in zip(made.cells, grid.columns, grid.at, strict=True):
            if not any(any(one.run.lines) for one in texts):
                _empty(block, texts, at[0], -grid.setting.pad - 9.2)
                continue
            with block.tag("TD"):
                _cell(
                    setter,
                    block,
                    texts,
                    (*at, column.look == "number", grid.setting.pad),
                    made.row.struck and not column.holds,
                )
    block.line(0, -made.height, setter.sheet.measure, -made.height, design.RULE, 0.6)
    return block


def _empty(block: Block, texts: Sequence[Text], x: float, y: float) -> None:
    """Draw a field without a word in it: an element all the same, or a row would be short of a field."""
    with block.tag("TD", alt=""):
        for one in texts:
            if one.box:
                block.rect(x, y - 1.2, BOX, BOX, stroke=design.SECONDARY, radius=1.4, line=0.8)


def _cell(
    setter: Setter, block: Block, texts: Sequence[Text], at: tuple[float, float, bool, float], struck: bool
) -> None:
    x, width, right, pad = at
    y = -pad - 9.2
    for number, one in enumerate(texts):
        run = one.run._replace(style=typography.coloured(one.run.style, design.FAINT)) if struck else one.run
        below = y - len(run.lines) * run.style.leading
        if one.box:
            block.rect(x, y - 1.2, BOX, BOX, stroke=design.SECONDARY, radius=1.4, line=0.8)
            if any(run.lines):
                draw_run(block, run, x + BOX + BESIDE_BOX, y)
        elif one.label:
            _labelled(block, run, one.label, x, y)
        else:
            draw_run(block, run, x + width if right else x, y, "right" if right else "left")
        if struck and not number:
            _strike(setter, block, run, x, y)
        y = below


def _labelled(block: Block, run: Run, label: str, x: float, y: float) -> None:
    """Draw a paragraph that begins with a label: that in a quieter colour, it is as wide as it was."""
    quiet = typography.coloured(run.style, design.SECONDARY)
    used = block.text(x, y, f"{label} ", quiet)
    rest = run.lines[0][len(label) + 1 :]
    if rest:
        block.text(x + used, y, rest, run.style, lang=run.language)
    if len(run.lines) > 1:
        draw_run(block, run._replace(lines=run.lines[1:]), x, y - run.style.leading)


def _strike(setter: Setter, block: Block, run: Run, x: float, y: float) -> None:
    for number, line in enumerate(run.lines):
        at = y - number * run.style.leading + run.style.size * 0.26
        block.line(x, at, x + setter.batch.width(line, run.style), at, design.FAINT, 0.7)
