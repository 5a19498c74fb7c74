"""Make the run sheet of the team: one page a day with everything somebody has to know who makes the day happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.documents.content.dates import long_day, weekday, zone_at
from missionplanner.documents.content.days import Placed, in_time
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.rides import driver_line, ring, vehicle_line
from missionplanner.documents.content.roll import leaders
from missionplanner.documents.content.rows import (
    UNCONFIRMED,
    host_contacts,
    is_printed,
    item_row,
    leg_row,
    meant_for,
)
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Detail, Row
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import day_id, planned_days
from missionplanner.domain import records as r
from missionplanner.domain.clock import Span


def content(desk: Desk, order: Order) -> Sheets:
    """Return every day of the mission that has something on it, or the one asked for, each on its own page."""
    voice, t = desk.voice, desk.voice.t
    kind = t("Run sheet")
    plan, wanted = voice.plan, order.subject_id
    days = [one for one in planned_days(plan) if wanted in (None, day_id(plan, one))]
    chapters = [_day(voice, day, _placed(voice, day), kind) for day in days]
    return Sheets(
        frame=frame_of(voice, kind, order.edition),
        title=kind,
        chapters=tuple(chapters),
        nothing=t("Nothing is planned yet."),
        working=True,
    )


def _placed(voice: Voice, day: dt.date) -> list[Placed]:
    plan = voice.plan
    items = [one for one in plan.items if is_printed(one)]
    shown = {one.leg_id for one in items}
    legs = (one for one in plan.legs if one.date == day and one.id not in shown and not one.private)
    nowhere = Span(None, None)
    placed = [
        Placed(item_row(voice, one), one, voice.times_of(one).start, nowhere) for one in items if one.date == day
    ]
    return in_time(placed, [Placed(leg_row(voice, one), one, one.start, nowhere) for one in legs])


def _day(voice: Voice, day: dt.date, placed: list[Placed], kind: str) -> Chapter:
    t, mission = voice.t, voice.plan.mission
    on_call = joined((mission.on_call_name, mission.on_call_phone), " ")
    about = (
        voice.said(mission.title).text,
        zone_at(day, voice.zone_of(day), voice.language),
        t("On call: {who}", who=on_call) if on_call else "",
    )
    columns = (
        Column(t("Time"), 9, "time"),
        Column(t("What and where"), 35, "strong"),
        Column(t("Whom to ring"), 33, blank=True),
        Column(t("To know"), 30, blank=True),
    )
    rows = tuple(_row(voice, one) for one in placed)
    return Chapter(
        key=day.isoformat(),
        title=f"{weekday(day, voice.language)} {long_day(day, voice.language)}",
        about=" · ".join(part for part in about if part),
        count=kind,
        parts=(Table(columns, rows, kind),),
        fresh=True,
        whole=True,
    )


def _row(voice: Voice, placed: Placed) -> TableRow:
    row, source = placed.row, placed.source
    item = source if isinstance(source, r.AgendaItem) else None
    leg = source if isinstance(source, r.Leg) else voice.plan.leg(item.leg_id if item else None)
    when = row.when
    start = Cell(when.start, " ".join(part for part in (when.end, when.after) if part))
    what = _what(voice, row, item)
    if row.cancelled:
        return TableRow(row.key, (start, what, Cell(voice.t("cancelled")), Cell()), struck=True)
    whom = Cell(lines=(*_hosts(voice, item), *_driver(voice, leg), *_led(voice, item)))
    return TableRow(row.key, (start, what, whom, Cell(lines=tuple(_known(voice, item, leg)))))


def _what(voice: Voice, row: Row, item: r.AgendaItem | None) -> Cell:
    place = voice.plan.place(item.place_id) if item is not None else None
    door = joined((row.place, place.entrance, place.meeting_point) if place else (row.place,), " · ")
    unconfirmed = item is not None and item.status in UNCONFIRMED
    detail = (door, row.zones, voice.t("to be confirmed") if unconfirmed else "")
    groups = [fact.value.replace("\n", ", ") for fact in meant_for(voice, item)] if item is not None else []
    lines = tuple(Detail(voice.t("For"), one) for one in groups)
    return Cell(
        row.title.text,
        " · ".join(part for part in detail if part),
        row.title.language,
        () if row.cancelled else lines,
    )


def _hosts(voice: Voice, item: r.AgendaItem | None) -> Iterator[Detail]:
    """Give whom to ring at the hosts': of a visit always, if only to say that it is to be confirmed."""
    if item is None:
        return
    t, people = voice.t, host_contacts(voice, item)
    for person in people:
        yield Detail(t("Host contact"), ring(voice, person))
    if not people and voice.plan.hosts(item):
        yield Detail(t("Host contact"), t("to be confirmed"))


def _driver(voice: Voice, leg: r.Leg | None) -> Iterator[Detail]:
    vehicle = voice.plan.get(r.Vehicle, leg.vehicle_id) if leg is not None else None
    if vehicle is not None:
        named = vehicle_line(vehicle)
        yield Detail(voice.t("Driver"), joined((driver_line(voice, vehicle), named), " · "))


def _led(voice: Voice, item: r.AgendaItem | None) -> Iterator[Detail]:
    groups = voice.plan.item_groups(item) if item is not None and item.audience_limited else ()
    for word, person in leaders(voice, groups) if groups else ():
        yield Detail(word, ring(voice, person))


def _known(voice: Voice, item: r.AgendaItem | None, leg: r.Leg | None) -> Iterator[Detail]:
    t = voice.t
    booking = joined((item.booking if item else None, leg.booking if leg else None))
    payer = voice.plan.organisation(item.payer_id) if item is not None else None
    notes = (item.team_notes if item else None, leg.notes if leg else None)
    found = (
        (t("Booking"), booking),
        (t("Paid by"), voice.organisation_name(payer)),
        (t("Plan B"), _one_line(item.plan_b if item else None)),
        (t("Notes"), _one_line(" · ".join(one for one in notes if one))),
    )
    for label, text in found:
        if text:
            yield Detail(label, text)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


MAKER = of_sheets(content)
