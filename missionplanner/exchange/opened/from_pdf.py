"""Lay out a PDF that holds text: by where the words stand on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.opened.bullets import bulleted
from missionplanner.exchange.opened.sheet import MAX_LINE, MAX_LINES, MAX_TEXT, Line, Sheet, Source, too_much

_MAX_PAGES = 100
_LINE_SHARE = 0.6
"""How much of its height a word may lie lower and still stand on the same line."""
_WIDE_GAP = 1.2
"""Gap between two pieces of a line, in heights of a letter, that parts columns."""
_PARAGRAPH = 1.9
"""Distance between two lines, in heights, that a blank line takes."""

Box = tuple[float, float, float, float, str]
"""Left, bottom, right, top and the words of a piece of text."""


def sheet_of(data: bytes) -> Sheet:
    """Return the words of a PDF as lines. Raises Invalid for one that is scanned, locked, damaged or too long."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        try:
            lines = list(_lines(document))
        finally:
            document.close()
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Invalid(N_("This PDF is locked with a password; save it without one.")) from error
        raise Invalid(N_("This PDF is damaged, or is none.")) from error
    if not any(line.text.strip() for line in lines):
        raise Invalid(N_("This PDF holds pictures of pages, not words: it was scanned and cannot be read."))
    return Sheet(tuple(lines))


def _lines(document: Any) -> Iterator[Line]:
    if len(document) > _MAX_PAGES:
        raise Invalid(N_("The PDF has more than {most} pages and was not read."), most=_MAX_PAGES)
    number = characters = 0
    for page_number in range(len(document)):
        page = document[page_number]
        words = page.get_textpage()
        try:
            characters += words.count_chars()
            if characters > MAX_TEXT or words.count_rects() > MAX_LINES * 5:
                raise too_much()
            for pieces, apart in _rows(_boxes(words)):
                number += 1 + apart
                if number > MAX_LINES:
                    raise too_much()
                if apart:
                    yield Line("", Source("", line=number - 1, page=page_number + 1))
                yield _line(pieces, Source("", line=number, page=page_number + 1))
        finally:
            words.close()
            page.close()


def _boxes(words: Any) -> list[Box]:
    boxes: list[Box] = []
    for number in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(number)
        text = clean(words.get_text_bounded(left, bottom, right, top)[:MAX_LINE]).replace("\n", " ")
        if text:
            boxes.append((left, bottom, right, top, re.sub(r"\s+", " ", text)))
    return boxes


def _rows(boxes: list[Box]) -> Iterator[tuple[list[Box], bool]]:
    """Yield the lines of a page from its top, and whether a blank line stands before each."""
    row: list[Box] = []
    before: float | None = None
    for box in sorted(boxes, key=lambda one: (-(one[1] + one[3]) / 2, one[0])):
        height = max(box[3] - box[1], 1.0)
        if row and _middle(row[0]) - _middle(box) > _LINE_SHARE * min(height, row[0][3] - row[0][1] or height):
            yield _joined(row), _apart(before, row)
            before = _middle(row[0])
            row = []
        row.append(box)
    if row:
        yield _joined(row), _apart(before, row)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _apart(before: float | None, row: list[Box]) -> bool:
    return before is not None and before - _middle(row[0]) > _PARAGRAPH * max(row[0][3] - row[0][1], 6.0) * 1.25


def _joined(row: list[Box]) -> list[Box]:
    """Return the pieces of a line: those that stand close together are one."""
    pieces: list[Box] = []
    for box in sorted(row, key=lambda one: one[0]):
        height = max(box[3] - box[1], 4.0)
        if pieces and box[0] - pieces[-1][2] < _WIDE_GAP * height:
            last = pieces.pop()
            blank = " " if box[0] - last[2] > 0.12 * height else ""
            box = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]), last[4] + blank + box[4])
        pieces.append(box)
    return pieces


def _line(pieces: list[Box], source: Source) -> Line:
    text = "   ".join(piece[4] for piece in pieces)[:MAX_LINE]
    kept = Source(text, source.line, source.page)
    return Line(text, kept, tuple((piece[0], piece[4]) for piece in pieces), bulleted(text))
