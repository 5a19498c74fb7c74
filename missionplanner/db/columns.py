"""Store the value types of records, and tell of every column how private it is."""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts

PLAIN_SCHEME = b"\x00"
"""First byte of a sealed value that is not encrypted; 1 is reserved for the encryption to come."""


class Words(TypeDecorator[Texts]):
    """Store a text by language as a JSON object."""

    impl = sa.JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Texts | None, dialect: Dialect) -> Any:
        return None if value is None else dict(value.entries)

    def process_result_value(self, value: Any, dialect: Dialect) -> Texts | None:
        return None if value is None else Texts(tuple(value.items()))


class Listed(TypeDecorator[tuple[Any, ...]]):
    """Store a short list of words or numbers as a JSON array; an empty one as NULL."""

    impl = sa.JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, member: Callable[[Any], Any]) -> None:
        super().__init__()
        self.member = member

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> Any:
        return [one.value if isinstance(one, enum.Enum) else one for one in value] if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Any, ...]:
        return tuple(self.member(one) for one in value) if value else ()


class Word(TypeDecorator[enum.StrEnum]):
    """Store a word of the vocabulary as its text."""

    impl = sa.String(40)
    cache_ok = True

    def __init__(self, vocabulary: type[enum.StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: enum.StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> enum.StrEnum | None:
        return None if value is None else self.vocabulary(value)


class Money(TypeDecorator[Decimal]):
    """Store an amount as text, digit by digit as it was typed."""

    impl = sa.String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Number(TypeDecorator[float]):
    """Store a figure that may be whole or broken, as it was typed."""

    impl = sa.String(40)
    cache_ok = True

    def process_bind_param(self, value: int | float | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> int | float | None:
        return None if value is None else cast("int | float", json.loads(value))


class Moment(TypeDecorator[dt.datetime]):
    """Store a moment in UTC as ISO text of fixed width, so that it sorts and keeps its zone."""

    impl = sa.String(32)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class Sealed(TypeDecorator[Secret]):
    """Store a sensitive text behind one byte that names how it is sealed."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Secret | None, dialect: Dialect) -> bytes | None:
        return None if value is None else PLAIN_SCHEME + value.reveal().encode()

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Secret | None:
        if value is None:
            return None
        if value[:1] != PLAIN_SCHEME:
            raise ValueError(f"sealed value of an unknown scheme {value[:1]!r}")
        return Secret(value[1:].decode())


class Privacy(enum.StrEnum):
    """Say how private a column is (GDPR); every column has one of these."""

    NEITHER = "neither"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Gone(enum.StrEnum):
    """Say what becomes of a row when the row it refers to is deleted."""

    TOO = "too"
    CLEAR = "clear"
    REFUSE = "refuse"


def plain(kind: Any = None, **options: Any) -> MappedColumn[Any]:
    """Declare a column that tells nothing about a person."""
    return _column(kind, Privacy.NEITHER, options)


def personal(kind: Any = None, **options: Any) -> MappedColumn[Any]:
    """Declare a column that tells something about a person."""
    return _column(kind, Privacy.PERSONAL, options)


def sealed() -> MappedColumn[Any]:
    """Declare a sensitive column: sealed in file and journal, never indexed, logged or put in labels."""
    return mapped_column(Sealed, info={"privacy": Privacy.SENSITIVE})


def link(table: str, gone: Gone, *, privacy: Privacy = Privacy.NEITHER) -> MappedColumn[Any]:
    """Declare a reference to another row, checked at commit so that rows may come in any order.

    The database itself never cascades: what it deleted on its own the journal would not know.
    """
    key = sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(key, index=True, info={"privacy": privacy, "gone": gone})


def trace(table: str, gone: Gone, *, privacy: Privacy = Privacy.NEITHER) -> MappedColumn[Any]:
    """Declare a reference that may outlive what it refers to.

    What left the house on paper stays a fact when the edits before it are undone.
    """
    return mapped_column(index=True, info={"privacy": privacy, "gone": gone, "table": table})


def targets(column: sa.Column[Any]) -> set[str]:
    """Return the names of the tables a column refers to."""
    named = {str(column.info["table"])} if "table" in column.info else set()
    return named | {key.column.table.name for key in column.foreign_keys}


def _column(kind: Any, privacy: Privacy, options: dict[str, Any]) -> MappedColumn[Any]:
    info = {"privacy": privacy}
    return mapped_column(info=info, **options) if kind is None else mapped_column(kind, info=info, **options)
