"""Copy a workspace so that the copy is proved good, and put one back without losing what is there."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa

from missionplanner.base import atomic_files, paths
from missionplanner.base.errors import Busy, Damaged, MissionPlannerError, NotFound, Occupied
from missionplanner.base.file_lock import FileLock
from missionplanner.base.messages import N_
from missionplanner.db import engine as engines
from missionplanner.db import header, schema
from missionplanner.db.failures import translated

if TYPE_CHECKING:  # workspaces are backed up before they are migrated, so they know this module
    from missionplanner.services.workspace import Workspace

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many backups are kept of the last days, weeks, months (RELIABILITY §2)."""
LONGEST = dt.timedelta(days=90)
"""How long a backup with personal data in it is kept."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Tell whether a file is sound; ``problems`` says what is wrong, ``sha256`` names its bytes."""

    path: Path
    ok: bool
    problems: tuple[str, ...]
    sha256: str


def make(ws: Workspace, folder: Path | None = None) -> Verdict:
    """Write a backup of an open workspace; others may go on writing.

    The copy is opened and checked before it gets its name, and its SHA-256 is kept beside it. Backups in the
    workspace's own folder are thinned; those in a ``folder`` somebody chose are theirs. Raises Damaged where
    the copy is not good, NotWritten where the disk says no; nothing is left behind then.
    """
    place = atomic_files.folder(folder or paths.backup_folder(ws.path))
    while True:
        target = _free_name(place, ws.path.stem)
        try:
            _write(ws, target)
            break
        except Occupied:  # another process took the name within this second
            continue
    digest = _sha256(target)
    atomic_files.write(_note(target), f"{digest}  {target.name}\n".encode(), force=True)
    if folder is None:
        _thin(place, ws.path.stem, dt.datetime.now(dt.UTC))
    return Verdict(target, True, (), digest)


def _write(ws: Workspace, target: Path) -> None:
    with translated(target), atomic_files.aside(target) as temporary:
        with ws.reading() as connection:
            summary = schema.identity(connection), schema.counts(connection)
            # By the connection that reads: a second one would wait for a writer who waits for the first.
            _copy(cast(sqlite3.Connection, connection.connection.driver_connection), temporary)
        problems, found = _examined(temporary)
        if problems or found != summary:
            raise Damaged(N_("The backup of {path} did not come out right and was not kept."), path=str(ws.path))


def restore(source: Path, workspace: Path) -> Verdict:
    """Put a backup in the place of a workspace; what was there is kept as ``*.before-restore-<time>``.

    Raises NotFound, Damaged, Foreign, Newer for a backup that is not good, Locked while the workspace is open.
    """
    found = verify(source)
    if not found.ok:
        raise Damaged(
            N_("{path} cannot be restored: {why}. Nothing was changed."),
            path=str(source),
            why=found.problems[0],
        )
    real = Path(os.path.realpath(workspace))
    atomic_files.folder(real.parent)
    lock = FileLock(real)
    lock.hold_alone()
    try:
        with translated(real), atomic_files.aside(real, force=True) as temporary:
            with closing(_connected(source)) as connection:
                _copy(connection, temporary)
            if _examined(temporary)[0]:
                raise Damaged(
                    N_("The copy of {path} did not come out right. Nothing was changed."), path=str(source)
                )
            _keep(real)
    finally:
        lock.release()
    return Verdict(real, True, (), found.sha256)


def verify(path: Path) -> Verdict:
    """Look whether a workspace or backup is sound, without writing to it.

    Raises NotFound, Foreign or Newer where it is no workspace of ours.
    """
    if not path.exists():
        raise NotFound(N_("There is no workspace at {path}."), path=str(path))
    try:
        header.check(path)
        with translated(path):
            problems = _examined(path)[0]
        digest = _sha256(path)
    except (Damaged, Busy) as error:
        return Verdict(path, False, (str(error),), "")
    noted = _note(path)
    if noted.is_file() and noted.read_text("ascii", "replace").split()[:1] != [digest]:
        problems.append(CHANGED_SINCE)
    return Verdict(path, not problems, tuple(problems), digest)


CHANGED_SINCE = N_("the bytes are not those that were backed up")


def latest(workspace: Path) -> tuple[Path, ...]:
    """Return the backups of a workspace, the newest first."""
    real = Path(os.path.realpath(workspace))
    return tuple(_backups(paths.backup_folder(real), real.stem))


