"""Where a mission went, as far as positions are known."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.logistics.routes import NOWHERE, SHAPE, Found, Point, Track, around, route_of
from missionplanner.domain.vocabulary import LegMode
from tests.factories import MISSION, destination, plan

KNOWN = {
    "bilbao": Found(Point(43.26, -2.93)),
    "bologna": Found(Point(44.49, 11.34)),
    "BLQ": Found(Point(44.53, 11.29), "Bologna"),
    "munich": Found(Point(48.14, 11.58)),
}


def leg(origin: str, target: str, **fields: Any) -> r.Leg:
    ends: dict[str, Any] = {"origin_text": origin, "destination_text": target}
    if origin.isupper():
        ends = {"origin": origin, "destination_text": target}
    return r.Leg(mission_id=MISSION, **{"mode": LegMode.FLIGHT, **ends, **fields})


def test_a_city_and_its_airport_are_one_stop_and_there_and_back_one_way() -> None:
    made = plan(
        destination("Bilbao"),
        leg("BLQ", "Bilbao"),
        leg("Bilbao", "Bologna"),
        leg("Bologna", "Nowhere-on-Sea"),
        leg("Bologna", "Station, Munich", private=True),
    )
    found = route_of(made, KNOWN.get)  # type: ignore[arg-type]  # asked for texts alone
    assert [(one.name, one.main) for one in found.stops] == [("Bilbao", True), ("Bologna", False)]
    assert found.tracks == (Track(0, 1, LegMode.FLIGHT),)
    box = found.box
    assert all(
        box.south < one.point.lat < box.north and box.west < one.point.lon < box.east for one in found.stops
    )


def test_without_any_position_there_is_no_route() -> None:
    assert route_of(plan(destination("Atlantis")), KNOWN.get) is NOWHERE  # type: ignore[arg-type]


POINTS = st.lists(st.builds(Point, st.floats(-60, 70), st.floats(-179, 179)), min_size=1, max_size=6)


@settings(max_examples=40)
@given(POINTS)
def test_a_map_holds_every_stop_and_is_as_high_as_its_shape(points: list[Point]) -> None:
    from math import cos, radians

    box = around(points)
    assert all(box.south <= one.lat <= box.north and box.west <= one.lon <= box.east for one in points)
    wide = (box.east - box.west) * max(0.2, cos(radians((box.south + box.north) / 2)))
    assert abs((box.north - box.south) / wide - SHAPE) < 1e-6
