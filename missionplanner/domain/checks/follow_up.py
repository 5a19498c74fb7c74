"""Find what is left to do after a mission: outcomes to note, next steps that are late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import GIVEN_UP, rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.clock import utc
from missionplanner.domain.results.outcomes import waiting
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import FollowUpState

WAITING = frozenset({None, FollowUpState.OPEN, FollowUpState.WAITING})

_OUTCOME = Lists(
    one=N_("“{names}” is over and has no outcome yet."),
    few=N_("“{names}” are over and have no outcome yet."),
    many=N_("{over} visits and meetings are over, {count} have no outcome yet, among them “{names}”."),
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
    told = waiting(scene.plan, scene.record, utc(today, dt.time(), scene.plan.mission.zone))
    if not told.missing:
        return
    meetings = {one.id: one for one in scene.plan.meetings}
    sessions = {one.id: one.item_id for one in scene.plan.matchmaking}
    lacking = [meetings.get(one, one) for one in told.missing]
    held = [one for one in lacking if isinstance(one, r.Meeting)]
    of_items = (sessions.get(one.matchmaking_id) if isinstance(one, r.Meeting) else one for one in lacking)
    names = [_called(scene, one) for one in lacking]
    message, titles = some_of(scene, _OUTCOME, names, {"over": told.over})
    yield Observed(
        message=message,
        items=tuple(dict.fromkeys(one for one in of_items if one is not None)),
        others=tuple(one.id for one in held),
        titles=titles,
    )


def _called(scene: Scene, one: r.Meeting | UUID) -> Texts | str | None:
    """Return what to call an item by its title, a meeting by who meets."""
    if isinstance(one, r.Meeting):
        met = (scene.plan.organisation(side) for side in (one.a_id, one.b_id))
        return " – ".join(each.name or "" for each in met if each is not None)
    item = scene.plan.item(one)
    return item.title if item is not None else None


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
