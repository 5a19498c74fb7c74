"""Know every rule, run those asked for, and say which findings were accepted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from missionplanner.domain.checks.findings import Finding, Observed, Severity, digest
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.plan import MissionPlan

Look = Callable[[Scene], Iterable[Observed]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Be one rule: ``look`` yields what it observes, ``title`` is a message id for lists of rules."""

    id: str
    severity: Severity
    title: str
    look: Look


RULES: dict[str, Rule] = {}
"""Every rule by its id."""

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def rule(identity: str, *, severity: Severity, title: str) -> Callable[[Look], Look]:
    """Register the function below as the rule of this id."""

    def register(look: Look) -> Look:
        if identity in RULES:
            raise ValueError(f"two rules called {identity}")
        RULES[identity] = Rule(identity, severity, title, look)
        return look

    return register


def check(
    plan: MissionPlan, knowledge: Knowledge | None = None, only: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in a mission, gravest first, then by time; ``only`` names rules.

    The result does not depend on the order of the plan's records. A finding somebody accepted says why,
    as long as the facts are those of then. Raises KeyError for an unknown rule.
    """
    scene = Scene(plan, knowledge or Knowledge())
    rules = RULES.values() if only is None else [RULES[one] for one in only]
    found = (finding for one in rules for finding in _findings(one, scene))
    return tuple(sorted(found, key=lambda one: (_RANK[one.severity], one.at, one.rule, one.identity)))


def _findings(one: Rule, scene: Scene) -> Iterator[Finding]:
    accepted = {(each.finding, each.facts): each.reason for each in scene.plan.acceptances}
    for seen in one.look(scene):
        finding = Finding(
            rule=one.id,
            severity=seen.severity or one.severity,
            message=seen.message,
            items=seen.items,
            people=seen.people,
            crowd=seen.crowd,
            legs=seen.legs,
            titles=seen.titles,
            fixes=seen.fixes,
            facts=digest((*seen.facts, seen.crowd)),
            at=seen.at,
        )
        yield _judged(finding, accepted)


def _judged(finding: Finding, accepted: dict[tuple[str, str], str]) -> Finding:
    if not accepted or (finding.identity, finding.facts) not in accepted:
        return finding
    known = {name: getattr(finding, name) for name in finding.__dataclass_fields__}
    return Finding(**{**known, "accepted": accepted[finding.identity, finding.facts]})
