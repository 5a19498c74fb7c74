"""Give missions and their lists out as files."""

from __future__ import annotations

from collections.abc import Sequence
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
    DOCX = "docx"
    PRESS = "press"
    LETTERS = "letters"
    MAIL = "mail"


_DOCUMENT = {False: "programme", True: "itinerary"}
"""Which document is written for Word where none is named: by whether it is for somebody."""


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
    document: Annotated[
        str | None, typer.Option("--document", help=N_("Of docx: which document, as programme or rooming."))
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", help=N_("Of docx, for a report: your own Word document with {{fields}}.")),
    ] = None,
    letter: Annotated[
        str | None, typer.Option("--letter", help=N_("Of letters: which, as invitation, or the name of your own."))
    ] = None,
    merged: Annotated[
        bool, typer.Option("--merged", help=N_("Of letters: all of a language in one file."))
    ] = False,
    merge_list: Annotated[
        bool, typer.Option("--list-for-merge", help=N_("Of mail: a list for mail merge, and the files it names."))
    ] = False,
    sensitive: Annotated[
        bool, typer.Option("--sensitive", help=N_("Include travel documents, diets and emergency contacts."))
    ] = False,
    force: ForceOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Write a mission, its lists, calendars, cards, forms, documents, letters, mails, press text; the schema."""
    from missionplanner.services import exchange

    if kind is ExportKind.SCHEMA:
        data = exchange.export_schema()
        exchange.write(target, data, force=force)
        _tell_file(target, len(data), json=json)
        return
    if code is None:
        raise typer.BadParameter(output.words()(N_("Name the mission to export.")), param_hint="CODE")
    for_whom = {"person": person, "group": group, "everyone": everyone, "force": force}
    asked: dict[str, Any] = {"language": language, "sensitive": sensitive, "lists": tuple(some or ())}
    asked |= {"kind": document, "template": template}
    letters = {"letter": letter, "merged": merged, "listed": merge_list}
    with opened(workspace) as ws:
        _of_mission(ws, kind, (code, target), for_whom | asked | letters, json)


def _of_mission(ws: Any, kind: ExportKind, where: tuple[str, Path], asked: dict[str, Any], json: bool) -> None:
    """Write what is asked of a mission; of all options each kind takes its own."""

    def some(*names: str) -> dict[str, Any]:
        return {name: asked[name] for name in names}

    code, target = where
    whom = some("person", "group", "everyone", "language", "force")
    match kind:
        case ExportKind.JSON | ExportKind.MISSION:
            _whole(ws, kind, code, target, **some("sensitive", "force"), json=json)
        case ExportKind.FORM:
            _forms(ws, code, target, whom | some("sensitive"), json)
        case ExportKind.DOCX:
            if asked["template"] is not None:
                _poured(ws, code, target, some("kind", "template", "language", "force"), json)
                return
            for_somebody = bool(whom["person"] or whom["group"] or whom["everyone"])
            _word(ws, code, target, whom | {"kind": asked["kind"] or _DOCUMENT[for_somebody]}, json)
        case ExportKind.PRESS:
            _press(ws, code, target, **some("language", "force"), json=json)
        case ExportKind.LETTERS:
            _letters(ws, code, target, some("letter", "language", "merged", "force"), json)
        case ExportKind.MAIL:
            _mail(ws, code, target, **some("listed", "force"), json=json)
        case _:
            _lists(ws, code, target, whom | some("lists", "sensitive") | {"format": kind}, json)


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
    from missionplanner.services.delegates import forms

    request = forms.FormRequest(**asked)
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = forms.send_out(ws, code, request, target, progress)
    _tell_files(report, True, json=json)


def _word(ws: Any, code: str, target: Path, asked: dict[str, Any], json: bool) -> None:
    from missionplanner.services.paper import word

    request = word.PrintRequest(**asked)
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = word.write(ws, code, request, target, progress)
    _tell_files(report, word.is_batch(request), json=json)


def _poured(ws: Any, code: str, target: Path, asked: dict[str, Any], json: bool) -> None:
    """Write a report into a copy of somebody's own Word document."""
    import datetime as dt

    from missionplanner.services import exchange
    from missionplanner.services.results import report_templates

    request = report_templates.PourRequest(
        language=asked["language"] or "",
        day=dt.date.today(),
        for_funder=asked["kind"] == report_templates.FUNDER,
        force=asked["force"],
    )
    report = report_templates.pour_into(ws, code, exchange.bytes_of(asked["template"]), target, request)
    if report.unknown:
        output.note(
            output.words()(N_("Fields no report has: {fields}."), fields=", ".join(report.unknown)),
        )
    _tell_file(target, target.stat().st_size, json=json)


def _press(ws: Any, code: str, target: Path, *, language: str | None, force: bool, json: bool) -> None:
    """Write the text for the press as plain text."""
    from missionplanner.services import exchange
    from missionplanner.services.results import press_texts

    data = press_texts.press_text(ws, code, language).encode()
    exchange.write(target, data, force=force)
    _tell_file(target, len(data), json=json)


def _letters(ws: Any, code: str, target: Path, asked: dict[str, Any], json: bool) -> None:
    import datetime as dt

    from missionplanner.services.paper import letters

    name = asked.pop("letter")
    found = letters.find(ws, name)
    request = letters.LetterRequest(kind=found.kind, name=found.name, day=dt.date.today(), **asked)
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = letters.write(ws, code, request, target, progress)
    t = output.words()
    if report.unknown:
        output.note(t(N_("Fields no letter of this kind has: {fields}."), fields=", ".join(report.unknown)))
    for whom, fields in report.lacking:
        output.note(
            t(N_("{name}: left to write in, as not known: {fields}."), name=whom, fields=", ".join(fields))
        )
    _tell_paths(report.paths, json=json)


def _mail(ws: Any, code: str, target: Path, *, force: bool, listed: bool, json: bool) -> None:
    import datetime as dt

    from missionplanner.services.paper import sending

    form = sending.SendForm.CSV if listed else sending.SendForm.EML
    request = sending.SendRequest(day=dt.date.today(), form=form, force=force)
    with output.progress(output.words()(N_("Exporting"))) as progress:
        report = sending.write(ws, code, request, target, progress)
    for whom, why in report.left_out:
        output.note(f"{whom}: {output.words().say(why)}")
    _tell_paths(report.paths, json=json)


def _tell_paths(paths: Sequence[Path], *, json: bool) -> None:
    if wants_json(json):
        output.as_json({"files": [{"path": str(one), "bytes": one.stat().st_size} for one in paths]})
        return
    for one in paths:
        output.result(str(one))


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
