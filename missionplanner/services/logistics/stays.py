"""Keep the rooms of a mission as a list: every field of each, as a hotel's table has them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.stand_ins import names_of
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.plan import MissionPlan
from missionplanner.services.entries import Entries
from missionplanner.services.logistics.legs import plan_of
from missionplanner.services.logistics.rooms import made_hotel, refuse_impossible
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Workspace

FIELDS = (
    "guests",
    "hotel_id",
    "room",
    "room_no",
    "from_day",
    "to_day",
    "nights",
    "free",
    "board",
    "booking",
    "price",
    "currency",
    "notes",
)
"""What a row of rooms holds, in this order."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the rooms of a mission in their order."""
    plan = plan_of(ws, mission_id)
    names = names_of(plan)
    rows = [Row(one.id, _values(plan, one, names)) for one in plan.stays if ids is None or one.id in ids]
    return Page(rows[:limit], len(plan.stays))


def _values(plan: MissionPlan, one: r.Stay, names: dict[UUID, str]) -> tuple[object, ...]:
    guests = plan.stay_guests(one)
    hotel = plan.place(one.hotel_id)
    nights = (one.to_day - one.from_day).days if one.from_day is not None and one.to_day is not None else None
    return (
        ", ".join(names.get(guest.person_id) or plan.label(guest.person_id) for guest in guests) or "–",
        Linked(hotel.id, hotel.name or hotel.address or "") if hotel is not None else None,
        one.room,
        one.room_no,
        one.from_day,
        one.to_day,
        nights,
        BEDS[one.room] - len(guests) if one.room is not None else None,
        one.board,
        one.booking,
        one.price,
        one.currency,
        one.notes,
    )


def _checked(edit: Edit, before: r.Stay | None, after: r.Stay) -> r.Stay:
    refuse_impossible(after.from_day, after.to_day)
    if after.price is not None and after.price < 0:
        raise Invalid(N_("This cannot be less than nothing."), field="price")
    if before is not None:
        return after
    others = edit.all(r.Stay, mission_id=after.mission_id)
    return replace(after, position=max((one.position for one in others), default=-1) + 1)


_ENTRIES = Entries(
    kind=r.Stay,
    name=lambda one: one.room_no or "",
    added=N_("Add a room"),
    changed=N_("Change a room"),
    changed_many=N_("Change {count} rooms"),
    deleted=N_("Delete a room"),
    deleted_many=N_("Delete {count} rooms"),
    checked=_checked,
    makers={"hotel_id": made_hotel},
)
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
