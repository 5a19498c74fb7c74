"""Measure the earth: great circles by geographiclib (WGS 84), each worked out when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from missionplanner.domain.checks.knowledge import Spot


@dataclass(frozen=True, slots=True)
class Position:
    """Be where a spot is, in WGS 84 degrees, give or take ``slack`` km: 0 for an address, more for a city."""

    lat: float
    lon: float
    slack: float = 0.0


@lru_cache(maxsize=16384)
def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the length of the shortest way over the ellipsoid, in km."""
    from geographiclib.geodesic import Geodesic

    geodesic: Any = Geodesic.WGS84
    return float(geodesic.Inverse(lat, lon, other_lat, other_lon, Geodesic.DISTANCE)["s12"]) / 1000


class Distances(Mapping[tuple[Spot, Spot], float]):
    """Be the km between any two of some spots, in either order, as far as their positions can tell.

    A pair that is nearer than its positions are uncertain about is not in it: nobody knows how far two
    places of one city are from each other when all that is known of them is the city.
    """

    def __init__(self, positions: Mapping[Spot, Position]) -> None:
        self._positions = dict(positions)

    def position(self, spot: Spot) -> Position | None:
        """Return where a spot is, None where nobody knows."""
        return self._positions.get(spot)

    def __getitem__(self, pair: tuple[Spot, Spot]) -> float:
        here, there = self._positions[pair[0]], self._positions[pair[1]]
        if (here.lat, here.lon) > (there.lat, there.lon):
            here, there = there, here
        length = km(here.lat, here.lon, there.lat, there.lon)
        slack = here.slack + there.slack
        if slack and length <= slack:
            raise KeyError(pair)
        return length

    def __iter__(self) -> Iterator[tuple[Spot, Spot]]:
        return (pair for pair in combinations(self._positions, 2) if pair in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
