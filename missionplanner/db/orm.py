"""Give every row its identity, its times and its record."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from typing import Any, ClassVar, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from missionplanner.db.columns import Moment, Money, Privacy, Sealed, Words
from missionplanner.domain.records import Record
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts

R = TypeVar("R", bound=Record)


class Base(DeclarativeBase):
    """Collect the tables of a workspace."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        uuid.UUID: sa.Uuid,
        str: sa.Text,
        Decimal: Money,
        dt.datetime: Moment,
        Texts: Words,
        Secret: Sealed,
    }


class Entity(Base):
    """Be the row of a record: same fields, one class each. Ids are given at construction."""

    __abstract__ = True
    record_type: ClassVar[type[Record]]

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, info={"privacy": Privacy.NEITHER})
    created_at: Mapped[dt.datetime] = mapped_column(info={"privacy": Privacy.NEITHER})
    updated_at: Mapped[dt.datetime] = mapped_column(info={"privacy": Privacy.NEITHER})


def record(row: Entity) -> Record:
    """Copy the same-named columns of a row into its record."""
    kind = row.record_type
    return kind(**{name: getattr(row, name) for name in names_of(kind)})


def records(kind: type[R], rows: Iterable[Any]) -> tuple[R, ...]:
    """Make records of rows of the values of ``columns_of`` their kind."""
    names = names_of(kind)
    return tuple([kind(**dict(zip(names, row, strict=True))) for row in rows])


_names: dict[type[Record], tuple[str, ...]] = {}


def names_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the field names of a kind of record."""
    found = _names.get(kind)
    if found is None:
        found = _names[kind] = tuple(one.name for one in fields(kind))
    return found
