"""Set the questions of a form: boxes to tick, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.sheets import Question, Questions
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Piece
from missionplanner.documents.typeset import Block

ABOVE = 13.0
BOX = 9.0
PITCH = 22.0
ROW = 17.0
PAD = 3.4
APART = 15.0
"""Between two answers, in points."""
LEAST_TEXT = 0.4
"""Share of the width a question has at least beside its answers."""
MOST_BESIDE = 3
"""Lines of a question beside its answers."""
ASKED = typography.sized(typography.TITLE, 10.4, 12.6)
ANSWER = typography.sized(typography.BODY, 9.4, 12)
DOTS = (0.01, 3.0)


def pieces(setter: Setter, part: Questions) -> Iterator[Piece]:
    """Give the questions, none broken over pages: answers stand beside their question where there is room."""
    for question in part.questions:
        piece = _beside(setter, question) if question.answers and not question.lines else None
        yield piece or _below(setter, question)


def _beside(setter: Setter, question: Question) -> Piece | None:
    """Return a question with its answers at its right, None where they are too long for that."""
    widths = [_width(setter, answer) for answer in question.answers]
    left = setter.sheet.measure - (sum(widths) + APART * (len(widths) - 1))
    if left < setter.sheet.measure * LEAST_TEXT:
        return None
    text = setter.run(question.text, ASKED, left - 2 * APART, balanced=False)
    if len(text.lines) > MOST_BESIDE:
        return None
    places, x = [], left
    for answer, width in zip(question.answers, widths, strict=True):
        places.append((x, answer))
        x += width + APART
    height = max(text.height, ROW) + 2 * PAD
    draw = partial(_question, setter, text, [places], (-PAD - 10.0, height))
    return Piece(height, draw, key=question.key)


def _below(setter: Setter, question: Question) -> Piece:
    """Return a question with its answers and the lines to write on below it."""
    text = setter.run(question.text, ASKED, setter.sheet.measure, balanced=False)
    rows = _answer_rows(setter, question.answers)
    height = text.height + 4 + ROW * len(rows) + PITCH * question.lines
    draw = partial(_written, setter, text, rows, question.lines)
    return Piece(height, draw, above=ABOVE, key=question.key)


def _width(setter: Setter, answer: str) -> float:
    return BOX + 6 + setter.batch.width(answer, ANSWER)


def _answer_rows(setter: Setter, answers: Sequence[str]) -> list[list[tuple[float, str]]]:
    """Return the answers in lines, each with where it begins."""
    rows: list[list[tuple[float, str]]] = []
    x = 0.0
    for answer in answers:
        shown = setter.batch.wrap(answer, ANSWER, setter.sheet.measure - BOX - 6, max_lines=1)[0]
        width = BOX + 6 + setter.batch.width(shown, ANSWER) + 20
        if not rows or x + width > setter.sheet.measure + 20:
            rows.append([])
            x = 0.0
        rows[-1].append((x, shown))
        x += width
    return rows


def _question(setter: Setter, text: Run, rows: list[list[tuple[float, str]]], at: tuple[float, float]) -> Block:
    y, height = at
    block = setter.batch.block()
    with block.tag("P"):
        draw_run(block, text, 0, y)
    _answers(block, rows, y)
    block.line(0, -height, setter.sheet.measure, -height, design.RULE, 0.6)
    return block


def _answers(block: Block, rows: list[list[tuple[float, str]]], y: float) -> float:
    for row in rows:
        with block.tag("P"):
            for x, answer in row:
                block.rect(x, y - 1.4, BOX, BOX, stroke=design.SECONDARY, radius=1.6, line=0.8)
                block.text(x + BOX + 6, y, answer, ANSWER)
        y -= ROW
    return y


def _written(setter: Setter, text: Run, rows: list[list[tuple[float, str]]], lines: int) -> Block:
    block = setter.batch.block()
    with block.tag("P"):
        y = draw_run(block, text, 0, -10) - 4
    y = _answers(block, rows, y) + 8
    for _ in range(lines):
        y -= PITCH
        block.line(0, y, setter.sheet.measure, y, design.DOTS, 0.9, DOTS)
    return block
