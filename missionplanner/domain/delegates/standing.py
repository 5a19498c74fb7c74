"""Tell how far every delegate is with everything that is due: the readiness board as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import SETTLED, Due, due_dates, in_order
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ReadyState

NEXT: dict[ReadyState, ReadyState] = {
    ReadyState.OPEN: ReadyState.ASKED,
    ReadyState.ASKED: ReadyState.RECEIVED,
    ReadyState.RECEIVED: ReadyState.DONE,
    ReadyState.DONE: ReadyState.OPEN,
    ReadyState.NOT_NEEDED: ReadyState.OPEN,
}
"""The state one step further; after the last the first."""
OURS = frozenset({ReadyState.OPEN, ReadyState.RECEIVED})
"""States in which the next step is the planner's: to ask, or to look at what came."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Be how far one delegate is with one requirement.

    ``known`` tells that the delegate's own data settles it, without anybody saying so. ``overdue`` is what is
    missing after its day.
    """

    state: ReadyState
    known: bool = False
    overdue: bool = False
    date: dt.date | None = None
    note: str | None = None

    @property
    def settled(self) -> bool:
        return self.known or self.state in SETTLED

    @property
    def ours(self) -> bool:
        """Tell whether the next step is the planner's."""
        return not self.known and self.state in OURS


@dataclass(frozen=True, slots=True)
class Progress:
    """Be how much of what is due is in order, and how much is overdue."""

    done: int
    total: int
    overdue: int


class Board:
    """Answer how far everybody is on one day. ``dues`` are the requirements, the earliest first."""

    def __init__(self, plan: MissionPlan, today: dt.date) -> None:
        self.plan, self.today = plan, today
        self.dues: tuple[Due, ...] = due_dates(plan)
        self._states = {(one.requirement_id, one.delegate_id): one for one in plan.requirement_states}
        self._concerned = {due.requirement.id: frozenset(due.concerned) for due in self.dues}
        self._found: dict[tuple[UUID, UUID], Standing | None] = {}

    @cached_property
    def delegates(self) -> tuple[r.Delegate, ...]:
        """Return the delegates anything can be due from: the travellers who are named."""
        return tuple(one for one in self.plan.travellers if self.plan.is_named(one))

    def standing(self, due: Due, delegate: r.Delegate) -> Standing | None:
        """Return how far a delegate is with a requirement, None where it does not concern them."""
        key = (due.requirement.id, delegate.id)
        if key not in self._found:
            self._found[key] = self._stands(due, delegate) if delegate.id in self._concerned[key[0]] else None
        return self._found[key]

    def of_requirement(self, due: Due) -> Progress:
        """Return how many of those it concerns are in order with a requirement."""
        total, missing = len(due.concerned), len(due.missing)
        return Progress(total - missing, total, missing if self.is_late(due) else 0)

    def of_delegate(self, delegate: r.Delegate) -> Progress:
        """Return how much of what is due from a delegate is in order."""
        some = [one for due in self.dues if (one := self.standing(due, delegate)) is not None]
        return Progress(sum(one.settled for one in some), len(some), sum(one.overdue for one in some))

    def is_late(self, due: Due) -> bool:
        """Tell whether the day of a requirement has passed."""
        return due.day is not None and due.day < self.today

    def _stands(self, due: Due, delegate: r.Delegate) -> Standing:
        said = self._states.get((due.requirement.id, delegate.id))
        state = (said.state if said is not None else None) or ReadyState.OPEN
        known = state not in SETTLED and in_order(self.plan, due.requirement, delegate)
        late = self.is_late(due) and not known and state not in SETTLED
        return Standing(state, known, late, said.date if said else None, said.note if said else None)
