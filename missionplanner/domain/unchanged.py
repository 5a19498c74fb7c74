"""Tell whether a mission was planned anew between two readings of it."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.domain.plan import MissionPlan


def unchanged(one: MissionPlan, other: MissionPlan) -> bool:
    """Tell whether two plans are the same but for when they last changed: what was edited is no part of a plan."""
    return one is other or replace(one, changed_at=None) == replace(other, changed_at=None)
