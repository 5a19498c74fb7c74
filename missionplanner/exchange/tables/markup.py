"""Read tables out of HTML: pasted from a browser or a spreadsheet, or saved by a portal under ``.xls``."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.tables.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    Cell,
    Sheet,
    even,
    require_size,
)
from missionplanner.exchange.tables.workbooks import text_cell

_START = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b", re.I | re.S)
_ROWS, _TABLES = re.compile(r"<tr\b", re.I), re.compile(r"<table\b", re.I)
_SKIPPED = frozenset({"script", "style", "head", "title", "template"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})


def is_markup(data: bytes) -> bool:
    """Tell whether some bytes are HTML."""
    return _START.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def sheets_of(html: str, name: str) -> tuple[Sheet, ...]:
    """Return the tables of a page that hold more than one cell, the innermost of nested ones. Raises Invalid."""
    require_size(len(_ROWS.findall(html)), 1, name)
    if len(_TABLES.findall(html)) > MAX_SHEETS:
        raise Invalid(N_("This page holds more than {most} tables; it is not read."), most=MAX_SHEETS)
    parser = _Tables(name)
    parser.feed(html)
    parser.close()
    parser.finish()
    several = len(parser.tables) > 1
    named = [(f"{name} {number}" if several else name, rows) for number, rows in enumerate(parser.tables, 1)]
    return tuple(Sheet(title, even(rows, title)) for title, rows in named)


class _Tables(HTMLParser):
    """Gather cells; one that spans columns or rows says its text once, and leaves the others empty."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.tables: list[list[list[Cell]]] = []
        self._open: list[list[list[Cell]]] = []
        self._cell: list[str] | None = None
        self._taken: dict[int, int] = {}
        self._skipped = 0
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self.finish_cell()
            self._open.append([])
            self._taken = {}
        elif tag == "tr" and self._open:
            self.finish_cell()
            self._open[-1].append([])
            require_size(len(self._open[-1]), 1, self.name)
        elif tag in ("td", "th") and self._open:
            self.finish_cell()
            self._begin_cell(dict(attrs))
        elif tag in _BREAKS and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in ("td", "th", "tr"):
            self.finish_cell()
        elif tag == "table" and self._open:
            self.finish_cell()
            self._keep(self._open.pop())

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._skipped:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def finish(self) -> None:
        """Close what the page left open."""
        self.finish_cell()
        while self._open:
            self._keep(self._open.pop())

    def finish_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        joined = "".join(self._cell)
        lines = [" ".join(line.split()) for line in joined.split("\n")]
        text = text_cell("\n".join(line for line in lines if line), self.name)
        row = self._open[-1][-1]
        columns, rows = self._span
        place = len(row)
        row.append(text)
        row.extend([None] * (columns - 1))
        if rows > 1:
            self._taken.update({place + number: rows - 1 for number in range(columns)})
        self._cell = None

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._open[-1]:
            self._open[-1].append([])
        row = self._open[-1][-1]
        while self._taken.get(len(row), 0) > 0:
            self._taken[len(row)] -= 1
            row.append(None)
        require_size(1, len(row) + 1, self.name)
        self._cell = []
        columns, rows = (
            _number(attributes.get("colspan"), MAX_COLUMNS),
            _number(attributes.get("rowspan"), MAX_ROWS),
        )
        self._span = (columns, rows)

    def _keep(self, rows: list[list[Cell]]) -> None:
        if sum(cell is not None for row in rows for cell in row) > 1 and len(self.tables) < MAX_SHEETS:
            self.tables.append(rows)


def _number(text: str | None, most: int) -> int:
    """Return how far a cell spans, within the bounds."""
    plain = (text or "").strip()
    return min(max(int(plain), 1), most) if plain.isascii() and plain.isdigit() and len(plain) < 8 else 1
