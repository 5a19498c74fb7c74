"""Put pieces of any height on pages: measure, paginate, draw. What belongs together stays together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from missionplanner.documents.content.values import Frame
from missionplanner.documents.parts.colophon import ABOVE, colophon
from missionplanner.documents.parts.furniture import furnish, head_block
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.spot import Spot
from missionplanner.documents.typeset import Block, Document, Page

GONE_ALONG = 60.0
"""Height of what goes over to a last page that held nothing but who paid, in points; two pieces at least."""


@dataclass(frozen=True, eq=False)
class Holder:
    """Be an element that holds pieces over pages, a table or a list.

    ``again`` heads it on every further page; it repeats what was said, so that its block has no elements.
    """

    role: str
    alt: str | None = None
    again: Piece | None = None


@dataclass(frozen=True, eq=False)
class Piece:
    """Be something no page break goes through. ``draw`` gives its block, ``height`` is in points.

    ``above`` is the gap before it, dropped at the top of a page. ``kept`` keeps it with the next piece, ``fresh``
    begins a page, ``opens`` says that it heads what it is inside of. ``key`` names the record it shows, ``title``
    its line in the outline.
    """

    height: float
    draw: Callable[[], Block]
    above: float = 0.0
    kept: bool = False
    fresh: bool = False
    inside: Holder | None = None
    opens: bool = False
    key: str = ""
    title: str = ""


def drawn(block: Block) -> Callable[[], Block]:
    """Return what gives a block that is drawn already: its words need not be kept until the pages are known."""
    return lambda: block


@dataclass(slots=True)
class Laid:
    """Be a page that fills up: what stands on it, from the top down, and the room left in points."""

    left: float
    pieces: list[tuple[Piece, float]] = field(default_factory=list)
    """Each with the gap above it."""


def paginated(pieces: Sequence[Piece], first_room: float, room: float) -> list[Laid]:
    """Place pieces on pages in their order; the first page offers ``first_room`` points."""
    pages = [Laid(first_room)]
    at = 0
    while at < len(pieces):
        stop = _together(pieces, at, room)
        group = pieces[at:stop]
        here = pages[-1]
        if (group[0].fresh and here.pieces) or not _fits(here, group):
            if here.pieces or here.left < room:
                pages.append(Laid(room))
            _repeat(pages[-1], group[0])
        for piece in group:
            gap = piece.above if pages[-1].pieces else 0.0
            if pages[-1].left < gap + piece.height and pages[-1].pieces:
                pages.append(Laid(room))
                _repeat(pages[-1], piece)
                gap = 0.0
            pages[-1].pieces.append((piece, gap))
            pages[-1].left -= gap + piece.height
        at = stop
    return pages


def _together(pieces: Sequence[Piece], at: int, room: float) -> int:
    """Return the end of what stays together from a piece on; no more than a page holds."""
    stop, used = at + 1, pieces[at].height
    while stop < len(pieces) and pieces[stop - 1].kept and not pieces[stop].fresh:
        used += pieces[stop].above + pieces[stop].height
        if used > room:
            break
        stop += 1
    return stop


def _fits(page: Laid, group: Sequence[Piece]) -> bool:
    need = sum(piece.height + piece.above for piece in group)
    return need - (0.0 if page.pieces else group[0].above) <= page.left


def _repeat(page: Laid, piece: Piece) -> None:
    """Begin a page inside a table with its heading."""
    again = piece.inside.again if piece.inside is not None else None
    if again is not None and not piece.opens:
        page.pieces.append((again, 0.0))
        page.left -= again.height


def _make_room(pages: list[Laid], room: float) -> None:
    """Add a page for what closes a document; the last pieces go along, so that it is not alone there."""
    last, page = pages[-1], Laid(room)
    pages.append(page)
    at, least = len(last.pieces), 0.0
    while at > 0 and (least < GONE_ALONG or len(last.pieces) - at < 2):
        at -= 1
        least += last.pieces[at][0].height
    while at > 0 and last.pieces[at - 1][0].kept:
        at -= 1
    if at < len(last.pieces) // 2:
        return
    _repeat(page, last.pieces[at][0])
    for piece, gap in last.pieces[at:]:
        above = gap if page.pieces else 0.0
        page.pieces.append((piece, above))
        page.left -= above + piece.height
    del last.pieces[at:]


@dataclass(frozen=True)
class Opening:
    """Be what a first page begins with: its height, and how it is drawn."""

    height: float
    draw: Callable[[Page], None]


def lay_out(
    setter: Setter,
    document: Document,
    frame: Frame,
    pieces: Sequence[Piece],
    opening: Opening | None = None,
    cover: Callable[[int], None] | None = None,
) -> int:
    """Draw pieces into a document, the first page with an opening; return how many pages it has.

    ``cover`` draws a page before them, which also says who paid; it is told how many pages there are in all.
    """
    sheet = setter.sheet
    first = sheet.height - opening.height - sheet.bottom if opening else sheet.room
    pages = paginated(pieces, first, sheet.room)
    closing = colophon(setter, frame) if cover is None else None
    if closing is not None and pages[-1].left < closing.height + ABOVE:
        _make_room(pages, sheet.room)
    head = head_block(setter, frame)
    before = 0 if cover is None else 1
    if cover is not None:
        cover(len(pages) + before)
    with ExitStack() as stack:
        under_way: list[Holder | None] = [None]
        for number, laid in enumerate(pages):
            page = document.page(sheet.width, sheet.height)
            y = sheet.ceiling
            if number == 0 and opening is not None:
                opening.draw(page)
                y = sheet.height - opening.height
            count = (number + 1 + before, len(pages) + before)
            furnish(setter, page, frame, count, head if number or not opening else None)
            for piece, gap in laid.pieces:
                y -= gap
                _draw(setter, document, page, piece, y, (stack, under_way))
                y -= piece.height
        stack.close()
        if closing is not None:
            document.pages[-1].place(closing, sheet.left, sheet.bottom + closing.height)
    return len(pages) + before


def _draw(
    setter: Setter,
    document: Document,
    page: Page,
    piece: Piece,
    y: float,
    state: tuple[ExitStack, list[Holder | None]],
) -> None:
    stack, under_way = state
    if piece.inside is not under_way[0]:
        stack.close()
        under_way[0] = piece.inside
        if piece.inside is not None:
            stack.enter_context(document.section(piece.inside.role, alt=piece.inside.alt))
    if piece.inside is not None and piece is piece.inside.again:
        with page.artifact("Pagination"):
            page.place(piece.draw(), setter.sheet.left, y)
        return
    if piece.title:
        document.bookmark(piece.title, page, y + 6)
    page.place(piece.draw(), setter.sheet.left, y)
    if setter.spots is not None and piece.key:
        top = setter.sheet.height - y
        left = setter.sheet.left
        setter.spots.append(
            Spot(page.index, piece.key, left, top, left + setter.sheet.measure, top + piece.height)
        )
