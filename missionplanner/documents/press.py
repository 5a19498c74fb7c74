"""Turn a plan into files: the only entrance for services."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.collecting import seldom_collected
from missionplanner.documents.kinds import Kind
from missionplanner.documents.orders import Order, checked
from missionplanner.documents.spot import Spot
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import Audience, redacted

if TYPE_CHECKING:
    from missionplanner.documents.content.agenda import Agenda
    from missionplanner.documents.content.values import Frame
    from missionplanner.documents.makers import Desk
    from missionplanner.documents.parts.setter import Setter
    from missionplanner.documents.typeset import Batch, Document

OWN_EYES = (Audience.TEAM, Audience.DRIVER)
"""Who reads what does not leave the house: it need not say who paid."""
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a file whose mission was never changed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Be a document as it came from the press.

    ``blocks`` are pairs of the key of a record and the hash of what this copy shows of it, ``missing`` the
    characters of the batch that no font could draw, ``spots`` where its pages show what, if that was asked.
    ``cut_short`` and ``small`` are texts of the batch that did not fit their box whole, or only in small letters,
    ``overfull`` the days of it that did not fit their page.
    """

    order: Order
    data: bytes
    pages: int
    content_hash: str
    blocks: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    spots: tuple[Spot, ...] = ()
    cut_short: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    overfull: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """Be what a batch may draw on beside the plan: pictures by name; what is under seal, by delegate; the past."""

    media: Mapping[str, bytes]
    confidential: Mapping[UUID, r.Confidential]
    archive: Archive = NOTHING


@dataclass(frozen=True, slots=True)
class _LaidOut:
    order: Order
    document: Document
    pages: int
    blocks: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...] = ()


def print_batch(  # noqa: PLR0913 - what is wanted, and all it is made from
    plan: MissionPlan,
    orders: Sequence[Order],
    media: Mapping[str, bytes],
    progress: Progress,
    *,
    spots: bool = False,
    confidential: Mapping[UUID, r.Confidential] | None = None,
    archive: Archive = NOTHING,
) -> Iterator[Printed]:
    """Print documents of one mission, in the order asked for. The same plan and orders give the same bytes.

    With ``spots`` it is also remembered where the pages show what. ``confidential`` is shown to a site's
    security and to nobody else; ``archive`` is what is known from before. Raises Invalid for an order that
    names no kind, paper or language of ours, NotFound for a person or group the plan does not have, Cancelled
    where ``progress`` says so.
    """
    for order in orders:
        checked(plan, order)
    return _printed(plan, orders, Stock(media, confidential or {}, archive), progress, spots)


def _printed(
    plan: MissionPlan, orders: Sequence[Order], stock: Stock, progress: Progress, spots: bool
) -> Iterator[Printed]:
    from missionplanner.documents.typeset import Batch

    batch = Batch(created=plan.changed_at or UNDATED)
    total = 2 * len(orders)
    with seldom_collected():
        bench = _Bench(_Readings(plan, stock, {}, {}), batch, spots, {})
        laid = _all_laid_out(bench, orders, progress)
    missing, poor = batch.missing, (batch.cut_short, batch.small, batch.overfull)
    for number, one in enumerate(laid):
        progress.step(len(orders) + number, total)
        shown = content_hash(one.blocks)
        data = one.document.data()
        yield Printed(one.order, data, one.pages, shown, one.blocks, missing, one.spots, *poor)
    progress.step(total, total)


def _all_laid_out(bench: _Bench, orders: Sequence[Order], progress: Progress) -> list[_LaidOut]:
    laid = []
    for number, order in enumerate(orders):
        progress.step(number, 2 * len(orders))
        laid.append(bench.lay_out(order))
    return laid


def print_as_one(  # noqa: PLR0913 - what is wanted, and all it is made from
    plan: MissionPlan,
    orders: Sequence[Order],
    media: Mapping[str, bytes],
    titles: Sequence[str],
    progress: Progress,
    *,
    confidential: Mapping[UUID, r.Confidential] | None = None,
    archive: Archive = NOTHING,
) -> tuple[bytes, tuple[Printed, ...]]:
    """Print documents one after the other into one file, each a part with its title; pages count from 1 in each.

    Returns the file, and of each document what ``print_batch`` gives, without bytes. Raises as it does.
    """
    from missionplanner.documents.typeset import Batch

    for order in orders:
        checked(plan, order)
    batch = Batch(created=plan.changed_at or UNDATED)
    bench = _Bench(_Readings(plan, Stock(media, confidential or {}, archive), {}, {}), batch, False, {})
    laid: list[_LaidOut] = []
    with seldom_collected():
        document: Document | None = None
        for number, (order, title) in enumerate(zip(orders, titles, strict=True)):
            progress.step(number, len(orders) + 1)
            if document is None:
                document = bench.file_for(order)
            with document.part(title, order.languages[0]):
                laid.append(bench.lay_out(order, document))
        progress.step(len(orders), len(orders) + 1)
        data = document.data() if document is not None else b""
    progress.step(len(orders) + 1, len(orders) + 1)
    missing = batch.missing
    return data, tuple(
        Printed(one.order, b"", one.pages, content_hash(one.blocks), one.blocks, missing) for one in laid
    )


