"""Find what is left to do after a mission: outcomes to note, next steps that are late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import GIVEN_UP, rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import AT_HOSTS
from missionplanner.domain.vocabulary import FollowUpState, ItemStatus

NEVER_FIXED = frozenset({ItemStatus.REQUESTED, ItemStatus.TENTATIVE})
"""Items of which nobody knows whether they took place."""
WAITING = frozenset({None, FollowUpState.OPEN, FollowUpState.WAITING})

_OUTCOME = Lists(
    one=N_("“{names}” was held and has no outcome yet."),
    few=N_("“{names}” were held and have no outcome yet."),
    many=N_("{count} meetings and visits were held and have no outcome yet, among them “{names}”."),
)
_OVERDUE = Lists(
    one=N_("The next step “{names}” is overdue."),
    few=N_("The next steps “{names}” are overdue."),
    many=N_("{count} next steps are overdue, among them “{names}”."),
)


def _today(scene: Scene) -> dt.date | None:
    return None if scene.plan.mission.status in GIVEN_UP else scene.options.today


@rule("outcome_missing", severity=Severity.TO_DO, title=N_("Outcome to note"))
def outcome_missing(scene: Scene) -> Iterator[Observed]:
    """Yield the visits and meetings without an outcome once the mission is over, in one line."""
    today = _today(scene)
    if scene.record is None or today is None or today <= scene.plan.mission.last_day:
        return
    told = {one.item_id for one in scene.record.outcomes}
    sessions = {one.id: one.item_id for one in scene.plan.matchmaking}
    held = {one.meeting_id for one in scene.record.outcomes}
    told |= {sessions.get(one.matchmaking_id) for one in scene.plan.meetings if one.id in held}
    rows = [
        row
        for row in scene.in_order
        if row.item.kind in AT_HOSTS and row.item.id not in told and row.item.status not in NEVER_FIXED
    ]
    if rows:
        message, titles = some_of(scene, _OUTCOME, [row.item.title for row in rows])
        yield Observed(message=message, items=tuple(row.item.id for row in rows), titles=titles)


@rule("followup_overdue", severity=Severity.TO_DO, title=N_("Next step overdue"), rests_on=("record",))
def followup_overdue(scene: Scene) -> Iterator[Observed]:
    """Yield the next steps whose day has passed, in one line."""
    today = _today(scene)
    if scene.record is None or today is None:
        return
    late = [one for one in scene.record.followups if one.state in WAITING and one.due and one.due < today]
    late.sort(key=lambda one: (one.due or dt.date.max, str(one.id)))
    if late:
        message, titles = some_of(scene, _OVERDUE, [one.text for one in late])
        yield Observed(
            message=message,
            others=tuple(one.id for one in late),
            titles=titles,
            facts=tuple(str(one.due) for one in late),
            at=str(late[0].due),
        )
