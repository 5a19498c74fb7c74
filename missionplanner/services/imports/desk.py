"""Lay what a file says beside what the workspace holds, without touching it: what would be added, what changed.

Everything happens on values. What comes out are changes that one edit writes; each entry can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.db import lists, reading
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.likeness import Facts
from missionplanner.domain.likeness.merge import OURS_ALONE
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord
from missionplanner.domain.texts import Texts
from missionplanner.exchange.tables.values import contacts
from missionplanner.services.directory import likeness
from missionplanner.services.workspace import Workspace

R = TypeVar("R", bound=r.Record)
S = TypeVar("S", r.Person, r.Organisation, r.Place)

_UNKNOWN = (None, ())


@dataclass(frozen=True, slots=True)
class Like:
    """Be a record of the workspace an entry may be: its name, how alike from 0 to 1, and why."""

    id: UUID
    name: str
    score: float
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Op:
    """Be one record that an entry adds (``before`` is None) or changes."""

    before: r.Record | None
    after: r.Record


class Desk:
    """Be the workspace as it would be with the entries taken so far.

    ``language`` is that of texts nobody told a language of; without ``update`` filled fields stay as they are.
    """

    def __init__(self, ws: Workspace, mission: r.Mission | None, *, update: bool, language: str) -> None:
        self.ws, self.update, self.language = ws, update, language
        self._now: dict[UUID, r.Record] = {}
        self._kinds: dict[type[r.Record], dict[UUID, r.Record]] = {}
        self._stored: dict[UUID, r.Record] = {}
        self._ops: list[Op] = []
        self.claimed: set[UUID] = set()
        """Records of the workspace an entry was recognised as: another entry like it is another record."""
        self.session: UUID | None = None
        """The B2B session wishes go into, None for the mission's first."""
        self.takes_part = False
        """Whether organisations take part in that session, else they are partners of the mission."""
        self._later: list[Callable[[], None]] = []
        self._fresh: dict[tuple[type[r.Record], str], list[UUID]] = {}
        self.plan: MissionPlan | None = None
        self.record = MissionRecord()
        with ws.reading() as connection:
            there = reading.mission(connection, mission.code) if mission is not None else None
            if there is not None:
                self.plan = reading.plan(connection, there)
                self.record = reading.mission_record(connection, there)
                self._keep(reading.confidential(connection, there))
        self.mission_is_new = mission is not None and there is None
        if mission is not None and there is None:
            self.plan = MissionPlan(self.add(mission))
        if self.plan is not None and not self.mission_is_new:
            for name in PARTS:
                self._keep(getattr(self.plan, name))
            for name in RECORD_PARTS:
                self._keep(getattr(self.record, name))

    def _keep(self, some: Iterable[r.Record]) -> None:
        for one in some:
            if one.id not in self._now:
                self._put(one)
            self._stored.setdefault(one.id, one)

    def _put(self, one: r.Record) -> None:
        self._now[one.id] = one
        self._kinds.setdefault(type(one), {})[one.id] = one

    def _drop(self, one: r.Record) -> None:
        self._now.pop(one.id, None)
        self._kinds[type(one)].pop(one.id, None)

    @property
    def mission(self) -> r.Mission:
        """Return the mission entries belong to; only what belongs to a mission asks for it."""
        assert self.plan is not None
        return self.plan.mission

    # -- reading ------------------------------------------------------------------------------------

    def get(self, kind: type[R], identity: UUID | None) -> R | None:
        """Return a record as it would be, None where there is none."""
        if identity is None:
            return None
        found = self._now.get(identity)
        if found is None:
            found = self._fetched(kind, [identity]).get(identity)
        return found if isinstance(found, kind) else None

    def all(self, kind: type[R], **equal: Any) -> list[R]:
        """Return the records of the mission, and of the directory so far looked at, with these values."""
        return [
            one
            for one in self._kinds.get(kind, {}).values()
            if isinstance(one, kind) and all(getattr(one, name) == value for name, value in equal.items())
        ]

    def _fetched(self, kind: type[R], ids: Iterable[UUID]) -> dict[UUID, R]:
        names = [item.name for item in fields(kind) if item.name != "id"]
        missing = [one for one in ids if one not in self._now]
        if missing:
            with self.ws.reading() as connection:
                found = lists.rows(connection, kind, names, (), ids=missing)
            self._keep(kind(**dict(zip(("id", *names), row, strict=True))) for row in found)
        return {one: known for one in ids if isinstance(known := self._now.get(one), kind)}

    def alike(self, kind: type[S], facts: Facts) -> list[tuple[S, Like]]:
        """Return the records of the workspace a draft may be, the likeliest first."""
        pairs = likeness.like(self.ws, kind, facts)[:_MOST]
        known = self._fetched(kind, [pair.other for pair in pairs])
        return [
            (one, Like(one.id, named(one), pair.likeness.score, pair.likeness.reasons))
            for pair in pairs
            if (one := known.get(pair.other)) is not None
        ]

    def fresh(self, kind: type[R], key: str) -> list[R]:
        """Return what this file added under a key: a name as it is compared."""
        found = (self._now.get(one) for one in self._fresh.get((kind, key), ()))
        return [one for one in found if isinstance(one, kind)]

    @cached_property
    def refs(self) -> Mapping[tuple[str, str], UUID]:
        """Return what files called the records of this mission, by list and name."""
        own = self.plan.refs if self.plan is not None else ()
        return {(one.list, one.ref): one.record_id for one in own if one.ref is not None}

    # -- writing ------------------------------------------------------------------------------------

    def add(self, one: R, *keys: str) -> R:
        """Add a record, found again in this file by ``keys``. Raises Invalid for a text that is too long."""
        made = cleaned(one)
        self._put(made)
        self._ops.append(Op(None, made))
        for key in keys:
            if key:
                self._fresh.setdefault((type(one), key), []).append(made.id)
        return made

    def save(self, one: R) -> R:
        """Change a record; an equal one changes nothing. Raises Invalid for a text that is too long."""
        made, before = cleaned(one), self._now[one.id]
        if made != before:
            self._put(made)
            self._ops.append(Op(before, made))
        return made

    def lay(self, ours: R, told: Mapping[str, Any]) -> R:
        """Put what a file tells over a record: only where it is blank, unless things are brought up to date."""
        values: dict[str, Any] = {}
        for name, value in told.items():
            before = getattr(ours, name)
            if value in _UNKNOWN or name in OURS_ALONE or _is_written_otherwise(name, before, value):
                continue
            if isinstance(value, Texts) and isinstance(before, Texts):
                if self.update and not set(dict(value.entries).values()) & set(dict(before.entries).values()):
                    values[name] = before.written(*value.entries[0])
            elif before in _UNKNOWN or self.update:
                values[name] = value
        return self.save(replace(ours, **values)) if values else ours

    def set(self, one: R, **values: Any) -> R:
        """Change fields of a record, whatever stood there."""
        return self.save(replace(one, **values))

    def is_stored(self, one: r.Record) -> bool:
        """Tell whether a record was there before this file."""
        return one.id in self._stored

    def claim(self, some: Iterable[R]) -> R | None:
        """Return the first that was there before this file and is no other entry's, and let it be this one's."""
        found = next((one for one in some if one.id in self._stored and one.id not in self.claimed), None)
        if found is not None:
            self.claimed.add(found.id)
        return found

    def texts(self, value: object) -> Texts | None:
        """Return a text in the language of the file."""
        return Texts.of({self.language: str(value)}) if value else None

    # -- taking back, and on ------------------------------------------------------------------------

    def mark(self) -> tuple[int, int]:
        """Return where things stand, to come back to."""
        return len(self._ops), len(self._later)

    def ops_since(self, mark: tuple[int, int]) -> tuple[Op, ...]:
        """Return what was done since a mark."""
        return tuple(self._ops[mark[0] :])

    def back_to(self, mark: tuple[int, int]) -> None:
        """Take back what was done since a mark."""
        for op in reversed(self._ops[mark[0] :]):
            if op.before is None:
                self._drop(op.after)
            else:
                self._put(op.before)
        del self._ops[mark[0] :]
        del self._later[mark[1] :]

    def later(self, step: Callable[[], None]) -> None:
        """Do something when all entries are there: what one says of another."""
        self._later.append(step)

    def settle(self) -> None:
        """Do what was put off."""
        while self._later:
            self._later.pop(0)()

    def changes(self) -> Changes:
        """Return all that was done, as one step to write: each record once, as it is in the end."""
        touched = dict.fromkeys(op.after.id for op in self._ops)
        now = [self._now[one] for one in touched]
        added = tuple(one for one in now if one.id not in self._stored)
        saved = tuple(one for one in now if one.id in self._stored and one != self._stored[one.id])
        return Changes(saved=saved, added=_owners_first(added))


