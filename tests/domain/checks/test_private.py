"""Private legs raise nothing, late joiners and early leavers count for their own days, vehicles are one thing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, Severity, check
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateStatus, LegMode
from tests.factories import MISSION, START, date_of, delegate, item, leg, plan, uid

NAMES = ("Anna Neri", "Bo Ek", "Li Wei")
LI = uid("person:Li Wei")
SOON = Options(today=START - dt.timedelta(days=5))


def rules(one: MissionPlan) -> list[str]:
    return [each.rule for each in check(one, options=SOON)]


def of(rule: str, one: MissionPlan) -> list[Finding]:
    return list(check(one, only=[rule], options=SOON))


def with_private(made: Any, whole: bool) -> Any:
    if whole:
        return replace(made, record=replace(made.record, private=True))
    parts = [replace(one, private=True) if isinstance(one, r.LegPassenger) else one for one in made.parts]
    return replace(made, parts=tuple(parts))


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("way", ["arrival", "departure", None])
def test_a_private_leg_raises_nothing(whole: bool, way: str | None) -> None:
    trip = leg("08:00", "20:00", "X1", passengers=["Li Wei"], capacity=1)
    people = [delegate("Anna Neri"), delegate("Li Wei", **({way: "X1"} if way else {}))]
    rows = [item("09:00", "12:00", "visit"), item("12:00", "13:00", "lunch", kind="meal")]
    assert set(rules(plan(trip, *people, *rows))) & {"before_arrival", "after_departure", "impossible_travel"}
    quiet = rules(plan(with_private(trip, whole), *people, *rows))
    assert not set(quiet) & {"before_arrival", "after_departure", "impossible_travel", "tight_travel", "no_seat"}


def test_the_row_of_a_private_leg_raises_nothing() -> None:
    trip = with_private(leg("08:00", "20:00", "X1", passengers=["Li Wei"]), True)
    own = item(title="own trip", leg="X1", kind="flight", people=["Li Wei"])
    seen = rules(plan(trip, own, delegate("Anna Neri"), delegate("Li Wei"), item("09:00", "10:00", "visit")))
    assert not set(seen) & {"double_booking", "impossible_travel", "long_day"}


def joiner(**fields: Any) -> list[Any]:
    known = {"status": DelegateStatus.CONFIRMED}
    return [*(delegate(name, **known) for name in NAMES[:2]), delegate("Li Wei", **known, **fields)]


def test_who_joins_late_is_not_missed_before() -> None:
    work = [item("09:00", "12:00", f"w{day}", day=day, people=NAMES[:2]) for day in (1, 2)]
    alone = [item("14:00", "15:00", "after", day=2)]
    idle = {dict(one.message.arguments)["day"] for one in of("idle_delegate", plan(*joiner(), *work, *alone))}
    assert idle == {"2025-05-05", "2025-05-06"}
    late = of("idle_delegate", plan(*joiner(joins=date_of(2)), *work, *alone))
    assert [dict(one.message.arguments)["day"] for one in late] == ["2025-05-06"]


@pytest.mark.parametrize(
    ("fields", "nights"), [({}, "2"), ({"joins": date_of(2)}, "1"), ({"leaves": date_of(2)}, "1")]
)
def test_beds_are_needed_on_their_own_days(fields: dict[str, Any], nights: str) -> None:
    told = of("no_bed", plan(delegate("Li Wei", **fields)))
    lacking = dict(told[0].message.arguments)
    assert ("last_day" in lacking) == (nights == "2")


def test_what_is_for_everyone_is_not_for_who_comes_later() -> None:
    rows = [item("09:00", "11:00", "a"), item("10:00", "12:00", "b")]
    (one,) = of("double_booking", plan(*joiner(joins=date_of(2)), *rows))
    assert LI not in one.people


@pytest.mark.parametrize(("rule", "fields", "day"), [
    ("before_arrival", {"joins": date_of(2)}, 1), ("after_departure", {"leaves": date_of(2)}, 3),
])  # fmt: skip
def test_who_is_named_for_another_day_is_warned_of(rule: str, fields: dict[str, Any], day: int) -> None:
    named = item("09:00", "10:00", "named", day=day, people=["Li Wei"])
    (one,) = of(rule, plan(*joiner(**fields), named))
    assert (one.severity, one.people, one.items) == (Severity.WARNING, (LI,), (named.id,))
    assert of(rule, plan(*joiner(**fields), item("09:00", "10:00", "for all", day=day))) == []


def test_who_arrives_later_is_told_that_once() -> None:
    named = item("09:00", "10:00", "named", people=["Li Wei"])
    flight = leg("07:00", "10:00", "IB1", day=2, passengers=["Li Wei"])
    (one,) = of("before_arrival", plan(flight, *joiner(joins=date_of(2), arrival="IB1"), named))
    assert one.severity is Severity.CLASH


BUS = r.Vehicle(id=uid("bus"), mission_id=MISSION, name="Coach 1", capacity=2)


def ride(start: str, end: str, name: str, **fields: Any) -> Any:
    return leg(start, end, name, mode=LegMode.COACH, vehicle_id=BUS.id, **fields)


def test_one_vehicle_is_on_one_journey_at_a_time() -> None:
    (one,) = of("vehicle_double_booked", plan(BUS, ride("09:00", "10:00", "a"), ride("09:30", "11:00", "b")))
    assert str(one.message).startswith("Coach 1 is on two journeys")
    assert one.others == (BUS.id,)
    assert of("vehicle_double_booked", plan(BUS, ride("09:00", "10:00", "a"), ride("10:00", "11:00", "b"))) == []


def test_a_vehicle_has_the_seats_of_a_leg_that_names_none() -> None:
    people = [delegate(name) for name in NAMES]
    full = ride("09:00", "10:00", "a", passengers=NAMES)
    assert [one.short for one in of("no_seat", plan(BUS, full, *people))] == [1]
    roomy = replace(full, record=replace(full.record, capacity=3))
    assert of("no_seat", plan(BUS, roomy, *people)) == []
