"""What is no sound workspace of ours is refused in one sentence and left as it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import random
import resource
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from missionplanner.base import paths
from missionplanner.base.atomic_files import NotWritten
from missionplanner.base.errors import (
    Damaged,
    Foreign,
    Locked,
    MissionPlannerError,
    Newer,
    NotFound,
    Occupied,
)
from missionplanner.base.file_lock import FileLock
from missionplanner.db import engine, header, schema
from missionplanner.domain import records as r
from missionplanner.services import backup, missions, workspace
from missionplanner.services.missions import MissionDraft

DAY = dt.date(2025, 5, 5)
NEW = MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a closed workspace with a mission in it."""
    place = tmp_path / "w.mplanner"
    with workspace.create(place) as ws:
        missions.create(ws, NEW)
    return place


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(path: Path, kind: type[MissionPlannerError]) -> None:
    before = digest(path)
    with pytest.raises(kind) as told:
        workspace.open_workspace(path, wait=0.1)
    assert str(path) in str(told.value)
    assert digest(path) == before


def test_it_opens_again(path: Path) -> None:
    with workspace.open_workspace(path) as ws:
        assert [one.code for one in missions.listing(ws)] == ["V"]


def test_a_newer_file_is_refused_unchanged_and_without_a_lock(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={header.SCHEMA + 1}")
    path.with_name("w.mplanner.lock").unlink()
    refused(path, Newer)
    assert not path.with_name("w.mplanner.lock").exists()


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    refused(path, Foreign)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Dear all,\n" * 50, Foreign),
        (b"", Damaged),
        (b"SQLite format 3\x00", Damaged),
        (b"SQL", Damaged),
        (b"x", Foreign),
    ],
)
def test_other_content_is_refused(tmp_path: Path, content: bytes, kind: type[MissionPlannerError]) -> None:
    path = tmp_path / "w.mplanner"
    path.write_bytes(content)
    refused(path, kind)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_cut_file_is_damaged(path: Path, part: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    refused(path, Damaged)


def test_a_file_without_its_tables_is_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE stay_guest")
    refused(path, Damaged)


def test_a_folder_and_a_pipe_are_no_workspace(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(Foreign):
            workspace.open_workspace(path)


def test_a_missing_file_is_missed_and_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "none.mplanner", tmp_path / "no" / "folder.mplanner"):
        with pytest.raises(NotFound):
            workspace.open_workspace(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is permitted to root")
def test_a_file_without_permission_is_told(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(Damaged, match="Permission denied"):
        workspace.open_workspace(path)


def test_flipped_bits_are_noticed_or_harmless(path: Path, tmp_path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(1)
    noticed = 0
    for number in range(60):
        broken = bytearray(whole)
        for _ in range(8):
            broken[chance.randrange(100, len(broken))] ^= 1 << chance.randrange(8)
        other = tmp_path / f"broken-{number}.mplanner"
        other.write_bytes(broken)
        try:
            with workspace.open_workspace(other) as ws:
                missions.listing(ws)
        except Damaged:
            noticed += 1
        assert other.read_bytes() == bytes(broken)
    assert noticed > 10


def test_it_lies_in_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Dati müß 50% #1?mode=ro Миссия 日本"
    with workspace.create(folder / "la mia missione.mplanner") as ws:
        missions.create(ws, NEW)
        made = backup.make(ws)
    assert backup.verify(made.path).ok
    assert backup.latest(ws.path) == (made.path,)
    backup.restore(made.path, ws.path)
    with workspace.open_workspace(ws.path) as ws:
        assert len(missions.listing(ws)) == 1


def test_only_the_owner_reads_what_is_written(path: Path, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with workspace.create(tmp_path / "open" / "v.mplanner") as ws:
            backup.make(ws)
    finally:
        os.umask(old)
    files = [one for one in (tmp_path / "open").rglob("*") if one.is_file()]
    assert len(files) == 4
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}


def test_creating_refuses_what_is_there(path: Path) -> None:
    before = digest(path)
    with pytest.raises(Occupied):
        workspace.create(path)
    assert digest(path) == before


def test_a_link_is_followed_to_one_lock(path: Path) -> None:
    link = path.with_name("link.mplanner")
    link.symlink_to(path)
    with workspace.open_workspace(link) as ws:
        assert ws.path == path
        with pytest.raises(Locked):
            backup.restore(path, link)
        with pytest.raises(Locked):
            workspace.remove(link)


def test_removing_removes(path: Path) -> None:
    workspace.remove(path)
    assert not path.exists()


def test_it_waits_for_nobody_who_holds_it_alone(path: Path) -> None:
    lock = FileLock(path)
    lock.hold_alone()
    with pytest.raises(Locked):
        workspace.open_workspace(path, wait=0.05)
    lock.release()
    workspace.open_workspace(path, wait=0.05).close()


def test_the_pragmas_are_those_that_lost_nothing(path: Path) -> None:
    with workspace.open_workspace(path) as ws, ws.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "secure_delete", "trusted_schema")
        }
    assert found == {
        "foreign_keys": 1,
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    assert engine.WAIT_SECONDS == 5


def test_a_write_that_never_ended_does_not_decide_the_version(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that was killed left its number in the header and the way back in the journal."""
    done: list[int] = []
    step = SimpleNamespace(revision=str(header.SCHEMA + 1), upgrade=lambda: done.append(1))
    monkeypatch.setattr(header, "SCHEMA", header.SCHEMA + 1)
    monkeypatch.setattr(schema, "steps", lambda: [step])
    killed = path.with_name("killed.mplanner")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version={header.SCHEMA}")
        connection.execute("CREATE TABLE big (a)")
        connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(200)])
        shutil.copy(path, killed)
        shutil.copy(header.journal_file(path), header.journal_file(killed))
        connection.execute("ROLLBACK")
    data = bytearray(killed.read_bytes())
    data[60:64] = header.SCHEMA.to_bytes(4, "big")
    killed.write_bytes(data)
    with workspace.open_workspace(killed) as ws:
        assert [one.code for one in missions.listing(ws)] == ["V"]
    assert (done, header.check(killed)) == ([1], header.SCHEMA)
    assert not header.journal_file(killed).exists()


def test_a_full_disk_is_told_and_changes_nothing(path: Path) -> None:
    code = path.stat().st_size + 4096
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with workspace.open_workspace(path) as ws:
        resource.setrlimit(resource.RLIMIT_FSIZE, (code, hard))
        try:
            with pytest.raises(NotWritten):
                missions.create(ws, MissionDraft(title="x", start=DAY, end=DAY, zone="UTC", code="big"))
                with ws.edit("Much") as edit:
                    edit.add_all(r.Place(name="x" * 5000, notes="y" * 5000) for _ in range(50))
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
            with pytest.raises(NotWritten):
                backup.make(ws)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        with ws.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM place").scalar() == 0
        assert [one.suffix for one in paths.backup_folder(path).iterdir()] == []
        assert backup.make(ws).ok
        missions.delete(ws, "V")
