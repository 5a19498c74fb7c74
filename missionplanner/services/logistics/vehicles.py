"""Keep the vehicles of a mission: seats, plate, driver and who runs them, with the journeys they make."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import contact_data
from missionplanner.domain import records as r
from missionplanner.domain.logistics import seating
from missionplanner.domain.plan import MissionPlan
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.logistics.leg_values import route_of
from missionplanner.services.logistics.legs import plan_of
from missionplanner.services.rows import Line, Linked, Page, Row, Section
from missionplanner.services.workspace import Edit, Workspace

FIELDS = (
    "name",
    "capacity",
    "plate",
    "driver",
    "driver_phone",
    "supplier_id",
    "numbered",
    "journeys",
    "most",
    "notes",
)
"""What a row of vehicles holds, in this order."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the vehicles of a mission in their order, with how many journeys they make and the fullest of them."""
    plan = plan_of(ws, mission_id)
    loads = seating.loads(plan)
    rows = [Row(one.id, _values(plan, one, loads)) for one in plan.vehicles if ids is None or one.id in ids]
    return Page(rows[:limit], len(plan.vehicles))


def _values(plan: MissionPlan, one: r.Vehicle, loads: dict[UUID, seating.Load]) -> tuple[object, ...]:
    legs = plan.of("legs", "vehicle_id", one.id)
    supplier = plan.organisation(one.supplier_id)
    return (
        one.name,
        one.capacity,
        one.plate,
        one.driver,
        one.driver_phone,
        Linked(supplier.id, supplier.name or supplier.short or "") if supplier is not None else None,
        bool(one.numbered),
        len(legs),
        max((len(loads[leg.id].heads) for leg in legs), default=None),
        one.notes,
    )


def about(ws: Workspace, identity: UUID, _language: str) -> tuple[Section, ...]:
    """Return the journeys a vehicle makes, by departure, with how full it is on each."""
    with ws.reading() as connection:
        own = lists.rows(connection, r.Vehicle, ("mission_id",), (), ids=[identity])
    if not own:
        return ()
    plan = plan_of(ws, own[0][1])
    loads = seating.loads(plan)
    legs = sorted(plan.of("legs", "vehicle_id", identity), key=lambda one: seating.departure(plan, one))
    lines = tuple(
        Line(" → ".join(part for part in route_of(leg) if part), _told(leg, loads[leg.id]), leg.date, id=leg.id)
        for leg in legs
    )
    return (Section(N_("Journeys"), lines, N_("It makes no journey yet.")),)


def _told(leg: r.Leg, load: seating.Load) -> str:
    hours = "–".join(f"{one:%H:%M}" for one in (leg.start, leg.end) if one is not None)
    seats = f"{len(load.heads)}/{load.capacity}" if load.capacity is not None else str(len(load.heads))
    return "  ·  ".join(part for part in (hours, seats) if part)


def _checked(edit: Edit, before: r.Vehicle | None, after: r.Vehicle) -> r.Vehicle:
    if not (after.name or after.plate):
        raise Invalid(N_("A vehicle needs a name."), field="name")
    if (after.capacity or 0) < 0:
        raise Invalid(N_("This cannot be less than nothing."), field="capacity")
    placed = after
    if before is None:
        others = edit.all(r.Vehicle, mission_id=after.mission_id)
        placed = replace(after, position=max((one.position for one in others), default=-1) + 1)
    return replace(placed, driver_phone=contact_data.phone(after.driver_phone or "", "driver_phone"))


_ENTRIES = Entries(
    kind=r.Vehicle,
    name=lambda one: one.name or one.plate or "",
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} vehicles"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} vehicles"),
    checked=_checked,
    makers={"supplier_id": made},
)
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
