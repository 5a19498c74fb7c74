from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, check
from missionplanner.domain.vocabulary import MissionKind, RoomKind
from tests.factories import (
    MISSION,
    START,
    Made,
    date_of,
    delegate,
    destination,
    item,
    leg,
    mission,
    organisation,
    person,
    plan,
    uid,
)

SOON = Options(today=START - dt.timedelta(days=20))
NAMES = ["Anna Neri", "Li Wei"]
BOTH = [delegate(name) for name in NAMES]


def room(name: str, first: int, last: int, *guests: str, **fields: Any) -> Made:
    one = r.Stay(
        id=uid(f"stay:{name}"),
        mission_id=MISSION,
        room_no=name,
        from_day=date_of(first),
        to_day=date_of(last),
        **fields,
    )
    beds = [
        r.StayGuest(id=uid(f"{name}:{each}"), mission_id=MISSION, stay_id=one.id, person_id=uid(f"person:{each}"))
        for each in guests
    ]
    return Made(one, tuple(beds))


def found(rule: str, *things: Made | r.Record, options: Options = SOON) -> tuple[Finding, ...]:
    return check(plan(*things), only=[rule], options=options)


def said(*things: Made | r.Record) -> list[str]:
    return [str(one.message) for one in found("no_bed", *things)]


def test_nobody_has_a_bed() -> None:
    assert said(*BOTH) == ["Anna Neri, Li Wei: no bed from 2025-05-05 to 2025-05-07."]


def test_a_night_short() -> None:
    rooms = [room("1", 1, 3, "Anna Neri"), room("2", 1, 2, "Li Wei")]
    assert said(*BOTH, *rooms) == ["Li Wei: no bed in the night of 2025-05-06."]


def test_different_people_are_different_lines() -> None:
    rooms = [room("1", 1, 2, "Anna Neri"), room("2", 2, 3, "Li Wei")]
    assert len(said(*BOTH, *rooms)) == 2


def test_quiet_cases() -> None:
    assert said(*BOTH, room("1", 1, 3, *NAMES)) == []
    assert said(delegate("Anna Neri", status=None), mission(end=START)) == []
    assert said(*BOTH, mission(kind=MissionKind.EVENT)) == []
    assert found("no_bed", *BOTH, options=Options(today=START - dt.timedelta(days=61))) == ()
    assert found("no_bed", *BOTH, options=Options()) == ()


def test_arrival_and_departure_bound_the_nights() -> None:
    legs = [leg("09:00", "11:00", "A", day=2), leg("18:00", "20:00", "D", day=3)]
    late = delegate("Anna Neri", arrival="A", departure="D")
    assert said(*legs, late) == ["Anna Neri: no bed in the night of 2025-05-06."]


def test_a_night_on_a_train_needs_no_bed() -> None:
    night = leg("22:00", "07:00", "Night", day=1, end_day=2, mode="train")
    assert said(*BOTH, night, item(title="ride", leg="Night")) == [
        "Anna Neri, Li Wei: no bed in the night of 2025-05-06."
    ]


def test_people_of_the_place_sleep_at_home() -> None:
    there = [destination("Bilbao"), organisation("SPRI", city="bilbao")]
    local = person("Li Wei", organisation_id=uid("organisation:SPRI"))
    assert said(*BOTH, local, *there) == ["Anna Neri: no bed from 2025-05-05 to 2025-05-07."]


def test_two_beds() -> None:
    rooms = [room("1", 1, 3, "Anna Neri"), room("2", 2, 3, "Anna Neri")]
    (one,) = found("two_beds", *BOTH, *rooms)
    assert set(one.others) == {each.id for each in rooms}
    assert "two rooms in the night of 2025-05-06" in str(one.message)
    assert found("two_beds", *BOTH, room("1", 1, 2, "Anna Neri"), room("2", 2, 3, "Anna Neri")) == ()


@pytest.mark.parametrize(
    ("kind", "guests", "expected"),
    [
        (RoomKind.TWIN, ["Anna Neri"], 1),
        (RoomKind.TWIN, NAMES, 0),
        (RoomKind.TWIN, [], 0),
        (RoomKind.DOUBLE, ["Li Wei"], 0),
    ],
)
def test_odd_twin(kind: RoomKind, guests: list[str], expected: int) -> None:
    seen = found("odd_twin", *BOTH, room("101", 1, 3, *guests, room=kind))
    assert [str(one.message) for one in seen] == [
        "Twin room 101 has one guest in the night of 2025-05-05."
    ] * expected
