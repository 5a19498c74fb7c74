"""Make the empty form for what came of B2B meetings: for each participant whom they meet, and room to write."""

from __future__ import annotations

from uuid import UUID

from missionplanner.documents.content.dates import day_and_month, weekday
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.meetings import Timetable, span_of, timetables
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, SpareRow, Table, TableRow
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import other_side

TALL = 66.0
UNPLANNED = 3
"""Rows for meetings that nobody planned."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the form of one participant, or of each, on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    wanted = [
        (table, one)
        for table in timetables(voice)
        for one in (seated.participant for seated in table.seen.participants)
        if order.subject_id in (None, one.id)
    ]
    kind = t("Outcome of B2B meetings")
    named = voice.organisation_name(voice.plan.organisation(wanted[0][1].organisation_id)) if wanted else ""
    return Sheets(
        frame=frame_of(voice, kind, order.edition, named if len(wanted) == 1 else ""),
        title=kind,
        chapters=tuple(_form(table, one, bool(number)) for number, (table, one) in enumerate(wanted)),
        nothing=t("Nobody takes part in B2B meetings yet."),
    )


def _form(table: Timetable, participant: r.Participant, fresh: bool) -> Chapter:
    voice, t = table.voice, table.voice.t
    own = participant.organisation_id
    organisation = voice.plan.organisation(own)
    met = table.meetings.get(own, [])
    rows = [_row(table, slot, meeting, own) for slot, meeting in met]
    rows += [
        SpareRow(f"unplanned {number}", (*(Cell(),) * 3, *_blanks(voice)), tall=TALL)
        for number in range(UNPLANNED)
    ]
    columns = (
        Column(t("When"), 20, "time"),
        Column(t("Met with"), 32, "strong", blank=True),
        Column(t("Table"), 9, "time"),
        Column(t("Interest"), 17, blank=True),
        Column(t("What was said, and the next step"), 44, blank=True),
    )
    session = voice.text(table.session.title)
    return Chapter(
        key=str(participant.id),
        title=voice.organisation_name(organisation) or t("to be confirmed"),
        about=joined((session, *table.names(own)), " · "),
        count=t.plural("{count} meeting", "{count} meetings", len(met)),
        parts=(Table(columns, tuple(rows), t("Outcome of B2B meetings")),),
        fresh=fresh,
    )


def _row(table: Timetable, slot: r.Slot, meeting: r.Meeting, own: UUID) -> TableRow:
    voice = table.voice
    other = other_side(meeting, own)
    organisation = voice.plan.organisation(other)
    day = f"{weekday(slot.date, voice.language)} {day_and_month(slot.date, voice.language)}"
    cells = (
        Cell(span_of(slot), day),
        Cell(voice.organisation_name(organisation) or voice.t("to be confirmed"), ", ".join(table.names(other))),
        Cell(meeting.table or ""),
        *_blanks(voice),
    )
    return TableRow(str(meeting.id), cells, tall=TALL)


def _blanks(voice: Voice) -> tuple[Cell, Cell]:
    t = voice.t
    return Cell(
        boxes=(
            t.context("interest", "high"),
            t.context("interest", "medium"),
            t.context("interest", "low"),
            t("not held"),
        )
    ), Cell()


MAKER = of_sheets(content)
