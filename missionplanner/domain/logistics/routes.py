"""Hold where a mission went, as far as anybody can tell: stops, ways between them, the land around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import NamedTuple

from missionplanner.domain.checks.knowledge import Spot, spot_of_city
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode

NEAR = 0.15
"""Degrees within which two stops are one on a map: a city and its airport."""
SHAPE = 0.56
"""Height of a map as a share of its width."""
MARGIN, LEAST = 0.28, 1.6
"""Room around the stops as a share of what they span; degrees of latitude a map shows at least."""


class Point(NamedTuple):
    """Be a point of the earth, in WGS 84 degrees."""

    lat: float
    lon: float


class Found(NamedTuple):
    """Be a position somebody knows, with the name of the town there where it has another."""

    point: Point
    name: str = ""


class Box(NamedTuple):
    """Be a part of the earth between two parallels and two meridians, in degrees."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Stop:
    """Be somewhere the mission went or started from. ``main`` ones are its destinations."""

    name: str
    point: Point
    main: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Be a way from one stop to another, numbers of the stops, once however often it was travelled."""

    here: int
    there: int
    mode: LegMode | None = None


@dataclass(frozen=True, slots=True)
class Land:
    """Be a stretch of land of one country, as a ring of points; ``country`` is an ISO code, "" where disputed."""

    country: str
    ring: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Be where a mission went; empty where nobody can tell."""

    stops: tuple[Stop, ...] = ()
    tracks: tuple[Track, ...] = ()
    box: Box = Box(0.0, 0.0, 0.0, 0.0)
    land: tuple[Land, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stops)


NOWHERE = Route()


def route_of(plan: MissionPlan, where: Callable[[Spot], Found | None]) -> Route:
    """Return the stops and ways of a mission: its destinations, and the ends of legs that are not private.

    ``where`` tells the position of an IATA code or of a city, as ``spot_of_city`` writes it; stops that nobody
    knows the position of are left out, and those that lie on top of each other are one. The land is not in it.
    """
    found = _Stops(where)
    for one in plan.destinations:
        if one.city:
            found.add(one.city, spot_of_city(one.city), main=True)
    tracks: dict[Track, None] = {}
    for leg in plan.legs:
        if leg.private:
            continue
        here = found.end(leg.origin, leg.origin_text)
        there = found.end(leg.destination, leg.destination_text)
        if here is not None and there is not None and here != there:
            tracks.setdefault(Track(min(here, there), max(here, there), leg.mode))
    stops = tuple(found.stops)
    return Route(stops, tuple(tracks), around([one.point for one in stops])) if stops else NOWHERE


def around(points: Sequence[Point]) -> Box:
    """Return the part of the earth a map of some points shows, as wide and high as ``SHAPE`` asks."""
    lats, lons = [one.lat for one in points], [one.lon for one in points]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = max(0.2, cos(radians(lat)))
    tall = max(LEAST, (max(lats) - min(lats)) * (1 + 2 * MARGIN))
    wide = max(tall / SHAPE, (max(lons) - min(lons)) * (1 + 2 * MARGIN) * squeeze)
    tall = max(tall, wide * SHAPE)
    return Box(lat - tall / 2, lon - wide / squeeze / 2, lat + tall / 2, lon + wide / squeeze / 2)


class _Stops:
    """Collect stops, each once."""

    def __init__(self, where: Callable[[Spot], Found | None]) -> None:
        self._where = where
        self.stops: list[Stop] = []

    def end(self, code: str | None, text: str | None) -> int | None:
        """Return the number of the stop at the end of a leg."""
        if text:
            for name in (text, text.rpartition(",")[2].strip()):
                number = self.add(name, spot_of_city(name))
                if number is not None:
                    return number
        return self.add(code, code) if code else None

    def add(self, name: str, spot: Spot, *, main: bool = False) -> int | None:
        """Return the number of a stop; None where nobody knows its position."""
        found = self._where(spot)
        if found is None:
            return None
        point = found.point
        for number, one in enumerate(self.stops):
            if abs(one.point.lat - point.lat) < NEAR and abs(one.point.lon - point.lon) < NEAR:
                return number
        self.stops.append(Stop(found.name or name, point, main))
        return len(self.stops) - 1
