"""Add up what came of the missions of an initiative, against what they were to reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures.meetings import meeting_counts
from missionplanner.domain.figures.objectives import Number, Progress, indicator_of, progress
from missionplanner.domain.figures.results import met, results
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.portfolio import NOT_GOING
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts

AVERAGED = frozenset({"satisfaction"})
"""Indicators that have a mean over missions, and no sum."""
_NONE = Texts(())


class Counted(NamedTuple):
    """Be a mission that counts towards an initiative, with what came of it."""

    plan: MissionPlan
    record: MissionRecord


@dataclass(frozen=True, slots=True)
class Goal:
    """Be one objective of all missions of an initiative together.

    ``target`` is what they are to reach, ``reached`` what those did of which it is known, None where it is of
    none. ``missions`` have the objective, of ``open`` of them nothing is recorded.
    """

    text: Texts | None
    indicator: str
    target: Number | None
    reached: Number | None
    missions: int
    open: int

    @property
    def share(self) -> float | None:
        """Return what was reached of the target, 1 for all of it; None where either is missing."""
        if self.reached is None or not self.target or self.target < 0:
            return None
        return float(self.reached) / float(self.target)


@dataclass(frozen=True, slots=True)
class InitiativeResults:
    """Be what the missions of an initiative add up to. People and organisations met twice count once."""

    missions: tuple[r.Mission, ...] = ()
    goals: tuple[Goal, ...] = ()
    delegates: int = 0
    booked: int = 0
    held: int = 0
    contacts: int = 0
    met: int = 0
    agreements: int = 0
    values: dict[str, Decimal] = field(default_factory=dict)


def initiative_results(read: Sequence[Counted]) -> InitiativeResults:
    """Add up the missions of an initiative; those that do not take place are listed and add nothing."""
    going = [one for one in read if one.plan.mission.status not in NOT_GOING]
    meetings = [meeting_counts(*one) for one in going]
    own = [results(*one) for one in going]
    values: dict[str, Decimal] = {}
    for one in own:
        for currency, value in one.values.items():
            values[currency] = values.get(currency, Decimal(0)) + value
    contacts: set[UUID] = {contact.person_id for one in going for contact in one.record.contacts_made}
    return InitiativeResults(
        missions=tuple(one.plan.mission for one in read),
        goals=goals(one for mission in going for one in progress(*mission)),
        delegates=sum(len(one.plan.travellers) for one in going),
        booked=sum(one.booked for one in meetings),
        held=sum(one.held for one in meetings),
        contacts=len(contacts),
        met=len({organisation for one in going for organisation in met(*one)}),
        agreements=sum(one.agreed for one in own),
        values=dict(sorted(values.items())),
    )


def goals(some: Iterable[Progress]) -> tuple[Goal, ...]:
    """Return objectives of several missions as one each, in the order they come.

    Those measured by the same word are one; without such a word, those whose texts are the same.
    """
    found: dict[tuple[str, str], list[Progress]] = {}
    for one in some:
        indicator = indicator_of(one.objective)
        text = "" if indicator else folded(" ".join(text for _, text in (one.objective.text or _NONE).entries))
        found.setdefault((indicator, text), []).append(one)
    return tuple(_goal(indicator, own) for (indicator, _), own in found.items())


def _goal(indicator: str, own: list[Progress]) -> Goal:
    targets = [one.objective.target for one in own if one.objective.target is not None]
    reached = [one.reached for one in own if one.reached is not None]
    return Goal(
        text=next((one.objective.text for one in own if one.objective.text), None),
        indicator=indicator,
        target=_together(indicator, targets),
        reached=_together(indicator, reached),
        missions=len(own),
        open=len(own) - len(reached),
    )


def _together(indicator: str, some: Sequence[Number]) -> Number | None:
    if not some:
        return None
    if len(some) == 1:
        return some[0]
    total = sum((Decimal(str(float(one))) for one in some), Decimal(0))
    if indicator in AVERAGED:
        return total / len(some)
    return int(total) if total == total.to_integral_value() else total
