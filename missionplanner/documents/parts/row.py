"""Set one row of an agenda: time, disc, title, place, notes, whom to ring, and what is personal at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Fact, Row, When
from missionplanner.documents.parts.panel import Panel, draw_panel, set_panel
from missionplanner.documents.parts.setter import Run, Setter, draw_paragraph, draw_run
from missionplanner.documents.typeset import Block, Style

BELOW_TEXT = 1.5
"""From the last baseline to the gap under a row, in points."""
SEPARATOR = "\u00a0· "
"""Between run-in parts; a line never begins with the dot."""
PAIR_GAP = 5.0
MARK_PAD = 3.4
MARK_GAP = 8.0
ITEM = 0
"""Number of the list item among the elements of a row."""
MOST_HEADS = 2_000
"""Beginnings of rows that are remembered before they are all forgotten."""


class SetRow(NamedTuple):
    """Be a row broken into lines at one setting: ready to be drawn, its height known."""

    row: Row
    setting: design.Setting
    title: Run
    texts: tuple[Run, ...]
    pairs: tuple[tuple[Run, Run | None], ...]
    panel: Panel | None
    meta: tuple[tuple[Run, Run], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Styles:
    """Be the styles of a row at one setting."""

    title: Style
    place: Style
    zones: Style
    note: Style
    strong: Style


@lru_cache(maxsize=256)
def styles(level: int, colour: str, cancelled: bool) -> Styles:
    """Return the styles of rows at a level; ``colour`` is that of the place."""
    setting = design.SETTINGS[level]
    title = typography.sized(typography.TITLE, setting.title, setting.title_lead)
    return Styles(
        typography.coloured(title, design.FAINT) if cancelled else title,
        typography.led(typography.coloured(typography.PLACE, colour), setting.place_lead),
        typography.led(typography.ZONES, setting.text_lead),
        typography.led(typography.NOTE, setting.text_lead),
        typography.led(typography.STRONG, setting.text_lead),
    )


def styles_of(row: Row, level: int) -> Styles:
    """Return the styles of a row: the place of what matters is in the colour of its kind."""
    if row.cancelled:
        return styles(level, design.FAINT, True)
    kind = kind_of(row)
    return styles(level, kind.colour if kind.filled else design.SECONDARY, False)


def set_row(setter: Setter, row: Row, level: int) -> SetRow:
    """Break a row into lines and measure it."""
    setting = design.SETTINGS[level]
    width = setter.sheet.measure - setter.sheet.content - (setter.sheet.meta if row.meta else 0)
    look = styles_of(row, level)
    title = _title(setter, row, look.title, width)
    texts = _run_in(setter, row, look, width) if setting.run_in else _texts(setter, row, setting, look, width)
    pairs = tuple([_pair(setter, one.label, one.text, look, width) for one in row.details]) if row.details else ()
    panel = set_panel(setter, row.lines, setting.line) if row.lines else None
    meta = tuple([_meta(setter, fact) for fact in row.meta]) if row.meta else ()
    height = max(
        -baseline(setting) + _text_height(title, texts, pairs, panel),
        2 * setting.disc + 2.0,
        time_height(row.when, setting),
        _meta_height(meta) if meta else 0.0,
    )
    return SetRow(row, setting, title, texts, pairs, panel, meta, height + setting.gap)


def baseline(setting: design.Setting) -> float:
    """Return the first baseline, so that capitals stand level with the middle of the disc."""
    return -(setting.disc - 0.2) - 0.29 * setting.title


def _title(setter: Setter, row: Row, style: Style, width: float) -> Run:
    run = setter.run(row.title.text, style, width, language=row.title.language)
    if not row.mark:
        return run
    reserved = _mark_width(setter, row.mark) + MARK_GAP
    if setter.batch.width(run.lines[-1], style) + reserved > width:
        run = setter.run(row.title.text, style, width - reserved, language=row.title.language)
    return run


def _mark_width(setter: Setter, mark: str) -> float:
    return setter.batch.width(mark, typography.MARK) + 2 * MARK_PAD


def _texts(setter: Setter, row: Row, setting: design.Setting, look: Styles, width: float) -> tuple[Run, ...]:
    """Return place, clocks, notes and the practical line as paragraphs of their own."""
    measure = min(width, setter.sheet.note)
    runs = []
    if row.place:
        runs.append(setter.run(row.place, look.place, measure, before=-1.2))
    if row.zones:
        runs.append(setter.run(row.zones, look.zones, width, before=0.3))
    gap = setting.note_gap
    for text, language in row.notes:
        runs.append(setter.run(text, look.note, measure, before=gap, language=language))
    practical = practical_line(row) if row.practical else ""
    if practical:
        runs.append(setter.run(practical, look.note, measure, before=setting.note_gap))
    return tuple(runs)


def _run_in(setter: Setter, row: Row, look: Styles, width: float) -> tuple[Run, ...]:
    """Return everything under the title as one paragraph: the tightest setting."""
    notes = [said.text for said in row.notes]
    rest = [part for part in (row.zones, *notes, practical_line(row)) if part]
    text = SEPARATOR.join([row.place, *rest] if row.place else rest)
    return (setter.run(text, look.note, width, before=-1.2),) if text else ()


def practical_line(row: Row) -> str:
    return SEPARATOR.join([f"{one.label}: {one.text}" for one in row.practical])


def _pair(setter: Setter, label: str, text: str, look: Styles, width: float) -> tuple[Run, Run | None]:
    """Return label and text side by side; as one paragraph where they are too long for a line."""
    used = setter.batch.width(label, look.note) + PAIR_GAP + setter.batch.width(text, look.strong)
    if used <= width:
        return Run((label,), look.note), Run((text,), look.strong)
    return setter.run(f"{label}: {text}", look.strong, width), None


def _meta(setter: Setter, fact: Fact) -> tuple[Run, Run]:
    width = setter.sheet.meta - 8
    return (
        setter.run(fact.label, typography.META_LABEL, width, balanced=False),
        setter.run(fact.value, typography.META, width),
    )


# -- heights --------------------------------------------------------------------------------------


def _text_height(
    title: Run, texts: tuple[Run, ...], pairs: tuple[tuple[Run, Run | None], ...], panel: Panel | None
) -> float:
    """Return what stands below the first baseline."""
    below, leading = 0.0, 0.0
    for lines, style, before, _ in (title, *texts, *[label for label, _ in pairs]):
        leading = style.leading
        below += before + len(lines) * leading
    below -= leading
    return below + (panel.height + 8.0 if panel else BELOW_TEXT)


def time_height(when: When, setting: design.Setting) -> float:
    lines = 1 + bool(when.end) + bool(when.after)
    return -baseline(setting) + (lines - 1) * typography.TIME_END.leading + BELOW_TEXT


def _meta_height(meta: tuple[tuple[Run, Run], ...]) -> float:
    return sum(label.height + value.height + 3.0 for label, value in meta) + 4.0 if meta else 0.0


# -- drawing --------------------------------------------------------------------------------------


def row_block(setter: Setter, made: SetRow) -> Block:
    """Return a row drawn, its top left corner at the origin."""
    block = begun(setter, made.row, made.setting)
    with block.again(ITEM), block.tag("LBody"):
        y = _draw_texts(setter, block, made)
        if made.meta:
            _draw_meta(setter, block, made)
        if made.panel is not None:
            draw_panel(setter, block, made.panel, y)
    return block


def begun(setter: Setter, row: Row, setting: design.Setting) -> Block:
    """Return a block with disc and time of a row, whose list item waits for its body."""
    return _head(setter, row, setting).begun()


def _head(setter: Setter, row: Row, setting: design.Setting) -> Block:
    """Return disc and time of a row, which many rows have in common: a list item that waits for its body."""
    key = (row.kind, row.on_foot, row.kind_word, row.cancelled, row.when, setting.disc, setting.title)
    block = setter.heads.get(key)
    if block is None:
        if len(setter.heads) > MOST_HEADS:
            setter.heads.clear()
        block = setter.heads[key] = setter.batch.block()
        _draw_disc(setter, block, row, setting)
        with block.tag("LI"), block.tag("Lbl", alt=spoken(row)):
            draw_when(setter, block, row.when, baseline(setting), row.cancelled)
    return block


def kind_of(row: Row) -> design.Kind:
    """Return how a row's kind looks."""
    return design.ON_FOOT if row.on_foot else design.KINDS[row.kind]


