"""Let delegates nobody was named for yet count as people: each gets one without a name, in the plan alone."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid5

from missionplanner.domain import records as r
from missionplanner.domain.delegates.delegation import numbered_places
from missionplanner.domain.plan import MissionPlan


def stand_in_of(delegate: r.Delegate) -> UUID:
    """Return the id of who stands for a delegate in a plan where nobody does yet; always the same."""
    return uuid5(delegate.id, "stand-in")


def peopled(plan: MissionPlan) -> MissionPlan:
    """Return the plan with a person for every traveller who has none, so that beds and seats count them too."""
    places = {one.id: one for one in plan.travellers if one.person_id is None}
    if not places:
        return plan
    people = [r.Person(id=stand_in_of(one), organisation_id=one.place_of_id) for one in places.values()]
    delegates = [replace(one, person_id=stand_in_of(one)) if one.id in places else one for one in plan.delegates]
    return plan.changed(delegates=tuple(delegates), people=(*plan.people, *people))


def names_of(plan: MissionPlan) -> dict[UUID, str]:
    """Return what to call each delegate's person: of places not yet named, "Agrifood 2/3"."""
    found: dict[UUID, str] = {}
    places: list[tuple[UUID, UUID | None]] = []
    for one in plan.delegates:
        person = plan.person(one.person_id)
        if person is None:
            continue
        if person.unnamed:
            places.append((person.id, one.place_of_id or person.organisation_id))
        found[person.id] = plan.label(person.id)
    for identity, (number, total) in numbered_places(places).items():
        found[identity] = f"{found[identity]} {number}/{total}".strip()
    return found
