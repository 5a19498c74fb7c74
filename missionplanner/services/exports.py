"""Give the lists of a mission out again: workbooks, CSV, cards, calendars; nothing is replaced unasked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.db import lists
from missionplanner.db.models.journal import ChangeRow
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import Dossier, MissionPlan
from missionplanner.exchange import calendars, contacts, mission_lists
from missionplanner.exchange.mission_lists import HEADS, holds_sealed, language_among
from missionplanner.exchange.tables import Heading, Listing, csv_bytes
from missionplanner.services import exchange, media, missions
from missionplanner.services.paper import documents
from missionplanner.services.workspace import Workspace

__all__ = [
    "LISTS",
    "ExportReport",
    "ExportRequest",
    "ExportedFile",
    "Format",
    "Heading",
    "Listing",
    "calendars_of",
    "export_to",
    "file_name",
    "holds_sealed",
    "is_folder",
    "language_among",
    "list_title",
    "plain_name",
    "write_cards",
    "write_listing",
]
R = TypeVar("R", bound=r.Record)


class Format(StrEnum):
    """How lists leave the workspace."""

    XLSX = "xlsx"
    CSV = "csv"
    VCF = "vcf"
    ICS = "ics"


LISTS = tuple(HEADS)
"""Names of the lists of a mission, in the order of the sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Say what goes out and how.

    ``lists`` are names of LISTS, all of them where none is named. ``person`` and ``group`` are an id of the
    file or a name. ``language`` is one of the five of tables, the mission's first where it is None; cards and
    calendars are in the person's own. ``sensitive`` adds what is sealed: travel documents, diets, access needs.
    """

    format: Format
    lists: tuple[str, ...] = ()
    language: str | None = None
    person: str | None = None
    group: str | None = None
    everyone: bool = False
    sensitive: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """Be a file that was written; ``person`` is the name of whom it is for."""

    path: Path
    person: str | None
    size: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Tell what was written; ``left_out`` tells that something sealed stayed out of it."""

    files: tuple[ExportedFile, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    name: str
    data: bytes
    person: str | None = None


def export_to(
    ws: Workspace, code: str, request: ExportRequest, target: Path, progress: Progress | None = None
) -> ExportReport:
    """Write lists, cards or calendars of a mission into a file, or into a folder where they are several.

    Everything is written aside first. Raises NotFound, Invalid with the field, Occupied without ``force``,
    NotWritten, Cancelled; no file is changed then.
    """
    unknown = [one for one in request.lists if one not in HEADS]
    if unknown:
        known = ", ".join(LISTS)
        raise Invalid(
            N_("There is no list “{name}”. There are: {known}."), field="list", name=unknown[0], known=known
        )
    dossier = missions.dossier(ws, code, sensitive=request.sensitive)
    made = _MAKERS[request.format](ws, dossier, request)
    if is_folder(request):
        paths = _into_folder(target, made, request, progress or Progress())
    else:
        atomic_files.write(target, made[0].data, force=request.force)
        paths = [target]
    files = tuple(ExportedFile(path, one.person, len(one.data)) for path, one in zip(paths, made, strict=True))
    return ExportReport(files, _leaves_out(ws, code, request))


def is_folder(request: ExportRequest) -> bool:
    """Tell whether a request fills a folder: one file for each list or each person."""
    if request.format is Format.ICS:
        return request.everyone or request.group is not None and request.person is None
    return request.format is Format.CSV and len(request.lists) != 1


def file_name(code: str, request: ExportRequest) -> str:
    """Return what the file of a request is usually called."""
    what = request.lists[0] if len(request.lists) == 1 else _WHAT[request.format]
    return atomic_files.safe_name(f"{code}_{what}") + f".{request.format}"


_WHAT: Mapping[Format, str] = {
    Format.XLSX: "lists",
    Format.CSV: "lists",
    Format.VCF: "contacts",
    Format.ICS: "calendar",
}


def _leaves_out(ws: Workspace, code: str, request: ExportRequest) -> bool:
    if request.sensitive or request.format not in (Format.XLSX, Format.CSV):
        return False
    return any(map(holds_sealed, request.lists or LISTS)) and exchange.left_out(ws, code)


def _into_folder(folder: Path, made: Sequence[_Made], request: ExportRequest, progress: Progress) -> list[Path]:
    if folder.exists() and not folder.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for several files."), path=str(folder))
    paths = [folder / name for name in atomic_files.distinct(one.name for one in made)]
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    with atomic_files.folder_aside(folder) as aside:
        for number, one in enumerate(made):
            progress.step(number, len(made), "")
            atomic_files.write(aside / str(number), one.data)
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
    return paths


# -- lists ------------------------------------------------------------------------------------------


def _language(plan: MissionPlan, request: ExportRequest) -> str:
    wanted = request.language or next(iter(plan.mission.languages), documents.FALLBACK_LANGUAGE)
    return language_among(wanted)


def _listings(dossier: Dossier, request: ExportRequest) -> tuple[tuple[str, Listing], ...]:
    """Return the wanted lists by name. All of them leave out those that hold nothing unusual."""
    language = _language(dossier.plan, request)
    made = {
        name: mission_lists.listing(dossier, name, language, sensitive=request.sensitive)
        for name in request.lists or LISTS
    }
    kept = [
        name for name, one in made.items() if request.lists or one.rows or name not in mission_lists.ONLY_WITH_ROWS
    ]
    return tuple((name, made[name]) for name in kept)


def _workbook(_ws: Workspace, dossier: Dossier, request: ExportRequest) -> list[_Made]:
    from missionplanner.exchange.tables.workbook import xlsx

    return [
        _Made(file_name(dossier.plan.mission.code, request), xlsx([one for _, one in _listings(dossier, request)]))
    ]


def _csv(_ws: Workspace, dossier: Dossier, request: ExportRequest) -> list[_Made]:
    code = dossier.plan.mission.code
    return [
        _Made(atomic_files.safe_name(f"{code}_{name}") + ".csv", csv_bytes(one))
        for name, one in _listings(dossier, request)
    ]


# -- cards ------------------------------------------------------------------------------------------


def _cards(ws: Workspace, dossier: Dossier, request: ExportRequest) -> list[_Made]:
    """Return the cards of everybody of the mission, or of those the request names."""
    plan = dossier.plan
    people = [one for one in plan.people if not one.unnamed]
    if request.person is not None or request.group is not None:
        people = documents.recipients(plan, _for_whom(request))
    photos = media.of_names(ws, [one.photo for one in people if one.photo])
    language = _language(plan, request)
    drafts = [
        contacts.card_of(
            one,
            plan.organisation(one.organisation_id),
            language=language,
            photo=photos.get(one.photo or ""),
        )
        for one in people
    ]
    return [_Made(file_name(plan.mission.code, request), contacts.write(drafts))]


def _for_whom(request: ExportRequest) -> documents.PrintRequest:
    return documents.PrintRequest(
        kind="itinerary", person=request.person, group=request.group, everyone=request.everyone
    )


# -- calendars --------------------------------------------------------------------------------------


def _calendars(ws: Workspace, dossier: Dossier, request: ExportRequest) -> list[_Made]:
    """Return the calendar of the mission, or one for each person the request names, in their language.

    The list of meetings asks for the B2B meetings alone.
    """
    plan = dossier.plan
    name = file_name(plan.mission.code, request)
    only_meetings = request.lists == ("meetings",)
    if request.person is None and request.group is None and not request.everyone:
        language = request.language or documents.language_of(plan, None)
        sequences = _sequences(ws, plan)
        if only_meetings:
            data = calendars.write_meetings(plan, language=language, sequences=sequences)
        else:
            data = calendars.write(plan, plan.items, language=language, sequences=sequences)
        return [_Made(name, data)]
    made = []
    people = documents.recipients(plan, _for_whom(request))
    for person, language, data in calendars_of(ws, plan, people, request.language, only_meetings=only_meetings):
        what = "meetings" if only_meetings else "calendar"
        file = documents.file_name(plan.mission.code, what, person, language, suffix=".ics")
        made.append(_Made(file, data, person.full_name or person.native_name))
    if not made:
        raise Invalid(N_("Nobody in this mission would get a calendar: no delegate is named yet."))
    return made


def calendars_of(
    ws: Workspace,
    plan: MissionPlan,
    people: Sequence[r.Person],
    language: str | None = None,
    *,
    only_meetings: bool = False,
) -> Iterator[tuple[r.Person, str, bytes]]:
    """Give the calendar of each person with its language: one for all, or that of their paper."""
    sequences, attendees = _sequences(ws, plan), Attendees(plan)
    for person in people:
        spoken = language or documents.language_of(plan, person)
        if only_meetings:
            yield (
                person,
                spoken,
                calendars.write_meetings(plan, person=person.id, language=spoken, sequences=sequences),
            )
            continue
        own = [item for item in plan.items if person.id in attendees.at(item)]
        yield person, spoken, calendars.write(plan, own, person=person.id, language=spoken, sequences=sequences)


def _sequences(ws: Workspace, plan: MissionPlan) -> dict[UUID, int]:
    """Return how often each item and meeting was changed since it was made, its leg's or slot's counted in.

    A calendar that knows an event takes a newer one for it only where this number has grown.
    """
    table = ChangeRow.__table__
    wanted = [table_of(kind).name for kind in (r.AgendaItem, r.Leg, r.Meeting, r.Slot)]
    query = (
        sa.select(table.c.record_id, sa.func.count())
        .where(table.c.mission_id == plan.mission.id, table.c.table_name.in_(wanted))
        .group_by(table.c.record_id)
    )
    with ws.reading() as connection:
        counted = {row[0]: row[1] - 1 for row in connection.execute(query)}
    slots: dict[tuple[UUID, int | None], UUID] = {(one.matchmaking_id, one.position): one.id for one in plan.slots}
    rests_on = {item.id: item.leg_id for item in plan.items}
    rests_on |= {one.id: slots.get((one.matchmaking_id, one.slot)) for one in plan.meetings}
    return {
        one: counted.get(one, 0) + (counted.get(other, 0) if other is not None else 0)
        for one, other in rests_on.items()
    }


_Maker = Callable[[Workspace, Dossier, ExportRequest], Sequence[_Made]]
_MAKERS: Mapping[Format, _Maker] = {
    Format.XLSX: _workbook,
    Format.CSV: _csv,
    Format.VCF: _cards,
    Format.ICS: _calendars,
}


# -- one list as it is looked at --------------------------------------------------------------------


def write_listing(path: Path, listing: Listing, form: Format, *, force: bool = False) -> ExportReport:
    """Write one table as somebody looks at it, as a workbook or CSV. Raises Occupied and NotWritten."""
    from missionplanner.exchange.tables.workbook import xlsx

    return _written(path, xlsx([listing]) if form is Format.XLSX else csv_bytes(listing), force=force)


def write_cards(
    ws: Workspace, path: Path, people: Collection[UUID], *, language: str, force: bool = False
) -> ExportReport:
    """Write the cards of people of the directory, in the order given. Raises Occupied and NotWritten."""
    persons = _records(ws, r.Person, people)
    owners = _records(ws, r.Organisation, {one.organisation_id for one in persons.values() if one.organisation_id})
    photos = media.of_names(ws, [one.photo for one in persons.values() if one.photo])
    drafts = [
        contacts.card_of(
            one,
            owners.get(one.organisation_id) if one.organisation_id else None,
            language=language,
            photo=photos.get(one.photo or ""),
        )
        for identity in people
        if (one := persons.get(identity)) is not None and not one.unnamed
    ]
    return _written(path, contacts.write(drafts), force=force)


def _written(path: Path, data: bytes, *, force: bool) -> ExportReport:
    atomic_files.write(path, data, force=force)
    return ExportReport((ExportedFile(path, None, len(data)),))


def plain_name(title: str, ending: str) -> str:
    """Return what the file of a list is usually called, by its title."""
    return f"{atomic_files.safe_name(title)}.{ending}"


def list_title(name: str, language: str) -> str:
    """Return what a list of LISTS is called in one of the five languages."""
    return HEADS[name].title(language_among(language))


def _records(ws: Workspace, kind: type[R], ids: Collection[UUID]) -> dict[UUID, R]:
    names = [one.name for one in fields(kind) if one.name != "id"]
    with ws.reading() as connection:
        found = lists.rows(connection, kind, names, (), ids=ids)
    return {row[0]: kind(**dict(zip(("id", *names), row, strict=True))) for row in found}
