from __future__ import annotations

from typing import Any

import pytest

from missionplanner.domain.checks import Airport, Finding, Knowledge, check
from missionplanner.domain.records import Record
from tests.factories import Made, delegate, destination, item, leg, mission, place, plan, uid

OUT_ZONES: dict[str, Any] = {"zone": "Europe/Rome", "end_zone": "Europe/Madrid"}
HOME_ZONES: dict[str, Any] = {"zone": "Europe/Madrid", "end_zone": "Europe/Rome"}
HER = ["Anna Neri"]
OUT = leg("06:40", "08:55", "LH1", passengers=HER, origin="BLQ", destination="BIO", **OUT_ZONES)
HOME = leg("18:00", "20:15", "LH2", day=3, passengers=HER, origin="BIO", destination="BLQ", **HOME_ZONES)
ANNA = delegate("Anna Neri", arrival="LH1", departure="LH2")
LI = delegate("Li Wei")
KNOWN = Knowledge(airports={"BLQ": Airport("Bologna", "IT"), "BIO": Airport("Bilbao", "ES")})
JOURNEYS = ["before_arrival", "after_departure", "impossible_travel"]


def found(*things: Made | Record) -> tuple[Finding, ...]:
    return check(plan(*things), KNOWN, only=JOURNEYS)


def rules(*things: Made | Record) -> list[str]:
    return [one.rule for one in found(OUT, HOME, ANNA, LI, *things)]


def test_a_meeting_before_the_delegate_lands() -> None:
    (one,) = found(OUT, ANNA, LI, item("08:30", "09:30", "breakfast"))
    assert str(one.message) == (
        "Anna Neri cannot be at “breakfast” (08:30–09:30) on 2025-05-05: "
        "LH1 BLQ–BIO arrives only on 2025-05-05, 08:55."
    )
    assert (one.rule, one.people) == ("before_arrival", (uid("person:Anna Neri"),))
    assert (one.items, one.legs) == ((uid("item:breakfast"),), (OUT.id,))


def test_a_meeting_after_the_delegate_has_left() -> None:
    (one,) = found(HOME, ANNA, LI, item("17:30", "18:30", "toast", day=3))
    assert one.rule == "after_departure"
    assert "LH2 BIO–BLQ leaves already on 2025-05-07, 18:00" in str(one.message)


EARLY: dict[str, tuple[Made, list[str]]] = {
    "lands as it begins": (item("08:55", "10:00", "a"), []),
    "a minute too early": (item("08:54", None, "a"), ["before_arrival"]),
    "the day before, out there": (item("18:00", "19:00", "a", day=0), ["before_arrival"]),
    "the day before, no time": (item(title="a", day=0), ["before_arrival"]),
    "that day, no time": (item(title="a"), []),
    "check-in at home": (item("05:00", "06:00", "a", kind="logistics"), []),
    "check-in without an end": (item("05:00", None, "a", kind="briefing"), []),
    "check-in that lasts too long": (item("05:00", "07:00", "a", kind="logistics"), ["before_arrival"]),
    "a transfer out there": (item("05:00", "06:00", "a", kind="transfer", city="Bilbao"), ["before_arrival"]),
    "in the zone of home": (item("18:00", "19:00", "a", day=0, zone="Europe/Rome"), []),
    "in the city of home": (item("18:00", "19:00", "a", day=0, city="Bologna"), []),
    "in the country of home": (item("18:00", "19:00", "a", day=0, country="IT"), []),
    "without her": (item("08:30", "09:30", "a", people=["Li Wei"]), []),
    "cancelled": (item("08:30", "09:30", "a", status="cancelled"), []),
    "free": (item("08:30", "09:30", "a", kind="free_time"), []),
    "a morning that is over": (item(title="a", day=0, part_of_day="morning"), ["before_arrival"]),
}


@pytest.mark.parametrize("case", EARLY)
def test_before_arrival(case: str) -> None:
    one, expected = EARLY[case]
    assert rules(one, destination("Bilbao", country="ES")) == expected


