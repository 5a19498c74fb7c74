"""Find what frames a mission and hangs in the air: groups without a leader, objectives nobody works towards."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import NOT_PLANNED, Scene

_LEADER = Lists(
    one=N_("Group “{names}” has no leader."),
    few=N_("Groups “{names}” have no leader."),
    many=N_("{count} groups have no leader, among them “{names}”."),
)
_OBJECTIVE = Lists(
    one=N_("No item works towards the objective “{names}”."),
    few=N_("No item works towards the objectives “{names}”."),
    many=N_("No item works towards {count} objectives, among them “{names}”."),
)


@rule(
    "group_without_leader",
    severity=Severity.TO_DO,
    title=N_("Group without a leader"),
    opens=14,
    rests_on=("groups",),
)
def group_without_leader(scene: Scene) -> Iterator[Observed]:
    """Yield the groups nobody leads, in one line."""
    groups = [one for one in scene.plan.groups if one.leader_id is None]
    groups.sort(key=lambda one: (one.position, str(one.id)))
    if groups:
        message, titles = some_of(scene, _LEADER, [one.name for one in groups])
        yield Observed(message=message, others=tuple(one.id for one in groups), titles=titles)


@rule("objective_unserved", severity=Severity.TO_DO, title=N_("Objective nobody works towards"), opens=30)
def objective_unserved(scene: Scene) -> Iterator[Observed]:
    """Yield the objectives no planned item is linked to, in one line; quiet while the programme is empty."""
    planned = {one.id for one in scene.plan.items if one.status not in NOT_PLANNED}
    served = {one.objective_id for one in scene.plan.item_objectives if one.item_id in planned}
    left = [one for one in scene.plan.objectives if one.id not in served]
    left.sort(key=lambda one: (one.position, str(one.id)))
    if planned and left:
        message, titles = some_of(scene, _OBJECTIVE, [one.text or one.indicator for one in left])
        yield Observed(message=message, others=tuple(one.id for one in left), titles=titles)
