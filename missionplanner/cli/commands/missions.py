"""List, take in and give out missions."""

from __future__ import annotations

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import (
    CodeArgument,
    JsonOption,
    WorkspaceOption,
    opened,
    wants_json,
)


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


def check(code: CodeArgument, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Say what will go wrong in a mission. Exit 1 where a clash nobody accepted is among it."""
    from missionplanner.services import checks
    from missionplanner.services import missions as service
    from missionplanner.services.paper import outdated_paper

    with opened(workspace) as ws:
        plan = service.plan(ws, code)
        found = (*checks.check(plan, record=checks.record_of(ws, plan)), *outdated_paper.found(plan, ws))
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
