"""Declare what several commands take, once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from missionplanner.base import paths
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.cli import output

if TYPE_CHECKING:
    from missionplanner.services.workspace import Workspace

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "-w", "--workspace", help=N_("The workspace file; else MISSIONPLANNER_WORKSPACE, else your own.")
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help=N_("Print the result as JSON."))]
CodeArgument = Annotated[str, typer.Argument(metavar="CODE", help=N_("The mission's code."))]
OutputOption = Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help=N_("Where to write."))]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Replace what exists."))]


class Misused(Invalid):
    """Refuse what was typed behind a command: its sentence is all there is to say, as exit code 2."""


def number(name: str, least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number with decimals that an option takes, with a point or a comma. Raises Misused."""

    def read(typed: str) -> float:
        try:
            found = float(str(typed).replace(",", "."))
        except ValueError:
            found = math.nan
        if not least <= found <= most:
            raise Misused(_NUMBER, field=name, name=name, least=f"{least:g}", most=f"{most:g}", typed=typed)
        return found

    return read


def whole(name: str, least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number that an option or argument takes. Raises Misused."""

    def read(typed: str) -> int:
        bare = str(typed).strip()
        figures = bare.removeprefix("-")
        found = int(bare) if figures.isascii() and figures.isdecimal() and len(figures) < _LONGEST else None
        if found is None or not least <= found <= most:
            raise Misused(_WHOLE, field=name, name=name, least=least, most=most, typed=typed)
        return found

    return read


_NUMBER = N_("{name} takes a number from {least} to {most}; “{typed}” is none.")
_WHOLE = N_("{name} takes a whole number from {least} to {most}; “{typed}” is none.")
_LONGEST = 20
"""Figures of a number somebody may mean."""


class Chosen:
    """Remember what was said before the command's name."""

    workspace: Path | None = None
    json: bool = False


def workspace_path(option: Path | None) -> Path:
    """Return the workspace a command works on."""
    return (option or Chosen.workspace or paths.default_workspace()).expanduser()


def wants_json(option: bool) -> bool:
    return option or Chosen.json


@contextmanager
def opened(option: Path | None) -> Iterator[Workspace]:
    """Open the workspace of a command; on first use it is made."""
    from missionplanner.services import workspace

    with workspace.open_or_create(workspace_path(option)) as ws:
        yield ws


def verdict(one: Any) -> dict[str, Any]:
    """Return what backup, restore and verify tell as JSON."""
    return {"path": str(one.path), "ok": one.ok, "problems": [output.words()(text) for text in one.problems]}
