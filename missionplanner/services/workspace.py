"""Open a workspace and let services read and write it: one edit, one transaction, one changeset, one receipt."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from missionplanner.base import atomic_files
from missionplanner.base.errors import Busy, Damaged, Occupied
from missionplanner.base.file_lock import FileLock
from missionplanner.base.messages import N_, Message
from missionplanner.db import engine as engines
from missionplanner.db import header, journal, reading, recorder, schema
from missionplanner.db.orm import row_types
from missionplanner.db.recorder import Change
from missionplanner.db.unit import Unit
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import Mission


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

    def __init__(self, session: Session, now: dt.datetime, label: Message) -> None:
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
        for one in changes.removed:
            self.delete(one)
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
        with _translated(self.path), self._engine.connect() as connection, connection.begin():
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
        with _translated(self.path), Session(self._sessions, expire_on_commit=False) as session:
            row_types()
            log = recorder.watch(session)
            edit = Edit(session, dt.datetime.now(dt.UTC), Message.of(text, arguments))
            session.connection()
            yield edit
            session.flush()
            changes = log.real()
            number = None
            if changes:
                heading = journal.Heading(label=edit.label, gesture=gesture, undoable=undoable, time=edit.now)
                number = journal.store(session.connection(), changes, heading)
            session.commit()
        edit.receipt = receipt(number, edit.label, changes, origin)
        self.tell(edit.receipt)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection in a write transaction, for the journal itself (undo, redo) and media."""
        with _translated(self.path), self._sessions.begin() as connection:
            yield connection

    def tell(self, one: Receipt) -> None:
        """Pass a receipt on to all who listen, if anything changed."""
        if one.changeset is not None:
            for listener in list(self.listeners):
                listener(one)

    def data_version(self) -> int:
        """Return a number that changes when another process has written."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


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
    atomic_files.folder(path.parent)
    if path.exists():
        raise Occupied(N_("{path} exists already. Open it, or choose another name."), path=str(path))
    with atomic_files.aside(path) as temporary:
        schema.create(temporary)
    return open_workspace(path)


def open_workspace(path: Path, *, wait: float = engines.WAIT_SECONDS, check: bool = True) -> Workspace:
    """Open a workspace. An older one is brought up to date after a verified backup.

    The order is RELIABILITY §2's: real path, header and size, version, lock, soundness, migration.
    Raises NotFound, Damaged, Foreign, Newer or Locked; the file is then as it was.
    """
    real = Path(os.path.realpath(path))
    version = header.check(real)
    workspace = Workspace(real, wait=wait)
    try:
        workspace.lock.share()
        if check:
            refuse_damaged(workspace)
        if version < header.SCHEMA:
            _bring_up_to_date(workspace, version)
    except BaseException:
        workspace.close()
        raise
    return workspace


def open_or_create(path: Path) -> Workspace:
    """Open a workspace, or make it where nothing is there yet."""
    return open_workspace(path) if path.exists() else create(path)


def refuse_damaged(workspace: Workspace) -> None:
    """Raise Damaged where the file is not sound. Writes nothing."""
    with workspace.reading() as connection:
        found = schema.faults(connection, thorough=False)
    if found:
        raise _damaged(workspace.path)


def _bring_up_to_date(workspace: Workspace, version: int) -> None:
    from missionplanner.services import backup

    workspace.lock.hold_alone()
    backup.make(workspace)
    schema.upgrade(workspace.path, version)
    workspace.lock.share()


def _damaged(path: Path) -> Damaged:
    return Damaged(
        N_("{path} is damaged. It was left as it is; restore the latest backup with “missionplanner restore”."),
        path=str(path),
    )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Say in our words what the database complains of."""
    try:
        yield
    except sa.exc.DatabaseError as error:
        text = str(error.orig)
        if "locked" in text or "busy" in text:
            raise Busy(
                N_("Another program is writing to the workspace. Try again in a moment; nothing was changed.")
            ) from error
        if "malformed" in text or "not a database" in text:
            raise _damaged(path) from error
        if "full" in text or "readonly" in text or "disk I/O" in text or "unable to open" in text:
            raise atomic_files.NotWritten(
                N_("{path} could not be written: {why}. Nothing was changed."), path=str(path), why=text
            ) from error
        raise