def _copy(source: sqlite3.Connection, target: Path) -> None:
    # The backup API sees one state of the file; copying its bytes was stale or broken 35 times of 40.
    with closing(sqlite3.connect(target)) as new:
        source.backup(new)


def _connected(path: Path) -> sqlite3.Connection:
    """Open a file to read. One whose last write never ended must be opened as any reader of it would."""
    mode = "rw" if header.journal_file(path).exists() else "ro"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=engines.WAIT_SECONDS, isolation_level=None)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _examined(path: Path) -> tuple[list[str], tuple[str, dict[str, int]]]:
    """Return what is wrong with a file, and its identity with the rows of each table."""
    engine = sa.create_engine("sqlite://", creator=lambda: _connected(path), poolclass=sa.NullPool)
    with engine.connect() as connection:
        problems = schema.faults(connection)
        if not problems and header.check(path) == header.SCHEMA:
            problems = schema.missing(connection)
        if problems:
            return problems, ("", {})
        return problems, (schema.identity(connection), schema.counts(connection))


def _free_name(folder: Path, stem: str) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    for number in range(1000):
        extra = f"-{number}" if number else ""
        path = folder / f"{stem}-{stamp}{extra}{paths.WORKSPACE_SUFFIX}"
        if not path.exists():
            return path
    raise MissionPlannerError(N_("A thousand backups in one second are too many."))


def _keep(current: Path) -> None:
    """Keep what is about to be replaced under another name; at no moment is nothing there."""
    there = os.path.lexists(current)
    if there and header.journal_file(current).exists():
        with suppress(sqlite3.DatabaseError), closing(_connected(current)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")  # takes back a write that never ended
    target = _free_aside(current)
    if there:
        try:
            target.hardlink_to(current)
        except OSError:  # a file system without links
            current.replace(target)
    if header.journal_file(current).exists():  # left beside the restored file, it would be written into it
        header.journal_file(current).replace(header.journal_file(target))


def _free_aside(current: Path) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    name = f"{current.name}.before-restore-{stamp}"
    number = 0
    while os.path.lexists(target := current.with_name(f"{name}-{number}" if number else name)):
        number += 1
    return target


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


_STAMP = "%Y%m%dT%H%M%SZ"


def _thin(folder: Path, stem: str, now: dt.datetime) -> None:
    """Remove backups that are not worth keeping, and what writes that never ended left behind."""
    there = _backups(folder, stem)
    kept = worth_keeping([_made(path, stem) or now for path in there], now)
    for path, keep in zip(there, kept, strict=True):
        if not keep:
            path.unlink(missing_ok=True)
            _note(path).unlink(missing_ok=True)
    for path in folder.glob(".*.part*"):
        with suppress(OSError):
            if now.timestamp() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


_ABANDONED = 3600.0
"""Seconds after which nobody writes a backup any more."""


def worth_keeping(made: Sequence[dt.datetime], now: dt.datetime) -> tuple[bool, ...]:
    """Tell which of some backups to keep, newest first: all of a day, then the newest of each period.

    The newest of all is kept however old it is.
    """
    seen: dict[str, set[str]] = {"%Y-%m-%d": set(), "%G-%V": set(), "%Y-%m": set()}
    limits = dict(zip(seen, (DAILY, WEEKLY, MONTHLY), strict=True))
    found = []
    for number, moment in enumerate(made):
        keep = number == 0 or now - moment < dt.timedelta(days=1)
        if now - moment <= LONGEST:
            for shape, limit in limits.items():
                name = moment.strftime(shape)
                if name not in seen[shape] and len(seen[shape]) < limit:
                    seen[shape].add(name)
                    keep = True
        found.append(keep)
    return tuple(found)


def _backups(folder: Path, stem: str) -> list[Path]:
    """Return the backups of this name in a folder, newest first."""
    if not folder.is_dir():
        return []
    found = [(made, _number(path), path) for path in folder.iterdir() if (made := _made(path, stem)) is not None]
    return [path for _, _, path in sorted(found, reverse=True)]


def _made(path: Path, stem: str) -> dt.datetime | None:
    if not path.name.startswith(f"{stem}-") or path.suffix != paths.WORKSPACE_SUFFIX:
        return None
    try:
        text = path.stem[len(stem) + 1 :].split("Z")[0] + "Z"
        return dt.datetime.strptime(text, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def _number(path: Path) -> int:
    extra = path.stem.rpartition("Z")[2].removeprefix("-")
    return int(extra) if extra.isdigit() else 0
