"""Texts in a box that cannot grow: as large as they go, whole where they can be, never outside."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.documents.design import SHEETS, Accent
from missionplanner.documents.parts.fitted import Wish, fit, fit_all, height_of
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Batch, Style

SIZES = (24.0, 20.0, 16.0, 12.0, 9.0)
NAME = Style(face="display", weight="semibold")
HERE = Setter(Batch(dt.datetime(2025, 4, 28, tzinfo=dt.UTC)), SHEETS["a4"], Accent(), translator("en"))


def test_a_short_name_has_the_biggest_size() -> None:
    run = fit(HERE, Wish("Bo Li", NAME, SIZES), 200)
    assert (run.lines, run.style.size) == (("Bo Li",), 24)


def test_a_long_name_takes_another_line_before_it_gets_smaller() -> None:
    run = fit(HERE, Wish("Massimiliano Bartolomei", NAME, SIZES), 180)
    assert (len(run.lines), run.style.size) == (2, 24)


def test_a_name_that_rather_keeps_its_line_gets_smaller_first() -> None:
    run = fit(HERE, Wish("Massimiliano Bartolomei", NAME, SIZES, one_line=0.6), 180)
    assert (len(run.lines), run.style.size) == (1, 16)


def test_no_word_is_broken_where_a_smaller_size_keeps_it_whole() -> None:
    run = fit(HERE, Wish("Hohenlohe-Schillingsfürst", NAME, SIZES), 150)
    assert run.lines == ("Hohenlohe-Schillingsfürst",)


def test_what_has_no_room_left_ends_in_an_ellipsis() -> None:
    run = fit(HERE, Wish("word " * 80, NAME, SIZES), 60)
    assert len(run.lines) == 2 and run.lines[-1].endswith("…")


def test_all_get_smaller_together_and_the_last_goes_first() -> None:
    wishes = tuple(Wish(text, NAME, SIZES) for text in ("Anna Neri", "ART-ER", "Bologna"))
    roomy, narrow, least = (fit_all(HERE, wishes, (200, height)) for height in (200, 60, 14))
    assert [run.style.size for run in roomy] == [24] * 3
    assert len({run.style.size for run in narrow}) == 1 and narrow[0].style.size < 24
    assert [run.lines for run in least] == [("Anna Neri",)]


@settings(max_examples=50)
@given(texts=st.lists(st.text(max_size=60), max_size=4))
def test_nothing_is_outside_its_box(texts: list[str]) -> None:
    width, height = 231.0, 88.0
    runs = fit_all(HERE, tuple(Wish(text, NAME, SIZES, before=3) for text in texts), (width, height))
    assert height_of(runs) <= height
    assert all(HERE.batch.width(line, run.style) <= width + 0.01 for run in runs for line in run.lines)
