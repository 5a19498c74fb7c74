"""Say what a step would change, so that services write it and a dry run can show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import PART_OF, MissionPlan, in_order


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
        parts: dict[str, Any] = {}
        for kind in {type(one) for one in (*self.saved, *self.added, *self.removed)} & PART_OF.keys():
            name = PART_OF[kind]
            new = [one for one in self.added if type(one) is kind]
            old = [one for one in getattr(plan, name) if one.id not in gone] if gone else getattr(plan, name)
            parts[name] = (*[saved.get(one.id, one) for one in old], *new)
        if "items" in parts:
            parts["items"] = in_order(parts["items"])
        mission = saved.get(plan.mission.id)
        if isinstance(mission, r.Mission):
            parts["mission"] = mission
        return plan.changed(**parts)

    def then(self, other: Changes) -> Changes:
        """Return what two steps change together, ``other`` made on the plan as this one leaves it."""
        later = {one.id: one for one in other.saved}
        gone = {one.id for one in other.removed}
        fresh = {one.id for one in self.added}
        added = [later.pop(one.id, one) for one in self.added if one.id not in gone]
        saved = {one.id: one for one in self.saved if one.id not in gone} | later
        removed = [one for one in other.removed if one.id not in fresh]
        return Changes(
            tuple(saved.values()),
            (*added, *other.added),
            (*self.removed, *removed),
            tuple(dict.fromkeys((*self.left, *other.left))),
        )


def between(plan: MissionPlan, records: Iterable[r.Record], left: Iterable[UUID] = ()) -> Changes:
    """Return as changes those of these records that differ from what the plan has."""
    saved: list[r.Record] = []
    added: list[r.Record] = []
    for one in {record.id: record for record in records}.values():
        old = plan.mission if one.id == plan.mission.id else plan.get(type(one), one.id)
        if old is None:
            added.append(one)
        elif old is not one and old != one:
            saved.append(one)
    return Changes(tuple(saved), tuple(added), (), tuple(left))
