"""Say whom a person meets at which table, and which B2B rows a programme has no item for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.documents.content.dates import clock
from missionplanner.documents.content.values import Line, Row, Said, When
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.naming import KINDS
from missionplanner.domain.vocabulary import ItemKind, MeetingState


@dataclass(frozen=True)
class Timetable:
    """Be the meetings of one matchmaking session, by organisation and day."""

    voice: Voice
    session: r.Matchmaking

    @cached_property
    def slots(self) -> dict[int, r.Slot]:
        return {slot.position: slot for slot in self.voice.plan.of("slots", "matchmaking_id", self.session.id)}

    @cached_property
    def participants(self) -> tuple[r.Participant, ...]:
        return self.voice.plan.of("participants", "matchmaking_id", self.session.id)

    @cached_property
    def people(self) -> dict[UUID, tuple[UUID, ...]]:
        """Return the people each organisation sends, by organisation."""
        plan = self.voice.plan
        return {
            one.organisation_id: tuple(
                some.person_id for some in plan.of("participant_people", "participant_id", one.id)
            )
            for one in self.participants
        }

    @cached_property
    def meetings(self) -> dict[UUID, list[tuple[r.Slot, r.Meeting]]]:
        """Return the meetings that have a slot and are not called off, in time, by organisation."""
        found: dict[UUID, list[tuple[r.Slot, r.Meeting]]] = {}
        for one in self.voice.plan.of("meetings", "matchmaking_id", self.session.id):
            slot = self.slots.get(one.slot) if one.slot is not None else None
            if slot is None or one.state is MeetingState.CANCELLED:
                continue
            for organisation in (one.a_id, one.b_id):
                found.setdefault(organisation, []).append((slot, one))
        for some in found.values():
            some.sort(key=lambda pair: (pair[0].date, pair[0].start, pair[1].position))
        return found

    def represented(self, person: r.Person) -> list[UUID]:
        """Return the organisations a person meets for: where named, else where the person works."""
        return [
            organisation
            for organisation, people in self.people.items()
            if person.id in people or (not people and person.organisation_id == organisation)
        ]

    def lines(self, person: r.Person) -> dict[dt.date, list[Line]]:
        """Return the person's meetings as lines of a panel, by day."""
        days: dict[dt.date, list[Line]] = {}
        for organisation in self.represented(person):
            for slot, meeting in self.meetings.get(organisation, ()):
                other = meeting.b_id if meeting.a_id == organisation else meeting.a_id
                days.setdefault(slot.date, []).append(self._line(slot, meeting, other))
        for some in days.values():
            some.sort(key=lambda line: line.time)
        return days

    def _line(self, slot: r.Slot, meeting: r.Meeting, other: UUID) -> Line:
        voice = self.voice
        organisation = voice.plan.organisation(other)
        people = [voice.plan.person(one) for one in self.people.get(other, ())]
        names = ", ".join(voice.person_name(one) for one in people[:2] if one is not None)
        about = names or ((organisation.city or "") if organisation else "")
        name = (organisation.short if organisation else None) or voice.organisation_name(organisation)
        return Line(f"{clock(slot.start)}–{clock(slot.end)}", name, about, meeting.table or "")

    def row(self, day: dt.date, lines: tuple[Line, ...]) -> Row:
        """Return a row for meetings on a day no item of the session falls on."""
        t = self.voice.t
        title = self.voice.said(self.session.title) or Said(t("B2B meetings"))
        first, last = lines[0].time.split("–")[0], lines[-1].time.split("–")[-1]
        return Row(
            key=f"{self.session.id}:{day.isoformat()}",
            kind=ItemKind.B2B,
            kind_word=t(KINDS[ItemKind.B2B]),
            when=When(first, last),
            title=title,
            lines=lines,
        )


def timetables(voice: Voice) -> Iterator[Timetable]:
    """Give the sessions of a mission in their order."""
    for session in voice.plan.matchmaking:
        yield Timetable(voice, session)
