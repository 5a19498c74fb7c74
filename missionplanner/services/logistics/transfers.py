"""Make the transfers that lack between the items of a day, in vehicles with seats enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from missionplanner.base.errors import Stale
from missionplanner.base.messages import N_
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.delegates.stand_ins import peopled
from missionplanner.domain.logistics import transfer_plans
from missionplanner.domain.logistics.transfer_plans import Proposal
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import Vehicle
from missionplanner.services import knowledge, missions
from missionplanner.services.logistics.people import write
from missionplanner.services.workspace import Receipt, Workspace

Key = tuple[UUID, UUID]
"""The items a transfer lies between."""


def proposals(plan: MissionPlan, day: dt.date) -> tuple[Proposal, ...]:
    """Return the transfers that lack on a day, by departure."""
    return transfer_plans.proposed(_scene(plan), day)


def lacking(plan: MissionPlan) -> dict[dt.date, int]:
    """Return how many transfers lack on each day of a mission that has some."""
    scene = _scene(plan)
    found = {day: len(transfer_plans.proposed(scene, day)) for day in plan.days}
    return {day: count for day, count in found.items() if count}


def make(ws: Workspace, code: str, day: dt.date, wanted: Mapping[Key, Sequence[UUID]]) -> Receipt:
    """Add the wanted ones of a day's transfers, each with its vehicles, none where nobody chose one.

    People are shared out where a transfer has several vehicles. Raises NotFound, and Stale where the programme
    has changed so that one of them is not needed any more.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Make {count} transfers"), count=len(wanted)) as edit:
        plan = edit.plan(mission.id)
        there = {one.key: one for one in proposals(plan, day)}
        if not wanted.keys() <= there.keys():
            raise Stale(N_("The programme has changed in the meantime. Look at the transfers again."))
        chosen = [
            (proposal, [edit.get(Vehicle, one) for one in wanted[key]])
            for key, proposal in there.items()
            if key in wanted
        ]
        write(edit, plan, transfer_plans.made(_scene(plan), chosen))
    return edit.receipt


def _scene(plan: MissionPlan) -> Scene:
    there = peopled(plan)
    return Scene(there, knowledge.of(there))
