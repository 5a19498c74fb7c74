"""What helps abroad: numbers somebody can dial, phrases in the languages drivers speak."""

from __future__ import annotations

import unicodedata

import pytest
from babel.core import Locale

from missionplanner.documents.content.abroad import RESCUE, TAKE_ME, Rescue, take_me

TERRITORIES = Locale("en").territories


def test_every_country_exists_and_every_number_can_be_dialled() -> None:
    assert set(RESCUE) <= set(TERRITORIES)
    numbers = {number for rescue in RESCUE.values() for number in rescue if number}
    assert all(number.isdigit() and 3 <= len(number) <= 5 for number in numbers)
    assert all(rescue.ambulance for rescue in RESCUE.values())


def test_the_union_has_one_number() -> None:
    union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
    assert {RESCUE[country] for country in union.split()} == {Rescue("112")}


@pytest.mark.parametrize(
    ("country", "languages"),
    [
        ("ES", ["es"]),
        ("BE", ["nl", "fr"]),
        ("JP", ["ja"]),
        ("TW", ["zh-Hant"]),
        ("NO", ["nb"]),
        ("US", ["en"]),
        ("IL", ["he", "ar"]),
        ("QQ", []),
    ],
)
def test_a_driver_is_asked_in_the_languages_of_the_country(country: str, languages: list[str]) -> None:
    assert [code for code, _ in take_me(country)] == languages


def test_phrases_are_whole_and_end_without_a_sign() -> None:
    assert all(text == unicodedata.normalize("NFC", text).strip(" .:!?") for text in TAKE_ME.values())
