"""Hold one document while it is laid out: pages, structure, bookmarks, links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
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


class Placing(NamedTuple):
    """Be where a page is put on a sheet: its lower left corner, and the scale it is drawn at."""

    x: float
    y: float
    scale: float = 1.0


class Page(Ink):
    """Be one page; its origin is the lower left corner. Drawn outside any element is an artifact.

    A page is a sheet of its own, or is put on one, as several of a booklet are.
    """

    def __init__(self, document: Document, width: float, height: float, sheet: Page | None = None) -> None:
        super().__init__(document.shaper)
        self.document = document
        self.index = len(document.pages)
        self.number = self.index - document.first + 1
        """Which page of its part it is, from 1: of a document that is one of several in a file, of its own."""
        self.width, self.height = width, height
        self.sheet: Page = sheet or self
        self.folio: int = len(document.sheets) if sheet is None else sheet.folio
        """Which sheet of the file it is on, from 0."""
        self.reference: int = document.file.reserve() if sheet is None else sheet.reference
        """The number of its sheet's object."""
        self.marked: list[int] = [] if sheet is None else sheet.marked
        """Object of the element of each piece of marked content of the sheet, by its number."""
        self.links: list[Linked] = [] if sheet is None else sheet.links
        self.placing: Placing | None = None
        self.put: list[Page] = []
        """The pages that are put on this sheet."""
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
        firsts = shape.firsts((above, self.reference, own, len(self.marked), link))
        lines = shape.structure % tuple(map(add, firsts, shape.offsets))
        file.put_all(enumerate(lines.split("\n"), own))
        self.marked += [own + offset for offset in shape.marked]
        parent.kids += [own + offset for offset in shape.tops]
        for number, (one, offset) in enumerate(shape.links, link):
            shown = self._on_sheet(one._replace(x=one.x + x, y=one.y + y))
            self.links.append(Linked(shown, number, own + offset))

    def _on_sheet(self, link: Link) -> Link:
        """Return a link where its box is on the sheet."""
        if self.placing is None:
            return link
        (x, y), scale = self.on_sheet(link.x, link.y), self.placing.scale
        return link._replace(x=x, y=y, width=link.width * scale, height=link.height * scale)

    def on_sheet(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is on its sheet."""
        if self.placing is None:
            return x, y
        left, bottom, scale = self.placing
        return left + x * scale, bottom + y * scale

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
        """Return the operators of the page, with those of the pages put on it."""
        self._close()
        out = list(self._out)
        for page in self.put:
            x, y, scale = page.placing or Placing(0.0, 0.0)
            out.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm\n{page.content().decode('latin-1')}\nQ")
        return "\n".join(out).encode("latin-1")

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
        element.kids.append(Content(self.folio, number))
        return f"/{element.role.name} <</MCID {number}>> BDC"

    def _close(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def _link(self, element: Element, link: Link) -> None:
        number = self.document.file.reserve()
        self.links.append(Linked(self._on_sheet(link), number, self.document.number(element)))
        element.kids.append(Annotation(self.folio, number))


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
        """The pages in the order they are read."""
        self.sheets: list[Page] = []
        """The sheets of the file; nearly always these are the pages."""
        self.scale = 1.0
        """What pages are drawn at that are sheets of their own."""
        self._places: list[tuple[Page, Placing]] = []
        self.bookmarks: list[Bookmark] = []
        self.first = 0
        """The index of the first page of the part under way."""
        self._depth = 0
        self.root = Element(Role("Document"))
        self._sections = [self.root]
        self._write = write

    @property
    def current(self) -> Element:
        """Return the element that what is tagged next becomes a child of."""
        return self._sections[-1]

    def page(self, width: float = A4[0], height: float = A4[1]) -> Page:
        """Begin a new page, sizes in points; it is put where ``impose`` said the next one goes."""
        if self._places:
            page = self._put(width, height, *self._places.pop(0))
        elif self.scale != 1.0:
            sheet = self._sheet(width * self.scale, height * self.scale)
            page = self._put(width, height, sheet, Placing(0, 0, self.scale))
        else:
            page = self._sheet(width, height)
        self.pages.append(page)
        return page

    def _sheet(self, width: float, height: float) -> Page:
        sheet = Page(self, width, height)
        self.sheets.append(sheet)
        return sheet

    def _put(self, width: float, height: float, sheet: Page, placing: Placing) -> Page:
        page = Page(self, width, height, sheet)
        page.placing = placing
        sheet.put.append(page)
        return page

    def impose(self, size: tuple[float, float], places: Sequence[tuple[int, Placing]]) -> list[Page]:
        """Say where the next pages go: which of new sheets of a size, and where on it; return the sheets."""
        sheets = [self._sheet(*size) for _ in range(1 + max(number for number, _ in places))]
        self._places = [(sheets[number], placing) for number, placing in places]
        return sheets

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
        self.bookmarks.append(Bookmark(title, page.folio, page.on_sheet(0, y)[1], level + self._depth))

    @contextmanager
    def part(self, title: str, lang: str | None = None) -> Iterator[None]:
        """Begin one of several documents in a file: its pages count from 1, its outline hangs below its title."""
        self.first = len(self.pages)
        self.bookmarks.append(Bookmark(title, len(self.sheets), A4[1], 0))
        self._depth = 1
        with self.section("Part", lang=lang):
            yield
        self._depth = 0

    def number(self, element: Element) -> int:
        """Return the number of an element's object, given when first asked for."""
        if not element.number:
            element.number = self.file.reserve()
        return element.number

    @property
    def fonts(self) -> set[str]:
        return {key for page in self._drawn for key in page.fonts}

    @property
    def images(self) -> dict[str, Image]:
        return {key: image for page in self._drawn for key, image in page.images.items()}

    @property
    def shadings(self) -> dict[str, Shading]:
        return {key: shading for page in self._drawn for key, shading in page.shadings.items()}

    @property
    def _drawn(self) -> Iterator[Page]:
        """Return all that was drawn on: every sheet, and every page put on one."""
        return chain(self.sheets, (page for page in self.pages if page.sheet is not page))

    def settle(self) -> None:
        """Let go of pages and structure, which are in the file by now."""
        for page in self._drawn:
            page.settle()
        self.root = Element(self.root.role)
        self._sections = [self.root]
        self.bookmarks = []
        self.file = PdfFile()

    def data(self) -> bytes:
        """Return the file. From the first call on, the batch's fonts are settled."""
        return self._write(self)
