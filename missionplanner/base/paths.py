"""Tell where the program keeps things on this computer."""

from __future__ import annotations

import os
from pathlib import Path

APP = "missionplanner"
WORKSPACE_VARIABLE = "MISSIONPLANNER_WORKSPACE"
WORKSPACE_SUFFIX = ".mplanner"


def data_folder() -> Path:
    """Return the folder for workspaces and their backups."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def log_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def default_workspace() -> Path:
    """Return the workspace used when none is named: the environment's, else the one in the data folder."""
    named = os.environ.get(WORKSPACE_VARIABLE)
    return Path(named).expanduser() if named else data_folder() / f"missions{WORKSPACE_SUFFIX}"


FIRST_SAMPLE, CLUSTER_SAMPLE, PORTFOLIO_SAMPLE, INITIATIVES_SAMPLE = "", "cluster", "portfolio", "initiatives"
"""The samples: two missions to try the program on; a cluster with its value chains, members and events; nine
clusters with a year of missions that overlap; thirty initiatives with their partners and missions."""


def sample_workspace(name: str = FIRST_SAMPLE) -> Path:
    """Return where a sample is opened: a file of its own, never among somebody's missions."""
    return data_folder() / f"sample{f'-{name}' if name else ''}{WORKSPACE_SUFFIX}"


def sample_name(path: Path) -> str | None:
    """Return which sample a workspace is the place of, None for any other."""
    real = path.resolve()
    names = (FIRST_SAMPLE, CLUSTER_SAMPLE, PORTFOLIO_SAMPLE, INITIATIVES_SAMPLE)
    return next((name for name in names if sample_workspace(name).resolve() == real), None)


def backup_folder(workspace: Path) -> Path:
    """Return the folder of a workspace's backups, beside it."""
    return workspace.with_name(workspace.stem + "-backups")
