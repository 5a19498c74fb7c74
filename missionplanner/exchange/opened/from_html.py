"""Lay out HTML: a page, a mail, what a word processor puts on the clipboard."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from missionplanner.domain.text import clean
from missionplanner.exchange.opened.from_text import line_of
from missionplanner.exchange.opened.sheet import (
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_LINE,
    MAX_LINES,
    MAX_MARKUP,
    MAX_TEXT,
    Cell,
    Grid,
    Line,
    Sheet,
    Source,
    too_deep,
    too_much,
    wide,
)

_EMBEDDED = re.compile(r"""data:[a-z/+.-]{0,60};base64,[^"'>)\s]{100,}""", re.I)
_STRUCTURED = "application/ld+json"
_HIDDEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "iframe", "object"})
_BREAKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "blockquote",
        "section",
        "article",
        "dt",
        "dd",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_TAGS = 200_000


@dataclass(slots=True)
class _OpenCell:
    blocks: list[Line | Grid] = field(default_factory=list)
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class _OpenTable:
    rows: list[list[_OpenCell]] = field(default_factory=list)


def sheet_of(text: str) -> Sheet:
    """Return a page as lines and tables; nothing is fetched. Raises Invalid for one too long or too deep."""
    shown = _EMBEDDED.sub("", text)
    if len(shown) > MAX_MARKUP or shown.count("<") > _MOST_TAGS:
        raise too_much()
    reader = _Reader()
    reader.feed(shown)
    reader.close()
    return Sheet(tuple(reader.finished()), structured=tuple(reader.structured))


class _Reader(HTMLParser):
    """Gather lines and cells. A table that holds a table only lays out a page: its cells are read in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Line | Grid] = []
        self._tables: list[_OpenTable] = []
        self._words: list[str] = []
        self.structured: list[str] = []
        self._data: list[str] | None = None
        self._hidden = 0
        self._bullet = self._heading = False
        self._lines = self._grids = self._characters = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and (dict(attrs).get("type") or "").lower() == _STRUCTURED:
            self._data = []
        elif tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self._tables:
            self._flush()
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._open_cell(dict(attrs))
        elif tag in _BREAKS:
            self._flush()
            self._bullet, self._heading = tag == "li", tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self.structured.append("".join(self._data))
            self._data = None
        elif tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table" and self._tables:
            self._close_table()
        elif tag in ("td", "th", "tr") or tag in _BREAKS:
            self._flush()
            self._bullet = self._heading = False

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif not self._hidden:
            self._characters += len(data)
            if self._characters > MAX_TEXT:
                raise too_much()
            self._words.append(data)

    def finished(self) -> list[Line | Grid]:
        """Close what is open and return everything."""
        self._flush()
        while self._tables:
            self._close_table()
        return self._blocks

    def _into(self) -> list[Line | Grid]:
        rows = self._tables[-1].rows if self._tables else []
        return rows[-1][-1].blocks if rows and rows[-1] else self._blocks

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())[:MAX_LINE]
        self._words.clear()
        if text:
            self._lines += 1
            if self._lines > MAX_LINES:
                raise too_much()
            line = line_of(text, Source("", line=self._lines), bullet=self._bullet, heading=self._heading)
            self._into().append(line)

    def _open_table(self) -> None:
        self._flush()
        if len(self._tables) == MAX_DEPTH:
            raise too_deep()
        self._tables.append(_OpenTable())

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        rows[-1].append(_OpenCell([], _count(attributes.get("colspan")), _count(attributes.get("rowspan"))))

    def _close_table(self) -> None:
        self._flush()
        rows = [row for row in self._tables.pop().rows if row]
        if any(isinstance(block, Grid) for row in rows for cell in row for block in cell.blocks):
            self._into().extend(block for row in rows for cell in row for block in cell.blocks)
        elif rows:
            self._grids += 1
            self._into().append(_grid(rows, self._grids))


def _count(text: str | None) -> int:
    return (
        max(1, min(int(text), MAX_COLUMNS)) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1
    )


def _grid(rows: list[list[_OpenCell]], table: int) -> Grid:
    """Return a table in which a cell that spans stands in every place it covers."""
    places: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(rows):
        column = 0
        for one in row:
            while (number, column) in places:
                column += 1
            text = "\n".join(block.text for block in one.blocks if isinstance(block, Line))
            line = next((block.source.line for block in one.blocks if isinstance(block, Line)), None)
            cell = Cell(clean(text[:MAX_LINE]), Source(text[:MAX_LINE], line, None, table, number + 1, column + 1))
            if column + one.across > MAX_COLUMNS:
                raise too_much()
            for down in range(min(one.down, len(rows) - number)):
                places |= {(number + down, column + across): cell for across in range(one.across)}
            column += one.across
    return _filled(places, len(rows), table)


def _filled(places: dict[tuple[int, int], Cell], count: int, table: int) -> Grid:
    width = max((column for _, column in places), default=0) + 1
    empty = Source("", table=table)
    rows = [
        [
            places.get((row, column)) or Cell("", replace(empty, row=row + 1, column=column + 1))
            for column in range(width)
        ]
        for row in range(count)
    ]
    return wide(rows)
