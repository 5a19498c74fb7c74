"""Turn a row into what the journal keeps of it, and back."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.columns import PLAIN_SCHEME, Listed, Moment, Money, Number, Sealed, Word, Words
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts

Image = dict[str, Any]


_BATCH = 500


def take(connection: sa.Connection, table: sa.Table, identities: Collection[UUID]) -> dict[UUID, Image]:
    """Read rows as they stand, by id, as plain JSON values; a row that is not there is left out."""
    wanted = list(identities)
    found: dict[UUID, Image] = {}
    for first in range(0, len(wanted), _BATCH):
        rows = connection.execute(_rows(table), {"wanted": wanted[first : first + _BATCH]}).mappings()
        found |= {row["id"]: {name: packed(value) for name, value in row.items()} for row in rows}
    return found


@cache
def _rows(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).where(table.c.id.in_(sa.bindparam("wanted", expanding=True)))


def packed(value: Any) -> Any:
    """Return a column's value as plain JSON; what is sensitive in its sealed form."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Secret):
        return (PLAIN_SCHEME + value.reveal().encode()).hex()
    if isinstance(value, Texts):
        return [list(pair) for pair in value.entries]  # an object would not tell one order from another
    if isinstance(value, tuple):
        return [packed(one) for one in value]
    if isinstance(value, dt.date | dt.time | dt.datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def completed(table: sa.Table, image: Image | None) -> Image | None:
    """Return an image of an older schema with the columns its table has gained since, which were unknown then.

    What a migration adds may be unknown: so undo reaches back beyond it.
    """
    if image is None or len(image) == len(table.c):
        return image
    return {name: image.get(name, _unknown(column.type)) for name, column in table.c.items()}


def _unknown(kind: sa.types.TypeEngine[Any]) -> list[Any] | None:
    return [] if isinstance(kind, Listed) else None


def unpacked(table: sa.Table, image: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of an image as its table's columns take them."""
    return {name: _value(table.c[name].type, value) for name, value in image.items()}


def _value(kind: sa.types.TypeEngine[Any], value: Any) -> Any:
    if value is None:
        return () if isinstance(kind, Listed) else None
    if isinstance(kind, Sealed):
        return Secret(bytes.fromhex(value)[1:].decode())
    if isinstance(kind, Words):
        return Texts(tuple((language, text) for language, text in value))
    if isinstance(kind, Listed):
        return tuple(kind.member(one) for one in value)
    if isinstance(kind, Word):
        return kind.vocabulary(value)
    simple = _SIMPLE.get(type(kind))
    return simple(value) if simple else value


_SIMPLE: dict[type[Any], Any] = {
    sa.Uuid: UUID,
    sa.Date: dt.date.fromisoformat,
    sa.Time: dt.time.fromisoformat,
    Moment: dt.datetime.fromisoformat,
    Money: Decimal,
    Number: lambda value: value,
}
