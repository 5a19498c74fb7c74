"""Transfers are proposed between items that follow each other in different places, with vehicles large enough."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.logistics.transfer_plans import allotted, made, proposed, shared_out
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import Leg, Stay, Vehicle
from missionplanner.domain.vocabulary import LegMode
from tests.factories import MISSION, START, Made, delegate, item, place, plan, uid

PLACES = [place(name) for name in ("Hotel", "Lab", "Ministry")]
KM = {(one.id, other.id): 8.0 for one in PLACES for other in PLACES if one is not other}
HOTEL, LAB, MINISTRY = (one.id for one in PLACES)


def vehicle(name: str, seats: int | None) -> Vehicle:
    return Vehicle(id=uid(f"vehicle:{name}"), mission_id=MISSION, name=name, capacity=seats)


def world(*things: object) -> Scene:
    people = [delegate(f"A {n}", groups=["A"]) for n in range(3)] + [
        delegate(f"B {n}", groups=["B"]) for n in range(2)
    ]
    return Scene(plan(*PLACES, *people, *things), Knowledge(distances=KM))  # type: ignore[arg-type]


def visits() -> tuple[Made, ...]:
    return (
        item("09:00", "10:00", "Lab", place_id=LAB, groups=["A"]),
        item("09:00", "10:30", "Ministry", place_id=MINISTRY, groups=["B"]),
        item("12:00", "13:00", "Lunch", place_id=HOTEL),
    )


def test_each_group_gets_its_own_way_and_who_walks_none() -> None:
    found = proposed(world(*visits()), START)
    assert [(one.start, one.end, one.heads) for one in found] == [
        (dt.time(10), dt.time(10, 35), 3),
        (dt.time(10, 30), dt.time(11, 5), 2),
    ]
    assert not any(one.late for one in found)


def test_who_starts_at_the_hotel_leaves_as_late_as_is_safe() -> None:
    night = Stay(mission_id=MISSION, hotel_id=HOTEL)
    breakfast = item("07:00", "08:00", "Breakfast", place_id=HOTEL)
    (one,) = proposed(world(night, breakfast, item("10:00", "11:00", "Lab", place_id=LAB)), START)
    assert (one.start, one.end) == (dt.time(9, 15), dt.time(9, 50))


def test_too_little_time_is_told_and_a_way_that_is_planned_is_no_proposal() -> None:
    tight = (item("09:00", "10:00", "Lab", place_id=LAB), item("10:15", "11:00", "Talk", place_id=MINISTRY))
    assert [one.late for one in proposed(world(*tight), START)] == [20]
    ride = item("10:00", "10:15", "Coach", kind="transfer")
    assert proposed(world(*tight, ride), START) == ()


def test_made_transfers_have_a_leg_a_row_and_those_who_go() -> None:
    scene = world(*visits())
    found = proposed(scene, START)
    after = made(scene, [(one, ()) for one in found]).on(scene.plan)
    rows = [row for row in after.items_on(START) if row.leg_id is not None]
    assert [row.title.best("en") for row in rows] == ["Transfer to Hotel"] * 2
    assert [len(after.audience(row)) for row in rows] == [3, 2]
    assert proposed(Scene(after, scene.knowledge), START) == ()


def test_several_vehicles_share_people_out_with_a_row_each() -> None:
    scene = world(*visits()[2:], item("09:00", "10:00", "Lab", place_id=LAB))
    small, big = vehicle("Minibus", 2), vehicle("Coach", 3)
    (one,) = proposed(scene, START)
    after = made(scene, [(one, (big, small))]).on(scene.plan)
    rows = {row.title.best("en"): after.audience(row) for row in after.items_on(START) if row.leg_id is not None}
    assert {title: len(some) for title, some in rows.items()} == {
        "Transfer to Hotel (Coach)": 3,
        "Transfer to Hotel (Minibus)": 2,
    }
    assert frozenset().union(*rows.values()) == after.everyone


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_people_are_in_one_vehicle_each_and_only_the_last_may_be_too_small(seats: list[int]) -> None:
    scene = world()
    vehicles = [vehicle(str(number), count) for number, count in enumerate(seats)]
    parts = shared_out(scene.plan, scene.plan.everyone, vehicles)
    assert sum(map(len, parts)) == len(frozenset().union(*parts)) == len(scene.plan.everyone)
    assert all(len(part) <= count for part, count in zip(parts[:-1], seats, strict=False))


def test_the_smallest_vehicle_that_is_free_is_chosen_else_several_else_none() -> None:
    fleet = (vehicle("Car", 2), vehicle("Van", 4), vehicle("Coach", 50))
    scene = world(*visits(), *fleet)
    busy = Leg(
        mission_id=MISSION,
        mode=LegMode.COACH,
        vehicle_id=fleet[2].id,
        date=START,
        start=dt.time(9),
        end=dt.time(12),
    )

    def names(there: MissionPlan) -> list[tuple[str | None, ...]]:
        known = {one.id: one.name for one in there.vehicles}
        found = allotted(there, proposed(scene, START))
        return [tuple(known[one] for one in some) for some in found.values()]

    assert names(scene.plan) == [("Van",), ("Car",)]
    without = scene.plan.changed(vehicles=(fleet[0], fleet[2]), legs=(busy,))
    assert names(without) == [(), ("Car",)]
