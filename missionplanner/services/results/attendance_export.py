"""Write who was there as a workbook for those who check it: item by item, person by person, line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Held, Presence, held_of
from missionplanner.domain.results.attendance import ATTENDANCE, Entry, Tallies, sheet, signed_items, tallies
from missionplanner.domain.results.roll_call import list_name
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Linked
from missionplanner.services.workspace import Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.tables.listings import Listing, Shown

_COUNTS = (
    *(N_("People expected"), N_("People present"), N_("People absent"), N_("People excused")),
    N_("People not recorded"),
)
_HELD = {
    Held.HELD: N_("It was held"),
    Held.NOT_HELD: N_("It was not held"),
    Held.CANCELLED: N_("Cancelled"),
    Held.UNRECORDED: N_("Not recorded"),
}


def write(ws: Workspace, mission_id: UUID, path: Path, *, language: str, force: bool = False) -> None:
    """Write the attendance of a mission as a workbook of three sheets. Raises NotFound, Occupied, NotWritten."""
    from missionplanner.exchange import tables

    tables.write_xlsx(path, listings(ws, mission_id, language), force=force)


def listings(ws: Workspace, mission_id: UUID, language: str) -> tuple[Listing, ...]:
    """Return the sheets: what was held and how many were there, who was there how often, and each line noted."""
    book, t = chronicle.read(ws, mission_id), translator(language)
    counted = tallies(book.plan, book.record)
    return (_items(book, counted, t), _people(book, counted, t), _lines(book, t))


def _items(book: Chronicle, counted: Tallies, t: Translator) -> Listing:
    rows = []
    for item in signed_items(book.plan):
        times = (item.start, item.end, item.actual_start, item.actual_end)
        presence = counted.items.get(item.id)
        figures = _figures(presence) if presence is not None else (None,) * len(_COUNTS)
        place = book.plan.place(item.place_id)
        where = (place.name if place is not None else None) or item.place_text or item.city
        hosts = ", ".join(one.name or one.short or "" for one in book.plan.hosts(item)) or None
        held = t(_HELD[held_of(book.record, item)])
        rows.append((item.date, *times, _title(book, item.id, t), where, hosts, held, *figures))
    titles = (
        *(N_("Day"), N_("Planned start"), N_("Planned end"), N_("Held from"), N_("Held until")),
        *(N_("Item"), N_("Place"), N_("Hosts"), N_("Held or not"), *_COUNTS),
    )
    return _listing(t, N_("By item"), titles, rows)


def _people(book: Chronicle, counted: Tallies, t: Translator) -> Listing:
    named = [(one, book.plan.person(one.person_id)) for one in book.plan.delegates]
    rows = [
        (list_name(person), _name(book.sender(person.id, one.id)), *_figures(counted.people[person.id]))
        for one, person in named
        if person is not None and person.id in counted.people
    ]
    return _listing(t, N_("By person"), (N_("Name"), N_("Organisation"), *_COUNTS), rows)


def _lines(book: Chronicle, t: Translator) -> Listing:
    attendees = Attendees(book.plan)
    rows = [
        _line(book, item, one, t)
        for item in signed_items(book.plan)
        for one in sheet(attendees, book.record, item)
        if one.noted is not None
    ]
    titles = (
        *(N_("Day"), N_("Item"), N_("No."), N_("Name"), N_("Organisation"), N_("Attendance"), N_("Came at")),
        *(N_("Left at"), N_("Sent instead"), N_("Note"), N_("Recorded on (UTC)")),
    )
    return _listing(t, N_("Line by line"), titles, rows)


def _line(book: Chronicle, item: r.AgendaItem, one: Entry, t: Translator) -> Sequence[Shown]:
    noted = one.noted
    assert noted is not None, "only what was noted has a line"
    person = book.plan.person(one.person_id)
    at: dt.datetime | None = noted.updated_at or noted.created_at
    return (
        item.date,
        _title(book, item.id, t),
        one.number,
        list_name(person) if person is not None else None,
        _name(book.sender(one.person_id, one.delegate_id)),
        t(ATTENDANCE[noted.state]) if noted.state is not None else None,
        noted.arrived,
        noted.left,
        _name(book.person(noted.substitute_id)),
        noted.note,
        at.replace(tzinfo=None, microsecond=0) if at is not None else None,
    )


def _title(book: Chronicle, item_id: UUID, t: Translator) -> str:
    found = book.item(item_id, t.language)
    return found.name if found is not None else ""


def _name(one: Linked | None) -> str | None:
    return one.name or None if one is not None else None


def _figures(one: Presence) -> tuple[int, ...]:
    return one.expected, one.present, one.absent, one.excused, one.unrecorded


def _listing(t: Translator, name: str, titles: Sequence[str], rows: Sequence[Sequence[Shown]]) -> Listing:
    from missionplanner.exchange.tables.listings import Heading, Listing

    return Listing(t(name), tuple(Heading(t(one)) for one in titles), rows)
