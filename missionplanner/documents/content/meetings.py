"""Say whom a person meets at which table, and which B2B rows a programme has no item for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.documents.content.dates import clock
from missionplanner.documents.content.values import Line, Row, Said, When
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability, availability
from missionplanner.domain.meetings.session import Session, other_side, sessions
from missionplanner.domain.naming import KINDS
from missionplanner.domain.vocabulary import ItemKind


@dataclass(frozen=True)
class Timetable:
    """Be the meetings of one matchmaking session, said in a language."""

    voice: Voice
    seen: Session

    @property
    def session(self) -> r.Matchmaking:
        return self.seen.record

    @cached_property
    def title(self) -> str:
        """Return what the session is called, else what its row of the agenda is."""
        item, voice = self._item, self.voice
        named = voice.text(self.session.title) or (voice.text(item.title) if item is not None else "")
        return named or voice.t("B2B meetings")

    @cached_property
    def about(self) -> str:
        """Return what the session is called and where it takes place, in one line."""
        item = self._item
        place = self.voice.plan.place(item.place_id) if item is not None else None
        where = place.name if place is not None else item.place_text if item is not None else None
        return joined((self.title, where), " · ")

    @property
    def _item(self) -> r.AgendaItem | None:
        return self.voice.plan.item(self.session.item_id)

    # -- meetings, none of them called off --------------------------------------------------------

    @cached_property
    def timed(self) -> tuple[tuple[r.Slot, r.Meeting], ...]:
        """Return the meetings that have a slot, in time."""
        known = ((self.seen.slot(one.slot), one) for one in self.seen.placed)
        return tuple((slot, one) for slot, one in known if slot is not None)

    @cached_property
    def meetings(self) -> dict[UUID, list[tuple[r.Slot, r.Meeting]]]:
        """Return them by organisation."""
        found: dict[UUID, list[tuple[r.Slot, r.Meeting]]] = {}
        for slot, one in self.timed:
            for organisation in (one.a_id, one.b_id):
                found.setdefault(organisation, []).append((slot, one))
        return found

    @cached_property
    def interpreted(self) -> dict[UUID, list[tuple[r.Slot, r.Meeting]]]:
        """Return those somebody interprets, by that person."""
        found: dict[UUID, list[tuple[r.Slot, r.Meeting]]] = {}
        for slot, one in self.timed:
            if one.interpreter_id is not None:
                found.setdefault(one.interpreter_id, []).append((slot, one))
        return found

    @cached_property
    def free(self) -> Availability:
        """Return who can come to which slots."""
        return availability(self.voice.plan, self.seen)

    # -- words ------------------------------------------------------------------------------------

    def called(self, organisation: UUID) -> str:
        """Return what an organisation goes by where there is little room."""
        return self.seen.name(organisation) or self.voice.t("to be confirmed")

    def pair(self, meeting: r.Meeting) -> str:
        """Return who meets: ``MECH – AFM``."""
        return f"{self.called(meeting.a_id)} – {self.called(meeting.b_id)}"

    def names(self, organisation: UUID) -> list[str]:
        """Return who sits for an organisation."""
        return [self.voice.person_name(one) for one in self.seen.people_of(organisation)]

    def interpreter(self, meeting: r.Meeting) -> str:
        """Return who interprets at a meeting, "" where nobody does."""
        person = self.voice.plan.person(meeting.interpreter_id)
        return self.voice.person_name(person) if person is not None else ""

    # -- the rows of a person ---------------------------------------------------------------------

    @cached_property
    def _meets_for(self) -> dict[UUID, list[UUID]]:
        """Return the organisations everybody meets for."""
        found: dict[UUID, list[UUID]] = {}
        for seated in self.seen.participants:
            for person in seated.people:
                found.setdefault(person.id, []).append(seated.id)
        return found

    def lines(self, person: r.Person) -> dict[dt.date, list[Line]]:
        """Return the person's meetings as lines of a panel, by day: those they sit in, those they interpret."""
        days: dict[dt.date, list[Line]] = {}
        for organisation in self._meets_for.get(person.id, ()):
            for slot, meeting in self.meetings.get(organisation, ()):
                days.setdefault(slot.date, []).append(self._line(slot, meeting, organisation))
        for slot, meeting in self.interpreted.get(person.id, ()):
            about = self.voice.t("You interpret")
            line = Line(span_of(slot), self.pair(meeting), about, meeting.table or "")
            days.setdefault(slot.date, []).append(line)
        for some in days.values():
            some.sort(key=lambda line: line.time)
        return days

    def _line(self, slot: r.Slot, meeting: r.Meeting, own: UUID) -> Line:
        other = other_side(meeting, own)
        organisation = self.voice.plan.organisation(other)
        names = ", ".join(self.names(other)[:2]) or ((organisation.city or "") if organisation else "")
        interpreter = self.interpreter(meeting)
        bridged = self.voice.t("interpreter {name}", name=interpreter) if interpreter else ""
        about = " · ".join(part for part in (names, bridged) if part)
        return Line(span_of(slot), self.called(other), about, meeting.table or "")

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


def span_of(slot: r.Slot) -> str:
    """Return when a slot is: ``11:00–11:25``."""
    return f"{clock(slot.start)}–{clock(slot.end)}"


def timetables(voice: Voice) -> Iterator[Timetable]:
    """Give the sessions of a mission in their order."""
    return (Timetable(voice, one) for one in sessions(voice.plan))
