"""Make a personal itinerary: head with facts, days, room for notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.documents import pagination, typography
from missionplanner.documents.content.for_person import itinerary_blocks, itinerary_content, itinerary_told
from missionplanner.documents.content.pairing import paired, shared_by_both
from missionplanner.documents.content.values import ItineraryContent
from missionplanner.documents.flow import DAY_GAP, SetDay, draw_piece, paginated, set_days, stretch_of
from missionplanner.documents.makers import Desk, Maker
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.band import BELOW_FACTS, Head, draw_band, head_of, set_band
from missionplanner.documents.parts.colophon import ABOVE, colophon
from missionplanner.documents.parts.facts import set_facts
from missionplanner.documents.parts.furniture import furnish, head_block
from missionplanner.documents.parts.glance import glance, glance_height
from missionplanner.documents.parts.notes import LEAST_ROOM, draw_notes
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.spots import on_paper
from missionplanner.documents.typeset import Block, Document, Page

SECOND = 2
"""The page that has what of the head the first has no room for."""


def lay_out(
    setter: Setter,
    document: Document,
    content: ItineraryContent,
    shared: AbstractSet[int],
    media: Mapping[str, bytes],
) -> int:
    """Draw an itinerary into a document; return how many pages it has."""
    head, more = _fitting(setter, content, media)
    band = set_band(setter, content.frame, head, media)
    days = set_days(setter, content.days, shared)
    first_room = setter.sheet.height - band.height - setter.sheet.bottom
    pages = paginated(setter, days, 0.0 if more is not None else first_room)
    if more is not None:
        pages.insert(1, pagination.Page(setter.sheet.room - more.height - BELOW_FACTS))
    closing = colophon(setter, content.frame)
    host = _page_for(closing, pages, setter)
    running = head_block(setter, content.frame)
    for number, planned in enumerate(pages, 1):
        page = document.page(setter.sheet.width, setter.sheet.height)
        y = draw_band(setter, page, band, content.frame) if number == 1 else setter.sheet.ceiling
        furnish(setter, page, content.frame, (number, len(pages)), running if number > 1 else None)
        if more is not None and number == SECOND:
            page.place(more, setter.sheet.left, y)
            y -= more.height + BELOW_FACTS
        y = _draw_days(setter, document, page, planned, days, y)
        floor = setter.sheet.bottom
        if closing is not None and host is planned:
            page.place(closing, setter.sheet.left, floor + closing.height)
            floor += closing.height + ABOVE
        _draw_rest(setter, page, content, planned, (y, floor))
    return len(pages)


def _fitting(setter: Setter, content: ItineraryContent, media: Mapping[str, bytes]) -> tuple[Head, Block | None]:
    """Return the head of the first page with the facts there is room for, and a block of those there is not."""
    head = head_of(content)
    room = setter.sheet.height - setter.sheet.bottom

    def fits(one: Head) -> bool:
        return set_band(setter, content.frame, one, media).height - BELOW_FACTS <= room

    if fits(head):
        return head, None
    block = setter.batch.block()
    block.height = set_facts(setter, block, head.facts)
    bare = head._replace(facts=())
    return (bare if fits(bare) else bare._replace(tight=True)), block


def _page_for(closing: Block | None, pages: list[pagination.Page], setter: Setter) -> pagination.Page | None:
    """Return the page that bears the funding statement: the last, else the first with room, else a new one."""
    if closing is None:
        return None
    need = closing.height + ABOVE
    found = next((page for page in (pages[-1], *pages) if page.left >= need), None)
    if found is None:
        found = pagination.Page(setter.sheet.room)
        pages.append(found)
    found.left -= need
    return found


def _draw_days(
    setter: Setter,
    document: Document,
    page: Page,
    planned: pagination.Page,
    days: Sequence[SetDay],
    y: float,
) -> float:
    stretch = stretch_of(planned, days)
    for number, piece in enumerate(planned.pieces):
        y = draw_piece(document, page, days[piece.day], piece, (y - (DAY_GAP if number else 0), stretch))
    return y


def _draw_rest(
    setter: Setter, page: Page, content: ItineraryContent, planned: pagination.Page, room: tuple[float, float]
) -> None:
    """Fill what is left: the days at a glance where none stands here, then lines to write on."""
    y, floor = room
    left = setter.sheet.left
    if not content.days and not planned.pieces:
        with page.tag("P"):
            page.text(left, y - 12, setter.t("Nothing is planned yet."), typography.BODY)
        y -= 30
    elif not planned.pieces and page.number == 1 and y - floor >= glance_height(content.days):
        overview = glance(setter, content.days)
        page.place(overview, left, y)
        y -= overview.height + 20
    if y - floor > LEAST_ROOM:
        draw_notes(setter, page, y - 30 if planned.pieces else y - 14, floor)


def _content(desk: Desk, order: Order) -> ItineraryContent:
    person = desk.voice.plan.person(order.person_id)
    if person is None:
        raise NotFound(N_("This person is not in the mission."))
    content = itinerary_content(desk.agenda, person, order.edition)
    if desk.each:
        own = [agenda.days_of(person) for agenda in desk.each]
        return replace(content, days=paired(content.days, desk.each, own))
    return content


def _title(content: ItineraryContent) -> str:
    return f"{content.name} – {content.frame.title.text}"


def _lay_out(desk: Desk, setter: Setter, document: Document, content: ItineraryContent, order: Order) -> int:
    with on_paper(setter, document):
        shared = shared_by_both(desk.each) if desk.each else desk.agenda.shared
        return lay_out(setter, document, content, shared, desk.media)


MAKER = Maker(_content, _title, itinerary_blocks, _lay_out, itinerary_told)
