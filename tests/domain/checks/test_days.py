from __future__ import annotations

from typing import Any

import pytest

from missionplanner.domain.checks import Finding, Options, check
from missionplanner.domain.records import Record
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus
from tests.factories import Made, delegate, item, leg, plan, uid

ANNA = delegate("Anna Neri", groups=["A"])
LI = delegate("Li Wei", groups=["B"])


def found(rule: str, *things: Made | Record, **options: Any) -> tuple[Finding, ...]:
    return check(plan(ANNA, *things), only=[rule], options=Options(**options))


@pytest.mark.parametrize(("end", "expected"), [("21:00", 0), ("21:01", 1)])
def test_long_day(end: str, expected: int) -> None:
    assert len(found("long_day", item("07:00", "08:00", "a"), item("19:00", end, "b"))) == expected


def test_a_long_day_is_told_with_its_ends_and_its_length_is_an_option() -> None:
    rows = [item("07:00", "08:00", "a"), item("19:00", "22:30", "b")]
    (one,) = found("long_day", *rows)
    assert str(one.message) == (
        "Anna Neri: 15 h 30 min on 2025-05-05, from “a” (07:00–08:00) to “b” (19:00–22:30)."
    )
    assert found("long_day", *rows, long_day_hours=16) == ()


def test_parallel_long_days_are_one_line() -> None:
    rows = [item("07:00", "08:00", "a"), *(item("19:00", "22:30", each, groups=[each]) for each in ("A", "B"))]
    (one,) = check(plan(ANNA, LI, *rows), only=["long_day"])
    assert str(one.message) == "Anna Neri, Li Wei: up to 15 h 30 min on 2025-05-05."
    assert len(one.items) == 3


def test_a_long_flight_begins_a_day_of_its_own() -> None:
    night = leg("05:00", "18:00", "NH1")
    assert found("long_day", night, item("20:00", "22:00", "dinner")) == ()


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [("23:00", "08:00", 1), ("23:00", "09:00", 0), (None, "08:59", 1), ("22:30", "08:30", 0)],
)
def test_short_rest(end: str | None, start: str, expected: int) -> None:
    rows = [item("18:00", "19:00", "x"), item("23:00", end, "a") if end is None else item("20:00", end, "a")]
    assert len(found("short_rest", *rows, item(start, None, "b", day=2))) == expected


def test_an_evening_goes_on_past_midnight() -> None:
    late = [item("20:00", "23:50", "a"), item("00:10", "01:00", "coach", day=2)]
    assert found("short_rest", *late) == ()
    (one,) = found("short_rest", *late, item("08:00", None, "b", day=2))
    assert "7 h of rest" in str(one.message)
    assert len(found("short_rest", late[0], item("03:30", None, "coach", day=2))) == 1


@pytest.mark.parametrize(
    ("start", "kind", "expected"),
    [
        ("08:59", "site_visit", 1),
        ("09:00", "site_visit", 0),
        ("08:00", "meal", 0),
        ("05:30", "site_visit", 0),
    ],
)
def test_after_night_flight(start: str, kind: str, expected: int) -> None:
    night = leg("22:00", "06:00", "NH1", day=0, end_day=1)
    assert len(found("after_night_flight", night, item(start, None, "a", kind=kind))) == expected
    short = leg("04:00", "06:00", "LH1")
    assert found("after_night_flight", short, item(start, None, "a", kind=kind)) == ()


WORK = [item("09:00", "12:30", "a"), item("12:30", "15:30", "b")]
MEALS: dict[str, tuple[list[Made], int]] = {
    "none": (WORK, 1),
    "a lunch": ([WORK[0], item("12:30", "13:30", "lunch", kind="meal"), item("13:30", "15:30", "b")], 0),
    "a lunch without a time": ([*WORK, item(None, None, "lunch", kind="meal")], 0),
    "a dinner without a time": ([*WORK, item(None, None, "dinner", kind="meal", part_of_day="evening")], 1),
    "a pause": ([WORK[0], item("13:15", "16:00", "b")], 0),
    "no end": ([item("09:00", None, "a"), item("15:00", "16:00", "b")], 0),
    "short": ([item("10:00", "12:30", "a"), item("12:30", "15:30", "b")], 0),
    "one long visit": ([item("09:00", "18:00", "a")], 0),
    "lunch after six hours": ([*WORK, item("15:30", "16:30", "lunch", kind="meal")], 1),
    "over before noon": ([item("05:00", "08:00", "a"), item("08:00", "11:30", "b")], 0),
}


@pytest.mark.parametrize("case", MEALS)
def test_no_lunch(case: str) -> None:
    rows, expected = MEALS[case]
    assert len(found("no_meal", *rows)) == expected


def test_no_dinner() -> None:
    rows = [item("15:00", "18:30", "a"), item("18:40", "22:00", "b")]
    (one,) = found("no_meal", *rows)
    assert str(one.message) == "Anna Neri: no dinner on 2025-05-05, 7 h from “a” to “b” without a meal."
    assert found("no_meal", rows[0], item("18:40", "22:00", "b", kind="networking")) == ()
    assert found("no_meal", rows[0], leg("18:40", "22:00", "LH1")) == ()


def crowd(**fields: Any) -> list[Made]:
    known = {"status": DelegateStatus.CONFIRMED, **fields}
    return [delegate(name, groups=["B"], status=DelegateStatus.CONFIRMED) for name in ("Bo", "Cy", "Di")] + [
        delegate("Eva", groups=["A"], **known)
    ]


IDLE: dict[str, tuple[list[Made], int]] = {
    "left out": (crowd(), 1),
    "press": (crowd(role=DelegateRole.PRESS), 0),
    "not confirmed": (crowd(status=DelegateStatus.SELECTED), 0),
    "free": ([*crowd(), item("09:00", "12:00", "f", kind="free_time", groups=["A"])], 0),
    "something without a time": ([*crowd(), item(None, None, "f", groups=["A"])], 0),
    "something in the afternoon": ([*crowd(), item("15:00", "16:00", "f", groups=["A"])], 1),
    "not there yet": ([*crowd(arrival="LH1"), leg("08:00", "11:00", "LH1", passengers=["Eva"])], 0),
}


@pytest.mark.parametrize("case", IDLE)
def test_idle_delegate(case: str) -> None:
    things, expected = IDLE[case]
    seen = check(plan(*things, item("09:00", "12:00", "work", groups=["B"])), only=["idle_delegate"])
    assert [one.people for one in seen] == [(uid("person:Eva"),)] * expected


def test_half_of_the_delegation_is_not_left_out() -> None:
    split = [delegate(name, groups=["A"], status=DelegateStatus.CONFIRMED) for name in ("Fay", "Gus")]
    assert (
        check(plan(*crowd(), *split, item("09:00", "12:00", "work", groups=["B"])), only=["idle_delegate"]) == ()
    )
