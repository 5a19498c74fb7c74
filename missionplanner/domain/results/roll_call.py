"""Say who signs for an item and in which order: the numbers of a signed sheet name people by it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemKind, NameOrder

SIGNED = frozenset(ItemKind) - {
    ItemKind.FLIGHT,
    ItemKind.TRAIN,
    ItemKind.FERRY,
    ItemKind.COACH,
    ItemKind.TRANSFER,
    ItemKind.HOTEL,
    ItemKind.FREE_TIME,
    ItemKind.LOGISTICS,
}
"""Items whose attendance is signed for."""

RollKey = tuple[bool, str, str, str]


def list_name(person: r.Person) -> str:
    """Return a name with the family name first, as lists are searched: ``Neri, Anna``."""
    if not (person.family and person.given):
        return person.full_name or person.native_name or ""
    return person.full_name if person.name_order is NameOrder.FAMILY_FIRST else f"{person.family}, {person.given}"


def roll_key(person: r.Person | None, organisation: str, key: str) -> RollKey:
    """Return what a list is sorted by: family names, then the places nobody is named for, by organisation."""
    if person is None or person.unnamed:
        return True, folded(organisation), "", key
    return False, folded(person.family or list_name(person)), folded(person.given or ""), key


def signing(attendees: Attendees, item: r.AgendaItem) -> tuple[UUID, ...]:
    """Return who signs for an item in the order of its sheet, so that number 1 is the first.

    The delegation comes first, with delegates nobody is named for by their own id, then who plays a part in it.
    """
    if item.id not in attendees.signing:
        plan = attendees.plan
        at, ours = attendees.named(attendees.at(item)), plan.delegate_by_person
        delegation = {one for one in at if one in ours} | attendees.unnamed(item)
        attendees.signing[item.id] = (*called(plan, delegation), *called(plan, at - delegation))
    return attendees.signing[item.id]


def called(plan: MissionPlan, ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Return people, and delegates nobody is named for, in the order lists have them."""
    return tuple(sorted(ids, key=lambda one: roll_key(plan.person(one), _sender(plan, one), seat_of(plan, one))))


def seat_of(plan: MissionPlan, identity: UUID) -> str:
    """Return what tells places of one organisation apart in a list, whoever stands for them by now."""
    delegate = plan.delegate_by_person.get(identity)
    return str(delegate.id if delegate is not None else identity)


def _sender(plan: MissionPlan, identity: UUID) -> str:
    """Return the organisation of somebody as lists name it."""
    person = plan.person(identity)
    delegate = plan.delegate_by_person.get(identity) if person is not None else plan.get(r.Delegate, identity)
    own = person.organisation_id if person is not None else None
    owner = plan.organisation(own or (delegate.place_of_id if delegate is not None else None))
    return (owner.name or owner.short or owner.native_name or "") if owner is not None else ""
