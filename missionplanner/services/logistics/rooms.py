"""Make rooms and share them out: who sleeps where, night by night."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.beds import needed
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.clock import DAY
from missionplanner.domain.delegates.stand_ins import peopled
from missionplanner.domain.logistics import rooming
from missionplanner.domain.logistics.rooming import Room
from missionplanner.domain.logistics.rooming_grid import Grid, grid_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import RoomKind
from missionplanner.services import knowledge, missions
from missionplanner.services.logistics.people import write
from missionplanner.services.workspace import Edit, Receipt, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomsDraft:
    """Be what a form for new rooms gives. ``hotel`` is a place or the name of a new one.

    ``kind`` None means as each wishes; ``count`` are rooms beyond those of the people. Prices are for a room's
    whole stay.
    """

    hotel: UUID | str | None
    first: dt.date
    last: dt.date
    kind: RoomKind | None = None
    count: int = 0
    board: str | None = None
    booking: str | None = None
    price: Decimal | None = None
    currency: str | None = None


def grid(plan: MissionPlan) -> Grid:
    """Return the rooms of a mission night by night, places nobody was named for yet among the people."""
    return grid_of(_scene(plan))


def nights_needed(plan: MissionPlan, people: Collection[UUID]) -> tuple[dt.date, dt.date]:
    """Return from which day to which people need beds, as most of them do; else the mission's days."""
    stretches = [one for person, one in needed(_scene(plan)).items() if person in people or not people]
    if not stretches:
        return plan.mission.start, max(plan.mission.end, plan.mission.start + DAY)
    first, last = max(set(stretches), key=lambda one: (stretches.count(one), one))
    return first, max(last, first + DAY)


def proposed(plan: MissionPlan, people: Collection[UUID], kind: RoomKind | None) -> tuple[Room, ...]:
    """Return the rooms that people of the grid would get, without making them."""
    return rooming.proposed(rooming.sleepers(peopled(plan), people), kind)


def _scene(plan: MissionPlan) -> Scene:
    there = peopled(plan)
    return Scene(there, knowledge.of(there))


# -- making rooms -------------------------------------------------------------------------------------


def make(ws: Workspace, code: str, draft: RoomsDraft, people: Collection[UUID] = ()) -> Receipt:
    """Add rooms for people of the grid, and further ones without guests. Raises Invalid with the field."""
    mission = missions.find(ws, code)
    refuse_impossible(draft.first, draft.last)
    if not people and draft.count < 1:
        raise Invalid(N_("Say for whom, or how many rooms."), field="count")
    with ws.edit(N_("Make rooms")) as edit:
        plan = edit.plan(mission.id)
        there = peopled(plan)
        rooms = rooming.proposed(rooming.sleepers(there, people), draft.kind)
        rooms += tuple(Room(draft.kind or RoomKind.SINGLE) for _number in range(draft.count))
        edit.call(N_("Make {count} rooms"), count=len(rooms))
        hotel = _hotel(edit, draft.hotel)
        write(edit, plan, _made(plan, rooms, draft, hotel))
    return edit.receipt


def _made(plan: MissionPlan, rooms: Sequence[Room], draft: RoomsDraft, hotel: UUID | None) -> Changes:
    last = max((one.position for one in plan.stays), default=-1)
    added: list[r.Record] = []
    for number, room in enumerate(rooms, 1):
        stay = cleaned(
            r.Stay(
                mission_id=plan.mission.id,
                position=last + number,
                hotel_id=hotel,
                room=room.kind,
                from_day=draft.first,
                to_day=draft.last,
                booking=draft.booking,
                board=draft.board,
                price=draft.price,
                currency=draft.currency,
            )
        )
        added.append(stay)
        added += _guests(stay, room.guests)
    return Changes(added=tuple(added))


def _guests(stay: r.Stay, people: Sequence[UUID], first: int = 0) -> list[r.StayGuest]:
    return [
        r.StayGuest(mission_id=stay.mission_id, stay_id=stay.id, person_id=one, position=number)
        for number, one in enumerate(people, first)
    ]


def _hotel(edit: Edit, hotel: UUID | str | None) -> UUID | None:
    if not isinstance(hotel, str):
        return hotel
    return made_hotel(edit, hotel)


def made_hotel(edit: Edit, name: str) -> UUID:
    """Add a hotel of a name within an edit; return its id. Raises Invalid."""
    typed = clean(name, MAX_LINE)
    if not typed:
        raise Invalid(N_("A hotel needs a name."), field="hotel_id")
    return edit.add(r.Place(name=typed)).id


def refuse_impossible(first: dt.date | None, last: dt.date | None) -> None:
    """Raise Invalid where a stay would end before its first night is over."""
    if first is not None and last is not None and last <= first:
        raise Invalid(N_("The day of leaving is after the first night."), field="to_day")


# -- who sleeps where ---------------------------------------------------------------------------------


