"""Lay out a Word document: paragraphs and tables in their order, merged cells, lists, text boxes.

Only the document itself is read out of the archive, entry by entry and bounded; nothing it points to is
opened, and one that declares entities is refused.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange import zipped
from missionplanner.exchange.opened.from_text import line_of, tabulated
from missionplanner.exchange.opened.sheet import (
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_LINE,
    MAX_LINES,
    Cell,
    Grid,
    Line,
    Sheet,
    Source,
    too_deep,
    too_much,
    wide,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT = "word/document.xml"
_MAX_ENTRIES = 5_000
_MAX_DOCUMENT = 6 * 1024 * 1024
"""Bytes of its markup: as much as a tree of elements may take of the memory."""
_SKIPPED = frozenset(
    {_FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delText", f"{_W}del", f"{_W}txbxContent"}
)
_BLANKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def sheet_of(data: bytes) -> Sheet:
    """Return a document as lines and tables. Raises Invalid for one that is damaged, too large or too deep."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            document = _document(archive)
    except zipped.DAMAGED as error:
        raise _damaged() from error
    if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
        raise Invalid(N_("This document declares entities, which no word processor writes; it is not read."))
    document = document.replace(_STRICT, _W[1:-1].encode())
    try:
        root = ElementTree.fromstring(document)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _damaged() from error
    body = root.find(f"{_W}body")
    reader = _Reader()
    blocks = list(reader.blocks(body if body is not None else root, 0))
    return Sheet(tuple(_with_tabs(blocks)))


def _document(archive: zipfile.ZipFile) -> bytes:
    if len(archive.infolist()) > _MAX_ENTRIES:
        raise too_much()
    if _DOCUMENT not in archive.namelist():
        raise Invalid(N_("This file is no Word document: it holds no text."))
    with archive.open(_DOCUMENT) as entry:
        document = entry.read(_MAX_DOCUMENT + 1)
    if len(document) > _MAX_DOCUMENT:
        raise too_much()
    return document


def _damaged() -> Invalid:
    return Invalid(
        N_("This Word document is damaged, or is none; documents of Word 97 (.doc) must be saved as .docx.")
    )


def _with_tabs(blocks: list[Line | Grid]) -> Iterator[Line | Grid]:
    """Yield the blocks with paragraphs that tabs part into columns as tables."""
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            run.append(block)
            continue
        yield from tabulated(run)
        run = []
        yield block
    yield from tabulated(run)


class _Reader:
    """Count lines and tables on the way through a document."""

    def __init__(self) -> None:
        self._lines = self._tables = self._cells = 0

    def blocks(self, parent: ElementTree.Element, depth: int) -> Iterator[Line | Grid]:
        """Yield the paragraphs and tables within an element."""
        if depth > MAX_DEPTH:
            raise too_deep()
        for child in parent:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                yield self._table(child, depth)
            elif child.tag not in _SKIPPED:
                yield from self.blocks(child, depth + 1)

    def _paragraph(self, paragraph: ElementTree.Element, depth: int) -> Iterator[Line | Grid]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = (style.get(f"{_W}val") or "") if style is not None else ""
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith(("List", "Elenco", "Lista"))
        for text in _text(paragraph).split("\n"):
            self._lines += 1
            if self._lines > MAX_LINES:
                raise too_much()
            source = Source("", line=self._lines)
            heading = name.startswith(("Head", "Tit", "berschrift", "Kop", "Ttulo"))
            yield line_of(text[:MAX_LINE], source, bullet=listed, heading=heading)
        for box in _boxes(paragraph):
            yield from self.blocks(box, depth + 1)

    def _table(self, table: ElementTree.Element, depth: int) -> Grid:
        if depth >= MAX_DEPTH:
            raise too_deep()
        self._tables += 1
        number = self._tables
        rows: list[list[Cell]] = []
        for count, row in enumerate(_parts(table, f"{_W}tr"), 1):
            if count > MAX_LINES:
                raise too_much()
            rows.append(self._row(row, rows[-1] if rows else [], (number, count), depth))
        return wide(rows)

    def _row(self, row: ElementTree.Element, above: list[Cell], place: tuple[int, int], depth: int) -> list[Cell]:
        skipped = _number(row.find(f"{_W}trPr/{_W}gridBefore"))
        cells = [Cell("", Source("", table=place[0], row=place[1], column=one + 1)) for one in range(skipped)]
        for one in _parts(row, f"{_W}tc"):
            across = _number(one.find(f"{_W}tcPr/{_W}gridSpan")) or 1
            merge = one.find(f"{_W}tcPr/{_W}vMerge")
            if len(cells) + across > MAX_COLUMNS:
                raise too_much()
            if merge is not None and merge.get(f"{_W}val") != "restart" and len(cells) < len(above):
                cells += [above[len(cells)]] * across
                continue
            self._cells += 1
            text = clean(self._cell_text(one, depth)[:MAX_LINE])
            cells += [Cell(text, Source(text, None, None, *place, len(cells) + 1))] * across
        return cells

    def _cell_text(self, cell: ElementTree.Element, depth: int) -> str:
        """Return the lines of a cell; a table within it is read row by row."""
        if self._cells > MAX_LINES * 10:
            raise too_much()
        lines: list[str] = []
        for block in self.blocks(cell, depth + 1):
            if isinstance(block, Line):
                lines.append(block.text)
            else:
                lines += ["  ".join(dict.fromkeys(one.text for one in row if one.text)) for row in block.rows]
        return "\n".join(line for line in lines if line.strip())


def _parts(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield rows or cells, also those within a content control."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _parts(child, tag)


def _number(element: ElementTree.Element | None) -> int:
    value = element.get(f"{_W}val") if element is not None else None
    return min(int(value), MAX_COLUMNS) if value is not None and value.isdigit() and len(value) < 5 else 0


def _text(paragraph: ElementTree.Element) -> str:
    """Return the words of a paragraph without those struck out, and without its text boxes."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag in _BLANKS:
            words.append(_BLANKS[element.tag])
        else:
            waiting.extend(reversed(element))
    return "".join(words)


def _boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the text boxes that stand at a paragraph, once each."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _FALLBACK:
            continue
        if element.tag == f"{_W}txbxContent":
            yield element
        else:
            waiting.extend(reversed(element))
