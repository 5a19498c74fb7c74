"""Where blocks lie: nothing that happens apart overlaps, nothing that overlaps is hidden."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.gui.board.entries import MIDNIGHT, Entry
from missionplanner.gui.board.layout import INDENT, Block, Layout, laid_out, runs_of
from missionplanner.gui.board.scale import Area, Box, Scale
from tests.factories import date_of

LANES = 3
TIMED = st.builds(
    lambda day, start, length, lanes: (day, start, start + length, tuple(sorted(lanes))),
    st.integers(1, 3),
    st.integers(0, MIDNIGHT - 5),
    st.integers(5, 1600),
    st.sets(st.integers(0, LANES - 1), min_size=1),
)


def layout_of(*spots: tuple[int | None, int | None, int, tuple[int, ...]]) -> Layout:
    entries = [
        Entry(place, date_of(day), start, end, lanes, end - (start or 0), True, (0, place))
        for place, (day, start, end, lanes) in enumerate(spots)
    ]
    days = [day for number in (1, 2, 3) if (day := date_of(number)) is not None]
    return laid_out(entries, days, LANES)


def scale_of(layout: Layout, hour: float = 43.0, y: float = 0.0) -> Scale:
    return Scale(
        1000, 700, 0, 58, 58, len(layout.columns), LANES, layout.hours, layout.levels, 310, hour=hour, y=y
    )


def shrunk(box: Box) -> Box:
    return Box(box.x + 0.01, box.y + 0.01, box.width - 0.02, box.height - 0.02)


def blocks(layout: Layout) -> list[Block]:
    return [block for column in layout.columns for block in column.blocks]


@given(st.lists(TIMED, max_size=25), st.floats(18, 240))
def test_what_happens_apart_does_not_overlap_and_what_overlaps_is_not_hidden(
    spots: list[tuple[int, int, int, tuple[int, ...]]], hour: float
) -> None:
    layout = layout_of(*spots)
    scale = scale_of(layout, hour)
    for one, other in combinations(blocks(layout), 2):
        apart = one.end <= other.start or other.end <= one.start
        elsewhere = one.day != other.day or one.last < other.first or other.last < one.first
        if apart or elsewhere:
            mine, theirs = scale.box(one), scale.box(other)
            shrunk = mine._replace(
                x=mine.x + 0.01, y=mine.y + 0.01, width=mine.width - 0.02, height=mine.height - 0.02
            )
            assert not shrunk.meets(theirs)
        else:
            assert (one.left, one.right, one.start, one.end) != (other.left, other.right, other.start, other.end)


@given(st.lists(TIMED, max_size=25))
def test_blocks_of_an_item_are_as_long_as_it_is_and_stay_within_their_lanes(
    spots: list[tuple[int, int, int, tuple[int, ...]]],
) -> None:
    layout = layout_of(*spots)
    for place, (day, start, end, lanes) in enumerate(spots):
        own = layout.blocks_of.get(place, [])
        shown = min(end, (4 - day) * MIDNIGHT) - start
        nights = any(block.from_before for block in own) or any(chip.place == place for chip in layout.chips)
        drawn = sum(block.end - block.start for block in own if block.first == lanes[0])
        assert drawn == shown or (nights and drawn < shown)
        for block in own:
            assert block.first <= block.left < block.right <= block.last + 1
            assert layout.hours[0] <= block.start < block.end <= layout.hours[1]


@given(st.lists(TIMED, max_size=25), st.floats(0, 600), st.floats(10, 400))
def test_only_and_all_blocks_in_sight_are_found(
    spots: list[tuple[int, int, int, tuple[int, ...]]], top: float, height: float
) -> None:
    layout = layout_of(*spots)
    scale = scale_of(layout, y=120)
    clip = scale.body._replace(y=top, height=height)
    for column in layout.columns:
        found = [id(block) for block, _ in scale.seen(column, clip)]
        assert found == [id(block) for block in column.blocks if scale.box(block).meets(clip)]


@given(st.floats(0, 1000), st.floats(0, 700), st.floats(0, 500), st.floats(18, 240))
def test_a_point_leads_to_the_box_it_is_in(x: float, y: float, scrolled: float, hour: float) -> None:
    scale = scale_of(layout_of((1, 600, 660, (0,)), (2, None, 0, (1,))), hour, scrolled)
    spot = scale.spot(x, y)
    assert 0 <= spot.day < 3 and 0 <= spot.lane < LANES
    assert abs(scale.y_of(spot.minute) - y) < 1e-6
    if spot.area is Area.GRID and scale.x_of(spot.day) <= x < scale.x_of(spot.day, LANES):
        assert scale.span_box(spot.day, spot.lane, spot.lane + 1, spot.minute - 1, spot.minute + 1).holds(x, y)


def test_the_second_of_two_begins_further_right_and_both_titles_show() -> None:
    layout = layout_of((1, 600, 700, (0, 1)), (1, 650, 720, (0,)))
    first, second = layout.columns[0].blocks
    assert (first.left, second.left) == (0, INDENT)


def test_two_that_begin_together_stand_side_by_side() -> None:
    layout = layout_of((1, 600, 700, (1,)), (1, 610, 720, (1,)))
    first, second = layout.columns[0].blocks
    assert (first.left, first.right, second.left, second.right) == (1, 1.5, 1.5, 2)


def test_groups_apart_make_one_block_a_run() -> None:
    layout = layout_of((1, 600, 700, (0, 2)))
    assert [(one.first, one.last, one.linked) for one in layout.blocks_of[0]] == [(0, 0, True), (2, 2, True)]
    assert runs_of((0, 1, 3)) == [(0, 1), (3, 3)]


def test_a_night_goes_on_in_the_next_day_above_its_hours_or_among_them() -> None:
    short = layout_of((1, 1320, MIDNIGHT + 15, (0,)))
    assert [(one.day, one.start, one.end, one.goes_on) for one in short.blocks_of[0]] == [(0, 1320, 1440, True)]
    assert [(chip.day, chip.place, chip.from_before) for chip in short.chips] == [(1, 0, True)]
    assert short.hours == (7 * 60, MIDNIGHT)
    long = layout_of((1, 1320, MIDNIGHT + 480, (0,)))
    assert [(one.day, one.start, one.end, one.from_before) for one in long.blocks_of[0]][1] == (1, 420, 480, True)


def test_items_without_a_time_are_stacked_in_their_order() -> None:
    layout = layout_of((1, None, 0, (0, 1, 2)), (1, None, 0, (0,)), (1, None, 0, (1, 2)), (2, None, 0, (0,)))
    assert [(chip.place, chip.level) for chip in layout.chips] == [(0, 0), (1, 1), (2, 1), (3, 0)]
    assert layout.levels == 2
    assert layout.shows(3) and not layout.shows(9)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [(300, 330, (240, 1320)), (330, 360, (300, 1320)), (10, 60, (0, 1320)), (1350, 1438, (420, 1440))],
)
def test_the_hours_reach_an_hour_beyond_what_is_planned(start: int, end: int, hours: tuple[int, int]) -> None:
    assert layout_of((1, start, end, (0,))).hours == hours
