"""Keep Word documents of one's own as templates of reports, and pour a mission into one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.values import report_values
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.documents.makers import Desk
from missionplanner.domain import records as r
from missionplanner.domain.media import sha256_of
from missionplanner.domain.paper.report_fields import unknown
from missionplanner.domain.redaction import Audience, redacted
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.exchange.letters import fill, read
from missionplanner.services import media, missions
from missionplanner.services.archive import archive_of
from missionplanner.services.paper import documents
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.workspace import Receipt, Workspace

VERSION = 1
FUNDER = "funder_report"
_STEPS = 3
"""Reading, working out, writing: between them one may think better of it."""


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """Be a report of the workspace to fill in, in one language."""

    id: UUID
    name: str
    language: str
    medium: str


@dataclass(frozen=True, slots=True)
class Poured:
    """Tell what was written; ``unknown`` is what the template names that a report does not have."""

    path: Path
    unknown: tuple[str, ...]


def templates(ws: Workspace) -> tuple[ReportTemplate, ...]:
    """Return the templates of reports of a workspace."""
    with ws.reading() as connection:
        found = [one for one in reading.templates(connection) if one.kind is TemplateKind.REPORT]
    return tuple(ReportTemplate(one.id, one.name, one.language or "", one.medium) for one in found if one.medium)


def add(ws: Workspace, name: str, language: str, data: bytes) -> Receipt:
    """Keep a Word document as a template, in the place of one of that name and language.

    Raises Invalid without a name, for a language paper does not speak, and for a document that is not read.
    """
    title = clean(name, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the template a name."), field="name")
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise Invalid(
            N_("Paper is not printed in “{language}” yet, but in: {known}."), language=language, known=known
        )
    read(data)
    with ws.edit(N_("Save the template “{name}”"), name=title) as edit:
        medium = sha256_of(media.store(edit, data, "docx"))
        there = (one for one in edit.all(r.Template) if one.kind is TemplateKind.REPORT)
        same = next((one for one in there if (one.name, one.language) == (title, language)), None)
        if same is not None:
            edit.save(replace(same, medium=medium))
        else:
            new = r.Template(kind=TemplateKind.REPORT, name=title, content=json.dumps({"version": VERSION}))
            edit.add(replace(new, language=language, medium=medium))
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a template; reports written from it stay. Raises NotFound."""
    with ws.edit(N_("Delete a template")) as edit:
        one = edit.get(r.Template, identity)
        edit.call(N_("Delete the template “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt


def find(ws: Workspace, name: str, language: str | None = None) -> ReportTemplate:
    """Return the template of this name, in a language where one is told. Raises NotFound."""
    for one in templates(ws):
        if one.name == name and language in (None, one.language):
            return one
    raise NotFound(N_("There is no template of a report called “{name}”."), name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class PourRequest:
    """Say how a report is poured: of which ``day`` it is, and whether it may name money, which a funder reads."""

    language: str
    day: dt.date
    for_funder: bool = False
    force: bool = False


def file_of(ws: Workspace, template: ReportTemplate) -> bytes:
    """Return a template's Word document, to look at and to change. Raises NotFound."""
    data = media.read(ws, template.medium)
    if data is None:
        raise NotFound(N_("The file of the template “{name}” is no longer there."), name=template.name)
    return data


def unknown_fields(data: bytes) -> tuple[str, ...]:
    """Return what a Word document names that a report does not have. Raises Invalid, Damaged."""
    return unknown(read(data).fields)


def pour_into(
    ws: Workspace,
    code: str,
    data: bytes,
    target: Path,
    request: PourRequest,
    progress: Progress | None = None,
) -> Poured:
    """Write a mission's report into a copy of a Word document.

    Raises NotFound, Invalid, Damaged, Occupied without ``force``, NotWritten, Cancelled; no file is changed then.
    """
    told = progress or Progress()
    told.step(0, _STEPS)
    made = read(data)
    plan = missions.plan(ws, code)
    kind, audience = (FUNDER, Audience.AUDITOR) if request.for_funder else ("report", Audience.BOARD)
    (order,) = documents.orders_of(plan, PrintRequest(kind=kind, language=request.language))
    archive = archive_of(ws, plan, [order]).seen_by(audience)
    told.step(1, _STEPS)
    desk = Desk.of(redacted(plan, audience), order.languages[0], {}, {}, archive)
    filled = fill(made, report_values(Matter(desk, order), request.day))
    told.step(2, _STEPS)
    atomic_files.write(target, filled, force=request.force)
    return Poured(target, unknown(made.fields))