def fill(ws: Workspace, code: str, people: Collection[UUID], first: dt.date, last: dt.date) -> tuple[Receipt, int]:
    """Put people of the grid into free beds from the night of ``first`` to the day ``last``, as they wish.

    Returns also how many found none. Raises NotFound.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Put {count} people into free beds"), count=len(people)) as edit:
        plan = edit.plan(mission.id)
        there = peopled(plan)
        rooms = rooming.rooms_there(there, first, last)
        after, left = rooming.filled(rooming.sleepers(there, people), rooms)
        stays = {one.id: one for one in plan.stays}
        added: list[r.Record] = []
        for old, new in zip(rooms, after, strict=True):
            if old.stay_id is not None:
                added += _guests(stays[old.stay_id], new.guests[len(old.guests) :], len(old.guests))
        write(edit, plan, Changes(added=tuple(added)))
    return edit.receipt, len(left)


def put_in(ws: Workspace, stay_id: UUID, people: Collection[UUID]) -> Receipt:
    """Put people of the grid into a room; who sleeps there stays. Raises NotFound."""
    with ws.edit(N_("Put {count} people into a room"), count=len(people)) as edit:
        stay = edit.get(r.Stay, stay_id)
        plan = edit.plan(stay.mission_id)
        there = {one.person_id for one in plan.stay_guests(stay)}
        new = [one for one in people if one not in there]
        write(edit, plan, Changes(added=tuple(_guests(stay, new, len(there)))))
    return edit.receipt


def move(ws: Workspace, guest_ids: Collection[UUID], stay_id: UUID) -> Receipt:
    """Move guests to another room; the one they leave stays as it is. Raises NotFound."""
    with ws.edit(N_("Move {count} guests to another room"), count=len(guest_ids)) as edit:
        stay = edit.get(r.Stay, stay_id)
        others = edit.all(r.StayGuest, stay_id=stay.id)
        there = {one.person_id for one in others}
        last = max((one.position for one in others), default=-1)
        for number, one in enumerate((edit.get(r.StayGuest, guest) for guest in guest_ids), 1):
            if one.stay_id == stay.id:
                continue
            if one.person_id in there:
                edit.delete(one)
            else:
                edit.save(replace(one, stay_id=stay.id, position=last + number))
    return edit.receipt


def swap(ws: Workspace, one_id: UUID, other_id: UUID) -> Receipt:
    """Let two guests change rooms. Raises NotFound."""
    with ws.edit(N_("Swap two guests")) as edit:
        one, other = edit.get(r.StayGuest, one_id), edit.get(r.StayGuest, other_id)
        edit.save(replace(one, stay_id=other.stay_id, position=other.position))
        edit.save(replace(other, stay_id=one.stay_id, position=one.position))
    return edit.receipt


def take_out(ws: Workspace, guest_ids: Collection[UUID]) -> Receipt:
    """Take guests out of their rooms; the rooms stay. Raises NotFound."""
    with ws.edit(N_("Take {count} guests out of their rooms"), count=len(guest_ids)) as edit:
        edit.delete_all([edit.get(r.StayGuest, one) for one in guest_ids])
    return edit.receipt


# -- nights -------------------------------------------------------------------------------------------


def change_nights(
    ws: Workspace,
    stay_ids: Collection[UUID],
    first: dt.date,
    last: dt.date,
    *,
    gesture: str | None = None,
) -> Receipt:
    """Give rooms other nights. Raises Invalid with the field, NotFound."""
    refuse_impossible(first, last)
    with ws.edit(N_("Change the nights of {count} rooms"), count=len(stay_ids), gesture=gesture) as edit:
        for one in stay_ids:
            edit.save(replace(edit.get(r.Stay, one), from_day=first, to_day=last))
    return edit.receipt


def split(ws: Workspace, stay_id: UUID, day: dt.date) -> Receipt:
    """Make two stays of one at the night of ``day``, with the same guests, so that each can be changed alone.

    A price is shared out by nights. Raises Invalid with the field, NotFound.
    """
    with ws.edit(N_("Split a stay")) as edit:
        stay = edit.get(r.Stay, stay_id)
        if stay.from_day is None or stay.to_day is None or not stay.from_day < day < stay.to_day:
            raise Invalid(N_("Choose a night after the first and before the last day."), field="day")
        share = _share(stay.price, (day - stay.from_day).days, (stay.to_day - stay.from_day).days)
        rest = stay.price - share if stay.price is not None and share is not None else None
        second = replace(stay, id=uuid4(), from_day=day, price=rest, created_at=None, updated_at=None)
        guests = [one.person_id for one in edit.all(r.StayGuest, stay_id=stay.id)]
        edit.save(replace(stay, to_day=day, price=share))
        edit.add_all([second, *_guests(second, guests)])
    return edit.receipt


def _share(price: Decimal | None, nights: int, total: int) -> Decimal | None:
    return round(price * nights / total, 2) if price is not None else None
