"""Say which documents a mission has and whether the copies given out still hold; print one for the eye."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.progress import Progress
from missionplanner.documents import press
from missionplanner.documents.kinds import KINDS, LANGUAGES, Kind, Per, kind_of
from missionplanner.documents.spot import Spot
from missionplanner.documents.subjects import Subject, subjects
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.services.archive import archive_of
from missionplanner.services.paper import documents
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.paper.held_copies import TELLING
from missionplanner.services.workspace import Workspace

Key = tuple[str, str, UUID | None, UUID | None, UUID | None, str]
"""Kind, language, person, group, subject and variant of a document."""


class State(StrEnum):
    """Say how a document stands against the copy that was given out."""

    NEVER = "never"
    GIVEN_OUT = "given_out"
    """Nobody has looked yet whether the copy still holds."""
    UP_TO_DATE = "up_to_date"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Paper:
    """Be a document a mission has: what to ask of the press for it, and how its last copy stands.

    ``version`` and ``issued_at`` (UTC) are those of the copy given out last, 0 and None where there is none.
    ``digest`` is a hash of what it shows now, "" where no copy was given out. ``subject`` is what it is about.
    """

    request: PrintRequest
    language: str
    person: r.Person | None = None
    group: r.Group | None = None
    subject: Subject | None = None
    state: State = State.NEVER
    version: int = 0
    issued_at: dt.datetime | None = None
    digest: str = ""

    @property
    def key(self) -> Key:
        """Return what stays while it is the same document."""
        return (
            self.request.kind,
            self.language,
            self.person.id if self.person else None,
            self.group.id if self.group else None,
            self.subject.id if self.subject else None,
            self.request.variant or "common",
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """Be a document printed for the eye: its bytes, and where on its pages which record is shown."""

    data: bytes
    pages: int
    spots: tuple[Spot, ...]
    missing: tuple[str, ...]


def papers(
    plan: MissionPlan, progress: Progress | None = None, *, given_out: bool = False, ws: Workspace | None = None
) -> tuple[Paper, ...]:
    """Return every document of a mission with its state, kind after kind.

    ``given_out`` leaves out those no copy of which has left the house. To be called off the window's thread:
    what each document given out would show now is worked out. Raises Cancelled.
    """
    found = listed(plan)
    return judged(plan, [one for one in found if one.version or not given_out], progress, ws)


def listed(plan: MissionPlan) -> tuple[Paper, ...]:
    """Return every document of a mission, kind after kind, at once: no content is worked out.

    Of those with a copy it is said which one, not whether it still holds.
    """
    copies = _copies(plan)
    usual = list(_all(plan))
    usual += _unusual(plan, copies.keys() - {one.key for one in usual})
    return tuple(_kept(copies[one.key], one) if one.key in copies else one for one in usual)


def judged(
    plan: MissionPlan, some: Sequence[Paper], progress: Progress | None = None, ws: Workspace | None = None
) -> tuple[Paper, ...]:
    """Return documents with their states, in their order. Raises Cancelled.

    From ``ws`` comes what some show beside the plan: earlier meetings, questions of a survey, what is under seal.

    To be called off the window's thread: what those with a copy would show now is worked out.
    """
    copies = _copies(plan)
    given = {one.key: replace(one, state=State.UP_TO_DATE) for one in some if one.key in copies}
    held = [one for one in given.values() if one.request.kind not in TELLING]
    orders = [documents.orders_of(plan, one.request)[0] for one in held]
    if ws is None:
        shown = press.contents(plan, orders)
    else:
        shown = press.contents(plan, orders, documents.sealed(ws, plan, orders), archive_of(ws, plan, orders))
    told = progress or Progress()
    told.step(0, len(held))
    for number, (paper, digest) in enumerate(zip(held, shown, strict=True), 1):
        told.step(number, len(held))
        given[paper.key] = _judged(copies[paper.key], paper, digest)
    return tuple(given.get(one.key, one) for one in some)


def _copies(plan: MissionPlan) -> dict[Key, list[r.IssuedDocument]]:
    copies: dict[Key, list[r.IssuedDocument]] = {}
    for one in plan.issued:
        copies.setdefault(key_of(one), []).append(one)
    return copies


def preview(ws: Workspace, plan: MissionPlan, request: PrintRequest, progress: Progress | None = None) -> Preview:
    """Print the first document of a request for the eye: the bytes that would be written to a file.

    Raises Invalid, NotFound, Cancelled.
    """
    order = documents.orders_of(plan, request)[0]
    one = next(documents.printed(ws, plan, [order], progress, spots=True))
    return Preview(one.data, one.pages, one.spots, one.missing)


def to_hand(ws: Workspace, plan: MissionPlan, request: PrintRequest, progress: Progress | None = None) -> bytes:
    """Print a document for somebody to hold, or one after the other where it is for ``everyone``.

    With ``issue`` what was shown is kept. Raises Invalid, NotFound, Cancelled; nothing is kept then.
    """
    orders = documents.orders_of(plan, request)
    if request.everyone and len(orders) > 1:
        data, done = documents.printed_as_one(ws, plan, orders, [one.kind for one in orders], progress)
    else:
        (one,) = documents.printed(ws, plan, orders[:1], progress)
        data, done = one.data, [one]
    if request.issue:
        documents.issue(ws, plan, done)
    return data


def _all(plan: MissionPlan) -> Iterator[Paper]:
    spoken = [code for code in plan.mission.languages if code in LANGUAGES]
    languages = spoken or [documents.language_of(plan, None)]
    for kind in KINDS:
        if kind.variants != ("common",):
            yield from _variants(plan, kind, languages)
        elif kind.per is Per.PERSON:
            yield from _personal(plan, kind)
        elif kind.per is Per.MISSION:
            yield Paper(PrintRequest(kind=kind.id, language=languages[0]), languages[0])
        else:
            yield from _about(plan, kind, languages[0])


def _variants(plan: MissionPlan, kind: Kind, languages: Sequence[str]) -> Iterator[Paper]:
    for language in languages:
        yield Paper(PrintRequest(kind=kind.id, language=language), language)
    for group in plan.groups:
        request = PrintRequest(kind=kind.id, language=languages[0], group=str(group.id), variant="group")
        yield Paper(request, languages[0], group=group)
    yield Paper(PrintRequest(kind=kind.id, language=languages[0], variant="leader"), languages[0])


def _personal(plan: MissionPlan, kind: Kind) -> Iterator[Paper]:
    for delegate in plan.travellers:
        person = plan.person(delegate.person_id)
        if person is not None and not person.unnamed:
            language = documents.language_of(plan, person)
            yield Paper(PrintRequest(kind=kind.id, person=str(person.id)), language, person)


def _about(plan: MissionPlan, kind: Kind, language: str) -> Iterator[Paper]:
    known = subjects(plan, kind)
    if kind.whole and len(known) > 1:
        yield Paper(PrintRequest(kind=kind.id, language=language), language)
    for one in known:
        request = PrintRequest(kind=kind.id, language=language, subject=str(one.id))
        yield Paper(request, language, subject=one)


def _unusual(plan: MissionPlan, keys: Iterable[Key]) -> Iterator[Paper]:
    """Give documents copies of which were given out, but which are not offered by themselves."""
    for kind, language, person, group, subject, variant in sorted(keys, key=str):
        found = kind_of(kind)
        if found is None:
            continue
        request = PrintRequest(
            kind=kind,
            language=language,
            person=str(person) if person else None,
            group=str(group) if group else None,
            subject=str(subject) if subject else None,
            variant=variant,
        )
        with suppress(Invalid, NotFound):
            documents.orders_of(plan, request)
            about = next((one for one in subjects(plan, found) if one.id == subject), None)
            yield Paper(request, language, plan.person(person), plan.group(group), about)


def _kept(copies: Sequence[r.IssuedDocument], paper: Paper) -> Paper:
    """Return a paper with its last copy, whether it holds or not."""
    last = max(copies, key=lambda one: one.issued_at)
    return replace(paper, state=State.GIVEN_OUT, version=last.version, issued_at=last.issued_at)


def _judged(copies: Sequence[r.IssuedDocument], paper: Paper, digest: str) -> Paper:
    last = max(copies, key=lambda one: one.issued_at)
    state = State.UP_TO_DATE if last.content_hash == digest else State.CHANGED
    return replace(paper, state=state, version=last.version, issued_at=last.issued_at, digest=digest)


def key_of(one: r.IssuedDocument) -> Key:
    """Return what tells which document a copy is of."""
    return (one.kind, one.language, one.person_id, one.group_id, one.subject_id, one.variant or "common")
