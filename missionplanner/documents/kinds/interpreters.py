"""Make the interpreters' list: for each of them the meetings, tables and languages of a day, and the breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from missionplanner.documents.content.dates import clock, duration, full_day, listed
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.meetings import Timetable, span_of, timetables
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import interpreting
from missionplanner.domain import records as r
from missionplanner.domain.clock import Span


class Turn(NamedTuple):
    """Be a meeting somebody interprets at."""

    table: Timetable
    slot: r.Slot
    meeting: r.Meeting

    @property
    def span(self) -> Span:
        return self.table.seen.span(self.slot)


def content(desk: Desk, order: Order) -> Sheets:
    """Return the list of one interpreter, or of each, on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in interpreting(voice.plan) if order.subject_id in (None, one)]
    people = [one for identity in wanted if (one := voice.plan.person(identity)) is not None]
    kind = t("Interpreters of B2B meetings")
    tables = tuple(timetables(voice))
    return Sheets(
        frame=frame_of(voice, kind, order.edition, voice.person_name(people[0]) if len(people) == 1 else ""),
        title=kind,
        chapters=tuple(_person(voice, tables, one, bool(number)) for number, one in enumerate(people)),
        nothing=t("No interpreter for B2B meetings yet."),
    )


def _person(voice: Voice, tables: Sequence[Timetable], person: r.Person, fresh: bool) -> Chapter:
    t = voice.t
    turns = [Turn(one, *both) for one in tables for both in one.interpreted.get(person.id, ())]
    turns.sort(key=lambda one: (one.slot.date, one.slot.start))
    days = dict.fromkeys(one.slot.date for one in turns)
    sessions = [one.about for one in tables if _takes_part(one, person)]
    return Chapter(
        key=str(person.id),
        title=voice.person_name(person),
        about="\n".join(dict.fromkeys(sessions)),
        count=t.plural("{count} meeting", "{count} meetings", len(turns)),
        facts=tuple(_facts(voice, tables, person, turns)),
        parts=tuple(_day(voice, day, [one for one in turns if one.slot.date == day], person) for day in days),
        fresh=fresh,
    )


def _takes_part(table: Timetable, person: r.Person) -> bool:
    return person.id in table.interpreted or table.seen.interpreter(person.id) is not None


def _facts(voice: Voice, tables: Sequence[Timetable], person: r.Person, turns: Sequence[Turn]) -> Iterator[Fact]:
    t = voice.t
    spoken = _languages(tables, person)
    if spoken:
        yield Fact(t("Languages"), listed([voice.in_language(one) for one in spoken], voice.language))
    spans = [one.span for one in turns]
    total = sum((one.end - one.start for one in spans if one.start and one.end), dt.timedelta(0))
    if total:
        yield Fact(t("Interprets for"), duration(total, t))
        first, last = turns[0].slot, turns[-1].slot
        if first.date == last.date:
            yield Fact(t("From – to"), f"{clock(first.start)}–{clock(last.end)}")


def _languages(tables: Sequence[Timetable], person: r.Person) -> tuple[str, ...]:
    """Return the languages somebody interprets between: those a session names, else those they speak."""
    at_hand = (one.seen.interpreter(person.id) for one in tables)
    named = dict.fromkeys(code for one in at_hand if one is not None for code in one.languages)
    return tuple(named) or person.languages


def _day(voice: Voice, day: dt.date, turns: Sequence[Turn], person: r.Person) -> Table:
    t = voice.t
    columns = (
        Column(full_day(day, voice.language), 22, "time", blank=True),
        Column(t("Table"), 14, "strong"),
        Column(t("Meeting"), 48, "strong", blank=True),
        Column(t("Languages"), 28),
    )
    rows: list[TableRow] = []
    for number, one in enumerate(turns):
        if number:
            rows += _break(voice, turns[number - 1], one)
        rows.append(_row(voice, one, person))
    return Table(columns, tuple(rows), t("Interpreters of B2B meetings"))


def _row(voice: Voice, one: Turn, person: r.Person) -> TableRow:
    table, meeting = one.table, one.meeting
    people = [*table.names(meeting.a_id), *table.names(meeting.b_id)]
    cells = (
        Cell(span_of(one.slot)),
        Cell(meeting.table or voice.t("to be confirmed")),
        Cell(table.pair(meeting), ", ".join(people)),
        Cell(_between(voice, one, person)),
    )
    return TableRow(str(meeting.id), cells)


def _between(voice: Voice, one: Turn, person: r.Person) -> str:
    """Return which language of each side the interpreter brings to the other; "" where nobody told."""
    own = _languages((one.table,), person)
    sides = [_spoken(one, side) for side in (one.meeting.a_id, one.meeting.b_id)]
    found = [next((code for code in own if code.split("-")[0] in side), None) for side in sides]
    if None in found or found[0] == found[1]:
        return ""
    return " ↔ ".join(voice.in_language(code) for code in found if code is not None)


def _spoken(one: Turn, organisation: UUID) -> frozenset[str]:
    people = one.table.seen.people_of(organisation)
    return frozenset(code.split("-")[0] for person in people for code in person.languages)


def _break(voice: Voice, before: Turn, after: Turn) -> Iterator[TableRow]:
    """Give the pause between two meetings where a whole slot lies between them."""
    ended, begins = before.span.end, after.span.start
    if ended is None or begins is None or begins <= ended:
        return
    spans = (table.seen.span(slot) for table in (before.table, after.table) for slot in table.seen.slots)
    if any(one.start and one.end and ended <= one.start and one.end <= begins for one in spans):
        time = f"{clock(before.slot.end)}–{clock(after.slot.start)}"
        pause = Cell("", voice.t("Break, {length}", length=duration(begins - ended, voice.t)))
        yield TableRow(f"{before.meeting.id}:break", (Cell("", time), Cell(), pause, Cell()))


MAKER = of_sheets(content)
