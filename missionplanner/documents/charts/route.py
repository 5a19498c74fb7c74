"""Draw the map of a route: land and borders, ways between stops as arcs or lines, names that do not collide."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from missionplanner.documents import design
from missionplanner.documents.charts.drawing import (
    Area,
    Band,
    Box,
    Chart,
    Dot,
    Kind,
    Letter,
    Mark,
    Ruler,
    Stroke,
    Words,
)
from missionplanner.documents.content.drawn import RouteMap
from missionplanner.domain.logistics.routes import SHAPE, Point
from missionplanner.domain.logistics.routes import Box as Part
from missionplanner.domain.vocabulary import LegMode

SEA, LAND, BORDER = "#E8EEF0", "#FBF9F4", "#C9C4B8"
NAME = Letter(9.0, "semibold", design.INK, 11.0)
PASSED = Letter(8.0, "regular", design.SECONDARY, 10.0)
COUNTRY = Letter(6.8, "regular", "#7C857F", 8.6, capitals=True)
GRID = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
BEND = 0.16
"""How far a flight bends from the straight line, of its length."""
STEPS = 24
DASHES: dict[LegMode | None, tuple[float, float] | None] = {
    LegMode.FLIGHT: None,
    LegMode.TRAIN: (5.0, 2.4),
    LegMode.FERRY: (1.0, 3.0),
}
"""How ways are drawn, so that they can be told apart without colour; by road they are dotted."""
BY_ROAD = (0.1, 3.2)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """Put points of the earth on a sheet: degrees of longitude as wide as they are in its middle."""

    part: Part
    width: float
    height: float

    def __call__(self, point: Point) -> Spot:
        part = self.part
        x = (point.lon - part.west) / (part.east - part.west) * self.width
        y = (part.north - point.lat) / (part.north - part.south) * self.height
        return x, y


def route_map(part: RouteMap, width: float, ruler: Ruler, accent: str) -> Chart:
    """Return the map of a route as a drawing."""
    height = width * SHAPE
    place = Projection(part.route.box, width, height)
    marks: list[Mark] = [Box(0, 0, width, height, fill=SEA)]
    for land in part.route.land:
        points = tuple((round(x, 1), round(y, 1)) for x, y in map(place, land.ring))
        marks.append(Area(points, LAND, BORDER, 0.4))
    marks += _graticule(part.route.box, place)
    spots = [place(stop.point) for stop in part.route.stops]
    ways = [_way(spots[one.here], spots[one.there], one.mode, accent) for one in part.route.tracks]
    marks += ways
    taken: list[Box] = [Box(x - 4, y - 4, 8, 8) for x, y in spots]
    avoided = [box for way in ways for box in _along(way)]
    for stop, (x, y) in zip(part.route.stops, spots, strict=True):
        marks.append(Dot(x, y, 3.6 if stop.main else 2.6, accent if stop.main else design.WHITE, design.INK, 1.0))
    marks += _names(part, spots, ruler, (width, height), (taken, avoided))
    marks += _countries(part, place, ruler, [*taken, *avoided])
    marks.append(Box(0, 0, width, height, stroke=design.RULE, width=0.8))
    return Chart(width, (Band(height, tuple(marks), kind=Kind.PLAIN),), part.about)


def _graticule(part: Part, place: Projection) -> Iterator[Mark]:
    """Give parallels and meridians, some five each way."""
    step = next((one for one in GRID if (part.north - part.south) / one <= 5), GRID[-1])
    for number in range(math.ceil(part.south / step), math.floor(part.north / step) + 1):
        _, y = place(Point(number * step, part.west))
        yield Stroke(0, y, place.width, y, design.WHITE, 0.5)
    step = next((one for one in GRID if (part.east - part.west) / one <= 9), GRID[-1])
    for number in range(math.ceil(part.west / step), math.floor(part.east / step) + 1):
        x, _ = place(Point(part.south, number * step))
        yield Stroke(x, 0, x, place.height, design.WHITE, 0.5)


def _way(here: Spot, there: Spot, mode: LegMode | None, accent: str) -> Area | Stroke:
    """Return a way: a flight as an arc of many short stretches, all else straight."""
    if mode is LegMode.FLIGHT:
        return Area(tuple(_arc(here, there)), None, accent, 1.3, closed=False)
    return Stroke(*here, *there, design.PETROL, 1.3, DASHES.get(mode, BY_ROAD))


def _along(way: Area | Stroke) -> Iterator[Box]:
    """Give small boxes along a way, for names to keep clear of."""
    if isinstance(way, Area):
        points = way.points
    else:
        shares = [number / STEPS for number in range(STEPS + 1)]
        points = tuple(
            (way.x1 + (way.x2 - way.x1) * share, way.y1 + (way.y2 - way.y1) * share) for share in shares
        )
    yield from (Box(x - 1.5, y - 1.5, 3, 3) for x, y in points)


def _arc(here: Spot, there: Spot) -> Iterator[Spot]:
    """Give points of a curve that bends upwards."""
    (x1, y1), (x2, y2) = sorted((here, there))
    mid = ((x1 + x2) / 2 + (y2 - y1) * BEND, (y1 + y2) / 2 - (x2 - x1) * BEND)
    for number in range(STEPS + 1):
        t = number / STEPS
        yield tuple(  # type: ignore[misc]  # two of them
            a * (1 - t) ** 2 + 2 * b * t * (1 - t) + c * t * t
            for a, b, c in zip((x1, y1), mid, (x2, y2), strict=True)
        )


def _names(
    part: RouteMap,
    spots: Sequence[Spot],
    ruler: Ruler,
    size: tuple[float, float],
    room: tuple[list[Box], list[Box]],
) -> Iterator[Mark]:
    """Give the names of stops beside them, destinations first; one that has no room is left out.

    ``room`` is what is taken, and the ways, which a name may stand on where it has no other place.
    """
    taken, avoided = room
    order = sorted(range(len(spots)), key=lambda number: not part.route.stops[number].main)
    for number in order:
        letter = NAME if part.route.stops[number].main else PASSED
        for others in ([*taken, *avoided], taken):
            words = _beside(part.names[number], spots[number], letter, ruler, (size, others))
            if words is not None:
                taken.append(_box_of(words, ruler))
                yield words
                break


def _box_of(words: Words, ruler: Ruler) -> Box:
    letter = words.letter
    return Box(words.x, words.y - letter.size * 0.8, ruler.width(words.lines[0], letter), letter.size)


def _beside(
    name: str, spot: Spot, letter: Letter, ruler: Ruler, room: tuple[tuple[float, float], list[Box]]
) -> Words | None:
    """Return a name at the first place beside a spot that is free, None where there is none."""
    (width, height), taken = room
    wide, tall = ruler.width(name, letter), letter.size
    x, y = spot
    for left, base in (
        (x + 7, y + 3),
        (x - 7 - wide, y + 3),
        (x - wide / 2, y - 7),
        (x - wide / 2, y + 7 + tall),
        (x + 7, y - 6),
        (x + 7, y + 12),
        (x - 7 - wide, y - 6),
        (x - 7 - wide, y + 12),
    ):
        box = Box(left, base - tall * 0.8, wide, tall)
        inside = left >= 3 and left + wide <= width - 3 and box.y >= 3 and base <= height - 3
        if inside and not any(_meet(box, one) for one in taken):
            return Words(left, base, (name,), letter)
    return None


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.wide
        and other.x < one.x + one.wide
        and one.y < other.y + other.tall
        and other.y < one.y + one.tall
    )


def _countries(part: RouteMap, place: Projection, ruler: Ruler, taken: list[Box]) -> Iterator[Mark]:
    """Give the names of countries in the middle of their largest stretch of land, where there is room."""
    largest: dict[str, tuple[float, Spot, float]] = {}
    for land in part.route.land:
        points = [place(one) for one in land.ring]
        size, middle, wide = _middle(points)
        if size > largest.get(land.country, (0.0,))[0]:
            largest[land.country] = (size, middle, wide)
    names = dict(part.countries)
    for country, (_, (x, y), wide) in sorted(largest.items(), key=lambda pair: -pair[1][0]):
        name = names.get(country, "")
        length = ruler.width(name, COUNTRY)
        box = Box(x - length / 2, y - 6, length, 8)
        inside = box.x > 4 and box.x + length < place.width - 4 and 8 < y < place.height - 4
        if name and length < wide and inside and not any(_meet(box, one) for one in taken):
            taken.append(box)
            yield Words(x, y, (name,), COUNTRY, "centre")


def _middle(points: Sequence[Spot]) -> tuple[float, Spot, float]:
    """Return the size, the centroid and the width of a shape."""
    double = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        double += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    wide = max(one[0] for one in points) - min(one[0] for one in points)
    if abs(double) < 1e-6:
        return 0.0, points[0], wide
    return abs(double) / 2, (x / (3 * double), y / (3 * double)), wide
