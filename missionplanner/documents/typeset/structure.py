"""Hold the structure of a document: elements, what of the pages belongs to them, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple


class Content(NamedTuple):
    """Be marked content: number ``mcid`` of page ``page``."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """Be an annotation, number ``number`` of the document's links, on page ``page``."""

    page: int
    number: int


@dataclass(frozen=True)
class Role:
    """Be what an element is, apart from what it holds. Placements of a block share the roles of its elements."""

    name: str
    language: str | None = None
    alt: str | None = None
    scope: str | None = None

    @cached_property
    def entries(self) -> str:
        """Return what of the element's dictionary does not depend on where it stands."""
        out = [f"<</S/{self.name}"]
        if self.language:
            out.append(f"/Lang{text_string(self.language)}")
        if self.alt is not None:
            out.append(f"/Alt{text_string(self.alt)}")
        if self.scope:
            out.append(f"/A<</O/Table/Scope/{self.scope}>>")
        return "".join(out)


role = lru_cache(maxsize=1024)(Role)
"""Return the role with these values; the same object for the same values, most of the time."""


@dataclass(slots=True, eq=False)
class Element:
    """Be one structure element."""

    role: Role
    kids: list[Element | Content | Annotation] = field(default_factory=list)
    number: int = 0
    above: int = 0
    """Number of the element, or of the root of the structure, that this one is in."""

    def open(self, role: Role) -> Element:
        """Add a child element."""
        child = Element(role)
        self.kids.append(child)
        return child


_HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair that stands for one character: no encoding has it."""


def text_string(text: str) -> str:
    """Return a text as a PDF string: plain where it is ASCII, else UTF-16. What is no character becomes U+FFFD."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    whole = _HALF.sub("\ufffd", text)
    return f"<{(chr(0xFEFF) + whole).encode('utf-16-be').hex().upper()}>"


def number_from(root: Element, first: int) -> list[Element]:
    """Give every element an object number from ``first`` on; return them in that order, without empty ones."""
    ordered: list[Element] = []
    _collect(root, ordered)
    for number, element in enumerate(ordered, first):
        element.number = number
        for kid in element.kids:
            if type(kid) is Element:
                kid.above = number
    return ordered


def _collect(element: Element, ordered: list[Element]) -> bool:
    """Append an element and what is below it, unless there is nothing to say or show in it."""
    place = len(ordered)
    ordered.append(element)
    empty: list[Element] = []
    for kid in element.kids:
        if type(kid) is Element and not _collect(kid, ordered):
            empty.append(kid)
    if empty:
        element.kids = [kid for kid in element.kids if kid not in empty]
    if element.kids or element.role.alt is not None:
        return True
    del ordered[place:]
    return False


def as_object(element: Element, pages: Sequence[int], annotation: Callable[[Annotation, int], int]) -> str:
    """Return an element as a PDF dictionary. ``pages`` are the pages' object numbers."""
    if len(element.kids) == 1 and type(element.kids[0]) is Content:  # as nearly all that are not lists
        page, mcid = element.kids[0]
        return f"{element.role.entries}/P {element.above} 0 R/Pg {pages[page]} 0 R/K[{mcid}]>>"
    home = -1
    kids: list[str] = []
    for kid in element.kids:
        if type(kid) is Element:
            kids.append(f"{kid.number} 0 R")
        elif type(kid) is Content:
            page, mcid = kid
            if home < 0:
                home = page
            kids.append(str(mcid) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mcid}>>")
        elif type(kid) is Annotation:
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {annotation(kid, element.number)} 0 R>>")
    shown = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    held = f"/K[{' '.join(kids)}]" if kids else ""
    return f"{element.role.entries}/P {element.above} 0 R{shown}{held}>>"
