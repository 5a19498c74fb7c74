"""Let services read and write records inside one edit, never rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from missionplanner.base.errors import InUse, NotFound, Stale
from missionplanner.base.messages import N_
from missionplanner.db.columns import Gone
from missionplanner.db.orm import Base, Entity, names_of, record, row_type, row_types
from missionplanner.domain.records import FileRef, Record

R = TypeVar("R", bound=Record)


class Unit:
    """Be the records of one edit: read them, add, save and delete them; the recorder sees every row."""

    def __init__(self, session: Session, now: dt.datetime) -> None:
        self._session = session
        self._now = now

    @property
    def connection(self) -> sa.Connection:
        """Return the connection of this edit: what it reads is what the edit has written so far."""
        self._session.flush()
        return self._session.connection()

    # -- reading ----------------------------------------------------------------------------------

    def get(self, kind: type[R], identity: UUID) -> R:
        """Return a record. Raises NotFound."""
        found = self.find(kind, identity)
        if found is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        return found

    def find(self, kind: type[R], identity: UUID | None) -> R | None:
        """Return a record, None where there is none."""
        row = self._session.get(row_type(kind), identity) if identity is not None else None
        return cast(R, record(row)) if row is not None else None

    def all(self, kind: type[R], **equal: Any) -> tuple[R, ...]:
        """Return the records whose fields equal the given values, in the order of position and age."""
        row = row_type(kind)
        query = sa.select(row).where(*(getattr(row, name) == value for name, value in equal.items()))
        for name in ("position", "created_at", "id"):
            if name in names_of(kind):
                query = query.order_by(getattr(row, name))
        return tuple(cast(R, record(one)) for one in self._session.scalars(query))

    # -- writing ----------------------------------------------------------------------------------

    def add(self, one: R) -> R:
        """Store a new record; return it with its times."""
        stamped = replace(one, created_at=one.created_at or self._now, updated_at=one.updated_at or self._now)
        kind = type(one)
        self._session.add(row_type(kind)(**{name: getattr(stamped, name) for name in names_of(kind)}))
        self._session.flush()
        return stamped

    def add_all(self, some: Iterable[Record]) -> None:
        """Store many new records."""
        for one in some:
            kind = type(one)
            values = {name: getattr(one, name) for name in names_of(kind)}
            values["created_at"] = values["created_at"] or self._now
            values["updated_at"] = values["updated_at"] or self._now
            self._session.add(row_type(kind)(**values))
        self._session.flush()

    def save(self, one: R) -> R:
        """Write the columns of a record that differ from its row; an equal record writes nothing.

        Raises NotFound where the row is gone, Stale where it was changed since the record was read.
        """
        row = self._session.get(row_type(type(one)), one.id)
        if row is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        if one.updated_at is not None and row.updated_at not in (one.updated_at, self._now):
            raise Stale(N_("This was changed in the meantime. Look at it again; nothing was changed."))
        changed = False
        for name in names_of(type(one)):
            if name not in ("id", "created_at", "updated_at") and getattr(row, name) != getattr(one, name):
                setattr(row, name, getattr(one, name))
                changed = True
        if changed:
            row.updated_at = self._now
            self._session.flush()
        return cast(R, record(row))

    def delete(self, one: Record) -> None:
        """Delete a record with what belongs to it; clear what merely refers to it.

        Raises NotFound, or InUse where something that must not lose it refers to it.
        """
        row = self._session.get(row_type(type(one)), one.id)
        if row is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        self._remove(row)

    def _remove(self, row: Entity) -> None:
        for kind, column in _referrers(row.__tablename__):
            query = sa.select(kind).where(getattr(kind, column.name) == row.id)
            for other in self._session.scalars(query).all():
                self._let_go(other, column)
        if row.record_type is not FileRef:
            for ref in self.all(FileRef, record_id=row.id):
                self._session.delete(self._session.get(row_type(FileRef), ref.id))
        self._session.delete(row)
        self._session.flush()

    def _let_go(self, other: Entity, column: sa.Column[Any]) -> None:
        gone = column.info["gone"]
        if other in self._session.deleted or sa.inspect(other).deleted:
            return
        if gone is Gone.REFUSE:
            raise InUse(N_("This is still used elsewhere and was not deleted. Remove it there first."))
        if gone is Gone.TOO:
            self._remove(other)
            return
        setattr(other, column.name, None)
        other.updated_at = self._now
        self._session.flush()


def _referrers(table: str) -> list[tuple[type[Entity], sa.Column[Any]]]:
    if not _referring:
        by_table = {one.__tablename__: one for one in row_types().values()}
        for name, kind in by_table.items():
            for column in Base.metadata.tables[name].c:
                for key in column.foreign_keys:
                    _referring.setdefault(key.column.table.name, []).append((kind, column))
    return _referring.get(table, [])


_referring: dict[str, list[tuple[type[Entity], sa.Column[Any]]]] = {}
