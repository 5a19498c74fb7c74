"""Turn orders into Word files: from the content paper has, of a plan as its readers may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.content.sheets import Sheets
from missionplanner.documents.content.values import ItineraryContent, ProgrammeContent
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order, checked
from missionplanner.documents.press import UNDATED
from missionplanner.documents.word.agenda import write_itinerary, write_programme
from missionplanner.documents.word.lists import write_lists
from missionplanner.documents.word.sheet import WordSheet
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import Audience, redacted

WORDED = ("programme", "itinerary")
"""Kinds usually wanted for Word; every document of lists can be had too."""


def in_word(
    plan: MissionPlan,
    orders: Sequence[Order],
    confidential: Mapping[UUID, r.Confidential] | None = None,
    archive: Archive = NOTHING,
    media: Mapping[str, bytes] | None = None,
) -> Iterator[tuple[Order, bytes]]:
    """Give the Word file of each document, in the order asked for. The same plan and order give the same text.

    Raises Invalid and NotFound as the press does, and Invalid for a kind that is drawn rather than written.
    """
    desks: dict[tuple[str, Audience], Desk] = {}
    for order in orders:
        kind = checked(plan, order)
        audience = kind.read_by(order.variant)
        key = "+".join(order.languages), audience
        if key not in desks:
            sealed = (confidential or {}) if audience is Audience.SITE else {}
            seen = archive.seen_by(audience)
            desks[key] = Desk.of(redacted(plan, audience), key[0], media or {}, sealed, seen)
        yield order, _written(desks[key], order, maker(kind).content(desks[key], order))


def _written(desk: Desk, order: Order, content: object) -> bytes:
    if not isinstance(content, ProgrammeContent | ItineraryContent | Sheets):
        raise Invalid(N_("This document is drawn, not written: print it as PDF."), field="kind")
    voice, frame = desk.voice, content.frame
    across = isinstance(content, Sheets) and content.across
    sheet = WordSheet(frame, voice.t, order.paper, across=across)
    sheet.media = desk.media
    if isinstance(content, ProgrammeContent):
        write_programme(sheet, content)
    elif isinstance(content, ItineraryContent):
        write_itinerary(sheet, content)
    else:
        write_lists(sheet, content)
    author = " · ".join(one.name for one in frame.organisers if one.name)
    return sheet.data(voice.plan.changed_at or UNDATED, f"{frame.title.text} – {frame.kind}", author)
