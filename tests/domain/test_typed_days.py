"""Days the way people type them, near a mission."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.typed_days import Around, day_of

MISSION = [dt.date(2025, 5, 5) + dt.timedelta(days=number) for number in range(3)]
AROUND = Around(MISSION, None, dt.date(2025, 4, 20))
SIXTH = dt.date(2025, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "6/5",
        "6.5.",
        "06-05",
        "6",
        "6/5/25",
        "6.5.2025",
        "2025-05-06",
        "6 maggio",
        "6 mag",
        "il 6 maggio 2025",
        "mar 6",
        "mar",
        "martedì",
        "martedì 6 maggio",
        "Tuesday, 6 May",
        "May 6, 2025",
        "6th of May",
        "6 de mayo de 2025",
        "martes 6",
        "le 6 mai",
        "mardi 6 mai 2025",
        "6. Mai",
        "Di",
        "Dienstag, 6. Mai 2025",
        "dinsdag 6 mei",
        "terça-feira",
        "6 de maio",
    ],
)
def test_a_day_may_be_typed_in_many_ways(text: str) -> None:
    assert day_of(text, "date", AROUND) == SIXTH


def test_a_day_counts_from_today_or_from_the_one_that_is_changed() -> None:
    for text in ("tomorrow", "domani", "mañana", "demain", "morgen", "amanhã"):
        assert day_of(text, "date", AROUND) == dt.date(2025, 4, 21)
    assert day_of("dopodomani", "date", AROUND) == dt.date(2025, 4, 22)
    assert day_of("+2", "date", Around(MISSION, SIXTH, AROUND.today)) == dt.date(2025, 5, 8)


def test_what_is_not_in_the_mission_is_the_nearest() -> None:
    assert day_of("12", "date", AROUND) == dt.date(2025, 5, 12)
    assert day_of("28", "date", AROUND) == dt.date(2025, 4, 28)
    assert day_of("mar 11", "date", AROUND) == dt.date(2025, 3, 11)
    assert day_of("10 gennaio", "date", AROUND) == dt.date(2025, 1, 10)
    assert day_of("10 dic", "date", AROUND) == dt.date(2024, 12, 10)
    assert day_of("6 marzo", "date", AROUND) == dt.date(2025, 3, 6)


def test_a_number_outweighs_a_weekday_that_does_not_fit() -> None:
    assert day_of("lunedì 6", "date", AROUND) == SIXTH


NO_DAYS = ["31/2", "0", "6/13", "maggio", "jui 6", "soon", "99", "2025-13-01", "32 maggio", "\u0301"]
WHOLE = ["{:%d/%m/%Y}", "{:%d.%m.%y}", "{:%d %B %Y}"]
SHORT = ["{:%d/%m}", "{:%d}", "{:%A}", "{:%a %d}", "{:%d %b}"]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="not a day") as told:
        day_of(text, "date", AROUND)
    assert told.value.field == "date"


@given(st.dates(dt.date(2024, 6, 1), dt.date(2026, 3, 1)), st.sampled_from(WHOLE))
def test_a_day_with_its_year_is_read_wherever_the_mission_is(day: dt.date, form: str) -> None:
    assert day_of(form.format(day), "date", AROUND) == day


@given(st.integers(0, 90), st.integers(0, 6), st.sampled_from(SHORT))
def test_a_day_of_the_mission_is_found_by_little(first: int, number: int, form: str) -> None:
    start = dt.date(2025, 1, 1) + dt.timedelta(days=first)
    days = [start + dt.timedelta(days=one) for one in range(7)]
    assert day_of(form.format(days[number]), "date", Around(days, None, dt.date(2025, 1, 1))) == days[number]


@given(st.text(max_size=12))
def test_anything_is_a_day_none_or_refused_at_its_field(text: str) -> None:
    try:
        found = day_of(text, "date", AROUND)
    except Invalid as error:
        assert error.field == "date"
    else:
        assert (found is None) == (not text.strip())
