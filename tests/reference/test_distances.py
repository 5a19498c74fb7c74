from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.reference.distances import Distances, Position, km

TURIN, BILBAO = Position(45.0705, 7.6868), Position(43.2627, -2.9253)
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180), st.sampled_from([0.0, 5.0, 20.0]))


def test_the_way_from_turin_to_bilbao() -> None:
    assert km(TURIN.lat, TURIN.lon, BILBAO.lat, BILBAO.lon) == pytest.approx(876, abs=10)


def test_a_pair_is_known_in_either_order() -> None:
    known = Distances({"turin": TURIN, "bilbao": BILBAO})
    assert known["turin", "bilbao"] == known["bilbao", "turin"]
    assert list(known) == [("turin", "bilbao")]
    assert ("turin", "rome") not in known


def test_nobody_tells_how_far_places_are_of_which_only_the_city_is_known() -> None:
    city = Position(43.26, -2.93, 5.0)
    known = Distances(
        {"a": city, "b": city, "door": Position(43.27, -2.93), "next door": Position(43.2701, -2.93)}
    )
    assert ("a", "b") not in known
    assert ("a", "door") not in known
    assert known["door", "next door"] == pytest.approx(0.011, abs=0.005)


@given(st.dictionaries(st.sampled_from("abcde"), POSITIONS, max_size=5))
def test_what_is_told_is_symmetric_and_beyond_doubt(positions: dict[str, Position]) -> None:
    known = Distances({name: positions[name] for name in positions})
    assert len(known) == len(list(known))
    for (one, other), length in known.items():
        slack = positions[str(one)].slack + positions[str(other)].slack
        assert 0 <= length < 20_100
        assert length > slack or slack == 0
        assert Knowledge(distances=known).distance(other, one) == length
