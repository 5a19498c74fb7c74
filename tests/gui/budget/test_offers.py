from __future__ import annotations

from missionplanner.gui.budget import offers


def test_currencies_are_found_by_code_and_by_name_in_both_languages() -> None:
    found = {typed: [one.value for one in offers.currencies(typed)] for typed in ("gbp", "franco svizzero", "yen")}
    assert found["gbp"] == ["GBP"]
    assert found["franco svizzero"][0] == "CHF"
    assert "JPY" in found["yen"]
    assert offers.currencies("")[0].value == "EUR"
    assert offers.currencies("lira italiana") == []
