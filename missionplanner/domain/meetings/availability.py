"""Tell in which slots everybody of a B2B session can come, and why not in the others.

Typed slots and half days count as they are; the rest follows, person by person, from the agenda, the legs and the
meetings of other sessions, all in UTC.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.clock import Span
from missionplanner.domain.logistics import seating
from missionplanner.domain.meetings.halves import half_of
from missionplanner.domain.meetings.session import Seated, Session, other_side, sessions
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import HalfDay, ItemKind

_TYPED = N_("{name} is marked as not available.")
_MORNING = N_("{name} takes part in the morning only.")
_AFTERNOON = N_("{name} takes part in the afternoon only.")
_ITEM = N_("{person} is at “{where}”.")
_LEG = N_("{person} is travelling: {where}.")
_MEETING = N_("{person} meets {where} in another session.")
_NOT_YET = N_("{person} arrives only later: {where}.")
_GONE = N_("{person} has left by then: {where}.")
_NOT_THERE = N_("{person} is not on the mission that day.")
_NOBODY = N_("Nobody of {name} is free: {people}.")
_SPEAKS = N_("{person} interprets in another session.")

_HALVES = {HalfDay.MORNING: _MORNING, HalfDay.AFTERNOON: _AFTERNOON}


class Because(StrEnum):
    """Say what kind of reason keeps somebody away."""

    TYPED = "typed"
    HALF_DAY = "half_day"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Away:
    """Be why somebody cannot come to a slot. ``record_id`` is the item, leg or meeting that keeps them."""

    because: Because
    message: Message
    record_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Busy:
    """Be a stretch in which one person is elsewhere: what to say of it, and what to call the place."""

    span: Span
    text: str
    where: str
    record_id: UUID | None = None


@dataclass(frozen=True)
class Availability:
    """Be who cannot come when: by organisation, or by the person who interprets, and number of the slot."""

    session: Session
    away: dict[UUID, dict[int, Away]] = field(default_factory=dict)
    silent: dict[UUID, dict[int, Away]] = field(default_factory=dict)
    """In which slots an interpreter cannot come."""

    def why_not(self, organisation: UUID, slot: int) -> Message | None:
        """Return why an organisation cannot come to a slot, None where it can."""
        found = self.away.get(organisation, {}).get(slot)
        return found.message if found is not None else None

    def is_free(self, organisation: UUID, slot: int) -> bool:
        return slot not in self.away.get(organisation, {})

    def free_slots(self, organisation: UUID) -> tuple[int, ...]:
        """Return the numbers of the slots an organisation can come to, in time."""
        taken = self.away.get(organisation, {})
        return tuple(one.position for one in self.session.slots if one.position not in taken)

    def why_silent(self, person: UUID, slot: int) -> Message | None:
        """Return why an interpreter cannot come to a slot, None where they can."""
        found = self.silent.get(person, {}).get(slot)
        return found.message if found is not None else None

    def allows(self, meeting: r.Meeting) -> bool:
        """Tell whether both sides of a meeting that has a slot can come to it, and who interprets too."""
        slot, voice = meeting.slot, meeting.interpreter_id
        if slot is None:
            return True
        spoken = voice is None or self.why_silent(voice, slot) is None
        return spoken and self.is_free(meeting.a_id, slot) and self.is_free(meeting.b_id, slot)


def availability(plan: MissionPlan, session: Session, scene: Scene | None = None) -> Availability:
    """Return who can come to which slots of a session.

    An organisation is free where one of its people is; where it has none, unless somebody typed that it is not.
    ``scene`` is that of the same plan, where there is one already.
    """
    calendar = Calendar(scene or Scene(plan), session)
    away = {one.id: _of_participant(calendar, one) for one in session.participants}
    silent = {one.person_id: _of_interpreter(calendar, one) for one in session.interpreters}
    return Availability(session, away, silent)


def _of_participant(calendar: Calendar, one: Seated) -> dict[int, Away]:
    session, own, found = calendar.session, one.participant, {}
    for slot in session.slots:
        if slot.position in own.unavailable:
            message = Message.of(_TYPED, {"name": one.name})
            found[slot.position] = Away(Because.TYPED, message)
        elif own.session is not None and half_of(session, slot) is not own.session:
            message = Message.of(_HALVES[own.session], {"name": one.name})
            found[slot.position] = Away(Because.HALF_DAY, message)
        elif one.people and (away := _everybody(calendar, one, slot)) is not None:
            found[slot.position] = away
    return found


def _everybody(calendar: Calendar, one: Seated, slot: r.Slot) -> Away | None:
    """Return why none of an organisation's people can come to a slot, None where one can."""
    kept: list[tuple[r.Person, Busy]] = []
    for person in one.people:
        busy = calendar.busy_in(person.id, slot)
        if busy is None:
            return None
        kept.append((person, busy))
    person, busy = kept[0]
    if len(kept) == 1:
        return Away(Because.ELSEWHERE, calendar.said(person, busy), busy.record_id)
    told = ", ".join(f"{calendar.called(each)} ({what.where})" for each, what in kept)
    return Away(Because.ELSEWHERE, Message.of(_NOBODY, {"name": one.name, "people": told}), busy.record_id)


