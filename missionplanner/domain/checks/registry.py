"""Know every rule, run those asked for, and say which findings were accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from missionplanner.domain.checks.findings import Finding, Observed, Severity, digest
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import MissionStatus

Look = Callable[[Scene], Iterable[Observed]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Be one rule: ``look`` yields what it observes, ``title`` is a message id for lists of rules.

    It is quiet until ``opens`` days before departure and after the last day; None: it always speaks, unless
    it was switched off.
    ``options`` names the thresholds it goes by. A rule that says what it ``rests_on``, parts of a plan and what
    ``BESIDES`` names, sees what it saw before while these stay; the names of people and groups, the
    mission and its destinations need not be said.
    """

    id: str
    severity: Severity
    title: str
    look: Look
    opens: int | None = None
    options: tuple[str, ...] = ()
    rests_on: tuple[str, ...] | None = None

    def is_due(self, scene: Scene) -> bool:
        """Tell whether the rule speaks on the day it is."""
        if self.id in scene.options.off:
            return False
        opens = scene.options.opens(self.id, self.opens)
        if opens is None:
            return True
        today, mission = scene.options.today, scene.plan.mission
        if today is None or mission.status in GIVEN_UP:
            return False
        return mission.first_day - dt.timedelta(days=opens) <= today <= mission.last_day


BESIDES = frozenset({"rides", "knowledge", "record"})
"""What a rule may rest on besides parts of a plan: legs as they take place, the world, what came of it."""
RULES: dict[str, Rule] = {}
"""Every rule by its id."""

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


GIVEN_UP = frozenset({MissionStatus.CANCELLED, MissionStatus.POSTPONED, MissionStatus.ARCHIVED})
"""States of missions for which nothing falls due."""


def rule(
    identity: str,
    *,
    severity: Severity,
    title: str,
    opens: int | None = None,
    options: tuple[str, ...] = (),
    rests_on: tuple[str, ...] | None = None,
) -> Callable[[Look], Look]:
    """Register the function below as the rule of this id."""

    def register(look: Look) -> Look:
        if identity in RULES:
            raise ValueError(f"two rules called {identity}")
        RULES[identity] = Rule(identity, severity, title, look, opens, options, rests_on)
        return look

    return register


def check(
    plan: MissionPlan,
    knowledge: Knowledge | None = None,
    only: Collection[str] | None = None,
    *,
    options: Options | None = None,
    record: MissionRecord | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find in a mission, gravest first, then by time; ``only`` names rules.

    ``options`` say the thresholds and what day it is, else the thresholds are the plan's and nothing falls
    due; ``record`` says what came of the mission, else nobody knows.

    The result does not depend on the order of the plan's records. A finding somebody accepted says why,
    as long as the facts are those of then. Raises KeyError for an unknown rule.
    """
    rules = RULES.values() if only is None else [RULES[one] for one in only]
    return look(Scene(plan, knowledge, options, record), rules)


def look(scene: Scene, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what some rules find in a scene, in order."""
    accepted = accepted_in(scene.plan)
    found = [
        judged(_told(one, seen, scene), accepted)
        for one in rules
        if one.is_due(scene)
        for seen in _seen(one, scene)
    ]
    return tuple(sorted(found, key=lambda one: (_RANK[one.severity], one.at, one.rule, one.identity)))


def _seen(one: Rule, scene: Scene) -> tuple[Observed, ...]:
    """Return what a rule sees; what it saw before where nothing it looks at has changed."""
    before = scene.before
    stays = one.rests_on is not None and before is not None and one.id in before.seen
    if stays and before is not None and _rests_on_the_same(scene, before, one.rests_on or ()):
        scene.seen[one.id] = before.seen[one.id]
    else:
        scene.seen[one.id] = tuple(one.look(scene))
    return scene.seen[one.id]


def _rests_on_the_same(scene: Scene, before: Scene, parts: Iterable[str]) -> bool:
    """Tell whether all that a rule says it rests on is as it was."""
    return all(_is_same(scene, before, one) for one in parts)


def _is_same(scene: Scene, before: Scene, part: str) -> bool:
    if part == "rides":
        return scene.rides_as_before
    if part in BESIDES:
        return getattr(scene, part) is getattr(before, part)
    return getattr(scene.plan, part) is getattr(before.plan, part)


def _told(one: Rule, seen: Observed, scene: Scene) -> Finding:
    """Return the finding made of what a rule saw, the one of before where it saw it before."""
    before = scene.before.told.get(id(seen)) if scene.before is not None else None
    pair = (seen, finding_of(one, seen)) if before is None else before
    scene.told[id(seen)] = pair
    return pair[1]


def finding_of(one: Rule, seen: Observed) -> Finding:
    """Return what a rule saw as a finding nobody has accepted."""
    return Finding(
        rule=one.id,
        severity=seen.severity or one.severity,
        message=seen.message,
        items=seen.items,
        people=seen.people,
        crowd=seen.crowd,
        legs=seen.legs,
        others=seen.others,
        subject=seen.subject,
        short=seen.short,
        titles=seen.titles,
        fixes=seen.fixes,
        facts=digest((*seen.facts, seen.crowd)),
        at=seen.at,
    )


def accepted_in(plan: MissionPlan) -> dict[tuple[str, str], str]:
    """Return why findings were accepted, by their identity and what they rested on."""
    return {(each.finding, each.facts): each.reason for each in plan.acceptances}


def judged(finding: Finding, accepted: dict[tuple[str, str], str]) -> Finding:
    """Return a finding with the reason it was accepted for, as long as what it rests on is the same."""
    if not accepted or (finding.identity, finding.facts) not in accepted:
        return finding
    return replace(finding, accepted=accepted[finding.identity, finding.facts])
