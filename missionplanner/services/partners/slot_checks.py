"""Say what would go wrong if a visit were at a time, before that time is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, placed
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.services.checks import Checker
from missionplanner.services.partners.slots import Slot

_GRAVE = frozenset({Severity.CLASH, Severity.WARNING})


class SlotChecks:
    """Check times of the items of one plan; what the plan is told of anyway is not told again."""

    def __init__(self, plan: MissionPlan) -> None:
        self._plan = plan
        self._checker = Checker()
        self._known: dict[UUID, frozenset[str]] = {}

    def found(self, item_id: UUID, slot: Slot) -> Sequence[Finding]:
        """Return the clashes and warnings a time would bring, the gravest first.

        A mere idea is looked at as if it were planned. Raises NotFound, Invalid for a day outside the mission
        and for a time that clocks skip.
        """
        if slot.date not in self._plan.days:
            raise Invalid(N_("A proposed slot has to lie on a day of the mission."), field="slots")
        item = wanted(self._plan, item_id)
        base = self._plan
        if item.status is ItemStatus.IDEA:
            base = base.with_(replace(item, status=ItemStatus.TENTATIVE))
        if item_id not in self._known:
            self._known[item_id] = frozenset(one.identity for one in self._checker.check(base))
        after = placed(base, [Placing(item_id, slot.date, slot.start, slot.end)]).on(base)
        return [
            one
            for one in self._checker.check(after)
            if one.severity in _GRAVE and one.identity not in self._known[item_id] and one.accepted is None
        ]
