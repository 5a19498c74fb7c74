"""Say which documents a mission has and whether the copies given out still hold; print one for the eye."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.progress import Progress
from missionplanner.documents import press
from missionplanner.documents.spots import Spot
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.services import documents
from missionplanner.services.documents import PrintRequest
from missionplanner.services.workspace import Workspace

Key = tuple[str, str, UUID | None, UUID | None, str]
"""Kind, language, person, group and variant of a document."""


class State(StrEnum):
    """Say how a document stands against the copy that was given out."""

    NEVER = "never"
    UP_TO_DATE = "up_to_date"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Paper:
    """Be a document a mission has: what to ask of the press for it, and how its last copy stands.

    ``version`` and ``issued_at`` (UTC) are those of the copy given out last, 0 and None where there is none.
    ``digest`` is a hash of what it shows now.
    """

    request: PrintRequest
    language: str
    person: r.Person | None = None
    group: r.Group | None = None
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
            self.request.variant or "common",
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """Be a document printed for the eye: its bytes, and where on its pages which record is shown."""

    data: bytes
    pages: int
    spots: tuple[Spot, ...]
    missing: tuple[str, ...]


def papers(plan: MissionPlan, progress: Progress | None = None, *, given_out: bool = False) -> tuple[Paper, ...]:
    """Return every document of a mission with its state: programmes first, then a personal agenda for each.

    ``given_out`` leaves out those no copy of which has left the house. To be called off the window's thread:
    what each document shows is worked out. Raises Cancelled.
    """
    found = [one for one in _all(plan) if not given_out or _copies(plan, one)]
    orders = [documents.orders_of(plan, one.request)[0] for one in found]
    shown = press.contents(plan, orders)
    made = []
    for number, (paper, digest) in enumerate(zip(found, shown, strict=True)):
        if progress is not None:
            progress.step(number, len(found))
        made.append(_judged(plan, paper, digest))
    return tuple(made)


def preview(ws: Workspace, plan: MissionPlan, request: PrintRequest, progress: Progress | None = None) -> Preview:
    """Print the first document of a request for the eye: the bytes that would be written to a file.

    Raises Invalid, NotFound, Cancelled.
    """
    order = documents.orders_of(plan, request)[0]
    media = documents.media(ws, plan)
    one = next(press.print_batch(plan, [order], media, progress or Progress(), spots=True))
    return Preview(one.data, one.pages, one.spots, one.missing)


def to_hand(ws: Workspace, plan: MissionPlan, request: PrintRequest, progress: Progress | None = None) -> bytes:
    """Print the first document of a request for somebody to hold; with ``issue`` keep what it showed.

    Raises Invalid, NotFound, Cancelled; nothing is kept then.
    """
    order = documents.orders_of(plan, request)[0]
    one = next(press.print_batch(plan, [order], documents.media(ws, plan), progress or Progress()))
    if request.issue:
        documents.issue(ws, plan, [one])
    return one.data


def _all(plan: MissionPlan) -> Iterator[Paper]:
    spoken = [code for code in plan.mission.languages if code in press.LANGUAGES]
    languages = spoken or [documents.language_of(plan, None)]
    for language in languages:
        yield Paper(PrintRequest(kind="programme", language=language), language)
    for group in plan.groups:
        request = PrintRequest(kind="programme", language=languages[0], group=str(group.id), variant="group")
        yield Paper(request, languages[0], group=group)
    yield Paper(PrintRequest(kind="programme", language=languages[0], variant="leader"), languages[0])
    for delegate in plan.travellers:
        person = plan.person(delegate.person_id)
        if person is not None and not person.unnamed:
            language = documents.language_of(plan, person)
            yield Paper(PrintRequest(kind="itinerary", person=str(person.id)), language, person)


def _judged(plan: MissionPlan, paper: Paper, digest: str) -> Paper:
    copies = _copies(plan, paper)
    if not copies:
        return paper
    last = max(copies, key=lambda one: one.issued_at)
    state = State.UP_TO_DATE if last.content_hash == digest else State.CHANGED
    return replace(paper, state=state, version=last.version, issued_at=last.issued_at, digest=digest)


def _copies(plan: MissionPlan, paper: Paper) -> list[r.IssuedDocument]:
    """Return the copies of a document that were given out."""
    return [one for one in plan.issued if paper.key == _key_of(one)]


def _key_of(one: r.IssuedDocument) -> Key:
    return (one.kind, one.language, one.person_id, one.group_id, one.variant or "common")
