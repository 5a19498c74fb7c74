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


def sample_workspace() -> Path:
    """Return where the sample is opened: a file of its own, never among somebody's missions."""
    return data_folder() / f"sample{WORKSPACE_SUFFIX}"


def backup_folder(workspace: Path) -> Path:
    """Return the folder of a workspace's backups, beside it."""
    return workspace.with_name(workspace.stem + "-backups")
