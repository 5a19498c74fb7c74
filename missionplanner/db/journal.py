"""Store changesets, read them, and apply their inverse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Stale
from missionplanner.base.messages import N_, Message
from missionplanner.db import images
from missionplanner.db.models.journal import ChangeRow, ChangesetRow
from missionplanner.db.orm import Base
from missionplanner.db.recorder import Change

EDIT, UNDO, REDO = "edit", "undo", "redo"

_changesets = cast(sa.Table, ChangesetRow.__table__)
_changes = cast(sa.Table, ChangeRow.__table__)


@dataclass(frozen=True, slots=True)
class Changeset:
    """Be one entry of the journal. ``time`` is UTC; ``targets`` are the changesets an undo or redo reverses."""

    id: int
    time: dt.datetime
    kind: str
    label: Message
    gesture: str | None
    targets: tuple[int, ...]
    undoable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Be what is told of a changeset to store. ``time`` None means now."""

    label: Message
    kind: str = EDIT
    gesture: str | None = None
    targets: tuple[int, ...] = ()
    undoable: bool = True
    time: dt.datetime | None = None


def store(connection: sa.Connection, changes: Sequence[Change], heading: Heading) -> int:
    """Append a changeset within the transaction that made the changes; return its number."""
    values = {
        "time": heading.time or dt.datetime.now(dt.UTC),
        "kind": heading.kind,
        "label": heading.label.text,
        "arguments": [list(pair) for pair in heading.label.arguments],
        "gesture": heading.gesture,
        "targets": list(heading.targets),
        "undoable": heading.undoable,
    }
    key = connection.execute(_changesets.insert().values(values)).inserted_primary_key
    number = int(key[0]) if key else 0
    rows = [
        {
            "changeset_id": number,
            "table_name": one.table,
            "record_id": one.record_id,
            "mission_id": one.mission_id,
            "before": one.before,
            "after": one.after,
        }
        for one in changes
    ]
    if rows:  # a gesture that came back to where it began is undone by changing nothing
        connection.execute(_changes.insert(), rows)
    return number


def changesets(connection: sa.Connection, after: int = 0) -> tuple[Changeset, ...]:
    """Return the journal behind number ``after``, oldest first."""
    query = sa.select(_changesets).where(_changesets.c.id > after).order_by(_changesets.c.id)
    return tuple(_changeset(row) for row in connection.execute(query))


def edits(
    connection: sa.Connection, *, mission_id: UUID | None, before: int | None, count: int
) -> tuple[Changeset, ...]:
    """Return the last edits before number ``before``, newest first; those that touched a mission where named."""
    query = sa.select(_changesets).where(_changesets.c.kind == EDIT).order_by(_changesets.c.id.desc()).limit(count)
    if before is not None:
        query = query.where(_changesets.c.id < before)
    if mission_id is not None:
        own = sa.select(_changes.c.changeset_id).where(_changes.c.mission_id == mission_id)
        query = query.where(_changesets.c.id.in_(own))
    return tuple(_changeset(row) for row in connection.execute(query))


def changeset(connection: sa.Connection, number: int) -> Changeset:
    """Return one entry of the journal."""
    return _changeset(connection.execute(sa.select(_changesets).where(_changesets.c.id == number)).one())


Step = tuple[int, ...]
"""Changesets that are undone together, oldest first: those of one gesture."""


class Stacks:
    """Know which steps are in force and which are undone, as the journal tells it.

    The journal only grows, so each look reads just what came since the last.
    """

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.reversed_by: dict[Step, int] = {}
        self._gesture: str | None = None
        self._read = 0
        self._lock = Lock()

    def look(self, connection: sa.Connection) -> Stacks:
        """Take in what the journal has gained; return self."""
        with self._lock:
            for one in changesets(connection, self._read):
                self._take(one)
                self._read = one.id
        return self

    def _take(self, one: Changeset) -> None:
        if not one.undoable:  # where somebody was erased, so is the way back to before
            return
        if one.kind != EDIT:
            source, target = (self.done, self.undone) if one.kind == UNDO else (self.undone, self.done)
            if one.targets in source:
                source.remove(one.targets)
            target.append(one.targets)
            self.reversed_by[one.targets] = one.id
            self._gesture = None
        else:
            self.undone.clear()
            if self.done and one.gesture is not None and one.gesture == self._gesture:
                self.done[-1] = (*self.done[-1], one.id)
            else:
                self.done.append((one.id,))
            self._gesture = one.gesture


def _changeset(row: Any) -> Changeset:
    label = Message(row.label, tuple((name, value) for name, value in row.arguments))
    return Changeset(row.id, row.time, row.kind, label, row.gesture, tuple(row.targets), row.undoable)


