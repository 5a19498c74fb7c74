from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.base.errors import Damaged
from missionplanner.db import engine as engines
from missionplanner.db import header, schema
from missionplanner.services import backup, missions, workspace

GOLDEN = Path(__file__).parents[1] / "data" / "golden"


def structure(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sql.split()) for name, sql in found}


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
    assert {name: after.get(name) for name in before if not name.startswith("sqlite_")} == {
        name: rows for name, rows in before.items() if not name.startswith("sqlite_")
    }
    assert len(found) == 2
    assert all(one.plan.items and one.plan.delegates and one.plan.legs for one in found)
    assert sum(len(rows) for rows in dumped.values()) > 800
    assert structure(path) == _current(tmp_path)
    assert [header.check(one) for one in backup.latest(path)] == ([number] if number < header.SCHEMA else [])


def _current(folder: Path) -> dict[str, str]:
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
