"""Print a mission's documents into files, and keep what was issued to whom."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.documents import press
from missionplanner.documents.press import KINDS, Kind, Order, Printed
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.services import media as files
from missionplanner.services import missions
from missionplanner.services.workspace import Workspace

FALLBACK_LANGUAGE = "it"
LONGEST_PART = 50
"""Bytes of each of the three names in the name of a file, so that kind and language always fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """Say what to print. ``person`` and ``group`` are an id of the file or a name; languages as ``it``.

    ``people`` are those whom a document for ``everyone`` is printed for, all where none are named.
    """

    kind: str = "programme"
    language: str | None = None
    everyone: bool = False
    people: tuple[UUID, ...] = ()
    person: str | None = None
    group: str | None = None
    variant: str | None = None
    paper: str = "a4"
    cover: str = "institutional"
    draft: bool = False
    issue: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """Be a file that was written; ``person`` is the name of whom it is for."""

    path: Path
    person: str | None
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PrintReport:
    """Tell what was printed; ``missing`` are characters no font here can draw."""

    files: tuple[PrintedFile, ...]
    missing: tuple[str, ...]


def kinds() -> tuple[Kind, ...]:
    """Return the kinds of documents there are: one list for window and command line."""
    return tuple(KINDS)


def print_to(
    ws: Workspace, code: str, request: PrintRequest, target: Path, progress: Progress | None = None
) -> PrintReport:
    """Print into a file, or into a folder where the request is for several people.

    Everything is written aside and put in its place at the end; with ``issue`` it is also kept what each
    person was shown. Raises NotFound, Invalid, Occupied without ``force``, NotWritten, Cancelled; no file is
    changed then.
    """
    plan = missions.plan(ws, code)
    orders = orders_of(plan, request)
    paths = _paths(plan, orders, request, target)
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    files: list[PrintedFile] = []
    missing: dict[str, None] = {}
    done: list[Printed] = []
    with atomic_files.folder_aside(target if _is_batch(request) else target.parent) as folder:
        batch = press.print_batch(plan, orders, media(ws, plan), progress or Progress())
        for number, (one, path) in enumerate(zip(batch, paths, strict=True)):
            atomic_files.write(folder / str(number), one.data)
            files.append(_file(plan, one, path))
            missing.update(dict.fromkeys(one.missing))
            done.append(_without_bytes(one))
        if request.issue:
            issue(ws, plan, done)
        for number, path in enumerate(paths):
            (folder / str(number)).replace(path)
    return PrintReport(tuple(files), tuple(missing))


def orders_of(plan: MissionPlan, request: PrintRequest) -> tuple[Order, ...]:
    """Return the documents a request asks for, in the order of the delegates."""
    kind = next((one for one in KINDS if one.id == request.kind), None)
    if kind is None:
        raise Invalid(N_("There is no document “{kind}”."), kind=request.kind)
    group = find_group(plan, request.group) if request.group else None
    if not kind.for_persons:
        if request.everyone or request.person is not None:
            raise Invalid(N_("This document is one for all. It needs neither --all nor --for."))
        if request.variant == "group" and group is None:
            raise Invalid(N_("Say which group the programme is for (--group)."))
        return (_order(plan, request, None, group),)
    people = recipients(plan, request)
    if not people:
        raise Invalid(N_("Nobody in this mission would get this document: no delegate is named yet."))
    return tuple(_order(plan, request, person, None) for person in people)


def file_name(
    code: str,
    kind: str,
    person: r.Person | None,
    language: str,
    group: str | None = None,
    suffix: str = ".pdf",
) -> str:
    """Return the name of a document's file, cleaned for every file system."""
    names = (group, person.family, person.given) if person else (group,)
    parts = [_cut(code), kind, *(_cut(name) for name in names if name), language]
    return atomic_files.safe_name("_".join(part for part in parts if part)) + suffix


def _cut(part: str) -> str:
    """Return as much of a part of a name as leaves room for the others."""
    return part.encode()[:LONGEST_PART].decode(errors="ignore")


def version(plan: MissionPlan, kind: str) -> int:
    """Return the number of the last issue of a kind of document; 0 where none was issued."""
    return max((one.version for one in plan.issued if one.kind == kind), default=0)


def issue(ws: Workspace, plan: MissionPlan, some: Sequence[Printed]) -> None:
    """Keep what documents showed to whom. Recorded in the history, but nothing undo could take back."""
    now = dt.datetime.now(dt.UTC)
    kind = some[0].order.kind
    with ws.edit(N_("Issue {count} documents"), undoable=False, count=len(some), kind=kind) as edit:
        for one in some:
            document = r.IssuedDocument(
                mission_id=plan.mission.id,
                kind=kind,
                language="+".join(one.order.languages),
                version=one.order.version,
                issued_at=now,
                person_id=one.order.person_id,
                group_id=one.order.group_id,
                variant=one.order.variant,
                content_hash=one.content_hash,
            )
            blocks = [
                r.IssuedBlock(
                    mission_id=plan.mission.id,
                    document_id=document.id,
                    key=key,
                    content_hash=digest,
                    position=number,
                )
                for number, (key, digest) in enumerate(one.blocks)
            ]
            edit.add_all([document, *blocks])


