"""Take files in from the command line (EXCHANGE §3)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.commands import returned
from missionplanner.cli.options import JsonOption, WorkspaceOption, opened, wants_json

if TYPE_CHECKING:
    from missionplanner.services.imports import Proposal
    from missionplanner.services.workspace import Workspace


class ReadAs(StrEnum):
    """Say what a file is read as: a form of ``services.imports``, which is not loaded to tell of them."""

    MISSION = "mission"
    PROGRAMME = "programme"
    DELEGATES = "delegates"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    CALENDAR = "calendar"
    CONTACTS = "contacts"
    CONFIRMATION = "confirmation"
    ROOMING = "rooming"
    LEGS = "legs"
    BUDGET = "budget"
    EXPENSES = "expenses"
    WISHES = "wishes"


def import_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help=N_("Mission files, programmes, lists, calendars, cards or confirmations.")
        ),
    ],
    mission: Annotated[
        str | None, typer.Option("--mission", metavar="CODE", help=N_("The mission these go into."))
    ] = None,
    read_as: Annotated[
        ReadAs | None, typer.Option("--as", help=N_("What the files are, where it is not clear."))
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="ZONE", help=N_("The time zone of a mission that is made."))
    ] = None,
    update: Annotated[bool, typer.Option("--update", help=N_("Bring what is there up to date."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Tell what would happen; write nothing."))] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Take in missions, programmes and lists from files. Each file is one step that can be undone."""
    from missionplanner.services import exchange

    if read_as is not ReadAs.MISSION and zone is not None:
        from missionplanner.domain import clock

        clock.zone(zone)
    forms, files = returned.sorted_out(files) if read_as is None else ([], files)
    ours = [file for file in files if _is_mission(file, read_as)]
    told: list[dict[str, Any]] = []
    with opened(workspace) as ws:
        if len(ours) > 1:
            exchange.refuse_unfit(ws, ours, update=update)
        if forms:
            told += returned.take(ws, forms, dry_run=dry_run, quiet=wants_json(json))
        for file in files:
            if file in ours:
                report = exchange.import_file(ws, file, update=update, dry_run=dry_run)
                told.append(_mission_as_json(report))
                if not wants_json(json):
                    _tell_mission(report, dry_run=dry_run)
                continue
            proposal = _take(ws, file, _Wanted(mission, read_as, zone, update, dry_run))
            told.append(_as_json(proposal, file))
            if not wants_json(json):
                _tell(proposal, file, dry_run=dry_run)
    if wants_json(json):
        output.as_json(told[0] if len(told) == 1 else told)


class _Wanted:
    """Be what was asked for of all files."""

    def __init__(
        self, mission: str | None, read_as: ReadAs | None, zone: str | None, update: bool, dry_run: bool
    ) -> None:
        self.mission, self.read_as, self.zone = mission, read_as, zone
        self.update, self.dry_run = update, dry_run


def _is_mission(file: Path, read_as: ReadAs | None) -> bool:
    return read_as is ReadAs.MISSION or (read_as is None and file.suffix.lower() in (".json", ".mission"))


def _take(ws: Workspace, file: Path, wanted: _Wanted) -> Proposal:
    from missionplanner.base.errors import Invalid
    from missionplanner.services import exchange, imports

    form = imports.Form(wanted.read_as) if wanted.read_as is not None else None
    data = exchange.bytes_of(file)
    if file.suffix.lower() not in imports.ENDINGS:
        endings = ", ".join(imports.ENDINGS)
        raise Invalid(
            N_("{path} cannot be imported. Files that end in {endings} can."), path=str(file), endings=endings
        )
    reading = imports.read(ws, wanted.mission, data, file.name, form)
    target = imports.Target(wanted.mission, wanted.update, wanted.zone)
    target = imports.aimed(ws, reading, target)
    if wanted.dry_run:
        return imports.propose(ws, reading, target)
    return imports.apply(ws, reading, target)[1]


def _as_json(proposal: Proposal, file: Path) -> dict[str, Any]:
    from missionplanner.services.imports import telling

    return telling.report(proposal, output.words()) | {"file": str(file)}


def _tell(proposal: Proposal, file: Path, *, dry_run: bool) -> None:
    t = output.words()
    told = _as_json(proposal, file)
    counts = {name: len(told[name]) for name in ("added", "changed", "doubtful", "refused")}
    words = t(
        N_("{added} added, {changed} changed, {doubtful} doubtful, {refused} refused"),
        **counts,
    )
    where = proposal.mission or file.name
    if dry_run:
        output.result(t(N_("{code}: would be imported ({what}). Nothing was written."), code=where, what=words))
    elif counts["added"] or counts["changed"] or counts["doubtful"]:
        output.result(t(N_("{code}: imported ({what})."), code=where, what=words))
    else:
        output.result(t(N_("{code}: nothing new in the file; nothing was changed."), code=where))
    for one in (*told["doubtful"], *told["warnings"]):
        output.note(f"{one['source'] or file.name}: {one['text']}")
    for one in told["refused"]:
        output.note(f"{one['source'] or file.name}: {one['why']}")


def _tell_mission(report: Any, *, dry_run: bool) -> None:
    t = output.words()
    counts = ", ".join(f"{number} {name}" for name, number in report.counted(report.added).items())
    changed = sum(report.counted(report.changed).values())
    if dry_run:
        output.result(
            t(N_("{code}: would be imported ({what}). Nothing was written."), code=report.mission, what=counts)
        )
    elif report.receipt.changeset is None:
        output.result(t(N_("{code}: nothing new in the file; nothing was changed."), code=report.mission))
    elif counts or not changed:
        output.result(t(N_("{code}: imported ({what})."), code=report.mission, what=counts or "–"))
    if changed:
        output.result(
            t.plural(
                "{code}: {count} record changed.", "{code}: {count} records changed.", changed, code=report.mission
            )
        )
    for doubt in report.doubts:
        output.note(t.say(doubt))


def _mission_as_json(report: Any) -> dict[str, Any]:
    return {
        "file": report.file,
        "mission": report.mission,
        "added": list(report.added),
        "changed": list(report.changed),
        "doubtful": list(report.doubtful),
        "refused": [],
        "warnings": [],
    }
