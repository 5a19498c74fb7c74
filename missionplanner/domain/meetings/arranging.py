"""Change the frame of a session: its slots and tables, while what refers to them follows. Pure steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.programme.retiming import refuse_gap
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import MeetingState

MOST_SLOTS = 500
MOST_TABLES = 500
_OVERLAP = N_("The slots at {start} and {other} overlap.")


@dataclass(frozen=True, slots=True)
class Hours:
    """Be a slot as it is to be, in the session's zone. ``number`` is that of the slot it was, None if new."""

    date: dt.date
    start: dt.time
    end: dt.time
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Be a table as it is to be; ``capacity`` is how many people fit. ``id`` is that of the table it was."""

    name: str
    capacity: int | None = None
    place_id: UUID | None = None
    id: UUID | None = None


def hours_between(day: dt.date, start: dt.time, end: dt.time, minutes: int, pause: int = 0) -> tuple[Hours, ...]:
    """Return the slots of so many minutes that fit into some hours, with a pause in minutes after each.

    Raises Invalid with the field.
    """
    if minutes < 1:
        raise Invalid(N_("A meeting lasts a minute at least."), field="minutes")
    if pause < 0:
        raise Invalid(N_("A pause cannot be negative."), field="pause")
    if end <= start:
        raise Invalid(N_("The end lies before the start."), field="end")
    begin, last = dt.datetime.combine(day, start), dt.datetime.combine(day, end)
    length, step = dt.timedelta(minutes=minutes), dt.timedelta(minutes=minutes + pause)
    found: list[Hours] = []
    while begin + length <= last and len(found) < MOST_SLOTS:
        found.append(Hours(day, begin.time(), (begin + length).time()))
        begin += step
    return tuple(found)


def numbered_desks(count: int, capacity: int | None = None, place_id: UUID | None = None) -> tuple[Desk, ...]:
    """Return so many tables named by their numbers."""
    return tuple(Desk(str(number), capacity, place_id) for number in range(1, count + 1))


def with_slots(session: Session, wanted: Sequence[Hours]) -> Changes:
    """Give a session these slots, numbered in time; meetings and availability follow the slots they were in.

    A new slot that begins when one of before did is that one. Meetings whose slot is gone wait for another.
    Raises Invalid with the field ``slots``.
    """
    ordered = sorted(wanted, key=lambda one: (one.date, one.start, one.end))
    _refuse_hours(session, ordered)
    old = _known(session, ordered)
    saved: list[r.Record] = []
    numbers: dict[int, int] = {}
    for number, (one, slot) in enumerate(zip(ordered, old, strict=True)):
        if slot is None:
            slot = r.Slot(
                mission_id=session.record.mission_id,
                matchmaking_id=session.id,
                position=number,
                date=one.date,
                start=one.start,
                end=one.end,
            )
        else:
            numbers[slot.position] = number
        saved.append(replace(slot, position=number, date=one.date, start=one.start, end=one.end))
    kept = {one.id for one in old if one is not None}
    gone = [one for one in session.slots if one.id not in kept]
    saved += _renumbered(session, numbers)
    changes = between(session.plan, saved)
    return replace(changes, removed=tuple(gone))


def _known(session: Session, ordered: Sequence[Hours]) -> list[r.Slot | None]:
    """Return which slot each was: as told, else the one that began at the same time."""
    told = {one.number for one in ordered if one.number is not None}
    starts = {(slot.date, slot.start): slot for slot in session.slots if slot.position not in told}
    found: list[r.Slot | None] = []
    for one in ordered:
        slot = session.slot(one.number) if one.number is not None else starts.pop((one.date, one.start), None)
        found.append(slot if slot is None or slot not in found else None)
    return found


def _renumbered(session: Session, numbers: dict[int, int]) -> Iterable[r.Record]:
    """Give what names slots by their numbers, with the new ones."""
    for seated in session.plan.of("participants", "matchmaking_id", session.id):
        yield replace(seated, unavailable=_mapped(seated.unavailable, numbers))
    for voice in session.interpreters:
        yield replace(voice, unavailable=_mapped(voice.unavailable, numbers))
    for one in session.meetings:
        if one.slot is None:
            continue
        yield replace(one, slot=numbers[one.slot]) if one.slot in numbers else waiting(one)


def _mapped(some: Iterable[int], numbers: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[one] for one in some if one in numbers))


def waiting(one: r.Meeting) -> r.Meeting:
    """Return a meeting that waits for a slot."""
    state = MeetingState.ACCEPTED if one.state is MeetingState.SCHEDULED else one.state
    return replace(one, slot=None, table=None, locked=None, interpreter_id=None, state=state)


def _refuse_hours(session: Session, ordered: Sequence[Hours]) -> None:
    if len(ordered) > MOST_SLOTS:
        raise Invalid(N_("A session has {count} slots at most."), field="slots", count=MOST_SLOTS)
    for one in ordered:
        if one.end <= one.start:
            text = N_("The slot at {start} ends before it starts.")
            raise Invalid(text, field="slots", start=f"{one.start:%H:%M}")
        zone = session.zone(one.date)
        refuse_gap(one.date, one.start, zone, "slots", session.title())
        refuse_gap(one.date, one.end, zone, "slots", session.title())
    for first, second in zip(ordered, ordered[1:], strict=False):
        if first.date == second.date and second.start < first.end:
            raise _overlap(first, second)


def refuse_overlaps(session: Session) -> None:
    """Refuse slots that share time, as a file may bring them: who meets in one would be free in the other.

    Raises Invalid with the field ``slots``.
    """
    ordered = sorted(session.slots, key=lambda one: str(session.span(one).start))
    for first, second in zip(ordered, ordered[1:], strict=False):
        if session.span(first).overlaps(session.span(second)):
            raise _overlap(first, second)


def _overlap(first: Hours | r.Slot, second: Hours | r.Slot) -> Invalid:
    return Invalid(_OVERLAP, field="slots", start=f"{first.start:%H:%M}", other=f"{second.start:%H:%M}")


def with_tables(session: Session, wanted: Sequence[Desk]) -> Changes:
    """Give a session these tables in this order; meetings follow a table that is renamed.

    Meetings whose table is gone keep their slot without one. Raises Invalid with the field ``tables``.
    """
    desks = [replace(one, name=clean(one.name, MAX_LINE)) for one in wanted]
    _refuse_desks(desks)
    own = {one.id: one for one in session.tables}
    by_name = {one.name: one for one in session.tables if one.id not in {desk.id for desk in desks}}
    saved: list[r.Record] = []
    names: dict[str, str] = {}
    kept: set[UUID] = set()
    for position, desk in enumerate(desks):
        old = own.get(desk.id) if desk.id is not None else by_name.get(desk.name)
        if old is None or old.id in kept:
            old = r.Table(mission_id=session.record.mission_id, matchmaking_id=session.id, name=desk.name)
        else:
            names[old.name] = desk.name
            kept.add(old.id)
        new = replace(old, name=desk.name, capacity=desk.capacity, place_id=desk.place_id, position=position)
        saved.append(new)
    for one in session.meetings:
        if one.table is not None and (session.table(one.table) is not None or one.table in names):
            saved.append(replace(one, table=names.get(one.table)))
    changes = between(session.plan, saved)
    return replace(changes, removed=tuple(one for one in session.tables if one.id not in kept))


def _refuse_desks(desks: Sequence[Desk]) -> None:
    names = [one.name for one in desks]
    if len(names) > MOST_TABLES:
        raise Invalid(N_("A session has {count} tables at most."), field="tables", count=MOST_TABLES)
    if not all(names):
        raise Invalid(N_("Give every table a name or a number."), field="tables")
    double = next((one for one in names if names.count(one) > 1), None)
    if double is not None:
        raise Invalid(N_("Two tables are called “{name}”."), field="tables", name=double)
    if any(one.capacity is not None and one.capacity < 2 for one in desks):
        raise Invalid(N_("Two people fit at a table at least."), field="tables")
