"""Read whole missions as records: one query a table, however large the mission is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.columns import Sealed, targets
from missionplanner.db.failures import Unreadable
from missionplanner.db.known_rows import known_rows
from missionplanner.db.models.journal import BlobRow, ChangeRow, ChangesetRow
from missionplanner.db.orm import Base, names_of, records
from missionplanner.db.rows import ROWS, columns_of, table_of
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord, in_order

SHARED: tuple[type[r.Record], ...] = (
    r.Initiative,
    r.InitiativeMember,
    r.Organisation,
    r.Person,
    r.Place,
    r.ValueChain,
)
"""Kinds that belong to the workspace: a mission reads those it refers to."""


def missions(connection: sa.Connection) -> tuple[r.Mission, ...]:
    """Return all missions, by their first day."""
    table = table_of(r.Mission)
    query = sa.select(*columns_of(r.Mission)).order_by(table.c.start, table.c.code)
    return records(r.Mission, _Ready(query, connection.dialect).rows(connection, {}))


def mission(connection: sa.Connection, code: str) -> r.Mission | None:
    """Return the mission of this code, None where there is none."""
    table = table_of(r.Mission)
    query = sa.select(*columns_of(r.Mission)).where(table.c.code == code)
    found = records(r.Mission, _Ready(query, connection.dialect).rows(connection, {}))
    return found[0] if found else None


def templates(connection: sa.Connection) -> tuple[r.Template, ...]:
    """Return the templates of the workspace, by name."""
    table = table_of(r.Template)
    query = sa.select(*columns_of(r.Template)).order_by(table.c.name, table.c.id)
    return records(r.Template, _Ready(query, connection.dialect).rows(connection, {}))


def shared_check_options(connection: sa.Connection) -> tuple[r.CheckOption, ...]:
    """Return what checks of all missions go by instead of their own values."""
    table = table_of(r.CheckOption)
    query = sa.select(*columns_of(r.CheckOption)).where(table.c.mission_id.is_(None)).order_by(table.c.name)
    return records(r.CheckOption, _Ready(query, connection.dialect).rows(connection, {}))


def plan(connection: sa.Connection, one: r.Mission) -> MissionPlan:
    """Read everything a mission consists of and refers to."""
    parts = {name: _part(connection, kind, one) for name, kind in PARTS.items()}
    parts["items"] = in_order(parts["items"])
    shared = [identity for kind in SHARED for identity in _ids(parts, kind)]
    return MissionPlan(one, changed_at=changed_at(connection, one.id, shared), **parts)


def mission_record(connection: sa.Connection, one: r.Mission) -> MissionRecord:
    """Read what a mission cost and what came of it."""
    return MissionRecord(**{name: _part(connection, kind, one) for name, kind in RECORD_PARTS.items()})


def parts(connection: sa.Connection, one: r.Mission, names: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """Read some parts of a mission by their names in MissionPlan and MissionRecord, and nothing else of it."""
    kinds = {**PARTS, **RECORD_PARTS}
    return {name: _part(connection, kinds[name], one) for name in names}


def confidential(connection: sa.Connection, one: r.Mission) -> tuple[r.Confidential, ...]:
    """Read what no plan carries of the delegates. Only what reveals or exports it on request calls this."""
    return _part(connection, r.Confidential, one)


def changed_at(connection: sa.Connection, mission_id: UUID, shared: Iterable[UUID]) -> dt.datetime | None:
    """Return when a mission, or what it shows of the directory, last changed.

    Issuing and thresholds are no change.
    """
    values = {"mission": mission_id, "shared": list(shared)}
    found: dt.datetime | None = connection.scalar(_last_change(), values)
    return found


@cache
def _last_change() -> sa.Select[Any]:
    # Both halves end at an index: the history of a mission grows without limit.
    changeset, change = ChangesetRow.__table__, ChangeRow.__table__
    own = change.c.mission_id == sa.bindparam("mission", type_=sa.Uuid)
    paper = change.c.table_name.in_(("issued_document", "issued_block", "issued_content", "check_option"))
    last = sa.select(change.c.changeset_id).where(own, sa.not_(paper)).order_by(change.c.id.desc()).limit(1)
    of_shared = change.c.record_id.in_(sa.bindparam("shared", expanding=True, type_=sa.Uuid))
    of_others = sa.select(sa.func.max(change.c.changeset_id)).where(of_shared)
    numbers = sa.union_all(last.subquery().select(), of_others)
    newest = sa.select(sa.func.max(numbers.subquery().c.changeset_id))
    return sa.select(changeset.c.time).where(changeset.c.id == newest.scalar_subquery())


def issued_contents(connection: sa.Connection, mission_id: UUID, digests: Iterable[str]) -> dict[str, str]:
    """Return by digest what blocks of a mission's issued documents showed, as JSON; no plan carries it."""
    table = table_of(r.IssuedContent)
    wanted = sorted(set(digests))
    found: dict[str, str] = {}
    for first in range(0, len(wanted), _BATCH):
        own = table.c.mission_id == mission_id, table.c.digest.in_(wanted[first : first + _BATCH])
        rows = connection.execute(sa.select(table.c.digest, table.c.content).where(*own))
        found |= {row[0]: row[1] for row in rows}
    return found


