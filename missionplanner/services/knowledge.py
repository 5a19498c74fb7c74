"""Gather what rules may know of the world for one mission, and what forms offer while somebody types."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.checks.knowledge import Airport, ClockChange, Knowledge, Spot, spot_of_city
from missionplanner.domain.clock import DAY
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import OrganiserRole

if TYPE_CHECKING:
    from missionplanner.reference.distances import Position
    from missionplanner.reference.gazetteer import City
    from missionplanner.reference.regions import Region

_LONGEST = 366
"""Days of a mission, and a day around it, that holidays are looked up for."""
_CODE = re.compile(r"[A-Z]{3}")
_CODE_IN_NAME = re.compile(r"\(([A-Z]{3})\)")
_STOP = re.compile(
    r"\b(centra\w+|hbf|hauptbahnhof|(bahnhof|gare|stazione|station|estaci[oó]n)( d[ei]| de)?)\b", re.I
)
"""What people write beside a city where they mean its railway station."""
_AIRPORT = re.compile(r"\b(airport|a[eé]roport|aeroporto|aeropuerto|flughafen|luchthaven)( d[ei])?\b", re.I)
_BIG = 100_000
_FAR_BIGGER = 10
"""How many inhabitants make a city known far off, and how many times as many make it the one people mean."""
_AT_HOME = (OrganiserRole.PROMOTER, OrganiserRole.LEAD, OrganiserRole.CO_ORGANISER)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Be what a plan says of a place: enough to find out where it is."""

    id: UUID
    name: str | None
    city: str | None
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class _Facts:
    """Be all of a plan that its knowledge depends on: plans with equal facts share what is known.

    ``cities`` are name and country, as told; ``codes`` cities and NUTS codes.
    """

    first: dt.date
    last: dt.date
    places: tuple[_Spot, ...]
    cities: frozenset[tuple[str, str | None]]
    texts: frozenset[str]
    airports: frozenset[str]
    countries: frozenset[str]
    zones: frozenset[str]
    codes: frozenset[tuple[str, str]]
    home_zone: str | None
    home: str | None


def of(plan: MissionPlan) -> Knowledge:
    """Return what is known of a mission's places and days; at once where a like plan was asked for before."""
    return _of_facts(_facts(plan))


def cities(prefix: str, country: str | None = None) -> tuple[City, ...]:
    """Return the cities somebody may mean who has typed this, likeliest first, under any name they go by."""
    from missionplanner.reference import gazetteer

    return gazetteer.search(prefix, country)


def city(name: str, country: str | None = None) -> City | None:
    """Return the biggest city of this name, in a country where one is told."""
    from missionplanner.reference import gazetteer

    return gazetteer.find(name, country)


def airports(prefix: str) -> tuple[tuple[str, Airport], ...]:
    """Return IATA code and airport of those somebody may mean, by code, city or name."""
    from missionplanner.reference import airports

    return airports.search(prefix)


def airport(code: str) -> Airport | None:
    """Return the airport of an IATA code, None where it is none."""
    from missionplanner.reference import airports

    return airports.find(code)


def regions(text: str, country: str | None = None) -> tuple[Region, ...]:
    """Return the NUTS regions somebody may mean, by code or name."""
    from missionplanner.reference import regions

    return regions.search(text, country)


def zone_of(lat: float, lon: float) -> str | None:
    """Return the IANA zone of a point in WGS 84 degrees, None on the open sea."""
    from missionplanner.reference import zones

    return zones.zone_of(lat, lon)


def where(plan: MissionPlan, spot: Spot) -> Position | None:
    """Return where a spot of a mission is, as far as it is known: of a place, an airport, a city."""
    from missionplanner.reference.distances import Distances

    known = of(plan).distances
    return known.position(spot) if isinstance(known, Distances) else None


# -- what a plan says ---------------------------------------------------------------------------------


