"""People, seats, diets and free half days are counted alike wherever they are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.delegates.counting import free_halves, heads, items_of, meals, present
from missionplanner.domain.delegates.diets import Diet, counted, kinds
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import PartOfDay
from tests.factories import MISSION, date_of, delegate, item, place, plan, uid


def one_of(found: MissionPlan, title: str) -> r.AgendaItem:
    item = found.item(uid(f"item:{title}"))
    assert item is not None
    return item


@pytest.fixture
def day() -> MissionPlan:
    seat = r.Delegate(id=uid("seat"), mission_id=MISSION, place_of_id=None, diet=Secret("senza glutine"))
    return plan(
        delegate("Anna A", groups=["Red"], diet=Secret("Vegetariana, allergia alle noci")),
        delegate("Bruno B", groups=["Red"], diet=Secret("vegetarian")),
        delegate("Carla C", joins=date_of(2), diet=Secret("only soup")),
        seat,
        place("Lab", capacity=3),
        item("09:00", "11:00", "Visit", roles=["Zoe Z"], place_id=uid("place:Lab")),
        item("12:30", "13:30", "Lunch", groups=["Red"]),
        item("15:00", "16:00", "Meeting", people=["Anna A"]),
        item(None, None, "Free", kind="free_time", part_of_day=PartOfDay.AFTERNOON),
        item(None, None, "Tour", day=2, part_of_day=PartOfDay.MORNING),
    )


def test_heads_count_places_and_guests_and_see_what_does_not_fit(day: MissionPlan) -> None:
    attendees = Attendees(day)
    visit = heads(attendees, one_of(day, "Visit"))
    assert (visit.people, visit.unnamed, visit.guests, visit.seats, visit.too_many) == (4, 1, 1, 3, True)
    assert not heads(attendees, replace(one_of(day, "Visit"), place_id=None)).too_many
    assert [one.id for one in present(attendees, one_of(day, "Lunch"))] == [
        uid("delegate:Anna A"),
        uid("delegate:Bruno B"),
    ]


def test_diets_are_counted_by_kind_of_those_who_are_there(day: MissionPlan) -> None:
    attendees = Attendees(day)
    assert meals(attendees, one_of(day, "Lunch")) == {Diet.VEGETARIAN: 2, Diet.NUT_ALLERGY: 1}
    whole = meals(attendees, one_of(day, "Tour"))
    assert whole == {Diet.VEGETARIAN: 2, Diet.GLUTEN_FREE: 1, Diet.NUT_ALLERGY: 1, Diet.OTHER: 1}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Végétalienne", {Diet.VEGAN}),
        ("ohne Schweinefleisch", {Diet.NO_PORK}),
        ("celiaca e intollerante al lattosio", {Diet.GLUTEN_FREE, Diet.LACTOSE_FREE}),
        ("sin carne de cerdo", {Diet.NO_PORK, Diet.NO_MEAT}),
        ("Allergic to fish and shellfish", {Diet.NO_FISH}),
        ("non mangia pesce", {Diet.NO_FISH}),
        ("Halal; no alcohol", {Diet.HALAL, Diet.NO_ALCOHOL}),
        ("nessuna", set()),
        ("zuppe", {Diet.OTHER}),
    ],
)
def test_diets_are_understood_as_people_write_them(text: str, found: set[Diet]) -> None:
    assert set(kinds(text)) == found
    assert set(counted([text, text]).values()) <= {2}


def test_items_and_free_half_days_are_counted_per_person(day: MissionPlan) -> None:
    attendees = Attendees(day)
    items = items_of(attendees, day.items)
    assert [items[uid(f"person:{one}")] for one in ("Anna A", "Bruno B", "Carla C")] == [5, 4, 1]
    free = free_halves(attendees, day.days)
    named = {one: free[uid(f"delegate:{one}")] for one in ("Anna A", "Bruno B", "Carla C")}
    assert named == {"Anna A": 0, "Bruno B": 1, "Carla C": 0}  # Carla is not there on the first day
    assert free[uid("seat")] == 1
