"""Propose a timetable for a B2B session, compare it with the one there is, and take it over as one undo step."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.errors import Invalid, Stale
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes, between
from missionplanner.domain.checks.findings import digest
from missionplanner.domain.meetings.arranging import waiting
from missionplanner.domain.meetings.availability import Availability, availability
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.wishes import Pair, PairKey, unserved
from missionplanner.domain.meetings.worth import Compared, Worth, compared, worth
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.matchmaking import deciding, exact
from missionplanner.matchmaking.local_search import Effort, Found, search
from missionplanner.matchmaking.posing import Asked, Posed, posed
from missionplanner.matchmaking.replanning import replan
from missionplanner.services import missions
from missionplanner.services.matchmaking.looking import by_meeting, looked_at, met_elsewhere
from missionplanner.services.workspace import Receipt, Workspace

SECONDS = 10.0
"""How long is searched unless somebody says."""
SEED = 1
_MOVES_A_SECOND = 40_000
"""Moves that count for a second: fewer than machines of today make, so that time seldom cuts a search short."""
_NO_SLOTS = N_("This session has no slots yet: give it hours first.")
_NO_WISHES = N_("Nobody wishes to meet anybody in this session yet.")
_CHANGED = N_("The session has changed since this timetable was proposed. Propose it anew.")


class Mode(StrEnum):
    """Say how free a proposal is: a timetable made anew, or the present one with as few moves as can be."""

    NEW = "new"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Unserved:
    """Be a wish that has no place, and why."""

    pair: Pair
    why: Message


@dataclass(frozen=True, slots=True)
class Moved:
    """Be a meeting that would be elsewhere in time: as it would be, and as it is."""

    meeting: r.Meeting
    before: r.Meeting


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Be the best timetable so far: how many wished meetings wait, breaks, idle slots."""

    unserved: int
    breaks: int
    idle: int


@dataclass(frozen=True)
class Proposal:
    """Be a timetable to accept or discard.

    ``session`` is the session as it would be. ``added`` get a place, ``moved`` another slot, ``reseated`` another
    table, ``dropped`` lose their place and wait. ``proved`` tells that no timetable with these meetings has fewer
    breaks; else ``least`` is the number that every one has. ``cut`` tells that the time was over first.
    """

    session_id: UUID
    session: Session
    changes: Changes
    now: Worth
    then: Worth
    unserved: tuple[Unserved, ...]
    added: tuple[r.Meeting, ...]
    moved: tuple[Moved, ...]
    reseated: tuple[Moved, ...]
    dropped: tuple[r.Meeting, ...]
    proved: bool
    least: int | None
    cut: bool
    seconds: float
    stamp: str

    @property
    def comparison(self) -> tuple[Compared, ...]:
        """Return present and proposed timetable in figures, line by line."""
        return compared(self.now, self.then)

    @property
    def is_the_same(self) -> bool:
        """Tell whether it is the timetable there is already."""
        return not self.changes


Seen = Callable[[Glimpse], None]


def can_prove() -> bool:
    """Tell whether proofs can be had here: python-sat is an extra."""
    return deciding.available()


def propose(  # noqa: PLR0913 - what a dialog lets people choose, each with its default
    ws: Workspace,
    code: str,
    session_id: UUID,
    *,
    seconds: float = SECONDS,
    seed: int = SEED,
    mode: str = Mode.NEW,
    prove: bool = False,
    progress: Progress | None = None,
    seen: Seen | None = None,
) -> Proposal:
    """Return a timetable for a session; writes nothing. ``seen`` hears of each better one.

    The same session, seed and seconds give the same timetable unless the time is cut short. Raises NotFound,
    Invalid where there is nothing to plan, Cancelled.
    """
    begun = time.monotonic()
    session, met, held = _read(ws, code, session_id)
    free = availability(session.plan, session)
    problem = posed(session, free, met=met, held=held)
    _refuse_nothing(problem)
    effort = Effort(int(seconds * _MOVES_A_SECOND), seconds, seed)
    found, least, proved = _searched(problem, effort, Mode(mode), prove, progress or Progress(), seen)
    told = _Written(problem, found, near=Mode(mode) is Mode.KEEP)
    changes = between(session.plan, told.records)
    then = Session(changes.on(session.plan), session.record)
    why = problem.why_not(found.places, found.voices)
    return Proposal(
        session_id=session_id,
        session=then,
        changes=changes,
        now=worth(session),
        then=worth(then),
        unserved=_unserved(then, why),
        added=tuple(told.added),
        moved=tuple(told.moved),
        reseated=tuple(told.reseated),
        dropped=tuple(told.dropped),
        proved=proved,
        least=least,
        cut=found.cut,
        seconds=time.monotonic() - begun,
        stamp=stamp(session, free),
    )


def accept(ws: Workspace, proposal: Proposal) -> Receipt:
    """Take a proposed timetable over. Raises NotFound; Stale where the session has changed since."""
    with ws.edit(N_("Take over the proposed B2B timetable")) as edit:
        session = looked_at(edit, proposal.session_id)
        if stamp(session, availability(session.plan, session)) != proposal.stamp:
            raise Stale(_CHANGED)
        edit.call(N_("Take over the timetable proposed for “{title}”"), title=session.title())
        edit.write(proposal.changes)
    return edit.receipt