def _facts(plan: MissionPlan) -> _Facts:
    mission = plan.mission
    cities = {
        (one.city, one.country)
        for part in (plan.destinations, plan.items, plan.places)
        for one in part
        if one.city
    }
    legs = [(one.origin, one.destination, one.origin_text, one.destination_text) for one in plan.legs]
    texts = {text for *_, origin, target in legs for text in (origin, target) if text}
    told = {one.country for part in (plan.destinations, plan.items, plan.places) for one in part}
    return _Facts(
        first=plan.days[0] - DAY,
        last=min(plan.days[-1], plan.days[0] + _LONGEST * DAY) + DAY,
        places=tuple(_Spot(one.id, one.name, one.city, one.country, one.lat, one.lon) for one in plan.places),
        cities=frozenset(cities),
        texts=frozenset(texts),
        airports=frozenset(code for origin, target, *_ in legs for code in (origin, target) if code),
        countries=frozenset(country for country in told if country),
        zones=frozenset(_zones(plan)),
        codes=frozenset(_codes(plan)),
        home_zone=mission.home_zone,
        home=_home(plan),
    )


def _zones(plan: MissionPlan) -> Iterator[str]:
    """Yield the zones people sleep in: of the mission and of its destinations."""
    yield plan.mission.zone
    for one in plan.destinations:
        if one.zone:
            yield one.zone


def _codes(plan: MissionPlan) -> Iterator[tuple[str, str]]:
    owners: Iterable[r.Destination | r.Organisation] = (*plan.destinations, *plan.organisations)
    for one in owners:
        if one.city and one.region:
            yield one.city, one.region


def _home(plan: MissionPlan) -> str | None:
    """Return the country of the first organiser on this side that has one."""
    sides = {one.role: one.organisation_id for one in reversed(plan.organisers)}
    for role in _AT_HOME:
        owner = plan.organisation(sides.get(role))
        if owner is not None and owner.country:
            return owner.country
    return None


# -- what is known of it ------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _of_facts(facts: _Facts) -> Knowledge:
    from missionplanner.reference import airports, distances, gazetteer, regions

    home = (gazetteer.country_of_zone(facts.home_zone) if facts.home_zone else None) or facts.home
    known = _known_cities(facts)
    ports = {code: port for code in facts.airports if (port := airports.find(code)) is not None}
    countries = {
        *facts.countries,
        *(one.country for one in known.values()),
        *(port.country for port in ports.values() if port.country),
        *([home] if home else []),
    }
    return Knowledge(
        airports=ports,
        holidays=_holidays(facts, countries),
        city_holidays=_city_holidays(facts, known),
        weekends=_weekends(facts, countries),
        distances=distances.Distances(_positions(facts, known, ports)),
        zones={name: one.zone for name, one in known.items()},
        countries={name: one.country for name, one in known.items()},
        clock_changes=_clock_changes(facts),
        home=home,
        eu=regions.members(),
    )


def _known_cities(facts: _Facts) -> dict[str, City]:
    """Return the cities of a mission by their key, those whose country was told before the others."""
    from missionplanner.reference import gazetteer

    known: dict[str, City] = {}
    for name, country in sorted(facts.cities, key=lambda pair: (pair[1] is None, pair[0], pair[1] or "")):
        found = gazetteer.find(name, country) if country else _likely(name, facts.countries)
        if found is not None:
            known.setdefault(spot_of_city(name), found)
    for text in sorted(facts.texts):
        for name in (text, text.rpartition(",")[2].strip()):
            found = _likely(_STOP.sub(" ", name).strip(" -"), facts.countries)
            if found is not None:
                known.setdefault(spot_of_city(name), found)
    return known


def _likely(name: str, countries: Iterable[str]) -> City | None:
    """Return the city of a name without a country, if there is no doubt which; None else.

    It is one where the mission goes, or a big city elsewhere; never one that is far smaller than another of
    its name: on a mission to Georgia "Rome" may be either.
    """
    from missionplanner.reference import gazetteer

    biggest = gazetteer.find(name)
    if biggest is None:
        return None
    there = [one for country in countries if (one := gazetteer.find(name, country)) is not None]
    own = max(there, key=lambda one: (one.people, one.country), default=None)
    if own is None:
        return biggest if biggest.people >= _BIG else None
    return own if own.people * _FAR_BIGGER >= biggest.people else None


