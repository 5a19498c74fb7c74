"""Draw the cover of a programme for the pocket: organisers, title, dates, facts, who paid."""

from __future__ import annotations

from collections.abc import Mapping

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import ProgrammeContent
from missionplanner.documents.cover import both_titles, draw_second
from missionplanner.documents.parts.colophon import draw_paid, who_paid
from missionplanner.documents.parts.facts import set_facts
from missionplanner.documents.parts.furniture import place_edges_of_cover
from missionplanner.documents.parts.organisers import draw_strip, signs
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.typeset import Page

TITLES = tuple(
    typography.sized(typography.NAME, size, size * 1.04) for size in (40.0, 34.0, 29.0, 25.0, 21.0, 18.0)
)
DATES = typography.sized(typography.ACCENTED, 14.5)
LOGO = 22.0
ABOVE_TITLE = 40.0
FLOOR = 53.0
"""How far down it may say who paid, in points."""


def draw_pocket_cover(
    setter: Setter, page: Page, content: ProgrammeContent, total: int, media: Mapping[str, bytes]
) -> None:
    """Draw a cover on a page of A5 or A6; ``total`` is how many pages follow with it."""
    frame, sheet = content.frame, setter.sheet
    left, accent = sheet.left, setter.accent.colour
    with page.artifact("Background"):
        page.rect(0, 0, sheet.width, sheet.height, fill=design.PAPER)
    block = setter.batch.block()
    used = draw_strip(setter, block, signs(setter, frame.organisers, media, LOGO, 90.0), 0.0, LOGO, sheet.measure)
    page.place(block, left, sheet.height - sheet.band)
    y = sheet.height - sheet.band - used - ABOVE_TITLE
    label = typography.coloured(typography.HEADING_LABEL, accent)
    kind = setter.run(" · ".join(part for part in (frame.kind, content.for_whom) if part), label, sheet.measure)
    with page.tag("P"):
        y = draw_run(page, kind, left, y)
    page.rect(left, y - 3, 32, 2.0, fill=accent)
    title, second = both_titles(setter, frame, TITLES, sheet.measure)
    with page.tag("H1", lang=title.language):
        y = draw_run(page, title, left - 1, y - 14 - title.style.size * 0.74) + title.style.leading * 0.76
    y = draw_second(page, second, left, y)
    dates = setter.run(frame.dates, typography.coloured(DATES, accent), sheet.measure)
    with page.tag("P"):
        y = draw_run(page, dates, left, y - 30)
    _draw_facts(setter, page, content, y - 14)
    place_edges_of_cover(setter, page, frame, (1, total))


def _draw_facts(setter: Setter, page: Page, content: ProgrammeContent, top: float) -> None:
    """Draw the facts there is room for above the funding statement."""
    sheet = setter.sheet
    paid = who_paid(setter, content.frame, sheet.measure)
    floor = FLOOR + (paid.height if paid is not None else 0.0)
    for count in range(len(content.facts), 0, -1):
        block = setter.batch.block()
        used = set_facts(setter, block, content.facts[:count])
        if top - used >= floor + 10:
            page.place(block, sheet.left, top)
            break
    if paid is not None:
        draw_paid(setter, page, content.frame, paid, (sheet.left, floor))
