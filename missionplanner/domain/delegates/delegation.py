"""Order a delegation by protocol, number its places, and count who is in which group: rules on one plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates.naming import DELEGATE_ROLES
from missionplanner.domain.plan import TRAVELLING, MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, OrganisationKind

GROUP_COLOURS = ("#4350C4", "#0C7767", "#AB2C86", "#B3540A", "#7D6600", "#0A679F", "#6B4FA0", "#556274")
"""What new groups are coloured in turn: strong enough to be told apart on paper and screen."""

_ROLES = {role: rank for rank, role in enumerate(DELEGATE_ROLES)}
_LIKE_A_DELEGATE = frozenset({None, DelegateRole.SPEAKER})
_KINDS = (
    OrganisationKind.MINISTRY,
    OrganisationKind.EU_INSTITUTION,
    OrganisationKind.EMBASSY,
    OrganisationKind.REGIONAL_GOVERNMENT,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.CHAMBER,
    OrganisationKind.AGENCY,
    OrganisationKind.CLUSTER,
    OrganisationKind.ASSOCIATION,
    OrganisationKind.UNIVERSITY,
    OrganisationKind.RESEARCH_CENTRE,
    OrganisationKind.TRAINING_BODY,
    OrganisationKind.SCIENCE_PARK,
    OrganisationKind.COMPANY,
    OrganisationKind.INVESTOR,
    OrganisationKind.SUPPLIER,
    OrganisationKind.OTHER,
)
_KIND_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}
_GONE = frozenset({DelegateStatus.DECLINED, DelegateStatus.WITHDRAWN, DelegateStatus.REPLACED})


# -- protocol order --------------------------------------------------------------------------------


def by_protocol(plan: MissionPlan) -> tuple[r.Delegate, ...]:
    """Return the delegates as protocol puts them: by role, then public bodies before private, then by name.

    Whoever does not come stands at the end; places not yet named follow the named of their kind.
    """
    return tuple(sorted(plan.delegates, key=lambda one: _rank(plan, one)))


def in_order(plan: MissionPlan) -> tuple[r.Delegate, ...]:
    """Return the delegates in the order somebody gave them, else as lists on paper put them: by role and entry."""
    return tuple(sorted(plan.delegates, key=lambda one: given_rank(one.precedence, one.role, one.position)))


def given_rank(precedence: int | None, role: DelegateRole | None, position: int) -> tuple[object, ...]:
    """Return what delegates are sorted by where nobody asks for anything else."""
    return precedence is None, precedence or 0, _ROLES[role or DelegateRole.DELEGATE], position


def ordered_anew(plan: MissionPlan) -> Changes:
    """Return what numbers everybody by protocol, from 1."""
    return _numbered(by_protocol(plan))


def moved(plan: MissionPlan, ids: Collection[UUID], steps: int) -> Changes:
    """Return what moves delegates together up (negative) or down by ``steps`` and numbers all of them anew."""
    order = list(in_order(plan))
    chosen = [one for one in order if one.id in ids]
    if not chosen:
        return Changes()
    rest = [one for one in order if one.id not in ids]
    first = order.index(chosen[0])
    before = sum(one.id not in ids for one in order[:first])
    place = min(max(before + steps, 0), len(rest))
    return _numbered([*rest[:place], *chosen, *rest[place:]])


def _numbered(order: Iterable[r.Delegate]) -> Changes:
    numbered = ((one, replace(one, precedence=number)) for number, one in enumerate(order, 1))
    return Changes(saved=tuple(new for old, new in numbered if old != new))


def _rank(plan: MissionPlan, one: r.Delegate) -> tuple[object, ...]:
    person = plan.person(one.person_id)
    named = person is not None and not person.unnamed
    organisation = plan.organisation(organisation_of(plan, one))
    role = DelegateRole.DELEGATE if one.role in _LIKE_A_DELEGATE else one.role
    kind = organisation.kind if organisation is not None and organisation.kind is not None else None
    name = (person.family or person.given or person.native_name or "") if person is not None else ""
    return (
        one.status in _GONE,
        _ROLES[role or DelegateRole.DELEGATE],
        _KIND_RANKS.get(kind, len(_KINDS)) if kind is not None else len(_KINDS),
        not named,
        folded(name),
        folded((person.given or "") if person is not None else ""),
        one.position,
    )


# -- places not yet named --------------------------------------------------------------------------


def organisation_of(plan: MissionPlan, delegate: r.Delegate) -> UUID | None:
    """Return the organisation somebody comes from: of a place not yet named, whose place it is."""
    person = plan.person(delegate.person_id)
    if person is None or person.unnamed:
        return delegate.place_of_id or (person.organisation_id if person is not None else None)
    return person.organisation_id or delegate.place_of_id


def numbered_places(places: Sequence[tuple[UUID, UUID | None]]) -> dict[UUID, tuple[int, int]]:
    """Return which of how many a place is: "2 of 3" of its organisation.

    ``places`` are delegates without a name and whose place each is, in the order they were added.
    """
    totals = Counter(owner for _one, owner in places)
    seen: Counter[UUID | None] = Counter()
    found = {}
    for one, owner in places:
        seen[owner] += 1
        found[one] = (seen[owner], totals[owner])
    return found


# -- groups ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    """Be who is in a group: how many travel in it, and how many of them each organisation sends.

    ``group_id`` None stands for those who travel in no group.
    """

    group_id: UUID | None
    members: tuple[r.Delegate, ...]
    organisations: tuple[tuple[UUID | None, int], ...]


def balance(plan: MissionPlan) -> tuple[Share, ...]:
    """Return every group with who travels in it, the largest sender first, and at the end those in none."""
    order = in_order(plan)
    travelling = [one for one in order if one.status in TRAVELLING]
    of = {one.id: {each.id for each in plan.groups_of(one)} for one in travelling}
    shares = [
        _share(plan, group.id, [one for one in travelling if group.id in of[one.id]]) for group in plan.groups
    ]
    left = [one for one in travelling if not of[one.id]]
    return (*shares, *((_share(plan, None, left),) if left else ()))


def _share(plan: MissionPlan, group: UUID | None, members: Sequence[r.Delegate]) -> Share:
    counts = Counter(organisation_of(plan, one) for one in members)
    return Share(group, tuple(members), tuple(counts.most_common()))
