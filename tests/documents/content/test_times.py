"""When a row is, as paper says it."""

from __future__ import annotations

from typing import Any

import pytest

from missionplanner.documents.content.rows import item_row
from missionplanner.documents.content.values import When
from missionplanner.documents.content.voice import Voice
from missionplanner.domain.vocabulary import PartOfDay
from tests.factories import item, leg, plan


def row(made: Any, *others: Any, language: Any = "en", **mission: Any) -> Any:
    the_plan = plan(made, *others, **mission)
    return item_row(Voice(the_plan, language), the_plan.items[0])


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (item("09:20", "11:00"), When("09:20", "11:00")),
        (item("09:20"), When("09:20")),
        (item(None, "11:00"), When("until", "11:00", is_word=True)),
        (item(None, "15:20", kind="flight"), When("arrives", "15:20", is_word=True)),
        (item(part_of_day=PartOfDay.AFTERNOON), When("Afternoon", is_word=True)),
        (item(), When("time to be confirmed", is_word=True)),
        (item(kind="hotel"), When()),
        (item(status="cancelled"), When()),
        (item("22:00", "01:30", end_date=2), When("22:00", "01:30", "+1 day")),
        (item("22:00", "08:00", end_date=3), When("22:00", "08:00", "+2 days")),
        (item("12:00", "09:00", end_date="2025-05-04"), When("12:00", "09:00", "−1 day")),
    ],
)
def test_the_time_column_says_what_is_known_and_no_more(made: Any, expected: Any) -> None:
    assert row(made).when == expected


def test_a_flight_that_crosses_zones_names_both_clocks_and_how_long_it_takes() -> None:
    made = item(title="Out", kind="flight", leg="JL1")
    flight = leg("12:40", "17:10", "JL1", zone="Asia/Tokyo", end_zone="Europe/Amsterdam")
    told = row(made, flight, home_zone="Asia/Tokyo").zones
    assert told == "12:40 Tokyo (UTC+9) → 17:10 Amsterdam (UTC+2) · 11 h 30 min"


def test_a_flight_far_from_home_names_the_time_at_home_too() -> None:
    made = item("10:00", "12:00", kind="flight", zone="Asia/Seoul", end_zone="Asia/Singapore")
    assert row(made, home_zone="Europe/Rome").zones.endswith(" · 03:00–06:00 Rome time")


def test_zones_with_the_same_clock_are_not_told_apart() -> None:
    made = item("06:40", "10:55", kind="flight", zone="Europe/Rome", end_zone="Europe/Madrid")
    assert row(made, home_zone="Europe/Rome").zones == ""


def test_a_call_in_another_zone_than_its_day_names_both() -> None:
    told = row(item("09:00", "10:00", zone="Europe/Rome"), zone="Asia/Seoul").zones
    assert told == "09:00–10:00 Rome time · 16:00–17:00 Seoul time"


def test_a_row_at_a_place_in_another_zone_names_its_zone_alone() -> None:
    assert row(item("07:00", zone="Asia/Tokyo", city="Tokyo")).zones == "Tokyo time (UTC+9)"


def test_a_clock_on_another_date_says_so() -> None:
    told = row(item("20:00", zone="America/New_York"), zone="Asia/Seoul").zones
    assert told == "20:00 New York time · 09:00 Seoul time (+1)"
