"""Make the workspace people try the program on: sample missions, in files of their own."""

from __future__ import annotations

from pathlib import Path

from missionplanner.base import assets, paths
from missionplanner.base.errors import Occupied
from missionplanner.base.messages import N_
from missionplanner.services import exchange, first_look, workspace

_FOLDERS = {
    paths.FIRST_SAMPLE: "",
    paths.CLUSTER_SAMPLE: "clust-er-mech",
    paths.PORTFOLIO_SAMPLE: "lombardy-clusters",
    paths.INITIATIVES_SAMPLE: "euroclusters",
}


def files(name: str = paths.FIRST_SAMPLE) -> tuple[Path, ...]:
    """Return the mission files of a sample that come with the program."""
    return tuple(sorted((assets.path("samples") / _FOLDERS[name]).glob("*.mission.json")))


def make(path: Path, name: str = paths.FIRST_SAMPLE) -> None:
    """Write a fresh sample workspace, in the place of an earlier one.

    Raises Occupied where the file there is more than a sample, Locked while a window has it open, and as
    opening does where it is no workspace.
    """
    if path.exists():
        _refuse_own(path)
        workspace.remove(path)
    with workspace.create(path) as ws:
        for file in files(name):
            exchange.import_file(ws, file)


def _refuse_own(path: Path) -> None:
    """Raise Occupied for a workspace that may be somebody's own: with other missions, or, elsewhere, with none."""
    there = first_look.missions(path)
    only_samples = all(one.sample for one in there)
    if not only_samples or not (there or paths.sample_name(path) is not None):
        raise Occupied(
            N_("{path} is not a sample workspace and was left as it is. Name another file for the sample."),
            path=str(path),
        )


def open_sample(path: Path | None = None, name: str = paths.FIRST_SAMPLE) -> Path:
    """Make a fresh copy of a sample workspace and return where it is."""
    target = path or paths.sample_workspace(name)
    make(target, name)
    return target
