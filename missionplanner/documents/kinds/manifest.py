"""Make the passenger list: for each leg who travels on it, with seat and baggage, and whom to ring."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.rides import (
    driver_line,
    full_day,
    meeting_point,
    ring,
    time_facts,
    title_of,
    to_ring,
    vehicle_line,
)
from missionplanner.documents.content.roll import Listed, roll
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.logistics.seating import capacity_of, departure, heads_on, rows_of

_BAGS = re.compile(r"\s*(\d{1,2})(?!\d)(?!\s*kg)", re.IGNORECASE)


def content(desk: Desk, order: Order) -> Sheets:
    """Return the passengers of one leg, or of every leg, each on a page of its own; private legs are nobody's."""
    voice, t = desk.voice, desk.voice.t
    legs = [one for one in voice.plan.legs if not one.private and order.subject_id in (None, one.id)]
    legs.sort(key=lambda one: departure(voice.plan, one))
    attendees = Attendees(voice.plan)
    chapters = tuple(_leg(voice, attendees, leg, order, bool(number)) for number, leg in enumerate(legs))
    kind = t("Passenger list")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, title_of(voice, legs[0]) if len(legs) == 1 else ""),
        title=kind,
        chapters=chapters,
        nothing=t("The mission has no journeys yet."),
    )


def aboard(attendees: Attendees, leg: r.Leg) -> frozenset[UUID]:
    """Return who travels on a leg as a part of the mission, the places not yet named among them."""
    own = {one.person_id for one in attendees.plan.leg_passengers(leg) if one.private}
    return heads_on(attendees, leg, rows_of(attendees.plan, leg)) - own


def _leg(voice: Voice, attendees: Attendees, leg: r.Leg, order: Order, fresh: bool) -> Chapter:
    t, known = voice.t, {one.person_id: one for one in voice.plan.leg_passengers(leg)}
    people = [one for one in roll(voice, aboard(attendees, leg)) if order.wants(one.person_id)]
    rows = tuple(_row(voice, number, one, known) for number, one in enumerate(people, 1))
    columns = (
        Column(t("No."), 5, "quiet"),
        Column(t("Passenger"), 36, "strong"),
        Column(t("Organisation"), 32),
        Column(t("Seat"), 9, "time"),
        Column(t("Baggage"), 13),
        Column(t("Booking"), 17),
    )
    carried = [known[one.person.id].baggage for one in people if one.person and one.person.id in known]
    return Chapter(
        key=str(leg.id),
        title=title_of(voice, leg),
        about=full_day(voice, leg.date),
        count=t.plural("{count} passenger", "{count} passengers", len(rows)),
        facts=_facts(voice, leg, len(rows), bags(carried)),
        parts=(Table(columns, rows, t("Passenger list")),),
        fresh=fresh,
        whole=True,
    )


def bags(texts: Iterable[str | None]) -> int:
    """Return how many pieces of baggage passengers have; a text that begins with no number stands for one."""
    found = ((text, _BAGS.match(text)) for text in texts if text)
    return sum(int(match[1]) if match else 1 for _, match in found)


def _facts(voice: Voice, leg: r.Leg, count: int, pieces: int) -> tuple[Fact, ...]:
    t, vehicle = voice.t, voice.plan.get(r.Vehicle, leg.vehicle_id)
    seats = capacity_of(voice.plan, leg)
    left = t("{count} of {seats} seats", count=count, seats=seats) if seats is not None else ""
    found = [
        *time_facts(voice, leg),
        Fact(t("Meeting point"), meeting_point(voice, leg)),
        Fact(t("Terminal"), leg.terminal or ""),
        Fact(t("Booking"), leg.booking or ""),
        Fact(t("Passengers"), str(count), left),
        Fact(t("Baggage"), str(pieces) if pieces else ""),
    ]
    if vehicle is not None:
        found.append(Fact(t("Vehicle"), vehicle_line(vehicle) or t("to be confirmed")))
        found.append(Fact(t("Driver"), driver_line(voice, vehicle)))
    found += [Fact(word, ring(voice, one)) for word, one in to_ring(voice, rows_of(voice.plan, leg))]
    return tuple(fact for fact in found if fact.value)


def _row(voice: Voice, number: int, one: Listed, known: dict[UUID, r.LegPassenger]) -> TableRow:
    own = known.get(one.person.id) if one.person is not None else None
    ticket = own.ticket if own is not None else None
    return TableRow(
        one.key,
        (
            Cell(str(number)),
            Cell(one.name or voice.t("to be confirmed"), one.native),
            Cell(one.organisation),
            Cell(own.seat or "" if own else ""),
            Cell(own.baggage or "" if own else ""),
            Cell(own.booking or "" if own else "", ticket or ""),
        ),
    )


MAKER = of_sheets(content)
