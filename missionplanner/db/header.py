"""Read what kind of file lies there, before any database library touches it. Standard library only."""

from __future__ import annotations

import stat
from pathlib import Path

from missionplanner.base.errors import Damaged, Foreign, Newer, NotFound
from missionplanner.base.messages import N_

APPLICATION_ID = int.from_bytes(b"MPLN", "big")
SCHEMA = 5
"""Number of the newest schema this program knows (``user_version`` of the file)."""

_MAGIC = b"SQLite format 3\x00"
_VERSION_OFFSET = 60
_APPLICATION_OFFSET = 68
_HEADER = 100


def check(path: Path) -> int:
    """Return the schema number of a workspace file. Reads 100 bytes and writes nothing.

    Raises NotFound, Damaged (empty or cut), Foreign (not ours) or Newer (a later program's).
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise Foreign(N_("{path} is not a Mission Planner workspace."), path=str(path))
        size = found.st_size
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError as error:
        raise NotFound(N_("There is no workspace at {path}."), path=str(path)) from error
    except IsADirectoryError as error:
        raise Foreign(N_("{path} is a folder, not a workspace."), path=str(path)) from error
    except OSError as error:
        raise Damaged(
            N_("{path} cannot be read: {why}."), path=str(path), why=error.strerror or str(error)
        ) from error
    return _verdict(path, size, head)


def _verdict(path: Path, size: int, head: bytes) -> int:
    if size == 0:
        raise Damaged(N_("{path} is empty. Restore a backup; the empty file was left as it is."), path=str(path))
    if not head.startswith(_MAGIC[: len(head)]):
        raise Foreign(N_("{path} is not a Mission Planner workspace."), path=str(path))
    if len(head) < _HEADER:
        raise Damaged(N_("{path} is cut off. Restore a backup; the file was left as it is."), path=str(path))
    version = int.from_bytes(head[_VERSION_OFFSET : _VERSION_OFFSET + 4], "big", signed=True)
    application = int.from_bytes(head[_APPLICATION_OFFSET : _APPLICATION_OFFSET + 4], "big", signed=True)
    if application != APPLICATION_ID:
        raise Foreign(N_("{path} is a database of another program."), path=str(path))
    if version > SCHEMA:
        raise Newer(
            N_("{path} was made by a newer Mission Planner. Update the program to open it; nothing was changed."),
            path=str(path),
        )
    if version < 1:
        raise Damaged(N_("{path} was never finished. Restore a backup."), path=str(path))
    return version


def journal_file(path: Path) -> Path:
    """Return where the database keeps what would take back a write that never ended."""
    return path.with_name(path.name + "-journal")
