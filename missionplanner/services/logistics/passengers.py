"""Put people on legs, with each one's booking, ticket, baggage and seat."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.stand_ins import names_of, peopled
from missionplanner.domain.logistics import leg_steps, seating
from missionplanner.domain.logistics.leg_steps import Way
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.services import missions
from missionplanner.services.entries import Entries
from missionplanner.services.logistics.legs import plan_of
from missionplanner.services.logistics.people import delegates_to_people, write
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

_STORED = ("seat", "booking", "ticket", "baggage", "private")
FIELDS = ("name", "organisation", "groups", *_STORED, "way")
"""What a row of passengers holds, in this order."""


def page(
    ws: Workspace,
    mission_id: UUID,
    leg_id: UUID | None,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    """Read the passengers of a leg in their order, the named ones, or the first of them."""
    plan = plan_of(ws, mission_id)
    leg = plan.leg(leg_id)
    if leg is None:
        return Page((), 0)
    names, languages = names_of(plan), plan.mission.languages
    rows = []
    for one in plan.leg_passengers(leg):
        if ids is not None and one.id not in ids:
            continue
        delegate = plan.delegate_by_person.get(one.person_id)
        person = plan.person(one.person_id)
        sender = plan.organisation(person.organisation_id if person is not None else None)
        groups = plan.groups_of(delegate) if delegate is not None else ()
        values = (
            names.get(one.person_id) or plan.label(one.person_id),
            (sender.short or sender.name) if sender is not None else None,
            ", ".join(group.name.best("", languages) for group in groups if group.name is not None),
            *(getattr(one, name) for name in _STORED[:-1]),
            bool(one.private),
            leg_steps.way_by(delegate, leg.id),
        )
        rows.append(Row(one.id, values))
    return Page(rows[:limit], len(plan.leg_passengers(leg)))


# -- writing ------------------------------------------------------------------------------------------


def _checked(edit: Edit, _before: r.LegPassenger | None, after: r.LegPassenger) -> r.LegPassenger:
    if after.seat:
        for one in edit.all(r.LegPassenger, leg_id=after.leg_id):
            if one.id != after.id and one.seat and folded(one.seat) == folded(after.seat):
                other = edit.get(r.Person, one.person_id)
                raise Invalid(
                    N_("Seat {seat} is taken by {name}."),
                    field="seat",
                    seat=after.seat,
                    name=other.full_name or "–",
                )
    return after


_ENTRIES = Entries(
    kind=r.LegPassenger,
    name=lambda one: one.seat or one.booking or one.ticket or "",
    added=N_("Add a passenger"),
    changed=N_("Change a passenger"),
    changed_many=N_("Change {count} passengers"),
    deleted=N_("Take a passenger off"),
    deleted_many=N_("Take {count} passengers off"),
    checked=_checked,
)
change_cells = _ENTRIES.change_cells


def assign(
    ws: Workspace,
    code: str,
    leg_ids: Collection[UUID],
    delegates: Collection[UUID],
    *,
    ways: Collection[Way] = (),
    fitting: bool = False,
) -> Receipt:
    """Put delegates on legs, also those nobody was named for yet; who is aboard stays as they are.

    With ``ways`` the legs become how they arrive or leave. Their rows are for them then too. Raises NotFound;
    with ``fitting`` Invalid where seats do not suffice.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Put {count} people on a journey"), count=len(delegates)) as edit:
        legs = [edit.get(r.Leg, one) for one in leg_ids]
        if len(legs) == 1:
            edit.call(N_("Put {count} people on {leg}"), count=len(delegates), leg=seating.called(legs[0]))
        plan = edit.plan(mission.id)
        there = peopled(plan)
        people = delegates_to_people(there, delegates)
        for leg in legs if fitting else ():
            _require_seats(there, leg, people)
        write(edit, plan, leg_steps.seated(there, legs, people, ways))
    return edit.receipt


def move(ws: Workspace, ids: Collection[UUID], leg_id: UUID) -> Receipt:
    """Move passengers from their legs to another one; it becomes how they arrive or leave if theirs was.

    Bookings and seats stay behind: they are the old leg's. Raises NotFound, Invalid where seats do not suffice.
    """
    with ws.edit(N_("Move {count} passengers to another journey"), count=len(ids)) as edit:
        leg = edit.get(r.Leg, leg_id)
        some = [one for one in (edit.get(r.LegPassenger, each) for each in ids) if one.leg_id != leg.id]
        edit.call(N_("Move {count} passengers to {leg}"), count=len(some), leg=seating.called(leg))
        plan = edit.plan(leg.mission_id)
        people = list(dict.fromkeys(one.person_id for one in some))
        there = peopled(plan)
        if people:
            _require_seats(there, leg, people)
        edit.write(leg_steps.reseated(plan, some, leg))
    return edit.receipt


def _require_seats(plan: MissionPlan, leg: r.Leg, people: Collection[UUID]) -> None:
    """Raise Invalid where a leg has no seat for each of some people, or all of them are aboard."""
    if not seating.can_take(plan, leg, seating.loads(plan)[leg.id], people):
        raise Invalid(N_("There are not enough seats on {leg}."), field="leg", leg=seating.called(leg))


def take_off(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take passengers off their legs: out of the legs' rows and off their way in or out, too. Raises NotFound."""
    with ws.edit(_ENTRIES.deleted_many, count=len(ids)) as edit:
        some = [edit.get(r.LegPassenger, one) for one in ids]
        if len(some) == 1:
            person = edit.get(r.Person, some[0].person_id)
            edit.call(N_("Take {name} off a journey"), name=person.full_name or "–")
        for mission_id in dict.fromkeys(one.mission_id for one in some):
            own = [one for one in some if one.mission_id == mission_id]
            edit.write(leg_steps.unseated(edit.plan(mission_id), own))
    return edit.receipt
