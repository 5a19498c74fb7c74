"""Add up what came of the missions of an initiative, against what they were to reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures.meetings import meeting_counts
from missionplanner.domain.figures.objectives import progress
from missionplanner.domain.figures.results import met, results
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.goals import Goal, goals
from missionplanner.domain.results.portfolio import NOT_GOING

COUNTED = frozenset(
    {
        "objectives",
        "delegates",
        "people",
        "organisations",
        "items",
        "item_hosts",
        "meetings",
        "attendance",
        "outcomes",
        "agreements",
        "contacts_made",
        "followups",
        "survey_questions",
        "survey_answers",
    }
)
"""Parts of a mission that count towards an initiative: all that these figures are made from."""
CONTEXT = frozenset({"people", "organisations", "items", "item_hosts", "attendance"})
"""Parts of these that only indicators ``IN_CONTEXT`` ask for; reading them takes longer than all the others."""


class Counted(NamedTuple):
    """Be a mission that counts towards an initiative, with what came of it."""

    plan: MissionPlan
    record: MissionRecord


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
