"""Say in our words what the database complains of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from missionplanner.base.atomic_files import NotWritten
from missionplanner.base.errors import Busy, Damaged, MissionPlannerError, Stale
from missionplanner.base.messages import N_

_DAMAGE = ("malformed", "not a database", "corrupt", "unsupported file format", "Could not decode")


class Unreadable(ValueError):
    """Meet a stored value that cannot be what its column holds."""


def damaged(path: Path) -> Damaged:
    """Return what to say of a workspace that is not sound."""
    return Damaged(
        N_("{path} is damaged. It was left as it is; restore the latest backup."),
        path=str(path),
    )


def dangling() -> Stale:
    """Return the refusal of a change that refers to what is no longer there."""
    return Stale(N_("Something this refers to was deleted in the meantime. Nothing was changed."))


@contextmanager
def translated(path: Path, refused: Callable[[], MissionPlannerError] = dangling) -> Iterator[None]:
    """Raise Busy, Damaged, NotWritten or what ``refused`` makes of a dangling reference; else the error itself."""
    try:
        yield
    except sa.exc.TimeoutError as error:  # every connection of this process is taken
        raise _busy() from error
    except (Unreadable, UnicodeDecodeError) as error:  # the driver meets what is no text before it can complain
        raise damaged(path) from error
    except (sa.exc.DatabaseError, sqlite3.DatabaseError) as error:
        known = _known(path, str(getattr(error, "orig", error)), refused)
        if known is None:
            raise
        raise known from error


def _known(path: Path, text: str, refused: Callable[[], MissionPlannerError]) -> MissionPlannerError | None:
    if "locked" in text or "busy" in text:
        return _busy()
    if any(word in text for word in _DAMAGE):
        return damaged(path)
    if "FOREIGN KEY constraint" in text:
        return refused()
    if any(word in text for word in ("full", "readonly", "disk I/O", "unable to open")):
        return NotWritten(N_("{path} could not be written: {why}. Nothing was changed."), path=str(path), why=text)
    return None


def _busy() -> Busy:
    return Busy(N_("Another program is writing to the workspace. Try again in a moment; nothing was changed."))
