"""Watch the rows of a session and keep how each was before and after; refuse writes it could not see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper, Session, object_session

from missionplanner.db import images
from missionplanner.db.images import Image
from missionplanner.db.orm import Base, Entity
from missionplanner.db.rows import ROWS

_Key = tuple[str, UUID]


class BulkWrite(RuntimeError):
    """Refuse a write that goes round the rows of a session: nobody would record it."""


@dataclass
class Change:
    """Be one row before and after."""

    table: str
    record_id: UUID
    before: Image | None
    after: Image | None

    @property
    def mission_id(self) -> UUID | None:
        image = self.after or self.before or {}
        value = str(self.record_id) if self.table == "mission" else image.get("mission_id")
        return UUID(value) if value else None


@dataclass
class Log:
    """Collect how rows were before one session touched them, in the order it first did."""

    before: dict[_Key, Image | None] = field(default_factory=dict)
    flushing: bool = False

    def note(self, connection: sa.Connection, rows: Iterable[Entity]) -> None:
        """Keep rows that are about to be written as the file has them, unless they are known."""
        unknown: dict[str, list[UUID]] = {}
        for row in rows:
            if (row.__tablename__, row.id) not in self.before:
                unknown.setdefault(row.__tablename__, []).append(row.id)
        for name, identities in unknown.items():
            found = images.take(connection, Base.metadata.tables[name], identities)
            self.before.update({(name, one): found.get(one) for one in identities})

    def changes(self, connection: sa.Connection) -> list[Change]:
        """Return what is other than it was, in the order it was first touched.

        The rows themselves are asked: what a session believes of expired rows is nothing.
        """
        touched: dict[str, list[UUID]] = {}
        for name, identity in self.before:
            touched.setdefault(name, []).append(identity)
        after = {
            name: images.take(connection, Base.metadata.tables[name], identities)
            for name, identities in touched.items()
        }
        some = (
            Change(name, identity, before, after[name].get(identity))
            for (name, identity), before in self.before.items()
        )
        return [one for one in some if one.before != one.after]


class Recorded(Session):
    """Be a session that records what it writes. Only its own flush may write to recorded tables."""

    def __init__(self, engine: sa.Engine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.log = Log()
        event.listen(self.connection(), "before_cursor_execute", self._refuse_unseen)

    def changes(self) -> list[Change]:
        """Write what is pending; return what this session changed so far."""
        self.flush()
        return self.log.changes(self.connection())

    def _refuse_unseen(self, _connection: sa.Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if self.log.flushing:
            return
        written = _WRITE.match(statement)
        if written and (written["table"] is None or written["table"].lower() in _recorded()):
            raise BulkWrite("this write inside an edit would not be recorded")


_WRITE = re.compile(
    r"""(?:\s|--[^\n]*\n|/\*.*?\*/)*
        (?:(?:create|drop|alter)\b
          |with\b(?=.*\b(?:insert\s+into|update|delete\s+from)\b)
          |(?:insert|replace|update|delete)\b(?:\s+(?:or\s+\w+|into|from))*\s+
           (?:["'`\[]?\w+["'`\]]?\s*\.\s*)?["'`\[]?(?P<table>\w+))""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def _recorded() -> frozenset[str]:
    if not _tables:
        _tables.append(frozenset(one.__tablename__ for one in ROWS.values()))
    return _tables[0]


_tables: list[frozenset[str]] = []


@event.listens_for(Recorded, "before_flush")
def _begin(session: Recorded, _context: Any, _instances: Any) -> None:
    rows = [one for some in (session.dirty, session.deleted) for one in some if isinstance(one, Entity)]
    session.log.note(session.connection(), rows)
    session.log.flushing = True


@event.listens_for(Recorded, "after_flush")
def _end(session: Recorded, _context: Any) -> None:
    session.log.flushing = False


def _written(_mapper: Mapper[Any], connection: sa.Connection, target: Entity) -> None:
    session = object_session(target)
    if isinstance(session, Recorded):
        session.log.note(connection, [target])


def _born(_mapper: Mapper[Any], _connection: sa.Connection, target: Entity) -> None:
    session = object_session(target)
    if isinstance(session, Recorded):
        # Where a row of this id is there, the insert fails: there is nothing to look up.
        session.log.before.setdefault((target.__tablename__, target.id), None)


event.listen(Entity, "before_insert", _born, propagate=True)
for _name in ("before_update", "before_delete"):
    event.listen(Entity, _name, _written, propagate=True)
