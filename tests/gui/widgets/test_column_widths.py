"""Share a width between columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.gui.widgets.column_widths import fitted

WIDTHS = st.lists(st.integers(20, 400), min_size=1, max_size=12)


@given(WIDTHS, st.integers(1, 6000), st.data())
def test_the_room_is_filled_and_no_column_goes_below_its_least(
    wanted: list[int], room: int, data: st.DataObject
) -> None:
    least = [data.draw(st.integers(10, width)) for width in wanted]
    found = fitted(dict(enumerate(wanted)), dict(enumerate(least)), room, 0)
    if sum(least) > room:  # then the table is scrolled
        assert list(found.values()) == (least if sum(least) <= room * 1.25 else wanted)
        return
    assert sum(found.values()) == room
    assert all(width >= least[place] for place, width in found.items())
    if sum(wanted) > room:
        assert all(width <= wanted[place] for place, width in found.items())


def test_nobody_takes_what_is_over_where_all_were_drawn() -> None:
    assert fitted({"a": 100, "b": 50}, {"a": 100, "b": 50}, 300, None) == {"a": 100, "b": 50}
