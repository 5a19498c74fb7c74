"""Take rooms and legs in, with who sleeps and travels there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.services.imports import matching
from missionplanner.services.imports.agenda import stops
from missionplanner.services.imports.delegates import boarded
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.taking import Decision, Taken

_STAY = ("room", "room_no", "from_day", "to_day", "booking", "board", "price", "currency", "notes")
_LEG = (
    *("mode", "operator", "number", "date", "start", "end", "end_date", "terminal", "capacity"),
    *("zone", "end_zone", "origin_text", "destination_text"),
)
_ON_BOARD = ("booking", "ticket", "seat", "baggage")


def stay(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take one room in: that of the same number or of a room mate, else another. Raises Invalid for no nights."""
    first, last = values.get("from_day"), values.get("to_day")
    if isinstance(first, dt.date) and isinstance(last, dt.date) and last <= first:
        raise Invalid(N_("The day of leaving is before the day of arrival."), field="to_day")
    where = {key: values[key] for key in ("city", "address") if values.get(key)}
    hotel = matching.place_named(desk, values.get("hotel"), make=True, **where)
    guests = [one for row in _rows(values) if (one := matching.traveller(desk, row)) is not None]
    told = {name: values[name] for name in _STAY if values.get(name) not in (None, ())}
    told |= {"hotel_id": hotel.id} if hotel is not None else {}
    known = desk.get(r.Stay, decision.into) or (None if decision.apart else _known(desk, values, hotel, guests))
    if known is None:
        position = len(desk.all(r.Stay))
        record = desk.add(r.Stay(mission_id=desk.mission.id, position=position, **told))
    else:
        record = desk.lay(known, told)
    for one in guests:
        if not desk.all(r.StayGuest, stay_id=record.id, person_id=one.id):
            place = len(desk.all(r.StayGuest, stay_id=record.id))
            desk.add(
                r.StayGuest(mission_id=record.mission_id, stay_id=record.id, person_id=one.id, position=place)
            )
    return Taken(record)


def _rows(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return whom a room is for: the person of its row, or all the guests of a booking."""
    guests = values.get("guests")
    if guests:
        return [{"native_name": name} for name in guests]
    return [values] if matching.full_name(values) else []


def _known(desk: Desk, values: Mapping[str, Any], hotel: r.Place | None, guests: list[r.Person]) -> r.Stay | None:
    first, last = values.get("from_day"), values.get("to_day")
    some = [one for one in desk.all(r.Stay) if hotel is None or one.hotel_id in (None, hotel.id)]
    same_days = [one for one in some if (one.from_day, one.to_day) == (first, last) or first is None]
    if values.get("room_no"):
        found = next((one for one in same_days if one.room_no == values["room_no"]), None)
        if found is not None:
            return found
    own = {one.id for one in guests}
    mate = matching.delegate_named(desk, str(values["share_with"])) if values.get("share_with") else None
    wanted = own | ({mate.person_id} if mate is not None and mate.person_id is not None else set())
    for one in same_days:
        sleepers = {guest.person_id for guest in desk.all(r.StayGuest, stay_id=one.id)}
        if sleepers & wanted:
            return one
    if guests:
        return None
    empty = [one for one in same_days if not desk.all(r.StayGuest, stay_id=one.id)]
    return desk.claim(one for one in empty if one.booking == values.get("booking"))


def leg(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take one leg in: that of the same number on the same day, else of the same stops and time, else another."""
    told = {name: values[name] for name in _LEG if values.get(name) not in (None, ())}
    places = stops(
        values.get("origin") or values.get("origin_text"),
        values.get("destination") or values.get("destination_text"),
    )
    told = places | told
    for key in ("origin", "destination"):
        if key in places:
            told.pop(f"{key}_text", None)
    known = desk.get(r.Leg, decision.into) or (None if decision.apart else _known_leg(desk, told))
    if known is None:
        position = len(desk.all(r.Leg))
        record = desk.add(r.Leg(mission_id=desk.mission.id, position=position, **told))
    else:
        record = desk.lay(known, told)
    on_board = {key: values.get(key) for key in _ON_BOARD}
    people = values.get("passengers") or ()
    for name in people:
        one = matching.traveller(desk, {"native_name": name})
        if one is not None:
            boarded(desk, record, one, **(on_board if len(people) == 1 else {"booking": values.get("booking")}))
    if matching.full_name(values):
        one = matching.traveller(desk, values)
        if one is not None:
            boarded(desk, record, one, **on_board)
    return Taken(record)


_STOPS = ("mode", "origin", "destination", "origin_text", "destination_text", "date")


def _known_leg(desk: Desk, told: Mapping[str, Any]) -> r.Leg | None:
    """Return the leg that is meant: of the same number and day; without a number, of the same stops and times.

    Rows of one file that differ in a time are different legs; a leg that was there before them may have got its
    time, or another, since.
    """
    if told.get("number"):
        days = (told.get("date"), None)
        return next((one for one in desk.all(r.Leg) if one.number == told["number"] and one.date in days), None)
    some = [
        one
        for one in desk.all(r.Leg)
        if not one.number and all(getattr(one, key) == told.get(key) for key in _STOPS)
    ]
    start, end = told.get("start"), told.get("end")
    timed = [one for one in some if one.start == start]
    exact = [one for one in timed if one.end == end]
    found = next((one for one in (*exact, *timed) if end is None or one.end in (None, end)), None)
    if found is not None:
        desk.claimed.add(found.id)
        return found
    return desk.claim((*timed, *(one for one in some if start is None or one.start is None)))
