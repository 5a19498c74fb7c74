"""Hold what rules may know of the world, filled by services, so that tests can plant any world."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from missionplanner.domain.logistics.travel_time import estimate
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import LegMode

Spot = UUID | str
"""Where somebody is: the id of a place, the IATA code of an airport, else a city as ``spot_of_city`` writes it."""

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def _empty() -> Mapping[Any, Any]:
    return _NOTHING


def spot_of_city(city: str) -> str:
    """Return the key of a city: without case and accents, so that it never equals an IATA code."""
    return folded(city)


@dataclass(frozen=True, slots=True)
class Airport:
    """Be an airport: its city, country (ISO 3166, two letters), IANA zone, and where it is (WGS 84 degrees)."""

    city: str | None = None
    country: str | None = None
    zone: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class ClockChange:
    """Be a change of clocks: ``day`` is the wall day it happens on, ``at`` the moment in UTC.

    ``minutes`` is how far clocks jump: 60 where an hour of sleep is lost, -60 where one is won.
    """

    zone: str
    day: dt.date
    at: dt.datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Be what is known of the places and days of one mission; empty means nothing is known.

    ``airports`` go by IATA code; ``holidays`` by country and day, and ``city_holidays``, those of a region or
    town alone, by country, city and day; ``weekends`` are ISO weekdays by country; ``distances`` are km, as the
    crow flies, by two spots in either order. ``zones`` and ``countries`` go by city. ``clock_changes`` are
    those of the mission's zones on its days. Cities are keys of ``spot_of_city``. ``home`` is the country the
    delegation comes from, ``eu`` the member states of the European Union.
    """

    airports: Mapping[str, Airport] = field(default_factory=_empty)
    holidays: Mapping[tuple[str, dt.date], Texts] = field(default_factory=_empty)
    city_holidays: Mapping[tuple[str, str, dt.date], Texts] = field(default_factory=_empty)
    weekends: Mapping[str, frozenset[int]] = field(default_factory=_empty)
    distances: Mapping[tuple[Spot, Spot], float] = field(default_factory=_empty)
    zones: Mapping[str, str] = field(default_factory=_empty)
    countries: Mapping[str, str] = field(default_factory=_empty)
    clock_changes: tuple[ClockChange, ...] = ()
    home: str | None = None
    eu: frozenset[str] = frozenset()

    def holiday(self, country: str | None, day: dt.date, city: str | None = None) -> Texts | None:
        """Return the public holiday of a day in a country, or in this city of it; None where none is known."""
        if country is None:
            return None
        national = self.holidays.get((country, day))
        if national is not None or not city:
            return national
        return self.city_holidays.get((country, spot_of_city(city), day))

    def is_weekend(self, country: str | None, day: dt.date) -> bool:
        """Tell whether a day is of a country's weekend; False where the country is not known."""
        return country is not None and day.isoweekday() in self.weekends.get(country, frozenset())

    def distance(self, here: Spot | None, there: Spot | None) -> float | None:
        """Return the km from one spot to another, as the crow flies; None where nobody can tell."""
        if here is None or there is None:
            return None
        if here == there:
            return 0.0
        found = self.distances.get((here, there))
        return self.distances.get((there, here)) if found is None else found

    def minutes(self, here: Spot | None, there: Spot | None, mode: LegMode | None = None) -> int | None:
        """Estimate the minutes of a journey, by road where no mode is told; None where nobody can tell.

        A time somebody typed comes before this; that is for the rule to see (DOMAIN §6).
        """
        km = self.distance(here, there)
        return estimate(km, mode) if km is not None else None
