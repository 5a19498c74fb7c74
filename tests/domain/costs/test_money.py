"""Amounts: one way of rounding, parts that add up to the cent, limits as the mission file has them."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.costs import money

AMOUNTS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)
WEIGHTS = st.lists(st.decimals(0, 100, places=4), min_size=1, max_size=6).filter(any)


def test_halves_go_away_from_nothing() -> None:
    found = [str(money.rounded(D(one))) for one in ("0.005", "-0.005", "1.004", "2.675", "-0.001")]
    assert found == ["0.01", "-0.01", "1.00", "2.68", "0.00"]
    assert money.converted(D("100"), D("0.005")) == D("0.50")
    assert money.product(D("3"), D("33.335")) == D("100.01")  # rounded once, at the end


@given(AMOUNTS, WEIGHTS)
def test_shares_add_up_and_are_fair_to_the_cent(amount: D, weights: list[D]) -> None:
    parts = money.shared(amount, weights)
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / sum(weights)) < money.CENT


def test_what_is_left_goes_to_the_largest_remainder() -> None:
    assert money.shared(D("100"), [D(1), D(1), D(1)]) == (D("33.34"), D("33.33"), D("33.33"))
    assert money.shared(D("-0.05"), [D(1), D(3)]) == (D("-0.01"), D("-0.04"))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (money.allowed_amount, ("0", "-12.5", "1E3", "999999999999999.9999"), ("1.00001", "1E15")),
        (money.allowed_quantity, ("0", "1.5"), ("-1", "0.00001")),
        (money.allowed_rate, ("0.921512345678", "120"), ("0", "-1", "0.0000000000001", "1E10")),
        (money.allowed_percent, ("0", "33.3333", "100"), ("-0.1", "100.0001", "3.33333")),
    ],
)
def test_limits_are_those_of_the_mission_file(check: object, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    assert callable(check)
    for one in good:
        assert check(D(one), "x") == D(one)
    assert "E" not in str(check(D("1E1"), "x"))
    for one in bad:
        with pytest.raises(Invalid) as error:
            check(D(one), "x")
        assert error.value.field == "x"


def test_currencies_are_three_letters() -> None:
    assert money.allowed_currency(" gbp ", "x") == "GBP"
    assert money.allowed_currency("", "x") is None
    with pytest.raises(Invalid):
        money.allowed_currency("euro", "x")
