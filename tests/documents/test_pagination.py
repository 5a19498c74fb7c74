"""Days on pages, from heights alone."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.pagination import LEVELS, Measured, Page, paginate

ROOM, FIRST, GAP = 680.0, 450.0, 22.0
TIGHTENING = (1.0, 0.85, 0.7, 0.65, 0.6)


def measured(*heights: float) -> Measured:
    return Measured(52.0, lambda level: [height * TIGHTENING[level] for height in heights])


def where(pages: list[Page]) -> list[list[tuple[int, int, int, int]]]:
    return [[(one.day, one.level, one.first, one.last) for one in page.pieces] for page in pages]


days = st.lists(
    st.lists(st.floats(20, 200), min_size=1, max_size=40).map(lambda some: measured(*some)), max_size=6
)


@given(days)
def test_every_entry_stands_once_in_order_and_inside_its_page(some: Any) -> None:
    pages = paginate(some, FIRST, ROOM, GAP)
    for number, day in enumerate(some):
        pieces = [one for page in pages for one in page.pieces if one.day == number]
        assert [(one.first, one.last) for one in pieces] == sorted((one.first, one.last) for one in pieces)
        assert sum(one.last - one.first for one in pieces) == len(day.entries(0))
    assert all(page.left >= 0 for page in pages)


@given(days)
def test_a_day_that_fits_a_page_is_never_split(some: Any) -> None:
    pages = paginate(some, FIRST, ROOM, GAP)
    for number, day in enumerate(some):
        pieces = [one for page in pages for one in page.pieces if one.day == number]
        if day.whole(LEVELS - 1) <= ROOM:
            assert len(pieces) == 1


@given(days)
def test_no_head_stands_alone(some: Any) -> None:
    assert all(one.last > one.first for page in paginate(some, FIRST, ROOM, GAP) for one in page.pieces)


def test_two_short_days_share_a_page() -> None:
    assert where(paginate([measured(100), measured(100)], FIRST, ROOM, GAP)) == [[(0, 0, 0, 1), (1, 0, 0, 1)]]


def test_a_day_is_set_tighter_only_to_stay_whole() -> None:
    assert where(paginate([measured(*[40] * 20)], FIRST, ROOM, GAP)) == [[], [(0, 2, 0, 20)]]


def test_a_day_longer_than_any_page_leaves_no_single_entry_over() -> None:
    day = Measured(52.0, lambda level: [100.0] * 11)
    pages = where(paginate([day], 600, 600, GAP))
    assert [last - first for page in pages for _, _, first, last in page] == [5, 4, 2]


def test_a_day_that_runs_on_takes_as_few_pages_as_it_can() -> None:
    pages = where(paginate([measured(*[100] * 13)], 600, 600, GAP))
    assert pages == [[(0, 2, 0, 7)], [(0, 2, 7, 13)]]


def test_nothing_to_place_is_one_page() -> None:
    assert where(paginate([], FIRST, ROOM, GAP)) == [[]]
