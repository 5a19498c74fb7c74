"""Pose the timetable of a B2B session as a problem: one meeting for each pair that is wished or stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.languages import able, needs_interpreter, sits_for_others
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.targets import most_a_day, sole
from missionplanner.domain.meetings.wishes import (
    Pair,
    PairKey,
    called_off,
    key_of,
    may_not_repeat,
    met_here,
    pair_of,
    pairs,
)
from missionplanner.domain.vocabulary import Side, Wish
from missionplanner.matchmaking.figures import Score, score
from missionplanner.matchmaking.grid import Rest
from missionplanner.matchmaking.problem import (
    Interpreter,
    Party,
    Places,
    Priority,
    Problem,
    SlotTime,
    Wanted,
)
from missionplanner.matchmaking.same_voices import same_voices
from missionplanner.matchmaking.seating import TableRoom, homes, seated
from missionplanner.matchmaking.why import reasons

PRIORITIES = {Wish.MUST: Priority.MUST, Wish.WANT: Priority.WANT, Wish.COULD: Priority.COULD}
_CALLED_OFF = N_("The meeting of {a} and {b} was cancelled: bring it back to plan it again.")
_ELSEWHERE = N_("{a} and {b} meet in another session of this mission, and meeting twice was not asked for.")
_SITS = N_("{person} would interpret for {a} and {b}, but sits alone for others here: somebody else has to.")
_ALONE = N_("{person} sits for {a} and for {b}: they cannot meet each other.")


@dataclass(frozen=True, slots=True)
class Asked:
    """Be one meeting of the problem: the pair, and the meeting there is already. ``fixed`` keeps its place."""

    pair: Pair
    meeting: r.Meeting | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Posed:
    """Be a session as a problem. Meetings of the problem go by their number in ``asked``, slots by ``slots``."""

    session: Session
    free: Availability
    problem: Problem
    asked: tuple[Asked, ...]
    slots: tuple[int, ...]
    """Number of each slot, in the order of time."""
    parties: dict[UUID, int]
    """Number of each organisation in the problem."""
    voices: tuple[UUID, ...]
    """Who interprets, by their number in the problem."""
    barred: dict[PairKey, Message]
    """Why pairs that somebody wishes cannot be in a timetable."""
    impossible: tuple[r.Meeting, ...] = ()
    """Meetings that are left out of the problem: nobody can hold them."""

    @property
    def present(self) -> Places:
        """Return the timetable there is."""
        return tuple(one.locked if one.locked is not None else one.present for one in self.problem.meetings)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Return how many people sit in each meeting, two at least."""
        session = self.session
        return tuple(
            sum(max(1, len(session.people_of(side))) for side in (one.pair.a, one.pair.b)) for one in self.asked
        )

    def tables(self, places: Places, *, near: bool) -> tuple[str | None, ...]:
        """Return the table of each meeting; those that are fixed keep theirs, ``near`` all that can.

        Whoever stays in its slot comes before whoever comes to it.
        """
        rooms = [TableRoom(one.name, one.capacity) for one in self.session.tables]
        kept = [one.meeting.table if one.meeting is not None and one.fixed else None for one in self.asked]
        if near:
            kept = self._near(places, kept)
        return seated(self.problem, places, rooms, self.sizes, kept, self._homes(rooms, kept))

    def same_voices(self, places: Places, voices: tuple[int | None, ...]) -> tuple[int | None, ...]:
        """Return who interprets each meeting: as now where its slot stays, as far as that can be."""
        order = {person: number for number, person in enumerate(self.voices)}
        present = self.present
        now = [one.meeting.interpreter_id if one.meeting is not None else None for one in self.asked]
        before = [
            order.get(person) if person is not None and places[number] == present[number] else None
            for number, person in enumerate(now)
        ]
        return same_voices(self.problem, places, voices, before)

    def _near(self, places: Places, fixed: Sequence[str | None]) -> list[str | None]:
        """Return the table of each meeting that can be where it was, first of those that stay in their slot."""
        present, kept = self.present, list(fixed)
        seats = {one.name: one.capacity for one in self.session.tables}
        taken = {(places[number], table) for number, table in enumerate(fixed) if table is not None}
        for number in sorted(range(len(places)), key=lambda each: (places[each] != present[each], each)):
            meeting, place = self.asked[number].meeting, places[number]
            if meeting is None or place is None or kept[number] is not None or meeting.table not in seats:
                continue
            most = seats[meeting.table]
            fits = most is None or most >= self.sizes[number] or place == present[number]
            if fits and (place, meeting.table) not in taken:
                taken.add((place, meeting.table))
                kept[number] = meeting.table
        return kept

    def _homes(self, rooms: Sequence[TableRoom], kept: Sequence[str | None]) -> dict[int, str]:
        """Return the tables of the hosts: whoever visits goes from one to the other."""
        hosting = [one.id for one in self.session.participants if one.side is Side.HOST]
        hosts = list(dict.fromkeys(self.parties[one] for one in hosting))
        needed: dict[int, int] = {}
        there: dict[int, list[str]] = {}
        for one, size, table in zip(self.problem.meetings, self.sizes, kept, strict=True):
            for side in (one.a, one.b):
                needed[side] = max(size, needed.get(side, 0))
                if table is not None:
                    there.setdefault(side, []).append(table)
        return homes(hosts, rooms, needed, there)

    def score(self, places: Places) -> Score:
        return score(self.problem, places)

    def why_not(self, places: Places, voices: Sequence[int | None]) -> dict[PairKey, Message]:
        """Return why the pairs that do not meet in a timetable do not."""
        told = reasons(self.problem, places, voices)
        return {**{self.asked[number].pair.key: why for number, why in told.items()}, **self.barred}


