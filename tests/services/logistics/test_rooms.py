"""Rooms are made, filled, split and swapped: one undo step each, places without a name among the guests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, Stale
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind, RoomKind
from missionplanner.services import history, missions
from missionplanner.services.entries import in_each
from missionplanner.services.logistics import rooms, stays, transfers, vehicles
from missionplanner.services.logistics.rooms import RoomsDraft
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
LAST = DAY + dt.timedelta(days=2)
State = Callable[[Path], str]


@pytest.fixture
def mission(ws: Workspace) -> UUID:
    """Make a mission with four people, two of whom wish a twin, and a place that nobody was named for yet."""
    draft = missions.MissionDraft(
        title="Bilbao", start=DAY, end=LAST, zone="Europe/Madrid", code="BIO", language="en"
    )
    made = missions.create(ws, draft).first_added
    sender = r.Organisation(name="Agrifood")
    people = [r.Person(given=name, family="Rossi", organisation_id=sender.id) for name in ("A", "B", "C", "D")]
    wishes = (RoomKind.TWIN, RoomKind.TWIN, RoomKind.SINGLE, None)
    with ws.edit("People") as edit:
        edit.add_all([sender, *people])
        for position, (one, wish) in enumerate(zip(people, wishes, strict=True)):
            edit.add(r.Delegate(mission_id=made, person_id=one.id, room_wish=wish, position=position))
        edit.add(r.Delegate(mission_id=made, place_of_id=sender.id, position=9))
    return made


def plan_of(ws: Workspace) -> MissionPlan:
    return missions.plan(ws, "BIO")


def make_all(ws: Workspace, **fields: object) -> None:
    lacking = rooms.grid(plan_of(ws)).without[DAY]
    draft = RoomsDraft(**{"hotel": "Hotel Ercilla", "first": DAY, "last": LAST, **fields})  # type: ignore[arg-type]
    rooms.make(ws, "BIO", draft, lacking)


def test_everybody_gets_a_room_as_they_wish_in_one_step(ws: Workspace, mission: UUID, state: State) -> None:
    before = state(ws.path)
    make_all(ws, board="Half board")
    plan = plan_of(ws)
    kinds = [one.room for one in plan.stays]
    assert sorted(str(one) for one in kinds) == ["single", "single", "single", "twin"]
    assert len({one.person_id for one in plan.guests}) == 5 and plan.places[0].name == "Hotel Ercilla"
    assert rooms.grid(plan).without == {}
    history.undo(ws)
    assert state(ws.path) == before
    history.redo(ws)
    assert len(plan_of(ws).stays) == 4


def test_rooms_made_ahead_are_filled_and_who_finds_none_is_counted(ws: Workspace, mission: UUID) -> None:
    draft = RoomsDraft(hotel=None, first=DAY, last=LAST, kind=RoomKind.SINGLE, count=2)
    rooms.make(ws, "BIO", draft)
    lacking = rooms.grid(plan_of(ws)).without[DAY]
    _receipt, left = rooms.fill(ws, "BIO", lacking, DAY, LAST)
    assert left == 3 and len(rooms.grid(plan_of(ws)).without[DAY]) == 3


def test_what_cannot_be_is_refused_at_its_field(ws: Workspace, mission: UUID) -> None:
    for fields, field in (({"last": DAY}, "to_day"), ({"count": 0}, "count")):
        draft = RoomsDraft(**{"hotel": None, "first": DAY, "last": LAST, "count": 1, **fields})  # type: ignore[arg-type]
        with pytest.raises(Invalid) as refused:
            rooms.make(ws, "BIO", draft)
        assert refused.value.field == field
    assert not plan_of(ws).stays


def test_guests_move_swap_and_leave_and_a_stay_is_split(ws: Workspace, mission: UUID, state: State) -> None:
    make_all(ws, price=Decimal("100.01"), currency="EUR")
    before, plan = state(ws.path), plan_of(ws)
    twin = next(one for one in plan.stays if one.room is RoomKind.TWIN)
    alone = [one for one in plan.guests if one.stay_id != twin.id]
    together = list(plan.stay_guests(twin))
    rooms.swap(ws, alone[0].id, together[0].id)
    assert {one.person_id for one in plan_of(ws).stay_guests(twin)} == {alone[0].person_id, together[1].person_id}
    rooms.move(ws, [together[1].id], alone[1].stay_id)
    assert len(plan_of(ws).stay_guests(twin)) == 1
    rooms.take_out(ws, [alone[2].id])
    rooms.put_in(ws, twin.id, [alone[2].person_id])
    rooms.split(ws, twin.id, DAY + dt.timedelta(days=1))
    halves = [one for one in plan_of(ws).stays if one.room is RoomKind.TWIN]
    assert [(one.from_day, one.price) for one in halves] == [
        (DAY, Decimal("50.00")),
        (DAY + dt.timedelta(days=1), Decimal("50.01")),
    ] and all(len(plan_of(ws).stay_guests(one)) == 2 for one in halves)
    with pytest.raises(Invalid):
        rooms.split(ws, twin.id, LAST)
    rooms.change_nights(ws, [one.id for one in halves], DAY, LAST)
    for _step in range(6):
        history.undo(ws)
    assert state(ws.path) == before


def test_the_list_changes_many_rooms_and_refuses_a_stay_that_ends_before_it_begins(
    ws: Workspace, mission: UUID
) -> None:
    make_all(ws)
    ids = [row.id for row in stays.page(ws, mission).rows]
    stays.change_cells(ws, in_each(ids, "board", "Half board"))
    assert {row.values[stays.FIELDS.index("board")] for row in stays.page(ws, mission).rows} == {"Half board"}
    with pytest.raises(Invalid) as refused:
        stays.change_cells(ws, in_each(ids, "to_day", DAY))
    assert refused.value.field == "to_day"


def test_transfers_of_a_day_are_made_in_their_vehicles_in_one_step(
    ws: Workspace, mission: UUID, state: State
) -> None:
    coach = vehicles.create_from(ws, {"name": "Coach", "capacity": 50}, mission_id=mission).first_added
    with ws.edit("Places") as edit:
        spots = [
            edit.add(r.Place(name=name, lat=lat, lon=-2.93, zone="Europe/Madrid"))
            for name, lat in (("Lab", 43.26), ("Ministry", 43.36))
        ]
    for number, spot in enumerate(spots):
        start = dt.time(9 + 4 * number)
        draft = agenda.ItemDraft(
            title=spot.name or "",
            kind=ItemKind.SITE_VISIT,
            date=DAY,
            start=start,
            end=start.replace(minute=45),
            place_id=spot.id,
            language="en",
        )
        agenda.add(ws, "BIO", draft)
    before = state(ws.path)
    assert transfers.lacking(plan_of(ws)) == {DAY: 1}
    (one,) = transfers.proposals(plan_of(ws), DAY)
    assert one.heads == 5
    transfers.make(ws, "BIO", DAY, {one.key: [coach]})
    plan = plan_of(ws)
    assert plan.legs[0].vehicle_id == coach and transfers.lacking(plan) == {}
    (section,) = vehicles.about(ws, coach, "en")
    assert section.lines[0].text == "Lab → Ministry" and section.lines[0].detail.endswith("5/50")
    with pytest.raises(Stale):
        transfers.make(ws, "BIO", DAY, {one.key: [coach]})
    history.undo(ws)
    assert state(ws.path) == before
