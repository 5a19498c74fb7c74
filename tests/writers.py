"""Write to a workspace from many processes, and kill them. Run alone: ``python -m tests.writers kills 10000``.

A process of its own, because it forks: the tests' process has threads.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any, NoReturn

from missionplanner.base.errors import Locked
from missionplanner.db import header, journal, schema
from missionplanner.services import backup, history, missions, workspace
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace
from tests.random_services import RandomServices

DAY = dt.date(2025, 5, 5)
NEW = MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V")
PATIENCE = 60.0

Say = Callable[[str], object]


class Child:
    """Be a process that does ``work`` and says lines."""

    def __init__(self, work: Callable[[Say], object]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            self._live(work, writing)
        os.close(writing)
        self.lines = os.fdopen(reading, "rb")

    @staticmethod
    def _live(work: Callable[[Say], object], writing: int) -> NoReturn:
        status = 1
        try:
            work(lambda line: os.write(writing, line.encode() + b"\n"))
            status = 0
        finally:
            os._exit(status)

    def said(self) -> list[str]:
        """Wait for the end; return the lines that were said to their end."""
        lines = self.lines.read().split(b"\n")[:-1]
        self.lines.close()
        _, status = os.waitpid(self.pid, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise RuntimeError("a writer failed")
        return [one.decode() for one in lines]


def kills(folder: Path, count: int, seed: int = 1) -> dict[str, Any]:
    """Kill writers; tell how many operations they had acknowledged and what of it is not in the file."""
    random = Random(seed)
    path = folder / "kills.mplanner"
    with workspace.create(path) as ws:  # and warm what every child will need
        people = RandomServices(ws, seed, folder)
        for _ in range(40):
            people.step()
    acknowledged = lost = unsound = unknown = disagreeing = hot = 0
    for number in range(count):
        before, known = state(path), _last(path)
        child = Child(partial(_write, path, number, folder))
        first = [child.lines.readline() for _ in range(random.randint(1, 5))]
        time.sleep(random.random() * 0.015)
        os.kill(child.pid, signal.SIGKILL)
        told = [int(one) for one in first if one.endswith(b"\n")] + [int(one) for one in child.said()]
        hot += header.journal_file(path).exists()
        acknowledged += len(told)
        with workspace.open_workspace(path) as ws:  # says so where the file is not sound
            with ws.reading() as connection:
                unsound += bool(schema.faults(connection))
            there = {one.id for one in _changesets(ws) if one.id > known}
            lost += len(set(told) - there)
            unknown += len(there) > len(told) + 1
            if number % 2:
                _take_back(ws, known)
                disagreeing += state(path) != before
    return {
        "kills": count,
        "acknowledged": acknowledged,
        "lost": lost,
        "unsound": unsound,
        "never told": unknown,
        "disagreeing": disagreeing,
        "left in the middle of a write": hot,
    }


def _write(path: Path, seed: int, folder: Path, say: Say) -> None:
    ws = workspace.open_workspace(path, check=False)
    people = RandomServices(ws, seed, folder)
    while True:
        receipt = people.step()
        if receipt is not None and receipt.changeset is not None:
            say(str(receipt.changeset))


def _take_back(ws: Workspace, known: int) -> None:
    while (newest := history.next_undo(ws)) is not None and newest.id > known:
        history.undo(ws)


def _changesets(ws: Workspace) -> tuple[journal.Changeset, ...]:
    with ws.reading() as connection:
        return journal.changesets(connection)


def _last(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT coalesce(max(id), 0) FROM changeset").fetchone()[0])


def state(path: Path) -> str:
    """Return a fingerprint of every stored value that undo answers for, as the file itself has it."""
    found = hashlib.sha256()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(query).fetchall():
            if name not in schema.JOURNAL | schema.ISSUED and not name.startswith("sqlite_"):
                rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
                found.update(repr((name, rows)).encode())
    return found.hexdigest()


def many(folder: Path, processes: int = 10, edits: int = 20) -> dict[str, Any]:
    """Let many processes edit one mission at once; tell how many acknowledged edits are not there."""
    path = folder / "many.mplanner"
    with workspace.create(path) as ws:
        missions.create(ws, NEW)
    before = state(path)

    def work(say: Say, own: int) -> None:
        with workspace.open_workspace(path, wait=PATIENCE) as ws:
            for number in range(edits):
                day = DAY + dt.timedelta(days=(own + number) % 20)
                say(str(agenda.add(ws, "V", ItemDraft(title=f"{own} {number}", date=day)).first_added))

    children = [Child(lambda say, own=own: work(say, own)) for own in range(processes)]  # type: ignore[misc]
    told = [one for child in children for one in child.said()]
    with workspace.open_workspace(path) as ws:
        plan = missions.plan(ws, "V")
        there = {str(one.id) for one in plan.items}
        in_order = all(
            [one.position for one in plan.items_on(day)] == list(range(1, len(plan.items_on(day)) + 1))
            for day in plan.days
        )
        _take_back(ws, 1)
    return {
        "acknowledged": len(told),
        "lost": len(set(told) - there),
        "in order": in_order,
        "taken back": state(path) == before,
    }


def migrate(folder: Path, processes: int = 10) -> dict[str, Any]:
    """Open a workspace of an older schema from many processes at once; tell who brought it up to date."""
    path = folder / "older.mplanner"
    with workspace.create(path) as ws:
        missions.create(ws, NEW)
    teach_next_schema()

    def work(say: Say) -> None:
        try:
            with workspace.open_workspace(path, wait=PATIENCE) as ws:
                say(str(len(missions.listing(ws))))
        except Locked:
            say("locked")

    children = [Child(work) for _ in range(processes)]
    told = [one for child in children for one in child.said()]
    with closing(sqlite3.connect(path)) as connection:
        marks = connection.execute("SELECT count(*) FROM mark").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    return {
        "told": sorted(set(told)),
        "answers": len(told),
        "migrations": marks,
        "version": version,
        "backups": len(backup.latest(path)),
    }


def teach_next_schema() -> None:
    """Make this process a later program: one that knows a schema after the newest."""
    from alembic import op

    steps = schema.steps()

    def upgrade() -> None:
        op.execute("CREATE TABLE IF NOT EXISTS mark (id INTEGER PRIMARY KEY)")
        op.execute("INSERT INTO mark DEFAULT VALUES")

    header.SCHEMA += 1
    step = SimpleNamespace(revision=str(header.SCHEMA), upgrade=upgrade)
    vars(schema)["steps"] = lambda: [*steps, step]


TASKS: dict[str, Callable[[Path, int], dict[str, Any]]] = {"kills": kills, "many": many, "migrate": migrate}


def main(what: str, number: str, folder: str = "") -> None:
    """Run one of the above and print what it told as JSON."""
    print(json.dumps(TASKS[what](Path(folder or mkdtemp()), int(number))))


if __name__ == "__main__":
    main(*sys.argv[1:])
