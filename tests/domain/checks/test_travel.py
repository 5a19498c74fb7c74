from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.domain.checks import Finding, Knowledge, Options, check
from missionplanner.domain.records import Record
from tests.factories import START, Made, delegate, item, leg, place, plan, uid

ANNA = delegate("Anna Neri")
HALL, PLANT, GATE = place("Hall"), place("Plant"), place("Gate")
KNOWN = Knowledge(
    distances={
        (HALL.id, PLANT.id): 12.0,
        (HALL.id, GATE.id): 1.0,
        (HALL.id, "BIO"): 10.0,
        ("BLQ", "BIO"): 1080.0,
        ("bilbao", "vitoria"): 50.0,
    }
)
AT_HALL: dict[str, Any] = {"place_id": HALL.id}
AT_PLANT: dict[str, Any] = {"place_id": PLANT.id}
AT_GATE: dict[str, Any] = {"place_id": GATE.id}
LATE = Options(today=START - dt.timedelta(days=5))


def found(rule: str, *things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(ANNA, HALL, PLANT, GATE, *things), KNOWN, only=[rule], options=LATE)


@pytest.mark.parametrize(
    ("gap", "there", "expected"),
    [
        ("10:30", AT_PLANT, 1),
        ("10:59", AT_PLANT, 0),
        ("10:10", AT_GATE, 1),
        ("10:30", AT_GATE, 0),
        ("10:05", AT_HALL, 0),
    ],
)
def test_the_way_between_two_places_takes_time(gap: str, there: dict[str, Any], expected: int) -> None:
    rows = [item("09:00", "10:00", "a", **AT_HALL), item(gap, None, "b", **there)]
    assert len(found("tight_travel", *rows)) == expected


def test_it_is_said_with_minutes_and_km() -> None:
    (one,) = found("tight_travel", item("09:00", "10:00", "a", **AT_HALL), item("10:20", "11:00", "b", **AT_PLANT))
    assert str(one.message) == (
        "Anna Neri: 20 min from “a” (09:00–10:00) to “b” (10:20–11:00) on 2025-05-05, 12 km apart. "
        "About 45 min are needed."
    )
    assert (one.short, one.items) == (25, (uid("item:a"), uid("item:b")))


QUIET: dict[str, list[Made]] = {
    "a place nobody knows": [item("09:00", "10:00", "a", **AT_HALL), item("10:05", None, "b")],
    "no end, long before": [item("09:00", None, "a", **AT_HALL), item("10:00", None, "b", **AT_PLANT)],
    "cancelled": [
        item("09:00", "10:00", "a", **AT_HALL),
        item("10:10", None, "b", status="cancelled", **AT_PLANT),
    ],
    "a coach between": [
        item("09:00", "10:00", "a", **AT_HALL),
        leg("10:00", "10:15", "Bus", mode="coach"),
        item("10:20", None, "b", **AT_PLANT),
    ],
    "a coach without a time": [
        item("09:00", "10:00", "a", **AT_HALL),
        item(None, None, "ride", kind="coach"),
        item("10:20", None, "b", **AT_PLANT),
    ],
    "other people": [
        item("09:00", "10:00", "a", people=[], roles=["Host"], **AT_HALL),
        item("10:05", None, "b", **AT_PLANT),
    ],
    "it overlaps, which is a clash": [
        item("09:00", "10:00", "a", **AT_HALL),
        item("09:30", "11:00", "b", **AT_PLANT),
    ],
}


@pytest.mark.parametrize("case", QUIET)
def test_what_leaves_time_enough(case: str) -> None:
    assert found("tight_travel", *QUIET[case]) == ()


