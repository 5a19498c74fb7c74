"""Offer ways out of what a check found, show what one would do, and do it: one edit, one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.base.errors import Stale
from missionplanner.base.messages import N_
from missionplanner.domain import fixes
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding, Fix
from missionplanner.domain.checks.options import day_of, options_of
from missionplanner.domain.fixes import WAYS_OUT, Trial, Way
from missionplanner.domain.plan import MissionPlan
from missionplanner.services import knowledge, missions
from missionplanner.services.workspace import Receipt, Workspace

LIMIT = 12
"""How many findings are given their fixes at once: as many as people see."""


def fixes_for(
    plan: MissionPlan, finding: Finding, *, language: str = "", today: dt.date | None = None
) -> tuple[Fix, ...]:
    """Return up to three fixes of one finding; ``today`` None means the day it is.

    ``language`` is that of titles in the sentences, else the mission's.
    """
    options = options_of(plan, today or day_of(plan, dt.date.today()))
    return fixes.fixes_for(plan, finding, knowledge.of(plan), options=options, language=language)


def with_fixes(
    plan: MissionPlan,
    findings: Iterable[Finding],
    limit: int | None = LIMIT,
    *,
    language: str = "",
    today: dt.date | None = None,
) -> tuple[Finding, ...]:
    """Return findings of a check with their fixes; after ``limit`` that may have some the rest is left alone.

    Accepted ones need none. Takes milliseconds for each: for a worker, not for the thread of a window.
    """
    found: list[Finding] = []
    trial: Trial | None = None
    asked = 0
    for one in findings:
        if one.rule in WAYS_OUT and one.accepted is None and (limit is None or asked < limit):
            asked += 1
            trial = trial or _trial(plan, language, today)
            one = replace(one, fixes=tuple(way.fix for way in fixes.ways_for(trial, one)))
        found.append(one)
    return tuple(found)


def apply(
    ws: Workspace, code: str, finding: Finding, fix: Fix, *, language: str = "", today: dt.date | None = None
) -> Receipt:
    """Do what a fix says, on the mission as it is now; the receipt's label tells it.

    Raises NotFound where there is no such mission, Stale where the finding is gone or the fix would no longer
    clear it without harm.
    """
    mission = missions.find(ws, code)
    with ws.edit(N_("Fix what a check found")) as edit:
        way = _way(edit.plan(mission.id), finding, fix, language, today)
        edit.call(way.label.text, **dict(way.label.arguments))
        edit.write(way.changes)
    return edit.receipt


def preview(plan: MissionPlan, finding: Finding, fix: Fix, *, today: dt.date | None = None) -> Changes:
    """Return what a fix would change, without changing anything. Raises Stale."""
    return _way(plan, finding, fix, "", today).changes


def _way(plan: MissionPlan, finding: Finding, fix: Fix, language: str, today: dt.date | None) -> Way:
    trial = _trial(plan, language, today)
    if not trial.finds(finding):
        raise Stale(N_("This was settled in the meantime. Nothing was changed."))
    way = fixes.way_of(trial, finding, fix)
    if way is None:
        raise Stale(N_("This no longer fits the programme. Look at it again; nothing was changed."))
    return way


def _trial(plan: MissionPlan, language: str, today: dt.date | None) -> Trial:
    return Trial(
        plan, knowledge.of(plan), options_of(plan, today or day_of(plan, dt.date.today())), None, language
    )
