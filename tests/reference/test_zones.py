from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.clock import UTC, local, zone
from missionplanner.reference import zones

ZONES = ("Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")


def test_the_zone_of_a_point() -> None:
    assert zones.zone_of(45.07, 7.68) == "Europe/Rome"
    assert zones.zone_of(22.57, 88.36) == "Asia/Kolkata"
    assert zones.zone_of(0.0, -30.0) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_has_a_zone_this_computer_knows_or_none(lat: float, lon: float) -> None:
    name = zones.zone_of(lat, lon)
    assert name is None or local(dt.datetime(2026, 1, 1, tzinfo=UTC), name).tzinfo is zone(name)


def test_clocks_go_forward_and_back() -> None:
    (spring,) = zones.clock_changes("Europe/Rome", dt.date(2026, 3, 25), dt.date(2026, 3, 31))
    assert (spring.day, spring.minutes) == (dt.date(2026, 3, 29), 60)
    assert spring.at == dt.datetime(2026, 3, 29, 1, tzinfo=UTC)
    (autumn,) = zones.clock_changes("America/New_York", dt.date(2026, 11, 1), dt.date(2026, 11, 1))
    assert (autumn.day, autumn.minutes) == (dt.date(2026, 11, 1), -60)
    (half,) = zones.clock_changes("Australia/Lord_Howe", dt.date(2026, 4, 1), dt.date(2026, 4, 10))
    assert half.minutes == -30


def test_days_without_a_change_have_none() -> None:
    assert zones.clock_changes("Europe/Rome", dt.date(2026, 3, 30), dt.date(2026, 10, 24)) == ()
    assert zones.clock_changes("Asia/Kolkata", dt.date(2026, 1, 1), dt.date(2026, 12, 31)) == ()
    with pytest.raises(Invalid):
        zones.clock_changes("Not/AZone", dt.date(2026, 1, 1), dt.date(2026, 1, 2))


@given(st.sampled_from(ZONES), st.dates(dt.date(2000, 1, 1), dt.date(2035, 1, 1)), st.integers(0, 250))
def test_changes_add_up_to_what_clocks_show(name: str, first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    noon = dt.time(12)
    found = zones.clock_changes(name, first + dt.timedelta(days=1), last)
    offsets = [dt.datetime.combine(day, noon, zone(name)).utcoffset() for day in (first, last)]
    assert None not in offsets
    assert sum(one.minutes for one in found) * dt.timedelta(minutes=1) == offsets[1] - offsets[0]  # type: ignore[operator]
    assert all(local(one.at, name).date() == one.day for one in found)
