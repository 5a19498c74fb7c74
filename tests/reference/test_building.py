"""The script that builds the data, on a world of three cities."""

from __future__ import annotations

import importlib.util
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "reference.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("packaging_reference", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def city(number: int, name: str, people: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": name,
        "countrycode": "IT",
        "admin1code": "12",
        "latitude": 45.07049,
        "longitude": 7.68682,
        "population": people,
        "timezone": "Europe/Rome",
        "alternatenames": list(others),
    }


def airport(code: str, place: str) -> dict[str, Any]:
    known = {"iata": code, "name": f"{place} Airport", "city": place, "country": "IT"}
    return {**known, "lat": 45.2, "lon": 7.6, "tz": "Europe/Rome"}


@pytest.fixture(scope="module")
def built(script: ModuleType) -> Iterator[sqlite3.Connection]:
    """Give the database the script builds of a few facts."""
    cities = [city(2, "Asti", 70_000), city(1, "Turin", 850_000, "Torino", "TRN", "dou ling", "Турин", "Túrin")]
    airports = [airport("AAA", "Nowhere"), airport("TRN", "Torino")]
    regions = [("ITC1", "Piemonte", "IT", 2), ("EL3", "Attiki", "EL", 1)]
    data = zlib.decompress(script.packed(cities, airports, regions, {"IT", "EL"}))
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    yield database
    database.close()


def test_cities_are_numbered_by_size_and_keep_names_worth_finding(built: sqlite3.Connection) -> None:
    rows = built.execute("SELECT id, name, lat, lon, aliases FROM city ORDER BY id").fetchall()
    assert rows == [(1, "Turin", 450705, 76868, "Torino"), (2, "Asti", 450705, 76868, "")]


def test_airports_of_big_cities_come_first_and_know_what_else_the_city_is_called(
    built: sqlite3.Connection,
) -> None:
    rows = built.execute("SELECT id, code, usual FROM airport ORDER BY id").fetchall()
    assert rows == [(1, "TRN", "Turin"), (2, "AAA", "")]
    found = built.execute("SELECT rowid FROM airport_term WHERE airport_term MATCH ?", ('"turin" *',)).fetchall()
    assert found == [(1,)]


def test_countries_get_the_names_of_iso(built: sqlite3.Connection) -> None:
    assert built.execute("SELECT country FROM region WHERE code = 'EL3'").fetchone() == ("GR",)
    assert {country for (country,) in built.execute("SELECT country FROM member")} == {"IT", "GR"}
