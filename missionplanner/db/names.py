"""Read the names of the directory by columns: thousands of rows in one query a kind, no records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.models.journal import ChangeRow, ChangesetRow
from missionplanner.db.rows import table_of
from missionplanner.domain import records as r


def people(connection: sa.Connection) -> Sequence[Any]:
    """Return id, given, family, name_order, native_name and the organisation's name of everybody."""
    person, organisation = table_of(r.Person), table_of(r.Organisation)
    named = sa.func.coalesce(organisation.c.name, organisation.c.short).label("organisation")
    columns = (person.c[name] for name in ("id", "given", "family", "name_order", "native_name"))
    joined = person.outerjoin(organisation, person.c.organisation_id == organisation.c.id)
    query = sa.select(*columns, named).select_from(joined)
    return connection.execute(query.order_by(person.c.family, person.c.given)).all()


def organisations(connection: sa.Connection) -> Sequence[Any]:
    """Return id, name, short, native_name, city and country of all organisations."""
    return _columns(connection, table_of(r.Organisation), "name", "short", "native_name", "city", "country")


def places(connection: sa.Connection) -> Sequence[Any]:
    """Return id, name, address, city and country of all places."""
    return _columns(connection, table_of(r.Place), "name", "address", "city", "country")


def _columns(connection: sa.Connection, table: sa.Table, *names: str) -> Sequence[Any]:
    query = sa.select(table.c.id, *(table.c[name] for name in names))
    return connection.execute(query.order_by(table.c.name, table.c.id)).all()


def reached(connection: sa.Connection, kind: type[r.Record], ids: Sequence[UUID] | None = None) -> Sequence[Any]:
    """Return by columns what tells people, organisations or places apart: names, places, ways to reach them.

    People come with the ``organisation`` and ``country`` of theirs. All of the kind, or those of these ids.
    """
    table, organisation = table_of(kind), table_of(r.Organisation)
    columns = [table.c.id, *(table.c[name] for name in _REACHED[kind])]
    query = sa.select(*columns)
    if kind is r.Person:
        named = sa.func.coalesce(organisation.c.name, organisation.c.short).label("organisation")
        joined = table.outerjoin(organisation, table.c.organisation_id == organisation.c.id)
        query = sa.select(*columns, named, organisation.c.country).select_from(joined)
    if ids is not None:
        query = query.where(table.c.id.in_(ids))
    return connection.execute(query).all()


_REACHED: dict[type[r.Record], tuple[str, ...]] = {
    r.Person: ("given", "family", "name_order", "native_name", "email", "mobile", "phone"),
    r.Organisation: ("name", "short", "native_name", "city", "country", "email", "phone", "website"),
    r.Place: ("name", "address", "city", "country", "phone"),
}


def last_changeset(connection: sa.Connection) -> int:
    """Return the number of the last edit, 0 before the first."""
    return int(connection.scalar(sa.select(sa.func.max(ChangesetRow.id))) or 0)


def touched(connection: sa.Connection, kind: type[r.Record], after: int) -> frozenset[UUID]:
    """Return the ids of the records of a kind that edits after this one changed."""
    wanted = (ChangeRow.changeset_id > after) & (ChangeRow.table_name == table_of(kind).name)
    return frozenset(connection.scalars(sa.select(ChangeRow.record_id).where(wanted)))
