"""Choose the facts a press text is built from: what was recorded as held and agreed, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures import Held, MeetingCount, course, held_of, meeting_counts, results
from missionplanner.domain.figures.held import VISITS
from missionplanner.domain.figures.meetings import booked
from missionplanner.domain.figures.results import ours
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemKind, OrganiserRole

LEAST_WORDS, MOST_WORDS = 200, 400
TOURS = frozenset({ItemKind.SITE_VISIT, ItemKind.FAIR_VISIT})
BEHIND = (OrganiserRole.PROMOTER, OrganiserRole.LEAD, OrganiserRole.CO_ORGANISER, None)
"""Whose mission it is."""


@dataclass(frozen=True, slots=True)
class PressFacts:
    """Be what a press text may say. Organisations are ids, each once, in the order of the programme or by name.

    ``visited`` hosted visits, ``met`` hosted anything else, ``talked`` sat at B2B tables; only what was recorded
    as held counts.
    """

    delegates: int
    organisations: tuple[UUID, ...]
    organised: tuple[UUID, ...]
    patrons: tuple[UUID, ...]
    supporters: tuple[UUID, ...]
    visited: tuple[UUID, ...]
    met: tuple[UUID, ...]
    talked: tuple[UUID, ...]
    held: int
    meetings: MeetingCount
    contacts: int
    agreements: tuple[r.Agreement, ...]

    @property
    def told(self) -> bool:
        """Tell whether anything of the mission was recorded: before that, there is nothing to write."""
        return bool(
            self.held or self.visited or self.met or self.meetings.held or self.contacts or self.agreements
        )


def press_facts(plan: MissionPlan, record: MissionRecord) -> PressFacts:
    """Return the facts of a mission that a press text is built from."""
    own = ours(plan)
    held = [one.item for one in course(plan, record) if one.held is Held.HELD]
    visited = _hosts(plan, (one for one in held if one.kind in TOURS), own)
    hosted = _hosts(plan, (one for one in held if one.kind not in TOURS), own)
    return PressFacts(
        delegates=len(plan.travellers),
        organisations=_travelling(plan, own),
        organised=_organisers(plan, BEHIND),
        patrons=_organisers(plan, (OrganiserRole.PATRON,)),
        supporters=_organisers(plan, (OrganiserRole.SPONSOR,)),
        visited=visited,
        met=tuple(one for one in hosted if one not in visited),
        talked=_talked(plan, record, own),
        held=sum(one.kind in VISITS for one in held),
        meetings=meeting_counts(plan, record),
        contacts=results(plan, record).contacts,
        agreements=record.agreements,
    )


def _hosts(plan: MissionPlan, items: Iterable[r.AgendaItem], own: Collection[UUID]) -> tuple[UUID, ...]:
    found = (host.id for item in items for host in plan.hosts(item))
    return tuple(dict.fromkeys(one for one in found if one not in own))


def _talked(plan: MissionPlan, record: MissionRecord, own: Collection[UUID]) -> tuple[UUID, ...]:
    held = [one for one in booked(plan) if held_of(record, one) is Held.HELD]
    there = {side for one in held for side in (one.a_id, one.b_id)}
    return _named(plan, there.difference(own))


def _travelling(plan: MissionPlan, own: Collection[UUID]) -> tuple[UUID, ...]:
    return _named(plan, own)


def _named(plan: MissionPlan, some: Collection[UUID]) -> tuple[UUID, ...]:
    """Return organisations in the order of their names: a plan has them in none of its own."""
    there = [one for one in plan.organisations if one.id in some]
    return tuple(one.id for one in sorted(there, key=lambda one: (folded(one.name or ""), str(one.id))))


def _organisers(plan: MissionPlan, roles: Collection[OrganiserRole | None]) -> tuple[UUID, ...]:
    return tuple(one.organisation_id for one in plan.organisers if one.role in roles)


def words(text: str) -> int:
    """Count the words of a text."""
    return len(text.split())
