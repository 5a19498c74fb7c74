"""Read whole missions as records: one query a table, however large the mission is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.models.journal import BlobRow, ChangeRow, ChangesetRow
from missionplanner.db.orm import Base, records, row_types, table_of
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord, in_order

SHARED: tuple[type[r.Record], ...] = (r.Initiative, r.InitiativeMember, r.Organisation, r.Person, r.Place)
"""Kinds that belong to the workspace: a mission reads those it refers to."""


def missions(connection: sa.Connection) -> tuple[r.Mission, ...]:
    """Return all missions, by their first day."""
    table = table_of(r.Mission)
    rows = connection.execute(sa.select(table).order_by(table.c.start, table.c.code))
    return records(r.Mission, rows)


def mission(connection: sa.Connection, code: str) -> r.Mission | None:
    """Return the mission of this code, None where there is none."""
    table = table_of(r.Mission)
    found = records(r.Mission, connection.execute(sa.select(table).where(table.c.code == code)))
    return found[0] if found else None


def plan(connection: sa.Connection, one: r.Mission) -> MissionPlan:
    """Read everything a mission consists of and refers to."""
    parts = {name: _part(connection, kind, one) for name, kind in PARTS.items()}
    parts["items"] = in_order(parts["items"])
    shared = [identity for kind in SHARED[2:] for identity in _ids(parts, kind)]
    return MissionPlan(one, changed_at=changed_at(connection, one.id, shared), **parts)


def mission_record(connection: sa.Connection, one: r.Mission) -> MissionRecord:
    """Read what a mission cost and what came of it."""
    return MissionRecord(**{name: _part(connection, kind, one) for name, kind in RECORD_PARTS.items()})


def confidential(connection: sa.Connection, one: r.Mission) -> tuple[r.Confidential, ...]:
    """Read what no plan carries of the delegates. Only what reveals or exports it on request calls this."""
    return _part(connection, r.Confidential, one)


def changed_at(connection: sa.Connection, mission_id: UUID, shared: Iterable[UUID]) -> dt.datetime | None:
    """Return when a mission, or what it shows of the directory, last changed; issuing is no change."""
    changeset, change = ChangesetRow.__table__, ChangeRow.__table__
    about = sa.or_(change.c.mission_id == mission_id, change.c.record_id.in_(list(shared)))
    paper = change.c.table_name.in_(("issued_document", "issued_block"))
    query = (
        sa.select(changeset.c.time)
        .join_from(changeset, change, change.c.changeset_id == changeset.c.id)
        .where(about, sa.not_(paper))
        .order_by(changeset.c.id.desc())
        .limit(1)
    )
    found: dt.datetime | None = connection.scalar(query)
    return found


def blobs(connection: sa.Connection, hashes: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Return photos, logos and receipts by their SHA-256: extension and bytes."""
    table = BlobRow.__table__
    rows = connection.execute(sa.select(table).where(table.c.sha256.in_(sorted(set(hashes)))))
    return {row.sha256: (row.extension, row.data) for row in rows}


def _ids(parts: dict[str, tuple[Any, ...]], kind: type[r.Record]) -> list[UUID]:
    return [one.id for name, own in PARTS.items() if own is kind for one in parts[name]]


def _part(connection: sa.Connection, kind: type[Any], one: r.Mission) -> tuple[Any, ...]:
    table = table_of(kind)
    query = sa.select(table)
    if kind in SHARED:
        query = query.where(table.c.id.in_(_wanted(kind, one)))
    else:
        query = query.where(table.c.mission_id == one.id)
    for name in ("position", "created_at", "id"):
        if name in table.c:
            query = query.order_by(table.c[name])
    return records(kind, connection.execute(query))


def _wanted(kind: type[r.Record], one: r.Mission) -> sa.CompoundSelect[Any]:
    """Select the ids of the shared records of a kind that a mission refers to, directly or through others."""
    if kind is r.Initiative:
        return sa.union(sa.select(sa.literal(one.initiative_id, sa.Uuid)), _in_file(kind, one))
    if kind is r.InitiativeMember:
        table = table_of(kind)
        return sa.union(sa.select(table.c.id).where(table.c.initiative_id.in_(_wanted(r.Initiative, one))))
    reached = [*_references(kind, one), _in_file(kind, one)]
    if kind is r.Organisation:
        member = table_of(r.InitiativeMember)
        reached.append(
            sa.select(member.c.organisation_id).where(member.c.initiative_id.in_(_wanted(r.Initiative, one)))
        )
        for other in (r.Person, r.Place):
            table = table_of(other)
            reached.append(sa.select(table.c.organisation_id).where(table.c.id.in_(_wanted(other, one))))
        direct = sa.union(*reached)
        own = table_of(r.Organisation)
        return sa.union(*reached, sa.select(own.c.parent_id).where(own.c.id.in_(direct)))
    return sa.union(*reached)


def _references(kind: type[r.Record], one: r.Mission) -> list[sa.Select[Any]]:
    target = table_of(kind).name
    found = []
    for row in row_types().values():
        table = Base.metadata.tables[row.__tablename__]
        if "mission_id" not in table.c:
            continue
        for column in table.c:
            if any(key.column.table.name == target for key in column.foreign_keys):
                found.append(sa.select(column).where(table.c.mission_id == one.id, column.is_not(None)))
    return found


def _in_file(kind: type[r.Record], one: r.Mission) -> sa.Select[Any]:
    lists = {
        r.Initiative: "initiatives",
        r.Organisation: "organisations",
        r.Person: "people",
        r.Place: "places",
    }
    table = table_of(r.FileRef)
    return sa.select(table.c.record_id).where(table.c.mission_id == one.id, table.c.list == lists[kind])
