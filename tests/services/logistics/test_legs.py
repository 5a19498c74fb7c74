"""Legs are typed as people type them, carry whom they are told to, and stand in the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.logistics.leg_steps import Way
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode
from missionplanner.services import history, missions
from missionplanner.services.entries import in_each
from missionplanner.services.logistics import legs, passengers
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
State = Callable[[Path], str]


@pytest.fixture
def mission(ws: Workspace) -> UUID:
    """Make a mission with two people and a place that nobody was named for yet."""
    draft = missions.MissionDraft(
        title="Bilbao", start=DAY, end=DAY + dt.timedelta(days=2), zone="Europe/Madrid", code="BIO", language="en"
    )
    made = missions.create(ws, draft).first_added
    sender = r.Organisation(name="Agrifood")
    people = [r.Person(given=name, family="Rossi") for name in ("Anna", "Ugo")]
    with ws.edit("People") as edit:
        edit.add_all([sender, *people])
        edit.add_all(
            [r.Delegate(mission_id=made, person_id=one.id, position=place) for place, one in enumerate(people)]
        )
        edit.add(r.Delegate(mission_id=made, place_of_id=sender.id, position=2))
    return made


def plan_of(ws: Workspace) -> MissionPlan:
    return missions.plan(ws, "BIO")


def flight(ws: Workspace, mission: UUID, **values: object) -> UUID:
    known = {
        "mode": LegMode.FLIGHT,
        "number": "LH283",
        "origin": "BLQ",
        "destination": "Bilbao (BIO)",
        "date": DAY,
    }
    return legs.create_from(ws, {**known, **values}, mission_id=mission).first_added


def values(ws: Workspace, mission: UUID, leg: UUID) -> dict[str, object]:
    row = legs.page(ws, mission, ids=[leg]).rows[0]
    return dict(zip(legs.FIELDS, row.values, strict=True))


def test_an_airport_brings_its_name_and_zone_and_what_is_none_stays_a_text(ws: Workspace, mission: UUID) -> None:
    leg = flight(ws, mission, origin="nrt", start=dt.time(11), arrives="16:30")
    shown = values(ws, mission, leg)
    assert (shown["origin"], shown["zone"], shown["end_zone"]) == ("Tokyo (NRT)", "Asia/Tokyo", "Europe/Madrid")
    assert shown["length"] == "12h30" and shown["home"] == "04:00–16:30"
    legs.change_cells(ws, in_each([leg], "origin", "Somewhere in Japan"))
    assert values(ws, mission, leg)["origin"] == "Somewhere in Japan"


@pytest.mark.parametrize(
    ("typed", "said", "length"),
    [
        ("2135", "21:35", "2h35"),
        ("+95", "20:35", "1h35"),
        ("7.10", "07:10 +1", "12h10"),
        ("9 +2", "09:00 +2", "38h00"),
    ],
)
def test_arrivals_are_read_as_typed_with_the_day_they_mean(
    ws: Workspace, mission: UUID, typed: str, said: str, length: str
) -> None:
    leg = flight(ws, mission, start=dt.time(19), arrives=typed)
    shown = values(ws, mission, leg)
    assert (shown["arrives"], shown["length"]) == (said, length)
    legs.change_cells(ws, in_each([leg], "date", DAY + dt.timedelta(days=1)))
    assert values(ws, mission, leg)["arrives"] == said


def test_what_is_no_time_is_refused_at_its_column_while_other_cells_are_stored(
    ws: Workspace, mission: UUID
) -> None:
    leg = flight(ws, mission)
    with pytest.raises(Invalid) as refused:
        legs.change_cells(ws, in_each([leg], "arrives", "soon"))
    assert refused.value.field == "arrives"
    told: list[str | None] = []
    cells = [(leg, "arrives", "soon"), (leg, "booking", "K7RQ2M")]
    legs.change_cells(ws, cells, refused=lambda _id, error: told.append(error.field))
    assert told == ["arrives"] and values(ws, mission, leg)["booking"] == "K7RQ2M"


def test_a_row_in_the_programme_follows_its_leg_and_goes_with_it(
    ws: Workspace, mission: UUID, state: State
) -> None:
    leg = flight(ws, mission, start=dt.time(9), arrives="12:00", programme=True)
    (row,) = plan_of(ws).items
    assert row.title.best("en") == "Flight LH283 Bologna – Bilbao"
    later = DAY + dt.timedelta(days=1)
    legs.change_cells(ws, in_each([leg], "date", later))
    assert plan_of(ws).items[0].date == later
    before = state(ws.path)
    legs.delete(ws, [leg])
    assert not plan_of(ws).items and not plan_of(ws).legs
    history.undo(ws)
    assert state(ws.path) == before
    legs.show_in_programme(ws, [leg], on=False)
    assert not plan_of(ws).items
    undated = flight(ws, mission, date=None)
    with pytest.raises(Invalid):
        legs.show_in_programme(ws, [undated], on=True)


def test_people_and_a_place_without_a_name_are_assigned_in_one_step(
    ws: Workspace, mission: UUID, state: State
) -> None:
    leg = flight(ws, mission, capacity=2, programme=True)
    everyone = [one.id for one in plan_of(ws).delegates]
    before = state(ws.path)
    passengers.assign(ws, "BIO", [leg], everyone[1:], ways=[Way.ARRIVAL])
    plan = plan_of(ws)
    assert [one.arrival_id for one in plan.delegates] == [None, leg, leg]
    assert plan.delegates[2].person_id is not None
    shown = values(ws, mission, leg)
    assert (shown["aboard"], shown["left"], shown["waiting"]) == (2, 0, 1)
    passengers.assign(ws, "BIO", [leg], everyone)
    assert values(ws, mission, leg)["left"] == -1
    (aboard, *_rest) = passengers.page(ws, mission, leg).rows
    assert aboard.values[0] == "Ugo Rossi"
    passengers.take_off(ws, [aboard.id])
    assert [one.arrival_id for one in plan_of(ws).delegates] == [None, None, leg]
    for _step in range(3):
        history.undo(ws)
    assert state(ws.path) == before


def test_nobody_gets_a_seat_that_is_taken(ws: Workspace, mission: UUID) -> None:
    leg = flight(ws, mission)
    passengers.assign(ws, "BIO", [leg], [one.id for one in plan_of(ws).delegates[:2]])
    one, other = passengers.page(ws, mission, leg).rows
    passengers.change_cells(ws, in_each([one.id], "seat", "12A"))
    with pytest.raises(Invalid) as refused:
        passengers.change_cells(ws, in_each([other.id], "seat", "12a"))
    assert refused.value.field == "seat"


def test_legs_of_a_journey_stand_together_and_the_journey_goes_with_the_last(ws: Workspace, mission: UUID) -> None:
    second = flight(ws, mission, number="LH1824", start=dt.time(14))
    alone = flight(ws, mission, number="IB1", start=dt.time(8))
    first = flight(ws, mission, number="LH283", start=dt.time(6))
    legs.join(ws, [first, second], "Out by way of Munich")
    assert [row.id for row in legs.page(ws, mission).rows] == [first, second, alone]
    assert str(legs.page(ws, mission).rows[1].values[0]).startswith("↳")
    legs.delete(ws, [first, second])
    assert not plan_of(ws).journeys
    history.undo(ws)
    assert len(plan_of(ws).journeys) == 1


def test_passengers_change_to_a_journey_with_seats_as_one_step(ws: Workspace, mission: UUID) -> None:
    first, second = flight(ws, mission), flight(ws, mission, number="IB8756", capacity=1)
    anna, ugo, _place = plan_of(ws).delegates
    passengers.assign(ws, "BIO", [first], [anna.id, ugo.id], ways=[Way.ARRIVAL])
    rows = plan_of(ws).leg_passengers(plan_of(ws).leg(first) or r.Leg(mission_id=mission))
    passengers.assign(ws, "BIO", [second], [])
    before = plan_of(ws)
    with pytest.raises(Invalid):
        passengers.move(ws, [one.id for one in rows], second)
    assert (plan_of(ws).passengers, plan_of(ws).delegates) == (before.passengers, before.delegates)
    receipt = passengers.move(ws, [rows[0].id], second)
    plan = plan_of(ws)
    assert {one.person_id: one.leg_id for one in plan.passengers} == {anna.person_id: second, ugo.person_id: first}
    assert [one.arrival_id for one in plan.delegates][:2] == [second, first]
    assert receipt.changeset is not None
    history.undo(ws, receipt.changeset)
    assert (plan_of(ws).passengers, plan_of(ws).delegates) == (before.passengers, before.delegates)
