"""Find people without a bed, with two, and rooms half used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, crowded, some_of, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.clock import DAY, Span, utc
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import MissionKind, RoomKind

AT_HOME = frozenset({MissionKind.EVENT, MissionKind.CONFERENCE})
"""Missions that people may well sleep at home for: silent as long as nobody booked a room."""

_ROOMS = ("stays", "guests", "places")

_NO_BED = N_("{who}: no bed in the night of {day}.")
_NO_BEDS = N_("{who}: no bed from {first_day} to {last_day}.")
_TWO = N_("{who}: two rooms in the night of {day}, {room} and {other}.")
_ODD = Lists(
    one=N_("Twin room {names} has one guest in the night of {day}."),
    few=N_("Twin rooms {names} have one guest each in the night of {day}."),
    many=N_("{count} twin rooms have one guest each in the night of {day}, among them {names}."),
)


def nights_of(first: dt.date | None, last: dt.date | None) -> list[dt.date]:
    """Return the nights of a stay, named by the day they begin."""
    if first is None or last is None:
        return []
    return [first + DAY * number for number in range(max(0, (last - first).days))]


@rule(
    "no_bed",
    severity=Severity.WARNING,
    title=N_("Without a bed"),
    opens=60,
    rests_on=("rides", "stays", "guests", "delegates", "people", "organisations"),
)
def no_bed(scene: Scene) -> Iterator[Observed]:
    """Yield runs of nights in which the same people have no room and are not on their way."""
    if not scene.plan.stays and scene.plan.mission.kind in AT_HOME:
        return
    without = lacking(scene)
    run: list[dt.date] = []
    for night in sorted(without):
        if run and (night - run[-1] != DAY or without[night] != without[run[-1]]):
            yield _without(scene, run, frozenset(without[run[0]]))
            run = []
        run.append(night)
    if run:
        yield _without(scene, run, frozenset(without[run[0]]))


def lacking(scene: Scene) -> dict[dt.date, set[UUID]]:
    """Return who has no room in which night and is not on the way then."""
    found: dict[dt.date, set[UUID]] = {}
    beds = _beds(scene)
    for (first, last), members in _by_stretch(scene).items():
        for night in nights_of(first, last):
            left = {one for one in members.difference(beds.get(night, ())) if not _is_away(scene, one, night)}
            if left:
                found.setdefault(night, set()).update(left)
    return found


def _without(scene: Scene, nights: list[dt.date], members: frozenset[UUID]) -> Observed:
    first, last = nights[0], nights[-1] + DAY
    told = {"who": who(scene, members), "day": first.isoformat()}
    if len(nights) > 1:
        told |= {"first_day": first.isoformat(), "last_day": last.isoformat()}
    return Observed(
        message=Message.of(_NO_BED if len(nights) == 1 else _NO_BEDS, told),
        **crowded(scene, members),
        subject=first.isoformat(),
        facts=(first.isoformat(), last.isoformat()),
        at=first.isoformat(),
    )


Beds = dict[dt.date, dict[UUID, list[r.Stay]]]


def _beds(scene: Scene) -> Beds:
    """Return the rooms of every guest, night by night."""
    plan = scene.plan
    return scene.lasting("beds", (plan.stays, plan.guests), lambda: _by_night(scene))


def _by_night(scene: Scene) -> Beds:
    found: Beds = {}
    nights: dict[tuple[dt.date | None, dt.date | None], list[dt.date]] = {}
    for stay in scene.plan.stays:
        when = (stay.from_day, stay.to_day)
        if when not in nights:
            nights[when] = nights_of(*when)
        guests = scene.plan.stay_guests(stay) if nights[when] else ()
        for night in nights[when] if guests else ():
            own = found.setdefault(night, {})
            for guest in guests:
                own.setdefault(guest.person_id, []).append(stay)
    return dict(sorted(found.items()))


def needed(scene: Scene) -> dict[UUID, tuple[dt.date, dt.date]]:
    """Return from which day to which each person needs a bed, whether they have one or not."""
    return {one: stretch for stretch, members in _by_stretch(scene).items() for one in members}


def _by_stretch(scene: Scene) -> dict[tuple[dt.date, dt.date], set[UUID]]:
    """Return who is away from which day to which."""
    found: dict[tuple[dt.date, dt.date], set[UUID]] = {}
    for (arrival, departure, own), members in _alike(scene).items():
        found.setdefault(_stretch(scene, arrival, departure, own), set()).update(members)
    return found


Ways = tuple[UUID | None, UUID | None, tuple[dt.date, dt.date] | None]
"""A leg people arrive on, one they leave on, and the first and last of their days where these are their own."""


def _alike(scene: Scene) -> dict[Ways, set[UUID]]:
    """Return who comes and goes in the same way."""
    who = scene.attendees
    rests_on = (who.everyone, who.ways_in, who.ways_out, scene.plan.delegates)
    return scene.lasting("ways", rests_on, lambda: _by_ways(scene))


def _by_ways(scene: Scene) -> dict[Ways, set[UUID]]:
    ways_in, ways_out, stretches = scene.attendees.ways_in, scene.attendees.ways_out, scene.attendees.stretches
    found: dict[Ways, set[UUID]] = {}
    for one in scene.plan.everyone:
        found.setdefault((ways_in.get(one), ways_out.get(one), stretches.get(one)), set()).add(one)
    return found


def _stretch(
    scene: Scene, arrival: UUID | None, departure: UUID | None, own: tuple[dt.date, dt.date] | None
) -> tuple[dt.date, dt.date]:
    """Return from when to when people need beds: from arrival to departure, else the working days, their own."""
    mission = scene.plan.mission
    came = scene.rides.get(arrival) if arrival is not None else None
    left = scene.rides.get(departure) if departure is not None else None
    first = max((came.times.end_date if came else None) or mission.start, mission.first_day)
    last = min((left.times.date if left else None) or mission.end, mission.last_day)
    return (max(first, own[0]), min(last, own[1])) if own is not None else (first, last)


def _is_away(scene: Scene, person: UUID, night: dt.date) -> bool:
    """Tell whether somebody spends the small hours of a night on a journey, or is at home there."""
    if _lives_there(scene, person, night):
        return True
    zone = day_zone(scene.plan, night)
    hours = Span(utc(night + DAY, dt.time(2), zone), utc(night + DAY, dt.time(4), zone))
    return any(person in ride.who and ride.span.overlaps(hours) for ride in scene.by_night)


def _lives_there(scene: Scene, person: UUID, night: dt.date) -> bool:
    """Tell whether somebody who travels on no leg works in the city the delegation sleeps in."""
    if person in scene.attendees.arrivals or person in scene.attendees.departures:
        return False
    own = scene.plan.person(person)
    home = scene.plan.organisation(own.organisation_id) if own else None
    if home is None or not home.city:
        return False
    return any(
        folded(one.city or "") == folded(home.city) and (one.from_day or night) <= night <= (one.to_day or night)
        for one in scene.plan.destinations
    )


@rule("two_beds", severity=Severity.WARNING, title=N_("Two rooms in one night"), rests_on=_ROOMS)
def two_beds(scene: Scene) -> Iterator[Observed]:
    """Yield the first night somebody has two rooms, once for each pair of rooms."""
    told: set[tuple[UUID, ...]] = set()
    for night, guests in _beds(scene).items():
        for person, stays in guests.items():
            if len(stays) < 2:
                continue
            rooms = sorted({one.id: one for one in stays}.values(), key=lambda one: str(one.id))
            key = (person, *(one.id for one in rooms))
            if len(rooms) < 2 or key in told:
                continue
            told.add(key)
            arguments = {
                "who": who(scene, frozenset({person})),
                "day": night.isoformat(),
                "room": _label(scene, rooms[0]),
                "other": _label(scene, rooms[1]),
            }
            yield Observed(
                message=Message.of(_TWO, arguments),
                **crowded(scene, {person}),
                others=tuple(one.id for one in rooms),
                facts=tuple(f"{one.from_day} {one.to_day}" for one in rooms),
                at=night.isoformat(),
            )


def _label(scene: Scene, stay: r.Stay) -> str:
    """Return how to call a room: its number and hotel, as far as they are known."""
    hotel = scene.plan.place(stay.hotel_id)
    return ", ".join(part for part in (stay.room_no, hotel.name if hotel else None) if part) or "–"


@rule("odd_twin", severity=Severity.WARNING, title=N_("Twin room with one guest"), opens=30, rests_on=_ROOMS)
def odd_twin(scene: Scene) -> Iterator[Observed]:
    """Yield twin rooms with one guest, one line for those that begin on the same night."""
    odd: dict[dt.date, list[r.Stay]] = {}
    for stay in scene.plan.stays:
        if stay.room is RoomKind.TWIN and stay.from_day and len(scene.plan.stay_guests(stay)) == 1:
            odd.setdefault(stay.from_day, []).append(stay)
    for night, stays in sorted(odd.items()):
        stays.sort(key=lambda one: (one.room_no or "", str(one.id)))
        names = [one.room_no or _guest(scene, one) for one in stays]
        message, titles = some_of(scene, _ODD, names, {"day": night.isoformat()})
        yield Observed(
            message=message,
            **crowded(scene, {guest.person_id for one in stays for guest in scene.plan.stay_guests(one)}),
            others=tuple(one.id for one in stays),
            titles=titles,
            facts=(night.isoformat(),),
            at=night.isoformat(),
        )


def _guest(scene: Scene, stay: r.Stay) -> str:
    """Return the name of the one guest, for a room without a number."""
    return scene.crowd(frozenset(one.person_id for one in scene.plan.stay_guests(stay))).listed
