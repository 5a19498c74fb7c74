from __future__ import annotations

import pytest

from missionplanner.reference import regions
from missionplanner.reference.regions import Region


def test_a_region_by_its_code() -> None:
    assert regions.find("es21") == Region("ES21", "País Vasco", "ES", 2)
    assert regions.find("XX99") is None


def test_a_region_and_those_it_lies_in() -> None:
    assert [one.code for one in regions.lineage("ITH55")] == ["ITH55", "ITH5", "ITH"]
    assert regions.lineage("nowhere") == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("emilia", "ITH5"), ("pais vasco", "ES21"), ("vasco", "ES21"), ("NL41", "NL41"), ("noord-br", "NL41")],
)
def test_regions_are_found_by_code_and_by_any_word_of_their_name(typed: str, code: str) -> None:
    assert regions.search(typed)[0].code == code


def test_searching_keeps_to_a_country_and_takes_no_wildcard() -> None:
    assert {one.country for one in regions.search("no", "NL")} == {"NL"}
    assert regions.search("%") == regions.search("_") == regions.search("") == ()


def test_countries_are_called_as_iso_calls_them() -> None:
    athens = regions.find("EL30")
    assert athens is not None
    assert athens.country == "GR"


def test_the_members_of_the_union() -> None:
    members = regions.members()
    assert len(members) == 27
    assert {"IT", "ES", "GR", "IE"} <= members
    assert members.isdisjoint({"GB", "CH", "NO", "EL", "UK", "TR"})
