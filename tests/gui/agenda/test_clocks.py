"""How the clocks of two places differ."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.gui.agenda.clocks import city_of, compared, difference, zones_of
from missionplanner.gui.wording import Wording
from tests.factories import START, destination, plan

ENGLISH, ITALIAN = (Wording(translator(code)) for code in ("en", "it"))
ZONES = st.sampled_from(("Europe/Rome", "Asia/Kolkata", "America/Mexico_City", "Asia/Kathmandu", "UTC"))
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))


def test_zones_are_home_first_and_each_once() -> None:
    there = plan(
        destination("Tokyo", zone="Asia/Tokyo"),
        destination("Osaka", zone="Asia/Tokyo"),
        destination("Somewhere"),
        zone="Europe/Madrid",
        home_zone="Europe/Rome",
    )
    assert zones_of(there) == ["Europe/Rome", "Europe/Madrid", "Asia/Tokyo"]


def test_cities_are_named_in_the_language() -> None:
    assert [city_of("Europe/Rome", code) for code in ("en", "it")] == ["Rome", "Roma"]
    assert city_of("America/Mexico_City", "it") == "Città del Messico"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("Europe/Rome", "Same time as Rome"),
        ("Europe/London", "London is 1 h behind"),
        ("Asia/Kolkata", "Kolkata is 3 h 30 min ahead"),
    ],
)
def test_a_difference_is_said_in_hours_and_minutes(other: str, said: str) -> None:
    assert compared(plan(), other, START, ENGLISH) == said


def test_the_first_day_counts_where_none_is_shown_and_italian_has_its_words() -> None:
    assert compared(plan(), "Europe/London", None, ENGLISH) == "London is 1 h behind"
    assert "Roma" in compared(plan(), "Europe/Rome", None, ITALIAN)


@given(ZONES, ZONES, DAYS)
def test_differences_are_the_same_from_both_sides_within_a_day(one: str, other: str, day: dt.date) -> None:
    ahead = difference(one, other, day)
    assert -26 * 60 <= ahead <= 26 * 60
    assert difference(one, one, day) == 0
    if day.month in (1, 7):  # no clock changes then, wherever noon is
        assert ahead == -difference(other, one, day)
