"""Say what taking a reading in would do, entry by entry, with what people decided; write it as one step."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.likeness.merge import OURS_ALONE
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.services.imports import agenda, delegates, directory, logistics, money, wishes
from missionplanner.services.imports import drafts as d
from missionplanner.services.imports.desk import Desk, Like, Op, named
from missionplanner.services.imports.drafts import Draft, Reading, Warned
from missionplanner.services.imports.taking import AS_PROPOSED, Decision, Taken


class State(StrEnum):
    """Say what would come of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """Be a field that would be another: texts, days, times, words; a sensitive one shows none of them."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Be one entry of a file and what would come of it.

    ``name`` is what to call it, ``likes`` whom it may be as well while nobody has decided, ``record_id`` what it
    has become. ``taken`` tells whether it would be written now, ``doubts`` what a person should know before.
    """

    draft: Draft
    state: State
    name: str
    values: Mapping[str, Any]
    taken: bool = True
    record_id: UUID | None = None
    likes: tuple[Like, ...] = ()
    changes: tuple[Change, ...] = ()
    why: Message | None = None
    doubts: tuple[Message, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether a person should look at it before it is taken in."""
        doubtful = self.likes or self.draft.doubts or self.doubts or self.date_missing
        return self.state is not State.REFUSED and bool(doubtful)

    @property
    def date_missing(self) -> bool:
        return self.draft.list == d.AGENDA and self.values.get("date") is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Be what importing a reading would do. ``mission`` is its code; ``mission_is_new`` tells that it is made.

    ``warnings`` are those of the reading and of the mission that is made.
    """

    reading: Reading
    mission: str | None
    mission_is_new: bool
    entries: tuple[Entry, ...]
    warnings: tuple[Warned, ...] = ()

    def counted(self) -> Counter[State]:
        """Return how many entries would be added, changed, left as they are, refused."""
        return Counter(one.state for one in self.entries if one.taken)

    @property
    def added(self) -> int:
        """Return how many entries would be added."""
        return self.counted()[State.ADDED]

    @property
    def changed(self) -> int:
        """Return how many entries would change what is there."""
        return self.counted()[State.CHANGED]

    @property
    def skipped(self) -> int:
        """Return how many entries and rows would not be taken in."""
        left = sum(not one.taken or one.state is State.REFUSED for one in self.entries)
        return left + len(self.reading.refused)


_MAIN: Mapping[str, tuple[type[r.Record], ...]] = {
    d.AGENDA: (r.AgendaItem,),
    d.DELEGATES: (r.Delegate,),
    d.ORGANISATIONS: (r.Organisation,),
    d.PEOPLE: (r.Person,),
    d.PLACES: (r.Place,),
    d.STAYS: (r.Stay, r.StayGuest),
    d.LEGS: (r.Leg, r.LegPassenger),
    d.BUDGET: (r.BudgetLine,),
    d.EXPENSES: (r.Expense,),
    d.WISHES: (r.MeetingRequest,),
}
"""Records that an entry of a list adds where it adds one: a second guest of a room is an entry of its own."""

_TAKERS: Mapping[str, Callable[[Desk, Mapping[str, Any], Decision], Taken]] = {
    d.DELEGATES: delegates.delegate,
    d.ORGANISATIONS: directory.organisation,
    d.PEOPLE: directory.someone,
    d.PLACES: directory.place,
    d.STAYS: logistics.stay,
    d.LEGS: logistics.leg,
    d.BUDGET: money.budget_line,
    d.EXPENSES: money.expense,
    d.WISHES: wishes.wish,
}
_STEP = 50


def run(
    desk: Desk, reading: Reading, decisions: Mapping[int, Decision], progress: Progress | None = None
) -> tuple[Entry, ...]:
    """Lay the entries of a reading on the desk, one after the other; return what came of each."""
    entries = []
    for place, draft in enumerate(reading.drafts):
        if progress is not None and place % _STEP == 0:
            progress.step(place, len(reading.drafts))
        entries.append(_entry(desk, draft, decisions.get(draft.number, AS_PROPOSED)))
    desk.settle()
    return tuple(entries)


def _entry(desk: Desk, draft: Draft, decision: Decision) -> Entry:
    values = {**draft.values, **decision.values}
    kept = {name: value for name, value in values.items() if value is not None}
    mark = desk.mark()
    try:
        taken = _taken(desk, draft, kept, decision)
    except Invalid as error:
        desk.back_to(mark)
        name = _name(draft, kept)
        return Entry(draft=draft, state=State.REFUSED, name=name, values=kept, taken=False, why=error.message)
    ops = desk.ops_since(mark)
    added = any(op.before is None and type(op.after) in _MAIN[draft.list] for op in ops)
    state = State.ADDED if added else State.CHANGED if ops else State.SAME
    if decision.take is False:
        desk.back_to(mark)
    return Entry(
        draft=draft,
        state=state,
        name=_name(draft, kept),
        values=kept,
        taken=decision.take is not False,
        record_id=taken.record.id,
        likes=taken.likes if decision.into is None and not decision.apart else (),
        changes=_changes(desk, ops) if state is State.CHANGED else (),
        doubts=_by_the_way(draft, ops),
    )


_NAMED_ONLY: Mapping[str, tuple[type[r.Record], ...]] = {
    d.WISHES: (r.Organisation,),
    d.STAYS: (r.Person,),
    d.LEGS: (r.Person,),
}
"""List → whom its entries merely name: one nobody knows yet may be a slip of the pen."""


def _by_the_way(draft: Draft, ops: tuple[Op, ...]) -> tuple[Message, ...]:
    """Return who is added only because an entry names them."""
    kinds = _NAMED_ONLY.get(draft.list, ())
    new = (op.after for op in ops if op.before is None and isinstance(op.after, kinds))
    return tuple(Message.of(_UNKNOWN, {"name": named(one)}) for one in new if kinds)


_UNKNOWN = N_("“{name}” is not known yet and would be added: check how it is written.")


def _taken(desk: Desk, draft: Draft, values: Mapping[str, Any], decision: Decision) -> Taken:
    if draft.list == d.AGENDA:
        return agenda.item(desk, values, decision, draft.ref)
    return _TAKERS[draft.list](desk, values, decision)


def _name(draft: Draft, values: Mapping[str, Any]) -> str:
    """Return what to call an entry."""
    between = " → " if draft.list == d.WISHES else " "
    for keys in _NAMED[draft.list]:
        found = between.join(str(values[key]) for key in keys if values.get(key))
        if found:
            return found
    guests = values.get("guests") or values.get("passengers") or ()
    return ", ".join(guests) or draft.words or draft.source


_PERSON = (("given", "family"), ("native_name",), ("organisation",), ("email",))
_NAMED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    d.AGENDA: (("title",), ("hosts",), ("place",)),
    d.DELEGATES: _PERSON,
    d.PEOPLE: _PERSON,
    d.ORGANISATIONS: (("name",), ("native_name",)),
    d.PLACES: (("name",),),
    d.STAYS: (*_PERSON[:2], ("hotel",)),
    d.LEGS: (("number",), ("operator", "origin", "destination"), ("origin_text", "destination_text")),
    d.BUDGET: (("text",), ("category",)),
    d.EXPENSES: (("text",), ("category",), ("amount", "currency")),
    d.WISHES: (("from", "to"),),
}


