from __future__ import annotations

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.costs import procurement_codes as codes


def test_codes_are_written_in_capitals_without_gaps() -> None:
    assert codes.cup("e39j 2100 3700 001", "cup") == "E39J21003700001"
    assert codes.cig("z1a2b3c4d5", "cig") == "Z1A2B3C4D5"
    assert codes.cup("", "cup") is codes.cig(None, "cig") is None


@pytest.mark.parametrize("text", ["E39J2100370000", "139J21003700001", "E39J21003700001X"])
def test_what_is_no_cup_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as error:
        codes.cup(text, "cup")
    assert error.value.field == "cup"


def test_what_is_no_cig_is_refused() -> None:
    with pytest.raises(Invalid):
        codes.cig("123", "cig")
