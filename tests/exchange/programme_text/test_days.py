"""Days as headings name them, and what they come to."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.exchange.programme_text import read_text
from missionplanner.exchange.programme_text.days import day_at, days_in, range_in
from missionplanner.exchange.programme_text.headings import heading_of
from missionplanner.exchange.programme_text.plain import plain

TODAY = dt.date(2025, 3, 1)
HEADINGS = {
    "Monday 5 May 2025": (5, 5, 2025, 0),
    "5 maggio": (5, 5, None, None),
    "lunedì 5/5": (5, 5, None, 0),
    "Martes 6 de mayo": (6, 5, None, 1),
    "Dienstag, 7. Mai": (7, 5, None, 1),
    "mardi 6 mai": (6, 5, None, 1),
    "dinsdag 6 mei": (6, 5, None, 1),
    "terça-feira, 6 de maio": (6, 5, None, 1),
    "5月6日(火)": (6, 5, None, 1),
    "2025年5月6日（火）": (6, 5, 2025, 1),
    "Day 2 – 6 May": (6, 5, None, None),
    "Giorno 2": (None, None, None, None),
    "Tues 6 May": (6, 5, None, 1),
    "Mo., 24.11.2025": (24, 11, 2025, 0),
    "Monday, February 23, 2026": (23, 2, 2026, 0),
    "Lundi 1er juin 2026": (1, 6, 2026, 0),
    "Monday, May the 30 th": (30, 5, None, 0),
    "II ° Giorno 20.09.2011": (20, 9, 2011, None),
    "2025-05-06": (6, 5, 2025, None),
    "Sábado": (None, None, None, 5),
    "Tuesday 6": (6, None, None, 1),
    "• LUNEDÌ 5 MAGGIO": (5, 5, None, 0),
}


@pytest.mark.parametrize(("text", "told"), HEADINGS.items(), ids=HEADINGS)
def test_headings(text: str, told: tuple[int | None, ...]) -> None:
    heading = heading_of(text)
    assert heading is not None
    said = heading.said
    assert (said.day, said.month, said.year, said.weekday) == told


@pytest.mark.parametrize(
    "text",
    [
        "Bilbao, 5–7 maggio 2025",
        "del 13 al 15 de octubre de 2025",
        "5 May is a public holiday in Italy and everybody rests",
        "09.30 Registration",
        "Versione 3, 2 maggio 2025",
        "12 companies",
        "Monday is when we meet, and this is a long sentence about it that goes on and on and on and on.",
    ],
)
def test_what_opens_no_day(text: str) -> None:
    assert heading_of(text) is None


def test_a_range() -> None:
    span = range_in(plain("5–7 May 2025"))
    assert span is not None
    assert [(one.day, one.month, one.year) for one in span] == [(5, 5, 2025), (7, 5, 2025)]


def test_days_within_a_sentence() -> None:
    (said,) = days_in(plain("Modena, giovedì 5 febbraio 2026"))
    assert (said.day, said.month, said.year, said.weekday) == (5, 2, 2026, 3)


def test_only_the_start_of_a_line_counts() -> None:
    assert day_at(plain("Deadline: 6 May 2025")) is None


def dates(text: str, start: dt.date | None = None, end: dt.date | None = None) -> list[str]:
    return [str(entry.date) for entry in read_text(text, start=start, end=end, today=TODAY).entries]


def rules(text: str, start: dt.date | None = None) -> list[str]:
    return [warned.rule for warned in read_text(text, start=start, today=TODAY).warnings]


def test_a_wrong_weekday_is_told() -> None:
    assert rules("Tuesday 5 May 2025\n9:00 Start") == ["weekday_mismatch"]


def test_a_date_that_was_copied_under_another_weekday_is_told() -> None:
    text = "Tuesday 5 May 2026\n9:00 Start\nWednesday 5 May 2026\n8:00 Visit\n"
    assert rules(text) == ["weekday_mismatch", "time_order"]
    assert rules("Tuesday 5 May 2026\n9:00 Start\n5 May 2026\n10:00 Visit\n") == []


def test_a_missing_year_is_guessed_by_the_weekday() -> None:
    assert dates("Monday 11 May\n9:00 Start") == ["2026-05-11"]
    assert rules("Monday 11 May\n9:00 Start") == ["year_guessed"]


def test_the_mission_settles_the_year() -> None:
    start = dt.date(2027, 5, 10)
    assert dates("11 May\n9:00 Start", start) == ["2027-05-11"]
    assert rules("11 May\n9:00 Start", start) == []


def test_the_new_year_is_passed() -> None:
    assert dates("30 December 2025\n9:00 A\n2 January\n9:00 B") == ["2025-12-30", "2026-01-02"]


def test_weekdays_and_numbers_of_days_follow_the_first() -> None:
    text = "Monday 5 May 2025\n9:00 A\nTuesday\n9:00 B\nDay 4\n9:00 C"
    assert dates(text)[:2] == ["2025-05-05", "2025-05-06"]
    assert dates("Day 1\n9:00 A\nDay 3\n9:00 B", dt.date(2025, 5, 5)) == ["2025-05-05", "2025-05-07"]


def test_a_day_that_cannot_be_known_stays_unknown() -> None:
    found = read_text("Giorno 2\n9.00 Visita", today=TODAY)
    assert [entry.date for entry in found.entries] == [None]
    assert [warned.rule for warned in found.warnings] == ["date_unknown"]
    assert found.entries[0].confidence < 0.7


def test_the_month_first_where_weekdays_say_so() -> None:
    assert dates("05/06/2025 (Tuesday)\n9:00 A") == ["2025-05-06"]
    assert dates("05/28/2025\n9:00 A\n05/06/2025\n9:00 B") == ["2025-05-28", "2025-05-06"]


def test_day_and_month_that_could_be_turned_are_told() -> None:
    assert dates("05/06/2025\n9:00 A") == ["2025-06-05"]
    assert rules("05/06/2025\n9:00 A") == ["ambiguous_date"]


def test_items_out_of_order_are_told() -> None:
    assert rules("5 May 2025\n10:00 A\n9:00 B") == ["time_order"]
