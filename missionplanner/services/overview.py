"""Tell at one look how a mission stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from missionplanner.domain.checks.options import day_of
from missionplanner.domain.clock import utc
from missionplanner.domain.missions import phases, readiness
from missionplanner.domain.missions.phases import Stage
from missionplanner.domain.missions.readiness import Count, Deadline
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.results.outcomes import Waiting, waiting
from missionplanner.services import history, missions
from missionplanner.services.workspace import Workspace

RECENT = 10
"""Lines of the history an overview tells."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Be what the overview page shows: ``departs_in`` in days, negative once the mission has left.

    ``deadlines`` are in order of day, overdue ones first; ``recent`` is newest first; ``stage`` is the phase and
    what it asks for; ``waiting`` counts outcomes.
    """

    plan: MissionPlan
    today: dt.date
    departs_in: int
    deadlines: tuple[Deadline, ...]
    readiness: tuple[Count, ...]
    recent: tuple[history.Entry, ...]
    stage: Stage
    waiting: Waiting

    @property
    def overdue(self) -> tuple[Deadline, ...]:
        return tuple(one for one in self.deadlines if one.day < self.today)

    @property
    def upcoming(self) -> tuple[Deadline, ...]:
        return tuple(one for one in self.deadlines if one.day >= self.today)

    @property
    def under_way(self) -> bool:
        return self.plan.mission.first_day <= self.today <= self.plan.mission.last_day

    @property
    def ready(self) -> float | None:
        """Return which part of all that is counted is there, from 0 to 1; None where nothing is."""
        total = sum(one.total for one in self.readiness)
        return sum(one.done for one in self.readiness) / total if total else None


def overview(ws: Workspace, code: str, today: dt.date, now: dt.datetime | None = None) -> Overview:
    """Read how a mission stands on a day, and at a moment of it, which has a zone. Raises NotFound.

    A sample is in the phase of the day it is looked at from, for it is there to be planned.
    """
    plan, record = missions.plan(ws, code), missions.record(ws, code)
    moment = now or utc(today, dt.time(23, 59), plan.mission.zone)
    return Overview(
        plan,
        today,
        readiness.departs_in(plan, today),
        readiness.deadlines(plan, record, today),
        readiness.counts(plan),
        history.page(ws, mission=plan.mission.id, count=RECENT),
        phases.stage(plan, record, day_of(plan, today), now),
        waiting(plan, record, moment),
    )
