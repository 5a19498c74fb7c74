"""Print a mission's documents into files, and keep what was issued to whom."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.documents import press
from missionplanner.documents.kinds import KINDS, Kind, kind_of
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed
from missionplanner.documents.subjects import subjects
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.redaction import Audience
from missionplanner.services import media as files
from missionplanner.services import missions
from missionplanner.services.archive import archive_of
from missionplanner.services.directory.pictures import on_paper
from missionplanner.services.paper.print_requests import (
    FALLBACK_LANGUAGE,
    PrintRequest,
    find_group,
    find_person,
    is_batch,
    language_of,
    orders_of,
    recipients,
    version,
)
from missionplanner.services.paper.printed_files import PrintedFile, PrintReport
from missionplanner.services.partners import access_lists
from missionplanner.services.workspace import Workspace

__all__ = [
    "FALLBACK_LANGUAGE",
    "PrintReport",
    "PrintRequest",
    "PrintedFile",
    "file_name",
    "find_group",
    "find_person",
    "issue",
    "kinds",
    "language_of",
    "orders_of",
    "print_to",
    "printed",
    "printed_as_one",
    "recipients",
    "version",
]

ACCESS = "access"
"""The document that announces visitors to a site's security."""
LONGEST_PART = 50
"""Bytes of each of the three names in the name of a file, so that kind and language always fit."""


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
    with atomic_files.folder_aside(target if is_batch(request) else target.parent) as folder:
        batch = printed(ws, plan, orders, progress)
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


def file_name(
    code: str,
    kind: str,
    person: r.Person | None,
    language: str,
    about: str | None = None,
    suffix: str = ".pdf",
) -> str:
    """Return the name of a document's file, cleaned for every file system; ``about`` is a group or subject."""
    names = (about, person.family, person.given) if person else (about,)
    parts = [_cut(code), kind, *(_cut(name) for name in names if name), language]
    return atomic_files.safe_name("_".join(part for part in parts if part)) + suffix


def _cut(part: str) -> str:
    """Return as much of a part of a name as leaves room for the others."""
    return part.encode()[:LONGEST_PART].decode(errors="ignore")


