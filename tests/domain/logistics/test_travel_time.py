from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.logistics.travel_time import PACES, estimate
from missionplanner.domain.vocabulary import LegMode

MODES = st.none() | st.sampled_from(LegMode)
KM = st.floats(0.01, 20_000)


@pytest.mark.parametrize(
    ("km", "mode", "minutes"),
    [
        (0.0, LegMode.COACH, 0),
        (1.5, LegMode.ON_FOOT, 26),
        (5.0, LegMode.TRANSFER, 25),
        (5.0, None, 25),
        (100.0, LegMode.COACH, 140),
        (100.0, LegMode.CAR, 135),
        (100.0, LegMode.TRAIN, 75),
        (1_000.0, LegMode.FLIGHT, 109),
    ],
)
def test_known_journeys(km: float, mode: LegMode | None, minutes: int) -> None:
    assert estimate(km, mode) == minutes


def test_every_mode_has_a_pace() -> None:
    assert set(PACES) == set(LegMode)


@given(KM, KM, MODES)
def test_farther_is_never_sooner(one: float, other: float, mode: LegMode | None) -> None:
    near, far = sorted((one, other))
    assert 0 < estimate(near, mode) <= estimate(far, mode)


@given(KM)
def test_walking_takes_longest(km: float) -> None:
    walk = estimate(km, LegMode.ON_FOOT) + PACES[LegMode.COACH].boarding
    assert estimate(km, LegMode.COACH) <= walk
