"""Lay out plain text: its encoding guessed, quotes of a mail taken off, tables of tabs as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.opened.bullets import bulleted
from missionplanner.exchange.opened.sheet import (
    MAX_COLUMNS,
    MAX_LINE,
    MAX_TEXT,
    Cell,
    Grid,
    Line,
    Sheet,
    Source,
    require_words,
    too_much,
    wide,
)

_QUOTE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+")
_PIECE = re.compile(r"\S+(?:[ \xa0]\S+)*")
_TAB = 4
_LEAST_ROWS = 2
_BINARY = 0.02
"""Share of characters no text has, above which a file is none."""


def decoded(data: bytes) -> str:
    """Return a text by its byte order mark, else as UTF-8, else as Windows writes Latin letters.

    Raises Invalid for what is no text.
    """
    if len(data) > 4 * MAX_TEXT:
        raise too_much()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    odd = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32), 0xFFFD))
    if odd > max(2, len(text) * _BINARY):
        raise Invalid(N_("This file holds no text that can be read."))
    return text


def sheet_of(text: str) -> Sheet:
    """Return a plain text as lines and tables. Raises Invalid for one that is too long."""
    lines = require_words(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Sheet(tuple(tabulated(numbered_lines(lines))))


def numbered_lines(lines: Iterable[str]) -> Iterator[Line]:
    """Yield lines with their numbers from 1, without the quote marks of a forwarded mail."""
    for number, line in enumerate(lines, 1):
        shown = (
            _QUOTE.sub("", line)[:MAX_LINE].expandtabs(_TAB)
            if "\t" not in line
            else _QUOTE.sub("", line)[:MAX_LINE]
        )
        yield line_of(shown, Source("", line=number))


def line_of(text: str, source: Source, *, bullet: bool = False, heading: bool = False) -> Line:
    """Return a cleaned line that knows where its pieces begin."""
    shown = clean("." + text)[1:] if text else ""
    pieces = tuple((float(piece.start()), piece[0]) for piece in _PIECE.finditer(shown.expandtabs(_TAB)))
    kept = Source(shown.strip(), source.line, source.page, source.table, source.row, source.column)
    return Line(shown, kept, pieces, bullet or bulleted(shown), heading)


def tabulated(lines: Iterable[Line]) -> Iterator[Line | Grid]:
    """Yield the lines with those that tabs part into columns as tables."""
    run: list[Line] = []
    table = 0
    for line in lines:
        if line.text.strip("\t").count("\t") or (run and "\t" in line.text and line.text.strip()):
            run.append(line)
            continue
        table += _is_table(run)
        yield from _run(run, table)
        run = []
        yield line
    yield from _run(run, table + 1)


def _is_table(run: Sequence[Line]) -> bool:
    """Tell whether lines with tabs are a table: several, of as many cells, and not just a time and a title."""
    counts = [line.text.count("\t") for line in run]
    return len(run) >= _LEAST_ROWS and min(counts) >= 1 and max(counts) >= 2 and "\t\t\t\t" not in run[0].text


def _run(run: Sequence[Line], table: int) -> Iterator[Line | Grid]:
    if not _is_table(run):
        yield from run
        return
    rows = []
    for number, line in enumerate(run, 1):
        cells = line.text.split("\t")[: MAX_COLUMNS + 1]
        rows.append(
            [
                Cell(text.strip().strip('"'), Source(text.strip(), line.source.line, None, table, number, column))
                for column, text in enumerate(cells, 1)
            ]
        )
    yield wide(rows)
