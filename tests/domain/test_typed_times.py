"""Times and lengths the way people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.typed_times import length_of, time_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9", "09:00"),
        ("930", "09:30"),
        ("0930", "09:30"),
        ("9.30", "09:30"),
        ("9:30", "09:30"),
        ("9,30", "09:30"),
        ("9h30", "09:30"),
        ("9h", "09:00"),
        ("9 H 30", "09:30"),
        ("9:30 am", "09:30"),
        ("9:30 p.m.", "21:30"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("17 Uhr", "17:00"),
        ("17 Uhr 30", "17:30"),
        ("um 9.30 Uhr", "09:30"),
        ("ore 9", "09:00"),
        ("alle 9.30", "09:30"),
        ("a las 9", "09:00"),
        ("à 9 heures", "09:00"),
        ("9 uur", "09:00"),
        ("às 9h30", "09:30"),
        ("mezzogiorno", "12:00"),
        ("Mitternacht", "00:00"),
        ("٩:٣٠", "09:30"),
    ],
)
def test_a_time_may_be_typed_in_many_ways(text: str, shown: str) -> None:
    assert f"{time_of(text, 'start'):%H:%M}" == shown


NO_TIMES = ["24", "9:60", "13 pm", "0 am", "late", "9::30", "12345", "+45", "9-10", "ore", "\u0301"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not a time of day") as told:
        time_of(text, "start")
    assert told.value.field == "start"


@given(st.times(), st.integers(1, 999))
def test_a_length_is_added_on_the_clock(start: dt.time, minutes: int) -> None:
    later = dt.datetime.combine(dt.date(2025, 5, 5), start) + dt.timedelta(minutes=minutes)
    assert time_of(f"+{minutes}", "end", after=start) == later.time()


def test_a_length_added_may_be_hours() -> None:
    assert time_of("+1h30", "end", after=dt.time(23)) == dt.time(0, 30)
    assert time_of("+ 1:15", "end", after=dt.time(9)) == dt.time(10, 15)


@given(st.times(), st.sampled_from(["{:%H:%M}", "{:%H.%M}", "{:%Hh%M}", "{:%H%M}", "{:%I:%M %p}", "ore {:%H:%M}"]))
def test_what_is_shown_is_read_back(time: dt.time, form: str) -> None:
    assert time_of(form.format(time), "start") == time.replace(second=0, microsecond=0, fold=0)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h30", 90),
        ("1:30", 90),
        ("1.30", 90),
        ("90 min", 90),
        ("90", 90),
        ("45'", 45),
        ("2 ore", 120),
        ("1 ora 30 minuti", 90),
        ("1,5 h", 90),
        ("2 Stunden", 120),
        ("1 hour 5 min", 65),
        ("3 heures", 180),
    ],
)
def test_a_length_may_be_typed_in_many_ways(text: str, minutes: int) -> None:
    assert length_of(text, "length") == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["0", "0:00", "1:75", "long", "-5", "1000"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not a length of time"):
        length_of(text, "length")


@given(st.text(max_size=9))
def test_anything_is_read_nothing_or_refused_at_its_field(text: str) -> None:
    for read in (time_of, length_of):
        try:
            found = read(text, "end")
        except Invalid as error:
            assert error.field == "end"
        else:
            assert (found is None) == (not text.strip())
