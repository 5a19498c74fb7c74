"""Read the names of the directory by columns: thousands of rows in one query a kind, no records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

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
