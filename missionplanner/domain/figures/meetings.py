"""Count the meetings of a mission's matchmaking: booked, held, not held; by who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain import records as r
from missionplanner.domain.figures.held import Held, held_of
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import MeetingState, OrganisationKind

_BUSINESS = frozenset({OrganisationKind.COMPANY, OrganisationKind.SUPPLIER, OrganisationKind.INVESTOR})


class MeetingSort(StrEnum):
    """Say who meets: clusters among themselves, a cluster and a business, businesses among themselves, others."""

    C2C = "c2c"
    C2B = "c2b"
    B2B = "b2b"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """Be how many meetings had a slot, and what became of them; ``cancelled`` ones are not among the booked.

    ``booked`` is held, not held and unrecorded together.
    """

    held: int = 0
    not_held: int = 0
    unrecorded: int = 0
    cancelled: int = 0

    @property
    def booked(self) -> int:
        return self.held + self.not_held + self.unrecorded

    @property
    def recorded(self) -> int:
        """Return of how many it is known what became of them."""
        return self.held + self.not_held

    def __bool__(self) -> bool:
        return bool(self.booked or self.cancelled)


def booked(plan: MissionPlan) -> Iterator[r.Meeting]:
    """Give the meetings that had a slot; those called off too."""
    for one in plan.meetings:
        if one.slot is not None or one.state is MeetingState.SCHEDULED:
            yield one


def sort_of(plan: MissionPlan, one: r.Meeting) -> MeetingSort:
    """Return who meets, by the kinds of the two organisations; other where one of them is not told."""
    kinds = [own.kind if (own := plan.organisation(some)) else None for some in (one.a_id, one.b_id)]
    clusters = kinds.count(OrganisationKind.CLUSTER)
    business = sum(kind in _BUSINESS for kind in kinds)
    sorts = {(2, 0): MeetingSort.C2C, (1, 1): MeetingSort.C2B, (0, 2): MeetingSort.B2B}
    return sorts.get((clusters, business), MeetingSort.OTHER)


def counted(record: MissionRecord, some: Iterable[r.Meeting]) -> MeetingCount:
    """Count meetings by what became of them."""
    found = [held_of(record, one) for one in some]
    return MeetingCount(*(found.count(one) for one in _ORDER))


_ORDER = (Held.HELD, Held.NOT_HELD, Held.UNRECORDED, Held.CANCELLED)


def meeting_counts(plan: MissionPlan, record: MissionRecord) -> MeetingCount:
    """Count all meetings of a mission."""
    return counted(record, booked(plan))


def meetings_by_sort(plan: MissionPlan, record: MissionRecord) -> dict[MeetingSort, MeetingCount]:
    """Count the meetings of a mission by who met whom, sorts without a meeting left out."""
    found: dict[MeetingSort, list[r.Meeting]] = {}
    for one in booked(plan):
        found.setdefault(sort_of(plan, one), []).append(one)
    return {sort: counted(record, found[sort]) for sort in MeetingSort if sort in found}
