"""Try changes on a plan: do they clear a finding, and do they leave everybody else as well off as before?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.findings import Finding, Observed, Severity
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.checks.options import Options
from missionplanner.domain.checks.registry import RULES, Rule, finding_of
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Row
from missionplanner.domain.clock import DAY
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.fixes.harm import Harm, Key, Seen, is_same, tally, worsens
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.retiming import is_locked
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode

FIRST = ("tight_travel", "double_booking", "place_double_booked")
"""Rules that most often speak against a change; the first of them tells by how much."""
ROOMS = ("no_bed", "two_beds", "odd_twin")
BOOKED = frozenset({LegMode.FLIGHT, LegMode.TRAIN, LegMode.FERRY})
"""Means of travel whose times are not the mission's to change."""
EVENING, MORNING = dt.time(18), dt.time(12)
"""From when an item may make the night short before a day, and until when the night after it."""
_BOOKED_KINDS = frozenset({ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.FERRY})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Be what came of a trial: is the finding gone, and what would be new."""

    cleared: bool
    harm: tuple[Seen, ...] = ()

    @property
    def holds(self) -> bool:
        return self.cleared and not self.harm


class Trial:
    """Hold a plan with what its rules see, to try changes on.

    ``days`` are those a finding is about: only these, and those beside them, are looked at. None means all.
    With the finding it is ``about`` only the days of people it may touch are.
    ``language`` is that of the titles in sentences, else the mission's.
    """

    def __init__(
        self,
        plan: MissionPlan,
        knowledge: Knowledge,
        options: Options,
        days: Collection[dt.date] | None = None,
        language: str = "",
        about: Finding | None = None,
    ) -> None:
        self.language = language
        self.plan = plan if days is None else near(plan, days)
        focus = concerned(self.plan, about) if about is not None else None
        self.scene = Scene(self.plan, knowledge, options, focus=focus)
        self._seen: dict[bool, tuple[Seen, ...]] = {}
        self._tallies: dict[bool, tuple[set[int], dict[Key, Harm]]] = {}

    @cached_property
    def rows(self) -> dict[UUID, Row]:
        """Return the placed rows by their item."""
        return {row.item.id: row for row in self.scene.placed}

    def is_fixed(self, item: r.AgendaItem) -> bool:
        """Tell whether an item has to stay: locked, or something booked that keeps its own time."""
        return has_to_stay(self.plan, item)

    def firmness(self, item: r.AgendaItem) -> int:
        """Return how settled an item is: somebody hosts it, it is confirmed."""
        hosted = bool(self.plan.of("item_hosts", "item_id", item.id))
        return int(hosted) + int(item.status is ItemStatus.CONFIRMED)

    def title(self, item: r.AgendaItem) -> str:
        return item.title.best(self.language, self.plan.mission.languages)

    def finds(self, finding: Finding) -> bool:
        """Tell whether the plan has this finding, for any of its people."""
        return any(is_same(finding, one) for one in self._before(finding.rule in ROOMS))

    def holds(self, finding: Finding, changes: Changes) -> bool:
        """Tell whether changes clear a finding and make no clash or warning that was not there."""
        return self.verdict(finding, changes).holds

    def verdict(self, finding: Finding, changes: Changes) -> Verdict:
        """Return whether changes clear a finding, and what they would newly bring about.

        Ends with the first rule that speaks against them: most trials fail.
        """
        if not changes or changes.left:
            return Verdict(False)
        rooms = finding.rule in ROOMS
        known, before = self._tally(rooms)
        try:
            old = self.scene
            scene = Scene(changes.on(self.plan), old.knowledge, old.options, None, old, old.focus)
            for rule in sorted(_looked_at(rooms), key=lambda one: (one.id != finding.rule, one.id not in FIRST)):
                seen = [(rule.id, one) for one in rule.look(scene)]
                if any(is_same(finding, one) for one in seen):
                    return Verdict(False)
                fresh = [one for one in seen if id(one[1]) not in known and self._counts(finding, rule.id)]
                harm = tuple(one for one in fresh if worsens(one, before))
                if harm:
                    return Verdict(True, harm)
        except MissionPlannerError:
            return Verdict(False)
        return Verdict(True)

    def new_findings(self, changes: Changes) -> tuple[Finding, ...]:
        """Return the clashes and warnings changes would newly bring about, by time; who sleeps where aside."""
        known, before = self._tally(False)
        old = self.scene
        scene = Scene(changes.on(self.plan), old.knowledge, old.options, None, old, old.focus)
        found = [
            finding_of(rule, one)
            for rule in _looked_at(False)
            if rule.id not in scene.options.off
            for one in rule.look(scene)
            if id(one) not in known and worsens((rule.id, one), before)
        ]
        return tuple(sorted(found, key=lambda one: (one.at, one.rule, one.identity)))

    def _counts(self, finding: Finding, rule: str) -> bool:
        return rule == finding.rule or RULES[rule].is_due(self.scene)

    def _before(self, rooms: bool) -> tuple[Seen, ...]:
        if rooms not in self._seen:
            self._seen[rooms] = tuple(_run(self.scene, rooms))
        return self._seen[rooms]

    def _tally(self, rooms: bool) -> tuple[set[int], dict[Key, Harm]]:
        if rooms not in self._tallies:
            seen = self._before(rooms)
            self._tallies[rooms] = ({id(one) for _, one in seen}, tally(seen))
        return self._tallies[rooms]


def has_to_stay(plan: MissionPlan, item: r.AgendaItem) -> bool:
    """Tell whether an item keeps its time: it is locked, or somebody else runs what it stands for."""
    leg = plan.leg(item.leg_id)
    booked = item.kind in _BOOKED_KINDS or (leg is not None and leg.mode in BOOKED)
    return booked or is_locked(plan, item)


def _looked_at(rooms: bool) -> Iterator[Rule]:
    """Yield the rules a way out must not break; who sleeps where has nothing to do with the programme."""
    for rule in RULES.values():
        if rooms == (rule.id in ROOMS) and rule.severity is not Severity.TO_DO:
            yield rule


def _run(scene: Scene, rooms: bool) -> Iterator[tuple[str, Observed]]:
    for rule in _looked_at(rooms):
        for one in rule.look(scene):
            yield rule.id, one


def concerned(plan: MissionPlan, finding: Finding) -> frozenset[UUID] | None:
    """Return whose days a way out of a finding may change: who is at its items or on its legs. None means all."""
    attendees = Attendees(plan)
    items = [item for one in finding.items if (item := plan.item(one)) is not None]
    legs = [leg for one in finding.legs if (leg := plan.leg(one)) is not None]
    if not items and not legs:
        return None
    return frozenset(finding.people).union(*map(attendees.at, items), *map(attendees.on, legs))


def near(plan: MissionPlan, days: Collection[dt.date]) -> MissionPlan:
    """Return the plan with the items of some days, the nights around them, the shelf, and all rows of legs.

    Of the days beside them only evenings and mornings matter: how long a night is.
    """
    first, last = min(days), max(days)
    items = tuple(
        one
        for one in plan.items
        if one.leg_id is not None or one.date is None or _is_near(one, one.date, (first, last))
    )
    return plan if len(items) == len(plan.items) else plan.changed(items=items)


def _is_near(item: r.AgendaItem, day: dt.date, days: tuple[dt.date, dt.date]) -> bool:
    first, last = days
    if day <= last and (item.end_date or day) >= first:
        return True
    if day == first - DAY:
        return (item.end or item.start or dt.time.min) >= EVENING
    return day == last + DAY and item.start is not None and item.start <= MORNING
