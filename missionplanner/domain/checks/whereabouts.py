"""Tell where rows and the ends of legs are, and how far from one another."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from missionplanner.domain.checks.knowledge import Spot, spot_of_city
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row

Spots = tuple[Spot, ...]
"""What is known of where something is, the most precise first."""


_city = lru_cache(maxsize=4096)(spot_of_city)


def of_row(scene: Scene, row: Row) -> Spots:
    """Return where an item is: its place, then its city; nothing where nobody said."""
    return of_place(scene, row.item.place_id, row.item.city)


def of_place(scene: Scene, identity: UUID | None, city: str | None = None) -> Spots:
    """Return where a place is: itself, then its city, be it that another one was told."""
    place = scene.plan.place(identity)
    city = city or (place.city if place else None)
    return _known(place.id if place else None, _city(city) if city else None)


def origin(ride: Ride) -> Spots:
    """Return where a leg leaves from: its airport, else what its text may name."""
    return _end(ride.leg.origin, ride.leg.origin_text)


def target(ride: Ride) -> Spots:
    """Return where a leg goes to."""
    return _end(ride.leg.destination, ride.leg.destination_text)


def _end(code: str | None, text: str | None) -> Spots:
    city = _city(text.rpartition(",")[2]) if text else None
    return _known(code, _city(text) if text else None, city)


def _known(*spots: Spot | None) -> Spots:
    return tuple(dict.fromkeys(one for one in spots if one))


def apart(scene: Scene, here: Spots, there: Spots) -> float | None:
    """Return the km between two whereabouts, as the crow flies; None where nobody can tell.

    Within one city only places with coordinates of their own are told apart.
    """
    if not here or not there:
        return None
    if here[0] == there[0]:
        return 0.0
    found = scene.knowledge.distance(here[0], there[0])
    if found is not None and len(here) + len(there) == 4:
        return found
    if not set(here).isdisjoint(there):
        return None
    pairs = ((one, other) for one in here for other in there)
    return next((km for pair in pairs if (km := scene.knowledge.distance(*pair)) is not None), None)


def same_end(here: Spots, there: Spots) -> bool:
    """Tell whether two ends of legs are one and the same: the same airport, or the same words."""
    return bool(here) and bool(there) and here[0] == there[0]