def contents(
    plan: MissionPlan,
    orders: Sequence[Order],
    confidential: Mapping[UUID, r.Confidential] | None = None,
    archive: Archive = NOTHING,
) -> Iterator[str]:
    """Return the content hash each document would have now; nothing is laid out. Raises as ``print_batch``."""
    from missionplanner.documents.makers import maker

    readings = _Readings(plan, Stock({}, confidential or {}, archive), {}, {})
    for order in orders:
        kind = checked(plan, order)
        desk, one = readings.desk(kind, order), maker(kind)
        yield content_hash(one.blocks(desk.agenda, one.content(desk, order)))


def told(
    plan: MissionPlan,
    orders: Sequence[Order],
    confidential: Mapping[UUID, r.Confidential] | None = None,
    archive: Archive = NOTHING,
) -> Iterator[tuple[tuple[str, str, str], ...]]:
    """Return key, hash and, as JSON, what each block of each document tells now. Raises as ``print_batch``."""
    from missionplanner.documents.content.told import written
    from missionplanner.documents.makers import maker

    readings = _Readings(plan, Stock({}, confidential or {}, archive), {}, {})
    for order in orders:
        kind = checked(plan, order)
        desk, one = readings.desk(kind, order), maker(kind)
        content = one.content(desk, order)
        blocks = one.blocks(desk.agenda, content)
        yield tuple(
            (key, digest, written(each)) for (key, digest), each in zip(blocks, one.told(content), strict=True)
        )


def content_hash(blocks: Iterable[tuple[str, str]]) -> str:
    """Return the hash of what a document shows, from the keys and hashes of its blocks."""
    return hashlib.sha256("\n".join(f"{key} {digest}" for key, digest in blocks).encode()).hexdigest()


@dataclass(frozen=True)
class _Readings:
    """Be the plan as each audience may see it, read in each language once."""

    plan: MissionPlan
    stock: Stock
    plans: dict[Audience, MissionPlan]
    desks: dict[tuple[str, Audience], Desk]

    def desk(self, kind: Kind, order: Order) -> Desk:
        """Return what a document is made from."""
        audience = kind.read_by(order.variant)
        key = "+".join(order.languages), audience
        if key not in self.desks:
            self.desks[key] = self._desk(*key)
        return self.desks[key]

    def _desk(self, languages: str, audience: Audience) -> Desk:
        from missionplanner.documents.makers import Desk

        if audience not in self.plans:
            self.plans[audience] = redacted(self.plan, audience)
        sealed = self.stock.confidential if audience is Audience.SITE else {}
        archive = self.stock.archive.seen_by(audience)
        return Desk.of(self.plans[audience], languages, self.stock.media, sealed, archive)


@dataclass(frozen=True)
class _Bench:
    """Be where a batch is laid out: a setter for each language and paper, taken up when it is first wanted."""

    readings: _Readings
    batch: Batch
    spots: bool
    setters: dict[tuple[str, str], Setter]

    def lay_out(self, order: Order, into: Document | None = None) -> _LaidOut:
        """Lay out one document, into a file under way or one of its own; remember what it shows, and where."""
        from missionplanner.documents.makers import maker

        kind = checked(self.readings.plan, order)
        desk, one = self.readings.desk(kind, order), maker(kind)
        content = one.content(desk, order)
        setter = self._setter(desk.agenda, order.paper)
        if kind.read_by(order.variant) not in OWN_EYES:
            setter = self._footed(setter, content.frame)
        document = into or self._document(desk.agenda, one.title(content), content.frame.kind)
        pages = one.lay_out(desk, setter, document, content, order)
        spots = tuple(setter.spots or ())
        if setter.spots is not None:
            setter.spots.clear()
        return _LaidOut(order, document, pages, tuple(one.blocks(desk.agenda, content)), spots)

    def file_for(self, order: Order) -> Document:
        """Begin a file for several documents, named as the mission, in the language of the first."""
        agenda = self.readings.desk(checked(self.readings.plan, order), order).agenda
        mission = self.readings.plan.mission
        title = agenda.voice.said(mission.title).text or mission.code
        return self._document(agenda, title, mission.code)

    def _setter(self, agenda: Agenda, paper: str) -> Setter:
        key = agenda.voice.wanted, paper
        if key not in self.setters:
            from missionplanner.documents.design import SHEETS, Accent
            from missionplanner.documents.parts.setter import Setter

            accent = Accent.of(self.readings.plan.mission.accent)
            spots: list[Spot] | None = [] if self.spots else None
            media = self.readings.stock.media
            self.setters[key] = Setter(self.batch, SHEETS[paper], accent, agenda.voice.t, spots=spots, media=media)
        return self.setters[key]

    def _footed(self, setter: Setter, frame: Frame) -> Setter:
        """Return the setter of pages that say who paid; the same one where there is nothing to say."""
        from missionplanner.documents.parts.furniture import payment

        paid = payment(setter, frame)
        if not paid:
            return setter
        key = setter.t.language, paid
        if key not in setter.kept:
            setter.kept[key] = replace(setter, sheet=setter.sheet.footed(paid.rise), kept={}, heads={})
        footed: Setter = setter.kept[key]
        return footed

    def _document(self, agenda: Agenda, title: str, subject: str) -> Document:
        voice = agenda.voice
        organisers = (voice.plan.organisation(one.organisation_id) for one in voice.plan.organisers)
        author = " · ".join(name for name in map(voice.organisation_name, organisers) if name)
        return self.batch.document(title=title, lang=voice.first_language, author=author, subject=subject)
