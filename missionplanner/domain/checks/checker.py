"""Check a mission again after an edit: only what the edit touched is looked at anew."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from missionplanner.domain.checks import ground
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options
from missionplanner.domain.checks.registry import RULES, look
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.plan import PARTS, MissionPlan, MissionRecord
from missionplanner.domain.records import Record


class Checker:
    """Remember the last check of one mission. Its findings are those of a full check, always.

    One check at a time: whoever uses it from several threads calls it under a lock.
    """

    def __init__(self) -> None:
        self._last: Scene | None = None

    def check(
        self,
        plan: MissionPlan,
        knowledge: Knowledge | None = None,
        *,
        options: Options | None = None,
        record: MissionRecord | None = None,
    ) -> tuple[Finding, ...]:
        """Return what all rules find in a mission, gravest first, as ``check`` does."""
        last, self._last = self._last, None
        knowledge = knowledge or Knowledge()
        if last is not None:
            plan = shared(plan, last.plan)
            knowledge = last.knowledge if knowledge == last.knowledge else knowledge
            record = last.record if record == last.record else record
        scene = Scene(plan, knowledge, options, record, last)
        found = look(scene, RULES.values())
        scene.forget()
        self._last = scene
        return found


def shared(plan: MissionPlan, other: MissionPlan) -> MissionPlan:
    """Return the plan with the records of another that equal its own, known at sight, and that one's look-ups."""
    parts: dict[str, Any] = {}
    for name in PARTS:
        own, old = getattr(plan, name), getattr(other, name)
        kept = old if own is old else _shared(own, old)
        if kept is not old:
            parts[name] = kept
    if plan.mission != other.mission:
        parts["mission"] = plan.mission
    return with_audiences(other.changed(**parts), other, parts.keys())


def with_audiences(plan: MissionPlan, other: MissionPlan, changed: Collection[str]) -> MissionPlan:
    """Return a plan that knows who is meant by items as another does, where an edit left that as it was."""
    if {"audience_groups", "audience_people"}.isdisjoint(changed) and ground.has_audiences_of(plan, other):
        for name in ("everyone", "group_members", "_audiences"):
            plan.__dict__[name] = getattr(other, name)
    return plan


def _shared(own: tuple[Record, ...], old: tuple[Record, ...]) -> tuple[Record, ...]:
    if own == old:
        return old
    known = {one.id: one for one in old}
    return tuple(known[one.id] if known.get(one.id) == one else one for one in own)
