from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.base.errors import Damaged, Foreign, Locked, Newer, NotFound
from missionplanner.db import header, schema
from missionplanner.services import backup, missions, workspace
from missionplanner.services.missions import MissionDraft
from missionplanner.services.workspace import Workspace

State = Callable[[Path], str]
DAY = dt.date(2025, 5, 5)
NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)


def new(ws: Workspace, code: str) -> None:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code=code))


def aside(ws: Workspace) -> list[Path]:
    return sorted(ws.path.parent.glob("*.before-restore-*"))


def test_what_is_restored_is_what_was_backed_up(ws: Workspace, state: State) -> None:
    new(ws, "A")
    made = backup.make(ws)
    then = state(ws.path)
    new(ws, "B")
    now = state(ws.path)
    assert (state(made.path), backup.verify(made.path).ok) == (then, True)
    ws.close()
    backup.restore(made.path, ws.path)
    assert state(ws.path) == then
    assert [state(one) for one in aside(ws)] == [now]
    with workspace.open_workspace(ws.path) as again:
        assert [one.code for one in missions.listing(again)] == ["A"]


def test_two_restores_in_a_second_keep_both(ws: Workspace) -> None:
    made = backup.make(ws)
    ws.close()
    for _ in range(2):
        backup.restore(made.path, ws.path)
    assert len(aside(ws)) == 2


def test_an_open_workspace_is_not_restored(ws: Workspace, state: State) -> None:
    made = backup.make(ws)
    new(ws, "A")
    before = state(ws.path)
    with pytest.raises(Locked):
        backup.restore(made.path, ws.path)
    assert state(ws.path) == before
    assert aside(ws) == []


def test_a_restore_where_nothing_is_makes_a_workspace(ws: Workspace, tmp_path: Path) -> None:
    new(ws, "A")
    made = backup.make(ws)
    with workspace.open_workspace(backup.restore(made.path, tmp_path / "new" / "n.mplanner").path) as other:
        assert len(missions.listing(other)) == 1


@pytest.mark.parametrize("ruin", [lambda path: path.write_bytes(b"ruined" * 999), Path.unlink])
def test_the_way_back_of_a_killed_write_is_not_applied_to_what_is_restored(
    ws: Workspace, state: State, ruin: Callable[[Path], object]
) -> None:
    new(ws, "A")
    made = backup.make(ws)
    then = state(ws.path)
    ws.close()
    ruin(ws.path)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE mission SET code = 'Z'")
        connection.execute("CREATE TABLE big (a)")
        connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(200)])
        header.journal_file(ws.path).write_bytes(header.journal_file(made.path).read_bytes())
        connection.execute("ROLLBACK")
    backup.restore(made.path, ws.path)
    assert not header.journal_file(ws.path).exists()
    assert state(ws.path) == then


def test_a_changed_backup_is_noticed_by_its_bytes(ws: Workspace, state: State) -> None:
    new(ws, "A")
    made = backup.make(ws)
    ws.close()
    with closing(sqlite3.connect(made.path)) as connection, connection:
        connection.execute("UPDATE mission SET code = 'B'")
    before = state(ws.path)
    found = backup.verify(made.path)
    assert (found.ok, found.problems) == (False, (backup.CHANGED_SINCE,))
    with pytest.raises(Damaged, match="not those that were backed up"):
        backup.restore(made.path, ws.path)
    assert state(ws.path) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\x00" * 10])
def test_a_damaged_backup_is_not_restored(ws: Workspace, tmp_path: Path, content: bytes, state: State) -> None:
    broken = tmp_path / "broken.mplanner"
    broken.write_bytes(content)
    before = state(ws.path)
    ws.close()
    assert not backup.verify(broken).ok
    with pytest.raises(Damaged):
        backup.restore(broken, ws.path)
    assert state(ws.path) == before


def test_half_a_backup_is_not_restored(ws: Workspace) -> None:
    made = backup.make(ws)
    ws.close()
    data = made.path.read_bytes()
    made.path.write_bytes(data[: len(data) // 2])
    assert not backup.verify(made.path).ok


def test_what_is_no_backup_is_told(ws: Workspace, tmp_path: Path) -> None:
    text, newer = tmp_path / "text.mplanner", backup.make(ws).path
    text.write_text("Dear all")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version={header.SCHEMA + 1}")
    for path, kind in ((text, Foreign), (newer, Newer), (tmp_path / "none", NotFound)):
        with pytest.raises(kind):
            backup.verify(path)


def test_backups_of_one_second_have_names_of_their_own(ws: Workspace) -> None:
    made = [backup.make(ws).path for _ in range(3)]
    assert backup.latest(ws.path) == tuple(reversed(made))


def test_a_backup_while_others_write_is_one_state(ws: Workspace) -> None:
    new(ws, "A")
    stop = threading.Event()

    def write() -> None:
        with workspace.open_workspace(ws.path, check=False) as other:
            number = 0
            while not stop.is_set() and number < 200:
                number += 1
                new(other, f"N{number}")

    writer = threading.Thread(target=write)
    writer.start()
    made = [backup.make(ws) for _ in range(3)]
    stop.set()
    writer.join()
    for one in made:
        with workspace.open_workspace(one.path) as copy, copy.reading() as connection:
            found = schema.counts(connection)
        assert found["mission"] == found["changeset"]


def test_a_chosen_folder_is_not_thinned(ws: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    old = folder / "w-20200101T000000Z.mplanner"
    old.write_bytes(b"somebody's")
    assert backup.make(ws, folder).path.parent == folder
    assert old.exists()


def test_the_own_folder_is_thinned_and_left_overs_go(ws: Workspace) -> None:
    folder = backup.make(ws).path.parent
    old = folder / "w-20200101T000000Z.mplanner"
    other = folder / "w-notes.mplanner"
    left = folder / ".abc.part"
    for path in (old, other, left, old.with_name(old.name + ".sha256")):
        path.write_bytes(b"x")
    import os

    os.utime(left, (0, 0))
    backup.make(ws)
    assert sorted(one.name for one in folder.iterdir() if one.stat().st_size == 1) == ["w-notes.mplanner"]


def ages(*days: float) -> list[dt.datetime]:
    return [NOW - dt.timedelta(days=one) for one in days]


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([0, 0.1, 0.2, 0.9], [True] * 4),  # all of a day
        ([0, 2.1, 2.2, 2.3], [True, True, False, False]),  # the newest of a day
        ([0, *range(2, 12)], [True] * 11),  # twelve days
        ([200], [True]),  # never the newest
        ([0, 91], [True, False]),  # personal data: 90 days
        ([0, 89], [True, True]),
    ],
)
def test_thinning(days: list[float], kept: list[bool]) -> None:
    assert list(backup.worth_keeping(ages(*days), NOW)) == kept


def test_thinning_of_a_year_keeps_days_weeks_and_months() -> None:
    made = ages(*range(365))
    kept = [moment for moment, keep in zip(made, backup.worth_keeping(made, NOW), strict=True) if keep]
    assert [(NOW - one).days for one in kept[:12]] == list(range(12))
    weeks = {f"{one:%G-%V}" for one in kept}
    assert (len(weeks), len({f"{one:%Y-%m}" for one in kept})) == (10, 4)
    assert NOW - min(kept) <= backup.LONGEST
