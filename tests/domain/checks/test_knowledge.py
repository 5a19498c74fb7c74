from __future__ import annotations

import datetime as dt

from missionplanner.domain.checks.knowledge import Knowledge, spot_of_city
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import LegMode
from tests import factories as make

DAY = dt.date(2025, 5, 5)
HALL, HOTEL = make.place("Hall").id, make.place("Hotel").id


def test_a_holiday_is_the_countrys_or_the_citys() -> None:
    may, saint = Texts.of({"en": "May"}), Texts.of({"en": "Saint"})
    known = Knowledge(
        holidays={("ES", DAY): may}, city_holidays={("ES", "vitoria", DAY + dt.timedelta(days=1)): saint}
    )
    tomorrow = DAY + dt.timedelta(days=1)
    assert known.holiday("ES", DAY, "Vitoria") == may
    assert known.holiday("ES", tomorrow, "Vitória") == saint
    assert known.holiday("ES", tomorrow) is None
    assert known.holiday("ES", tomorrow, "Bilbao") is None
    assert known.holiday(None, DAY) is None


def test_a_weekend_is_that_of_the_country() -> None:
    known = Knowledge(weekends={"SA": frozenset({5, 6})})
    friday = dt.date(2025, 5, 9)
    assert known.is_weekend("SA", friday)
    assert not known.is_weekend("SA", friday + dt.timedelta(days=2))
    assert not known.is_weekend("IT", friday)
    assert not known.is_weekend(None, friday)


def test_a_distance_is_known_in_either_order_or_not_at_all() -> None:
    known = Knowledge(distances={(HALL, HOTEL): 5.0})
    assert known.distance(HALL, HOTEL) == known.distance(HOTEL, HALL) == 5.0
    assert known.distance(HALL, HALL) == 0.0
    assert known.distance(HALL, "bilbao") is None
    assert known.distance(None, None) is None


def test_minutes_follow_from_the_distance() -> None:
    known = Knowledge(distances={(HALL, HOTEL): 5.0})
    assert known.minutes(HOTEL, HALL) == known.minutes(HALL, HOTEL, LegMode.TRANSFER) == 25
    assert known.minutes(HALL, HALL, LegMode.COACH) == 0
    assert known.minutes(HALL, "bilbao") is None


def test_a_city_is_never_taken_for_an_airport() -> None:
    assert spot_of_city("BIO") == "bio"
    assert spot_of_city(" San  Sebastián ") == "san sebastian"
