"""Know the land of the earth by country (Natural Earth, 1:50 million, public domain), for maps of a route.

``packaging/coast.py`` builds the file.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from missionplanner.base import assets
from missionplanner.domain.logistics.routes import Box, Land, Point

FILE = "reference/coast.z"
DEGREE = 100
"""Coordinates are whole hundredths of a degree: some 1.1 km."""
FINEST = 700
"""Parts of the width of a map that points of a coast may be as near to each other as."""
TURN, POLAR = 360, -60
"""Degrees of a whole turn; the parallel south of which land goes all around."""

Pair = tuple[float, float]
Ring = tuple[str, tuple[tuple[int, int], ...]]


def packed(rings: Iterable[Ring]) -> bytes:
    """Return rings of latitude and longitude as bytes: what changes from point to point, in as few as it needs."""
    out = bytearray()
    for country, points in rings:
        out += country.ljust(2).encode("ascii")
        out += _number(len(points))
        lat = lon = 0
        for here in points:
            out += _number(_folded(here[0] - lat)) + _number(_folded(here[1] - lon))
            lat, lon = here
    return bytes(out)


def _folded(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _number(number: int) -> bytes:
    """Return a number in groups of seven bits, the lowest first."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


@lru_cache(maxsize=1)
def _rings() -> tuple[tuple[str, Box, tuple[Pair, ...]], ...]:
    """Return country, bounds and points of every ring."""
    data = zlib.decompress(assets.path(FILE).read_bytes())
    found, at = [], 0
    while at < len(data):
        country, at = data[at : at + 2].decode("ascii").strip(), at + 2
        count, at = _read(data, at)
        points, at = _points(data, at, count)
        for ring in _on_map(points):
            lats, lons = zip(*ring, strict=True)
            found.append((country, Box(min(lats), min(lons), max(lats), max(lons)), ring))
    return tuple(found)


def _points(data: bytes, at: int, count: int) -> tuple[list[Pair], int]:
    """Read the points of a ring, and where what follows begins. Nearly every step is a single byte."""
    points: list[Pair] = []
    lat = lon = 0
    for _ in range(count):
        step = data[at]
        if step < 128:
            at += 1
        else:
            step, at = _read(data, at)
        lat += step >> 1 ^ -(step & 1)
        step = data[at]
        if step < 128:
            at += 1
        else:
            step, at = _read(data, at)
        lon += step >> 1 ^ -(step & 1)
        points.append((lat / DEGREE, lon / DEGREE))
    return points, at


def _on_map(points: list[Pair]) -> Iterator[tuple[Pair, ...]]:
    """Give a ring as a map shows it: one over the 180th meridian at either end, not as a line from end to end."""
    lons = [one[1] for one in points]
    if max(lons) - min(lons) < TURN - 60 or min(one[0] for one in points) < POLAR:
        yield tuple(points)
        return
    for turn in (0, -TURN):
        yield tuple((lat, (lon + TURN if lon < 0 else lon) + turn) for lat, lon in points)


def _read(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, at
        shift += 7


def land(box: Box) -> tuple[Land, ...]:
    """Return the land within a box, cut at its edges, as fine as a map of that width can show."""
    fine = max(box.east - box.west, box.north - box.south) / FINEST
    found = []
    for country, bounds, points in _rings():
        if (
            bounds.south > box.north
            or bounds.north < box.south
            or bounds.west > box.east
            or bounds.east < box.west
        ):
            continue
        ring = _thinned(points, fine)
        if not _inside(bounds, box):
            ring = _cut(ring, box)
        if len(ring) > 2:
            found.append(Land(country, tuple(Point(*one) for one in ring)))
    return tuple(found)


def _inside(bounds: Box, box: Box) -> bool:
    return (
        box.south <= bounds.south
        and bounds.north <= box.north
        and box.west <= bounds.west
        and bounds.east <= box.east
    )


def _thinned(points: Iterable[Pair], fine: float) -> list[Pair]:
    kept: list[Pair] = []
    last_lat = last_lon = math.inf
    for one in points:
        lat, lon = one
        if abs(lat - last_lat) + abs(lon - last_lon) >= fine:
            last_lat, last_lon = one
            kept.append(one)
    return kept


def _cut(ring: list[Pair], box: Box) -> list[Pair]:
    """Cut a ring at the four edges of a box, one after the other (Sutherland and Hodgman)."""
    for axis, edge, above in (
        (0, box.south, True),
        (0, box.north, False),
        (1, box.west, True),
        (1, box.east, False),
    ):
        ring = list(_cut_at(ring, axis, edge, _within(axis, edge, above)))
        if not ring:
            return []
    return ring


def _within(axis: int, edge: float, above: bool) -> Callable[[Pair], bool]:
    return (lambda one: one[axis] >= edge) if above else (lambda one: one[axis] <= edge)


def _cut_at(ring: list[Pair], axis: int, edge: float, within: Callable[[Pair], bool]) -> Iterator[Pair]:
    before = ring[-1]
    for here in ring:
        if within(here) is not within(before):
            share = (edge - before[axis]) / (here[axis] - before[axis])
            yield tuple(  # type: ignore[misc]  # two of them
                edge if number == axis else before[number] + (here[number] - before[number]) * share
                for number in (0, 1)
            )
        if within(here):
            yield here
        before = here