LATE: dict[str, tuple[Made, list[str]]] = {
    "leaves as it ends": (item("17:00", "18:00", "a", day=3), []),
    "a minute too late": (item("17:00", "18:01", "a", day=3), ["after_departure"]),
    "starts as she leaves": (item("18:00", None, "a", day=3), ["after_departure"]),
    "no end, before": (item("17:59", None, "a", day=3), []),
    "that day, no time": (item(title="a", day=3), []),
    "the next day": (item(title="a", day=4), ["after_departure"]),
    "the coach home": (item("21:00", "22:00", "a", day=3, kind="coach"), []),
    "a transfer out there": (item("19:00", "22:00", "a", day=3, kind="transfer"), ["after_departure"]),
    "debriefing at home": (item("10:00", "11:00", "a", day=9, kind="debriefing"), []),
    "dinner in the zone of home": (item("21:00", "22:00", "a", day=3, zone="Europe/Rome"), []),
    "dinner out there": (item("21:00", "22:00", "a", day=3, city="Bilbao"), ["after_departure"]),
}


@pytest.mark.parametrize("case", LATE)
def test_after_departure(case: str) -> None:
    one, expected = LATE[case]
    assert rules(one, destination("Bilbao", country="ES")) == expected


def test_the_last_leg_of_a_chain_counts_and_the_first_is_part_of_the_journey() -> None:
    first = leg("04:00", "05:30", "LH0", passengers=HER, zone="Europe/Rome", destination="BLQ")
    assert rules(first, item(title="first", leg="LH0"), item(title="out", leg="LH1")) == []
    late = item("08:00", "09:00", "a")
    assert rules(first, late) == ["before_arrival"]


def test_a_ride_of_the_day_before_is_part_of_the_journey() -> None:
    ride = leg("20:00", "23:00", "Car", day=0, mode="car", passengers=HER)
    assert rules(ride, item(title="ride", day=0, leg="Car", kind="other")) == []
    there = item(title="ride", day=0, leg="Car", kind="other", city="Bilbao")
    assert rules(destination("Bilbao"), ride, there) == ["before_arrival"]


def test_a_row_without_a_time_may_be_at_home_on_the_day_people_leave() -> None:
    there = [mission(zone="Asia/Tokyo"), destination("Tokyo")]
    night = leg("22:00", "06:00", "AZ6", end_day=2, zone="Europe/Rome", end_zone="Asia/Tokyo")
    bo = delegate("Bo", arrival="AZ6")
    assert found(*there, night, bo, item(title="packing", kind="other")) == ()
    assert len(found(*there, night, bo, item(title="tea", kind="other", city="Tokyo"))) == 1


def test_an_item_during_the_first_leg_of_a_chain_is_told_once() -> None:
    first = leg("04:00", "05:30", "LH0", zone="Europe/Rome", passengers=HER)
    assert rules(first, item("05:00", "06:00", "a", people=["Anna Neri"])) == ["before_arrival"]


def test_an_arrival_of_unknown_hour_counts_by_its_day() -> None:
    vague = leg(None, None, "Car", day=2)
    bo = delegate("Bo", arrival="Car")
    assert [one.rule for one in found(vague, bo, item("20:00", None, "a"))] == ["before_arrival"]
    assert found(vague, bo, item("08:00", None, "a", day=2)) == ()


def test_an_overnight_flight_lands_on_its_own_day_and_in_its_own_zone() -> None:
    night = leg("22:00", "06:00", "AZ6", end_day=2, zone="Europe/Rome", end_zone="Asia/Tokyo")
    bo = delegate("Bo", arrival="AZ6")
    there: dict[str, Any] = {"day": 2, "zone": "Asia/Tokyo"}
    rows = [item("05:59", None, "early", **there), item("06:00", None, "ok", **there)]
    assert [one.items for one in found(night, bo, *rows)] == [(uid("item:early"),)]


