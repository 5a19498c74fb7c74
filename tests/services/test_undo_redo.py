"""Undo all is the start, redo all is the end, and every state on the way is met again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from missionplanner.base.errors import NotFound, Stale
from missionplanner.db import journal, schema
from missionplanner.services import history, workspace
from missionplanner.services.workspace import Workspace
from tests.random_services import RandomServices

OPERATIONS = int(os.environ.get("MISSIONPLANNER_OPERATIONS", "3000"))
"""Services, undos and redos in all."""
SERVICES = 150
PER_SESSION = SERVICES * 5 // 2  # nearly each of them is undone and redone
State = Callable[[Path], str]


class Session:
    """Be a workspace in use, and a list of the states that undo and redo must lead to."""

    def __init__(self, folder: Path, seed: int, state: State) -> None:
        self.folder, self.state = folder, state
        self.ws = workspace.create(folder / f"w{seed}.mplanner")
        self.random = Random(seed)
        self.people = RandomServices(self.ws, seed, folder)
        self.states = [self.now()]
        self.ahead: list[str] = []
        self.gesture: str | None = None

    def now(self) -> str:
        return self.state(self.ws.path)

    def step(self) -> None:
        chance = self.random.random()
        if chance < 0.02:
            self.reopen()
        elif chance < 0.08 and len(self.states) > 1:
            self.undo()
        elif chance < 0.12 and self.ahead:
            self.redo()
        else:
            self.edit()

    def edit(self) -> None:
        number = self.people.step()
        now = self.now()
        if number is None or number.changeset is None:
            assert now == self.states[-1], "what was refused or changed nothing left the file as it was"
            return
        with self.ws.reading() as connection:
            one = journal.changeset(connection, number.changeset)
        if not one.undoable:
            assert now == self.states[-1]
            return
        if one.gesture is not None and one.gesture == self.gesture:
            self.states[-1] = now
        else:
            self.states.append(now)
        self.gesture = one.gesture
        self.ahead.clear()

    def undo(self) -> None:
        history.undo(self.ws)
        self.ahead.append(self.states.pop())
        self.gesture = None
        assert self.now() == self.states[-1]

    def redo(self) -> None:
        history.redo(self.ws)
        self.states.append(self.ahead.pop())
        self.gesture = None
        assert self.now() == self.states[-1]

    def reopen(self) -> None:
        self.ws.close()
        self.ws = self.people.ws = workspace.open_workspace(self.ws.path)


def dump(ws: Workspace) -> dict[str, list[str]]:
    with ws.reading() as connection:
        return schema.dump(connection)


@pytest.mark.timeout(max(300, OPERATIONS // 10))
@pytest.mark.parametrize("seed", range(max(1, OPERATIONS // PER_SESSION)))
def test_undo_all_is_the_start_and_redo_all_the_end(seed: int, memory_folder: Path, state: State) -> None:
    session = Session(memory_folder, seed, state)
    start = dump(session.ws)
    for _ in range(SERVICES):
        session.step()
    end, end_state, steps = dump(session.ws), session.now(), len(session.states)
    while len(session.states) > 1:
        session.undo()
    assert dump(session.ws) == start
    with pytest.raises(NotFound):
        history.undo(session.ws)
    session.reopen()
    while len(session.states) < steps:
        session.redo()
    assert (dump(session.ws), session.now()) == (end, end_state)
    session.ws.close()


def test_a_named_edit_is_undone_or_refused_whole(memory_folder: Path, state: State) -> None:
    session = Session(memory_folder, 7, state)
    for _ in range(60):
        session.people.step()
    undone = stale = 0
    for entry in history.entries(session.ws)[::3]:
        before = session.now()
        foretold = history.why_not_undone(session.ws, [entry.id])[entry.id] is None
        assert session.now() == before
        try:
            history.undo(session.ws, entry.id)
        except (Stale, NotFound):
            stale += 1
            assert not foretold
            assert session.now() == before
            continue
        undone += 1
        assert foretold
        history.redo(session.ws, entry.id)
        assert session.now() == before
    assert undone
    assert stale
    session.ws.close()
