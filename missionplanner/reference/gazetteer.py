"""Know the cities of the world with more than 5,000 inhabitants (GeoNames), by any name in Latin letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sqrt

from missionplanner.reference import world
from missionplanner.reference.spelling import JOINT, LATER, key

AT_MOST = 12
_CANDIDATES = 60
"""How many of the biggest cities that fit are weighed against each other."""
_WHOLE, _BEGINNING, _TOWN = 5, 20, 20_000
"""How much more counts a name that is just this, a usual name that begins so; what a town of this name counts."""
_AS_ADDED = re.compile(r"\s*[,;(/].*")
"""What people write after a city: a region, a country, another name."""
_PEOPLE_PER_KM2 = 3_000
_NEAR = (0.25, 1.0, 4.0)
"""Degrees of latitude around a point that are looked through, one after the other."""


@dataclass(frozen=True, slots=True)
class City:
    """Be a city. ``lat`` and ``lon`` are WGS 84 degrees, ``country`` ISO 3166 of two letters.

    ``division`` is the code GeoNames gives its state or region, ``alias`` the name it was found by where that
    was another one.
    """

    name: str
    country: str
    division: str
    zone: str
    lat: float
    lon: float
    people: int
    alias: str | None = None

    @property
    def radius(self) -> float:
        """Return how far, in km, a spot in the city may be from its middle: guessed from its inhabitants."""
        return min(20.0, max(3.0, 1 + sqrt(self.people / _PEOPLE_PER_KM2 / pi)))


_COLUMNS = "city.name, country, division, zone.name, lat, lon, people, aliases"
_OF_TERM = f"""
    SELECT {_COLUMNS} FROM city_term JOIN city ON city.id = city_term.rowid JOIN zone ON zone.id = city.zone
    WHERE city_term MATCH ? AND (? IS NULL OR country = ?) ORDER BY city_term.rowid LIMIT ?
"""
_OF_BOX = f"""
    SELECT {_COLUMNS} FROM city JOIN zone ON zone.id = city.zone WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
"""


def search(prefix: str, country: str | None = None, limit: int = AT_MOST) -> tuple[City, ...]:
    """Return the cities one of whose names begins like this, likeliest first; then those with such a later word.

    Accents and case do not count. ``country`` keeps those of one country.
    """
    wanted = key(prefix)
    if not wanted:
        return ()
    found = _of_term(wanted, country, whole=True) + _of_term(wanted, country)
    ranked = sorted(_distinct(found), key=lambda city: -_weight(city, wanted))
    if len(ranked) < limit:
        ranked = _distinct(ranked + _of_term(LATER + wanted, country))
    return tuple(ranked[:limit])


def _distinct(cities: list[City]) -> list[City]:
    """Return each city once, as it was first found."""
    first: dict[tuple[str, str, float, float], City] = {}
    for one in cities:
        first.setdefault((one.name, one.country, one.lat, one.lon), one)
    return list(first.values())


@lru_cache(maxsize=4096)
def find(name: str, country: str | None = None) -> City | None:
    """Return the biggest city of exactly this name, in this country where one is told; None where there is none.

    "Bilbao, Biscay" is looked for as "Bilbao" too, and "Amorebieta" found as "Amorebieta-Etxano".
    """
    for text in dict.fromkeys((name, _AS_ADDED.sub("", name))):
        wanted = key(text)
        for term, whole in ((wanted, True), (wanted + JOINT, False)):
            found = _of_term(term, country, whole=whole, limit=1) if wanted else []
            if found:
                return found[0]
    return None


def nearest(lat: float, lon: float) -> City | None:
    """Return the city whose middle is nearest to a point; None where none is within some 400 km."""
    for reach in _NEAR:
        width = reach / max(0.05, cos(radians(lat)))
        box = (lat - reach, lat + reach, lon - width, lon + width)
        found = [_city(row, "") for row in world.rows(_OF_BOX, *(round(edge * world.DEGREE) for edge in box))]
        if found:
            squeeze = cos(radians(lat))
            return min(found, key=lambda one: (one.lat - lat) ** 2 + ((one.lon - lon) * squeeze) ** 2)
    return None


def country_of_zone(zone: str) -> str | None:
    """Return the country of the biggest city in a zone; None where the zone has none."""
    found = world.rows(
        "SELECT country FROM city JOIN zone ON zone.id = city.zone WHERE zone.name = ? ORDER BY city.id LIMIT 1",
        zone,
    )
    return found[0][0] if found else None


def _of_term(term: str, country: str | None, *, whole: bool = False, limit: int = _CANDIDATES) -> list[City]:
    """Return the biggest cities with a term of the index that is this one, or only begins like it."""
    match = f'"{term}"' if whole else f'"{term}" *'
    return [_city(row, term if whole else "") for row in world.rows(_OF_TERM, match, country, country, limit)]


def _city(row: tuple[str, str, str, str, int, int, int, str], wanted: str) -> City:
    name, country, division, zone, lat, lon, people, aliases = row
    alias = None
    if wanted and key(name) != wanted:
        alias = next((one for one in aliases.split("|") if key(one) == wanted), None)
    return City(name, country, division, zone, lat / world.DEGREE, lon / world.DEGREE, people, alias)


def _weight(city: City, wanted: str) -> float:
    """Weigh a city: by its size, and far more where it is called just so or its usual name begins so.

    "Donostia / San Sebastián" are two usual names.
    """
    own = [key(name) for name in city.name.split(" / ")]
    weight = max(city.people, _TOWN if wanted in own else 1)
    if wanted in own or city.alias is not None:
        weight *= _WHOLE
    return weight * _BEGINNING if any(name.startswith(wanted) for name in own) else weight
