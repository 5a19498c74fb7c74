"""Make the engine of a workspace: the pragmas that lost nothing when power was cut (RELIABILITY §1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "cache_spill=OFF",
)
WAIT_SECONDS = 5.0
"""How long a command waits for another writer; the window waits less and says who is writing."""

_IMMEDIATE = "immediate"


def make(path: Path, wait: float = WAIT_SECONDS, *, foreign_keys: bool = True) -> sa.Engine:
    """Return an engine on a workspace file. ``wait`` is in seconds; only a migration does without foreign keys."""
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": wait}, pool_size=4
    )
    event.listen(engine, "connect", _prepare)
    if not foreign_keys:
        # To be said outside a transaction: with them on, a rebuilt table takes its children with it.
        event.listen(engine, "connect", lambda raw, _record: raw.execute("PRAGMA foreign_keys=OFF"))
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _let_go)
    return engine


def writing(engine: sa.Engine) -> sa.Engine:
    """Return the engine as writers use it: it takes the write lock when a transaction begins."""
    return engine.execution_options(**{_IMMEDIATE: True})


def _prepare(connection: Any, _record: Any) -> None:
    # Python's own transaction handling would commit half of a failed migration; ours begins by itself.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _let_go(connection: Any, _record: Any) -> None:
    # A commit that failed (busy, full, a dangling reference) leaves the transaction open, and the library
    # takes it for finished: the next user of the connection would inherit it, everybody else its lock.
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _begin(connection: sa.Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
