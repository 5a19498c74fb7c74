"""Tell which places want a list of visitors, by when, who is on it and what it lacks of whom (DOMAIN §4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import AccessField, AccessState, ItemStatus

LISTING_DAYS = 7
"""Days before a visit by which a place wants its list where it names no days of its own."""
USUAL = (AccessField.NAME, AccessField.ORGANISATION)
"""What a list holds where a place wants one and does not say of what."""
_NOT_THERE = frozenset({ItemStatus.CANCELLED, ItemStatus.IDEA})
_SENT = frozenset({AccessState.SENT, AccessState.CLEARED, AccessState.REFUSED})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Be one delegate on an access list. ``entry`` is what was noted of them there, None for nothing yet."""

    delegate: r.Delegate
    person: r.Person | None
    entry: r.AccessEntry | None

    @property
    def state(self) -> AccessState:
        """Return how far one is: to be sent until somebody says otherwise."""
        return (self.entry.state if self.entry is not None else None) or AccessState.TO_SEND


@dataclass(frozen=True, slots=True)
class AccessList:
    """Be the list a place wants. ``items`` are the visits there, ``due`` the day it is wanted by.

    ``days`` are how many before the first visit; ``due`` is None while no visit has a day.
    """

    place: r.Place
    items: tuple[r.AgendaItem, ...]
    visitors: tuple[Visitor, ...]
    days: int
    due: dt.date | None

    @property
    def asks(self) -> tuple[AccessField, ...]:
        """Return what the place asks for of everybody; of one that does not say, name and organisation."""
        return self.place.access_fields or USUAL

    @property
    def left(self) -> int:
        """Return how many visitors were not announced yet."""
        return sum(1 for one in self.visitors if one.state not in _SENT)

    def count(self, state: AccessState) -> int:
        """Return how many visitors are in a state."""
        return sum(1 for one in self.visitors if one.state is state)


def notice_of(plan: MissionPlan, place: r.Place) -> int | None:
    """Return how many days before a visit a place wants its list, None where it wants none."""
    if place.notice_days is not None:
        return place.notice_days
    asks = place.access_fields or plan.of("access_entries", "place_id", place.id)
    return LISTING_DAYS if asks else None


def access_lists(plan: MissionPlan) -> tuple[AccessList, ...]:
    """Return the lists of all places that are visited and want one, the earliest due first."""
    attendees = Attendees(plan)
    found = [one for place in plan.places if (one := _list_of(plan, place, attendees)) is not None]
    return tuple(sorted(found, key=lambda one: (one.due or dt.date.max, one.place.name or "", one.place.id.int)))


def list_of(plan: MissionPlan, place_id: UUID) -> AccessList | None:
    """Return the list of one place, None where it is not visited or wants none."""
    place = plan.place(place_id)
    return _list_of(plan, place, Attendees(plan)) if place is not None else None


def visited(plan: MissionPlan) -> tuple[r.Place, ...]:
    """Return the places of the programme that want no list so far, by name: any of them may begin to."""
    some = (one for one in plan.places if notice_of(plan, one) is None and _visits(plan, one))
    return tuple(sorted(some, key=lambda one: ((one.name or "").casefold(), one.id.int)))


def _list_of(plan: MissionPlan, place: r.Place, attendees: Attendees) -> AccessList | None:
    days = notice_of(plan, place)
    items = _visits(plan, place) if days is not None else ()
    if days is None or not items:
        return None
    first = min((one.date for one in items if one.date is not None), default=None)
    due = first - dt.timedelta(days=days) if first is not None else None
    return AccessList(place, items, _visitors(plan, place, items, attendees), days, due)


def _visits(plan: MissionPlan, place: r.Place) -> tuple[r.AgendaItem, ...]:
    return tuple(one for one in plan.of("items", "place_id", place.id) if one.status not in _NOT_THERE)


def _visitors(
    plan: MissionPlan, place: r.Place, items: tuple[r.AgendaItem, ...], attendees: Attendees
) -> tuple[Visitor, ...]:
    """Return who of the delegation goes there, in its order; the places not yet named among them."""
    people = frozenset().union(*(attendees.at(one) for one in items))
    unnamed = frozenset().union(*(attendees.unnamed(one) for one in items))
    entries: Mapping[UUID, r.AccessEntry] = {
        one.delegate_id: one for one in plan.of("access_entries", "place_id", place.id)
    }
    return tuple(
        Visitor(one, plan.person(one.person_id), entries.get(one.id))
        for one in plan.travellers
        if (one.person_id in people if one.person_id is not None else one.id in unnamed)
    )


def missing_of(
    plan: MissionPlan, one: AccessList, visitor: Visitor, held: frozenset[AccessField]
) -> tuple[AccessField, ...]:
    """Return what a place asks for of a visitor and nobody knows yet.

    ``held`` is what is kept of them under seal, where only that it is there is told.
    """
    known = held | _known(plan, one, visitor)
    return tuple(field for field in one.asks if field not in known)


def _known(plan: MissionPlan, one: AccessList, visitor: Visitor) -> frozenset[AccessField]:
    who, delegate = visitor.person, visitor.delegate
    named = who is not None and not who.unnamed
    there = {
        AccessField.NAME: named,
        AccessField.ORGANISATION: organisation_of(plan, visitor) is not None,
        AccessField.JOB: who is not None and bool(who.job),
        AccessField.NATIONALITY: delegate.nationality is not None,
        AccessField.DOCUMENT_EXPIRES: delegate.document_expires is not None,
        AccessField.EMAIL: who is not None and bool(who.email),
        AccessField.MOBILE: who is not None and bool(who.mobile),
        AccessField.PHOTO: who is not None and bool(who.photo),
        AccessField.VEHICLE_PLATE: bool(plates_of(plan, one, visitor)),
    }
    return frozenset(field for field, known in there.items() if known)


def organisation_of(plan: MissionPlan, visitor: Visitor) -> r.Organisation | None:
    """Return whom a visitor comes from: the person's organisation, else the one whose place it is."""
    own = visitor.person.organisation_id if visitor.person is not None else None
    return plan.organisation(own or visitor.delegate.place_of_id)


def plates_of(plan: MissionPlan, one: AccessList, visitor: Visitor) -> tuple[str, ...]:
    """Return the number plates of the vehicles a visitor rides in on the days of the visits."""
    days = {item.date for item in one.items if item.date is not None}
    found: dict[str, None] = {}
    for leg in plan.legs:
        vehicle = plan.get(r.Vehicle, leg.vehicle_id)
        if vehicle is None or not vehicle.plate or leg.date not in days:
            continue
        riders = plan.travellers_of(leg)
        if visitor.delegate.person_id is None or visitor.delegate.person_id in riders:
            found[vehicle.plate] = None
    return tuple(found)
