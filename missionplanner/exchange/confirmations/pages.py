"""Lay out what a confirmation comes in as lines: a mail, a PDF or a document with text, or the text itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.opened import from_html, from_mail, from_text, opening
from missionplanner.exchange.opened.from_mail import Attached, Letter
from missionplanner.exchange.opened.sheet import Grid, Line, Sheet

MAX_LINE = 1_000
_COLUMNS = re.compile(r" {3,}")
_FURNITURE = " |*-_=·•"
_MOST_FILES = 5
"""Files of a mail that are looked into."""


@dataclass(frozen=True, slots=True)
class Page:
    """Be the text of a confirmation, line by line; ``received`` is when it was sent, if it says so.

    ``attached`` are the documents that hang on it.
    """

    lines: tuple[str, ...]
    structured: tuple[str, ...] = ()
    received: dt.date | None = None
    attached: tuple[Attached, ...] = ()


def opened(data: bytes, name: str = "") -> Page:
    """Return the text of a file. Raises Invalid for what has none, and beyond its bounds."""
    mails: list[Letter] = []

    def chosen(letter: Letter) -> Sheet:
        mails.append(letter)
        return _sheet_of(letter)

    is_mail = from_mail.is_letter(data)
    sheet = opening.opened(data, "" if is_mail else name, chosen)
    files = tuple(one for mail in mails for one in mail.attached if one.name.endswith(opening.ENDINGS))
    lines = tuple(_lines(sheet))
    if mails and mails[0].subject:
        lines = (mails[0].subject, *lines)
    return Page(lines, sheet.structured, sheet.written, files[:_MOST_FILES])


def _sheet_of(letter: Letter) -> Sheet:
    """Return the text of a mail: of its HTML where that says more, since tables are lost in the other."""
    plain = from_text.sheet_of(letter.words)
    if letter.page.strip():
        page = from_html.sheet_of(letter.page)
        says_more = _words_in(page) >= _words_in(plain) // 2
        return page if says_more else Sheet(plain.blocks, structured=page.structured)
    if not letter.words.strip() and not letter.attached:
        raise Invalid(N_("This mail has no text that can be read."))
    return plain


def _words_in(sheet: Sheet) -> int:
    return sum(len(line.split()) for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    """Yield the lines that say something, cleaned; the cells of a row are parted by tabs."""
    for text in _texts(sheet):
        plain = "\t".join(
            " ".join(cell.split())
            for cell in _COLUMNS.sub("\t", clean(text[:MAX_LINE].replace("\xa0", " "))).split("\t")
            if cell.strip()
        )
        if plain.strip(_FURNITURE):
            yield plain.strip(" |*•")


def _texts(sheet: Sheet) -> Iterator[str]:
    for block in sheet.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from _rows(block)


def _rows(grid: Grid) -> Iterator[str]:
    """Yield the lines of a table's rows; a cell that spans others is said once."""
    told: set[int] = set()
    for row in grid.rows:
        cells = {id(cell): cell.text for cell in row if id(cell) not in told}
        told |= cells.keys()
        yield from "\t".join(cells.values()).split("\n")
