"""Erase a person who asks for it (GDPR, RELIABILITY §2): no byte of their name stays in the workspace.

What they did stays done: seats, beds and places in a delegation stay as those of somebody not named. Paper that
was printed, files that were exported and copies of the workspace are not in the workspace; they can be listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from missionplanner.base.messages import N_, Message
from missionplanner.db import erasing, journal, lists, search
from missionplanner.db.columns import Gone, Privacy, targets
from missionplanner.db.orm import names_of
from missionplanner.db.rows import ROWS, table_of
from missionplanner.db.unit import Unit
from missionplanner.domain import records as r
from missionplanner.domain.media import sha256_of
from missionplanner.services import backup
from missionplanner.services.directory import erased
from missionplanner.services.workspace import Receipt, Workspace

_KEPT = frozenset({"person_id", "role", "status", "room_wish", "consent_photo", "consent_contact"})
"""Columns of a place in a delegation that say nothing of who had it, or say no without a name."""
_ASSIGNED: tuple[type[Any], ...] = (r.LegPassenger, r.StayGuest, r.AudiencePerson)
"""What stays assigned to the place in a delegation: seats, beds, who takes part in what."""
_OF_DELEGATE: tuple[type[Any], ...] = (r.Confidential, r.RequirementState, r.AccessEntry)
_SHORTEST = 5
"""Letters below which a name or an address is too common to be looked for in what people typed."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Tell what erasing somebody would take with it.

    ``missions`` are the codes of those they travel in, ``steps`` the edits that could not be undone any more,
    ``copies`` the files beside the workspace that hold them still: own backups and what restoring kept.
    """

    name: str
    missions: tuple[str, ...]
    notes: int
    photo: bool
    steps: int
    copies: tuple[Path, ...]


def look(ws: Workspace, person_id: UUID) -> Outlook:
    """Return what erasing a person would do. Reads only. Raises NotFound."""
    with ws.reading() as connection, Session(bind=connection) as session:
        unit = Unit(session, dt.datetime.now(dt.UTC))
        person = unit.get(r.Person, person_id)
        codes = [unit.get(r.Mission, one.mission_id).code for one in unit.all(r.Delegate, person_id=person_id)]
        notes = lists.count(connection, r.ContactNote, {"person_id": person_id})
        steps = len(ws.stacks.look(connection).done)
    return Outlook(_name(person), tuple(sorted(codes)), notes, person.photo is not None, steps, copies(ws))


def copies(ws: Workspace) -> tuple[Path, ...]:
    """Return the files that hold earlier states of a workspace: its backups, and what restoring kept."""
    kept = sorted(ws.path.parent.glob(f"{ws.path.name}.before-restore-*"), reverse=True)
    return (*backup.latest(ws.path), *kept)


def erase(ws: Workspace, person_id: UUID, *, drop: Collection[Path] = (), origin: object = None) -> Receipt:
    """Erase a person from directory, missions, journal, index and media; delete the copies named in ``drop``.

    Where they travel, an unnamed place keeps what was assigned to them. Nothing done before can be undone any
    more, and a copy restored later is cleaned when it is opened. Raises NotFound, and Locked where the workspace
    is open elsewhere; nothing is changed then.
    """
    with _alone(ws):
        with ws.writing() as connection:
            told = _Erasing(connection, person_id).run()
            search.rebuild(connection)
            label = Message(N_("Erase a person"))
            number = journal.store(connection, [], journal.Heading(label=label, undoable=False))
        ws.stacks = journal.Stacks()
    erased.remember(ws.path, person_id)
    for path in drop:
        path.unlink(missing_ok=True)
        path.with_name(path.name + ".sha256").unlink(missing_ok=True)
    receipt = Receipt(number, label, tuple(told.touched), (), frozenset(told.missions), origin)
    ws.tell(receipt)
    return receipt


def again(ws: Workspace) -> int:
    """Erase whom an older copy in the place of this workspace brought back; return how many.

    Raises Locked where the workspace is open elsewhere: whoever opened it first has done this.
    """
    with ws.reading() as connection:
        known = erased.ids_of(ws.path)
        back = lists.rows(connection, r.Person, ("id",), ("id",), ids=known) if known else []
    for row in back:
        erase(ws, row[0])
    return len(back)


@contextmanager
def _alone(ws: Workspace) -> Iterator[None]:
    ws.lock.hold_alone()
    try:
        yield
    finally:
        ws.lock.share(ws.wait)


class _Erasing:
    """Be the erasing of one person within a transaction."""

    def __init__(self, connection: sa.Connection, person_id: UUID) -> None:
        self._connection, self._id = connection, person_id
        self.touched: list[tuple[str, UUID]] = []
        self.missions: set[UUID] = set()
        self._ids: list[UUID] = [person_id]

    def run(self) -> _Erasing:
        """Take the person out of rows, then out of texts, journal and media; return self."""
        with Session(bind=self._connection, expire_on_commit=False) as session:
            unit = Unit(session, dt.datetime.now(dt.UTC))
            person = unit.get(r.Person, self._id)
            self._leave_places(unit, person)
            self._delete(unit, person)
            session.commit()  # into the transaction of the connection
        words = erasing.spelled(_words(person))
        erasing.blot(self._connection, words)
        erasing.forget(self._connection, self._ids, words)
        erasing.close_history(self._connection)
        if person.photo is not None and not erasing.is_named(self._connection, sha256_of(person.photo)):
            erasing.drop_medium(self._connection, sha256_of(person.photo))
        return self

    def _leave_places(self, unit: Unit, person: r.Person) -> None:
        """Let somebody not named stand for the person in each delegation, with nothing told of them."""
        for delegate in unit.all(r.Delegate, person_id=person.id):
            self._ids.append(delegate.id)
            self._note(delegate)
            stand_in = unit.add(r.Person(organisation_id=person.organisation_id))
            for kind in _ASSIGNED:
                for one in unit.all(kind, mission_id=delegate.mission_id, person_id=person.id):
                    self._note(one)
                    unit.save(replace(one, **_blank(kind, one), person_id=stand_in.id))
            own = [one for kind in _OF_DELEGATE for one in unit.all(kind, delegate_id=delegate.id)]
            self._remove(unit, own)
            for ref in unit.all(r.FileRef, record_id=delegate.id):
                unit.save(replace(ref, ref=None))
            unit.save(replace(delegate, **_blank(r.Delegate, delegate), person_id=stand_in.id))

    def _delete(self, unit: Unit, person: r.Person) -> None:
        """Delete what needs the person, then the person; what merely refers to them is cleared."""
        for kind in ROWS:
            for column in table_of(kind).c:
                if "person" in targets(column) and column.info["gone"] is Gone.REFUSE:
                    self._remove(unit, unit.all(kind, **{column.name: person.id}))
        pairs = (*unit.all(r.DistinctPair, one_id=person.id), *unit.all(r.DistinctPair, other_id=person.id))
        self._remove(unit, pairs)
        self._remove(unit, [person])

    def _remove(self, unit: Unit, some: Collection[r.Record]) -> None:
        for one in some:
            self._note(one)
        unit.delete_all(some)

    def _note(self, one: r.Record) -> None:
        self.touched.append((table_of(type(one)).name, one.id))
        mission = getattr(one, "mission_id", None)
        if mission is not None:
            self.missions.add(mission)


def _blank(kind: type[r.Record], one: r.Record) -> dict[str, Any]:
    """Return the fields of a record that tell something of a person, emptied where they may be."""
    table = table_of(kind)
    private = (Privacy.PERSONAL, Privacy.SENSITIVE)
    names = [name for name in names_of(kind) if table.c[name].info["privacy"] in private]
    return {
        name: () if isinstance(getattr(one, name), tuple) else None
        for name in names
        if name not in _KEPT and table.c[name].nullable and not targets(table.c[name])
    }


def _words(person: r.Person) -> tuple[str, ...]:
    """Return what is looked for in texts: the whole name either way round, and how to reach the person."""
    turned = (f"{person.given} {person.family}", f"{person.family} {person.given}")
    both = turned if person.given and person.family else ()
    some = (*both, person.native_name, person.email, person.mobile, person.phone)
    return tuple(one for one in some if one and len(one) >= _SHORTEST)


def _name(person: r.Person) -> str:
    return person.full_name or person.native_name or ""
