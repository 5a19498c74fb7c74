"""Where keys put items: by minutes and days, within the mission, and on the clock of each end."""

from __future__ import annotations

import datetime as dt

from missionplanner.domain.programme.placing import placed
from missionplanner.gui.agenda import nudging
from tests.factories import date_of, item, leg, plan


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def test_minutes_go_past_midnight_but_not_out_of_the_mission() -> None:
    late, last = item("23:50", "23:58", "Late"), item("23:50", "23:58", "Last", day=3)
    made = plan(late, last)
    assert [(one.date, one.start) for one in nudging.by_minutes(made, [late.record], 30)] == [
        (date_of(2), clock("00:20"))
    ]
    assert nudging.by_minutes(made, [last.record], 30) == []
    assert nudging.by_minutes(made, [late.record, last.record], 30) == []


def test_days_keep_items_together_and_fetch_them_from_the_shelf() -> None:
    first, second, idea = (
        item("09:00", "10:00", "First"),
        item(None, None, "Second", day=2),
        item(title="Idea", day=None),
    )
    made = plan(first, second, idea)
    rows = [first.record, second.record]
    assert [one.date for one in nudging.by_days(made, rows, 1)] == [date_of(2), date_of(3)]
    assert nudging.by_days(made, rows, 2) == []
    assert [one.date for one in nudging.by_days(made, [idea.record], -1)] == [date_of(1)]


def test_what_is_locked_is_left_out_and_what_has_no_time_too() -> None:
    held, free, walk = (
        item("09:00", "10:00", "Held", locked=True),
        item("10:00", "11:00", "Free"),
        item(title="Walk"),
    )
    made = plan(held, free, walk)
    rows = [held.record, free.record, walk.record]
    assert [one.item_id for one in nudging.by_minutes(made, rows, 5)] == [free.id]
    assert [one.item_id for one in nudging.longer(made, rows, 5)] == [free.id]


def test_an_end_is_given_to_what_had_none_and_taken_back_to_five_minutes() -> None:
    open_, short = item("09:00", None, "Open"), item("10:00", "10:05", "Short")
    made = plan(open_, short)
    assert [one.end for one in nudging.longer(made, [open_.record], 15)] == [clock("09:15")]
    assert nudging.longer(made, [open_.record], -15) == []
    after = placed(made, nudging.longer(made, [short.record], -5)).on(made).item(short.id)
    assert after is not None
    assert after.end == clock("10:05")


def test_the_end_of_a_flight_to_the_west_moves_on_its_own_clock() -> None:
    flight = leg("17:00", "17:30", "TP1", zone="Europe/Madrid", end_zone="Atlantic/Azores")
    row = item(title="Flight", leg="TP1")
    made = plan(flight, row)
    (one,) = nudging.longer(made, [row.record], -60)
    assert (one.start, one.end) == (clock("17:00"), clock("16:30"))
