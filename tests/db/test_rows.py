"""Rows and records agree field by field, and every column tells how private it is."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
import sqlalchemy as sa

from missionplanner.db import images
from missionplanner.db.columns import Gone, Listed, Moment, Money, Number, Privacy, Sealed, Word, Words, targets
from missionplanner.db.orm import Base
from missionplanner.db.rows import ROWS
from missionplanner.domain import records
from missionplanner.domain.records import MissionPart, Record
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts

KINDS = sorted(ROWS, key=lambda one: one.__name__)
STORED: dict[Any, type[Any]] = {
    UUID: sa.Uuid,
    int: sa.Integer,
    bool: sa.Boolean,
    str: sa.Text,
    dt.date: sa.Date,
    dt.time: sa.Time,
    dt.datetime: Moment,
    Decimal: Money,
    Texts: Words,
    Secret: Sealed,
}


def meant(kind: type[Record], name: str) -> tuple[Any, bool]:
    """Return the type of a field and whether it may be None."""
    hint = get_type_hints(kind)[name]
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        return (float if set(inner) == {int, float} else inner[0]), True
    return hint, False


def all_columns() -> Iterator[sa.Column[Any]]:
    for table in Base.metadata.sorted_tables:
        yield from table.c


def test_every_kind_of_record_has_a_table() -> None:
    abstract = {"MissionPart", "Record"}
    assert {one.__name__ for one in KINDS} == set(records.__all__) - abstract


@pytest.mark.parametrize("kind", KINDS)
def test_row_and_record_have_the_same_fields(kind: type[Record]) -> None:
    table = Base.metadata.tables[ROWS[kind].__tablename__]
    assert {one.name for one in fields(kind)} == set(table.c.keys())
    for name in table.c.keys():  # noqa: SIM118
        inner, optional = meant(kind, name)
        column = table.c[name]
        if get_origin(inner) is tuple:
            assert isinstance(column.type, Listed), name
            continue
        assert column.nullable == (optional and name not in ("created_at", "updated_at")), name
        if inner in STORED:
            assert isinstance(column.type, STORED[inner]), name
        elif inner is float:
            assert isinstance(column.type, sa.Double | sa.Float | Number), name
        else:
            assert isinstance(column.type, Word), name
            assert column.type.vocabulary is inner, name


@pytest.mark.parametrize("kind", KINDS)
def test_parts_of_a_mission_go_with_it(kind: type[Record]) -> None:
    table = Base.metadata.tables[ROWS[kind].__tablename__]
    if issubclass(kind, MissionPart):
        assert table.c.mission_id.info["gone"] is Gone.TOO
    for column in table.c:
        if targets(column):
            assert column.info["gone"] is not Gone.CLEAR or column.nullable
            assert column.index


def test_every_column_tells_how_private_it_is() -> None:
    for column in all_columns():
        privacy = column.info.get("privacy")
        assert isinstance(privacy, Privacy), column
        assert (privacy is Privacy.SENSITIVE) == isinstance(column.type, Sealed), column
        assert not (column.index and privacy is Privacy.SENSITIVE), column


def test_no_value_that_people_reorder_is_unique() -> None:
    for table in Base.metadata.sorted_tables:
        assert not any(isinstance(one, sa.UniqueConstraint) for one in table.constraints)
        assert not any(one.unique for one in table.indexes)


def test_the_database_never_deletes_by_itself() -> None:
    for column in all_columns():
        for key in column.foreign_keys:
            assert key.ondelete is None
            assert key.deferrable or column.table.name == "change"


SAMPLES: dict[type[Any], list[Any]] = {
    sa.Uuid: [UUID(int=1)],
    sa.Date: [dt.date(2025, 5, 5)],
    sa.Time: [dt.time(9, 20), dt.time(9, 20, 1, 5)],
    sa.Integer: [-1, 0, 7],
    sa.Boolean: [True, False],
    sa.Text: ["", "Müller & Söhne", "日本", "=1+1"],
    sa.Float: [43.22, -2.73, 0.1 + 0.2],
    Moment: [dt.datetime(2025, 5, 5, tzinfo=dt.UTC), dt.datetime(2025, 5, 5, 1, 2, 3, 4, tzinfo=dt.UTC)],
    Money: [Decimal("12000.00"), Decimal("0.10"), Decimal("1E+3")],
    Number: [20, 20.5],
    Words: [Texts.of({"it": "a", "en": "b"}), Texts.of({"en": "b", "it": "a"}), Texts(())],
    Sealed: [Secret("YA1234567"), Secret("ü")],
}


TABLES = [one for one in Base.metadata.sorted_tables if "created_at" in one.c]


def samples_of(column: sa.Column[Any]) -> list[Any]:
    """Return values that a column may hold."""
    if isinstance(column.type, Word):
        return [*column.type.vocabulary, *([None] if column.nullable else [])]
    if isinstance(column.type, Listed):
        member = column.type.member
        return [(), (1, 2) if member is int else tuple(member) if isinstance(member, type(Gone)) else ("a", "b")]
    values = next(some for kind, some in SAMPLES.items() if isinstance(column.type, kind))
    return [*values, *([None] if column.nullable else [])]


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_an_image_gives_back_what_was_stored(table: sa.Table) -> None:
    for column in table.c:
        for value in samples_of(column):
            image = {column.name: images.packed(value)}
            assert images.unpacked(table, image) == {column.name: value}, column


def test_one_order_of_languages_is_not_another() -> None:
    one, other = (images.packed(Texts.of(value)) for value in ({"it": "a", "en": "b"}, {"en": "b", "it": "a"}))
    assert one != other
