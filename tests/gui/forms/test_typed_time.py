"""Times the way people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.gui.forms.typed_time import typed_time


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("9", 9, 0),
        ("930", 9, 30),
        ("1745", 17, 45),
        ("9.30", 9, 30),
        ("9:05", 9, 5),
        ("9h30", 9, 30),
        ("9h", 9, 0),
    ],
)
def test_a_time_may_be_short(text: str, hour: int, minute: int) -> None:
    assert typed_time(text, "start") == dt.time(hour, minute)


@given(st.times())
def test_what_is_shown_is_read_back(time: dt.time) -> None:
    assert typed_time(f" {time:%H:%M} ", "start") == time.replace(second=0, microsecond=0, fold=0)


@given(st.text(max_size=8))
def test_anything_is_a_time_none_or_refused_at_its_field(text: str) -> None:
    try:
        found = typed_time(text, "end", after=dt.time(9))
    except Invalid as error:
        assert error.field == "end"
        return
    assert (found is None) == (not text.strip())


def test_a_length_is_added_to_the_start() -> None:
    assert typed_time("+75", "end", after=dt.time(9, 30)) == dt.time(10, 45)
    with pytest.raises(Invalid):
        typed_time("+75", "end")


@pytest.mark.parametrize("text", ["24", "9:60", "late", "99", "9::30", "12345"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not a time of day"):
        typed_time(text, "start")
