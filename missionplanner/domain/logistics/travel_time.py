"""Estimate how long a journey takes from how far it is, where nobody typed a time (DOMAIN §6)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from missionplanner.domain.vocabulary import LegMode

DETOUR = 1.3
"""How much longer roads and rails are than the great circle."""
CITY_KM = 10.0
"""Length of a road journey, detours included, that is all in town."""
CITY_SPEED = 20.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Be how a means of travel gets on: km/h, minutes to get in and out, and how far from straight it goes."""

    speed: float
    boarding: int
    detour: float = DETOUR
    in_town: bool = False


_ROAD = Pace(60.0, 5, in_town=True)

PACES: dict[LegMode, Pace] = {
    LegMode.ON_FOOT: Pace(4.5, 0),
    LegMode.COACH: Pace(60.0, 10, in_town=True),
    LegMode.TRANSFER: _ROAD,
    LegMode.CAR: _ROAD,
    LegMode.TRAIN: Pace(120.0, 10),
    LegMode.FERRY: Pace(35.0, 30),
    # From gate to gate: taxiing, climbing and descending cost half an hour, airways are nearly straight.
    LegMode.FLIGHT: Pace(800.0, 30, detour=1.05),
}


def estimate(km: float, mode: LegMode | None = None) -> int:
    """Return the minutes for ``km`` as the crow flies, rounded up; 0 km take none. No mode means by road.

    A road journey goes at the speed of a city for its first stretch and is never slower than that: it takes
    the longer of the whole way on open roads and of its stretch in town, so that farther never means sooner.
    """
    if km <= 0:
        return 0
    pace = PACES[mode] if mode is not None else _ROAD
    way = km * pace.detour
    hours = way / pace.speed
    if pace.in_town:
        hours = max(hours, min(way, CITY_KM) / CITY_SPEED)
    return ceil(hours * 60 - 1e-9) + pace.boarding