def blobs(connection: sa.Connection, hashes: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Return photos, logos and receipts by their SHA-256: extension and bytes."""
    table = BlobRow.__table__
    rows = connection.execute(sa.select(table).where(table.c.sha256.in_(sorted(set(hashes)))))
    return {row.sha256: (row.extension, row.data) for row in rows}


_BATCH = 500


def _ids(parts: dict[str, tuple[Any, ...]], kind: type[r.Record]) -> list[UUID]:
    return [one.id for name, own in PARTS.items() if own is kind for one in parts[name]]


def _part(connection: sa.Connection, kind: type[Any], one: r.Mission) -> tuple[Any, ...]:
    ready = _ready.get((connection.dialect.name, kind))
    if ready is None:
        ready = _ready[connection.dialect.name, kind] = _Ready(_query(kind), connection.dialect)
    found = ready.raw(connection, {"mission": one.id, "initiative": one.initiative_id})
    if ready.sensitive:
        return records(kind, map(ready.made, found))
    known, place = known_rows(connection, one.id, kind), names_of(kind).index("id")
    return known.records(found, place, lambda rows: records(kind, map(ready.made, rows)))


class _Ready:
    """Be a statement compiled once: putting it together takes many times longer than running it.

    Errors are the driver's own.
    """

    def __init__(self, query: sa.Select[Any], dialect: sa.Dialect) -> None:
        compiled = query.compile(dialect=dialect)
        self.sql = str(compiled)
        self.names = compiled.positiontup if compiled.positional else None
        binding = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        self.bind = {name: kind.bind_processor(dialect) for name, kind in binding.items()}
        self.constants = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        self.sensitive = any(isinstance(column.type, Sealed) for column in query.selected_columns)
        """Whether a row has something that is remembered no longer than it is shown."""
        kinds = [column.type.dialect_impl(dialect) for column in query.selected_columns]
        found = [kind.result_processor(dialect, None) for kind in kinds]
        self.results = [(place, one) for place, one in enumerate(found) if one is not None]

    def rows(self, connection: sa.Connection, values: Mapping[str, Any]) -> Iterator[list[Any]]:
        """Run it; give the values of each row."""
        return map(self.made, self.raw(connection, values))

    def raw(self, connection: sa.Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run it; return the rows as the driver gives them."""
        given: dict[str, Any] = {**self.constants, **values}
        bound = {name: own(given[name]) if own else given[name] for name, own in self.bind.items()}
        parameters = bound if self.names is None else tuple(bound[name] for name in self.names)
        with closing(connection.connection.cursor()) as cursor:  # the driver's own: 37 of these make a plan
            cursor.execute(self.sql, parameters)
            return list(cursor.fetchall())

    def made(self, raw: tuple[Any, ...]) -> list[Any]:
        """Return the values of a row that the driver gave."""
        row = list(raw)
        try:
            for place, processed in self.results:
                row[place] = processed(row[place])
        except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
            raise Unreadable from error
        return row


_ready: dict[tuple[str, type[r.Record]], _Ready] = {}


def _query(kind: type[r.Record]) -> sa.Select[Any]:
    table = table_of(kind)
    query = sa.select(*columns_of(kind))
    own = table.c.id.in_(_wanted(kind)) if kind in SHARED else table.c.mission_id == _mission()
    query = query.where(sa.or_(own, table.c.mission_id.is_(None)) if kind is r.CheckOption else own)
    return query.order_by(*(table.c[name] for name in ("position", "created_at", "id") if name in table.c))


def _mission() -> sa.BindParameter[Any]:
    return sa.bindparam("mission", type_=sa.Uuid)


def _wanted(kind: type[r.Record]) -> sa.CompoundSelect[Any]:
    """Select the ids of the shared records of a kind that a mission refers to, directly or through others."""
    if kind is r.Initiative:
        return sa.union(sa.select(sa.bindparam("initiative", type_=sa.Uuid)), _in_file(kind))
    if kind is r.InitiativeMember:
        table = table_of(kind)
        return sa.union(sa.select(table.c.id).where(table.c.initiative_id.in_(_wanted(r.Initiative))))
    if kind is r.ValueChain:
        table = table_of(kind)
        of_clusters = sa.select(table.c.id).where(table.c.cluster_id.in_(_wanted(r.Organisation)))
        return sa.union(of_clusters, _in_file(kind))
    reached = [*_references(kind), _in_file(kind)]
    if kind is r.Organisation:
        chain = table_of(r.ValueChain)
        reached.append(sa.select(chain.c.cluster_id).where(chain.c.id.in_(_in_file(r.ValueChain))))
        member = table_of(r.InitiativeMember)
        reached.append(
            sa.select(member.c.organisation_id).where(member.c.initiative_id.in_(_wanted(r.Initiative)))
        )
        for other in (r.Person, r.Place):
            table = table_of(other)
            reached.append(sa.select(table.c.organisation_id).where(table.c.id.in_(_wanted(other))))
        direct = sa.union(*reached)
        own = table_of(r.Organisation)
        return sa.union(*reached, sa.select(own.c.parent_id).where(own.c.id.in_(direct)))
    return sa.union(*reached)


def _references(kind: type[r.Record]) -> list[sa.Select[Any]]:
    target = table_of(kind).name
    found = []
    for row in ROWS.values():
        table = Base.metadata.tables[row.__tablename__]
        if "mission_id" not in table.c:
            continue
        for column in table.c:
            if target in targets(column):
                found.append(sa.select(column).where(table.c.mission_id == _mission(), column.is_not(None)))
    return found


def _in_file(kind: type[r.Record]) -> sa.Select[Any]:
    lists = {
        r.Initiative: "initiatives",
        r.Organisation: "organisations",
        r.Person: "people",
        r.Place: "places",
        r.ValueChain: "value_chains",
    }
    table = table_of(r.FileRef)
    return sa.select(table.c.record_id).where(table.c.mission_id == _mission(), table.c.list == lists[kind])