def spoken(row: Row) -> str:
    """Return what a screen reader says for icon and time: ``Site visit, 09:00–11:00``."""
    return ", ".join(part for part in (row.kind_word, row.when.spoken) if part)


def _draw_disc(setter: Setter, block: Block, row: Row, setting: design.Setting) -> None:
    kind = kind_of(row)
    colour = design.FAINT if row.cancelled else kind.colour
    filled = kind.filled and not row.cancelled
    draw_disc(block, (setter.sheet.axis, setting.disc), kind.icon, colour, filled)


def draw_disc(block: Block, at: tuple[float, float], icon: str, colour: str, filled: bool) -> None:
    """Draw an icon in its disc: ``at`` is where the axis is, and the radius."""
    axis, radius = at
    block.disc(icon, axis, -(radius - 0.2), radius, colour, filled)


def draw_when(setter: Setter, block: Block, when: When, y: float, cancelled: bool = False) -> None:
    """Draw the time column; a word instead of a time is smaller and may take two lines."""
    start = typography.coloured(typography.TIME, design.FAINT) if cancelled else typography.TIME
    if when.is_word and when.end:
        block.text(0, y + 0.6, when.start, typography.TIME_END)
        block.text(0, y - 11.4, when.end, start)
        y -= 11.4
    elif when.is_word:
        run = setter.run(when.start, typography.TIME_WORD, setter.sheet.time)
        draw_run(block, run, 0, y + 0.6)
    elif when.start:
        block.text(0, y, when.start, start)
        if when.end:
            y -= typography.TIME_END.leading
            block.text(0, y, when.end, typography.TIME_END)
    if when.after:
        block.text(0, y - typography.TIME_END.leading, when.after, typography.TIME_END)


