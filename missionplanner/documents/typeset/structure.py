"""Hold the logical structure of a document: what a screen reader reads, element by element (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Content(NamedTuple):
    """Be marked content: number ``mcid`` of page ``page``."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """Be an annotation, number ``number`` of the document's links, on page ``page``."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Role:
    """Be what an element is, apart from what it holds."""

    name: str
    language: str | None = None
    alt: str | None = None
    scope: str | None = None


@dataclass(slots=True, eq=False)
class Element:
    """Be one structure element."""

    role: Role
    kids: list[Element | Content | Annotation] = field(default_factory=list)
    number: int = 0

    def open(self, role: Role) -> Element:
        """Add a child element."""
        child = Element(role)
        self.kids.append(child)
        return child


def text_string(text: str) -> str:
    """Return a text as a PDF string: plain where it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex().upper()}>"


def number_from(root: Element, first: int) -> list[Element]:
    """Give every element an object number from ``first`` on; return them in that order, without empty ones."""
    _prune(root)
    ordered: list[Element] = []
    pending = [root]
    while pending:
        element = pending.pop()
        element.number = first + len(ordered)
        ordered.append(element)
        pending.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
    return ordered


def _prune(element: Element) -> bool:
    kept = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    element.kids[:] = kept
    return bool(kept) or element.role.alt is not None


def as_object(element: Element, parent: int, pages: list[int], annotation: Callable[[Annotation], int]) -> str:
    """Return an element as a PDF dictionary. ``pages`` are the pages' object numbers."""
    role = element.role
    out = [f"<</Type/StructElem/S/{role.name}/P {parent} 0 R"]
    if role.language:
        out.append(f"/Lang{text_string(role.language)}")
    if role.alt is not None:
        out.append(f"/Alt{text_string(role.alt)}")
    if role.scope:
        out.append(f"/A<</O/Table/Scope/{role.scope}>>")
    home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    if home is not None:
        out.append(f"/Pg {pages[home]} 0 R")
    kids = [_kid(kid, home, pages, annotation) for kid in element.kids]
    if kids:
        out.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    out.append(">>")
    return "".join(out)


def _kid(
    kid: Element | Content | Annotation,
    home: int | None,
    pages: list[int],
    annotation: Callable[[Annotation], int],
) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Content):
        if kid.page == home:
            return str(kid.mcid)
        return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"
    return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {annotation(kid)} 0 R>>"
