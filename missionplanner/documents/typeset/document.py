"""Hold one document while it is laid out: pages, structure, bookmarks, links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import add
from typing import NamedTuple, NoReturn

from missionplanner.documents.typeset.block import Block, refuse_address
from missionplanner.documents.typeset.file import PdfFile
from missionplanner.documents.typeset.images import Image, Shading
from missionplanner.documents.typeset.ink import Ink
from missionplanner.documents.typeset.shaping import Shaper
from missionplanner.documents.typeset.stamp import Link, Shape
from missionplanner.documents.typeset.structure import Annotation, Content, Element, Role

A4 = (595.276, 841.89)


@dataclass(frozen=True, slots=True)
class Facts:
    """Be what a file says of itself. ``created`` is aware; it is also the date of change."""

    title: str
    lang: str
    author: str
    subject: str
    created: dt.datetime
    producer: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    title: str
    page: int
    y: float
    level: int


class Linked(NamedTuple):
    """Be a link of a page, its object number, and that of its structure element."""

    link: Link
    number: int
    owner: int


class _Settled(list[str]):
    """Stand where a page's operators were."""

    def append(self, _: object, /) -> NoReturn:
        raise RuntimeError("this document is settled: another one of its batch was begun")

    extend = append


class Page(Ink):
    """Be one page; its origin is the lower left corner. Drawn outside any element is an artifact."""

    def __init__(self, document: Document, width: float, height: float) -> None:
        super().__init__(document.shaper)
        self.document = document
        self.index = len(document.pages)
        self.number = document.file.reserve()
        self.width, self.height = width, height
        self.marked: list[int] = []
        """Object of the element of each piece of marked content, by its number."""
        self.links: list[Linked] = []
        self._out: list[str] = []
        self._open: Element | str | None = None
        self._stack: list[Element | str] = []

    def place(self, block: Block, x: float, y: float) -> None:
        """Put a block's top left corner at x, y; its elements become children of what is open here."""
        operators, shape = block.stamp
        if self._open is not None:
            self._close()
        first = len(self.marked)
        self._out.append(operators % (x, y, *range(first, first + len(shape.marked))))
        if shape.size:
            self._structure(shape, x, y)
        self.fonts |= block.fonts
        if block.images:
            self.images.update(block.images)
        if block.shadings:
            self.shadings.update(block.shadings)

    def _structure(self, shape: Shape, x: float, y: float) -> None:
        """Write the elements of a block that is being placed."""
        file, parent = self.document.file, self.document.current
        own = file.reserve(shape.size)
        link = file.reserve(len(shape.links)) if shape.links else 0
        above = parent.number or self.document.number(parent)
        firsts = shape.firsts((above, self.number, own, len(self.marked), link))
        lines = shape.structure % tuple(map(add, firsts, shape.offsets))
        file.put_all(enumerate(lines.split("\n"), own))
        self.marked += [own + offset for offset in shape.marked]
        parent.kids += [own + offset for offset in shape.tops]
        for number, (one, offset) in enumerate(shape.links, link):
            self.links.append(Linked(one._replace(x=one.x + x, y=one.y + y), number, own + offset))

    @contextmanager
    def artifact(self, kind: str = "Pagination") -> Iterator[None]:
        """Draw what repeats on every page and is no content."""
        self._stack.append(f"/Artifact <</Type/{kind}>> BDC")
        try:
            yield
        finally:
            self._stack.pop()

    @contextmanager
    def link(self, address: str, x: float, y: float, w: float, h: float) -> Iterator[None]:
        """Make what is drawn inside a link: https, mailto or tel, over a box."""
        refuse_address(address)
        element = self._parent().open(Role("Link", alt=address))
        self._link(element, Link(address, x, y, w, h))
        with self._inside(element):
            yield

    def content(self) -> bytes:
        """Return the page's operators."""
        self._close()
        return "\n".join(self._out).encode("latin-1")

    def settle(self) -> None:
        """Let go of what was drawn: it is in the file, and nothing can be added."""
        self._out = _Settled()
        self.marked, self.links = [], []
        self.fonts, self.images, self.shadings = set(), {}, {}

    @contextmanager
    def _tagged(self, role: Role) -> Iterator[None]:
        with self._inside(self._parent().open(role)):
            yield

    @contextmanager
    def _inside(self, element: Element) -> Iterator[None]:
        self._stack.append(element)
        self.document.enter(element)
        try:
            yield
        finally:
            self.document.leave()
            self._stack.pop()

    def _parent(self) -> Element:
        return self.document.current

    def _emit(self, operators: str) -> None:
        target: Element | str = self._stack[-1] if self._stack else "/Artifact BMC"
        if self._open is not target:
            self._close()
            self._out.append(target if isinstance(target, str) else self._begin(target))
            self._open = target
        self._out.append(operators)

    def _begin(self, element: Element) -> str:
        number = len(self.marked)
        self.marked.append(self.document.number(element))
        element.kids.append(Content(self.index, number))
        return f"/{element.role.name} <</MCID {number}>> BDC"

    def _close(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def _link(self, element: Element, link: Link) -> None:
        number = self.document.file.reserve()
        self.links.append(Linked(link, number, self.document.number(element)))
        element.kids.append(Annotation(self.index, number))


class Document:
    """Be a document under way. ``data`` gives its bytes once every document of the batch is laid out.

    It can be drawn on until the next document of its batch is begun, or its data asked for.
    """

    def __init__(self, shaper: Shaper, facts: Facts, write: Callable[[Document], bytes]) -> None:
        """Begin a document; ``write`` gives its bytes when ``data`` is asked for."""
        self.shaper = shaper
        self.facts = facts
        self.file = PdfFile()
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        self.root = Element(Role("Document"))
        self._sections = [self.root]
        self._write = write

    @property
    def current(self) -> Element:
        """Return the element that what is tagged next becomes a child of."""
        return self._sections[-1]

    def page(self, width: float = A4[0], height: float = A4[1]) -> Page:
        """Begin a new page, sizes in points."""
        page = Page(self, width, height)
        self.pages.append(page)
        return page

    @contextmanager
    def section(
        self, name: str, *, lang: str | None = None, alt: str | None = None, scope: str | None = None
    ) -> Iterator[None]:
        """Open an element that may span blocks and pages."""
        self.enter(self.current.open(Role(name, lang, alt, scope)))
        try:
            yield
        finally:
            self.leave()

    def enter(self, element: Element) -> None:
        self._sections.append(element)

    def leave(self) -> None:
        self._sections.pop()

    def bookmark(self, title: str, page: Page, y: float, level: int = 0) -> None:
        """Add a line to the outline readers show beside the pages."""
        self.bookmarks.append(Bookmark(title, page.index, y, level))

    def number(self, element: Element) -> int:
        """Return the number of an element's object, given when first asked for."""
        if not element.number:
            element.number = self.file.reserve()
        return element.number

    @property
    def fonts(self) -> set[str]:
        return {key for page in self.pages for key in page.fonts}

    @property
    def images(self) -> dict[str, Image]:
        return {key: image for page in self.pages for key, image in page.images.items()}

    @property
    def shadings(self) -> dict[str, Shading]:
        return {key: shading for page in self.pages for key, shading in page.shadings.items()}

    def settle(self) -> None:
        """Let go of pages and structure, which are in the file by now."""
        for page in self.pages:
            page.settle()
        self.root = Element(self.root.role)
        self._sections = [self.root]
        self.bookmarks = []
        self.file = PdfFile()

    def data(self) -> bytes:
        """Return the file. From the first call on, the batch's fonts are settled."""
        return self._write(self)
