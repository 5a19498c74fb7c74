"""Say what a step would change, so that services write it and a dry run can show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, MissionPlan, in_order


@dataclass(frozen=True, slots=True)
class Changes:
    """Be what a step does to a mission.

    ``saved`` are records that exist and differ now, ``added`` new ones, each owner before its children,
    ``removed`` those that go, ``left`` the ids of items the step was asked to move and did not.
    """

    saved: tuple[r.Record, ...] = ()
    added: tuple[r.Record, ...] = ()
    removed: tuple[r.Record, ...] = ()
    left: tuple[UUID, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.saved or self.added or self.removed)

    def on(self, plan: MissionPlan) -> MissionPlan:
        """Return the plan as it is after the step."""
        saved = {one.id: one for one in self.saved}
        gone = {one.id for one in self.removed}
        added = {name: [one for one in self.added if type(one) is kind] for name, kind in PARTS.items()}
        parts: dict[str, Any] = {}
        for name, new in added.items():
            old = getattr(plan, name)
            if new or any(one.id in saved or one.id in gone for one in old):
                parts[name] = (*(saved.get(one.id, one) for one in old if one.id not in gone), *new)
        if "items" in parts:
            parts["items"] = in_order(parts["items"])
        mission = saved.get(plan.mission.id)
        if isinstance(mission, r.Mission):
            parts["mission"] = mission
        return replace(plan, **parts)


def between(plan: MissionPlan, records: Iterable[r.Record], left: Iterable[UUID] = ()) -> Changes:
    """Return as changes those of these records that differ from what the plan has."""
    saved: list[r.Record] = []
    added: list[r.Record] = []
    for one in {record.id: record for record in records}.values():
        old = plan.mission if one.id == plan.mission.id else plan.get(type(one), one.id)
        if old is None:
            added.append(one)
        elif old != one:
            saved.append(one)
    return Changes(tuple(saved), tuple(added), (), tuple(left))
