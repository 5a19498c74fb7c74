"""Create a workspace's tables, carry older ones forward, look whether they are sound."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import pkgutil
import uuid
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from missionplanner.base.errors import Damaged
from missionplanner.base.messages import N_
from missionplanner.db import engine as engines
from missionplanner.db import header, images, search
from missionplanner.db.migrations import versions
from missionplanner.db.models.journal import BlobRow, ChangeRow, ChangesetRow, WorkspaceFact
from missionplanner.db.orm import Base

JOURNAL = search.OWN | {one.__tablename__ for one in (ChangesetRow, ChangeRow, BlobRow, WorkspaceFact)}
"""Tables undo does not touch: the index follows by itself."""
ISSUED = frozenset({"issued_document", "issued_block", "issued_content"})


def create(path: Path) -> None:
    """Write a new, empty workspace. The caller has made sure that nothing is at ``path``."""
    engine = engines.make(path)
    try:
        with engines.writing(engine).begin() as connection:
            for statement in _statements():
                connection.exec_driver_sql(statement)
            search.create(connection)
            facts = {
                "identity": str(uuid.uuid4()),
                "created": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            }
            rows = [{"key": key, "value": value} for key, value in facts.items()]
            connection.execute(sa.insert(WorkspaceFact), rows)
            connection.exec_driver_sql(f"PRAGMA application_id={header.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={header.SCHEMA}")
    finally:
        engine.dispose()


@cache
def _statements() -> tuple[str, ...]:
    """Return the statements that make the tables: rendering them takes longer than carrying them out."""
    told: list[str] = []
    dialect = sqlite.dialect()
    engine = sa.create_mock_engine(
        "sqlite://", lambda one, *_, **__: told.append(str(one.compile(dialect=dialect)))
    )
    Base.metadata.create_all(engine, checkfirst=False)
    return tuple(told)


def upgrade(path: Path, start: int) -> None:
    """Carry a workspace from schema ``start`` to the newest, in one transaction.

    The caller holds the file alone and has a verified backup. Raises Damaged where the result is not sound;
    the file is then as it was.
    """
    engine = engines.make(path, foreign_keys=False)
    try:
        with engines.writing(engine).begin() as connection:
            before = counts(connection)
            migrate(connection, start)
            problems, after = faults(connection) + missing(connection), counts(connection)
            if problems or any(rows > after.get(table, 0) for table, rows in before.items()):
                raise Damaged(
                    N_("{path} could not be brought up to date ({why}). It was left as it was."),
                    path=str(path),
                    why=problems[0] if problems else "rows are missing",
                )
            search.rebuild(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={header.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={header.SCHEMA}")
    finally:
        engine.dispose()


def migrate(connection: sa.Connection, start: int) -> None:
    """Run every migration after schema ``start`` on a connection, in its transaction."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"transactional_ddl": False})
    with Operations.context(context):
        for step in steps():
            if int(step.revision) > start:
                step.upgrade()


def steps() -> list[Any]:
    """Return every migration, oldest first: modules with ``revision`` and ``upgrade``."""
    names = sorted(one.name for one in pkgutil.iter_modules(versions.__path__))
    return [importlib.import_module(f"{versions.__name__}.{name}") for name in names]


def counts(connection: sa.Connection) -> dict[str, int]:
    """Return how many rows each table has, by what the file itself says it holds; the index is not counted."""
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in tables(connection)
        if name not in search.OWN
    }


def tables(connection: sa.Connection) -> tuple[str, ...]:
    """Return the names of the tables the file itself says it has."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return tuple(connection.exec_driver_sql(query).scalars())


def missing(connection: sa.Connection) -> list[str]:
    """Return which tables of the newest schema a file lacks."""
    there = set(tables(connection))
    return [f"the table {name} is missing" for name in Base.metadata.tables if name not in there]


def faults(connection: sa.Connection, *, thorough: bool = True) -> list[str]:
    """Return what integrity and foreign key checks complain of; nothing of a sound file.

    ``thorough`` False leaves out the comparison of indexes, which takes long on a large file.
    """
    check = "integrity_check" if thorough else "quick_check"
    try:
        found = [str(one) for one in connection.exec_driver_sql(f"PRAGMA {check}").scalars() if one != "ok"]
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    except sa.exc.DatabaseError as error:
        return [str(error.orig)]
    return found + [f"a row of {row[0]} refers to a row of {row[2]} that is not there" for row in dangling]


def identity(connection: sa.Connection) -> str:
    """Return the identity a workspace got when it was made; copies keep it."""
    return str(connection.scalar(sa.select(WorkspaceFact.value).where(WorkspaceFact.key == "identity")))


def dump(connection: sa.Connection) -> dict[str, list[str]]:
    """Return every row undo answers for, as text, table by table: what must be equal before and after.

    Sealed values are in it in their sealed form: it is for comparing, not for showing.
    """
    left_out = JOURNAL | ISSUED
    return {
        table.name: sorted(
            json.dumps([images.packed(value) for value in row]) for row in connection.execute(sa.select(table))
        )
        for table in Base.metadata.sorted_tables
        if table.name not in left_out
    }
