"""Say what will go wrong in a mission, in anybody's language."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable
from typing import Any

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain.checks import checker, registry
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.options import day_of, options_of
from missionplanner.domain.checks.speech import said
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.records import Acceptance
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services import fixing, knowledge, missions
from missionplanner.services.workspace import Receipt, Workspace

fix = fixing.apply
with_fixes = fixing.with_fixes

SEVERITIES = {
    Severity.CLASH: N_("Clash"),
    Severity.WARNING: N_("Warning"),
    Severity.TO_DO: N_("To do"),
}


def check(
    plan: MissionPlan, *, record: MissionRecord | None = None, today: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find, gravest first; accepted findings say why.

    ``record`` is what came of the mission, for what is due afterwards; ``today`` None means the day it is,
    of a sample one before it.
    """
    return registry.check(plan, knowledge.of(plan), options=options_of(plan, today or _today(plan)), record=record)


def record_of(ws: Workspace, plan: MissionPlan, today: dt.date | None = None) -> MissionRecord | None:
    """Read what came of a mission that is over, for what is due afterwards; None before."""
    over = plan.mission.last_day < (today or _today(plan))
    return missions.record(ws, plan.mission.code) if over else None


def _today(plan: MissionPlan) -> dt.date:
    return day_of(plan, dt.date.today())


class Checker:
    """Check one mission again and again: after an edit only what it touched is looked at anew.

    For a window to hold; any thread may ask, one at a time gets its answer.
    """

    def __init__(self) -> None:
        self._checker = checker.Checker()
        self._lock = threading.Lock()

    def check(
        self, plan: MissionPlan, *, record: MissionRecord | None = None, today: dt.date | None = None
    ) -> tuple[Finding, ...]:
        """Return what ``check`` returns."""
        known = knowledge.of(plan)
        options = options_of(plan, today or _today(plan))
        with self._lock:
            return self._checker.check(plan, known, options=options, record=record)


def accept(ws: Workspace, code: str, finding: Finding, reason: str) -> Receipt:
    """Keep why somebody lives with a finding; it comes back when what it rests on changes.

    Raises Invalid without a reason, NotFound where there is no such mission.
    """
    text = clean(reason, MAX_LINE)
    if not text:
        raise Invalid(N_("Say why this is accepted."), field="reason")
    mission = missions.find(ws, code)
    with ws.edit(N_("Accept what a check found")) as edit:
        for one in edit.all(Acceptance, mission_id=mission.id, finding=finding.identity):
            edit.delete(one)
        edit.add(Acceptance(mission_id=mission.id, finding=finding.identity, facts=finding.facts, reason=text))
    return edit.receipt


def withdraw(ws: Workspace, code: str, finding: Finding) -> Receipt:
    """Take back that a finding was accepted. Raises NotFound where it was not."""
    mission = missions.find(ws, code)
    with ws.edit(N_("No longer accept what a check found")) as edit:
        kept = edit.all(Acceptance, mission_id=mission.id, finding=finding.identity)
        if not kept:
            raise NotFound(N_("This was not accepted."))
        for one in kept:
            edit.delete(one)
    return edit.receipt


def sentence(plan: MissionPlan, finding: Finding, t: Translator) -> str:
    """Say a finding in the translator's language: who, what and where."""
    from babel.dates import format_date

    def day(value: dt.date) -> str:
        return format_date(value, "EEEE d MMMM" if t.language != "en" else "EEEE, d MMMM", locale=t.language)

    return said(finding, t, day, plan.mission.languages)


def line(plan: MissionPlan, finding: Finding, t: Translator) -> str:
    """Return a finding as one line for a terminal."""
    text = f"{t(SEVERITIES[finding.severity])}: {sentence(plan, finding, t)}"
    if finding.accepted is None:
        return text
    accepted = t("accepted: {reason}", reason=finding.accepted)
    return f"{text} ({accepted})"


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
