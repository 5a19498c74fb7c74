"""Keep the legs of a mission: read them by columns, grouped by journey, and change them with their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.clock import local
from missionplanner.domain.delegates.stand_ins import peopled
from missionplanner.domain.logistics import leg_steps, seating
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import leg_times
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.logistics import leg_values
from missionplanner.services.logistics.leg_values import end_name, route_of
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = (
    "name",
    "journey_id",
    "mode",
    "operator",
    "number",
    "origin",
    "destination",
    "date",
    "start",
    "arrives",
    "length",
    "home",
    "capacity",
    "aboard",
    "left",
    "waiting",
    "vehicle_id",
    "booking",
    "programme",
    "private",
    "terminal",
    "zone",
    "end_zone",
    "notes",
)
"""What a row of legs holds, in this order: journey by journey, each by departure."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the legs of a mission, journey by journey."""
    plan = plan_of(ws, mission_id)
    loads = seating.loads(plan)
    legs = [(trip, number, leg) for trip in seating.trips(plan) for number, leg in enumerate(trip.legs)]
    wanted = [one for one in legs if ids is None or one[2].id in ids][:limit]
    rows = [Row(leg.id, _values(plan, trip, number, loads[leg.id])) for trip, number, leg in wanted]
    return Page(rows, len(legs))


def plan_of(ws: Workspace, mission_id: UUID) -> MissionPlan:
    """Read a mission with somebody for every place that nobody was named for yet; empty where it is gone."""
    with ws.reading() as connection:
        found = next((one for one in reading.missions(connection) if one.id == mission_id), None)
        if found is None:
            day = dt.date.today()
            return MissionPlan(r.Mission(code="", title=leg_values.NOTHING, start=day, end=day, zone="UTC"))
        return peopled(reading.plan(connection, found))


def _values(plan: MissionPlan, trip: seating.Trip, number: int, load: seating.Load) -> tuple[Any, ...]:
    leg, journey = trip.legs[number], trip.journey
    vehicle = plan.get(r.Vehicle, leg.vehicle_id)
    name = seating.called(leg, route_of(leg)) or "–"
    minutes = seating.minutes_of(plan, leg)
    return (
        f"↳ {name}" if number else name,
        Linked(journey.id, _journey_name(plan, journey)) if journey is not None else None,
        leg.mode,
        leg.operator,
        leg.number,
        end_name(leg.origin, leg.origin_text),
        end_name(leg.destination, leg.destination_text),
        leg.date,
        leg.start,
        leg_values.said_end(leg),
        f"{minutes // 60}h{minutes % 60:02}" if minutes is not None and minutes >= 0 else None,
        at_home(plan, leg),
        load.capacity,
        len(load.heads),
        load.left,
        len(load.waiting),
        Linked(vehicle.id, vehicle.name or vehicle.plate or "") if vehicle is not None else None,
        leg.booking,
        bool(plan.of("items", "leg_id", leg.id)),
        bool(leg.private),
        leg.terminal,
        leg.zone,
        leg.end_zone,
        leg.notes,
    )


def _journey_name(plan: MissionPlan, journey: r.Journey) -> str:
    return journey.name.best("", plan.mission.languages) if journey.name is not None else ""


def at_home(plan: MissionPlan, leg: r.Leg) -> str | None:
    """Return when a leg leaves and arrives on the clocks at home, "+1" a day later; None where it is the same."""
    home, times = plan.mission.home_zone or plan.mission.zone, leg_times(plan, leg)
    ends = [(times.span.start, times.zone), (times.span.end, times.end_zone)]
    known = [(local(moment, home), local(moment, zone)) for moment, zone in ends if moment is not None]
    if all(here.utcoffset() == there.utcoffset() for here, there in known):
        return None
    said = ["", ""]
    for place, (moment, _zone) in enumerate(ends):
        if moment is not None:
            here = local(moment, home)
            days = (here.date() - leg.date).days if leg.date is not None else 0
            said[place] = f"{here:%H:%M}{leg_values.days_later(days)}"
    return "–".join(said)


# -- writing ------------------------------------------------------------------------------------------

