"""Tell on which side of a journey an item is: at home, or out there (what before_arrival must not mistake)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.text import folded


@dataclass(frozen=True, slots=True)
class End:
    """Be one end of a leg: its zone, and what is known of its city, country and name."""

    zone: str
    names: tuple[str, ...]
    country: str | None

    def has(self, city: str) -> bool:
        """Tell whether a city is named at this end, as in "Bologna airport"."""
        return any(city in name for name in self.names)


def origin(scene: Scene, ride: Ride) -> End:
    """Return the end a leg leaves from."""
    return _end(scene, ride.times.zone, ride.leg.origin, ride.leg.origin_text)


def target(scene: Scene, ride: Ride) -> End:
    """Return the end a leg goes to."""
    return _end(scene, ride.times.end_zone, ride.leg.destination, ride.leg.destination_text)


def _end(scene: Scene, zone: str, code: str | None, text: str | None) -> End:
    airport = scene.knowledge.airports.get(code) if code else None
    names = (code, text, airport.city if airport else None)
    told = tuple(folded(name) for name in names if name)
    return End(zone, told, airport.country if airport else None)


def is_at(scene: Scene, row: Row, here: End, there: End) -> bool:
    """Tell whether what is known of an item puts it at one end of a journey and not at the other.

    Its zone counts where it has one of its own, then its city, then its country, then the leg it stands for.
    """
    return any(_evidence(scene, row, here, there))


def _evidence(scene: Scene, row: Row, here: End, there: End) -> Iterator[bool]:
    zone = _zone(scene, row)
    yield zone == here.zone != there.zone
    city, country = _city(scene, row), _country(scene, row)
    yield bool(city) and here.has(city) and not there.has(city)
    yield country is not None and country == here.country != there.country
    ride = scene.rides.get(row.item.leg_id) if row.item.leg_id is not None else None
    if ride is not None:
        ends = {*origin(scene, ride).names, *target(scene, ride).names}
        yield not ends.isdisjoint(here.names) and ends.isdisjoint(there.names)


def is_at_home(scene: Scene, row: Row, there: End) -> bool:
    """Tell whether an item is in the mission's home zone while the other end of the journey is not."""
    home = scene.plan.mission.home_zone
    return home is not None and _zone(scene, row) == home != there.zone


def is_out_there(scene: Scene, row: Row) -> bool:
    """Tell whether an item names a city or country the mission goes to, and not where it comes from."""
    home = scene.plan.mission.home_zone
    if home is not None and _zone(scene, row) == home != scene.plan.mission.zone:
        return False
    city, country = _city(scene, row), _country(scene, row)
    cities = {folded(one.city) for one in scene.plan.destinations if one.city}
    countries = {one.country for one in scene.plan.destinations if one.country}
    return (bool(city) and city in cities) or (country is not None and country in countries)


def _zone(scene: Scene, row: Row) -> str | None:
    """Return the zone an item or its place or leg was given; an inherited one tells nothing of where it is."""
    leg = scene.plan.leg(row.item.leg_id)
    if leg is not None and leg.zone:
        return leg.zone
    place = scene.plan.place(row.item.place_id)
    return row.item.zone or (place.zone if place else None)


def _city(scene: Scene, row: Row) -> str:
    place = scene.plan.place(row.item.place_id)
    return folded(row.item.city or (place.city if place else None) or "")


def _country(scene: Scene, row: Row) -> str | None:
    place = scene.plan.place(row.item.place_id)
    return row.item.country or (place.country if place else None)
