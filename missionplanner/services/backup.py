"""Copy a workspace so that the copy is proved good, and put one back without losing what is there."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from missionplanner.base import atomic_files, paths
from missionplanner.base.errors import Damaged, MissionPlannerError, NotFound
from missionplanner.base.file_lock import FileLock
from missionplanner.base.messages import N_
from missionplanner.db import engine as engines
from missionplanner.db import header, schema
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

    The copy is opened and checked before it gets its name, and its SHA-256 is kept beside it. Raises
    Damaged where the copy is not good; nothing is left behind then.
    """
    target = _free_name(atomic_files.folder(folder or paths.backup_folder(ws.path)), ws.path.stem)
    with atomic_files.aside(target) as temporary:
        with ws.reading() as connection:  # nobody commits while somebody reads
            summary = schema.identity(connection), schema.counts(connection)
            _copy(ws.path, temporary)
        if _problems(temporary) or _summary(temporary) != summary:
            raise Damaged(N_("The backup of {path} did not come out right and was not kept."), path=str(ws.path))
    digest = _sha256(target)
    atomic_files.write(
        target.with_name(target.name + ".sha256"), f"{digest}  {target.name}\n".encode(), force=True
    )
    _thin(target.parent, ws.path.stem, dt.datetime.now(dt.UTC))
    return Verdict(target, True, (), digest)


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
    atomic_files.folder(workspace.parent)
    lock = FileLock(workspace)
    lock.hold_alone()
    try:
        with atomic_files.aside(workspace, force=True) as temporary:
            _copy(source, temporary)
            if _problems(temporary):
                raise Damaged(
                    N_("The copy of {path} did not come out right. Nothing was changed."), path=str(source)
                )
            if workspace.exists():
                stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
                _keep(workspace, workspace.with_name(f"{workspace.name}.before-restore-{stamp}"))
    finally:
        lock.release()
    return Verdict(workspace, True, (), found.sha256)


def verify(path: Path) -> Verdict:
    """Look whether a workspace or backup is sound, without writing to it.

    Raises NotFound, Foreign or Newer where it is no workspace of ours.
    """
    if not path.exists():
        raise NotFound(N_("There is no workspace at {path}."), path=str(path))
    try:
        header.check(path)
        problems = _problems(path)
    except Damaged as error:
        problems = [str(error)]
    digest = _sha256(path)
    noted = path.with_name(path.name + ".sha256")
    if noted.is_file() and noted.read_text("ascii", "replace").split()[:1] != [digest]:
        problems.append("the bytes are not those that were backed up")
    return Verdict(path, not problems, tuple(problems), digest)


def latest(workspace: Path) -> tuple[Path, ...]:
    """Return the backups of a workspace, the newest first."""
    folder = paths.backup_folder(workspace)
    return tuple(sorted(folder.glob(f"{workspace.stem}-*{paths.WORKSPACE_SUFFIX}"), reverse=True))


def _copy(source: Path, target: Path) -> None:
    # The backup API sees one state of the file; copying its bytes was stale or broken 35 times of 40.
    with (
        closing(
            sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=engines.WAIT_SECONDS)
        ) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _problems(path: Path) -> list[str]:
    engine = sa.create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    )
    try:
        with engine.connect() as connection:
            return schema.faults(connection)
    except sa.exc.DatabaseError as error:
        return [str(error.orig)]
    finally:
        engine.dispose()


def _summary(path: Path) -> tuple[str, dict[str, int]]:
    engine = engines.make(path)
    try:
        with engine.connect() as connection:
            return schema.identity(connection), schema.counts(connection)
    finally:
        engine.dispose()


def _free_name(folder: Path, stem: str) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    for number in range(1000):
        extra = f"-{number}" if number else ""
        path = folder / f"{stem}-{stamp}Z{extra}{paths.WORKSPACE_SUFFIX}"
        if not path.exists():
            return path
    raise MissionPlannerError(N_("A thousand backups in one second are too many."))


def _keep(current: Path, aside: Path) -> None:
    number = 0
    target = aside
    while target.exists():
        number += 1
        target = aside.with_name(f"{aside.name}-{number}")
    current.replace(target)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _thin(folder: Path, stem: str, now: dt.datetime) -> None:
    """Keep the newest backup of each of the last days, weeks and months; never the very newest less."""
    kept: set[Path] = set()
    seen: dict[str, set[str]] = {"day": set(), "week": set(), "month": set()}
    limits = {"day": DAILY, "week": WEEKLY, "month": MONTHLY}
    shape = {"day": "%Y-%m-%d", "week": "%G-%V", "month": "%Y-%m"}
    backups = sorted(folder.glob(f"{stem}-*{paths.WORKSPACE_SUFFIX}"), reverse=True)
    for path in backups:
        made = _made(path, stem)
        if made is None or now - made > LONGEST:
            continue
        for period, limit in limits.items():
            name = made.strftime(shape[period])
            if len(seen[period]) < limit and name not in seen[period]:
                seen[period].add(name)
                kept.add(path)
        if now - made < dt.timedelta(days=1):
            kept.add(path)
    for path in backups:
        if path not in kept and _made(path, stem) is not None:
            path.unlink(missing_ok=True)
            path.with_name(path.name + ".sha256").unlink(missing_ok=True)


def _made(path: Path, stem: str) -> dt.datetime | None:
    try:
        text = path.name[len(stem) + 1 :].split("Z")[0]
        return dt.datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
