"""Say where a person sleeps, how they travel and whom they ring."""

from __future__ import annotations

from collections.abc import Sequence

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import clock, day_and_month, interval
from missionplanner.documents.content.values import Contact, Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ROOMS
from missionplanner.domain import records as r
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.vocabulary import LegMode

ROAD = frozenset({LegMode.COACH, LegMode.TRANSFER, LegMode.CAR})


MOST_FACTS = 4
"""Facts in one row of a page."""


def personal_facts(voice: Voice, person: r.Person, on_call: Contact | None) -> tuple[Fact, ...]:
    """Return hotel, room, journey, coach and who is on call, each where it is known, in one row if possible."""
    stays = voice.stays_by_person.get(person.id, [])
    beds, journeys, coach = stay_facts(voice, stays), *journey_facts(voice, person)
    duty = []
    if on_call is not None:
        duty.append(Fact(voice.t("On call"), on_call.phone or on_call.name, on_call.name if on_call.phone else ""))
    if len(stays) == 1 and len(beds) == 2 and len(beds) + len(journeys) + len(coach) + len(duty) > MOST_FACTS:
        beds = [_with_room(*beds)]
    if len(beds) + len(journeys) + len(coach) + len(duty) > MOST_FACTS:
        coach = []
    return (*beds, *journeys, *coach, *duty)


def _with_room(hotel: Fact, room: Fact) -> Fact:
    """Return a hotel's fact with the room as a second line."""
    lines = (hotel.detail, joined((room.value, room.detail), " · "))
    return Fact(hotel.label, hotel.value, "\n".join(line for line in lines if line))


def stay_facts(voice: Voice, stays: Sequence[r.Stay]) -> list[Fact]:
    """Return hotel and room of a person; of several hotels one fact each."""
    if len(stays) == 1:
        return [*_hotel(voice, stays[0]), *_room(voice, stays[0])]
    return [fact for stay in stays for fact in _night(voice, stay)]


def _hotel(voice: Voice, stay: r.Stay) -> list[Fact]:
    hotel = voice.plan.place(stay.hotel_id)
    if hotel is None or not hotel.name:
        return []
    return [Fact(voice.t("Hotel"), hotel.name, joined((hotel.address, hotel.city)))]


def _room(voice: Voice, stay: r.Stay) -> list[Fact]:
    room = voice.t(ROOMS[stay.room]) if stay.room else ""
    nights = _nights(voice, stay)
    number = voice.t("Room {number}", number=stay.room_no) if stay.room_no else ""
    shown = [part for part in (number, room) if part]
    if not shown and not nights:
        return []
    return [
        Fact(
            voice.t("Room"),
            shown[0] if shown else nights,
            joined((*shown[1:], nights if shown else ""), " · "),
        )
    ]


def _night(voice: Voice, stay: r.Stay) -> list[Fact]:
    hotel = voice.plan.place(stay.hotel_id)
    if hotel is None or not hotel.name:
        return []
    room = voice.t(ROOMS[stay.room]) if stay.room else ""
    number = voice.t("Room {number}", number=stay.room_no) if stay.room_no else ""
    label = joined((voice.t("Hotel"), _nights(voice, stay)), " · ")
    where = joined((hotel.address, hotel.city))
    return [Fact(label, hotel.name, "\n".join(part for part in (where, joined((number, room), " · ")) if part))]


def _nights(voice: Voice, stay: r.Stay) -> str:
    if stay.from_day is None or stay.to_day is None:
        return ""
    return interval(stay.from_day, stay.to_day, voice.language, with_year=False)


def journey_facts(voice: Voice, person: r.Person) -> tuple[list[Fact], list[Fact]]:
    """Return the way there and back, and the coach with its seat where it stays the same."""
    delegate = voice.plan.delegate_by_person.get(person.id)
    legs = voice.legs_by_person.get(person.id, [])
    found = []
    if delegate is not None:
        for identity, label in (
            (delegate.arrival_id, voice.t("Outbound")),
            (delegate.departure_id, voice.t("Return")),
        ):
            leg = voice.plan.leg(identity)
            if leg is not None:
                found.append(_journey(voice, leg, label))
    return found, _coach(voice, legs, person)


def _journey(voice: Voice, leg: r.Leg, label: str) -> Fact:
    times = leg_times(voice.plan, leg)
    number = places.leg_number(leg) or voice.t(LEGS[leg.mode or LegMode.TRANSFER])
    day = day_and_month(times.date, voice.language) if times.date else ""
    value = joined((number, clock(times.start) if times.start else ""), " · ")
    return Fact(label, value, "\n".join(part for part in (places.leg_route(leg), day) if part))


def _coach(voice: Voice, legs: list[r.Leg], person: r.Person) -> list[Fact]:
    """Return coach and seat, where all of the person's coaches agree."""
    seats = set()
    for leg in legs:
        if leg.mode in ROAD:
            own = voice.seats.get((leg.id, person.id))
            seats.add((places.leg_number(leg), own.seat if own else None))
    if len(seats) != 1:
        return []
    number, seat = next(iter(seats))
    seat_text = voice.t("Seat {seat}", seat=seat) if seat else ""
    shown = [part for part in (number, seat_text) if part]
    return [Fact(voice.t("Coach"), shown[0], joined(shown[1:]))] if shown else []
