"""Walking a board by keys: every item is reached, and each key goes where it says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.gui.board.entries import Entry
from missionplanner.gui.board.layout import laid_out
from missionplanner.gui.board.walk import Move, Walk
from tests.factories import date_of

LANES = 3
SPOT = st.tuples(
    st.sampled_from([None, 1, 2, 3]),
    st.one_of(st.none(), st.integers(0, 1430)),
    st.integers(5, 300),
    st.sets(st.integers(0, LANES - 1), min_size=1),
)
ARROWS = (Move.UP, Move.DOWN, Move.LEFT, Move.RIGHT)


def entry(place: int, day: int | None, start: int | None, length: int, lanes: set[int]) -> Entry:
    end = start + length if start is not None else 0
    return Entry(place, date_of(day), start, end, tuple(sorted(lanes)), rank=(0, place))


def walk_of(*entries: Entry) -> Walk:
    days = [day for number in (1, 2, 3) if (day := date_of(number)) is not None]
    return Walk(laid_out(entries, days, LANES))


@given(st.lists(SPOT, min_size=1, max_size=14))
def test_arrows_reach_every_item(spots: list[tuple[int | None, int | None, int, set[int]]]) -> None:
    walk = walk_of(*(entry(place, *spot) for place, spot in enumerate(spots)))
    first = walk.entry()
    assert first is not None
    seen, ahead = {first}, [first]
    while ahead:
        place = ahead.pop()
        new = {walk.step(place, arrow) for arrow in ARROWS} - seen
        seen |= new
        ahead += new
    assert seen == set(range(len(spots)))


def test_each_key_goes_where_it_says() -> None:
    walk = walk_of(
        entry(0, 1, 540, 60, {0, 1, 2}),
        entry(1, 1, 660, 60, {0}),
        entry(2, 1, 600, 60, {1}),
        entry(3, 1, 720, 60, {0}),
        entry(4, 2, 650, 60, {0, 1, 2}),
        entry(5, None, None, 0, {0}),
    )
    steps = {
        (1, Move.DOWN): 3,
        (3, Move.UP): 1,
        (1, Move.RIGHT): 2,
        (2, Move.LEFT): 1,
        (2, Move.RIGHT): 4,
        (0, Move.LEFT): 5,
        (5, Move.RIGHT): 0,
        (3, Move.DOWN): 4,
        (2, Move.LAST): 3,
        (3, Move.FIRST): 0,
        (0, Move.PAGE_DOWN): 3,
        (3, Move.PAGE_UP): 0,
        (4, Move.DOWN): 4,
        (2, Move.NEXT): 1,
        (1, Move.PREVIOUS): 2,
    }
    assert {key: walk.step(*key, page=180) for key in steps} == steps


def test_items_without_a_time_come_before_those_of_their_day() -> None:
    walk = walk_of(entry(0, 1, 540, 60, {0}), entry(1, 1, None, 0, {0, 1, 2}))
    assert walk.places(0) == [1, 0]
    assert walk.step(1, Move.DOWN) == 0
    assert walk.step(99, Move.DOWN) == walk.entry() == 1
    assert walk_of().entry() is None
    assert walk.day_of(0) == 0
