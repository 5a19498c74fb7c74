"""Lay out a personal itinerary: head with facts, days, room for notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from missionplanner.documents import pagination, typography
from missionplanner.documents.content.values import ItineraryContent
from missionplanner.documents.flow import DAY_GAP, SetDay, draw_piece, paginated, set_days, stretch_of
from missionplanner.documents.parts.band import draw_band, set_band
from missionplanner.documents.parts.colophon import ABOVE, colophon
from missionplanner.documents.parts.furniture import furnish, head_block
from missionplanner.documents.parts.glance import glance, glance_height
from missionplanner.documents.parts.notes import LEAST_ROOM, draw_notes
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Document, Page


def lay_out(
    setter: Setter,
    document: Document,
    content: ItineraryContent,
    shared: AbstractSet[int],
    media: Mapping[str, bytes],
) -> int:
    """Draw an itinerary into a document; return how many pages it has."""
    band = set_band(setter, content, media)
    days = set_days(setter, content.days, shared)
    first_room = setter.sheet.height - band.height - setter.sheet.bottom
    pages = paginated(setter, days, first_room)
    closing = colophon(setter, content.frame)
    host = _page_for(closing, pages, setter)
    head = head_block(setter, content.frame)
    for number, planned in enumerate(pages, 1):
        page = document.page(setter.sheet.width, setter.sheet.height)
        y = draw_band(setter, page, band, content.frame) if number == 1 else setter.sheet.ceiling
        furnish(setter, page, content.frame, (number, len(pages)), head if number > 1 else None)
        y = _draw_days(setter, document, page, planned, days, y)
        floor = setter.sheet.bottom
        if closing is not None and host is planned:
            page.place(closing, setter.sheet.left, floor + closing.height)
            floor += closing.height + ABOVE
        _draw_rest(setter, page, content, planned, (y, floor))
    return len(pages)


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
    elif not planned.pieces and page.index == 0 and y - floor >= glance_height(content.days):
        overview = glance(setter, content.days)
        page.place(overview, left, y)
        y -= overview.height + 20
    if y - floor > LEAST_ROOM:
        draw_notes(setter, page, y - 30 if planned.pieces else y - 14, floor)