def _of_interpreter(calendar: Calendar, one: r.SessionInterpreter) -> dict[int, Away]:
    person, found = calendar.session.plan.person(one.person_id), {}
    for slot in calendar.session.slots:
        if slot.position in one.unavailable:
            name = calendar.called(person) if person is not None else ""
            found[slot.position] = Away(Because.TYPED, Message.of(_TYPED, {"name": name}))
        elif person is not None and (busy := calendar.busy_in(person.id, slot)) is not None:
            found[slot.position] = Away(Because.ELSEWHERE, calendar.said(person, busy), busy.record_id)
    return found


class Calendar:
    """Answer when each person is elsewhere, as seen from one session; each person is looked up once."""

    def __init__(self, scene: Scene, session: Session) -> None:
        self.scene = scene
        self.session = session
        self._found: dict[UUID, tuple[Busy, ...]] = {}
        plan = scene.plan
        self._frames = {one.item_id for one in plan.matchmaking if one.item_id is not None}
        self._rows = [row for row in scene.binding if row.span.start is not None and not self._is_frame(row)]
        self._rides = [ride for ride in scene.rides.values() if ride.span.start is not None]
        self._others = [one for one in sessions(plan) if one.id != session.id]

    def busy_in(self, person: UUID, slot: r.Slot) -> Busy | None:
        """Return what keeps a person from a slot, None where nothing does."""
        span = self.session.span(slot)
        return next((one for one in self.of(person) if one.span.overlaps(span)), None) or self._absent(
            person, slot.date
        )

    def of(self, person: UUID) -> tuple[Busy, ...]:
        """Return everything a person does outside this session, the agenda first."""
        if person not in self._found:
            self._found[person] = tuple(self._of(person))
        return self._found[person]

    def _of(self, person: UUID) -> Iterator[Busy]:
        for row in self._rows:
            if person in row.who:
                yield Busy(row.span, _ITEM, self.scene.title(row.item), row.item.id)
        for ride in self._rides:
            if person in ride.who:
                yield Busy(ride.span, _LEG, _name(self.scene, ride), ride.leg.id)
        yield from self._elsewhere(person)
        yield from self._outside(person)

    def _is_frame(self, row: Row) -> bool:
        """Tell whether a row only frames meetings: in one, people are busy while they meet, not all the time."""
        if row.item.leg_id is not None or row.item.id in self._frames:
            return True
        if row.item.kind is not ItemKind.B2B or row.span.start is None or row.span.end is None:
            return False
        spans = (self.session.span(slot) for slot in self.session.slots)
        return any(_within(one, row.span) for one in spans)

    def _elsewhere(self, person: UUID) -> Iterator[Busy]:
        """Give the meetings of other sessions that a person sits in or interprets."""
        for other in self._others:
            for seated in other.participants:
                if all(one.id != person for one in seated.people):
                    continue
                for one in other.meetings_of(seated.id):
                    slot = other.slot(one.slot)
                    if slot is not None:
                        whom = other.name(other_side(one, seated.id))
                        yield Busy(other.span(slot), _MEETING, whom, one.id)
            for one in other.placed:
                slot = other.slot(one.slot)
                if one.interpreter_id == person and slot is not None:
                    yield Busy(other.span(slot), _SPEAKS, other.title(), one.id)

    def _outside(self, person: UUID) -> Iterator[Busy]:
        """Give the time before somebody arrives and after they leave."""
        attendees, rides = self.scene.attendees, self.scene.rides
        arrival = rides.get(attendees.ways_in.get(person, person))
        if arrival is not None and arrival.last is not None:
            yield Busy(Span(_BEGINNING, arrival.last), _NOT_YET, _name(self.scene, arrival), arrival.leg.id)
        departure = rides.get(attendees.ways_out.get(person, person))
        if departure is not None and departure.span.start is not None:
            span = Span(departure.span.start, _END)
            yield Busy(span, _GONE, _name(self.scene, departure), departure.leg.id)

    def _absent(self, person: UUID, day: dt.date) -> Busy | None:
        joins, leaves = self.scene.attendees.stretches.get(person, (day, day))
        if joins <= day <= leaves:
            return None
        return Busy(Span(None, None), _NOT_THERE, "–")

    def said(self, person: r.Person, busy: Busy) -> Message:
        """Say what keeps a person."""
        told = {"person": self.called(person), "where": busy.where}
        names = [name for name in told if f"{{{name}}}" in busy.text]
        return Message.of(busy.text, {name: told[name] for name in names})

    def called(self, person: r.Person) -> str:
        return self.scene.plan.label(person.id) or "–"


def _within(inner: Span, outer: Span) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


_BEGINNING = dt.datetime.min.replace(tzinfo=dt.UTC)
_END = dt.datetime.max.replace(tzinfo=dt.UTC)


def _name(scene: Scene, ride: Ride) -> str:
    """Return how to call a leg: its number and route, else its row's title."""
    return seating.called(ride.leg) or scene.label(ride)