FLIGHT = {"origin": "BIO", "destination": "BLQ"}
DEPARTURES: dict[str, tuple[list[Made], int]] = {
    "a visit too close": ([item("09:00", "10:00", "a", **AT_HALL), leg("11:30", "13:00", "LH1", **FLIGHT)], 1),
    "a visit in time": ([item("09:00", "10:00", "a", **AT_HALL), leg("12:30", "14:00", "LH1", **FLIGHT)], 0),
    "a coach too late": (
        [leg("10:00", "10:30", "Bus", mode="coach", destination="BIO"), leg("11:30", "13:00", "LH1", **FLIGHT)],
        1,
    ),
    "dinner at the airport": (
        [
            leg("09:00", "09:30", "Bus", mode="coach", destination="BIO"),
            item("10:00", "11:00", "dinner"),
            leg("11:30", "13:00", "LH1", **FLIGHT),
        ],
        0,
    ),
    "a long flight wants more": (
        [
            leg("10:00", "10:40", "Bus", mode="coach", destination="BIO"),
            leg("12:30", "20:00", "LH1", **FLIGHT),
        ],
        1,
    ),
    "meeting at check-in": (
        [item("10:45", "11:00", "a", kind="briefing", **AT_HALL), leg("11:30", "13:00", "LH1", **FLIGHT)],
        0,
    ),
    "a change too short": (
        [leg("08:00", "10:00", "LH0", destination="BIO"), leg("10:30", "12:00", "LH1", **FLIGHT)],
        1,
    ),
    "a change long enough": (
        [leg("08:00", "10:00", "LH0", destination="BIO"), leg("10:50", "12:00", "LH1", **FLIGHT)],
        0,
    ),
    "a train": (
        [
            leg("10:00", "10:30", "Bus", mode="coach", destination_text="Abando"),
            leg("10:45", "12:00", "R1", mode="train", origin_text="Abando"),
        ],
        1,
    ),
}


@pytest.mark.parametrize("case", DEPARTURES)
def test_departures_do_not_wait(case: str) -> None:
    things, expected = DEPARTURES[case]
    assert len(found("tight_travel", *things)) == expected


def test_an_arrival_leaves_time_for_the_luggage_and_the_way() -> None:
    landing = leg("06:00", "09:00", "LH1", destination="BIO")
    assert len(found("tight_travel", landing, item("09:50", None, "a", **AT_HALL))) == 1
    assert found("tight_travel", landing, item("10:30", None, "a", **AT_HALL)) == ()


def test_a_journey_nobody_planned() -> None:
    rows = [item("09:00", "10:00", "a", **AT_HALL), item("12:00", None, "b", **AT_PLANT)]
    (one,) = found("missing_transfer", *rows)
    assert str(one.message).endswith("on 2025-05-05 it is 12 km, and no transfer is planned.")
    assert found("missing_transfer", rows[0], item("12:00", None, "b", **AT_GATE)) == ()
    assert found("missing_transfer", *rows, leg("10:10", "10:40", "Bus", mode="coach")) == ()
    assert found("missing_transfer", rows[0], item("10:20", None, "b", **AT_PLANT)) == ()


@pytest.mark.parametrize(
    ("end", "mode", "ends", "expected"),
    [
        ("08:30", "flight", ("BLQ", "BIO"), 0),
        ("06:30", "flight", ("BLQ", "BIO"), 1),
        ("22:00", "flight", ("BLQ", "BIO"), 1),
        ("07:00", "coach", ("Bilbao", "Hall, Vitoria"), 0),
        ("06:10", "coach", ("Bilbao", "Hall, Vitoria"), 1),
        ("06:00", "train", ("Bilbao", "Vitoria"), 1),
        ("05:00", "coach", ("Bilbao", "Vitoria"), 0),
        ("06:10", "coach", ("Bilbao", "Nowhere"), 0),
    ],
)
def test_implausible_leg(end: str, mode: str, ends: tuple[str, str], expected: int) -> None:
    names = ("origin", "destination") if mode == "flight" else ("origin_text", "destination_text")
    one = leg("06:00", end, "L", mode=mode, **dict(zip(names, ends, strict=True)))
    assert len(found("implausible_leg", one)) == expected
