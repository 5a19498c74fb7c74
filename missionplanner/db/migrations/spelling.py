"""Spell tables and columns shortly for migrations, which say what was and never ask the models.

A column is written ``name type``: ``!`` not null, ``key`` primary key, ``> table`` a reference checked at
commit (the journal's own is checked at once), ``index`` an index of its own; columns are parted by commas.
Frozen: migrations that are out mean what this makes of them.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "uuid": sa.Uuid(),
    "text": sa.Text(),
    "date": sa.Date(),
    "time": sa.Time(),
    "int": sa.Integer(),
    "real": sa.Double(),
    "bool": sa.Boolean(),
    "json": sa.JSON(),
    "bytes": sa.LargeBinary(),
}


def create_table(table: str, columns: str) -> None:
    """Create a table of spelled columns, its references and its indexes."""
    specs = _specs(columns)
    options = {"sqlite_autoincrement": True} if table == "changeset" else {}
    op.create_table(table, *(_column(table, spec) for spec in specs), **options)
    _create_indexes(table, specs)


def add_columns(table: str, columns: str) -> None:
    """Add spelled columns to a table that is there; none of them may be ``!``."""
    specs = _specs(columns)
    for spec in specs:
        op.add_column(table, _column(table, spec), inline_references=True)
    _create_indexes(table, specs)


def _specs(columns: str) -> list[list[str]]:
    return [one.split() for one in columns.split(",")]


def _create_indexes(table: str, specs: list[list[str]]) -> None:
    for spec in specs:
        if "index" in spec[2:]:
            op.create_index(f"ix_{table}_{spec[0]}", table, [spec[0]])


def _column(table: str, spec: list[str]) -> sa.Column[Any]:
    word = spec[1].rstrip("!")
    kind = sa.String(int(word[4:])) if word[4:].isdigit() else _TYPES[word]
    keys = [_reference(table, spec[spec.index(">") + 1])] if ">" in spec else []
    return sa.Column(spec[0], kind, *keys, primary_key="key" in spec[2:], nullable=not spec[1].endswith("!"))


def _reference(table: str, target: str) -> sa.ForeignKey:
    if table == "change":
        return sa.ForeignKey(f"{target}.id")
    return sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
