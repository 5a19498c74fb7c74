"""Make the catalogue of a delegation's organisations: half a page each, by name or by value chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from missionplanner.documents import story, typography
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.profiles import (
    CatalogueContent,
    Section,
    by_value_chain,
    catalogue_blocks,
    catalogue_told,
    profiles,
)
from missionplanner.documents.content.sheets import Chapter
from missionplanner.documents.content.values import Fact, Said
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts import chapter, profile
from missionplanner.documents.parts.band import Head, draw_band, set_band
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.sheets import TITLES
from missionplanner.documents.story import Opening, Piece
from missionplanner.documents.typeset import Document, Page


def _content(desk: Desk, order: Order) -> CatalogueContent:
    voice, t = desk.voice, desk.voice.t
    chains = desk.archive.chains
    found = profiles(voice, chains)
    if order.choice("order") == "value_chain":
        sections = by_value_chain(found, chains, t("Without a value chain"))
    else:
        sections = (Section("", tuple(one for _, one in found)),) if found else ()
    kind = t("Catalogue of organisations")
    people = sum(len(one.people) for _, one in found)
    facts = (
        Fact(t("Organisations"), str(len(found)) if found else ""),
        Fact(t("Delegates"), str(people) if people else ""),
    )
    return CatalogueContent(
        frame=frame_of(voice, kind, order.edition),
        title=kind,
        facts=tuple(fact for fact in facts if fact.value),
        sections=sections,
        nothing=t("No delegate comes from an organisation yet."),
    )


def _blocks(agenda: Agenda, content: CatalogueContent) -> Iterable[tuple[str, str]]:
    return catalogue_blocks(agenda.mission_print(content.frame), content)


def _lay_out(desk: Desk, setter: Setter, document: Document, content: CatalogueContent, order: Order) -> int:
    head = Head(content.title, facts=content.facts, sizes=TITLES, air=26.0)
    band = set_band(setter, content.frame, head, desk.media)

    def draw(page: Page) -> None:
        draw_band(setter, page, band, content.frame)

    pieces = tuple(_pieces(setter, content, desk.media))
    return story.lay_out(setter, document, content.frame, pieces, Opening(band.height, draw))


def _pieces(setter: Setter, content: CatalogueContent, media: Mapping[str, bytes]) -> Iterator[Piece]:
    if not content.sections:
        yield from chapter.paragraphs(setter, Said(content.nothing), typography.BODY)
    for number, section in enumerate(content.sections):
        head = Chapter(f"section {number}", section.title)
        heading = tuple(chapter.heading(setter, head)) if section.title else ()
        taken = sum(piece.height for piece in heading) + profile.BETWEEN * len(heading)
        own = chain.from_iterable(profile.pieces(setter, one, media, taken) for one in section.profiles)
        for place, piece in enumerate(chain(heading, own)):
            yield replace(piece, fresh=True) if number and not place else piece


MAKER = Maker(_content, sheet_title, _blocks, _lay_out, catalogue_told)
