"""Say what chosen items have in common: values, times, groups, or that they differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.lanes import lanes_of
from missionplanner.domain.programme.retiming import is_locked
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind

_ORDER = tuple(Severity)
TRANSPORT = frozenset({ItemKind.COACH, ItemKind.TRANSFER, ItemKind.TRAIN, ItemKind.FLIGHT, ItemKind.FERRY})


class Differing(Enum):
    """Stand for a value that is not the same in all chosen items."""

    MIXED = "mixed"


MIXED = Differing.MIXED


@dataclass(frozen=True)
class Chosen:
    """Be the chosen items of a plan, in the plan's order. ``language`` is the one texts are shown in."""

    plan: MissionPlan
    items: tuple[r.AgendaItem, ...]
    language: str

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(one.id for one in self.items)

    @property
    def one(self) -> r.AgendaItem | None:
        """Return the item where exactly one is chosen."""
        return self.items[0] if len(self.items) == 1 else None

    def common(self, name: str) -> Any:
        """Return the value all items have in a field, else ``MIXED``."""
        return self.same(lambda item: getattr(item, name))

    def same(self, value: Callable[[r.AgendaItem], Any]) -> Any:
        """Return what ``value`` gives for all items, else ``MIXED``."""
        found = [value(item) for item in self.items]
        return found[0] if all(one == found[0] for one in found) else MIXED

    # -- texts ------------------------------------------------------------------------------------

    @property
    def several_languages(self) -> bool:
        return len(self.plan.mission.languages) > 1

    def said(self, name: str) -> Any:
        """Return a text as it is edited: in the chosen language where there are several, else the best."""
        return self.same(lambda item: self._said(getattr(item, name)))

    def best(self, name: str) -> str:
        """Return the text of the first item in any language: what stands where the chosen one is empty."""
        texts: Texts | None = getattr(self.items[0], name)
        return texts.best(self.language, self.plan.mission.languages) if texts is not None else ""

    def code_for(self, name: str) -> str:
        """Return the language that what is typed into a field is written in."""
        if self.several_languages or len(self.items) > 1:
            return self.language
        texts: Texts | None = getattr(self.items[0], name)
        return (texts.language_of(self.best(name)) if texts is not None else None) or self.language

    def _said(self, texts: Texts | None) -> str:
        if texts is None:
            return ""
        if not self.several_languages:
            return texts.best(self.language, self.plan.mission.languages)
        return texts.exactly(self.language) or texts.exactly("und") or ""

    # -- when and who -----------------------------------------------------------------------------

    def times(self, item: r.AgendaItem) -> Times:
        return item_times(self.plan, item)

    @property
    def locked(self) -> bool:
        """Tell whether all chosen items hold their day and time."""
        return all(is_locked(self.plan, one) for one in self.items)

    def lanes(self) -> tuple[frozenset[UUID], frozenset[UUID]]:
        """Return the groups all chosen items are for, and those only some are for."""
        lanes = [frozenset(lanes_of(self.plan, one)) for one in self.items]
        in_all = frozenset.intersection(*lanes)
        return in_all, frozenset().union(*lanes) - in_all

    def takers(self) -> frozenset[UUID]:
        """Return everybody who takes part in one of the items."""
        return frozenset().union(*(self.plan.audience(one) for one in self.items))

    def without(self) -> tuple[r.Person, ...]:
        """Return whom the one chosen item leaves out by name."""
        if self.one is None:
            return ()
        people = self.plan.of("audience_people", "item_id", self.one.id)
        named = (self.plan.person(one.person_id) for one in people if one.excepted)
        return tuple(one for one in named if one is not None)

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return what was found about the items and nobody accepted, gravest first."""
        wanted = set(self.ids)
        own = [one for one in findings if one.accepted is None and wanted.intersection(one.items)]
        return tuple(sorted(own, key=lambda one: _ORDER.index(one.severity)))

    def transport(self) -> tuple[r.AgendaItem | None, r.AgendaItem | None]:
        """Return the journeys next before and after the one chosen item for the same people, where there are."""
        item = self.one
        if item is None or item.kind in TRANSPORT:
            return None, None
        day = list(self.plan.items_on(item.date))
        place = next(number for number, one in enumerate(day) if one.id == item.id)
        people = set(lanes_of(self.plan, item))
        own = [self._journey(one, people) for one in day]
        before = next((one for one in reversed(own[:place]) if one is not None), None)
        after = next((one for one in own[place + 1 :] if one is not None), None)
        return before, after

    def _journey(self, item: r.AgendaItem, lanes: set[UUID]) -> r.AgendaItem | None:
        shared = not lanes or not lanes.isdisjoint(lanes_of(self.plan, item))
        return item if item.kind in TRANSPORT and shared else None


def chosen_of(plan: MissionPlan | None, identities: Iterable[UUID], language: str) -> Chosen | None:
    """Return the items of these ids that are still there, None where none is."""
    if plan is None:
        return None
    wanted = set(identities)
    items = tuple(one for one in plan.items if one.id in wanted)
    return Chosen(plan, items, language) if items else None


def length_of(times: Times) -> dt.timedelta | None:
    """Return how long something lasts, None where nobody knows or the end lies before the start."""
    start, end = times.span.start, times.span.end
    if start is None or end is None or end < start:
        return None
    return end - start
