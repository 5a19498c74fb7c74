"""Tell figures apart: by cluster, group, region, country, ecosystem, value chain, on either side of the table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures.held import Held, held_of
from missionplanner.domain.figures.meetings import booked
from missionplanner.domain.figures.results import met, ours
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import OrganisationKind

Key = UUID | str | None
"""An organisation or a group by its id, a region or country by its code, an ecosystem or a chain by its name."""
NUTS_LEVEL_2 = 4
"""Characters of a code of a region as funds count them: ITH5 of ITH55."""


class Cut(StrEnum):
    """Say by what figures are told apart."""

    ORGANISATION = "organisation"
    CLUSTER = "cluster"
    GROUP = "group"
    REGION = "region"
    COUNTRY = "country"
    ECOSYSTEM = "ecosystem"
    VALUE_CHAIN = "value_chain"


class Side(StrEnum):
    """Say whose organisations are meant: the delegation's, or those it met."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Share:
    """Be what falls to one cluster, region, … ``organisations`` are those travelling, or those met.

    Somebody in two ecosystems counts in both: shares may add up to more than the whole.
    """

    delegates: int = 0
    organisations: int = 0
    booked: int = 0
    held: int = 0
    contacts: int = 0
    agreements: int = 0


def shares(plan: MissionPlan, record: MissionRecord, cut: Cut, side: Side = Side.OURS) -> dict[Key, Share]:
    """Return the figures of a mission by a cut, the largest first; what nobody told stands under None, last."""
    own = ours(plan)
    keys = partial(_of_group, plan) if cut is Cut.GROUP else partial(_of_organisations, plan, cut)
    found: dict[Key, Share] = {}
    for figure, who in _events(plan, record, own, side):
        for key in keys(who):
            before = found.get(key, Share())
            found[key] = replace(before, **{figure: getattr(before, figure) + 1})
    return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, *_weight(pair[1]), str(pair[0]))))


def _weight(one: Share) -> tuple[int, ...]:
    return (-one.delegates, -one.organisations, -one.held, -one.booked, -one.contacts)


@dataclass(frozen=True, slots=True)
class _Who:
    """Be whom something counts for: organisations, and the people of the delegation it was done by."""

    organisations: frozenset[UUID] = frozenset()
    people: frozenset[UUID] = frozenset()


def _events(
    plan: MissionPlan, record: MissionRecord, own: Collection[UUID], side: Side
) -> Iterator[tuple[str, _Who]]:
    """Give everything that counts, with the name of its figure and whom it counts for."""
    if side is Side.OURS:
        yield from _travelling(plan, own)
    else:
        yield from (("organisations", _Who(frozenset({one}))) for one in set(met(plan, record)))
    yield from _meetings(plan, record, own, side)
    yield from _contacts(plan, record, side)
    parties = {one.id: record.of("agreement_parties", "agreement_id", one.id) for one in record.agreements}
    for some in parties.values():
        named = frozenset(one.organisation_id for one in some)
        yield "agreements", _Who(_of_side(named, own, side))


def _of_side(some: frozenset[UUID], own: Collection[UUID], side: Side) -> frozenset[UUID]:
    return frozenset(one for one in some if (one in own) is (side is Side.OURS))


def _travelling(plan: MissionPlan, own: Collection[UUID]) -> Iterator[tuple[str, _Who]]:
    for one in plan.travellers:
        person = plan.person(one.person_id)
        place_of = (person.organisation_id if person is not None else None) or one.place_of_id
        people = frozenset({one.person_id} if one.person_id is not None else ())
        yield "delegates", _Who(frozenset({place_of} if place_of is not None else ()), people)
    yield from (("organisations", _Who(frozenset({one}))) for one in own)


def _meetings(
    plan: MissionPlan, record: MissionRecord, own: Collection[UUID], side: Side
) -> Iterator[tuple[str, _Who]]:
    sent = {
        (one.matchmaking_id, one.organisation_id): plan.of("participant_people", "participant_id", one.id)
        for one in plan.participants
    }
    for one in booked(plan):
        state = held_of(record, one)
        if state is Held.CANCELLED:
            continue
        both = frozenset({one.a_id, one.b_id})
        people = [some.person_id for name in both for some in sent.get((one.matchmaking_id, name), ())]
        who = _Who(_of_side(both, own, side), frozenset(people))
        yield "booked", who
        if state is Held.HELD:
            yield "held", who


def _contacts(plan: MissionPlan, record: MissionRecord, side: Side) -> Iterator[tuple[str, _Who]]:
    for one in {one.person_id: one for one in reversed(record.contacts_made)}.values():
        person = plan.person(one.by_id if side is Side.OURS else one.person_id)
        found = person.organisation_id if person is not None else None
        people = frozenset({one.by_id} if one.by_id is not None else ())
        yield "contacts", _Who(frozenset({found} if found is not None else ()), people)


def _of_group(plan: MissionPlan, who: _Who) -> list[Key]:
    groups = [group.id for group in plan.groups if plan.group_members.get(group.id, frozenset()) & who.people]
    return [*groups] or ([None] if who.people else [])


def _of_organisations(plan: MissionPlan, cut: Cut, who: _Who) -> list[Key]:
    found: dict[Key, None] = {}
    for identity in who.organisations:
        one = plan.organisation(identity)
        for key in _KEYS[cut](plan, one) if one is not None else ():
            found[key] = None
    return list(found) or [None]


def _region(plan: MissionPlan, one: r.Organisation) -> list[Key]:
    told = one.region or next((own.region for own in plan.partners if own.organisation_id == one.id), None)
    return [told[:NUTS_LEVEL_2]] if told else []


def _cluster(plan: MissionPlan, one: r.Organisation) -> list[Key]:
    """Return an organisation where it is a cluster, else the cluster it belongs to."""
    if one.kind is OrganisationKind.CLUSTER:
        return [one.id]
    above = plan.organisation(one.parent_id)
    return [above.id] if above is not None and above.kind is OrganisationKind.CLUSTER else []


_KEYS: Mapping[Cut, Callable[[MissionPlan, r.Organisation], list[Key]]] = {
    Cut.ORGANISATION: lambda _plan, one: [one.id],
    Cut.CLUSTER: _cluster,
    Cut.REGION: _region,
    Cut.COUNTRY: lambda _plan, one: [one.country] if one.country else [],
    Cut.ECOSYSTEM: lambda _plan, one: [*one.ecosystems],
    Cut.VALUE_CHAIN: lambda _plan, one: [*one.value_chains],
}
