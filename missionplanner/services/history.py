"""Undo, redo and tell what was done; across restarts, without limit, by appending only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_, Message
from missionplanner.db import journal, search
from missionplanner.db.journal import EDIT, REDO, UNDO, Changeset, Step
from missionplanner.services.workspace import Receipt, Workspace, receipt


@dataclass(frozen=True, slots=True)
class Entry:
    """Be one line of the history. ``time`` is UTC; ``undone`` tells that it is not in force now."""

    id: int
    time: dt.datetime
    label: Message
    undone: bool
    undoable: bool


def entries(ws: Workspace) -> tuple[Entry, ...]:
    """Return every edit, oldest first. Undoing and redoing are told by ``undone``, not as lines of their own."""
    with ws.reading() as connection:
        some = journal.changesets(connection)
        in_force = {number for step in ws.stacks.look(connection).done for number in step}
    return tuple(_entry(one, in_force) for one in some if one.kind == EDIT)


def _entry(one: Changeset, in_force: Collection[int]) -> Entry:
    return Entry(one.id, one.time, one.label, one.undoable and one.id not in in_force, one.undoable)


def page(
    ws: Workspace, *, mission: UUID | None = None, before: int | None = None, count: int = 50
) -> tuple[Entry, ...]:
    """Return the newest edits, newest first; those before entry ``before``, those of one mission where named.

    An edit of the directory belongs to no mission. Ask for the next page with the id of the last entry.
    """
    with ws.reading() as connection:
        some = journal.edits(connection, mission_id=mission, before=before, count=count)
        in_force = {number for step in ws.stacks.look(connection).done for number in step}
    return tuple(_entry(one, in_force) for one in some)


def why_not_undone(ws: Workspace, numbers: Iterable[int]) -> dict[int, Message | None]:
    """Tell of some edits why each could not be taken back now; None where it could. Reads only.

    What is answered here holds until the next edit: ``undo`` looks again.
    """
    with ws.reading() as connection:
        steps = {number: step for step in ws.stacks.look(connection).done for number in step}
        return {number: _obstacle(connection, number, steps.get(number)) for number in numbers}


def _obstacle(connection: sa.Connection, number: int, step: Step | None) -> Message | None:
    if step is None:
        undoable = journal.changeset(connection, number).undoable
        text = N_("It is undone already.") if undoable else N_("What left the house stays on record.")
        return Message(text)
    inverse = journal.invert(change for one in step for change in journal.changes(connection, one))
    if not journal.current(connection, inverse):
        return Message(N_("What it changed was changed again since."))
    if journal.dangles(connection, inverse):
        return Message(N_("Other entries were built on it since."))
    return None


def next_undo(ws: Workspace) -> Changeset | None:
    """Return the edit that undo would take back, None where there is nothing."""
    with ws.reading() as connection:
        done = ws.stacks.look(connection).done
        return journal.changeset(connection, done[-1][-1]) if done else None


def next_redo(ws: Workspace) -> Changeset | None:
    """Return the edit that redo would do again, None where there is nothing."""
    with ws.reading() as connection:
        undone = ws.stacks.look(connection).undone
        return journal.changeset(connection, undone[-1][-1]) if undone else None


def undo(ws: Workspace, changeset: int | None = None, *, origin: object = None) -> Receipt:
    """Take back the last edit that is in force, or the one named.

    Raises NotFound where there is nothing to undo, Stale where later changes stand in the way; nothing is
    changed then.
    """
    with ws.writing(refused=journal.stale) as connection:
        step = _chosen(ws.stacks.look(connection).done, changeset, N_("There is nothing to undo."))
        result = _reverse(connection, step, step, UNDO, origin)
    ws.tell(result)
    return result


def redo(ws: Workspace, changeset: int | None = None, *, origin: object = None) -> Receipt:
    """Do again what was undone last, or the edit named. Raises as ``undo`` does."""
    with ws.writing(refused=journal.stale) as connection:
        step = _chosen(ws.stacks.look(connection).undone, changeset, N_("There is nothing to redo."))
        result = _reverse(connection, step, (ws.stacks.reversed_by[step],), REDO, origin)
    ws.tell(result)
    return result


def _reverse(connection: sa.Connection, step: Step, latest: Step, kind: str, origin: object) -> Receipt:
    """Write the inverse of ``latest``, the changesets that last carried out or took back ``step``."""
    label = journal.changeset(connection, step[-1]).label
    inverse = journal.invert(change for number in latest for change in journal.changes(connection, number))
    journal.apply(connection, inverse)
    search.keep(connection, inverse)
    number = journal.store(connection, inverse, journal.Heading(label=label, kind=kind, targets=step))
    return receipt(number, label, inverse, origin)


def _chosen(stack: list[Step], changeset: int | None, nothing: str) -> Step:
    if changeset is None:
        if not stack:
            raise NotFound(nothing)
        return stack[-1]
    for step in stack:
        if changeset in step:
            return step
    raise NotFound(
        N_("Entry {number} of the history cannot be taken up: there is none, or it is done already."),
        number=changeset,
    )
