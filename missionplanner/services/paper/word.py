"""Write documents of a mission as Word files, to be changed there."""

from __future__ import annotations

from pathlib import Path

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.documents.word import in_word
from missionplanner.domain.plan import MissionPlan
from missionplanner.exchange.letters.archive import packed, unpacked
from missionplanner.services import media, missions
from missionplanner.services.archive import archive_of
from missionplanner.services.directory import pictures
from missionplanner.services.exports import ExportedFile, ExportReport
from missionplanner.services.paper import documents
from missionplanner.services.paper.print_requests import PrintRequest, is_batch
from missionplanner.services.workspace import Workspace

__all__ = ["PrintRequest", "is_batch", "write"]


def write(
    ws: Workspace, code: str, request: PrintRequest, target: Path, progress: Progress | None = None
) -> ExportReport:
    """Write what a request to print asks for as Word files: into a file, or a folder where it is for several.

    It has the content of paper in the same order and words; nothing is issued. Raises as printing does, and
    Invalid for a document that is drawn rather than written.
    """
    plan = missions.plan(ws, code)
    orders = documents.orders_of(plan, request)
    several = is_batch(request)
    if several and target.exists() and not target.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for several files."), path=str(target))
    people = [plan.person(one.person_id) for one in orders]
    names = [
        documents.file_name(
            plan.mission.code,
            order.kind,
            person,
            order.languages[0],
            documents.subject_name(plan, order) or None,
            suffix=".docx",
        )
        for order, person in zip(orders, people, strict=True)
    ]
    paths = [target / name for name in atomic_files.distinct(names)] if several else [target]
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    told, files = progress or Progress(), []
    sealed = documents.sealed(ws, plan, orders)
    with atomic_files.folder_aside(target if several else target.parent) as aside:
        archive = archive_of(ws, plan, orders)
        shown = media.of_names(ws, documents.photographs(archive.record)) | _logos(ws, plan)
        made = in_word(plan, orders, sealed, archive, shown)
        for number, ((_, data), person, path) in enumerate(zip(made, people, paths, strict=True)):
            told.step(number, len(orders))
            same = packed(unpacked(data))
            atomic_files.write(aside / str(number), same)
            files.append(ExportedFile(path, person.full_name if person else None, len(same)))
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
    return ExportReport(tuple(files))


def _logos(ws: Workspace, plan: MissionPlan) -> dict[str, bytes]:
    """Return the organisers' logos as pictures: not every Word shows drawings."""
    owners = (plan.organisation(one.organisation_id) for one in plan.organisers)
    found = media.of_names(ws, [one.logo for one in owners if one is not None and one.logo])
    return {name: pictures.in_pixels(data) for name, data in pictures.on_paper(found).items()}
