"""Write a timetable that was found down as meetings, and tell what that does to each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.meetings.arranging import waiting
from missionplanner.domain.meetings.languages import sits_for_others
from missionplanner.domain.meetings.near_tables import Sitting, nearer
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.matchmaking.local_search import Found
from missionplanner.matchmaking.posing import Asked, Posed
from missionplanner.matchmaking.problem import Places


@dataclass(frozen=True, slots=True)
class Moved:
    """Be a meeting that would be elsewhere in time: as it would be, and as it is."""

    meeting: r.Meeting
    before: r.Meeting


class Written:
    """Be the meetings as they would be, and what that does to each."""

    def __init__(self, posing: Posed, found: Found, *, near: bool) -> None:
        self.records: list[r.Meeting] = []
        self.added: list[r.Meeting] = []
        self.moved: list[Moved] = []
        self.reseated: list[Moved] = []
        self.revoiced: list[Moved] = []
        self.dropped: list[r.Meeting] = []
        self._posing = posing
        self._next = max((one.position for one in posing.session.meetings), default=-1) + 1
        voices = posing.same_voices(found.places, found.voices)
        tables = self._nearer(found.places, posing.tables(found.places, near=near), voices, near=near)
        for number, one in enumerate(posing.asked):
            self._take(one, found.places[number], tables[number], voices[number])
        for meeting in posing.impossible:
            self._drop(meeting)

    def _nearer(
        self,
        places: Places,
        tables: tuple[str | None, ...],
        voices: tuple[int | None, ...],
        *,
        near: bool,
    ) -> list[str | None]:
        """Return the tables with those exchanged that are far from where people sat before.

        What is fixed keeps its own, and with ``near`` all that stays where it is.
        """
        posing, numbers, sittings = self._posing, [], []
        for number, (one, place, table) in enumerate(zip(posing.asked, places, tables, strict=True)):
            slot = posing.session.slot(posing.slots[place]) if place is not None else None
            if place is None or slot is None or table is None:
                continue
            now, voice = one.meeting, voices[number]
            stays = now is not None and (now.slot, now.table) == (slot.position, table)
            who = (one.pair.a, one.pair.b, *((posing.voices[voice],) if voice is not None else ()))
            fixed = one.fixed or (near and stays)
            sittings.append(Sitting(place, slot.date, who, posing.sizes[number], table, fixed))
            numbers.append(number)
        found = list(tables)
        for number, table in zip(numbers, nearer(posing.session, sittings), strict=True):
            found[number] = table
        return found

    def _take(self, one: Asked, place: int | None, table: str | None, voice: int | None) -> None:
        before, posing = one.meeting, self._posing
        if one.fixed and before is not None:
            after = replace(before, table=before.table or table)
        elif place is not None:
            speaks = posing.voices[voice] if voice is not None else None
            after = self._placed(one, posing.slots[place], table, speaks)
        else:
            if before is not None:
                self._drop(before)
            return
        self.records.append(after)
        self._tell(before, after)

    def _drop(self, before: r.Meeting) -> None:
        if before.slot is not None:
            self.dropped.append(waiting(before))
            self.records.append(self.dropped[-1])

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
        if kept is not None and sits_for_others(self._posing.session, kept, one.pair.a, one.pair.b):
            kept = None
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
        elif before.interpreter_id != after.interpreter_id:
            self.revoiced.append(Moved(after, before))