def changes(connection: sa.Connection, number: int) -> list[Change]:
    """Return what a changeset changed, in the order it did, as rows of today's tables."""
    query = sa.select(_changes).where(_changes.c.changeset_id == number).order_by(_changes.c.id)
    return [_change(row) for row in connection.execute(query)]


def _change(row: Any) -> Change:
    table = Base.metadata.tables[row.table_name]
    before, after = (images.completed(table, one) for one in (row.before, row.after))
    return Change(row.table_name, row.record_id, before, after)


def invert(some: Iterable[Change]) -> list[Change]:
    """Return the changes that take these back, folded to one a row, last first."""
    folded: dict[tuple[str, UUID], Change] = {}
    for one in some:
        first = folded.get((one.table, one.record_id))
        origin = first.after if first else one.before
        folded[one.table, one.record_id] = Change(one.table, one.record_id, one.after, origin)
    return [one for one in reversed(folded.values()) if one.before != one.after]


def apply(connection: sa.Connection, some: Iterable[Change]) -> None:
    """Write changes, each only where its row is still what ``before`` says.

    Raises Stale, and the caller's transaction then changes nothing, where a row is not.
    """
    changes = list(some)
    _refuse_stale(connection, changes)
    by_table: dict[str, list[Change]] = {}
    for one in changes:
        by_table.setdefault(one.table, []).append(one)
    for name, own in by_table.items():  # in any order: references are checked at commit
        _write(connection, Base.metadata.tables[name], own)


def _write(connection: sa.Connection, table: sa.Table, changes: list[Change]) -> None:
    gone = [{"gone": one.record_id} for one in changes if one.after is None]
    if gone:
        connection.execute(table.delete().where(table.c.id == sa.bindparam("gone")), gone)
    back = [images.unpacked(table, one.after) for one in changes if one.before is None and one.after]
    if back:
        connection.execute(table.insert(), back)
    for one in changes:
        if one.before is not None and one.after is not None:
            different = {name: value for name, value in one.after.items() if value != one.before[name]}
            where = table.c.id == one.record_id
            connection.execute(table.update().where(where).values(images.unpacked(table, different)))


def dangles(connection: sa.Connection, some: Iterable[Change]) -> bool:
    """Tell whether a reference would lead nowhere once these changes were applied. Reads only."""
    changes = {(one.table, one.record_id): one for one in some}
    gone: dict[str, list[UUID]] = {}
    for one in changes.values():
        if one.after is None:
            gone.setdefault(one.table, []).append(one.record_id)
    for table in Base.metadata.sorted_tables:
        written = [one.after for one in changes.values() if one.table == table.name and one.after is not None]
        for column in table.c if table is not _changes else ():
            for key in column.foreign_keys:
                target = key.column.table
                if target.name in gone and _held(connection, column, gone[target.name], changes):
                    return True
                wanted = {UUID(image[column.name]) for image in written if image[column.name] is not None}
                if _absent(connection, target, wanted, changes):
                    return True
    return False


def _held(
    connection: sa.Connection, column: sa.Column[Any], gone: list[UUID], changes: Mapping[tuple[str, UUID], Change]
) -> bool:
    """Tell whether rows that stay as they are refer to rows that go."""
    table = column.table
    holders: set[UUID] = set()
    for first in range(0, len(gone), _BATCH):
        query = sa.select(table.c.id).where(column.in_(gone[first : first + _BATCH]))
        holders.update(connection.scalars(query))
    return any((table.name, one) not in changes for one in holders)


def _absent(
    connection: sa.Connection, target: sa.Table, wanted: set[UUID], changes: Mapping[tuple[str, UUID], Change]
) -> bool:
    """Tell whether rows that are written would refer to rows that are not there."""
    back = {one for one in wanted if (found := changes.get((target.name, one))) and found.after is not None}
    left = list(wanted - back)
    there: set[UUID] = set()
    for first in range(0, len(left), _BATCH):
        query = sa.select(target.c.id).where(target.c.id.in_(left[first : first + _BATCH]))
        there.update(connection.scalars(query))
    return any(one not in there or (target.name, one) in changes for one in left)


_BATCH = 500


def current(connection: sa.Connection, some: Iterable[Change]) -> bool:
    """Tell whether every row is still what ``before`` of its change says. Reads only."""
    try:
        _refuse_stale(connection, some)
    except Stale:
        return False
    return True


def _refuse_stale(connection: sa.Connection, changes: Iterable[Change]) -> None:
    expected: dict[str, dict[UUID, Any]] = {}
    for one in changes:
        expected.setdefault(one.table, {})[one.record_id] = one.before
    for name, rows in expected.items():
        there = images.take(connection, Base.metadata.tables[name], rows)
        if any(there.get(identity) != before for identity, before in rows.items()):
            raise stale()


def stale() -> Stale:
    """Return the refusal of an undo that later changes stand in the way of."""
    return Stale(N_("This can no longer be undone: what it changed was changed again since. Nothing was changed."))
