"""Call the roll: people in the order lists have them, by family name, with the places nobody is named for yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.results.roll_call import RollKey, list_name, roll_key, seat_of
from missionplanner.domain.vocabulary import DelegateRole


class Listed(NamedTuple):
    """Be somebody on a list; ``person`` is None for a place nobody is named for yet, and ``name`` "" then."""

    key: str
    name: str
    native: str
    organisation: str
    person: r.Person | None

    @property
    def person_id(self) -> UUID | None:
        return self.person.id if self.person is not None else None


def roll(voice: Voice, ids: Iterable[UUID]) -> tuple[Listed, ...]:
    """Return these people by family name, then the places not yet named, by organisation.

    ``ids`` are those of people, and of delegates nobody is named for; what is neither is not listed.
    """
    found = [_listed(voice, one) for one in frozenset(ids)]
    known = [one for one in found if one is not None]
    return tuple(sorted(known, key=lambda one: _order(voice, one)))


def _listed(voice: Voice, identity: UUID) -> Listed | None:
    plan = voice.plan
    person = plan.person(identity)
    delegate = plan.delegate_by_person.get(identity) if person else plan.get(r.Delegate, identity)
    if person is None and delegate is None:
        return None
    own = person.organisation_id if person is not None else None
    owner = plan.organisation(own or (delegate.place_of_id if delegate is not None else None))
    if person is None or person.unnamed:
        return Listed(str(identity), "", "", voice.organisation_name(owner), None)
    native = person.native_name if person.full_name else ""
    return Listed(str(identity), list_name(person), native or "", voice.organisation_name(owner), person)


def _order(voice: Voice, one: Listed) -> RollKey:
    return roll_key(one.person, one.organisation, seat_of(voice.plan, UUID(one.key)))


def leaders(voice: Voice, groups: Iterable[r.Group]) -> tuple[tuple[str, r.Person], ...]:
    """Return whom to ring for these groups, each with the group led; where nobody leads, the managers."""
    found: dict[UUID, tuple[str, r.Person]] = {}
    for group in groups:
        leader = voice.plan.person(group.leader_id or group.deputy_id)
        if leader is not None and not leader.unnamed:
            found.setdefault(leader.id, (voice.group_name(group), leader))
    return tuple(found.values()) or managers(voice)


def managers(voice: Voice) -> tuple[tuple[str, r.Person], ...]:
    """Return the managers of the mission, each with that word."""
    word = voice.t("Mission manager")
    people = (voice.plan.person(one.person_id) for one in _with_role(voice, DelegateRole.MISSION_MANAGER))
    return tuple((word, one) for one in people if one is not None and not one.unnamed)


def _with_role(voice: Voice, role: DelegateRole) -> list[r.Delegate]:
    return [one for one in voice.plan.travellers if one.role is role]
