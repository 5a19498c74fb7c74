"""Tell which round of meetings it is now, what comes next, who is free, and who could meet instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.targets import Blocked, Targets
from missionplanner.domain.meetings.wishes import ORDER, PairKey, key_of, may_not_repeat, pairs
from missionplanner.domain.vocabulary import Wish


@dataclass(frozen=True, slots=True)
class Round:
    """Be one slot with its stretch in UTC and its meetings, by table. ``number`` counts from 1."""

    number: int
    slot: r.Slot
    start: dt.datetime
    end: dt.datetime
    meetings: tuple[r.Meeting, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Be where a session stands at a moment: the round under way, the next one, whether all are over."""

    now: Round | None
    next: Round | None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """Be two organisations who could meet in a slot right away."""

    a: UUID
    b: UUID
    wish: Wish
    table: str | None = None
    meeting_id: UUID | None = None
    """The meeting of the two that is planned for later, or waits for a slot."""


def rounds(session: Session) -> tuple[Round, ...]:
    """Return all slots as rounds, in time."""
    order = {one.name: rank for rank, one in enumerate(session.tables)}
    found = []
    for number, slot in enumerate(session.slots, 1):
        span = session.span(slot)
        if span.start is None or span.end is None:
            continue
        meetings = sorted(
            session.meetings_in(slot.position),
            key=lambda one: (order.get(one.table or "", len(order)), one.table or "", one.position),
        )
        found.append(Round(number, slot, span.start, span.end, tuple(meetings)))
    return tuple(found)


def round_at(session: Session, moment: dt.datetime) -> Moment:
    """Return the round under way at a moment in UTC and the next one."""
    every = rounds(session)
    now = next((one for one in every if one.start <= moment < one.end), None)
    later = next((one for one in every if one.start > moment), None)
    return Moment(now, later, bool(every) and now is None and later is None)


def free_in(session: Session, slot: int, free: Availability, absent: Collection[UUID] = ()) -> tuple[UUID, ...]:
    """Return who can come to a slot and meets nobody then; ``absent`` did not come."""
    return tuple(
        one.id
        for one in session.participants
        if one.id not in absent and free.is_free(one.id, slot) and session.meeting_of(one.id, slot) is None
    )


def replacements(
    session: Session,
    meeting: r.Meeting,
    absent: Collection[UUID],
    free: Availability,
    met: Collection[PairKey] = (),
) -> tuple[Replacement, ...]:
    """Return who could meet at the table of a meeting that is not held, the strongest wishes first.

    First whom the side that did come could meet, then others that are free. ``absent`` are the organisations
    that did not come, ``met`` the pairs that met in other missions.
    """
    if meeting.slot is None or session.slot(meeting.slot) is None:
        return ()
    left = {side for side in (meeting.a_id, meeting.b_id) if side not in absent}
    able = left | set(free_in(session, meeting.slot, free, absent))
    refused = may_not_repeat(session, met) | {key_of(meeting)}
    planned = {key_of(one): one for one in session.live if one.id != meeting.id}
    found: list[tuple[bool, int, Replacement]] = []
    for pair in pairs(session):
        if pair.wish is None or not pair.key <= able or pair.key in refused:
            continue
        there = planned.get(pair.key)
        if there is not None and not _may_move(session, there, meeting.slot):
            continue
        trial = there or r.Meeting(
            mission_id=session.record.mission_id, matchmaking_id=session.id, a_id=pair.a, b_id=pair.b
        )
        targets = _without(session, meeting, trial, free)
        table = meeting.table or targets.table_for(meeting.slot)
        if isinstance(targets.at(meeting.slot, table), Blocked):
            continue
        one = Replacement(pair.a, pair.b, pair.wish, table, there.id if there is not None else None)
        found.append((not pair.key & left, ORDER.index(pair.wish), one))
    return tuple(one for _others, _rank, one in sorted(found, key=lambda each: each[:2]))


def _may_move(session: Session, one: r.Meeting, slot: int) -> bool:
    """Tell whether a meeting is still to come and not locked."""
    rank = session.rank
    return not one.locked and (one.slot not in rank or rank[one.slot] > rank[slot])


def _without(session: Session, meeting: r.Meeting, trial: r.Meeting, free: Availability) -> Targets:
    """Return where a meeting could go if another were not there."""
    others = tuple(one for one in session.plan.meetings if one.id != meeting.id)
    return Targets(Session(session.plan.changed(meetings=others), session.record), trial, free)
