"""Set a row of an agenda in two languages: one column of times, the texts of each language in one of their own."""

from __future__ import annotations

from typing import NamedTuple

from missionplanner.documents import design, typography
from missionplanner.documents.content.tongues import once
from missionplanner.documents.content.values import Line, Pair, Row
from missionplanner.documents.parts.panel import Panel, draw_panel, set_panel
from missionplanner.documents.parts.row import (
    BELOW_TEXT,
    ITEM,
    SEPARATOR,
    baseline,
    begun,
    practical_line,
    styles_of,
    time_height,
)
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block, Style

GUTTER = 18.0
LEAST_COLUMN = 130.0
"""Points: where columns would be narrower, one language stands below the other."""
BETWEEN = 5.0
"""Between one language and the other below it."""
MARKED = 11.5
"""Height of the line that says a row is not certain, or called off."""


class SetPair(NamedTuple):
    """Be a row in two languages broken into lines: a column of paragraphs each; ``row`` is that of the first."""

    row: Row
    setting: design.Setting
    columns: tuple[tuple[Run, ...], tuple[Run, ...]]
    step: tuple[float, float]
    """From the place of the first column to that of the second, to the right and down."""
    panel: Panel | None
    height: float


def set_pair(setter: Setter, pair: Pair, level: int) -> SetPair:
    """Break a row of two languages into lines and measure it."""
    setting = design.SETTINGS[level]
    whole = setter.sheet.measure - setter.sheet.content
    wide = (whole - GUTTER) / 2
    beside = wide >= LEAST_COLUMN
    first = _column(setter, pair.first, level, wide if beside else whole)
    second = _column(setter, pair.second, level, wide if beside else whole, pair.language)
    tall = [sum(run.height for run in column) for column in (first, second)]
    text = max(tall) if beside else sum(tall) + BETWEEN
    step = (wide + GUTTER, 0.0) if beside else (0.0, tall[0] + BETWEEN)
    panel = set_panel(setter, _lines(pair), setting.line) if pair.first.lines else None
    below = panel.height + 8.0 if panel else BELOW_TEXT
    height = max(
        -baseline(setting) + text - setting.text_lead + below,
        2 * setting.disc + 2.0,
        time_height(pair.first.when, setting),
    )
    return SetPair(pair.first, setting, (first, second), step, panel, height + setting.gap)


def _lines(pair: Pair) -> tuple[Line, ...]:
    """Return the lines of a panel, once: what they are about in both languages where that differs."""
    both = zip(pair.first.lines, pair.second.lines, strict=True)
    return tuple(one._replace(about=once((one.about, other.about))) for one, other in both)


def _column(setter: Setter, row: Row, level: int, width: float, language: str | None = None) -> tuple[Run, ...]:
    """Return title, mark, place, notes and labelled lines of one language below each other."""
    setting, look = design.SETTINGS[level], styles_of(row, level)
    runs = [setter.run(row.title.text, look.title, width, language=row.title.language or language)]
    if row.mark:
        runs.append(setter.run(row.mark, _marked(setter, row), width, before=1.0, language=language))
    texts = [(row.place, look.place, -1.2), (row.zones, look.zones, 0.3)]
    notes = [(said.text, said.language) for said in row.notes]
    practical = practical_line(row)
    labelled = [(one.label, one.value) for one in row.meta] + [(one.label, one.text) for one in row.details]
    if setting.run_in:
        said = [part for part in (row.zones, *(text for text, _ in notes), practical) if part]
        texts, notes, practical = [(row.place, look.place, -1.2), (SEPARATOR.join(said), look.note, 0.0)], [], ""
    runs += [setter.run(text, style, width, before=gap, language=language) for text, style, gap in texts if text]
    for text, own in notes:
        runs.append(setter.run(text, look.note, width, before=setting.note_gap, language=own or language))
    if practical:
        runs.append(setter.run(practical, look.note, width, before=setting.note_gap, language=language))
    flat = ((label, " · ".join(text.splitlines())) for label, text in labelled)
    runs += [setter.run(f"{label}: {text}", look.strong, width, language=language) for label, text in flat]
    return tuple(runs)


def _marked(setter: Setter, row: Row) -> Style:
    colour = design.SECONDARY if row.cancelled else setter.accent.colour
    return typography.led(typography.coloured(typography.MARK, colour), MARKED)


def pair_block(setter: Setter, made: SetPair) -> Block:
    """Return a row in two languages drawn, its top left corner at the origin."""
    block = begun(setter, made.row, made.setting)
    x, y = setter.sheet.content, baseline(made.setting)
    right, down = made.step
    with block.again(ITEM), block.tag("LBody"):
        ends = [
            _draw_column(setter, block, made.columns[0], (x, y), made.row.cancelled),
            _draw_column(setter, block, made.columns[1], (x + right, y - down), made.row.cancelled),
        ]
        if made.panel is not None:
            draw_panel(setter, block, made.panel, min(ends))
    return block


def _draw_column(
    setter: Setter, block: Block, runs: tuple[Run, ...], at: tuple[float, float], struck: bool
) -> float:
    x, y = at
    for number, run in enumerate(runs):
        y -= run.before
        with block.tag("P", lang=run.language):
            below = draw_run(block, run, x, y)
        if struck and not number:
            for place, line in enumerate(run.lines):
                level = y - place * run.style.leading + run.style.size * 0.24
                block.line(x, level, x + setter.batch.width(line, run.style), level, design.FAINT, 0.8)
        y = below
    return y
