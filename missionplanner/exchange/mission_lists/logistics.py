"""Tell journeys with who is aboard, rooms with who sleeps in them, vehicles."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.domain import records as r
from missionplanner.exchange.mission_lists.telling import Row, Teller


def journeys(tell: Teller) -> Iterator[Row]:
    """Yield a row for each passenger of each leg; one for a leg that carries everyone."""
    for leg in tell.plan.legs:
        head = _leg(tell, leg)
        aboard = tell.plan.leg_passengers(leg)
        if not aboard:
            yield head
        for one in aboard:
            person = tell.plan.person(one.person_id)
            names: Row = {}
            if person is not None and (person.given or person.family):
                names = {"given": person.given, "family": person.family}
            elif person is not None:
                names = {"full_name": person.native_name}
            yield head | names | _seat(one)


def _leg(tell: Teller, leg: r.Leg) -> Row:
    journey = tell.plan.get(r.Journey, leg.journey_id)
    vehicle = tell.plan.get(r.Vehicle, leg.vehicle_id)
    return {
        "mode": tell.word(leg.mode),
        "operator": leg.operator,
        "number": leg.number,
        "origin": _stop(leg.origin, leg.origin_text),
        "destination": _stop(leg.destination, leg.destination_text),
        "date": leg.date,
        "start": leg.start,
        "end": leg.end,
        "end_date": leg.end_date,
        "terminal": leg.terminal,
        "capacity": leg.capacity,
        "notes": leg.notes,
        "journey": tell.text(journey.name) if journey is not None else None,
        "group_booking": leg.booking,
        "vehicle": vehicle.name if vehicle is not None else None,
    }


def _stop(code: str | None, text: str | None) -> str | None:
    """Return where a leg begins or ends: an airport's code, a text, or both."""
    return f"{text} ({code})" if code and text else code or text


def _seat(one: r.LegPassenger) -> Row:
    return {
        "booking": one.booking,
        "ticket": one.ticket,
        "seat": one.seat,
        "baggage": one.baggage,
    }


def rooms(tell: Teller) -> Iterator[Row]:
    """Yield a row for each guest of each room, with whom they share it; one for an empty room."""
    for stay in tell.plan.stays:
        guests = tell.plan.stay_guests(stay)
        head = _stay(tell, stay)
        if not guests:
            yield head
        for one in guests:
            beside = (tell.person(each.person_id) for each in guests if each.person_id != one.person_id)
            named = {key: value for key, value in tell.named(one.person_id).items() if key != "honorific"}
            yield head | named | {"share_with": ", ".join(name for name in beside if name) or None}


def _stay(tell: Teller, stay: r.Stay) -> Row:
    return {
        "hotel": tell.place(stay.hotel_id),
        "room": tell.word(stay.room),
        "room_no": stay.room_no,
        "from_day": stay.from_day,
        "to_day": stay.to_day,
        "booking": stay.booking,
        "board": stay.board,
        "price": stay.price,
        "currency": stay.currency,
        "notes": stay.notes,
    }


def vehicles(tell: Teller) -> Iterator[Row]:
    """Yield coaches and cars."""
    for one in tell.plan.vehicles:
        yield {
            "name": one.name,
            "capacity": one.capacity,
            "plate": one.plate,
            "driver": one.driver,
            "driver_phone": one.driver_phone,
            "supplier": tell.organisation(one.supplier_id),
            "notes": one.notes,
        }
