from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.reference.spelling import key, terms


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Aix-la-Chapelle", "aix_la_chapelle"),
        ("'s-Hertogenbosch", "s_hertogenbosch"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Plovdiv / Пловдив", "plovdiv"),
        ("東京", ""),
    ],
)
def test_a_name_is_spelled_in_plain_letters(name: str, spelled: str) -> None:
    assert key(name) == spelled


@given(st.text())
def test_spelling_twice_changes_nothing(name: str) -> None:
    assert key(key(name)) == key(name)
    assert re.fullmatch(r"([0-9a-z]+(_[0-9a-z]+)*)?", key(name))


@given(st.text("àéîõüçñ aeiou-'"))
def test_composed_or_not_a_name_is_spelled_the_same(name: str) -> None:
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))


def test_a_name_is_found_from_each_of_its_words_on() -> None:
    assert list(terms("Aix-la-Chapelle")) == ["aix_la_chapelle", ".la_chapelle", ".chapelle"]
    assert list(terms("東京")) == []
