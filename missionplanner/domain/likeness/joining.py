"""Say what becomes one when two records of the directory are found to be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Literal, TypeVar
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.likeness.merge import OURS_ALONE, filled

R = TypeVar("R", bound=r.Record)

Choice = Literal["keep", "drop"]

_SAME: dict[type[r.Record], tuple[str, ...]] = {
    r.Delegate: ("mission_id", "person_id"),
    r.Partner: ("mission_id", "organisation_id"),
    r.Organiser: ("mission_id", "organisation_id"),
    r.InitiativeMember: ("initiative_id", "organisation_id"),
    r.ItemHost: ("item_id", "organisation_id"),
    r.ItemPerson: ("item_id", "person_id", "role"),
    r.AudiencePerson: ("item_id", "person_id"),
    r.LegPassenger: ("leg_id", "person_id"),
    r.StayGuest: ("stay_id", "person_id"),
    r.Seat: ("table_id", "person_id"),
    r.SessionInterpreter: ("matchmaking_id", "person_id"),
    r.PartnerContact: ("partner_id", "person_id"),
    r.Participant: ("matchmaking_id", "organisation_id"),
    r.ParticipantPerson: ("participant_id", "person_id"),
    r.MeetingRequest: ("matchmaking_id", "from_id", "to_id"),
    r.Attendance: ("item_id", "person_id"),
    r.AgreementParty: ("agreement_id", "organisation_id"),
    r.DelegateGroup: ("delegate_id", "group_id"),
    r.Confidential: ("delegate_id",),
    r.RequirementState: ("requirement_id", "delegate_id"),
    r.AccessEntry: ("place_id", "delegate_id"),
}
"""Kinds of which two would say the same twice once these fields are equal."""


def joined(keep: R, drop: R, choices: Mapping[str, Choice]) -> R:
    """Return the record that stays: field by field as chosen, else what it says, else what the other says.

    Notes of both are kept one below the other unless one is chosen. Raises Invalid for a field it has not.
    """
    names = {one.name for one in fields(keep)} - OURS_ALONE
    unknown = sorted(choices.keys() - names)
    if unknown:
        raise Invalid(N_("There is no field “{name}” to choose."), field=unknown[0], name=unknown[0])
    found = filled(keep, drop)
    notes = [text for one in (keep, drop) if (text := getattr(one, "notes", None))]
    if len(set(notes)) == 2:
        found = _with(found, notes="\n\n".join(notes))
    chosen = {name: getattr(keep if choice == "keep" else drop, name) for name, choice in choices.items()}
    return without_itself(_with(found, **chosen), also=drop.id)


def without_itself(one: R, also: UUID | None = None) -> R:
    """Return the record without links to itself, and to the one that goes."""
    gone = {one.id, also} - {None}
    links = (item.name for item in fields(one) if item.name.endswith("_id"))
    return _with(one, **{name: None for name in links if getattr(one, name) in gone})


def _with(one: R, **values: Any) -> R:
    return replace(one, **values) if values else one


def identity(one: r.Record) -> tuple[Any, ...] | None:
    """Return what makes a record the double of another, None for kinds that may say a thing twice."""
    names = _SAME.get(type(one))
    found = tuple(getattr(one, name) for name in names) if names is not None else None
    return None if found is None or None in found[:2] else (type(one), *found)


def equal_fields(one: r.Record) -> dict[str, Any]:
    """Return the fields by which doubles of a record are looked up."""
    return {name: getattr(one, name) for name in _SAME.get(type(one), ())}


def says_nothing(one: r.Record) -> bool:
    """Tell whether a record lost its sense: a wish of an organisation to meet itself."""
    return isinstance(one, r.MeetingRequest) and one.from_id == one.to_id


def folded_into(kept: R, other: R) -> R:
    """Return one of two doubles with what only the other says. Whoever is named once into an audience is in it."""
    found = filled(kept, other)
    if isinstance(found, r.AudiencePerson) and isinstance(other, r.AudiencePerson):
        return replace(found, excepted=found.excepted and other.excepted)
    return found
