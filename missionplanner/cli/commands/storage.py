"""Back up, put back, verify, and say where things are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from missionplanner import __version__
from missionplanner.base import paths
from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import JsonOption, WorkspaceOption, opened, verdict, wants_json, workspace_path


def backup(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Write a verified backup of the workspace."""
    from missionplanner.services import backup as service

    with opened(workspace) as ws:
        made = service.make(ws)
    if wants_json(json):
        output.as_json(verdict(made))
    else:
        output.result(str(made.path))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The backup to put back."))],
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Put a backup in the place of the workspace; what is there now is kept beside it."""
    from missionplanner.services import backup as service

    done = service.restore(file, workspace_path(workspace))
    if wants_json(json):
        output.as_json(verdict(done))
    else:
        output.result(output.words()(N_("Restored: {path}"), path=str(done.path)))


def verify(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Look whether the workspace is sound."""
    from missionplanner.services import backup as service

    found = service.verify(workspace_path(workspace))
    if wants_json(json):
        output.as_json(verdict(found))
    else:
        t = output.words()
        output.result(
            t(N_("{path} is sound."), path=str(found.path)) if found.ok else "\n".join(map(t, found.problems))
        )
    if not found.ok:
        raise typer.Exit(3)


def info(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Say which version this is and where it keeps things."""
    from missionplanner.services import about

    path = workspace_path(workspace)
    facts = {
        "version": __version__,
        "workspace": str(path),
        "schema": about.schema(path),
        "logs": str(paths.log_folder()),
        "backups": str(paths.backup_folder(path)),
    }
    if wants_json(json):
        output.as_json(facts)
    else:
        output.table((name, str(value)) for name, value in facts.items())
