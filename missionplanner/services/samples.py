"""Make the workspace people try the program on: the sample missions, in a file of their own."""

from __future__ import annotations

from pathlib import Path

from missionplanner.base import assets, paths
from missionplanner.services import exchange, workspace


def files() -> tuple[Path, ...]:
    """Return the mission files that come with the program."""
    return tuple(sorted(assets.path("samples").glob("*.mission.json")))


def make(path: Path) -> None:
    """Write a fresh sample workspace, in the place of an earlier one.

    Raises Locked while a window has the earlier one open.
    """
    if path.exists():
        workspace.remove(path)
    with workspace.create(path) as ws:
        for file in files():
            exchange.import_file(ws, file)


def open_sample(path: Path | None = None) -> Path:
    """Make a fresh copy of the sample workspace and return where it is."""
    target = path or paths.sample_workspace()
    make(target)
    return target
