"""Tell whom letters of a mission are written for, and who signs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.paper.letters import Addressee, LetterKind, addressee
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, ItemStatus, PartnerRole, PartnerState

_GONE = frozenset({DelegateStatus.DECLINED, DelegateStatus.WITHDRAWN, DelegateStatus.REPLACED})
_ASKED = frozenset({DelegateStatus.INVITED, DelegateStatus.APPLIED, DelegateStatus.WAITLISTED})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Be somebody a letter is written for: a delegate, or a host with the person who opens it."""

    id: UUID
    name: str
    person: r.Person | None
    delegate: r.Delegate | None = None
    host: r.Organisation | None = None


def recipients(plan: MissionPlan, kind: LetterKind) -> tuple[Recipient, ...]:
    """Return whom letters of a kind are written for, in the order of delegation or programme.

    Those invited and not yet confirmed are among the delegates of an invitation only.
    """
    if addressee(kind) is Addressee.HOST:
        return tuple(_hosts(plan))
    travelling = {one.id for one in plan.travellers}
    asked = _ASKED if kind in (LetterKind.INVITATION, LetterKind.TO_DELEGATES) else frozenset()
    wanted = [
        one
        for one in plan.delegates
        if one.status not in _GONE and (one.id in travelling or one.status in asked) and plan.is_named(one)
    ]
    people = [(one, plan.person(one.person_id)) for one in wanted]
    return tuple(Recipient(who.id, who.full_name, who, one) for one, who in people if who is not None)


def _hosts(plan: MissionPlan) -> Iterator[Recipient]:
    left = {one.organisation_id for one in plan.partners if _does_not_host(one)}
    hosts = dict.fromkeys(one.organisation_id for one in plan.partners)
    hosts |= dict.fromkeys(
        host.id for item in plan.items if item.status is not ItemStatus.CANCELLED for host in plan.hosts(item)
    )
    contacts = {one.organisation_id: plan.of("partner_contacts", "partner_id", one.id) for one in plan.partners}
    for identity in hosts:
        host = plan.organisation(identity)
        if host is None or identity in left:
            continue
        people = (plan.person(one.person_id) for one in contacts.get(identity, ()))
        person = next((one for one in people if one is not None and not one.unnamed), None)
        yield Recipient(identity, host.name or host.short or host.native_name or "", person, host=host)


def _does_not_host(one: r.Partner) -> bool:
    return one.state is PartnerState.DECLINED or one.role in (PartnerRole.SUPPLIER, PartnerRole.SPONSOR)


def signs(plan: MissionPlan, sender_id: UUID | None) -> r.Person | None:
    """Return who signs: who was named, else the mission's manager. Raises NotFound."""
    if sender_id is not None:
        found = plan.person(sender_id)
        if found is None:
            raise NotFound(N_("This person is not in the mission."))
        return found
    managers = (one for one in plan.delegates if one.role is DelegateRole.MISSION_MANAGER)
    people = (plan.person(one.person_id) for one in managers)
    return next((one for one in people if one is not None and not one.unnamed), None)
