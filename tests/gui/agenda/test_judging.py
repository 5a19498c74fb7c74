"""What an item dragged somewhere would clash with, said while it is dragged."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.agenda.judging import Judge
from missionplanner.gui.wording import Wording
from tests.factories import START, delegate, item, leg, plan, uid

ENGLISH = Wording(translator("en"))


def mission(*more: object) -> MissionPlan:
    return plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        item("09:00", "10:00", "Visit", groups=["A"]),
        item("11:00", "12:00", "Lunch"),
        item("14:00", "15:00", "Pitches", groups=["B"]),
        *more,  # type: ignore[arg-type]
    )


def put(title: str, start: str, end: str, **fields: object) -> Placing:
    times = (dt.time.fromisoformat(one) for one in (start, end))
    return Placing(uid(f"item:{title}"), START, *times, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("placing", "said"),
    [
        (put("Visit", "10:00", "11:00"), ""),
        (put("Visit", "10:30", "11:30"), "overlaps Lunch"),
        (put("Visit", "14:00", "15:00"), ""),
        (put("Visit", "14:00", "15:00", groups=(uid("group:B"),)), "overlaps Pitches"),
        (put("Lunch", "09:30", "14:30"), "overlaps Visit, Pitches"),
        (Placing(uid("item:Visit"), None, None), ""),
    ],
)
def test_only_what_takes_the_same_people_at_the_same_time_clashes(placing: Placing, said: str) -> None:
    assert Judge(mission(), ENGLISH)([placing]) == said


def test_no_more_than_two_are_named() -> None:
    crowded = mission(item("12:30", "13:00", "Briefing"), item("13:00", "13:30", "Coffee"))
    assert Judge(crowded, ENGLISH)([put("Lunch", "09:00", "15:00")]) == "overlaps Visit, Pitches and 2 more"


@pytest.mark.parametrize(
    "fields",
    [{"status": ItemStatus.CANCELLED}, {"status": ItemStatus.IDEA}, {"kind": ItemKind.FREE_TIME}],
)
def test_what_does_not_take_place_or_leaves_people_free_is_no_clash(fields: dict[str, Any]) -> None:
    there = mission(item("12:30", "13:00", "Other", **fields))
    judge = Judge(there, ENGLISH)
    assert judge([put("Lunch", "12:30", "13:00")]) == ""
    assert judge([put("Other", "11:00", "12:00")]) == ""


def test_what_moves_together_and_the_rows_of_one_leg_do_not_clash() -> None:
    there = mission(
        leg("16:00", "18:00", "AZ1"), item(title="Flight", leg="AZ1"), item(title="Landing", leg="AZ1")
    )
    judge = Judge(there, ENGLISH)
    assert judge([put("Visit", "12:00", "13:00"), put("Lunch", "12:30", "13:30")]) == ""
    assert judge([put("Flight", "16:05", "18:05")]) == ""


def test_a_time_that_no_clock_shows_is_said() -> None:
    there = plan(item("01:00", "01:30", "Night", day="2025-03-30"), zone="Europe/Rome")
    night = Placing(uid("item:Night"), dt.date(2025, 3, 30), dt.time(2, 30), dt.time(2, 45))
    assert Judge(there, ENGLISH)([night]) not in ("", None)


@given(st.integers(0, 22), st.integers(1, 90))
def test_a_clash_is_seen_from_both_sides(hour: int, minutes: int) -> None:
    there = mission()
    start = dt.datetime.combine(START, dt.time(hour))
    end = start + dt.timedelta(minutes=minutes)
    visit = Placing(uid("item:Visit"), START, start.time(), end.time())
    clash = start.time() < dt.time(12) and end.time() > dt.time(11)
    assert Judge(there, ENGLISH)([visit]) == ("overlaps Lunch" if clash else "")
