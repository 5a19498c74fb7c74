"""Say which groups take part in what: lanes, parallel items, guests. Each function is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import lanes, rejoining, splitting
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.splitting import Part, Split, guests_of, parts_by_title
from missionplanner.services import missions
from missionplanner.services.workspace import Receipt, Workspace

__all__ = [
    "Part",
    "everyone",
    "guest",
    "guests_of",
    "parts_by_title",
    "rejoin",
    "rejoin_preview",
    "split",
    "split_preview",
    "toggle_group",
]


def toggle_group(ws: Workspace, code: str, item_ids: Collection[UUID], group_id: UUID) -> Receipt:
    """Put a group into items, or take it out where all have it. Raises NotFound, Invalid for an empty item."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Change who takes part")) as edit:
        plan = edit.plan(mission.id)
        group = plan.group(group_id)
        if group is not None and group.name:
            name = group.name.best("", plan.mission.languages)
            edit.call(N_("Group “{name}” in or out"), name=name)
        edit.write(lanes.toggled(plan, item_ids, group_id))
    return edit.receipt


def everyone(ws: Workspace, code: str, item_ids: Collection[UUID]) -> Receipt:
    """Make items for everyone; exceptions stay. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Items for everyone")) as edit:
        edit.write(lanes.everyone(edit.plan(mission.id), item_ids))
    return edit.receipt


def split(
    ws: Workspace,
    code: str,
    item_id: UUID,
    parts: Sequence[Part],
    *,
    language: str = "",
    with_transfers: bool = True,
) -> Receipt:
    """Make parallel items of one, for groups. Raises NotFound, Invalid. ``split_preview`` tells the warnings."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Split an item")) as edit:
        plan = edit.plan(mission.id)
        title = wanted(plan, item_id).title.best("", plan.mission.languages)
        edit.call(N_("Split “{title}” for {count} groups"), title=title, count=len(parts))
        edit.write(split_preview(plan, item_id, parts, language=language, with_transfers=with_transfers).changes)
    return edit.receipt


def split_preview(
    plan: MissionPlan, item_id: UUID, parts: Sequence[Part], *, language: str = "", with_transfers: bool = True
) -> Split:
    """Return what ``split`` would change and what it warns of, without changing anything."""
    return splitting.split(plan, item_id, parts, language=language, with_transfers=with_transfers)


def rejoin(ws: Workspace, code: str, item_ids: Collection[UUID]) -> Receipt:
    """Make one item of parallel ones. Raises NotFound, Invalid."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Join {count} items"), count=len(item_ids)) as edit:
        edit.write(rejoining.rejoined(edit.plan(mission.id), item_ids))
    return edit.receipt


def rejoin_preview(plan: MissionPlan, item_ids: Collection[UUID]) -> Changes:
    """Return what ``rejoin`` would change, without changing anything."""
    return rejoining.rejoined(plan, item_ids)


def guest(ws: Workspace, code: str, person_id: UUID, away_from: UUID, at: UUID) -> Receipt:
    """Let a delegate be at another item instead of that of their own group. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Change who takes part")) as edit:
        plan = edit.plan(mission.id)
        title = wanted(plan, at).title.best("", plan.mission.languages)
        edit.call(N_("A guest at “{title}”"), title=title)
        edit.write(splitting.guest(plan, person_id, away_from, at))
    return edit.receipt
