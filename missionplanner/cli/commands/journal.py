"""Undo, redo and read the history."""

from __future__ import annotations

from typing import Annotated

import typer

from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import JsonOption, WorkspaceOption, opened, wants_json, whole

_MOST = 2**63 - 1
"""The greatest number an entry can have: SQLite's."""
Number = Annotated[
    int | None,
    typer.Argument(
        parser=whole("ENTRY", 1, _MOST), metavar="[ENTRY]", help=N_("Number of the entry in the history.")
    ),
]


def undo(entry: Number = None, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Take back the last change, or the entry named."""
    from missionplanner.services import history

    with opened(workspace) as ws:
        receipt = history.undo(ws, entry)
    _tell(receipt.changeset, output.words().say(receipt.label), N_("Undone: {label}"), json)


def redo(entry: Number = None, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Do again what was undone last, or the entry named."""
    from missionplanner.services import history

    with opened(workspace) as ws:
        receipt = history.redo(ws, entry)
    _tell(receipt.changeset, output.words().say(receipt.label), N_("Done again: {label}"), json)


def history(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """List what was done, oldest first."""
    from missionplanner.services import history as service

    with opened(workspace) as ws:
        entries = service.entries(ws)
    t = output.words()
    if wants_json(json):
        output.as_json(
            [
                {"id": one.id, "time": one.time.isoformat(), "label": t.say(one.label), "undone": one.undone}
                for one in entries
            ]
        )
        return
    undone = t(N_("undone"))
    output.table(
        (
            str(one.id),
            one.time.astimezone().strftime("%Y-%m-%d %H:%M"),
            t.say(one.label),
            undone if one.undone else "",
        )
        for one in entries
    )


def _tell(changeset: int | None, label: str, text: str, json: bool) -> None:
    if wants_json(json):
        output.as_json({"changeset": changeset, "label": label})
    else:
        output.result(output.words()(text, label=label))