_MOST = 8
"""Records an entry may be that are looked at."""


def _is_written_otherwise(name: str, before: Any, value: Any) -> bool:
    """Tell whether a phone is the one that is there already, with other blanks."""
    return name in ("mobile", "phone") and bool(before) and contacts.phones(before, None) == (value,)


def named(one: r.Record) -> str:
    """Return what people call a record of the directory."""
    if isinstance(one, r.Person):
        return one.full_name or one.native_name or one.email or ""
    name = getattr(one, "name", None) or getattr(one, "short", None) or getattr(one, "native_name", None)
    return str(name or getattr(one, "address", None) or "")


_ORDER: tuple[type[r.Record], ...] = (
    r.Mission,
    r.Organisation,
    r.Person,
    r.Place,
    r.Destination,
    r.Group,
    r.Journey,
    r.Leg,
    r.Delegate,
    r.Partner,
    r.AgendaItem,
    r.Stay,
    r.BudgetLine,
    r.Matchmaking,
)
"""Kinds others refer to, each before those that refer to it."""


def _owners_first(some: tuple[r.Record, ...]) -> tuple[r.Record, ...]:
    places = {kind: number for number, kind in enumerate(_ORDER)}
    return tuple(sorted(some, key=lambda one: places.get(type(one), len(_ORDER))))
