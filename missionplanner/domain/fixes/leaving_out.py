"""Think of who need not be there: a few people, or a whole group."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.stops import Row
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Cost, Search, Way, told
from missionplanner.domain.programme.lanes import toggled
from missionplanner.domain.programme.splitting import without

FEW = 3
"""How many people are left out of something; more are a matter for the programme."""

NEARLY_ALL = 0.8
"""The part of a group that has to have the trouble for the group to be left out."""

_OUT = (N_("Leave {people} out"), N_("Leave {people} out of “{item}”"))
_GROUP = (N_("Leave group “{group}” out"), N_("Leave group “{group}” out of “{item}”"))


def people(trial: Trial, finding: Finding, row: Row, alone: bool) -> Search:
    """Return the search for an item without the few people a finding is about, who have no part in it."""
    return Search(Cost(people=len(finding.people)), _people(trial, finding, row, alone))


def _people(trial: Trial, finding: Finding, row: Row, alone: bool) -> Iterator[Way]:
    plan, some = trial.plan, finding.people
    meant = plan.audience(row.item)
    if not 0 < len(some) <= FEW or not meant.issuperset(some) or len(some) == len(meant):
        return
    if row.item.leg_id is not None or row.item.locked:
        return
    changes = left_out(trial, row.item, some)
    if trial.holds(finding, changes):
        names = ", ".join(label for one in some if (label := plan.label(one)))
        words = told(*_OUT, trial.title(row.item), alone, people=names)
        cost = Cost(people=len(some), minutes=_missed(row), firm=trial.firmness(row.item))
        yield Way(f"out:{row.item.id}", *words, changes, cost)


def _missed(row: Row) -> int:
    """Return how many minutes somebody who is left out misses."""
    start, end = row.span.start, row.span.end
    return int((end - start).total_seconds() // 60) if start and end else 0


def left_out(trial: Trial, item: r.AgendaItem, some: tuple[UUID, ...]) -> Changes:
    """Take people out of an item's audience."""
    changes = Changes()
    for one in some:
        plan = changes.on(trial.plan)
        changes = changes.then(without(plan, plan.item(item.id) or item, one))
    return changes


def group(trial: Trial, finding: Finding, row: Row, alone: bool) -> Search:
    """Return the search for an item without a group that has something else to do, for others to go to."""
    return Search(Cost(people=len(finding.people)), _group(trial, finding, row, alone))


def _group(trial: Trial, finding: Finding, row: Row, alone: bool) -> Iterator[Way]:
    plan = trial.plan
    own = plan.item_groups(row.item) or (() if row.item.audience_limited else plan.groups)
    if len(own) < 2 or row.item.leg_id is not None or row.item.locked:
        return
    for one in own:
        members = plan.group_members.get(one.id, frozenset())
        # Without delegates groups stand for their people, and a finding about groups names nobody.
        if finding.people and not (
            members.issuperset(finding.people) and len(finding.people) >= NEARLY_ALL * len(members)
        ):
            continue
        try:
            changes = toggled(plan, [row.item.id], one.id)
        except MissionPlannerError:
            continue
        if trial.holds(finding, changes):
            name = one.name.best(trial.language, plan.mission.languages) if one.name else "–"
            words = told(*_GROUP, trial.title(row.item), alone, group=name)
            cost = Cost(people=len(members), minutes=_missed(row), firm=trial.firmness(row.item))
            yield Way(f"group:{row.item.id}:{one.id}", *words, changes, cost)