def _draw_texts(setter: Setter, block: Block, made: SetRow) -> float:
    """Draw title, texts and contacts; return where the next baseline would be."""
    x, y = setter.sheet.content, baseline(made.setting)
    if made.row.mark:
        with block.tag("P", lang=made.title.language):
            y = draw_run(block, made.title, x, y)
            _draw_mark(setter, block, made, y + made.title.style.leading)
    else:
        y = draw_paragraph(block, made.title, x, y)
    for run in made.texts:
        y = draw_paragraph(block, run, x, y - run.before)
    for label, text in made.pairs:
        with block.tag("P"):
            width = block.text(x, y, label.lines[0], label.style)
            if text is None:
                draw_run(block, Run(label.lines[1:], label.style), x, y - label.style.leading)
            else:
                block.text(x + width + PAIR_GAP, y, text.lines[0], text.style)
        y -= label.height
    return y


def _draw_mark(setter: Setter, block: Block, made: SetRow, y: float) -> None:
    """Draw a status in a frame behind the last line of the title; what is cancelled is struck out too."""
    row, title = made.row, made.title
    colour = design.SECONDARY if row.cancelled else setter.accent.colour
    x = setter.sheet.content + setter.batch.width(title.lines[-1], title.style) + MARK_GAP
    block.rect(x, y - 2.5, _mark_width(setter, row.mark), 10.4, stroke=colour, line=0.6, radius=2.2)
    block.text(x + MARK_PAD, y + 0.5, row.mark, typography.coloured(typography.MARK, colour))
    if row.cancelled:
        for number, line in enumerate(reversed(title.lines)):
            at = y + number * title.style.leading + title.style.size * 0.24
            end = setter.sheet.content + setter.batch.width(line, title.style)
            block.line(setter.sheet.content, at, end, at, design.FAINT, 0.8)


def _draw_meta(setter: Setter, block: Block, made: SetRow) -> None:
    right = setter.sheet.measure
    y = baseline(made.setting) + 1.2
    for label, value in made.meta:
        with block.tag("P"):
            y = draw_run(block, label, right, y, "right") - 2.4
            y = draw_run(block, value, right, y, "right") - 3.0
