"""Find fields in the markup of a document, also where Word has split them over several runs of text.

A paragraph is read as one text; what replaces a field takes the look of where the field begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from missionplanner.base.errors import Damaged
from missionplanner.base.messages import N_
from missionplanner.exchange.letters.archive import fetches

Element = Any
"""An element of markup, as the library gives it."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, T, R, BR, TAB = f"{W}p", f"{W}t", f"{W}r", f"{W}br", f"{W}tab"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
MARK = re.compile(r"\{\{\s*([#/^?]?)\s*([A-Za-z_][A-Za-z0-9_.]{0,80})\s*\}\}")
_FETCHING = re.compile(
    r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|RD|MACROBUTTON|QUOTE)\b", re.IGNORECASE
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Mark:
    """Be a field or one end of a section: where in its paragraph's text it stands.

    ``sign`` is # (for each, or where
    known), ? (where known), ^ (where not), / (the end of these) or ""."""

    paragraph: Element
    start: int
    end: int
    sign: str
    name: str


def parsed(part: bytes) -> Element:
    """Return the root of a part's markup. Raises Damaged where it is none, Invalid where it would fetch things."""
    from docx.oxml.parser import parse_xml

    try:
        root = parse_xml(part)
    except (SyntaxError, ValueError, LookupError) as error:  # what the library raises for broken markup
        raise Damaged(N_("This Word document is damaged or incomplete; nothing was taken from it.")) from error
    if next(root.iter(f"{W}altChunk", f"{W}subDoc"), None) is not None:
        raise fetches()
    for paragraph in root.iter(P):
        told = "".join(one.text or "" for one in paragraph.iter(f"{W}instrText"))
        told += " ".join(one.get(f"{W}instr") or "" for one in paragraph.iter(f"{W}fldSimple"))
        if _FETCHING.search(told):
            raise fetches()
    return root


def written(root: Element) -> bytes:
    """Return markup as the bytes of a part."""
    from docx.opc.oxml import serialize_part_xml

    return bytes(serialize_part_xml(root))


def pieces(paragraph: Element) -> list[Element]:
    """Return the texts of a paragraph in order, without those of text boxes in it."""
    return [one for one in paragraph.iter(T) if _home(one) is paragraph]


def _home(element: Element) -> Element:
    above = element.getparent()
    while above is not None and above.tag != P:
        above = above.getparent()
    return above


def text_of(paragraph: Element) -> str:
    return "".join(one.text or "" for one in pieces(paragraph))


def marks(root: Element) -> Iterator[Mark]:
    """Give every field and end of a section under an element, in order."""
    for paragraph in root.iter(P):
        text = text_of(paragraph)
        if "{{" in text:
            for found in MARK.finditer(text):
                yield Mark(paragraph, found.start(), found.end(), found.group(1), found.group(2).lower())


def replace(paragraph: Element, start: int, end: int, value: str) -> None:
    """Put a text in the place of characters of a paragraph, in the look of the first of them."""
    at = 0
    first = True
    for piece in pieces(paragraph):
        text = piece.text or ""
        begin, stop = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if stop <= begin:
            continue
        piece.text = text[:begin] + (value if first else "") + text[stop:]
        piece.set(_SPACE, "preserve")
        first = False


def break_lines(root: Element) -> None:
    """Turn line ends and tabs within texts into those of Word."""
    for piece in list(root.iter(T)):
        text = piece.text or ""
        if "\n" not in text and "\t" not in text:
            continue
        parts = re.split(r"([\n\t])", text)
        piece.text = parts[0]
        last = piece
        for part in parts[1:]:
            new = piece.makeelement({"\n": BR, "\t": TAB}.get(part, T), {})
            if part not in ("\n", "\t"):
                new.text = part
                new.set(_SPACE, "preserve")
            last.addnext(new)
            last = new


def is_empty(block: Element) -> bool:
    """Tell whether a paragraph, row or table shows nothing: no text, no picture, no end of a section of pages."""
    if any((one.text or "").strip() for one in block.iter(T)):
        return False
    return next(block.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sectPr"), None) is None


def copied(blocks: list[Element]) -> list[Element]:
    """Return copies of blocks without their bookmarks, whose names have to be unique."""
    made = [deepcopy(one) for one in blocks]
    for block in made:
        for one in list(block.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)
    return made


def mend(root: Element) -> None:
    """Give cells left without a paragraph an empty one; take away tables left without rows but their heads."""
    for table in list(root.iter(TABLE)):
        if all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(ROW)):
            table.getparent().remove(table)
    for cell in root.iter(CELL):
        if len(cell) == 0 or cell[-1].tag != P:
            cell.append(cell.makeelement(P, {}))