def reasons(
    session: Session, free: Availability | None = None, met: Collection[PairKey] = ()
) -> tuple[Unserved, ...]:
    """Return the wishes that have no place in the present timetable, each with what is in its way.

    ``met`` are the pairs that met in other missions.
    """
    if not session.slots or not unserved(session):
        return tuple(Unserved(one, Message(_NO_SLOTS)) for one in unserved(session))
    there = {one.id for one in session.placed}
    problem = posed(session, free or availability(session.plan, session), met=met, held=there)
    voices = [_voice(problem, one) for one in problem.asked]
    return _unserved(session, problem.why_not(problem.present, voices))


def stamp(session: Session, free: Availability) -> str:
    """Return what a session is planned from, as a short text: equal for two states that are planned alike."""
    plan = session.plan
    parts: list[r.Record] = [session.record, *session.requests, *session.meetings, *session.slots, *session.tables]
    parts += [*session.interpreters, *session.orders()]
    for one in session.participants:
        parts += [one.participant, *plan.of("participant_people", "participant_id", one.participant.id)]
    said = [_told(one) for one in parts]
    said += [f"{owner} {sorted(slots)}" for owner, slots in (*free.away.items(), *free.silent.items())]
    said += [f"{one.id} {each.id} {each.languages}" for one in session.participants for each in one.people]
    return digest(said)


def _told(one: r.Record) -> str:
    times = ("created_at", "updated_at")
    return repr([getattr(one, field.name) for field in fields(one) if field.name not in times])


# -- reading and searching -------------------------------------------------------------------------------------


def _read(ws: Workspace, code: str, session_id: UUID) -> tuple[Session, frozenset[PairKey], frozenset[UUID]]:
    """Read a session, the pairs that met elsewhere, and the meetings of which it is known what came of them."""
    mission = missions.find(ws, code)
    with ws.reading() as connection:
        plan = reading.plan(connection, mission)
        record = plan.get(r.Matchmaking, session_id)
        if record is None:
            raise Invalid(N_("This B2B session is no longer there."))
        session = Session(plan, record)
        came = by_meeting(session, reading.mission_record(connection, mission).outcomes)
        met = met_elsewhere(connection, session)
    return session, met, frozenset(one for one, outcome in came.items() if outcome.held is not None)


def _refuse_nothing(problem: Posed) -> None:
    if not problem.slots:
        raise Invalid(_NO_SLOTS)
    if not problem.asked and not problem.barred:
        raise Invalid(_NO_WISHES)


def _searched(
    posing: Posed, effort: Effort, mode: Mode, prove: bool, progress: Progress, seen: Seen | None
) -> tuple[Found, int | None, bool]:
    """Return the best timetable, the breaks that every one has where that is known, and whether it is proved."""
    problem = posing.problem
    if mode is Mode.KEEP:
        return replan(problem, effort, progress).found, None, False
    if prove and deciding.available():
        answer = exact.solve(problem, effort, progress)
        return answer.found, answer.least, answer.proved

    def glimpse(one: Found) -> None:
        if seen is not None:
            seen(Glimpse(one.score.unserved, one.score.breaks, one.score.idle))

    found = search(problem, effort, progress, glimpse)
    ideal = found.score.unserved == 0 and found.score.breaks == 0
    return found, 0 if ideal else None, ideal


# -- writing down ----------------------------------------------------------------------------------------------


class _Written:
    """Be the meetings as they would be, and what that does to each."""

    def __init__(self, posing: Posed, found: Found, *, near: bool) -> None:
        self.records: list[r.Meeting] = []
        self.added: list[r.Meeting] = []
        self.moved: list[Moved] = []
        self.reseated: list[Moved] = []
        self.dropped: list[r.Meeting] = []
        self._posing = posing
        self._next = max((one.position for one in posing.session.meetings), default=-1) + 1
        tables = posing.tables(found.places, near=near)
        for number, one in enumerate(posing.asked):
            self._take(one, found.places[number], tables[number], found.voices[number])

    def _take(self, one: Asked, place: int | None, table: str | None, voice: int | None) -> None:
        before, posing = one.meeting, self._posing
        if one.fixed and before is not None:
            after = replace(before, table=before.table or table)
        elif place is not None:
            speaks = posing.voices[voice] if voice is not None else None
            after = self._placed(one, posing.slots[place], table, speaks)
        elif before is not None and before.slot is not None:
            after = waiting(before)
            self.dropped.append(after)
        else:
            return
        self.records.append(after)
        self._tell(before, after)

    def _placed(self, one: Asked, slot: int, table: str | None, speaks: UUID | None) -> r.Meeting:
        before = one.meeting
        if before is None:
            record = self._posing.session.record
            before = r.Meeting(
                mission_id=record.mission_id,
                matchmaking_id=record.id,
                position=self._next,
                a_id=one.pair.a,
                b_id=one.pair.b,
            )
            self._next += 1
        kept = before.interpreter_id if before.slot == slot else None
        return replace(before, slot=slot, table=table, state=MeetingState.SCHEDULED, interpreter_id=speaks or kept)

    def _tell(self, before: r.Meeting | None, after: r.Meeting) -> None:
        if after.slot is None:
            return
        if before is None or self._posing.session.slot(before.slot) is None:
            self.added.append(after)
        elif before.slot != after.slot:
            self.moved.append(Moved(after, before))
        elif before.table != after.table:
            self.reseated.append(Moved(after, before))


def _voice(posing: Posed, one: Asked) -> int | None:
    person = one.meeting.interpreter_id if one.meeting is not None else None
    return posing.voices.index(person) if person in posing.voices else None


def _unserved(session: Session, why: dict[PairKey, Message]) -> tuple[Unserved, ...]:
    return tuple(Unserved(pair, why.get(pair.key, Message(_WAITS))) for pair in unserved(session))


_WAITS = N_("This meeting waits for a slot.")
