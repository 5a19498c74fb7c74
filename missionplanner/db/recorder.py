"""Watch the rows of a session and keep how each was before and after; refuse writes it could not see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from missionplanner.db import images
from missionplanner.db.images import Image
from missionplanner.db.orm import Entity


class BulkWrite(RuntimeError):
    """Refuse an UPDATE, DELETE or INSERT of many rows at once: nobody would record them."""


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
    """Collect the changes of one session, in the order rows were first touched."""

    changes: dict[tuple[str, UUID], Change] = field(default_factory=dict)

    def real(self) -> list[Change]:
        """Return the changes that changed something."""
        return [one for one in self.changes.values() if one.before != one.after]


_KEY = "missionplanner.log"


def watch(session: Session) -> Log:
    """Begin to record a session."""
    log = session.info[_KEY] = Log()
    event.listen(session, "do_orm_execute", _refuse_bulk)
    return log


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise BulkWrite("a bulk write inside an edit would not be recorded")


def _entry(target: Entity, connection: sa.Connection) -> Change | None:
    session = object_session(target)
    log: Log | None = session.info.get(_KEY) if session is not None else None
    if log is None:
        return None
    key = (target.__tablename__, target.id)
    entry = log.changes.get(key)
    if entry is None:
        before = images.take(connection, _table(target), target.id)
        entry = log.changes[key] = Change(target.__tablename__, target.id, before, before)
    return entry


def _before(_mapper: Mapper[Any], connection: sa.Connection, target: Entity) -> None:
    _entry(target, connection)


def _after(_mapper: Mapper[Any], connection: sa.Connection, target: Entity) -> None:
    entry = _entry(target, connection)
    if entry is not None:
        # Attribute history is empty on expired rows, so the row itself is asked.
        entry.after = images.take(connection, _table(target), target.id)


def _table(target: Entity) -> sa.Table:
    return target.__table__  # type: ignore[return-value]


for _name in ("before_insert", "before_update", "before_delete"):
    event.listen(Entity, _name, _before, propagate=True)
for _name in ("after_insert", "after_update", "after_delete"):
    event.listen(Entity, _name, _after, propagate=True)
