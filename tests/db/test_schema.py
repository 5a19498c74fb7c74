from __future__ import annotations

import gzip
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.base.errors import Damaged, Stale
from missionplanner.db import engine as engines
from missionplanner.db import header, schema
from missionplanner.services import backup, history, missions, workspace

GOLDEN = Path(__file__).parents[1] / "data" / "golden"


def structure(path: Path) -> dict[str, Any]:
    """Return what a file is made of: tables as sets of columns, whose order tells nothing, indexes as text."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: _columns(sql) if kind == "table" else " ".join(sql.split()) for name, kind, sql in found}


def _columns(sql: str) -> frozenset[str]:
    """Return the columns of a table, each with its reference: added later, a column names it itself."""
    inside = " ".join(re.sub(r"/\*.*?\*/", "", sql).split()).partition("(")[2].rpartition(")")[0]
    parts = [one.strip() for one in re.split(r",(?![^(]*\))", inside)]
    keys = {key[1]: f" {key[2]}" for one in parts if (key := re.match(r"FOREIGN KEY\((\w+)\) (.*)", one))}
    columns = [one for one in parts if not one.startswith("FOREIGN KEY")]
    return frozenset(one + keys.get(one.split()[0], "") for one in columns)


def test_the_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    made, migrated = tmp_path / "made", tmp_path / "migrated"
    schema.create(made)
    engine = engines.make(migrated, foreign_keys=False)
    with engines.writing(engine).begin() as connection:
        schema.migrate(connection, 0)
    engine.dispose()
    assert structure(made) == structure(migrated)
    assert len(structure(made)) > 100


def test_the_migrations_are_numbered_without_a_gap() -> None:
    assert [int(one.revision) for one in schema.steps()] == list(range(1, header.SCHEMA + 1))


def test_every_released_schema_has_its_populated_file() -> None:
    assert {one.name for one in GOLDEN.glob("*.mplanner.gz")} == {
        f"schema-{number:04}.mplanner.gz" for number in range(1, header.SCHEMA + 1)
    }


@pytest.mark.parametrize("number", range(1, header.SCHEMA + 1))
def test_a_populated_file_of_a_released_schema_opens_whole(number: int, tmp_path: Path) -> None:
    path = tmp_path / "old.mplanner"
    path.write_bytes(gzip.decompress((GOLDEN / f"schema-{number:04}.mplanner.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        before = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    with workspace.open_workspace(path) as ws:
        with ws.reading() as connection_:
            after, dumped = schema.counts(connection_), schema.dump(connection_)
            assert schema.missing(connection_) == []
        found = [missions.dossier(ws, one.code, sensitive=True) for one in missions.listing(ws)]
    kept = {name: rows for name, rows in before.items() if not name.startswith(("sqlite_", "search_"))}
    assert {name: after.get(name) for name in kept} == kept
    assert len(found) == 2
    assert all(one.plan.items and one.plan.delegates and one.plan.legs for one in found)
    assert sum(len(rows) for rows in dumped.values()) > 800
    assert structure(path) == _current(tmp_path)
    assert [header.check(one) for one in backup.latest(path)] == ([number] if number < header.SCHEMA else [])


@pytest.mark.parametrize("number", range(1, header.SCHEMA))
def test_what_was_done_before_a_migration_is_undone_and_redone_after_it(number: int, tmp_path: Path) -> None:
    path = tmp_path / "old.mplanner"
    path.write_bytes(gzip.decompress((GOLDEN / f"schema-{number:04}.mplanner.gz").read_bytes()))
    with workspace.open_workspace(path) as ws:
        before = _dumped(ws)
        while history.next_undo(ws) is not None:
            history.undo(ws)
        assert not any(_dumped(ws).values())
        while history.next_redo(ws) is not None:
            history.redo(ws)
        assert _dumped(ws) == before


def test_what_was_written_since_a_migration_stands_against_an_older_undo(tmp_path: Path) -> None:
    path = tmp_path / "old.mplanner"
    path.write_bytes(gzip.decompress((GOLDEN / "schema-0002.mplanner.gz").read_bytes()))
    with workspace.open_workspace(path) as ws:
        person = missions.plan(ws, missions.listing(ws)[0].code).people[0]
        with ws.edit("Tag") as edit:
            edit.save(replace(person, tags=("press",)))
        numbers = [one.id for one in history.entries(ws)]
        with pytest.raises(Stale):
            history.undo(ws, min(numbers))


def _dumped(ws: workspace.Workspace) -> dict[str, list[str]]:
    with ws.reading() as connection:
        return schema.dump(connection)


def _current(folder: Path) -> dict[str, Any]:
    path = folder / "current"
    schema.create(path)
    return structure(path)


def older(path: Path, step: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the workspace at ``path`` one of an older schema, that ``step`` would bring up to date."""
    from types import SimpleNamespace

    workspace.create(path).close()
    steps = schema.steps()
    monkeypatch.setattr(header, "SCHEMA", header.SCHEMA + 1)
    monkeypatch.setattr(
        schema, "steps", lambda: [*steps, SimpleNamespace(revision=str(header.SCHEMA), upgrade=step)]
    )


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import op

    def fails() -> None:
        op.execute("CREATE TABLE half (id INTEGER)")
        op.execute("DELETE FROM workspace_fact")
        raise RuntimeError

    path = tmp_path / "w.mplanner"
    older(path, fails, monkeypatch)
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        workspace.open_workspace(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM workspace_fact",
        "DROP TABLE stay_guest",
        "INSERT INTO stay (id, mission_id, position, created_at, updated_at) VALUES ('a', 'b', 0, '', '')",
    ],
)
def test_a_migration_that_loses_or_breaks_rows_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    from alembic import op

    path = tmp_path / "w.mplanner"
    older(path, lambda: op.execute(statement), monkeypatch)
    before = path.read_bytes()
    with pytest.raises(Damaged, match="could not be brought up to date"):
        workspace.open_workspace(path)
    assert path.read_bytes() == before


def test_a_migration_makes_a_backup_first_and_sets_the_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    path = tmp_path / "w.mplanner"
    older(path, lambda: op.execute("CREATE TABLE mark (id INTEGER)"), monkeypatch)
    before = header.check(path)
    workspace.open_workspace(path).close()
    assert header.check(path) == header.SCHEMA
    assert [header.check(one) for one in backup.latest(path)] == [before]
