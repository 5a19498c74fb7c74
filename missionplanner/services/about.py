"""Say what a workspace is, without opening it."""

from __future__ import annotations

from pathlib import Path

from missionplanner.db import header


def schema(path: Path) -> int:
    """Return the schema number of a workspace, of a new one where there is none yet.

    Raises Damaged, Foreign or Newer where the file cannot be opened.
    """
    return header.check(path) if path.exists() else header.SCHEMA
