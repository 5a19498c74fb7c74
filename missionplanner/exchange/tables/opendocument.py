"""Find how far the sheets of an OpenDocument file reach: cells and rows there are written once and repeated."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from missionplanner.base.errors import Damaged
from missionplanner.base.messages import N_
from missionplanner.exchange.tables.sheets import MAX_SHEETS, require_size

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CELLS = frozenset({f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"})


def require_bounds(chunks: Iterable[bytes]) -> None:
    """Refuse ``content.xml`` whose filled cells reach too far. Raises Invalid and Damaged."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reach = _Reach()
    parser.StartElementHandler = reach.opened
    parser.EndElementHandler = reach.closed
    parser.CharacterDataHandler = reach.text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged(N_("This file is damaged or incomplete; nothing was taken from it.")) from error


class _Reach:
    """Keep count of rows and columns while the elements of a document pass."""

    def __init__(self) -> None:
        self.sheets = self.rows = self.columns = self.widest = 0
        self.name = ""
        self.repeated = 1
        self.filled_row = False
        self.span = 0
        self.filled_cell = False

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS:
            self.span = _number(attributes, "number-columns-repeated")
            self.filled_cell = any(name.startswith(_OFFICE) for name in attributes)
        elif tag == f"{_TABLE} table-row":
            self.repeated = _number(attributes, "number-rows-repeated")
            self.columns = 0
            self.filled_row = False
        elif tag == f"{_TABLE} table":
            self.name = attributes.get(f"{_TABLE} name", "")[:60]
            self.rows = self.widest = 0
            self.sheets += 1
            if self.sheets > MAX_SHEETS:
                raise Damaged(N_("This file holds more than {most} sheets; it is not read."), most=MAX_SHEETS)

    def text(self, text: str) -> None:
        self.filled_cell = self.filled_cell or (self.span > 0 and not text.isspace())

    def closed(self, tag: str) -> None:
        if tag in _CELLS:
            self.columns += self.span
            self.span = 0
            if self.filled_cell:
                self.filled_row = True
                self.widest = max(self.widest, self.columns)
                require_size(self.rows, self.widest, self.name)
        elif tag == f"{_TABLE} table-row":
            if self.filled_row:
                require_size(self.rows + self.repeated, self.widest, self.name)
            self.rows += self.repeated


def _number(attributes: dict[str, str], name: str) -> int:
    """Return how often a cell or row is repeated; what is no number is once."""
    text = attributes.get(f"{_TABLE} {name}", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 10 else 1
