"""Turn a plan into files: the only entrance for services."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.documents.collecting import seldom_collected
from missionplanner.documents.spots import Spot
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan

if TYPE_CHECKING:
    from missionplanner.documents.content.agenda import Agenda
    from missionplanner.documents.content.frame import Edition
    from missionplanner.documents.parts.setter import Setter
    from missionplanner.documents.typeset import Batch, Document

LANGUAGES = ("it", "en")
PAPERS = ("a4", "letter")
COVERS = ("institutional", "illustrated")
VARIANTS = ("common", "group", "leader")
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a file whose mission was never changed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Be a kind of document as window and command line offer it."""

    id: str
    title: str
    for_persons: bool
    languages: tuple[str, ...] = LANGUAGES
    papers: tuple[str, ...] = PAPERS
    variants: tuple[str, ...] = ("common",)
    covers: tuple[str, ...] = ()


KINDS = (
    Kind("programme", N_("Mission programme"), False, variants=VARIANTS, covers=COVERS),
    Kind("itinerary", N_("Personal itinerary"), True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Ask for one document. ``version`` is that of the last issue; ``issued`` says that this copy is it."""

    kind: str
    languages: tuple[str, ...]
    version: int
    issued: bool
    person_id: UUID | None = None
    group_id: UUID | None = None
    variant: str = "common"
    paper: str = "a4"
    draft: bool = False
    cover: str = "institutional"


@dataclass(frozen=True, slots=True)
class Printed:
    """Be a document as it came from the press.

    ``blocks`` are pairs of the key of a record and the hash of what this copy shows of it, ``missing`` the
    characters of the batch that no font could draw, ``spots`` where its pages show what, if that was asked.
    """

    order: Order
    data: bytes
    pages: int
    content_hash: str
    blocks: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class _LaidOut:
    order: Order
    document: Document
    pages: int
    blocks: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...] = ()


def print_batch(
    plan: MissionPlan,
    orders: Sequence[Order],
    media: Mapping[str, bytes],
    progress: Progress,
    *,
    spots: bool = False,
) -> Iterator[Printed]:
    """Print documents of one mission, in the order asked for. The same plan and orders give the same bytes.

    With ``spots`` it is also remembered where the pages show what. Raises Invalid for an order that names no
    kind, paper or language of ours, NotFound for a person or group the plan does not have, Cancelled where
    ``progress`` says so.
    """
    for order in orders:
        _check(plan, order)
    return _printed(plan, orders, media, progress, spots)


def _printed(
    plan: MissionPlan, orders: Sequence[Order], media: Mapping[str, bytes], progress: Progress, spots: bool
) -> Iterator[Printed]:
    from missionplanner.documents.typeset import Batch

    batch = Batch(created=plan.changed_at or UNDATED)
    total = 2 * len(orders)
    with seldom_collected():
        desks = _Desks(plan, batch, spots, {})
        laid = _all_laid_out(desks, orders, media, progress)
    missing = batch.missing
    for number, one in enumerate(laid):
        progress.step(len(orders) + number, total)
        shown = content_hash(one.blocks)
        yield Printed(one.order, one.document.data(), one.pages, shown, one.blocks, missing, one.spots)
    progress.step(total, total)


def _all_laid_out(
    desks: _Desks, orders: Sequence[Order], media: Mapping[str, bytes], progress: Progress
) -> list[_LaidOut]:
    laid = []
    for number, order in enumerate(orders):
        progress.step(number, 2 * len(orders))
        laid.append(desks.desk(order.languages[0], order.paper).lay_out(order, media))
    return laid


def contents(plan: MissionPlan, orders: Sequence[Order]) -> Iterator[str]:
    """Return the content hash each document would have now; nothing is laid out. Raises as ``print_batch``."""
    from missionplanner.documents.content.agenda import Agenda
    from missionplanner.documents.content.voice import Voice

    agendas: dict[str, Agenda] = {}
    for order in orders:
        _check(plan, order)
        language = order.languages[0]
        if language not in agendas:
            agendas[language] = Agenda(Voice(plan, language))
        yield content_hash(_blocks(agendas[language], order))


def content_hash(blocks: Iterable[tuple[str, str]]) -> str:
    """Return the hash of what a document shows, from the keys and hashes of its blocks."""
    return hashlib.sha256("\n".join(f"{key} {digest}" for key, digest in blocks).encode()).hexdigest()


def _blocks(agenda: Agenda, order: Order) -> Iterator[tuple[str, str]]:
    from missionplanner.documents.content.for_all import programme_blocks, programme_content
    from missionplanner.documents.content.for_person import itinerary_blocks, itinerary_content

    person = agenda.plan.person(order.person_id)
    if order.kind == "itinerary" and person is not None:
        return itinerary_blocks(agenda, itinerary_content(agenda, person, _edition(order)))
    group = agenda.plan.group(order.group_id)
    return programme_blocks(agenda, programme_content(agenda, _edition(order), group, order.variant == "leader"))


def _check(plan: MissionPlan, order: Order) -> None:
    kind = next((one for one in KINDS if one.id == order.kind), None)
    if kind is None:
        raise Invalid(N_("There is no document called “{kind}”."), field="kind", kind=order.kind)
    if len(order.languages) != 1:
        raise Invalid(N_("A document is printed in one language at a time."), field="languages")
    for field, wanted, known in (
        ("languages", order.languages[0], kind.languages),
        ("paper", order.paper, kind.papers),
        ("variant", order.variant, kind.variants),
        ("cover", order.cover, COVERS),
    ):
        if wanted not in known:
            raise Invalid(
                N_("“{value}” is not offered for this document. There is: {known}."),
                field=field,
                value=wanted,
                known=", ".join(known),
            )
    _check_people(plan, order, kind)


def _check_people(plan: MissionPlan, order: Order, kind: Kind) -> None:
    if kind.for_persons and plan.person(order.person_id) is None:
        raise NotFound(N_("This person is not in the mission."))
    wants_group = order.variant == "group" or order.group_id is not None
    if wants_group and plan.group(order.group_id) is None:
        raise NotFound(N_("This group is not in the mission."))


@dataclass(frozen=True)
class _Desks:
    """Be the desks of a batch: one for each language and paper, opened when it is first wanted."""

    plan: MissionPlan
    batch: Batch
    spots: bool
    opened: dict[tuple[str, str], _Desk]

    def desk(self, language: str, paper: str) -> _Desk:
        """Return where the documents of a language and paper are laid out."""
        if (language, paper) not in self.opened:
            self.opened[language, paper] = self._open(language, paper)
        return self.opened[language, paper]

    def _open(self, language: str, paper: str) -> _Desk:
        from missionplanner.documents.content.agenda import Agenda
        from missionplanner.documents.content.voice import Voice
        from missionplanner.documents.design import SHEETS, Accent
        from missionplanner.documents.parts.setter import Setter

        voice, accent = Voice(self.plan, language), Accent.of(self.plan.mission.accent)
        spots: list[Spot] | None = [] if self.spots else None
        return _Desk(Agenda(voice), Setter(self.batch, SHEETS[paper], accent, voice.t, spots=spots))


@dataclass(frozen=True)
class _Desk:
    """Be where the documents of one language and paper are laid out."""

    agenda: Agenda
    setter: Setter

    def lay_out(self, order: Order, media: Mapping[str, bytes]) -> _LaidOut:
        """Lay out one document and remember what it shows, and where, if that was asked."""
        made = self._itinerary(order, media) if order.kind == "itinerary" else self._programme(order, media)
        spots = self.setter.spots
        if spots:
            made = replace(made, spots=tuple(spots))
            spots.clear()
        return made

    def _itinerary(self, order: Order, media: Mapping[str, bytes]) -> _LaidOut:
        from missionplanner.documents import itinerary
        from missionplanner.documents.content.for_person import itinerary_blocks, itinerary_content

        person = self._person(order)
        content = itinerary_content(self.agenda, person, _edition(order))
        document = self._document(f"{content.name} – {content.frame.title.text}", content.frame.kind)
        pages = itinerary.lay_out(self.setter, document, content, self.agenda.shared, media)
        return _LaidOut(order, document, pages, tuple(itinerary_blocks(self.agenda, content)))

    def _programme(self, order: Order, media: Mapping[str, bytes]) -> _LaidOut:
        from missionplanner.documents import programme
        from missionplanner.documents.content.for_all import programme_blocks, programme_content

        group = self.agenda.plan.group(order.group_id)
        content = programme_content(self.agenda, _edition(order), group, order.variant == "leader")
        document = self._document(f"{content.frame.title.text} – {content.frame.kind}", content.frame.kind)
        pages = programme.lay_out(self.setter, document, content, order.cover, media)
        return _LaidOut(order, document, pages, tuple(programme_blocks(self.agenda, content)))

    def _person(self, order: Order) -> r.Person:
        person = self.agenda.plan.person(order.person_id)
        if person is None:
            raise NotFound(N_("This person is not in the mission."))
        return person

    def _document(self, title: str, subject: str) -> Document:
        voice = self.agenda.voice
        organisers = (voice.plan.organisation(one.organisation_id) for one in voice.plan.organisers)
        author = " · ".join(name for name in map(voice.organisation_name, organisers) if name)
        return self.setter.batch.document(title=title, lang=voice.language, author=author, subject=subject)


def _edition(order: Order) -> Edition:
    from missionplanner.documents.content.frame import Edition

    return Edition(order.version, order.issued, order.draft)
