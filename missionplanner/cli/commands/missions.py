"""List, take in and give out missions."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import (
    CodeArgument,
    ForceOption,
    JsonOption,
    OutputOption,
    WorkspaceOption,
    opened,
    wants_json,
)


class ExportKind(StrEnum):
    JSON = "json"
    MISSION = "mission"
    SCHEMA = "schema"


def missions(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """List the missions of the workspace."""
    from missionplanner.services import missions as service

    with opened(workspace) as ws:
        some = service.listing(ws)
    if wants_json(json):
        output.as_json(
            [
                {
                    "code": one.code,
                    "title": one.title.as_plain(),
                    "start": one.start.isoformat(),
                    "end": one.end.isoformat(),
                    "status": one.status,
                }
                for one in some
            ]
        )
        return
    if not some:
        output.note(output.words()(N_("The workspace holds no missions yet. Import one, or open the sample.")))
    language = output.words().language
    output.table((one.code, f"{one.start} – {one.end}", one.title.best(language, one.languages)) for one in some)


def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=N_("Mission files: .json or .mission"))],
    update: Annotated[
        bool, typer.Option("--update", help=N_("Bring a mission that is there up to date."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Tell what would happen; write nothing."))] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Take missions in from files. Each file is one step that can be undone."""
    from missionplanner.services import exchange

    reports = []
    with opened(workspace) as ws:
        if len(files) > 1:
            exchange.refuse_unfit(ws, files, update=update)
        for file in files:
            reports.append(exchange.import_file(ws, file, update=update, dry_run=dry_run))
            if not wants_json(json):
                _tell(reports[-1], dry_run=dry_run)
    if wants_json(json):
        told = [_as_json(one) for one in reports]
        output.as_json(told[0] if len(told) == 1 else told)


def _tell(report: Any, *, dry_run: bool) -> None:
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


def _as_json(report: Any) -> dict[str, Any]:
    return {
        "file": report.file,
        "mission": report.mission,
        "added": list(report.added),
        "changed": list(report.changed),
        "doubtful": list(report.doubtful),
        "refused": [],
        "warnings": [],
    }


def export(
    kind: Annotated[ExportKind, typer.Argument(help=N_("What to write."))],
    target: OutputOption,
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help=N_("The mission's code."))] = None,
    sensitive: Annotated[
        bool, typer.Option("--sensitive", help=N_("Include travel documents, diets and emergency contacts."))
    ] = False,
    force: ForceOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Write a mission as a mission file or package, or the schema of mission files."""
    from missionplanner.services import exchange

    left_out = False
    if kind is ExportKind.SCHEMA:
        data = exchange.export_schema()
    elif code is None:
        raise typer.BadParameter(output.words()(N_("Name the mission to export.")), param_hint="CODE")
    else:
        with opened(workspace) as ws:
            make = exchange.export_json if kind is ExportKind.JSON else exchange.export_package
            data = make(ws, code, sensitive=sensitive)
            left_out = not sensitive and exchange.left_out(ws, code)
    exchange.write(target, data, force=force)
    if left_out:
        output.note(
            output.words()(N_("Travel documents, diets and emergency contacts were left out (--sensitive)."))
        )
    if wants_json(json):
        output.as_json({"path": str(target), "bytes": len(data)})
    else:
        output.result(str(target))


def check(code: CodeArgument, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Say what will go wrong in a mission. Exit 1 where a clash nobody accepted is among it."""
    from missionplanner.services import checks, outdated_paper
    from missionplanner.services import missions as service

    with opened(workspace) as ws:
        plan = service.plan(ws, code)
        found = (*checks.check(plan, record=checks.record_of(ws, plan)), *outdated_paper.found(plan))
    t = output.words()
    if wants_json(json):
        found = checks.with_fixes(plan, found, None, language=t.language)
        output.as_json([checks.as_plain(plan, one, t) for one in found])
    else:
        for one in found:
            output.result(checks.line(plan, one, t))
        if not found:
            output.note(t(N_("Nothing to report.")))
    if checks.has_open_clash(found):
        raise typer.Exit(1)
