"""Tell where a meeting can go: which slots and tables take it, where it changes places, what is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.languages import able, needs_interpreter
from missionplanner.domain.meetings.session import Session, other_side
from missionplanner.domain.meetings.wishes import pair_of

Place = tuple[int, str | None]
"""Number of a slot and name of a table."""

_LOCKED = N_("{a} – {b} is locked. Unlock it to move it.")
_REFUSED = N_("{a} or {b} said no to this meeting.")
_MEETS = N_("{name} meets {other} then.")
_PERSON = N_("{person} sits in another meeting then.")
_LIMIT = N_("{who} has the most meetings a day already: {most}.")
_BEFORE = N_("It has to come before {a} – {b}.")
_AFTER = N_("It has to come after {a} – {b}.")
_NO_VOICE = N_("{a} and {b} have no language in common, and no interpreter is free then.")
_TAKEN = N_("{a} – {b} is at this table then.")
_ALL_TAKEN = N_("All tables are taken then.")
_NO_SUCH = N_("There is no such slot or table.")
_SEATS = N_("Table {table} has {seats} seats, and {people} people would sit there.")


@dataclass(frozen=True, slots=True)
class Fits:
    """Be a place that takes the meeting. ``warning`` tells of too few seats."""

    warning: Message | None = None


@dataclass(frozen=True, slots=True)
class Swaps:
    """Be a place whose meeting can take that of the one that comes."""

    other: UUID
    warning: Message | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """Be a place the meeting cannot take, and why."""

    why: Message


Target = Fits | Swaps | Blocked


@dataclass(frozen=True)
class Targets:
    """Answer where one meeting can go. The meeting may be one that is not in the session yet."""

    session: Session
    meeting: r.Meeting
    free: Availability

    def every(self) -> dict[Place, Target]:
        """Return what every slot and table says; where a session names no tables, every slot."""
        slots = [one.position for one in self.session.slots]
        return {(slot, name): self.at(slot, name) for slot in slots for name in self._names}

    def by_slot(self) -> dict[int, Target]:
        """Return what every slot says, whatever the table."""
        return {slot.position: self.in_slot(slot.position) for slot in self.session.slots}

    def places(self) -> tuple[Place, ...]:
        """Return the places that take the meeting as things are, in time; its own is not among them."""
        own = (self.meeting.slot, self.meeting.table)
        return tuple(place for place, one in self.every().items() if isinstance(one, Fits) and place != own)

    # -- one place --------------------------------------------------------------------------------

    def at(self, slot: int, table: str | None) -> Target:
        """Tell what one slot and table say."""
        session = self.session
        if session.slot(slot) is None or (session.tables and session.table(table) is None):
            return Blocked(Message(_NO_SUCH))
        if (slot, table) == (self.meeting.slot, self.meeting.table):
            return Fits(self._seats(table, self.meeting))
        if self.meeting.locked:
            return Blocked(self._about(_LOCKED, self.meeting))
        other = session.meeting_at(slot, table) if table is not None else None
        if other is not None and other.id != self.meeting.id:
            return self._swap(slot, table, other)
        why = self._why_not(self.meeting, slot, frozenset())
        return Blocked(why) if why is not None else Fits(self._seats(table, self.meeting))

    def in_slot(self, slot: int) -> Target:
        """Tell what a slot says: whether some table of it takes the meeting, else whom it changes places with.

        Where one side has another meeting then, both change slots.
        """
        if slot == self.meeting.slot:
            return Fits()
        found = [self.at(slot, name) for name in self._names]
        for one in found:
            if isinstance(one, Fits):
                return one
        busy = {one.id for side in self._sides for one in self._others_of(side, slot, frozenset())}
        for one in found:
            if isinstance(one, Swaps) and (not busy or one.other in busy):
                return one
        why = self._why_not(self.meeting, slot, frozenset())
        return Blocked(why or Message(_ALL_TAKEN))

    def table_for(self, slot: int) -> str | None:
        """Return the best free table of a slot: its own, else the smallest with seats enough."""
        taken = {one.table for one in self.session.meetings_in(slot) if one.id != self.meeting.id}
        left = [one for one in self.session.tables if one.name not in taken]
        size = len(self.session.sits(self.meeting))

        def worth(one: r.Table) -> tuple[bool, bool, int, int]:
            seats = one.capacity if one.capacity is not None else _ANY
            return seats < size, one.name != self.meeting.table, seats, one.position

        return min(left, key=worth).name if left else None

    # -- what is in the way -----------------------------------------------------------------------

    def _swap(self, slot: int, table: str | None, other: r.Meeting) -> Target:
        mine = self.meeting
        if mine.slot is None or self.session.slot(mine.slot) is None:
            return Blocked(self._about(_TAKEN, other))
        if other.locked:
            return Blocked(self._about(_LOCKED, other))
        if mine.slot == slot:
            return Swaps(other.id, self._seats(table, mine) or self._seats(mine.table, other))
        apart = frozenset({mine.id, other.id})
        why = (
            self._why_not(mine, slot, apart)
            or self._why_not(other, mine.slot, apart)
            or self._swapped_order(other)
        )
        if why is not None:
            return Blocked(why)
        return Swaps(other.id, self._seats(table, mine) or self._seats(mine.table, other))

    def _swapped_order(self, other: r.Meeting) -> Message | None:
        """Tell where two meetings that one comes before the other would change places."""
        mine, session = self.meeting, self.session
        pair = {mine.id, other.id}
        if not any({one.first_id, one.second_id} == pair for one in session.orders()):
            return None
        first = next(one.first_id for one in session.orders() if {one.first_id, one.second_id} == pair)
        return self._about(_BEFORE if first == mine.id else _AFTER, other)

    def _why_not(self, one: r.Meeting, slot: int, apart: frozenset[UUID]) -> Message | None:
        """Return what keeps a meeting from a slot, some others left aside; None where nothing does."""
        key = (one.id, slot, apart)
        if key not in self._found:
            self._found[key] = next(self._reasons(one, slot, apart), None)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[UUID, int, frozenset[UUID]], Message | None]:
        return {}

    @cached_property
    def _names(self) -> tuple[str | None, ...]:
        """Return the names of the tables; where none are told, meetings have none."""
        return tuple(one.name for one in self.session.tables) or (None,)

    def _reasons(self, one: r.Meeting, slot: int, apart: frozenset[UUID]) -> Iterator[Message]:
        apart |= {one.id}
        if pair_of(self.session, one.a_id, one.b_id).refused:
            yield self._about(_REFUSED, one)
        for side in (one.a_id, one.b_id):
            away = self.free.why_not(side, slot)
            if away is not None:
                yield away
            for other in self._others_of(side, slot, apart):
                names = {"name": self.session.name(side), "other": self.session.name(other_side(other, side))}
                yield Message.of(_MEETS, names)
        yield from self._people(one, slot, apart)
        for side in (one.a_id, one.b_id):
            yield from self._limit(side, slot, apart)
        yield from self._order(one, slot, apart)
        if self._silent(one, slot, apart):
            yield self._about(_NO_VOICE, one)

    @property
    def _sides(self) -> tuple[UUID, UUID]:
        return self.meeting.a_id, self.meeting.b_id

    def _others_of(self, side: UUID, slot: int, apart: frozenset[UUID]) -> list[r.Meeting]:
        apart |= {self.meeting.id}
        return [one for one in self.session.meetings_of(side) if one.slot == slot and one.id not in apart]

    def _people(self, one: r.Meeting, slot: int, apart: frozenset[UUID]) -> Iterator[Message]:
        """Give who sits alone for a side, and for another organisation that meets somebody in this slot."""
        for side in (one.a_id, one.b_id):
            person = sole(self.session, side)
            for owner in self._alone.get(person.id, ()) if person is not None else ():
                meets = any(each.slot == slot and each.id not in apart for each in self.session.meetings_of(owner))
                if owner != side and meets and person is not None:
                    yield Message.of(_PERSON, {"person": self.session.plan.label(person.id)})

    @cached_property
    def _alone(self) -> dict[UUID, list[UUID]]:
        """Return the organisations each person sits alone for."""
        found: dict[UUID, list[UUID]] = {}
        for one in self.session.participants:
            person = sole(self.session, one.id)
            if person is not None:
                found.setdefault(person.id, []).append(one.id)
        return found

    def _limit(self, side: UUID, slot: int, apart: frozenset[UUID]) -> Iterator[Message]:
        most = most_a_day(self.session, side)
        day = self.session.slot(slot)
        if most is None or day is None:
            return
        held = 0
        for one in self.session.meetings_of(side):
            at = self.session.slot(one.slot)
            held += at is not None and at.date == day.date and one.id not in apart
        if held >= most:
            yield Message.of(_LIMIT, {"who": self.session.name(side), "most": most})

    def _order(self, one: r.Meeting, slot: int, apart: frozenset[UUID]) -> Iterator[Message]:
        rank = self.session.rank
        for order in self.session.orders():
            for mine, theirs, sentence in (
                (order.first_id, order.second_id, _BEFORE),
                (order.second_id, order.first_id, _AFTER),
            ):
                other = self.session.meeting(theirs) if mine == one.id else None
                if other is None or other.id in apart or other.slot not in rank:
                    continue
                gap = rank[other.slot] - rank[slot]
                if (gap if sentence is _BEFORE else -gap) <= 0:
                    yield self._about(sentence, other)

    def _silent(self, one: r.Meeting, slot: int, apart: frozenset[UUID]) -> bool:
        """Tell whether a meeting needs an interpreter and none is free in a slot."""
        if not self.session.interpreters or not needs_interpreter(self.session, one.a_id, one.b_id):
            return False
        busy = {each.interpreter_id for each in self.session.meetings_in(slot) if each.id not in apart}
        voices = able(self.session, one.a_id, one.b_id)
        return all(
            each.person_id in busy or self.free.why_silent(each.person_id, slot) is not None for each in voices
        )

    def voice_for(self, slot: int) -> UUID | None:
        """Return who interprets the meeting in a slot: whoever does, else one who is free; None for nobody."""
        one, session = self.meeting, self.session
        busy = {each.interpreter_id for each in session.meetings_in(slot) if each.id != one.id}
        free = [
            each.person_id
            for each in able(session, one.a_id, one.b_id)
            if each.person_id not in busy and self.free.why_silent(each.person_id, slot) is None
        ]
        if one.interpreter_id in free:
            return one.interpreter_id
        return free[0] if free and needs_interpreter(session, one.a_id, one.b_id) else None

    def _seats(self, name: str | None, one: r.Meeting) -> Message | None:
        table, people = self.session.table(name), len(self.session.sits(one))
        if table is None or table.capacity is None or table.capacity >= people:
            return None
        return Message.of(_SEATS, {"table": table.name, "seats": table.capacity, "people": people})

    def _about(self, sentence: str, one: r.Meeting) -> Message:
        return Message.of(sentence, {"a": self.session.name(one.a_id), "b": self.session.name(one.b_id)})


_ANY = 10_000


def sole(session: Session, organisation: UUID) -> r.Person | None:
    """Return who sits alone for an organisation, None where several do or nobody is known."""
    people = session.people_of(organisation)
    return people[0] if len(people) == 1 else None


def targets(session: Session, meeting: r.Meeting, free: Availability) -> dict[Place, Target]:
    """Return what every slot and table says of a meeting: Fits, Swaps or Blocked."""
    return Targets(session, meeting, free).every()


def most_a_day(session: Session, organisation: UUID) -> int | None:
    """Return how many meetings a day an organisation has at most: its own limit before the session's."""
    seated = session.participant(organisation)
    own = seated.participant.max_per_day if seated is not None else None
    return own if own is not None else session.record.max_per_day
