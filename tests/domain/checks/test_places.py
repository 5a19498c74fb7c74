from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.domain.checks import Finding, check
from missionplanner.domain.records import Record
from tests.factories import Made, delegate, item, leg, place, plan, uid

ANNA, LI = delegate("Anna Neri", groups=["A"]), delegate("Li Wei", groups=["B"])
LAB = place("Lab", exclusive=True)
ROOM = place("Room", capacity=2)
OFFICE = place("Office", opens=dt.time(9), closes=dt.time(17), closed_days=(6, 7))
BAR = place("Bar", opens=dt.time(18), closes=dt.time(2))
IN_LAB: dict[str, Any] = {"place_id": LAB.id}


def found(rule: str, *things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(ANNA, LI, *things), only=[rule])


@pytest.mark.parametrize(
    ("second", "exclusive", "expected"),
    [
        (item("09:30", "11:00", "b", groups=["B"], **IN_LAB), True, 1),
        (item("10:00", "11:00", "b", groups=["B"], **IN_LAB), True, 0),
        (item("09:30", "11:00", "b", groups=["B"], **IN_LAB), None, 0),
        (item("09:30", "11:00", "b", groups=["A"], **IN_LAB), True, 0),
        (item("09:30", "11:00", "b", groups=["B"], status="idea", **IN_LAB), True, 0),
        (item("09:30", "11:00", "b", groups=["B"]), True, 0),
    ],
)
def test_place_double_booked(second: Made, exclusive: bool | None, expected: int) -> None:
    lab = place("Lab", exclusive=exclusive)
    seen = found("place_double_booked", lab, item("09:00", "10:00", "a", groups=["A"], **IN_LAB), second)
    assert [one.severity.value for one in seen] == ["clash"] * expected


BUS: dict[str, Any] = {"mode": "coach", "operator": "Bidaia", "number": "1", "capacity": 50}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [(BUS, 1), ({**BUS, "number": "2"}, 0), ({**BUS, "capacity": None}, 0), ({**BUS, "mode": "flight"}, 0)],
)
def test_vehicle_double_booked(fields: dict[str, Any], expected: int) -> None:
    legs = [leg("09:00", "10:00", "x", **BUS), leg("09:30", "10:30", "y", **fields)]
    seen = found("vehicle_double_booked", *legs)
    assert len(seen) == expected
    assert all("Bidaia 1 is on two journeys on 2025-05-05 at 09:30" in str(one.message) for one in seen)


def test_over_capacity_counts_those_not_named_yet() -> None:
    unnamed = delegate("Third")
    unnamed = Made(type(unnamed.record)(id=uid("delegate:Third"), mission_id=unnamed.record.mission_id))
    assert found("over_capacity", ROOM, item("09:00", "10:00", "a", place_id=ROOM.id)) == ()
    (one,) = found("over_capacity", ROOM, unnamed, item("09:00", "10:00", "a", place_id=ROOM.id))
    assert str(one.message) == "“a” on 2025-05-05 brings 3 people to Room, which holds 2."
    assert found("over_capacity", ROOM, unnamed, item("09:00", "10:00", "a", groups=["A"], place_id=ROOM.id)) == ()


def test_parallel_items_fill_a_place_together_and_are_told_once_a_day() -> None:
    small = place("Room", capacity=1)
    rows = [item("09:00", "11:00", one, groups=[one], place_id=small.id) for one in ("A", "B")]
    (one,) = found("over_capacity", small, *rows, item("11:00", "12:00", "c", groups=["A"], place_id=small.id))
    assert str(one.message) == "“A”, “B” bring 2 people at once to Room on 2025-05-05, which holds 1."
    assert (
        found("over_capacity", small, rows[0], item("11:00", "12:00", "c", groups=["B"], place_id=small.id)) == ()
    )


@pytest.mark.parametrize(
    ("start", "end", "day", "where", "expected"),
    [
        ("09:00", "17:00", 1, OFFICE, ""),
        ("08:30", "10:00", 1, OFFICE, "opens only at 09:00."),
        ("16:00", "17:01", 1, OFFICE, "closes at 17:00."),
        ("17:00", None, 1, OFFICE, "closes at 17:00."),
        (None, None, 1, OFFICE, ""),
        (None, None, 6, OFFICE, "is closed on that weekday."),
        ("10:00", "11:00", 7, OFFICE, "is closed on that weekday."),
        ("23:00", "23:30", 1, BAR, ""),
        ("01:00", "01:30", 1, BAR, ""),
        ("16:00", "17:00", 1, BAR, "opens only at 18:00."),
        ("10:00", "11:00", 6, place("Park"), ""),
    ],
)
def test_closed(start: str | None, end: str | None, day: int, where: Record, expected: str) -> None:
    seen = found("closed", where, item(start, end, "a", day=day, place_id=where.id))
    assert [str(one.message).endswith(expected) for one in seen] == ([True] if expected else [])


def test_a_closed_day_is_one_line() -> None:
    rows = [item("10:00", "11:00", name, day=6, place_id=OFFICE.id) for name in "abcd"]
    (one,) = found("closed", OFFICE, *rows)
    assert str(one.message).startswith("4 items on 2025-05-10, among them “a”, “b”, “c”")
    assert len(one.items) == 4
