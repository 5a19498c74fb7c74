"""Make a programme: cover, days with parallel groups, delegation, hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from missionplanner.documents import pagination, typography
from missionplanner.documents.content.for_all import programme_blocks, programme_content, programme_told
from missionplanner.documents.content.pairing import paired
from missionplanner.documents.content.values import Listing, ProgrammeContent
from missionplanner.documents.cover import CoverLook, draw_cover
from missionplanner.documents.flow import DAY_GAP, SetDay, draw_piece, paginated, set_days, stretch_of
from missionplanner.documents.makers import Desk, Maker
from missionplanner.documents.orders import Order
from missionplanner.documents.parts import listing as lists
from missionplanner.documents.parts.furniture import furnish, head_block
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.pocket_cover import draw_pocket_cover
from missionplanner.documents.spots import on_paper
from missionplanner.documents.typeset import Document, Page

LISTING_GAP = 30.0
LEAST_ROOM = 40.0
LEAST_ENTRIES = 160.0
"""Room below the heading of a list longer than a page that is worth beginning it for."""


@dataclass(frozen=True, slots=True)
class Part:
    """Be a list, or a part of one, on a page: ``above`` is the room other parts take before it."""

    listing: Listing
    columns: tuple[lists.Column, ...]
    continued: bool
    above: float

    @property
    def height(self) -> float:
        return lists.HEAD + max(column.height for column in self.columns)


def lay_out(
    setter: Setter, document: Document, content: ProgrammeContent, style: str, media: Mapping[str, bytes]
) -> int:
    """Draw a programme into a document; return how many pages it has."""
    days = set_days(setter, content.days, frozenset())
    planned = paginated(setter, days, setter.sheet.room) if days else []
    spare = planned[-1].left if planned else 0.0
    after_days, *listed = _listing_pages(setter, content.listings, spare)
    if planned:
        planned[-1].left -= sum(part.height for part in after_days)
    total = 1 + max(1, len(planned)) + len(listed)
    cover = document.page(setter.sheet.width, setter.sheet.height)
    if setter.sheet.small:
        draw_pocket_cover(setter, cover, content, total, media)
    else:
        draw_cover(setter, cover, content, CoverLook(style, total), media)
    _draw_days(setter, document, content, planned, days, total)
    for part in after_days:
        _draw_part(setter, document, document.pages[-1], part)
    for parts in listed:
        page = _page(setter, document, content, total)
        for part in parts:
            _draw_part(setter, document, page, part)
    return total


def _page(setter: Setter, document: Document, content: ProgrammeContent, total: int) -> Page:
    page = document.page(setter.sheet.width, setter.sheet.height)
    head = head_block(setter, content.frame)
    furnish(setter, page, content.frame, (page.number, total), head)
    return page


def _draw_days(
    setter: Setter,
    document: Document,
    content: ProgrammeContent,
    planned: Sequence[pagination.Page],
    days: Sequence[SetDay],
    total: int,
) -> None:
    if not planned:
        page = _page(setter, document, content, total)
        with page.tag("P"):
            nothing = setter.t("Nothing is planned yet.")
            page.text(setter.sheet.left, setter.sheet.ceiling - 12, nothing, typography.BODY)
    for one in planned:
        page, y = _page(setter, document, content, total), setter.sheet.ceiling
        stretch = stretch_of(one, days)
        for number, piece in enumerate(one.pieces):
            y = draw_piece(document, page, days[piece.day], piece, (y - (DAY_GAP if number else 0), stretch))


def _listing_pages(setter: Setter, listings: Sequence[Listing], spare: float) -> Iterator[list[Part]]:
    """Give the lists of the last day's page, which has ``spare`` points left, then those of pages of their own.

    A list begins on a page under way where all of it fits, or where it is longer than a page anyway.
    """
    page: list[Part] = []
    left, room = spare, setter.sheet.room
    for listing in listings:
        entries = [lists.set_entry(setter, entry) for entry in listing.entries]
        gap = LISTING_GAP if left < room else 0.0
        if gap and not _belongs_here(entries, left - gap - lists.HEAD, room - lists.HEAD):
            yield page
            page, left, gap = [], room, 0.0
        first = left - gap - lists.HEAD
        for number, columns in enumerate(lists.columns(entries, first, room - lists.HEAD)):
            if number:
                yield page
                page, left, gap = [], room, 0.0
            page.append(Part(listing, columns, number > 0, room - left + gap))
            left -= gap + page[-1].height
    yield page


def _belongs_here(entries: list[lists.SetEntry], left: float, room: float) -> bool:
    """Tell whether a list begins on a page under way: it fits there, or is longer than a page anyway."""
    if left < LEAST_ROOM or (entries and entries[0].height > left):
        return False
    pages = [len(list(lists.columns(entries, some, room))) for some in (left, room)]
    return pages[0] == 1 or (pages[1] > 1 and left >= LEAST_ENTRIES)


def _draw_part(setter: Setter, document: Document, page: Page, part: Part) -> None:
    y = setter.sheet.ceiling - part.above
    if not part.continued:
        document.bookmark(part.listing.title, page, y + 6)
    with document.section("Sect"):
        page.place(lists.listing_head(setter, part.listing, part.continued), setter.sheet.left, y)
        with document.section("L"):
            for number, column in enumerate(part.columns):
                x = setter.sheet.left + number * (lists.column_width(setter) + lists.GUTTER)
                page.place(lists.column_block(setter, column), x, y - lists.HEAD)


def _content(desk: Desk, order: Order) -> ProgrammeContent:
    group = desk.voice.plan.group(order.group_id)
    leading = order.variant == "leader"
    content = programme_content(desk.agenda, order.edition, group, leading)
    if desk.each:
        own = [agenda.programme_days(group, leading) for agenda in desk.each]
        return replace(content, days=paired(content.days, desk.each, own))
    return content


def _title(content: ProgrammeContent) -> str:
    return f"{content.frame.title.text} – {content.frame.kind}"


def _lay_out(desk: Desk, setter: Setter, document: Document, content: ProgrammeContent, order: Order) -> int:
    with on_paper(setter, document):
        return lay_out(setter, document, content, order.cover, desk.media)


MAKER = Maker(_content, _title, programme_blocks, _lay_out, programme_told)
