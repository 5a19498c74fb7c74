"""Holidays and weekends of countries, regions and towns."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.reference import gazetteer, public_holidays

NEW_YEAR, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def subdivision(city: str, country: str, *codes: str) -> str | None:
    return public_holidays.subdivision_of(country, city, gazetteer.find(city, country), codes)


def test_a_holiday_is_named_in_the_languages_the_library_knows() -> None:
    found = public_holidays.national("IT", NEW_YEAR, LAST)[dt.date(2025, 4, 25)]
    assert (found.exactly("en"), found.exactly("it")) == ("Liberation Day", "Anniversario della Liberazione")
    spanish = public_holidays.national("ES", NEW_YEAR, LAST)[dt.date(2025, 1, 6)]
    assert spanish.exactly("es") == "Epifanía del Señor"


def test_only_the_days_asked_for_are_told() -> None:
    days = public_holidays.national("ES", dt.date(2024, 12, 24), dt.date(2025, 1, 2))
    assert list(days) == [dt.date(2024, 12, 25), dt.date(2025, 1, 1)]


def test_a_country_nobody_knows_has_neither_holidays_nor_weekend() -> None:
    assert public_holidays.national("XX", NEW_YEAR, LAST) == {}
    assert public_holidays.weekend("XX", NEW_YEAR) is None
    assert subdivision("Bilbao", "XX") is None


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("IT", {6, 7}),
        ("SA", {5, 6}),
        ("EG", {5, 6}),
        ("IL", {5, 6}),
        ("IR", {4, 5}),
        ("AF", {4, 5}),
        ("AE", {6, 7}),
        ("BN", {5, 7}),
    ],
)
def test_weekends_are_not_the_same_everywhere(country: str, days: set[int]) -> None:
    assert public_holidays.weekend(country, NEW_YEAR) == frozenset(days)


def test_a_weekend_is_that_of_its_time() -> None:
    assert public_holidays.weekend("YE", dt.date(2010, 1, 1)) == frozenset({4, 5})
    assert public_holidays.weekend("YE", dt.date(2025, 1, 1)) == frozenset({5, 6})


@pytest.mark.parametrize(
    ("city", "country", "code"),
    [
        ("Munich", "DE", "BY"),
        ("Monaco di Baviera", "DE", "BY"),
        ("Dresden", "DE", "SN"),
        ("Barcelona", "ES", "CT"),
        ("Palma", "ES", "IB"),
        ("Bilbao", "ES", "PV"),
        ("Graz", "AT", "6"),
        ("Zürich", "CH", "ZH"),
        ("Edinburgh", "GB", "SCT"),
        ("Bologna", "IT", "BO"),
        ("Eindhoven", "NL", None),
    ],
)
def test_a_city_lies_in_a_region_with_holidays(city: str, country: str, code: str | None) -> None:
    assert subdivision(city, country) == code


def test_the_nuts_code_tells_where_a_village_lies() -> None:
    assert subdivision("Zamudio", "ES", "ES213") == "PV"
    assert subdivision("Nowhere", "FR", "FRF11") == "6AE"
    assert subdivision("Nowhere", "DE", "DE212") == "BY"


def test_a_patron_saint_is_only_for_the_town_itself() -> None:
    assert subdivision("Imola", "IT", "ITH55") is None


def test_local_holidays_are_those_the_country_has_not() -> None:
    days = public_holidays.local("ES", "PV", NEW_YEAR, LAST)
    assert dt.date(2025, 4, 21) in days
    assert dt.date(2025, 1, 1) not in days
