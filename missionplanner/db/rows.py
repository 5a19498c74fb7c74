"""Know the row class and the table of every kind of record."""

from __future__ import annotations

from typing import Any, cast

import sqlalchemy as sa

import missionplanner.db.models  # noqa: F401 - declares the rows
from missionplanner.db.orm import Entity, names_of
from missionplanner.domain.records import Record


def _subclasses(kind: type[Entity]) -> list[type[Entity]]:
    return [one for direct in kind.__subclasses__() for one in (direct, *_subclasses(direct))]


ROWS: dict[type[Record], type[Entity]] = {
    one.record_type: one for one in _subclasses(Entity) if hasattr(one, "record_type")
}
"""Kind of record → its row class."""


def row_type(kind: type[Record]) -> type[Entity]:
    return ROWS[kind]


def table_of(kind: type[Record]) -> sa.Table:
    return cast(sa.Table, row_type(kind).__table__)


def columns_of(kind: type[Record]) -> list[sa.Column[Any]]:
    """Return the columns that hold the fields of a kind of record, in their order."""
    table = table_of(kind)
    return [table.c[name] for name in names_of(kind)]