# -- what is another ----------------------------------------------------------------------------------

_UNTOLD = OURS_ALONE | {"position"}


def _changes(desk: Desk, ops: tuple[Op, ...]) -> tuple[Change, ...]:
    """Return what would be another: each changed field with its old value, and what is added to the entry."""
    found: dict[tuple[UUID, str], Change] = {}
    for op in ops:
        if op.before is None:
            added = _added(desk, op.after)
            if added:
                found[op.after.id, ""] = Change(type(op.after).__name__, "", added)
            continue
        for item in fields(op.after):
            old, new = getattr(op.before, item.name), getattr(op.after, item.name)
            if item.name not in _UNTOLD and old != new:
                first = found.get((op.after.id, item.name))
                before = first.old if first is not None else _said(desk, old)
                found[op.after.id, item.name] = Change(item.name.removesuffix("_id"), before, _said(desk, new))
    return tuple(found.values())


def _added(desk: Desk, one: r.Record) -> str:
    """Return what a child that is added refers to, by name."""
    for key in ("group_id", "organisation_id", "person_id"):
        target = getattr(one, key, None)
        if target is not None:
            return str(_said(desk, target))
    return named(one) if isinstance(one, r.Organisation | r.Person | r.Place) else ""


def _said(desk: Desk, value: object) -> object:
    if value in (None, ()):
        return ""
    if isinstance(value, Secret):
        return "•••"
    if isinstance(value, UUID):
        for kind in (r.Organisation, r.Person, r.Place, r.Group, r.Leg, r.Delegate):
            one = desk.get(kind, value)
            if one is not None:
                return _title(one)
        return ""
    if isinstance(value, Texts):
        return value.best(desk.language)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return value if isinstance(value, dt.date | dt.time | StrEnum) else str(value)


def _title(one: r.Record) -> str:
    if isinstance(one, r.Group):
        return one.name.best("") if one.name else ""
    return str(one.number or "") if isinstance(one, r.Leg) else named(one)