def posed(
    session: Session,
    free: Availability,
    *,
    met: Collection[PairKey] = (),
    held: Collection[UUID] = (),
) -> Posed:
    """Return the problem of a session.

    ``met`` are pairs that met in other missions; ``held`` meetings of which is known what came of them: they stay
    where they are, as the locked ones do, whatever the availability says.
    """
    return _Posing(session, free, met, held).done()


class _Posing:
    def __init__(
        self, session: Session, free: Availability, met: Collection[PairKey], held: Collection[UUID]
    ) -> None:
        self._session = session
        self._free = free
        self._met = may_not_repeat(session, met)
        self._elsewhere = self._met & met_here(session.plan, session)
        self._held = held
        self._rank = session.rank
        self._parties: list[Party] = []
        self._number: dict[UUID, int] = {}
        self._masks: dict[UUID, int] = {}
        self._barred: dict[PairKey, Message] = {}
        self._left: list[r.Meeting] = []
        self._gather_parties()

    def done(self) -> Posed:
        session = self._session
        asked = self._asked()
        wanted = self._apart(asked, [self._wanted(one) for one in asked])
        rank = {one.meeting.id: number for number, one in enumerate(asked) if one.meeting is not None}
        times = self._slots(wanted)
        problem = Problem(
            tuple(self._parties),
            times,
            tuple(wanted),
            precedences=tuple(self._orders(rank, wanted)),
            refused=self._plain(one.pair for one in asked if one.pair.refused),
            met=self._plain(one.pair for one in asked if one.pair.key in self._met),
            interpreters=tuple(self._interpreters(asked, Rest(times))),
        )
        slots = tuple(one.position for one in session.slots)
        voices = tuple(one.person_id for one in session.interpreters)
        return Posed(
            session,
            self._free,
            problem,
            tuple(asked),
            slots,
            self._number,
            voices,
            self._barred,
            tuple(self._left),
        )

    # -- participants -----------------------------------------------------------------------------

    def _gather_parties(self) -> None:
        """Make a party of each organisation; those for which one and the same person sits alone are one."""
        alone: dict[UUID, int] = {}
        for one in self._session.participants:
            person = sole(self._session, one.id)
            most = most_a_day(self._session, one.id)
            known = alone.get(person.id) if person is not None else None
            if known is None:
                self._number[one.id] = len(self._parties)
                if person is not None:
                    alone[person.id] = len(self._parties)
                self._parties.append(Party(one.name, self._away(one.id), most))
            else:
                self._number[one.id] = known
                self._parties[known] = _shared(self._parties[known], one.name, self._away(one.id), most)

    def _away(self, organisation: UUID) -> int:
        """Return the mask of the slots an organisation cannot come to; who takes no part is never told of."""
        if organisation not in self._masks:
            away = self._free.away.get(organisation, {})
            self._masks[organisation] = sum(1 << rank for number, rank in self._rank.items() if number in away)
        return self._masks[organisation]

    def _plain(self, some: Iterable[Pair]) -> frozenset[tuple[int, int]]:
        """Return pairs by their numbers; not those of organisations that are one party with others."""
        many = Counter(self._number.values())
        found = {tuple(sorted((self._number[one.a], self._number[one.b]))) for one in some}
        return frozenset((a, b) for a, b in found if many[a] == many[b] == 1)

    def _outsider(self, organisation: UUID) -> None:
        """Let an organisation that has meetings, but takes no part any more, stand for itself."""
        if organisation not in self._number:
            self._number[organisation] = len(self._parties)
            self._parties.append(Party(self._session.name(organisation)))

    # -- meetings ---------------------------------------------------------------------------------

    def _asked(self) -> list[Asked]:
        """Return the meetings of the problem: what is fixed first, then what is planned, then what is wished."""
        session, off = self._session, called_off(self._session)
        found: list[Asked] = []
        for one in session.live:
            if one.a_id == one.b_id:
                self._left.append(one)
                continue
            self._outsider(one.a_id)
            self._outsider(one.b_id)
            placed = one.slot in self._rank
            fixed = placed and (bool(one.locked) or one.id in self._held)
            found.append(Asked(pair_of(session, one.a_id, one.b_id), one, fixed))
        known = {key_of(one) for one in session.live}
        for pair in pairs(session):
            if pair.wish is None or pair.key in known:
                continue
            if pair.key in off:
                self._bar(pair, _CALLED_OFF)
            else:
                found.append(Asked(pair))
        for each in found:
            if each.pair.key in self._elsewhere and not each.pair.refused:
                self._bar(each.pair, _ELSEWHERE)
        kept = [one for one in found if one.fixed or not self._is_one(one.pair)]
        self._left += [one.meeting for one in found if one.meeting is not None and one not in kept]
        return sorted(kept, key=lambda one: (not one.fixed, one.meeting is None))

    def _is_one(self, pair: Pair) -> bool:
        """Tell whether one and the same person sits alone for both sides; then they are left out."""
        if self._number[pair.a] != self._number[pair.b]:
            return False
        person = sole(self._session, pair.a)
        self._bar(pair, _ALONE, person=self._session.plan.label(person.id) if person is not None else "")
        return True

    def _bar(self, pair: Pair, sentence: str, **told: str) -> None:
        names = {"a": self._session.name(pair.a), "b": self._session.name(pair.b)}
        self._barred[pair.key] = Message.of(sentence, {**names, **told})

    def _wanted(self, one: Asked) -> Wanted:
        pair, meeting = one.pair, one.meeting
        at = self._rank.get(meeting.slot) if meeting is not None and meeting.slot is not None else None
        away = self._away(pair.a) | self._away(pair.b)
        every = 0 if pair.refused or pair.key in self._met else (1 << len(self._rank)) - 1
        wish = pair.wish
        return Wanted(
            self._number[pair.a],
            self._number[pair.b],
            every & ~away,
            PRIORITIES[wish] if wish is not None else Priority.COULD,
            locked=at if one.fixed else None,
            interpreters=None if one.fixed else self._able(one),
            present=at,
        )

    def _able(self, one: Asked) -> tuple[int, ...] | None:
        """Return who can interpret, None where nobody has to; where a session has nobody, nobody is waited for.

        Whoever was chosen for two sides that could do without still comes. Who sits alone for others does not:
        nobody knows yet when these meet.
        """
        session, pair = self._session, one.pair
        order = {each.person_id: number for number, each in enumerate(session.interpreters)}
        if not order:
            return None
        if needs_interpreter(session, pair.a, pair.b):
            able_to = [each.person_id for each in able(session, pair.a, pair.b)]
            found = tuple(order[each] for each in able_to if not sits_for_others(session, each, pair.a, pair.b))
            if able_to and not found and not pair.refused and pair.key not in self._met:
                self._bar(pair, _SITS, person=session.plan.label(able_to[0]))
            return found
        chosen = one.meeting.interpreter_id if one.meeting is not None else None
        if chosen is None or chosen not in order or sits_for_others(session, chosen, pair.a, pair.b):
            return None
        return (order[chosen],)

    def _apart(self, asked: Sequence[Asked], wanted: list[Wanted]) -> list[Wanted]:
        """Give fixed meetings that break rules among themselves sides of their own: they stay, the rest holds."""
        busy: set[tuple[int, int]] = set()
        found = []
        for one, each in zip(asked, wanted, strict=True):
            if one.fixed and each.locked is not None:
                ends = [self._own(side, each.locked, busy) for side in (each.a, each.b)]
                if ends[0] == ends[1]:
                    ends[1] = self._copy(each.b)
                found.append(replace(each, a=ends[0], b=ends[1]))
            else:
                found.append(each)
        return found

    def _own(self, side: int, slot: int, busy: set[tuple[int, int]]) -> int:
        """Return a side for a fixed meeting: its own where that is free then and has not too many that day."""
        most, day = self._parties[side].max_per_day, self._session.slots[slot].date
        held = [each for party, each in busy if party == side and self._session.slots[each].date == day]
        if slot in held or (most is not None and len(held) >= most):
            return self._copy(side)
        busy.add((side, slot))
        return side

    def _copy(self, side: int) -> int:
        self._parties.append(Party(self._parties[side].name))
        return len(self._parties) - 1

    def _orders(self, rank: dict[UUID, int], wanted: Sequence[Wanted]) -> Iterable[tuple[int, int]]:
        for one in self._session.orders():
            first, second = rank.get(one.first_id), rank.get(one.second_id)
            if first is None or second is None or first == second:
                continue
            if wanted[first].locked is None or wanted[second].locked is None:
                yield first, second

    # -- slots and voices -------------------------------------------------------------------------

    def _slots(self, wanted: Sequence[Wanted]) -> tuple[SlotTime, ...]:
        """Return the slots; where no tables are told there are as many as can be used."""
        session = self._session
        days = {day: number for number, day in enumerate(session.days)}
        tables = len(session.tables) or max(1, len(self._parties))
        found = []
        for rank, slot in enumerate(session.slots):
            span = session.span(slot)  # in UTC: the wall clock may go back in the night of a session
            start, end = (int(at.timestamp()) // 60 if at is not None else 0 for at in (span.start, span.end))
            name = f"{slot.start:%H:%M}" if len(days) == 1 else f"{slot.date:%d/%m} {slot.start:%H:%M}"
            fixed = sum(one.locked == rank for one in wanted)
            found.append(SlotTime(days[slot.date], start, end, max(tables, fixed), name))
        return tuple(found)

    def _interpreters(self, asked: Sequence[Asked], rest: Rest) -> Iterable[Interpreter]:
        """Return who interprets; fixed meetings that leave somebody no rest do so, whatever else is planned."""
        for one in self._session.interpreters:
            working = 0
            mask = sum(
                1 << rank
                for number, rank in self._rank.items()
                if self._free.why_silent(one.person_id, number) is not None
            )
            for each in asked:
                meeting = each.meeting
                if each.fixed and meeting is not None and meeting.interpreter_id == one.person_id:
                    working |= 1 << self._rank[meeting.slot or 0]
            label = self._session.plan.label(one.person_id)
            yield Interpreter(label, mask | working, working if rest[working] else 0)


def _shared(party: Party, name: str, away: int, most: int | None) -> Party:
    """Return one party for two organisations: each meeting looks after their availability itself."""
    limits = [one for one in (party.max_per_day, most) if one is not None]
    return Party(f"{party.name} / {name}", party.unavailable & away, min(limits, default=None))
