"""Find out where a mission goes, with the land around, for the map of its route."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.domain.checks.knowledge import Spot
from missionplanner.domain.logistics.routes import Found, Point, Route, route_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.services import knowledge


def route(plan: MissionPlan) -> Route:
    """Return the stops and ways of a mission and the land around them; nothing where no position is known."""

    def where(spot: Spot) -> Found | None:
        position = knowledge.where(plan, spot)
        if position is None:
            return None
        port = knowledge.airport(spot) if isinstance(spot, str) and len(spot) == CODE and spot.isupper() else None
        return Found(Point(position.lat, position.lon), (port.city or "") if port is not None else "")

    found = route_of(plan, where)
    if not found:
        return found
    from missionplanner.reference import coast

    return replace(found, land=coast.land(found.box))


CODE = 3
"""Letters of the code of an airport."""
