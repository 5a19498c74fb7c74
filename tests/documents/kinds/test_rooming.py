"""The rooming list: who sleeps where, which beds are free, for whom a reception waits."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import RoomKind
from tests.factories import MISSION, START, delegate, leg, place, plan, uid
from tests.sheets import printed, rows, sheets, told


def stay(name: str, room: RoomKind, *guests: str, **fields: object) -> list[r.Record]:
    """Return a room of two nights with who sleeps in it."""
    known = {"hotel_id": uid("place:Ercilla"), "from_day": START, "to_day": START + dt.timedelta(days=2)}
    one = r.Stay(id=uid(name), mission_id=MISSION, room=room, **{**known, **fields})  # type: ignore[arg-type]
    sleeping = (
        r.StayGuest(mission_id=MISSION, stay_id=one.id, person_id=uid(f"person:{guest}"), position=number)
        for number, guest in enumerate(guests)
    )
    return [one, *sleeping]


def mission(ends: str, end_day: int | None = None) -> MissionPlan:
    return plan(
        delegate("Anna Neri", arrival="LH1"),
        delegate("Bo Li"),
        delegate("Carla Verdi"),
        leg("20:00", ends, "LH1", end_day=end_day),
        place("Ercilla", city="Bilbao"),
        *stay("1", RoomKind.SINGLE, "Anna Neri", booking="B-1", board="breakfast"),
        *stay("2", RoomKind.TWIN, "Bo Li"),
        *stay("3", RoomKind.DOUBLE, "Carla Verdi"),
    )


def test_a_twin_of_one_has_a_bed_free_and_a_double_has_not() -> None:
    assert rows(sheets(mission("19:00"), "rooming")) == [
        ("1", "Anna Neri", "Single room", "5–7 May · 2 nights", "B-1 | breakfast", ""),
        ("2", "Bo Li", "Twin room", "5–7 May · 2 nights", "", "1 bed free"),
        ("3", "Carla Verdi", "Double room", "5–7 May · 2 nights", "", ""),
    ]


@pytest.mark.parametrize(
    ("ends", "day", "noted"),
    [("20:29", None, False), ("20:30", None, True), ("00:40", 2, True), ("07:10", 2, False)],
)
def test_who_comes_late_in_the_evening_is_noted(ends: str, day: int | None, noted: bool) -> None:
    assert (f"Late arrival: {ends}" in told(sheets(mission(ends, day), "rooming"))) is noted


def test_each_hotel_begins_a_page_and_says_how_many() -> None:
    made = plan(
        *(delegate(f"P {number}") for number in range(300)),
        place("Ercilla"),
        place("Carlton"),
        *(one for n in range(299) for one in stay(f"r{n}", RoomKind.SINGLE, f"P {n}", booking=f"B{n}")),
        *stay(
            "last", RoomKind.SUITE, "P 299", hotel_id=uid("place:Carlton"), from_day=START + dt.timedelta(days=1)
        ),
    )
    content = sheets(made, "rooming")
    assert [(one.title, one.count, one.fresh) for one in content.chapters] == [
        ("Ercilla", "299 rooms", False),
        ("Carlton", "1 room", True),
    ]
    assert [one.value for one in content.chapters[0].facts] == ["5–7 May 2025", "299", "299", "598"]
    assert printed(made, "rooming").pages == 11
