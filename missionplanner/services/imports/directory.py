"""Take organisations, people and places in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.services.directory.places import guessed_zone
from missionplanner.services.imports import matching, wishes
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.taking import Decision, Taken, settled

_ORGANISATION = (
    *("name", "native_name", "short", "kind", "country", "region", "city", "address", "website", "email", "phone"),
    *("vat", "employees", "ecosystems", "value_chains", "tags", "notes"),
)
_TEXTS = ("profile", "offers", "seeks")
_PERSON = ("given", "family", "native_name", "name_order", "honorific", "languages", "email", "mobile", "phone")
_PLACE = (
    *("name", "address", "city", "country", "zone", "lat", "lon", "entrance", "meeting_point", "capacity"),
    *("opens", "closes", "id_required", "notice_days", "nda", "no_photos", "website", "phone", "tags", "notes"),
)


def organisation(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take an organisation in, with its contact; in a mission it is a partner, or takes part in a B2B session."""
    told = _told(values, _ORGANISATION)
    told["name"] = told.get("name") or values.get("native_name")
    told |= {name: desk.texts(values.get(name)) for name in _TEXTS if values.get(name)}
    ours, likes = settled(matching.organisation(desk, values), desk.get(r.Organisation, decision.into), decision)
    made = ours is None
    record = desk.add(r.Organisation(**told), folded(str(told["name"]))) if made else desk.lay(ours, told)
    contact = _contact(desk, values, record)
    if desk.takes_part and desk.plan is not None:
        wishes.take_part(desk, record.id, contact.id if contact is not None else None)
    elif desk.plan is not None:
        _partner(desk, record.id, contact)
    return Taken(record, likes)


def _contact(desk: Desk, values: Mapping[str, Any], employer: r.Organisation) -> r.Person | None:
    name = " ".join(str(values[key]) for key in ("contact_given", "contact_family") if values.get(key))
    if not name:
        return None
    found = matching.person(
        desk,
        {
            "given": values.get("contact_given"),
            "family": values.get("contact_family"),
            "organisation": employer.name,
        },
    ).sure
    told: dict[str, Any] = {
        "given": values.get("contact_given"),
        "family": values.get("contact_family"),
        "honorific": values.get("contact_honorific"),
        "job": desk.texts(values.get("contact_job")),
        "mobile": values.get("contact_mobile"),
        "organisation_id": employer.id,
    }
    if found is None:
        return desk.add(r.Person(**told), folded(name))
    return desk.lay(found, told)  # type: ignore[no-any-return]


def _partner(desk: Desk, organisation_id: UUID, contact: r.Person | None) -> None:
    mission_id = desk.mission.id
    some = desk.all(r.Partner, organisation_id=organisation_id)
    position = len(desk.all(r.Partner))
    partner = (
        some[0]
        if some
        else desk.add(r.Partner(mission_id=mission_id, organisation_id=organisation_id, position=position))
    )
    if contact is not None and not desk.all(r.PartnerContact, partner_id=partner.id, person_id=contact.id):
        place = len(desk.all(r.PartnerContact, partner_id=partner.id))
        desk.add(
            r.PartnerContact(mission_id=mission_id, partner_id=partner.id, person_id=contact.id, position=place)
        )


def someone(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take a person in. A card without one is of an organisation alone. Raises Invalid where nobody is named."""
    if not matching.full_name(values):
        if values.get("organisation"):
            named = {key: values.get(key) for key in _ORGANISATION} | {"name": values["organisation"]}
            return organisation(desk, {key: value for key, value in named.items() if value}, decision)
        raise Invalid(N_("Nobody is named here."), field="family")
    among = frozenset(one.person_id for one in desk.all(r.Delegate) if one.person_id is not None)
    match = matching.person(desk, values, among=among)
    ours, likes = settled(match, desk.get(r.Person, decision.into), decision)
    return Taken(person(desk, values, ours), likes)


def person(desk: Desk, values: Mapping[str, Any], ours: r.Person | None) -> r.Person:
    """Lay what is told of somebody over who is known, or add them, with the organisation they work for."""
    employer = matching.organisation_named(
        desk,
        values.get("organisation"),
        **{key: values.get(key) for key in ("country", "city", "address", "website") if values.get(key)},
    )
    told = _told(values, _PERSON)
    told |= {"job": desk.texts(values.get("job"))} if values.get("job") else {}
    told |= {"tags": values["tags"]} if values.get("tags") else {}
    told |= {"photo": values["photo"]} if isinstance(values.get("photo"), str) else {}
    told |= {"organisation_id": employer.id} if employer is not None else {}
    if ours is not None:
        return desk.lay(ours, told)
    keys = (folded(matching.full_name(values)), folded(str(values.get("email") or "")))
    return desk.add(r.Person(**told), *keys)


def place(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take a place in. Its zone is that of its coordinates or its city where none is told."""
    told = _told(values, _PLACE)
    told |= {"safety_gear": desk.texts(values.get("safety_gear"))} if values.get("safety_gear") else {}
    owner = matching.organisation_named(desk, values.get("organisation"))
    told |= {"organisation_id": owner.id} if owner is not None else {}
    ours, likes = settled(matching.place(desk, values), desk.get(r.Place, decision.into), decision)
    if ours is not None:
        return Taken(desk.lay(ours, told), likes)
    made = r.Place(**told)
    told["zone"] = made.zone or guessed_zone(made)
    return Taken(desk.add(r.Place(**told), folded(str(values.get("name") or ""))), likes)


def _told(values: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: values[name] for name in names if values.get(name) not in (None, ())}
