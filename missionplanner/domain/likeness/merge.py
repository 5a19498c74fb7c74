"""Recognise records that are the same in a file and in a workspace, and lay one over the other."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from missionplanner.domain import records as r
from missionplanner.domain.media import sha256_of
from missionplanner.domain.text import folded

R = TypeVar("R", bound=r.Record)

OURS_ALONE = frozenset({"id", "created_at", "updated_at", "mission_id"})
"""Fields that no file tells anything about."""
_UNKNOWN = (None, ())


def overlaid(ours: R, theirs: R) -> R:
    """Return our record with what the other one says; what it leaves open stays."""
    return replace(ours, **_told(theirs))


def filled(ours: R, theirs: R) -> R:
    """Return our record with what it lacks and the other one says."""
    lacking = {name: value for name, value in _told(theirs).items() if getattr(ours, name) in _UNKNOWN}
    return replace(ours, **lacking)


def says_nothing_new(ours: r.Record, theirs: r.Record) -> bool:
    """Tell whether our record holds all that the other one says, wherever in its list it stands."""
    return all(getattr(ours, name) == value for name, value in _told(theirs).items() if name != "position")


def content(one: r.Record) -> tuple[Any, ...]:
    """Return all that a record says, whatever its identity."""
    names = (item.name for item in fields(one) if item.name not in OURS_ALONE)
    return (type(one), *(getattr(one, name) for name in names))


def required(one: r.Record) -> tuple[Any, ...]:
    """Return what a record cannot be without: records that differ in it are never one."""
    none = (MISSING, MISSING)
    names = (item.name for item in fields(one) if (item.default, item.default_factory) == none)
    return (type(one), *(getattr(one, name) for name in names))


def _told(one: r.Record) -> dict[str, Any]:
    values = ((item.name, getattr(one, item.name)) for item in fields(one) if item.name not in OURS_ALONE)
    return {name: value for name, value in values if value not in _UNKNOWN}


_TOLD_BY: dict[type[r.Record], tuple[str, ...]] = {
    r.Partner: ("organisation_id",),
    r.Organiser: ("organisation_id",),
    r.Destination: ("city", "country", "from_day"),
    r.SeatingTable: ("item_id", "name"),
    r.Attendance: ("item_id", "person_id"),
    r.AccessEntry: ("place_id", "delegate_id"),
    r.Participant: ("matchmaking_id", "organisation_id"),
}
"""Kinds that these fields tell one of from another."""


def identity(one: r.Record) -> tuple[Any, ...] | None:
    """Return what makes a record of a mission one and the same where no id says so, None where nothing does."""
    found: tuple[Any, ...] | None = None
    match one:
        case r.Delegate(person_id=person) if person is not None:
            found = (person,)
        case r.Photo(medium=medium) if medium:
            found = (sha256_of(medium),)
        case r.Meeting(slot=slot) if slot is not None:
            found = (one.matchmaking_id, one.a_id, one.b_id, slot)
        case r.Stay(room_no=number) if number:
            found = (one.hotel_id, one.room, number, one.from_day, one.to_day)
        case _:
            found = tuple(getattr(one, name) for name in _TOLD_BY.get(type(one), ())) or None
    return found and (type(one), *found)


def key(one: r.Record) -> tuple[str, ...] | None:
    """Return what makes a record that missions share one and the same, None where it tells too little.

    Name and e-mail of people, name and country of organisations, name, city and country of places, name of
    initiatives (EXCHANGE §1); code and cluster of value chains.
    """
    found: tuple[str, ...] = (name(one),)
    match one:
        case r.Person():
            found += (folded(one.email or ""),)
        case r.Organisation():
            found += (folded(one.country or ""),)
        case r.Place():
            found += (folded(one.city or ""), folded(one.country or ""))
        case r.ValueChain():
            found += (str(one.cluster_id or ""),)
    return found if all(found) else None


def name(one: r.Record) -> str:
    """Return the name of a shared record as it is compared."""
    return folded(shown(one))


def shown(one: r.Record) -> str:
    """Return the name of a shared record as people read it."""
    if isinstance(one, r.ValueChain):
        return one.code or ""
    return one.full_name if isinstance(one, r.Person) else (getattr(one, "name", None) or "")
