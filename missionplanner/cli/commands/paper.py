"""Print documents, and the sample's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import (
    Chosen,
    CodeArgument,
    ForceOption,
    JsonOption,
    OutputOption,
    WorkspaceOption,
    opened,
    wants_json,
)

if TYPE_CHECKING:
    from missionplanner.services.paper.printed_files import PrintReport


SAMPLE_OUTPUT = Path("sample-output")
YEAR = 4
"""Figures of a year."""


Choices = Annotated[
    list[str] | None,
    typer.Option("--choice", metavar="NAME=VALUE", help=N_("An option of the document; may be said again.")),
]


def print_document(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=N_("What to print: programme, rooming, badges …"))],
    code: CodeArgument,
    target: OutputOption,
    language: Annotated[
        str | None, typer.Option("--lang", help=N_("The language, as it or en, or two: it+en."))
    ] = None,
    person: Annotated[
        str | None, typer.Option("--for", help=N_("For one person, or about one visit, hotel …: id or name."))
    ] = None,
    group: Annotated[str | None, typer.Option("--group", help=N_("For one group: id or name."))] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help=N_("One for every delegate, visit, hotel …, into a folder."))
    ] = False,
    variant: Annotated[str | None, typer.Option(help=N_("Which programme: common, group or leader."))] = None,
    paper: Annotated[str, typer.Option(help=N_("The paper size: a4, letter, a5 or a6."))] = "a4",
    cover: Annotated[
        str,
        typer.Option(help=N_("The cover of the programme: institutional or illustrated, else the mission’s.")),
    ] = "",
    choice: Choices = None,
    draft: Annotated[bool, typer.Option("--draft", help=N_("Mark every page as a draft."))] = False,
    issue: Annotated[
        bool, typer.Option("--issue", help=N_("Keep what was shown: this copy leaves the house."))
    ] = False,
    force: ForceOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Print a document as PDF; a portfolio is of a year, in the place of a mission's code."""
    from missionplanner.services.results import portfolio_paper

    if kind == portfolio_paper.KIND:
        wanted = portfolio_paper.PortfolioRequest(year=_year(code), language=language, paper=paper, force=force)
        with opened(workspace) as ws:
            _tell(portfolio_paper.print_to(ws, wanted, target), json=json)
        return
    from missionplanner.services.paper import documents  # loads the whole press, which a portfolio can do without

    request = documents.PrintRequest(
        kind=_known(kind),
        language=language,
        person=person,
        group=group,
        everyone=everyone,
        variant=variant,
        paper=paper,
        cover=cover,
        choices=_pairs(choice or ()),
        draft=draft,
        issue=issue,
        force=force,
    )
    with opened(workspace) as ws, output.progress(output.words()(N_("Printing"))) as progress:
        report = documents.print_to(ws, code, request, target, progress)
    _tell(report, json=json)


def _year(text: str) -> int:
    """Return the year a portfolio is of. Raises BadParameter for what is none."""
    if text.isascii() and text.isdigit() and len(text) == YEAR:
        return int(text)
    raise typer.BadParameter(output.words()(N_("“{text}” is no year."), text=text), param_hint="YEAR")


def _known(kind: str) -> str:
    """Return the name of a kind. Raises BadParameter for one there is not."""
    from missionplanner.services.paper import paper_kinds
    from missionplanner.services.results import portfolio_paper

    if paper_kinds.kind_of(kind) is None:
        known = ", ".join((*(one.id for one in paper_kinds.kinds()), portfolio_paper.KIND))
        words = output.words()(N_("“{kind}” is none of {known}."), kind=kind, known=known)
        raise typer.BadParameter(words, param_hint="KIND")
    return kind


def _pairs(choices: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read options written as name=value. Raises BadParameter for others."""
    found = []
    for one in choices:
        name, sign, value = one.partition("=")
        if not (name and sign and value):
            words = output.words()(N_("“{text}” is not written as name=value."), text=one)
            raise typer.BadParameter(words, param_hint="--choice")
        found.append((name.strip(), value.strip()))
    return tuple(found)


def _tell(report: PrintReport, *, json: bool) -> None:
    for characters in report.missing:
        output.note(output.words()(N_("No font here has the characters {characters}."), characters=characters))
    if wants_json(json):
        output.as_json(
            {
                "files": [
                    {
                        "path": str(one.path),
                        "for": one.person,
                        "pages": one.pages,
                        "bytes": one.size,
                        "sha256": one.sha256,
                    }
                    for one in report.files
                ]
            }
        )
        return
    for one in report.files:
        output.result(str(one.path))


def demo(
    target: Annotated[
        Path, typer.Option("-o", "--output", help=N_("Where to print the sample's documents."))
    ] = SAMPLE_OUTPUT,
    no_window: Annotated[
        bool, typer.Option("--no-window", help=N_("Print the sample's documents instead."))
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Make a fresh sample workspace; without a window, print its documents."""
    from missionplanner.base import atomic_files
    from missionplanner.services import missions, samples
    from missionplanner.services.paper import documents
    from missionplanner.services.workspace import open_workspace

    if not no_window:
        raise typer.BadParameter(
            output.words()(N_("With other options than a workspace, say --no-window too.")),
            param_hint="--no-window",
        )
    path = samples.open_sample(workspace or Chosen.workspace)
    folder = atomic_files.folder(target)
    reports = []
    with open_workspace(path) as ws, output.progress(output.words()(N_("Printing"))) as progress:
        for mission in missions.listing(ws):
            for language in mission.languages or ("it",):
                name = folder / documents.file_name(mission.code, "programme", None, language)
                request = documents.PrintRequest(kind="programme", language=language, force=True)
                reports.append(documents.print_to(ws, mission.code, request, name, progress))
            every = documents.PrintRequest(kind="itinerary", everyone=True, force=True)
            reports.append(documents.print_to(ws, mission.code, every, folder / "itineraries", progress))
    files = [one for report in reports for one in report.files]
    if wants_json(json):
        _tell(documents.PrintReport(tuple(files), ()), json=True)
        return
    t = output.words()
    output.result(t(N_("The sample workspace is at {path}."), path=str(path)))
    output.result(t(N_("{count} documents are in {folder}."), count=len(files), folder=str(folder.resolve())))
