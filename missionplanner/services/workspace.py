"""Open a workspace and let services read and write it: one edit, one transaction, one changeset, one receipt."""

from __future__ import annotations

import datetime as dt
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base import atomic_files
from missionplanner.base.errors import Busy, Locked, MissionPlannerError, Occupied
from missionplanner.base.file_lock import FileLock
from missionplanner.base.messages import N_, Message
from missionplanner.db import engine as engines
from missionplanner.db import header, journal, reading, schema, search
from missionplanner.db.failures import damaged, dangling, translated
from missionplanner.db.recorder import Change, Recorded
from missionplanner.db.unit import Unit
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import Mission
from missionplanner.services import backup
from missionplanner.services.directory import erased

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Tell what an edit did. ``changeset`` is None where it changed nothing; ``touched`` are tables and ids."""

    changeset: int | None
    label: Message
    touched: tuple[tuple[str, UUID], ...] = ()
    added: tuple[tuple[str, UUID], ...] = ()
    missions: frozenset[UUID] = frozenset()
    origin: object = None

    @property
    def first_added(self) -> UUID:
        """Return the id of what the edit was asked to add."""
        return self.added[0][1]


class Edit(Unit):
    """Be one edit under way. Its label may be told better while it goes on; ``receipt`` is there afterwards."""

    def __init__(self, session: Recorded, now: dt.datetime, label: Message) -> None:
        super().__init__(session, now)
        self.label = label
        self.receipt = Receipt(None, label)
        self.now = now

    def call(self, text: str, /, **arguments: Any) -> None:
        """Give the edit the label people read in the history."""
        self.label = Message.of(text, arguments)

    def plan(self, mission_id: UUID) -> MissionPlan:
        """Read a mission as this edit sees it. Raises NotFound."""
        return reading.plan(self.connection, self.get(Mission, mission_id))

    def write(self, changes: Changes) -> None:
        """Store what a step of the domain would change."""
        if changes.removed:
            self.delete_all(changes.removed)
        self.add_all(changes.added)
        for one in changes.saved:
            self.save(one)


class Workspace:
    """Be one open file. Listeners are called with the receipt of every edit, in the thread that made it."""

    def __init__(self, path: Path, *, wait: float = engines.WAIT_SECONDS) -> None:
        self.path = path
        self.lock = FileLock(path)
        self.listeners: list[Callable[[Receipt], None]] = []
        self.stacks = journal.Stacks()
        self.wait = wait
        self._engine = engines.make(path, wait)
        self._sessions = engines.writing(self._engine)

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._engine.dispose()
        self.lock.release()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the file, whatever others write meanwhile."""
        with translated(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def edit(
        self,
        text: str,
        /,
        *,
        gesture: str | None = None,
        undoable: bool = True,
        origin: object = None,
        **arguments: Any,
    ) -> Iterator[Edit]:
        """Run one edit: all of it is stored with its changeset, or none of it.

        ``gesture`` ties edits that are undone together. Raises Busy where another writer does not finish,
        Stale and others as the body does.
        """
        with translated(self.path), Recorded(self._sessions) as session:
            # Begun by now: the times of changesets follow one another as their numbers do.
            edit = Edit(session, dt.datetime.now(dt.UTC), Message.of(text, arguments))
            yield edit
            changes = session.changes()
            number = None
            if changes:
                heading = journal.Heading(label=edit.label, gesture=gesture, undoable=undoable, time=edit.now)
                number = journal.store(session.connection(), changes, heading)
                search.keep(session.connection(), changes)
            session.commit()
        edit.receipt = receipt(number, edit.label, changes, origin)
        self.tell(edit.receipt)

    @contextmanager
    def writing(self, refused: Callable[[], MissionPlannerError] = dangling) -> Iterator[sa.Connection]:
        """Give a connection in a write transaction, for the journal itself: undo and redo.

        ``refused`` makes the error to raise where a reference would dangle.
        """
        with translated(self.path, refused), self._sessions.begin() as connection:
            yield connection

    def tell(self, one: Receipt) -> None:
        """Pass a receipt on to all who listen, if anything changed.

        What was stored is stored: a listener that fails keeps neither the others nor the edit from success.
        """
        if one.changeset is not None:
            for listener in list(self.listeners):
                try:
                    listener(one)
                except Exception:
                    _log.exception("A listener failed at changeset %s.", one.changeset)


def receipt(number: int | None, label: Message, changes: Iterable[Change], origin: object = None) -> Receipt:
    """Make the receipt of some changes."""
    some = list(changes)
    return Receipt(
        number,
        label,
        tuple((one.table, one.record_id) for one in some),
        tuple((one.table, one.record_id) for one in some if one.before is None),
        frozenset(one.mission_id for one in some if one.mission_id is not None),
        origin,
    )


def create(path: Path) -> Workspace:
    """Make a new workspace and open it. Raises Occupied where a file is there already."""
    real = Path(os.path.realpath(path))
    atomic_files.folder(real.parent)
    if real.exists():
        raise Occupied(N_("{path} exists already. Open it, or choose another name."), path=str(path))
    with translated(real), atomic_files.aside(real) as temporary:
        schema.create(temporary)
    return open_workspace(real)


def open_workspace(path: Path, *, wait: float = engines.WAIT_SECONDS, check: bool = True) -> Workspace:
    """Open a workspace. An older one is brought up to date after a verified backup.

    The order is RELIABILITY §2's: real path, header and size, version, lock, soundness, migration. ``wait``
    is in seconds: for another writer, or for whoever brings the file up to date at this moment.
    Raises NotFound, Damaged, Foreign, Newer or Locked; the file is then as it was.
    """
    real = Path(os.path.realpath(path))
    header.check(real)
    workspace = Workspace(real, wait=wait)
    try:
        _enter(workspace, check)
        _keep_erased(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def open_or_create(path: Path) -> Workspace:
    """Open a workspace, or make it where nothing is there yet."""
    if path.exists():
        return open_workspace(path)
    try:
        return create(path)
    except Occupied:  # somebody made it at the same time
        return open_workspace(path)


def remove(path: Path) -> None:
    """Delete a workspace nobody has open: a sample, never somebody's missions. Raises Locked."""
    real = Path(os.path.realpath(path))
    lock = FileLock(real)
    lock.hold_alone()
    try:
        header.journal_file(real).unlink(missing_ok=True)
        erased.list_of(real).unlink(missing_ok=True)
        real.unlink(missing_ok=True)
    except OSError as error:
        raise atomic_files.not_written(real, error) from error
    finally:
        lock.release()


def refuse_damaged(workspace: Workspace) -> None:
    """Raise Damaged where the file is not sound. Writes nothing."""
    with workspace.reading() as connection:
        found = schema.faults(connection, thorough=False)
        if header.check(workspace.path) == header.SCHEMA:
            found += schema.missing(connection)
    if found:
        raise damaged(workspace.path)


def _enter(workspace: Workspace, check: bool) -> None:
    """Take the lock, and the version as it is once nobody can change it any more; bring up to date what is older.

    A version read before the lock may be one that another process has just migrated or restored away, or
    that a write which never ended left in the header.
    """
    path, end = workspace.path, time.monotonic() + workspace.wait
    while True:
        older = header.check(path) < header.SCHEMA
        try:
            if older:
                workspace.lock.hold_alone()
            else:
                workspace.lock.share()
        except Locked:
            if time.monotonic() >= end:
                raise
            time.sleep(_PAUSE)
            continue
        version = _true_version(workspace)
        if (version < header.SCHEMA) == older:
            break
    if check or older:
        refuse_damaged(workspace)
    if older:
        _bring_up_to_date(workspace, version)
    else:
        _index(workspace)


_PAUSE = 0.02


def _index(workspace: Workspace) -> None:
    """Make the full-text index where the file has none, or one made in another way; whoever writes comes first."""
    with workspace.reading() as connection:
        if search.is_current(connection):
            return
    with suppress(Busy), workspace.writing() as connection:
        search.rebuild(connection)


def _keep_erased(workspace: Workspace) -> None:
    """Erase again whoever an older copy brought back (RELIABILITY §2); whoever has it open already did."""
    if erased.list_of(workspace.path).exists():
        from missionplanner.services.directory import (
            erasure,  # which writes to workspaces, so it knows this module
        )

        with suppress(Locked):
            erasure.again(workspace)


def _true_version(workspace: Workspace) -> int:
    with workspace.reading() as connection:  # which also takes back a write that never ended
        schema.tables(connection)
    return header.check(workspace.path)


def _bring_up_to_date(workspace: Workspace, version: int) -> None:
    backup.make(workspace)
    with translated(workspace.path):
        schema.upgrade(workspace.path, version)
    workspace.lock.share(workspace.wait)
