"""Make the table plan of B2B meetings: who meets where in which slot, as a grid or a page for each table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from missionplanner.documents.content.dates import full_day
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.meetings import Timetable, span_of, timetables
from missionplanner.documents.content.sheets import (
    Cell,
    Chapter,
    Column,
    Part,
    Sheets,
    Sitting,
    Sittings,
    Table,
    TableRow,
)
from missionplanner.documents.content.values import Detail
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r

MOST_TABLES = 7
"""Tables side by side on a sheet that lies on its long side."""
MOST_LARGE = 8
"""Meetings at a table that are set in large type."""
LONGEST_NUMBER = 4
"""Characters of a table's name that is a number or a letter rather than a name."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the grid of every day of a session, or of all, a page for each table that is used, or both."""
    voice, t = desk.voice, desk.voice.t
    show = order.choice("show")
    wanted = [one for one in timetables(voice) if order.subject_id in (None, one.session.id)]
    chapters: list[Chapter] = []
    for table in wanted:
        if table.seen.live and show != "tables":
            chapters += (*_days(table), *_open(table))
        if table.seen.live and show != "grid":
            chapters += _tables(table)
    kind = t("Table plan")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, wanted[0].title if len(wanted) == 1 else ""),
        title=kind,
        chapters=tuple(chapters),
        nothing=t("No B2B meeting is planned yet."),
        working=True,
        across=show != "tables",
    )


# -- the grid -------------------------------------------------------------------------------------


def _days(table: Timetable) -> Iterator[Chapter]:
    voice, t, seen = table.voice, table.voice.t, table.seen
    for day in seen.days:
        slots = seen.slots_on(day)
        held = [(slot, one) for slot, one in table.timed if slot.date == day]
        used = _used(table, held)
        spare = [one.name for one in seen.tables if one.name not in used]
        unused = t("Unused tables: {names}", names=", ".join(spare)) if spare and used else ""
        counted = t.plural("{count} meeting", "{count} meetings", len(held))
        yield Chapter(
            key=f"{table.session.id}:{day.isoformat()}",
            title=full_day(day, voice.language),
            about=" · ".join(part for part in (table.about, counted, unused) if part),
            count=t("Table plan"),
            parts=tuple(_grid(table, slots, held, some) for some in _sheets_of(used or spare)),
            fresh=True,
            whole=True,
        )


def _used(table: Timetable, held: Sequence[tuple[r.Slot, r.Meeting]]) -> list[str]:
    """Return the tables somebody meets at, in their order; last "" where a meeting has none."""
    taken = {one.table or "" for _, one in held}
    known = [one.name for one in table.seen.tables if one.name in taken]
    return known + sorted(taken - set(known) - {""}) + ([""] if "" in taken else [])


def _sheets_of(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give tables in as few lots as fit a sheet each, as even as can be."""
    lots = -(-len(names) // MOST_TABLES)
    for number in range(lots):
        yield names[len(names) * number // lots : len(names) * (number + 1) // lots]


def _grid(
    table: Timetable, slots: Sequence[r.Slot], held: Sequence[tuple[r.Slot, r.Meeting]], names: Sequence[str]
) -> Table:
    t = table.voice.t
    columns = [Column(t("Time"), 11, "time", blank=True)]
    columns += [Column(_name(table, name), 14, "strong", blank=True) for name in names]
    rows = []
    for slot in slots:
        now = [one for at, one in held if at is slot]
        cells = (_cell(table, [one for one in now if (one.table or "") == name]) for name in names)
        rows.append(TableRow(f"{slot.id}:{names[0]}", (Cell(span_of(slot)), *cells)))
    return Table(tuple(columns), tuple(rows), t("Table plan"))


def _name(table: Timetable, name: str) -> str:
    """Return the heading of a table's column; before a mere number it says that this is a table."""
    t = table.voice.t
    if not name:
        return t("Table to be confirmed")
    return t("Table {table}", table=name) if len(name) <= LONGEST_NUMBER else name


def _cell(table: Timetable, meetings: Sequence[r.Meeting]) -> Cell:
    """Return who meets at a table in a slot; several where somebody put them there."""
    pairs = [f"{table.called(one.a_id)}\n{table.called(one.b_id)}" for one in meetings]
    interpreters = dict.fromkeys(name for one in meetings if (name := table.interpreter(one)))
    lines = tuple(Detail(table.voice.t("Interpreter"), name) for name in interpreters)
    return Cell("\n".join(pairs), lines=lines)


def _open(table: Timetable) -> Iterator[Chapter]:
    """Give the meetings that have no time yet."""
    t, waiting = table.voice.t, table.seen.waiting
    if waiting:
        rows = tuple(TableRow(str(one.id), (Cell(table.pair(one)), Cell(one.table or ""))) for one in waiting)
        columns = (Column(t("Meeting"), 60, "strong"), Column(t("Table"), 20, "time"))
        yield Chapter(
            key=f"{table.session.id}:open",
            title=t("Time to be confirmed"),
            about=table.about,
            count=t.plural("{count} meeting", "{count} meetings", len(waiting)),
            parts=(Table(columns, rows, t("Time to be confirmed")),),
        )


# -- a page for each table ------------------------------------------------------------------------


def _tables(table: Timetable) -> Iterator[Chapter]:
    t = table.voice.t
    for name in _used(table, table.timed):
        held = [(slot, one) for slot, one in table.timed if (one.table or "") == name]
        yield Chapter(
            key=f"{table.session.id}:{name}",
            title=_name(table, name),
            about=table.about,
            count=t.plural("{count} meeting", "{count} meetings", len(held)),
            parts=tuple(_day(table, day, held) for day in dict.fromkeys(slot.date for slot, _ in held)),
            fresh=True,
        )


def _day(table: Timetable, day: dt.date, held: Sequence[tuple[r.Slot, r.Meeting]]) -> Part:
    shown = tuple(_sitting(table, slot, one) for slot, one in held if slot.date == day)
    return Sittings(full_day(day, table.voice.language), "", shown, large=len(shown) <= MOST_LARGE)


def _sitting(table: Timetable, slot: r.Slot, meeting: r.Meeting) -> Sitting:
    voice = table.voice
    sides = (meeting.a_id, meeting.b_id)
    people = tuple(f"{table.called(one)}: {', '.join(names)}" for one in sides if (names := table.names(one)))
    interpreter = table.interpreter(meeting)
    details = (Detail(voice.t("Interpreter"), interpreter),) if interpreter else ()
    return Sitting(str(meeting.id), span_of(slot), table.pair(meeting), lines=people, details=details)


MAKER = of_sheets(content)
