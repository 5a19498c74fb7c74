"""Give missions and their lists out as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import ForceOption, JsonOption, OutputOption, WorkspaceOption, opened, wants_json


class ExportKind(StrEnum):
    JSON = "json"
    MISSION = "mission"
    SCHEMA = "schema"
    ICS = "ics"
    XLSX = "xlsx"
    CSV = "csv"
    VCF = "vcf"
    FORM = "form"


_WHOLE = (ExportKind.JSON, ExportKind.MISSION)


def export(
    kind: Annotated[ExportKind, typer.Argument(help=N_("What to write."))],
    target: OutputOption,
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help=N_("The mission's code."))] = None,
    some: Annotated[
        list[str] | None, typer.Option("--list", help=N_("Only this list, as delegates; may be repeated."))
    ] = None,
    language: Annotated[str | None, typer.Option("--lang", help=N_("The language, as it or en."))] = None,
    person: Annotated[str | None, typer.Option("--for", help=N_("For one person: id or name."))] = None,
    group: Annotated[str | None, typer.Option("--group", help=N_("For one group: id or name."))] = None,
    everyone: Annotated[bool, typer.Option("--all", help=N_("One for every delegate, into a folder."))] = False,
    sensitive: Annotated[
        bool, typer.Option("--sensitive", help=N_("Include travel documents, diets and emergency contacts."))
    ] = False,
    force: ForceOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Write a mission, its lists, calendars, cards or forms into files, or the schema of mission files."""
    from missionplanner.services import exchange

    if kind is ExportKind.SCHEMA:
        data = exchange.export_schema()
        exchange.write(target, data, force=force)
        _tell_file(target, len(data), json=json)
        return
    if code is None:
        raise typer.BadParameter(output.words()(N_("Name the mission to export.")), param_hint="CODE")
    for_whom = {"person": person, "group": group, "everyone": everyone}
    with opened(workspace) as ws:
        if kind in _WHOLE:
            _whole(ws, kind, code, target, sensitive=sensitive, force=force, json=json)
        elif kind is ExportKind.FORM:
            _forms(
                ws, code, target, for_whom | {"language": language, "sensitive": sensitive, "force": force}, json
            )
        else:
            asked = for_whom | {"lists": tuple(some or ()), "language": language}
            _lists(ws, code, target, asked | {"format": kind, "sensitive": sensitive, "force": force}, json)


def _whole(
    ws: Any, kind: ExportKind, code: str, target: Path, *, sensitive: bool, force: bool, json: bool
) -> None:
    from missionplanner.services import exchange

    make = exchange.export_json if kind is ExportKind.JSON else exchange.export_package
    data = make(ws, code, sensitive=sensitive)
    exchange.write(target, data, force=force)
    _tell_left_out(not sensitive and exchange.left_out(ws, code))
    _tell_file(target, len(data), json=json)


def _lists(ws: Any, code: str, target: Path, asked: dict[str, Any], json: bool) -> None:
    from missionplanner.services import exports

    request = exports.ExportRequest(**asked | {"format": exports.Format(asked["format"])})
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = exports.export_to(ws, code, request, target, progress)
    _tell_left_out(report.left_out)
    _tell_files(report, exports.is_folder(request), json=json)


def _forms(ws: Any, code: str, target: Path, asked: dict[str, Any], json: bool) -> None:
    from missionplanner.services import forms

    request = forms.FormRequest(**asked)
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = forms.send_out(ws, code, request, target, progress)
    _tell_files(report, True, json=json)


def _tell_left_out(left_out: bool) -> None:
    if left_out:
        output.note(
            output.words()(N_("Travel documents, diets and emergency contacts were left out (--sensitive)."))
        )


def _tell_file(path: Path, size: int, *, json: bool) -> None:
    if wants_json(json):
        output.as_json({"path": str(path), "bytes": size})
    else:
        output.result(str(path))


def _tell_files(report: Any, several: bool, *, json: bool) -> None:
    if not several:
        _tell_file(report.files[0].path, report.files[0].size, json=json)
        return
    if wants_json(json):
        files = [{"path": str(one.path), "for": one.person, "bytes": one.size} for one in report.files]
        output.as_json({"files": files})
        return
    for one in report.files:
        output.result(str(one.path))
