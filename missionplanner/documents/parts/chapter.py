"""Set the parts of a chapter: its heading, facts, texts, points, labelled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Chapter, Fields, Paragraphs, Points
from missionplanner.documents.content.values import Said
from missionplanner.documents.parts.facts import set_facts
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Holder, Piece
from missionplanner.documents.typeset import Block, Style

ABOVE = 26.0
"""Between two chapters of a page."""
ABOVE_MINOR = 24.0
ABOVE_UNTITLED = 6.0
BETWEEN = 14.0
TEXT = typography.sized(typography.BODY, 9.8, 13.4)
TEXT_WIDTH = 400.0
MINOR = typography.sized(typography.WEEKDAY, 13.5, 16.5)
FIELD_LABEL = 104.0
MOST_LINES = 24
"""Lines of a paragraph that stay together; a longer one may be broken between them."""


def heading(setter: Setter, chapter: Chapter, *, top: bool = False) -> Iterator[Piece]:
    """Give the heading of a chapter, with what explains it and its facts; nothing where it has none of them.

    ``top`` makes it a heading of the first rank: nothing stands over it.
    """
    title, room = chapter.title, setter.sheet.measure
    if chapter.minor:
        yield from _minor(setter, chapter)
        return
    if title or chapter.about:
        count = setter.batch.width(chapter.count, typography.ROUTE) + 20 if chapter.count else 0.0
        titles = setter.run(title, typography.WEEKDAY, room - count) if title else None
        about = setter.run(chapter.about, typography.FACT_DETAIL, room) if chapter.about else None
        height = (titles.height + 9 if titles else 0.0) + (about.height + 8 if about else 0.0)
        draw = partial(_heading, setter, (titles, about), chapter.count, "H1" if top else "H2")
        yield Piece(height, draw, above=ABOVE, kept=True, key=chapter.key, title=title)
    if chapter.facts:
        block = setter.batch.block()
        height = set_facts(setter, block, chapter.facts) + 6
        yield Piece(height, lambda: block, above=12.0, kept=True)


def _minor(setter: Setter, chapter: Chapter) -> Iterator[Piece]:
    """Give the heading of a part of a chapter: smaller, with what explains it below."""
    width = setter.sheet.measure
    runs = [setter.run(chapter.title, MINOR, width), setter.run(chapter.about, typography.FACT_DETAIL, width)]
    height = sum(run.height for run in runs) + 2

    def draw() -> Block:
        block = setter.batch.block()
        block.line(0, 8, width, 8, design.RULE, 0.6)
        with block.tag("H3"):
            y = draw_run(block, runs[0], 0, -11)
        if chapter.about:
            with block.tag("P"):
                draw_run(block, runs[1], 0, y)
        return block

    yield Piece(height, draw, above=ABOVE_MINOR, kept=True, key=chapter.key, title=chapter.title)


def _heading(setter: Setter, runs: tuple[Run | None, Run | None], count: str, rank: str) -> Block:
    title, about = runs
    block, right, y = setter.batch.block(), setter.sheet.measure, 0.0
    if title is not None:
        with block.tag(rank):
            draw_run(block, title, 0, -16)
        if count:
            with block.tag("P"):
                block.text(right, -15.4, count, typography.ROUTE, align="right")
        y = -title.height - 4
        block.line(0, y, right, y, design.PETROL, 0.9)
        y -= 5
    if about is not None:
        with block.tag("P"):
            draw_run(block, about, 0, y - 10)
    return block


def texts(setter: Setter, part: Paragraphs) -> Iterator[Piece]:
    """Give paragraphs below a small heading."""
    if not part.paragraphs:
        return
    yield from label(setter, part.title)
    for number, paragraph in enumerate(part.paragraphs):
        above = 0.0 if number or part.title else ABOVE_UNTITLED
        yield from paragraphs(setter, paragraph, TEXT, above=above)


def paragraphs(
    setter: Setter, said: Said, style: Style, width: float = TEXT_WIDTH, above: float = 0.0
) -> Iterator[Piece]:
    """Give a paragraph, in several pieces where it is very long."""
    run = setter.run(said.text, style, width, language=said.language, balanced=False)
    for first in range(0, len(run.lines), MOST_LINES):
        part = run._replace(lines=run.lines[first : first + MOST_LINES])
        height = part.height + (3 if first + MOST_LINES >= len(run.lines) else 0)
        yield Piece(height, partial(_paragraph, setter, part), 0.0 if first else above)


def _paragraph(setter: Setter, run: Run) -> Block:
    block = setter.batch.block()
    with block.tag("P"):
        draw_run(block, run, 0, -run.style.size)
    return block


def points(setter: Setter, part: Points) -> Iterator[Piece]:
    """Give a list of points below a small heading."""
    if not part.points:
        return
    yield from label(setter, part.title)
    holder = Holder("L")
    for point in part.points:
        run = setter.run(point.text, TEXT, TEXT_WIDTH - 14, language=point.language, balanced=False)
        yield Piece(run.height + 2, partial(_point, setter, run), inside=holder)


def _point(setter: Setter, run: Run) -> Block:
    block = setter.batch.block()
    block.circle(3.2, -run.style.size + 3.4, 1.5, fill=setter.accent.colour)
    with block.tag("LI"), block.tag("LBody"):
        draw_run(block, run, 14, -run.style.size)
    return block


def label(setter: Setter, title: str) -> Iterator[Piece]:
    """Give a small heading; nothing where there is no title."""
    if title:
        run = setter.run(title, typography.coloured(typography.HEADING_LABEL, setter.accent.colour), TEXT_WIDTH)
        yield Piece(run.height + 4, partial(_small_heading, setter, run), above=BETWEEN, kept=True)


def _small_heading(setter: Setter, run: Run) -> Block:
    block = setter.batch.block()
    with block.tag(setter.rank):
        draw_run(block, run, 0, -8)
    return block


def fields(setter: Setter, part: Fields) -> Iterator[Piece]:
    """Give labelled lines: the label at the left, what it says at its right."""
    width = setter.sheet.measure - FIELD_LABEL
    for number, detail in enumerate(part.details):
        label = setter.run(detail.label, typography.FACT_DETAIL, FIELD_LABEL - 10, balanced=False)
        value = setter.run(detail.text, TEXT, min(width, TEXT_WIDTH), balanced=False)
        height = max(label.height, value.height) + 3
        draw = partial(_field, setter, (label, value))
        yield Piece(height, draw, above=10.0 if not number else 0.0)


def _field(setter: Setter, runs: Sequence[Run]) -> Block:
    label, value = runs
    block = setter.batch.block()
    with block.tag("P"):
        draw_run(block, label, 0, -9.6)
        draw_run(block, value, FIELD_LABEL, -9.6)
    return block