def language_of(plan: MissionPlan, person: r.Person | None) -> str:
    """Return the language of a person's paper: the first of theirs that paper speaks, else the mission's."""
    own = person.languages if person is not None else ()
    for code in (*own, *plan.mission.languages):
        if code.split("-")[0].lower() in press.LANGUAGES:
            return code.split("-")[0].lower()
    return FALLBACK_LANGUAGE


def _order(plan: MissionPlan, request: PrintRequest, person: r.Person | None, group: r.Group | None) -> Order:
    language = (request.language or language_of(plan, person)).lower()
    if language not in press.LANGUAGES:
        known = ", ".join(press.LANGUAGES)
        raise Invalid(
            N_("Paper is not printed in “{language}” yet, but in: {known}."), language=language, known=known
        )
    order = Order(
        kind=request.kind,
        languages=(language,),
        person_id=person.id if person else None,
        group_id=group.id if group else None,
        variant=request.variant or ("group" if group else "common"),
        paper=request.paper,
        draft=request.draft,
        cover=request.cover,
        version=version(plan, request.kind) + (1 if request.issue else 0),
        issued=request.issue,
    )
    return order if request.issue else replace(order, issued=_is_issued(plan, order))


def _is_issued(plan: MissionPlan, order: Order) -> bool:
    """Tell whether this very document was issued and the mission not changed since: then it is the same copy."""
    asked = (order.kind, "+".join(order.languages), order.version, order.person_id, order.group_id, order.variant)
    return any(
        asked == (one.kind, one.language, one.version, one.person_id, one.group_id, one.variant)
        and (plan.changed_at is None or plan.changed_at <= one.issued_at)
        for one in plan.issued
    )


def _is_batch(request: PrintRequest) -> bool:
    return request.kind == "itinerary" and request.person is None


def recipients(plan: MissionPlan, request: PrintRequest) -> list[r.Person]:
    """Return the named delegates a request is for. Raises NotFound, Invalid where it names none or too many."""
    group = find_group(plan, request.group) if request.group else None
    if sum((request.everyone, request.person is not None, group is not None)) > 1:
        raise Invalid(N_("Say for whom once: one person (--for), a group (--group) or everybody (--all)."))
    if request.person is not None:
        return [find_person(plan, request.person)]
    if not request.everyone and group is None:
        raise Invalid(N_("Say for whom: one person (--for), a group (--group) or everybody (--all)."))
    wanted = plan.everyone if group is None else plan.group_members.get(group.id, frozenset())
    wanted &= frozenset(request.people or wanted)
    people = (plan.person(one.person_id) for one in plan.travellers if one.person_id in wanted)
    return [one for one in people if one is not None and not one.unnamed]


def find_person(plan: MissionPlan, text: str) -> r.Person:
    """Return the delegate of this id or name, whatever order, case and accents. Raises NotFound, Invalid."""
    delegates = {plan.ref(one.id): one.person_id for one in plan.delegates}
    people = [one for one in plan.people if one.id in plan.delegate_by_person and not one.unnamed]
    for one in people:
        if text in (plan.ref(one.id), str(one.id)) or delegates.get(text) == one.id:
            return one
    words = set(folded(text).split())
    exact = [one for one in people if words == set(folded(one.full_name).split())]
    found = exact or [one for one in people if words and words <= set(folded(one.full_name).split())]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(sorted(one.full_name for one in found)[:5])
        raise Invalid(N_("“{text}” could be several delegates: {names}."), text=text, names=names)
    raise NotFound(N_("No delegate of this mission is called “{text}”."), text=text)


def find_group(plan: MissionPlan, text: str) -> r.Group:
    """Return the group of this id or name, whatever case and accents. Raises NotFound."""
    for one in plan.groups:
        names = [name for _, name in one.name.entries] if one.name else []
        if text in (plan.ref(one.id), str(one.id)) or folded(text) in map(folded, names):
            return one
    raise NotFound(N_("This mission has no group “{text}”."), text=text)


def _paths(plan: MissionPlan, orders: Sequence[Order], request: PrintRequest, target: Path) -> list[Path]:
    if not _is_batch(request):
        return [target]
    if target.exists() and not target.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for the documents of several people."), path=str(target))
    names = (
        file_name(plan.mission.code, one.kind, plan.person(one.person_id), one.languages[0]) for one in orders
    )
    return [target / name for name in atomic_files.distinct(names)]


def _file(plan: MissionPlan, one: Printed, path: Path) -> PrintedFile:
    person = plan.person(one.order.person_id)
    digest = hashlib.sha256(one.data).hexdigest()
    return PrintedFile(path, person.full_name if person else None, one.pages, len(one.data), digest)


def _without_bytes(one: Printed) -> Printed:
    return Printed(one.order, b"", one.pages, one.content_hash, one.blocks, one.missing)


def media(ws: Workspace, plan: MissionPlan) -> Mapping[str, bytes]:
    """Return the logos a mission's paper shows, by the hash that names them."""
    return files.of_names(ws, {one.logo for one in plan.organisations if one.logo})
