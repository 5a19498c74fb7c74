"""Count what a timetable asks of each participant: meetings, breaks, idle slots, by day and in all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.meetings.session import Seated, Session
from missionplanner.domain.meetings.wishes import Pair, unserved


@dataclass(frozen=True, slots=True)
class DayLoad:
    """Be one day of a participant. A break is a gap between two meetings, however many slots it lasts."""

    day: dt.date
    meetings: int
    breaks: int
    idle: int


@dataclass(frozen=True, slots=True)
class Load:
    """Be what a timetable asks of one participant. ``unserved`` are the pairs it wishes that do not meet."""

    organisation_id: UUID
    days: tuple[DayLoad, ...]
    gaps: frozenset[int]
    """Numbers of the slots it waits in, between two meetings."""
    unserved: tuple[Pair, ...] = ()

    @property
    def meetings(self) -> int:
        return sum(one.meetings for one in self.days)

    @property
    def breaks(self) -> int:
        return sum(one.breaks for one in self.days)

    @property
    def idle(self) -> int:
        return sum(one.idle for one in self.days)


@dataclass(frozen=True, slots=True)
class Loads:
    """Be the loads of all participants, and their sums. ``meetings`` counts each meeting once."""

    each: tuple[Load, ...]
    meetings: int
    unserved: tuple[Pair, ...]

    @property
    def breaks(self) -> int:
        return sum(one.breaks for one in self.each)

    @property
    def idle(self) -> int:
        return sum(one.idle for one in self.each)

    def of(self, organisation: UUID) -> Load | None:
        return next((one for one in self.each if one.organisation_id == organisation), None)


def loads(session: Session) -> Loads:
    """Return how full everybody's days are in the timetable there is."""
    left = unserved(session)
    return Loads(tuple(_load(session, one, left) for one in session.participants), len(session.placed), left)


def _load(session: Session, one: Seated, left: Sequence[Pair]) -> Load:
    taken = {meeting.slot for meeting in session.meetings_of(one.id)}
    days: list[DayLoad] = []
    gaps: set[int] = set()
    for day in session.days:
        slots = [slot.position for slot in session.slots_on(day)]
        held = [place for place, slot in enumerate(slots) if slot in taken]
        waits = [
            range(first + 1, second) for first, second in zip(held, held[1:], strict=False) if second > first + 1
        ]
        days.append(DayLoad(day, len(held), len(waits), sum(map(len, waits))))
        gaps.update(slots[place] for wait in waits for place in wait)
    own = tuple(pair for pair in left if one.id in pair.key)
    return Load(one.id, tuple(days), frozenset(gaps), own)
