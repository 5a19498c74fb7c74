"""Make the driver's order: for each vehicle its legs day by day, where to wait, how many ride, whom to ring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.rides import (
    End,
    driver_line,
    ends_of,
    full_day,
    meeting_point,
    ring,
    span_of,
    to_ring,
    vehicle_line,
)
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Detail, Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.kinds.manifest import aboard
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.logistics.seating import departure, rows_of


def content(desk: Desk, order: Order) -> Sheets:
    """Return the order of one vehicle, or of each, on a page of its own: no agenda, nobody but whom to ring."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in voice.plan.vehicles if order.subject_id in (None, one.id)]
    attendees = Attendees(voice.plan)
    chapters: list[Chapter] = []
    for vehicle in wanted:
        chapters += _vehicle(voice, attendees, vehicle, fresh=bool(chapters))
    kind = t("Driver’s order")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, vehicle_line(wanted[0]) if len(wanted) == 1 else ""),
        title=kind,
        chapters=tuple(chapters),
        nothing=t("The mission has no vehicles yet."),
    )


def _vehicle(voice: Voice, attendees: Attendees, vehicle: r.Vehicle, fresh: bool) -> list[Chapter]:
    t, plan = voice.t, voice.plan
    legs = sorted(plan.of("legs", "vehicle_id", vehicle.id), key=lambda one: departure(plan, one))
    days: dict[dt.date | None, list[r.Leg]] = {}
    for leg in legs:
        days.setdefault(leg.date, []).append(leg)
    supplier = voice.organisation_name(plan.organisation(vehicle.supplier_id))
    chapters = [
        Chapter(
            key=str(vehicle.id),
            title=vehicle_line(vehicle) or t("Vehicle"),
            about=supplier,
            count=t.plural("{count} journey", "{count} journeys", len(legs)),
            facts=_facts(voice, vehicle),
            fresh=fresh,
        )
    ]
    chapters += [
        Chapter(
            key=f"{vehicle.id}:{day or ''}",
            title=full_day(voice, day) or t("Day to be confirmed"),
            parts=(_table(voice, attendees, some),),
        )
        for day, some in days.items()
    ]
    return chapters


def _facts(voice: Voice, vehicle: r.Vehicle) -> tuple[Fact, ...]:
    t, mission = voice.t, voice.plan.mission
    on_call = joined((mission.on_call_name, mission.on_call_phone), " · ")
    found = (
        Fact(t("Driver"), driver_line(voice, vehicle)),
        Fact(t("Seats"), str(vehicle.capacity) if vehicle.capacity is not None else ""),
        Fact(t("On call"), on_call),
    )
    return tuple(fact for fact in found if fact.value)


def _table(voice: Voice, attendees: Attendees, legs: Sequence[r.Leg]) -> Table:
    t = voice.t
    columns = (
        Column(t("Time"), 11, "time"),
        Column(t("From"), 30, "strong"),
        Column(t("To"), 30, "strong"),
        Column(t("People"), 9, "time"),
        Column(t("Whom to ring"), 26),
    )
    return Table(columns, tuple(_row(voice, attendees, leg) for leg in legs), t("Driver’s order"))


def _row(voice: Voice, attendees: Attendees, leg: r.Leg) -> TableRow:
    t = voice.t
    first, last = ends_of(voice, leg)
    start, end = span_of(voice, leg)
    known = "\n".join(ring(voice, one) for _, one in to_ring(voice, rows_of(voice.plan, leg)))
    return TableRow(
        str(leg.id),
        (
            Cell(start, end),
            _end(voice, first, meeting_point(voice, leg)),
            _end(voice, last, ""),
            Cell(str(len(aboard(attendees, leg)))),
            Cell(known or t("to be confirmed")),
        ),
    )


def _end(voice: Voice, end: End, waiting: str) -> Cell:
    t = voice.t
    lines = (Detail(t("Wait at"), waiting),) if waiting else ()
    return Cell(end.name or t("to be confirmed"), end.address, lines=lines)


MAKER = of_sheets(content)
