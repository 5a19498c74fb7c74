"""Give the evidence auditors ask for: who was at what, who travelled how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import clock, day_and_month, interval, long_day
from missionplanner.documents.content.listings import in_protocol_order
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Table, TableRow
from missionplanner.documents.content.values import Detail
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Held
from missionplanner.domain.figures.held import THERE
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.domain.results.naming import ATTENDANCE_STATES
from missionplanner.domain.vocabulary import AttendanceState, LegMode

MOST_NAMED = 6
"""Travellers of a journey that is everybody's who are still named one by one."""


def annexes(matter: Matter) -> Iterator[Chapter]:
    """Give the annexes there is evidence for."""
    chapters = [*_agenda(matter), *_attendance(matter), *_travel(matter)]
    for number, one in enumerate(chapters, 1):
        title = matter.t("Annex {number}: {title}", number=number, title=one.title)
        yield Chapter(one.key, title, one.about, one.count, parts=one.parts, fresh=number == 1)


def _agenda(matter: Matter) -> Iterator[Chapter]:
    """Give what was held, with its hours as they were."""
    t, voice = matter.t, matter.voice
    rows = []
    for one in matter.course:
        if one.held is not Held.HELD or one.item.date is None:
            continue
        item, times = one.item, voice.times_of(one.item)
        start, end = item.actual_start or item.start, item.actual_end or item.end
        hours = "–".join(clock(some) for some in (start, end) if some is not None)
        hosts = ", ".join(voice.organisation_name(host) for host in voice.plan.hosts(item))
        title = voice.line(item.title)
        where = places.place_line(voice, item)
        cells = (
            Cell(long_day(item.date, matter.language)),
            Cell(hours, times.zone if voice.several_zones else ""),
            Cell(title.text, where, title.language),
            Cell(hosts),
        )
        rows.append(TableRow(f"annex:{item.id}", cells))
    if rows:
        columns = (
            Column(t("Day"), 18),
            Column(t("Hours"), 14, "time"),
            Column(t("Item"), 44, "strong"),
            Column(t("Hosts"), 24),
        )
        yield Chapter("annex-agenda", t("Agenda held"), parts=(Table(columns, tuple(rows), t("Agenda held")),))


def _attendance(matter: Matter) -> Iterator[Chapter]:
    """Give who was at how much of what was held, and what the exceptions were."""
    t, record = matter.t, matter.record
    held = [one.item for one in matter.course if one.held is Held.HELD and record.attendance_at(one.item)]
    if not held:
        return
    attendees = Attendees(matter.plan)
    ticked = {(one.item_id, one.person_id): one for item in held for one in record.attendance_at(item)}
    rows = []
    for delegate in in_protocol_order(matter.plan.travellers):
        if delegate.person_id is None or not matter.plan.is_named(delegate):
            continue
        own = [item for item in held if delegate.person_id in attendees.meant(item)]
        own += [item for item in held if (item.id, delegate.person_id) in ticked and item not in own]
        rows.append(_person(matter, delegate, [(item, ticked.get((item.id, delegate.person_id))) for item in own]))
    columns = (
        Column(t("Name"), 30, "strong"),
        Column(t("Present"), 12, "number"),
        Column(t("Days"), 22),
        Column(t("Late, absent, excused, replaced"), 36),
    )
    about = t.plural(
        "By the list of {count} item that was held.", "By the lists of {count} items that were held.", len(held)
    )
    table = Table(columns, tuple(rows), t("Attendance"))
    yield Chapter("annex-attendance", t("Attendance"), about=about, parts=(table,))


def _person(
    matter: Matter, delegate: r.Delegate, some: list[tuple[r.AgendaItem, r.Attendance | None]]
) -> TableRow:
    t, person = matter.t, matter.plan.person(delegate.person_id)
    there = [item for item, one in some if one is not None and one.state in THERE]
    days = sorted({item.date for item in there if item.date is not None})
    exceptions = tuple(_exception(matter, item, one) for item, one in some if _is_exception(one))
    unknown = sum(one is None or one.state is None for _, one in some)
    count = t("{present} of {expected}", present=len(there), expected=len(some))
    cells = (
        Cell(matter.voice.person_name(person), matter.voice.organisation_of(person)),
        Cell(count, t.plural("{count} not recorded", "{count} not recorded", unknown) if unknown else ""),
        Cell(_days(matter, days)),
        Cell(lines=exceptions),
    )
    return TableRow(f"annex:{delegate.id}", cells)


def _days(matter: Matter, days: list[dt.date]) -> str:
    """Return days as short as they can be said: a span where none is missing."""
    if days and (days[-1] - days[0]).days == len(days) - 1:
        return interval(days[0], days[-1], matter.language, with_year=False)
    return ", ".join(day_and_month(day, matter.language) for day in days)


def _is_exception(one: r.Attendance | None) -> bool:
    return one is not None and one.state not in (None, AttendanceState.PRESENT)


def _exception(matter: Matter, item: r.AgendaItem, one: r.Attendance | None) -> Detail:
    """Return what was the matter and when, and with which item; who came instead."""
    assert one is not None
    word = matter.t(ATTENDANCE_STATES[one.state]) if one.state is not None else ""
    when = ", ".join(clock(some) for some in (one.arrived, one.left) if some is not None)
    about = (matter.voice.line(item.title).text, matter.person(one.substitute_id))
    return Detail(" ".join(part for part in (word, when) if part), " · ".join(part for part in about if part))


def _travel(matter: Matter) -> Iterator[Chapter]:
    """Give every journey with who was on it, and ticket numbers where its readers may see them."""
    t, plan = matter.t, matter.plan
    attendees = Attendees(plan)
    legs = sorted(
        (one for one in plan.legs if not one.private and one.mode is not LegMode.ON_FOOT),
        key=lambda one: (one.date or dt.date.max, one.start or dt.time.max, one.position),
    )
    rows = [TableRow(f"annex:{leg.id}", _leg(matter, leg, attendees)) for leg in legs]
    if rows:
        columns = (Column(t("Day"), 17), Column(t("Journey"), 33, "strong"), Column(t("Travellers"), 50))
        table = Table(columns, tuple(rows), t("Journeys"))
        yield Chapter("annex-travel", t("Journeys"), parts=(table,))


def _leg(matter: Matter, leg: r.Leg, attendees: Attendees) -> tuple[Cell, ...]:
    plan, voice = matter.plan, matter.voice
    hours = "–".join(clock(one) for one in (leg.start, leg.end) if one is not None)
    word = matter.t(LEGS[leg.mode]) if leg.mode is not None else ""
    named = " ".join(part for part in (word, places.leg_number(leg)) if part)
    known = {one.person_id: one for one in plan.leg_passengers(leg)}
    people = [one.person_id for one in in_protocol_order(plan.travellers) if one.person_id in attendees.on(leg)]
    said = []
    if len(people) == len(plan.travellers) > MOST_NAMED and not known:
        everybody = matter.t("The whole delegation")
        count = matter.t.plural("{count} person", "{count} people", len(people))
        said, people = [f"{everybody} ({count})"], []
    for identity in people:
        seat = known.get(identity)
        ticket = (seat.ticket or seat.booking) if seat is not None else None
        name = voice.person_name(plan.person(identity))
        said.append(f"{name} ({ticket})" if ticket else name)
    day = long_day(leg.date, matter.language) if leg.date else ""
    return (Cell(day, hours), Cell(named, matter.route_of(leg)), Cell(", ".join(said)))
