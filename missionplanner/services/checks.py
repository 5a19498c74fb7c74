"""Say what will go wrong in a mission, in anybody's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain.checks import registry
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.speech import said
from missionplanner.domain.plan import MissionPlan

SEVERITIES = {
    Severity.CLASH: N_("Clash"),
    Severity.WARNING: N_("Warning"),
    Severity.TO_DO: N_("To do"),
}


def check(plan: MissionPlan) -> tuple[Finding, ...]:
    """Return what the rules find, gravest first; accepted findings say why."""
    return registry.check(plan, Knowledge())


def sentence(plan: MissionPlan, finding: Finding, t: Translator) -> str:
    """Say a finding in the translator's language: who, what and where."""
    from babel.dates import format_date

    def day(value: dt.date) -> str:
        return format_date(value, "EEEE d MMMM" if t.language != "en" else "EEEE, d MMMM", locale=t.language)

    return said(finding, t, day, plan.mission.languages)


def line(plan: MissionPlan, finding: Finding, t: Translator) -> str:
    """Return a finding as one line for a terminal."""
    text = f"{t(SEVERITIES[finding.severity])}: {sentence(plan, finding, t)}"
    return text if finding.accepted is None else f"{text} ({t(N_('accepted: {reason}'), reason=finding.accepted)})"


def as_plain(plan: MissionPlan, finding: Finding, t: Translator) -> dict[str, Any]:
    """Return a finding as the command line's JSON has it; items and people by their id in the file."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "items": [plan.ref(one) for one in finding.items],
        "people": [plan.ref(one) for one in finding.people],
        "text": sentence(plan, finding, t),
        "fixes": [{"id": one.id, "text": t.say(one.message)} for one in finding.fixes],
        "accepted": finding.accepted,
    }


def has_open_clash(findings: Iterable[Finding]) -> bool:
    """Tell whether a clash nobody accepted is among them."""
    return any(one.blocks for one in findings)
