"""Say of a leg when it leaves and arrives, from where to where, in what, and whom to ring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from missionplanner.documents.content.dates import city_of_zone, clock, day_and_month, offset, weekday
from missionplanner.documents.content.places import leg_end, leg_number, leg_route
from missionplanner.documents.content.roll import leaders, managers
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.domain import records as r
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.domain.logistics.seating import rows_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import LegMode


class End(NamedTuple):
    """Be where a leg begins or ends: its name, its address, where people wait."""

    name: str
    address: str = ""
    waiting: str = ""


def title_of(voice: Voice, leg: r.Leg) -> str:
    """Return what a leg is called: ``Flight LH 1872 · Bologna BLQ → Bilbao BIO``."""
    word = voice.t(LEGS[leg.mode or LegMode.TRANSFER])
    number = leg_number(leg)
    return " · ".join(part for part in (f"{word} {number}" if number else word, leg_route(leg)) if part)


def full_day(voice: Voice, day: dt.date | None) -> str:
    """Return ``Monday 5 May``, "" where the day is unknown."""
    return f"{weekday(day, voice.language)} {day_and_month(day, voice.language)}" if day else ""


def ends_of(voice: Voice, leg: r.Leg) -> tuple[End, End]:
    """Return both ends of a leg; the address is that of the place of this name, else of the row's own place."""
    return _end(voice, leg.origin, leg.origin_text), _end(voice, leg.destination, leg.destination_text)


def _end(voice: Voice, code: str | None, text: str | None) -> End:
    name, place = leg_end(code, text), named_place(voice.plan, text)
    if place is None:
        return End(name)
    return End(name, joined((place.address, place.city, place.entrance)), place.meeting_point or "")


def named_place(plan: MissionPlan, text: str | None) -> r.Place | None:
    """Return the place a text names: by its name, or by name and town; None where that is not clear."""
    wanted = folded(text or "")
    if not wanted:
        return None
    found = [one for one in plan.places if one.name and wanted in _called(one)]
    return found[0] if len(found) == 1 else None


def _called(place: r.Place) -> tuple[str, str]:
    return folded(place.name or ""), folded(f"{place.name}, {place.city}")


def meeting_point(voice: Voice, leg: r.Leg) -> str:
    """Return where people gather for a leg: where it begins, else at the place of its row."""
    start = ends_of(voice, leg)[0]
    if start.waiting:
        return start.waiting
    places = (voice.plan.place(row.place_id) for row in rows_of(voice.plan, leg))
    return next((one.meeting_point for one in places if one is not None and one.meeting_point), "")


def time_facts(voice: Voice, leg: r.Leg) -> tuple[Fact, Fact]:
    """Return departure and arrival, each with the clock it is of."""
    t, times = voice.t, leg_times(voice.plan, leg)
    return (
        Fact(t("Departure"), *_moment(voice, times.date, times.start, times.zone, times.date)),
        Fact(t("Arrival"), *_moment(voice, times.end_date, times.end, times.end_zone, times.date)),
    )


def _moment(
    voice: Voice, day: dt.date | None, time: dt.time | None, zone: str, first: dt.date | None
) -> tuple[str, str]:
    if time is None:
        return voice.t("to be confirmed"), ""
    noon = dt.datetime.combine(day or dt.date(2000, 1, 1), dt.time(12), dt.UTC)
    place = voice.t("{city} time ({offset})", city=city_of_zone(zone, voice.language), offset=offset(noon, zone))
    later = day_and_month(day, voice.language) if day and day != first else ""
    return clock(time), joined((later, place), ", ")


def span_of(voice: Voice, leg: r.Leg) -> tuple[str, str]:
    """Return the times of a leg for a narrow column: when it leaves, and below it when it arrives."""
    times = leg_times(voice.plan, leg)
    start = clock(times.start) if times.start else voice.t("time to be confirmed")
    return start, clock(times.end) if times.end else ""


def vehicle_line(vehicle: r.Vehicle) -> str:
    """Return name and number plate of a vehicle."""
    return joined((vehicle.name, vehicle.plate), " · ")


def driver_line(voice: Voice, vehicle: r.Vehicle) -> str:
    """Return the driver with the mobile, or that either is to be confirmed."""
    t = voice.t
    if not vehicle.driver and not vehicle.driver_phone:
        return t("to be confirmed")
    driver = vehicle.driver or t("Driver")
    if not vehicle.driver_phone:
        return " · ".join((driver, t("mobile to be confirmed")))
    return f"{driver} · {unbroken(vehicle.driver_phone)}"


def ring(voice: Voice, person: r.Person) -> str:
    """Return a contact with the mobile, whose number stays on one line."""
    reached = voice.reached(person)
    return reached.replace(person.mobile, unbroken(person.mobile)) if person.mobile else reached


def unbroken(number: str) -> str:
    return number.replace(" ", "\u00a0")


def to_ring(voice: Voice, rows: Iterable[r.AgendaItem]) -> tuple[tuple[str, r.Person], ...]:
    """Return whom to ring for rows: the leaders of the groups they are meant for, else the mission's managers."""
    groups = {group.id: group for row in rows for group in voice.plan.item_groups(row)}
    return leaders(voice, groups.values()) if groups else managers(voice)
