"""Say, while something is dragged, what it would clash with where it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.clock import Span
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, as_placed
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.records import AgendaItem
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.wording import Wording

_NOT_THERE = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
_QUIET = frozenset({ItemKind.FREE_TIME, ItemKind.HOTEL})
NAMED = 2
"""How many items a bubble names."""


class Judge:
    """Look at one plan for the length of one gesture: all spans are worked out once, a frame only compares."""

    def __init__(self, plan: MissionPlan, wording: Wording) -> None:
        self._plan, self._wording = plan, wording
        self._attendees = Attendees(plan)
        self._spans = [
            (item, span)
            for item in plan.items
            if (span := item_times(plan, item).span).start is not None and _takes_place(item)
        ]

    def __call__(self, placings: Sequence[Placing]) -> str:
        """Return the titles of what people would have to be at as well, empty where nobody is in two places."""
        try:
            after = as_placed(self._plan, placings)
        except MissionPlannerError as error:
            return self._wording.t.say(error)
        moved = {one.item_id for one in placings}
        found: dict[UUID, str] = {}
        for item in (one for each in moved if (one := after.item(each)) is not None and _takes_place(one)):
            who = Attendees(after).at(item)
            span = item_times(after, item).span
            for other in self._clashing(item, span, who, moved):
                found[other.id] = other.title.best(self._wording.t.language, after.mission.languages)
        return self._said(list(found.values()))

    def _clashing(
        self, item: AgendaItem, span: Span, who: frozenset[UUID], moved: set[UUID]
    ) -> Iterable[AgendaItem]:
        for other, theirs in self._spans:
            apart = other.id in moved or (item.leg_id is not None and item.leg_id == other.leg_id)
            if not apart and span.overlaps(theirs) and who & self._attendees.at(other):
                yield other

    def _said(self, titles: list[str]) -> str:
        if not titles:
            return ""
        t, shown = self._wording.t, ", ".join(titles[:NAMED])
        if len(titles) > NAMED:
            return t("overlaps {titles} and {count} more", titles=shown, count=len(titles) - NAMED)
        return t("overlaps {titles}", titles=shown)


def _takes_place(item: AgendaItem) -> bool:
    return item.status not in _NOT_THERE and item.kind not in _QUIET
