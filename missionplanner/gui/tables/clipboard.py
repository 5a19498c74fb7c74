"""Write cells for the clipboard and read what a spreadsheet put there."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Grid = list[list[str]]
MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""More is never read of what somebody pastes."""
_CELL = "border:1px solid #8692A2;padding:3px 6px;vertical-align:top"


def as_text(grid: Sequence[Sequence[str]]) -> str:
    """Return cells as lines with tabs between them; a cell of several lines stands in quotes."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(grid)
    return out.getvalue().removesuffix("\n")


def as_html(grid: Sequence[Sequence[str]], headings: Sequence[str] = ()) -> str:
    """Return cells as a table for Word, e-mail and spreadsheets; every text is escaped and stays a text."""
    head = "".join(f'<th style="{_CELL};text-align:left">{escape(one)}</th>' for one in headings)
    rows = [f"<tr>{head}</tr>"] if headings else []
    for line in grid:
        cells = (escape(one).replace("\n", "<br>") for one in line)
        rows.append(
            "<tr>"
            + "".join(f"<td style=\"{_CELL};mso-number-format:'\\@'\">{one}</td>" for one in cells)
            + "</tr>"
        )
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f'<table style="border-collapse:collapse">{"".join(rows)}</table></body></html>'
    )


def grid_of(text: str, html: str = "") -> Grid:
    """Return the cells of what is on the clipboard: of its text, else of the first table of its HTML.

    Rows are of one width; rows and columns at the end without anything are left out.
    """
    grid = _of_text(text) if text.strip() else _of_html(html)
    while grid and not any(grid[-1]):
        grid.pop()
    width = max((len(line) for line in grid), default=0)
    return [line + [""] * (width - len(line)) for line in grid]


def _of_text(text: str) -> Grid:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").replace("\0", "")
    if "\t" not in plain and '"' not in plain:
        return [[line.strip()] for line in plain.split("\n")[:MOST_ROWS]]
    found: Grid = []
    reader = csv.reader(io.StringIO(plain), dialect="excel-tab", strict=False)
    try:
        for line in reader:
            found.append([cell.strip() for cell in line[:MOST_COLUMNS]])
            if len(found) >= MOST_ROWS:
                break
    except csv.Error:  # a cell longer than any that is typed
        return [
            [cell.strip() for cell in line.split("\t")[:MOST_COLUMNS]] for line in plain.split("\n")[:MOST_ROWS]
        ]
    return found


class _Table(HTMLParser):
    """Gather the cells of the first table."""

    def __init__(self) -> None:
        super().__init__()
        self.grid: Grid = []
        self._cell: list[str] | None = None
        self._over = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if self._over or len(self.grid) > MOST_ROWS:
            return
        if tag == "tr":
            self.grid.append([])
        elif tag in ("td", "th"):
            self._close()
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._close()
        elif tag == "table" and self.grid:
            self._close()
            self._over = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None and self.grid and len(self.grid[-1]) < MOST_COLUMNS:
            lines = "".join(self._cell).replace("\xa0", " ").split("\n")
            self.grid[-1].append("\n".join(" ".join(line.split()) for line in lines).strip())
        self._cell = None


def _of_html(html: str) -> Grid:
    parser = _Table()
    parser.feed(html)
    parser.close()
    return [line for line in parser.grid if line]