def issue(ws: Workspace, plan: MissionPlan, some: Sequence[Printed]) -> None:
    """Keep what documents showed to whom. Recorded in the history, but nothing undo could take back.

    That a site's security has its list of visitors now is noted along: a step of its own, which undo takes back.
    """
    now = dt.datetime.now(dt.UTC)
    contents = _new_contents(ws, plan, [one.order for one in some])
    kinds = sorted({one.order.kind for one in some})
    with ws.edit(N_("Issue {count} documents"), undoable=False, count=len(some), kind=", ".join(kinds)) as edit:
        for one in some:
            document = r.IssuedDocument(
                mission_id=plan.mission.id,
                kind=one.order.kind,
                language="+".join(one.order.languages),
                version=one.order.version,
                issued_at=now,
                person_id=one.order.person_id,
                group_id=one.order.group_id,
                subject_id=one.order.subject_id,
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
        edit.add_all(contents)
    given = [(one.order.subject_id, one.order.people) for one in some if one.order.kind == ACCESS]
    access_lists.note_sent(ws, plan, given)


def _new_contents(ws: Workspace, plan: MissionPlan, orders: Sequence[Order]) -> list[r.IssuedContent]:
    """Return what documents tell that no copy given out has told yet, each thing once."""
    told: dict[str, str] = {}
    for one in press.told(plan, orders, sealed(ws, plan, orders), archive_of(ws, plan, orders)):
        told.update((digest, content) for _, digest, content in one)
    with ws.reading() as connection:
        known = reading.issued_contents(connection, plan.mission.id, told)
    mission = plan.mission.id
    return [
        r.IssuedContent(mission_id=mission, digest=digest, content=content)
        for digest, content in told.items()
        if digest not in known
    ]


def _paths(plan: MissionPlan, orders: Sequence[Order], request: PrintRequest, target: Path) -> list[Path]:
    if not is_batch(request):
        return [target]
    if target.exists() and not target.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for the documents of several people."), path=str(target))
    names = (
        file_name(
            plan.mission.code,
            one.kind,
            plan.person(one.person_id),
            one.languages[0],
            subject_name(plan, one) or None,
        )
        for one in orders
    )
    return [target / name for name in atomic_files.distinct(names)]


def _file(plan: MissionPlan, one: Printed, path: Path) -> PrintedFile:
    person = plan.person(one.order.person_id)
    digest = hashlib.sha256(one.data).hexdigest()
    return PrintedFile(path, person.full_name if person else None, one.pages, len(one.data), digest)


def subject_name(plan: MissionPlan, order: Order) -> str:
    """Return what a document is about, for the name of its file; "" for one about the mission or a person.

    A day is its date, so that files stand in the order of the days; else it is said in the document's language.
    """
    kind = kind_of(order.kind)
    if kind is None or order.subject_id is None:
        return ""
    found = next((one for one in subjects(plan, kind) if one.id == order.subject_id), None)
    name = (found.ref or found.name) if found is not None else ""
    return name if isinstance(name, str) else name.best(order.languages[0], plan.mission.languages)


def _without_bytes(one: Printed) -> Printed:
    return replace(one, data=b"", spots=())


def printed(
    ws: Workspace,
    plan: MissionPlan,
    orders: Sequence[Order],
    progress: Progress | None = None,
    *,
    spots: bool = False,
) -> Iterator[Printed]:
    """Print documents with the pictures they show; what is under seal is read only for a site's security.

    Raises as the press does.
    """
    stock, told = _stock(ws, plan, orders), progress or Progress()
    return press.print_batch(
        plan, orders, stock.media, told, spots=spots, confidential=stock.confidential, archive=stock.archive
    )


def printed_as_one(
    ws: Workspace,
    plan: MissionPlan,
    orders: Sequence[Order],
    titles: Sequence[str],
    progress: Progress | None = None,
) -> tuple[bytes, list[Printed]]:
    """Print documents into one file, each with its title in the outline; return it and what each of them is."""
    stock, told = _stock(ws, plan, orders), progress or Progress()
    data, done = press.print_as_one(
        plan, orders, stock.media, titles, told, confidential=stock.confidential, archive=stock.archive
    )
    return data, list(done)


def _stock(ws: Workspace, plan: MissionPlan, orders: Sequence[Order]) -> press.Stock:
    archive = archive_of(ws, plan, orders)
    names = _pictures(plan, {one.kind for one in orders}) | photographs(archive.record)
    pictures = on_paper(files.of_names(ws, names))
    return press.Stock(pictures, sealed(ws, plan, orders), archive)


def photographs(record: MissionRecord) -> set[str]:
    """Return the names of the pictures of a mission that may be shown: those shown agreed."""
    return {one.medium for one in record.photos if one.medium and one.cleared}


def sealed(ws: Workspace, plan: MissionPlan, orders: Sequence[Order]) -> Mapping[UUID, r.Confidential]:
    """Return what is under seal, by delegate, where an order is for a site's security; else nothing."""
    kinds = ((kind_of(one.kind), one.variant) for one in orders)
    if not any(kind is not None and kind.read_by(variant) is Audience.SITE for kind, variant in kinds):
        return {}
    with ws.reading() as connection:
        return {one.delegate_id: one for one in reading.confidential(connection, plan.mission)}


def _pictures(plan: MissionPlan, wanted: Iterable[str]) -> set[str]:
    """Return the names of the pictures documents of these kinds may show: logos, the emblem, portraits."""
    names = {one.logo for one in plan.organisations if one.logo}
    if plan.mission.emblem:
        names.add(plan.mission.emblem)
    if any(kind.portraits for name in wanted if (kind := kind_of(name))):
        names |= {one.photo for one in plan.people if one.photo}
    return names
