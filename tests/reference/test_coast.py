"""The land of the earth: where it is, cut at the edges of a map."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain.logistics.routes import Box
from missionplanner.reference.coast import DEGREE, land, packed


def test_a_map_of_the_alps_shows_its_countries_within_its_edges() -> None:
    box = Box(44.0, 5.0, 49.0, 14.0)
    found = land(box)
    assert {"IT", "CH", "AT", "FR", "DE", "SI", "LI"} <= {one.country for one in found}
    points = [point for one in found for point in one.ring]
    assert all(box.south <= lat <= box.north and box.west <= lon <= box.east for lat, lon in points)
    assert len(points) < 4_000


def test_on_the_open_sea_there_is_no_land() -> None:
    assert land(Box(30.0, -45.0, 35.0, -35.0)) == ()


def test_the_whole_earth_has_few_enough_points_to_draw() -> None:
    found = land(Box(-90.0, -180.0, 90.0, 180.0))
    assert len({one.country for one in found}) > 180
    assert sum(len(one.ring) for one in found) < 40_000


def test_land_over_the_180th_meridian_lies_at_both_edges_and_not_between_them() -> None:
    box = Box(60.0, -180.0, 80.0, 180.0)
    russia = [one.ring for one in land(box) if one.country == "RU"]
    assert any(lon < -175 for ring in russia for _, lon in ring)
    assert any(lon > 175 for ring in russia for _, lon in ring)
    assert all(max(lon for _, lon in ring) - min(lon for _, lon in ring) < 200 for ring in russia)


NUMBERS = st.integers(-180 * DEGREE, 180 * DEGREE)


@settings(max_examples=30)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_packing_writes_each_ring_with_its_country_and_count(points: list[tuple[int, int]]) -> None:
    one = packed([("IT", tuple(points))])
    assert one[:2] == b"IT"
    assert one[2] == len(points)
    assert packed([("IT", tuple(points))] * 2) == one * 2
