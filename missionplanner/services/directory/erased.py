"""Remember beside a workspace who was erased from it, so that an older copy put in its place is cleaned again.

Only ids are kept, which say nothing without the copy that holds the person; the copy has the names to look for.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files

SUFFIX = ".erased"
_MOST = 1_000_000
"""Bytes of the list that are read: some 27,000 people."""


def list_of(workspace: Path) -> Path:
    """Return the file that holds the ids, one a line; it is there only where somebody was erased."""
    return workspace.with_name(workspace.name + SUFFIX)


def remember(workspace: Path, person: UUID) -> None:
    """Add somebody to the list. Raises NotWritten."""
    ids = sorted({*ids_of(workspace), person})
    atomic_files.write(list_of(workspace), "".join(f"{one}\n" for one in ids).encode(), force=True)


def ids_of(workspace: Path) -> tuple[UUID, ...]:
    """Return who was erased from a workspace; a line that is no id is passed over."""
    try:
        with list_of(workspace).open("rb") as file:
            lines = file.read(_MOST).decode("ascii", "replace").splitlines()
    except OSError:
        return ()
    found = []
    for line in lines:
        try:
            found.append(UUID(line.strip()))
        except ValueError:
            continue
    return tuple(found)
