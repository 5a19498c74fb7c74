"""Opening hours as people write them; what cannot be read for sure is not read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.programme.opening_hours import OpeningHours, read

NINE, ONE, SIX = dt.time(9), dt.time(13), dt.time(18)


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Mo-Fr 09:00-18:00; Sa 09:00-13:00", OpeningHours(NINE, SIX, (7,))),
        ("lun-ven 9-13, 14:30-18; sab 9.00-13.00", OpeningHours(NINE, SIX, (7,))),
        ("Lunedì–Venerdì: 9:00–18:00", OpeningHours(NINE, SIX, (6, 7))),
        ("lun. a ven. ore 9-18", OpeningHours(NINE, SIX, (6, 7))),
        ("Mon to Fri 09:00 - 13:00", OpeningHours(NINE, ONE, (6, 7))),
        ("mer, ven 9-13", OpeningHours(NINE, ONE, (1, 2, 4, 6, 7))),
        ("sabato e domenica 9-18", OpeningHours(NINE, SIX, (1, 2, 3, 4, 5))),
        ("Fr-Mo 9-18", OpeningHours(NINE, SIX, (2, 3, 4))),
        ("9-18", OpeningHours(NINE, SIX)),
        ("9-18; dom chiuso", OpeningHours(NINE, SIX, (7,))),
        ("Su closed", OpeningHours(closed_days=(7,))),
        ("24/7", OpeningHours()),
        ("sempre aperto", OpeningHours()),
        ("Fr-Sa 18:00-02:00", OpeningHours(SIX, None, (1, 2, 3, 4, 7))),
        ("Mo-Su 00:00-18:00", OpeningHours(None, SIX)),
    ],
)
def test_hours_that_can_be_read(line: str, hours: OpeningHours) -> None:
    assert read(line) == hours


@pytest.mark.parametrize(
    "line",
    [
        "",
        "by appointment",
        "Mo-Fr",
        "Mo-Fr 9-18 except holidays",
        "25-30",
        "9:75-10",
        "9",
        "Mo-Xy 9-18",
        "su richiesta",
    ],
)
def test_hours_that_cannot_be_read_are_unknown(line: str) -> None:
    assert read(line) is None


@given(st.text("MoTuSa ;,:.-0123456789", max_size=30) | st.text(max_size=30))
def test_any_text_is_read_or_not_without_an_error(line: str) -> None:
    hours = read(line)
    assert hours is None or set(hours.closed_days) <= set(range(1, 8))


@given(st.times(), st.times(), st.sets(st.integers(1, 7), max_size=6))
def test_what_is_written_by_the_grammar_is_read_as_meant(
    opens: dt.time, closes: dt.time, closed: set[int]
) -> None:
    first, last = sorted((opens.replace(second=0, microsecond=0), closes.replace(second=0, microsecond=0)))
    names = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    days = ", ".join(name for number, name in enumerate(names, start=1) if number not in closed)
    hours = read(f"{days} {first:%H:%M}-{last:%H:%M}")
    assert hours is not None
    assert hours.opens == (first if first != dt.time() else None)
    assert hours.closes == (last if last > first else None)
    assert hours.closed_days == tuple(sorted(closed))
