from __future__ import annotations

import datetime as dt

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, check
from tests.factories import MISSION, START, Made, delegate, item, leg, plan, uid

SOON = Options(today=START - dt.timedelta(days=10))
NAMES = [f"P{number} Rossi" for number in range(6)]
ALL = [delegate(name) for name in NAMES]


def found(*things: Made | r.Record) -> tuple[Finding, ...]:
    return check(plan(*ALL, *things), only=["no_seat"], options=SOON)


def test_more_people_than_seats() -> None:
    (one,) = found(leg("09:00", "10:00", "Bus", mode="coach", capacity=5))
    assert str(one.message) == "Bus (09:00–10:00) on 2025-05-05 carries 6 people; seats: 5."
    assert one.short == 1
    assert found(leg("09:00", "10:00", "Bus", mode="coach", capacity=6)) == ()
    assert found(leg("09:00", "10:00", "Bus", mode="coach", capacity=1, passengers=NAMES[:1])) == ()


def test_places_not_named_yet_need_seats_too() -> None:
    unnamed = r.Delegate(id=uid("delegate:?"), mission_id=MISSION)
    assert len(found(leg("09:00", "10:00", "Bus", mode="coach", capacity=6), unnamed)) == 1


def test_somebody_was_forgotten() -> None:
    bus = leg("09:00", "10:00", "Bus", mode="coach", passengers=NAMES[:5])
    (one,) = found(bus, item(title="ride", leg="Bus"))
    assert str(one.message) == (
        "P5 Rossi: in no vehicle when the others travel on 2025-05-05 with Bus (09:00–10:00)."
    )
    car = leg("08:00", "09:00", "Car", mode="car", passengers=NAMES[5:])
    assert found(bus, item(title="ride", leg="Bus"), car) == ()
    assert (
        found(leg("09:00", "10:00", "Bus", mode="coach", passengers=NAMES[:2]), item(title="ride", leg="Bus"))
        == ()
    )
