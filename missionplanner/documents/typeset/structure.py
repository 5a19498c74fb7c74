"""Hold the structure of a document: elements, what of the pages belongs to them, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple


class Content(NamedTuple):
    """Be marked content: number ``mcid`` of page ``page``."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """Be an annotation, object ``number``, on page ``page``."""

    page: int
    number: int


@dataclass(frozen=True, eq=False)
class Role:
    """Be what an element is, apart from what it holds. Placements of a block share the roles of its elements.

    Roles are told apart by identity: they are in the keys of caches, and ``role`` gives the same for the same.
    """

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
        if self.alt:
            out.append(f"/Alt{text_string(self.alt)}")
        if self.scope:
            out.append(f"/A<</O/Table/Scope/{self.scope}>>")
        return "".join(out)

    @cached_property
    def template(self) -> str:
        """Return the entries as part of a template for ``%``."""
        return self.entries.replace("%", "%%")

    @cached_property
    def marked(self) -> str:
        """Return the dictionary of an element that is one piece of marked content, as a template."""
        return f"{self.template}/P %d 0 R/Pg %d 0 R/K[%d]>>"

    @cached_property
    def begins(self) -> str:
        """Return the operator that begins marked content, as a template of a template."""
        return f"/{self.name} <</MCID %%d>> BDC"


role = lru_cache(maxsize=1024)(Role)
"""Return the role with these values; the same object for the same values, most of the time."""


@dataclass(slots=True, eq=False)
class Element:
    """Be one structure element. Among its kids, a number is the object of an element of a placed block."""

    role: Role
    kids: list[Element | Content | Annotation | int] = field(default_factory=list)
    number: int = 0
    """Number of its object, 0 as long as nobody asked for it."""
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


def living(root: Element) -> list[Element]:
    """Return the root and what is below it, without elements that neither hold nor say anything."""
    ordered = [root]
    kept: list[Element | Content | Annotation | int] = []
    for kid in root.kids:
        if type(kid) is Element:
            below = living(kid)
            if not below[0].kids and kid.role.alt is None:
                continue
            ordered += below
        kept.append(kid)
    root.kids = kept
    return ordered


def as_object(element: Element, pages: Sequence[int]) -> str:
    """Return an element as a PDF dictionary. ``pages`` are the pages' object numbers."""
    home = -1
    kids: list[str] = []
    for kid in element.kids:
        if type(kid) is Content:
            page, mcid = kid
            if home < 0:
                home = page
            kids.append(str(mcid) if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mcid}>>")
        elif type(kid) is Annotation:
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
        else:
            kids.append(f"{kid.number if type(kid) is Element else kid} 0 R")
    shown = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    held = f"/K[{' '.join(kids)}]" if kids else ""
    return f"{element.role.entries}/P {element.above} 0 R{shown}{held}>>"
