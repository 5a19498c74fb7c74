"""The widths of a table's columns in Word: their shares, but no column so narrow that it breaks its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.word.widths import AROUND, LETTER, least, shared_out

POINTS = st.floats(1, 100)


def test_a_column_needs_its_longest_word_or_the_whole_of_a_figure() -> None:
    assert least(("Emilia-Romagna", "a b")) == pytest.approx(7 * LETTER + AROUND)
    assert least(("2.400.000 €",), whole=True) == pytest.approx(11 * LETTER + AROUND)


def test_what_one_column_needs_more_than_its_share_the_others_give_by_theirs() -> None:
    assert shared_out((50, 30, 20), (0, 0, 40), 100) == pytest.approx([37.5, 22.5, 40])


@given(st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=8), st.floats(50, 600))
def test_columns_fill_the_width(columns: list[tuple[float, float]], width: float) -> None:
    shares, needs = zip(*columns, strict=True)
    found = shared_out(shares, needs, width)
    assert sum(found) == pytest.approx(width)
    assert min(found) > 0