def test_over_the_date_line_she_arrives_before_she_left() -> None:
    back = leg("20:00", "12:00", "NZ6", zone="Pacific/Auckland", end_zone="America/Los_Angeles")
    bo = delegate("Bo", arrival="NZ6")
    assert found(back, bo, item("12:00", "13:00", "lunch", zone="America/Los_Angeles")) == ()
    assert len(found(back, bo, item("11:00", "13:00", "lunch", zone="America/Los_Angeles"))) == 1


def test_delegates_without_journeys_raise_nothing() -> None:
    assert found(OUT, LI, item("05:00", "06:00", "a"), item("23:00", None, "b", day=3)) == ()


def test_a_leg_whose_rows_are_cancelled_is_not_travelled() -> None:
    off = item(title="out", leg="LH1", status="cancelled")
    assert rules(off, item("08:30", "09:30", "breakfast")) == []
    bus = leg("10:00", "12:00", "Bus")
    assert rules(bus, item(title="ride", leg="Bus", status="idea"), item("11:00", None, "a")) == []


BUS = leg("10:00", "12:00", "Bus", mode="coach", passengers=["Li Wei"])


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (item("11:59", "13:00", "a"), 1),
        (item("12:00", "13:00", "a"), 0),
        (item("09:00", "10:00", "a"), 0),
        (item("09:00", "10:01", "a"), 1),
        (item("11:00", None, "a"), 1),
        (item("09:59", None, "a"), 0),
        (item("11:00", "12:00", "a", people=["Anna Neri"]), 0),
        (item("11:00", "12:00", "a", kind="free_time"), 0),
        (item("10:00", "12:00", "a", leg="Bus"), 0),
    ],
)
def test_impossible_travel(one: Made, expected: int) -> None:
    assert len(found(ANNA, LI, BUS, one)) == expected


def test_the_row_of_the_leg_is_named_with_the_item() -> None:
    (one,) = found(LI, BUS, item(title="ride", leg="Bus"), item("11:00", "12:30", "talk"))
    assert set(one.items) == {uid("item:ride"), uid("item:talk")}
    assert str(one.message) == (
        "Li Wei cannot be at “talk” (11:00–12:30) on 2025-05-05: still on the way with Bus (10:00–12:00)."
    )


@pytest.mark.parametrize("with_rows", [True, False])
def test_two_legs_at_once_are_told_once(with_rows: bool) -> None:
    other = leg("11:00", "13:00", "Train", mode="train", passengers=["Li Wei"])
    rows = [item(title="on the train", leg="Train")]
    if with_rows:
        rows.append(item(title="on the bus", leg="Bus"))
    assert [one.rule for one in check(plan(LI, BUS, other, *rows))] == ["impossible_travel"]


def test_an_arrival_and_a_bus_at_once_are_told_once() -> None:
    bus = leg("08:00", "09:30", "Bus")
    rows = [item(title="out", leg="LH1"), item(title="ride", leg="Bus")]
    assert [one.rule for one in check(plan(OUT, ANNA, bus, *rows))] == ["before_arrival"]


def test_a_leg_for_everyone_is_not_for_those_with_an_arrival_of_their_own() -> None:
    own = leg("10:00", "13:00", "AZ9", passengers=["Li Wei"])
    li = delegate("Li Wei", arrival="AZ9")
    rows = [item(title="out", leg="LH1"), item(title="own", leg="AZ9", people=["Li Wei"])]
    assert check(plan(OUT, own, ANNA, li, *rows)) == ()


def test_home_is_the_missions_home_zone_for_any_leg() -> None:
    from_frankfurt = leg("12:00", "14:00", "LH3", zone="Europe/Berlin", end_zone="Europe/Madrid")
    bo = delegate("Bo", arrival="LH3")
    farewell = item("18:00", "19:00", "a", day=0, zone="Europe/Rome")
    assert found(mission(home_zone="Europe/Rome"), from_frankfurt, bo, farewell) == ()
    assert len(found(mission(), from_frankfurt, bo, farewell)) == 1


def test_a_place_tells_the_city() -> None:
    tecnopolo = place("Tecnopolo", city="Bologna", country="IT")
    assert rules(tecnopolo, item("18:00", "19:00", "a", day=0, place_id=tecnopolo.id)) == []
