"""Print packs, and look at paper before it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Form, Recipe
    from missionplanner.services.paper.packs import PackReport
    from missionplanner.services.workspace import Workspace

RecipeArgument = Annotated[
    str,
    typer.Argument(
        metavar="RECIPE", help=N_("The pack: delegates, hosts, team, suppliers, or the name of one of yours.")
    ),
]
FormOption = Annotated[
    str | None, typer.Option("--form", help=N_("What is written: folders, merged (one PDF) or zip."))
]


def pack(
    recipe: RecipeArgument,
    code: CodeArgument,
    target: OutputOption,
    form: FormOption = None,
    draft: Annotated[bool, typer.Option("--draft", help=N_("Mark every page as a draft."))] = False,
    issue: Annotated[
        bool, typer.Option("--issue", help=N_("Keep what was shown: these copies leave the house."))
    ] = False,
    force: ForceOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Print a pack: its documents as named files in folders, as one PDF or as a zip."""
    from missionplanner.services.paper import packs

    with opened(workspace) as ws, output.progress(output.words()(N_("Printing"))) as progress:
        found = _found(ws, recipe)
        wanted = replace(
            found, form=_form(form) or found.form, draft=draft or found.draft, issue=issue or found.issue
        )
        report = packs.write(ws, code, wanted, target, progress, force=force)
    _tell(report, json=json)


def _found(ws: Workspace, name: str) -> Recipe:
    """Return the recipe of this name: the program's, or one of the workspace. Raises BadParameter."""
    from missionplanner.domain.paper.recipes import BUILT_IN
    from missionplanner.domain.text import folded
    from missionplanner.services.paper import recipes

    own = [(one.name, one.recipe) for one in recipes.saved(ws) if one.recipe is not None]
    known = [*((one.key, one.recipe) for one in BUILT_IN), *own]
    for one, recipe in known:
        if folded(one) == folded(name):
            return recipe
    words = output.words()(
        N_("“{kind}” is none of {known}."), kind=name, known=", ".join(one for one, _recipe in known)
    )
    raise typer.BadParameter(words, param_hint="RECIPE")


def _form(form: str | None) -> Form | None:
    from missionplanner.domain.paper.recipes import Form

    if form is None:
        return None
    if form not in {one.value for one in Form}:
        known = ", ".join(one.value for one in Form)
        raise typer.BadParameter(
            output.words()(N_("“{kind}” is none of {known}."), kind=form, known=known), param_hint="--form"
        )
    return Form(form)


def _tell(report: PackReport, *, json: bool) -> None:
    t = output.words()
    for one in report.left_out:
        what = one.whom or (t(one.kind.title) if one.kind is not None else "")
        output.note(t(N_("Left out: {what}"), what=": ".join(part for part in (what, t.say(one.why)) if part)))
    for characters in report.missing:
        output.note(t(N_("No font here has the characters {characters}."), characters=characters))
    if wants_json(json):
        output.as_json(
            {
                "files": [str(one) for one in report.paths],
                "documents": report.documents,
                "pages": report.pages,
                "left_out": [
                    {
                        "kind": one.kind.id if one.kind is not None else None,
                        "for": one.whom or None,
                        "why": t.say(one.why),
                    }
                    for one in report.left_out
                ],
            }
        )
        return
    for path in report.paths:
        output.result(str(path))


def preflight(
    code: CodeArgument,
    recipe: Annotated[
        str | None, typer.Option("--pack", help=N_("Only what is in this pack; else every document."))
    ] = None,
    layout: Annotated[
        bool, typer.Option("--layout", help=N_("Lay all of it out too, for what only that shows."))
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Look at a mission's paper before it is printed; 1 is returned where something on it would be wrong."""
    from missionplanner.domain.paper.recipes import Line, Recipe
    from missionplanner.services import missions
    from missionplanner.services.paper import packs, paper_kinds
    from missionplanner.services.paper import preflight as service

    t = output.words()
    with opened(workspace) as ws, output.progress(t(N_("Looking"))) as progress:
        plan = missions.plan(ws, code)
        every = Recipe(lines=tuple(Line(kind=one.id) for one in paper_kinds.kinds()))
        drawn = packs.drawn_up(plan, _found(ws, recipe) if recipe is not None else every)
        orders = [one.order for one in drawn.items]
        found = list(service.before(ws, plan, orders))
        found += service.proof(ws, plan, orders, progress) if layout else ()
    if wants_json(json):
        output.as_json(
            [
                {
                    "rule": one.rule,
                    "weight": one.weight.value,
                    "where": one.where.value,
                    "records": [plan.ref(record) for record in one.records],
                    "documents": sorted(one.kinds),
                    "text": service.sentence(plan, one, t),
                }
                for one in found
            ]
        )
    else:
        words = {"wrong": t(N_("wrong")), "lacking": t(N_("missing")), "better": t(N_("could be better"))}
        output.table((words[one.weight.value], service.sentence(plan, one, t)) for one in found)
    if any(one.weight is service.Weight.WRONG for one in found):
        raise typer.Exit(1)