def _positions(facts: _Facts, known: dict[str, City], ports: dict[str, Airport]) -> dict[Spot, Position]:
    from missionplanner.reference.distances import Position

    found: dict[Spot, Position] = {name: Position(one.lat, one.lon, one.radius) for name, one in known.items()}
    for code, port in ports.items():
        if port.lat is not None and port.lon is not None:
            found[code] = Position(port.lat, port.lon)
    for text in facts.texts:
        called = _airport_called(text, facts.countries)
        if called is not None and called.lat is not None and called.lon is not None:
            found[spot_of_city(text)] = Position(called.lat, called.lon)
    for place in facts.places:
        position = _position(place, known)
        if position is not None:
            found[place.id] = position
    return found


def _position(place: _Spot, known: dict[str, City]) -> Position | None:
    """Return where a place is: at its coordinates, else at the airport it is called by, else in its city."""
    from missionplanner.reference import airports
    from missionplanner.reference.distances import Position

    if place.lat is not None and place.lon is not None:
        return Position(place.lat, place.lon)
    countries = [place.country] if place.country else []
    port = _airport_called(place.name or "", countries)
    own = known.get(spot_of_city(place.city)) if place.city else None
    if port is None and own is None and place.city:  # "Schiphol" is no city
        port = airports.only(place.city, countries)
    if port is not None and port.lat is not None and port.lon is not None:
        return Position(port.lat, port.lon)
    return Position(own.lat, own.lon, own.radius) if own is not None else None


def _airport_called(text: str, countries: Iterable[str]) -> Airport | None:
    """Return the airport of "Bilbao airport (BIO)", of "BIO", and of "Bilbao airport" where there is but one."""
    from missionplanner.reference import airports

    inside = _CODE_IN_NAME.search(text)
    if inside or _CODE.fullmatch(text):
        return airports.find(inside[1] if inside else text)
    name = _AIRPORT.sub(" ", text)
    return airports.only(name, countries) if name != text else None


def _holidays(facts: _Facts, countries: Iterable[str]) -> dict[tuple[str, dt.date], Texts]:
    from missionplanner.reference import public_holidays

    return {
        (country, day): name
        for country in sorted(countries)
        for day, name in public_holidays.national(country, facts.first, facts.last).items()
    }


def _city_holidays(facts: _Facts, known: dict[str, City]) -> dict[tuple[str, str, dt.date], Texts]:
    from missionplanner.reference import public_holidays

    found: dict[tuple[str, str, dt.date], Texts] = {}
    told = {(spot_of_city(name), country) for name, country in facts.cities if country}
    for name, country in sorted(told | {(name, one.country) for name, one in known.items()}):
        codes = sorted(code for there, code in facts.codes if spot_of_city(there) == name)
        subdivision = public_holidays.subdivision_of(country, name, known.get(name), codes)
        if subdivision is not None:
            days = public_holidays.local(country, subdivision, facts.first, facts.last)
            found.update({(country, name, day): holiday for day, holiday in days.items()})
    return found


def _weekends(facts: _Facts, countries: Iterable[str]) -> dict[str, frozenset[int]]:
    from missionplanner.reference import public_holidays

    found = {country: public_holidays.weekend(country, facts.first) for country in sorted(countries)}
    return {country: days for country, days in found.items() if days is not None}


def _clock_changes(facts: _Facts) -> tuple[ClockChange, ...]:
    from missionplanner.reference import zones

    found: list[ClockChange] = []
    for name in sorted(facts.zones):
        try:
            found += zones.clock_changes(name, facts.first, facts.last)
        except Invalid:  # a zone newer than this computer's: nothing is known of it
            continue
    return tuple(sorted(found, key=lambda one: (one.at, one.zone)))