_ENTRIES = Entries(
    kind=r.Leg,
    name=seating.called,
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} legs"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} legs"),
)
duplicate = _ENTRIES.duplicate


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Add a leg of what a form holds, with its row in the programme where it asks for one. Raises Invalid."""
    with ws.edit(_ENTRIES.added, name="") as edit:
        plan = edit.plan(mission_id)
        last = max((one.position for one in plan.legs), default=-1)
        blank = r.Leg(mission_id=mission_id, position=last + 1)
        made = cleaned(leg_values.applied(edit, plan, blank, values))
        edit.call(_ENTRIES.added, name=seating.called(made))
        edit.add(made)
        if values.get("programme"):
            edit.write(_turned(edit.plan(mission_id), made, True))
    return edit.receipt


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set columns of several legs as one step; see ``Entries.change_cells``."""
    wanted: dict[UUID, dict[str, object]] = {}
    for identity, name, value in cells:
        wanted.setdefault(identity, {})[name] = value
    with ws.edit(_ENTRIES.changed_many, count=len(wanted), gesture=gesture) as edit:
        plan: MissionPlan | None = None
        for identity, values in wanted.items():
            before = edit.get(r.Leg, identity)
            if plan is None or plan.mission.id != before.mission_id:
                plan = edit.plan(before.mission_id)
            plan = _change(edit, plan, before, values, refused)
            if len(wanted) == 1:
                edit.call(_ENTRIES.changed, name=seating.called(before))
    return edit.receipt


def _change(
    edit: Edit, plan: MissionPlan, before: r.Leg, values: dict[str, object], refused: Refused | None
) -> MissionPlan:
    """Change one leg; return the plan as it is then."""
    after, changes = _allowed(edit, plan, before, values, refused)
    edit.write(changes)
    _forget_empty(edit, before, after)
    return changes.on(plan)


def _allowed(
    edit: Edit, plan: MissionPlan, before: r.Leg, values: dict[str, object], refused: Refused | None
) -> tuple[r.Leg, Changes]:
    while True:
        try:
            after = cleaned(leg_values.applied(edit, plan, before, values))
            changes = leg_steps.stored(plan, before, after)
            if "programme" in values:
                changes = changes.then(_turned(changes.on(plan), after, bool(values["programme"])))
            return after, changes
        except Invalid as error:
            if refused is None or error.field not in values:
                raise
            refused(before.id, error)
            del values[error.field]


def _turned(plan: MissionPlan, leg: r.Leg, on: bool) -> Changes:
    route = " – ".join(one for one in route_of(leg) if one)
    return leg_steps.shown(plan, leg, route) if on else leg_steps.hidden(plan, leg)


def show_in_programme(ws: Workspace, leg_ids: Collection[UUID], on: bool) -> Receipt:
    """Give legs a row in the programme, or take it out. Raises Invalid for a leg without a day, NotFound."""
    with ws.edit(N_("Show {count} legs in the programme"), count=len(leg_ids)) as edit:
        if not on:
            edit.call(N_("Take {count} legs out of the programme"), count=len(leg_ids))
        for one in leg_ids:
            leg = edit.get(r.Leg, one)
            edit.write(_turned(edit.plan(leg.mission_id), leg, on))
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Delete legs with their passengers, their rows, and the journeys that are empty then. Raises NotFound."""
    with ws.edit(_ENTRIES.deleted_many, count=len(ids)) as edit:
        some = [edit.get(r.Leg, one) for one in ids]
        if len(some) == 1:
            edit.call(_ENTRIES.deleted, name=seating.called(some[0]))
        rows = [row for one in some for row in edit.all(r.AgendaItem, leg_id=one.id)]
        edit.delete_all([*rows, *some])
        for one in some:
            _forget_empty(edit, one, None)
    return edit.receipt


def join(ws: Workspace, ids: Collection[UUID], name: str, *, language: str = "en") -> Receipt:
    """Make one journey of legs. Raises NotFound, Invalid without a name."""
    with ws.edit(N_("Make one journey of {count} legs"), count=len(ids)) as edit:
        some = [edit.get(r.Leg, one) for one in ids]
        journey = leg_values.made_journey(edit, some[0].mission_id, name, language)
        for one in some:
            edit.write(Changes(saved=(replace(one, journey_id=journey),)))
            _forget_empty(edit, one, None)
    return edit.receipt


def _forget_empty(edit: Edit, before: r.Leg, after: r.Leg | None) -> None:
    """Delete the journey a leg has left where it was the last of it."""
    if before.journey_id is None or (after is not None and after.journey_id == before.journey_id):
        return
    journey = edit.find(r.Journey, before.journey_id)
    if journey is not None and not edit.all(r.Leg, journey_id=journey.id):
        edit.delete(journey)
