from __future__ import annotations

import pytest

from missionplanner.reference import airports


def test_an_airport_by_its_code() -> None:
    bologna = airports.find("blq")
    assert bologna is not None
    assert (bologna.city, bologna.country, bologna.zone) == ("Bologna", "IT", "Europe/Rome")
    assert bologna.lat == pytest.approx(44.53, abs=0.05)
    assert airports.find("QQQ") is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [("bio", "BIO"), ("BLQ", "BLQ"), ("bilbao", "BIO"), ("eindh", "EIN"), ("malp", "MXP"), ("bruxelles", "BRU")],
)
def test_the_likeliest_airport_comes_first(typed: str, code: str) -> None:
    assert airports.search(typed)[0][0] == code


def test_an_airport_is_found_by_another_name_of_its_city() -> None:
    assert "VCE" in [code for code, _ in airports.search("venice")]
    assert "MUC" in [code for code, _ in airports.search("monaco di")]


def test_the_only_airport_of_a_name_in_some_countries() -> None:
    assert airports.only("Schiphol", ["NL"]) == airports.find("AMS")
    assert airports.only("Bilbao", ["NL", "ES"]) == airports.find("BIO")
    assert airports.only("London", ["GB"]) is None
    assert airports.only("Schiphol", ["IT"]) is None
    assert airports.only("", ["IT"]) is None


def test_a_code_comes_before_cities_that_begin_so() -> None:
    codes = [code for code, _ in airports.search("lon")]
    assert {"LHR", "LGW", "LCY"} <= set(codes)
    assert len(codes) == len(set(codes)) <= 12
    assert airports.search("bol")[0][0] == "BOL"
    assert airports.search("") == ()
