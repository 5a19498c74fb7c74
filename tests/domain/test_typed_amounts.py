"""Amounts and numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.contact_data import country, email, phone, website
from missionplanner.domain.typed_amounts import amount_of, number_of


@pytest.mark.parametrize(
    ("text", "mark", "amount"),
    [
        ("1.250,00", ",", "1250.00"),
        ("1,250.00", ",", "1250.00"),
        ("1250.5", ",", "1250.5"),
        ("1.250", ",", "1250"),
        ("1.250", ".", "1.250"),
        ("1,250", ".", "1250"),
        ("€ 12,5", ",", "12.5"),
        ("1 250 EUR", ",", "1250"),
        ("1'250.75", ".", "1250.75"),
        ("(40)", ",", "-40"),
        ("-3,2", ",", "-3.2"),
        ("1.250.000", ",", "1250000"),
    ],
)
def test_amounts_are_read_by_their_marks(text: str, mark: str, amount: str) -> None:
    assert amount_of(text, "budget", mark) == Decimal(amount)


@pytest.mark.parametrize("text", ["twelve", "1.2.3", "12,,5", "1.25.000", "--4", "€"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        amount_of(text, "budget")
    assert refused.value.field == "budget"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_an_amount_is_read_as_it_is_shown_in_both_languages(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    italian = english.translate(str.maketrans(",.", ".,"))
    assert amount_of(english, "x", ".") == amount
    assert amount_of(italian, "x", ",") == amount


def test_numbers_are_whole() -> None:
    assert [number_of(text, "x") for text in ("1200", "1.200", "1 200", "", "-3")] == [1200, 1200, 1200, None, -3]
    for text in ("12.5", "many", "1.20"):
        with pytest.raises(Invalid):
            number_of(text, "x")


def test_addresses_are_kept_as_written_and_others_refused() -> None:
    assert email(" <Anna.Rossi@example.org> ", "email") == "Anna.Rossi@example.org"
    assert phone("+39 051 12 34 56", "phone") == "+39 051 12 34 56"
    assert website("example.org/visit", "website") == "example.org/visit"
    assert country("it", "country") == "IT"
    assert [email("", "x"), phone("", "x"), website("", "x"), country("", "x")] == [None] * 4
    for check, text in (
        (email, "a@b"),
        (email, "a b@c.it"),
        (phone, "call me"),
        (website, "nowhere"),
        (country, "ITA"),
    ):
        with pytest.raises(Invalid):
            check(text, "x")
