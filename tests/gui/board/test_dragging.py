"""Where things come to lie: never outside the mission, never under five minutes, always together."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.gui.board.dragging import Frame, drawn, free_gap, held, moved, placing_of, stretched
from missionplanner.gui.board.entries import MIDNIGHT, SHORTEST, Entry, entries_of
from missionplanner.gui.board.scale import Area, Spot
from missionplanner.gui.models.agenda import all_rows
from missionplanner.gui.wording import Wording
from tests.factories import START, date_of, item, plan

DATES = tuple(START + dt.timedelta(days=n) for n in range(3))
FRAME = Frame(DATES, DATES[0], DATES[-1], 3)
SPOTS = st.builds(Spot, st.just(Area.GRID), st.integers(0, 2), st.integers(0, 2), st.floats(-200, 1700))
SNAPS = st.sampled_from([1, 5, 10, 15])


def entry(place: int, day: int, start: int, length: int, lanes: tuple[int, ...] = (0,)) -> Entry:
    return Entry(place, date_of(day), start, start + length, lanes, length, True)


ENTRIES = st.lists(
    st.builds(entry, st.integers(0, 99), st.integers(1, 3), st.integers(0, 1380), st.integers(5, 60)),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one.place,
)


@given(ENTRIES, SPOTS, SPOTS, SNAPS, st.booleans())
def test_nothing_is_carried_out_of_the_mission_and_all_keep_their_distance(
    entries: list[Entry], begun: Spot, spot: Spot, snap: int, keep: bool
) -> None:
    ghosts = moved(held(entries, entries[0], begun, FRAME), spot, snap, keep_time=keep)
    shifts = set()
    for ghost, before in zip(ghosts, entries, strict=True):
        assert ghost.date is not None and before.date is not None
        assert ghost.start is not None and before.start is not None
        assert DATES[0] <= ghost.date <= DATES[-1]
        assert 0 <= ghost.start < MIDNIGHT
        assert ghost.end - ghost.start == before.end - before.start
        assert ghost.date < DATES[-1] or ghost.end <= MIDNIGHT
        shifts.add((ghost.date - before.date, ghost.start - before.start))
    assert len(shifts) == 1
    assert not keep or {minutes for _, minutes in shifts} == {0}


@given(ENTRIES, SPOTS, SPOTS, SNAPS, st.booleans())
def test_what_is_stretched_lasts_five_minutes_at_least_and_ends_by_midnight(
    entries: list[Entry], begun: Spot, spot: Spot, snap: int, start: bool
) -> None:
    before = entries[0]
    ghost = stretched(held(entries[:1], before, begun, FRAME), spot, snap, start=start)
    assert ghost.start is not None and before.start is not None
    assert ghost.end - ghost.start >= SHORTEST
    assert ghost.start >= 0 and ghost.end <= max(MIDNIGHT, before.end)
    assert ghost.end == before.end if start else ghost.start == before.start


@given(SPOTS, SPOTS, SNAPS)
def test_what_is_drawn_lies_on_one_day_and_lasts(begun: Spot, spot: Spot, snap: int) -> None:
    ghost = drawn(begun, spot, snap, FRAME)
    assert ghost.start is not None
    assert ghost.date == DATES[begun.day]
    assert ghost.start >= 0 and ghost.end <= MIDNIGHT
    assert ghost.end - ghost.start >= max(SHORTEST, snap)


def test_a_night_can_be_made_longer_and_shorter_on_the_next_day() -> None:
    night = entry(0, 1, 22 * 60, 180)
    hold = held([night], night, Spot(Area.GRID, 1, 0, 59), FRAME)
    assert stretched(hold, Spot(Area.GRID, 1, 0, 90), 5, start=False).end == MIDNIGHT + 90
    assert stretched(hold, Spot(Area.GRID, 0, 0, 23 * 60), 5, start=False).end == 23 * 60


def test_an_item_in_another_zone_is_placed_by_its_own_clock() -> None:
    made = plan(item("10:00", "11:00", "Call", zone="Europe/London"))
    rows = all_rows(made, (), Wording(translator("en")))
    (one,) = entries_of(rows, made)
    assert (one.start, one.end) == (11 * 60, 12 * 60)
    hold = held([one], one, Spot(Area.GRID, 0, 0, 660), FRAME)
    ghost = moved(hold, Spot(Area.GRID, 1, 0, 690), 5)[0]
    placing = placing_of(ghost, rows[0].item, made)
    assert (placing.date, placing.start, placing.end) == (date_of(2), dt.time(10, 30), None)


@given(ENTRIES, st.integers(0, 1300))
def test_a_free_gap_is_free_where_there_is_one(entries: list[Entry], after: int) -> None:
    start, end = free_gap(entries, DATES[0], after, 60)
    assert end - start == 60 and end <= MIDNIGHT
    taken = [one for one in entries if one.date == DATES[0] and one.start is not None and one.start < end]
    assert end == MIDNIGHT or all(one.end <= start for one in taken)
