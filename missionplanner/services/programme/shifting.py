"""Shift many items of a programme in one step, and show before what that does."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.shifting import Scope, Shift, bulk_shifted, in_scope
from missionplanner.services import missions
from missionplanner.services.workspace import Receipt, Workspace

__all__ = ["Scope", "Shift", "apply", "in_scope", "preview"]


def apply(ws: Workspace, code: str, asked: Shift, *, gesture: str | None = None) -> Receipt:
    """Shift the items of a scope; locked ones stay. Raises NotFound, Invalid for a time that clocks skip."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Shift {count} items"), count=0, gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        rows = in_scope(plan, asked.item_ids, asked.scope)
        edit.call(N_("Shift {count} items"), count=len(rows))
        if len(rows) == 1:
            edit.call(N_("Shift “{title}”"), title=wanted(plan, rows[0]).title.best("", plan.mission.languages))
        edit.write(bulk_shifted(plan, asked))
    return edit.receipt


def preview(plan: MissionPlan, asked: Shift) -> Changes:
    """Return what ``apply`` would change, and in ``left`` the locked items that would stay."""
    return bulk_shifted(plan, asked)
