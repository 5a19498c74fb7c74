"""Colours: what can be read on white, and what somebody typed as one."""

from __future__ import annotations

import pytest

from missionplanner.base.colours import contrast, reads_on_paper, written


def test_contrast_is_that_of_the_standard_whichever_comes_first() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert reads_on_paper("#767676") and not reads_on_paper("#777777")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("#1f7a5c", "#1F7A5C"),
        (" 1F7A5C ", "#1F7A5C"),
        ("#abc", "#AABBCC"),
        ("green", None),
        ("#12345", None),
        ("", None),
    ],
)
def test_a_colour_is_written_as_six_digits(typed: str, expected: str | None) -> None:
    assert written(typed) == expected
