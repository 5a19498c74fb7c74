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
from missionplanner.db.columns import Gone, targets
from missionplanner.db.orm import Base, Entity, names_of, record
from missionplanner.db.rows import ROWS, row_type
from missionplanner.domain.records import FileRef, Initiative, Mission, Person, Record
from missionplanner.domain.texts import Texts

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

        Raises NotFound, or InUse, naming who, where something that must not lose it refers to it.
        """
        self.delete_all([one])

    def delete_all(self, some: Iterable[Record]) -> None:
        """Delete records together, as ``delete`` does; what refers only to one another is no obstacle."""
        self._session.flush()
        doomed: dict[UUID, Entity] = {}
        links: list[tuple[Entity, sa.Column[Any]]] = []
        for one in some:
            row = self._session.get(row_type(type(one)), one.id)
            if row is None:
                raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
            doomed[row.id] = row
        self._gather(doomed, links)
        left = [(other, column) for other, column in links if other.id not in doomed]
        needed = [(other, column) for other, column in left if column.info["gone"] is Gone.REFUSE]
        if needed:
            raise self._in_use(doomed, needed)
        for other, column in left:
            setattr(other, column.name, None)
            other.updated_at = self._now
        for row in doomed.values():
            self._session.delete(row)
        self._session.flush()

    def repoint(self, kind: type[Record], old: UUID, new: UUID) -> tuple[Record, ...]:
        """Make everything that refers to record ``old`` of a kind refer to ``new``; return it as it is then.

        Two names that files gave one record of a mission become the first of them.
        """
        self._session.flush()
        touched: dict[UUID, Entity] = {}
        for other, column in _referrers(row_type(kind).__tablename__):
            for row in self._where(other, column.name, [old]):
                setattr(row, column.name, new)
                row.updated_at = self._now
                touched[row.id] = row
        known = {(one.mission_id, one.list) for one in self.all(FileRef, record_id=new)}
        for name in self.all(FileRef, record_id=old):
            if (name.mission_id, name.list) in known:
                self.delete(name)
            else:
                self.save(replace(name, record_id=new))
        self._session.flush()
        return tuple(record(one) for one in touched.values())

    def _gather(self, doomed: dict[UUID, Entity], links: list[tuple[Entity, sa.Column[Any]]]) -> None:
        """Add all that goes with these rows; list in ``links`` what merely refers to one of them."""
        front = list(doomed.values())
        while front:
            found: list[Entity] = []
            for table, identities in _by_table(front).items():
                for kind, column in _referrers(table):
                    others = self._where(kind, column.name, identities)
                    if column.info["gone"] is Gone.TOO:
                        found += others
                    else:
                        links += [(other, column) for other in others]
            found += self._where(row_type(FileRef), "record_id", [row.id for row in front])
            front = list({row.id: row for row in found if row.id not in doomed}.values())
            doomed.update({row.id: row for row in front})

    def _where(self, kind: type[Entity], name: str, values: list[UUID]) -> list[Entity]:
        found: list[Entity] = []
        for first in range(0, len(values), _BATCH):
            wanted = getattr(kind, name).in_(values[first : first + _BATCH])
            found += self._session.scalars(sa.select(kind).where(wanted))
        return found

    def _in_use(self, doomed: dict[UUID, Entity], needed: list[tuple[Entity, sa.Column[Any]]]) -> InUse:
        """Say which missions or initiatives still need one of these rows."""
        first = getattr(needed[0][0], needed[0][1].name)
        owners: set[str] = set()
        for other, column in needed:
            if getattr(other, column.name) != first:
                continue
            for kind, key in ((Mission, "mission_id"), (Initiative, "initiative_id")):
                owner = self.find(kind, getattr(other, key, None))
                if owner is not None:
                    owners.add(owner.code if isinstance(owner, Mission) else _name(owner))
        return InUse(
            N_("“{name}” is still needed in {places} and was not deleted. Remove it there first."),
            name=_name(record(doomed[first])),
            places=", ".join(sorted(owners)),
        )


_BATCH = 500


def _by_table(rows: Iterable[Entity]) -> dict[str, list[UUID]]:
    found: dict[str, list[UUID]] = {}
    for row in rows:
        found.setdefault(row.__tablename__, []).append(row.id)
    return found


def _name(one: Record) -> str:
    if isinstance(one, Person):
        return one.full_name
    shown = getattr(one, "name", None) or getattr(one, "title", None) or ""
    return shown.best("") if isinstance(shown, Texts) else str(shown)


def _referrers(table: str) -> list[tuple[type[Entity], sa.Column[Any]]]:
    if not _referring:
        by_table = {one.__tablename__: one for one in ROWS.values()}
        for name, kind in by_table.items():
            for column in Base.metadata.tables[name].c:
                for target in targets(column):
                    _referring.setdefault(target, []).append((kind, column))
    return _referring.get(table, [])


_referring: dict[str, list[tuple[type[Entity], sa.Column[Any]]]] = {}
