"""Make a new mission out of an old one: what comes along is chosen, every day keeps its distance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import PARTS, MissionPlan, MissionRecord
from missionplanner.domain.programme.retiming import later_day, refuse_gap
from missionplanner.domain.programme.timing import item_times, leg_times
from missionplanner.domain.vocabulary import (
    DelegateStatus,
    ItemStatus,
    MissionStatus,
    PartnerState,
    ProgrammeStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """Say what a copy takes along. Objectives, destinations, organisers, groups and requirements always come."""

    agenda: bool = True
    people: bool = False
    partners: bool = True
    logistics: bool = False
    budget: bool = False


_ALWAYS = ("destinations", "organisers", "objectives", "groups", "requirements")
_AGENDA = ("items", "item_hosts", "audience_groups", "item_objectives", "seating_tables")
_AGENDA_PEOPLE = ("item_people", "audience_people", "pitches", "seats")
_PEOPLE = ("delegates", "delegate_groups")
_PARTNERS = ("partners", "partner_contacts")
_LOGISTICS = ("journeys", "vehicles", "legs", "stays")
_LOGISTICS_PEOPLE = ("passengers", "guests")


def copied(plan: MissionPlan, record: MissionRecord, code: str, start: dt.date, carry: Carry) -> Changes:
    """Return the records of a new mission that begins on ``start``.

    Nothing is promised for the copy: what was confirmed is tentative, delegates are to be asked again,
    partners are to be contacted; bookings, seats on legs, visas, fees, consents, answers of guests, the mission's
    insurance and how long its evidence is kept, states of requirements, access lists, proposed slots, offers,
    expenses and all that is sensitive stay behind, and what came of it. Tables people are seated at come with
    the agenda, who sits there with the people. Places not yet named are places of
    their own; private extensions do not come. An audience of which nobody came along is everyone. Raises Invalid
    for a day outside the calendar and for a time that the change to summer time swallows on its new day.
    """
    days = (start - plan.mission.start).days
    mission = _moved(
        replace(
            plan.mission,
            id=uuid4(),
            code=code,
            status=MissionStatus.PLANNING,
            programme_status=ProgrammeStatus.DRAFT,
            sample=plan.mission.sample,
            insurance=None,
            evidence_until=None,
            created_at=None,
            updated_at=None,
        ),
        days,
    )
    chosen = list(_chosen(plan, record, carry))
    ids: dict[UUID, UUID] = {one.id: uuid4() for one in chosen} | {plan.mission.id: mission.id}
    own = {one.id for one in _own(plan)}
    new = [one for one in (_copy(one, ids, own, days) for one in chosen) if one is not None]
    if not carry.people:
        new = [replace(one, leader_id=None, deputy_id=None) if isinstance(one, r.Group) else one for one in new]
    changes = Changes(added=(mission, *_reaching_somebody(new)))
    _refuse_gaps(changes.on(MissionPlan(mission, places=plan.places)))
    return changes


def _reaching_somebody(new: list[Any]) -> Iterator[r.Record]:
    named = {one.item_id for one in new if isinstance(one, r.AudienceGroup)}
    named |= {one.item_id for one in new if isinstance(one, r.AudiencePerson)}
    for one in new:
        alone = isinstance(one, r.AgendaItem) and one.audience_limited and one.id not in named
        yield replace(one, audience_limited=False) if alone else one


def _refuse_gaps(plan: MissionPlan) -> None:
    for item in plan.items:
        times = item_times(plan, item)
        title = item.title.best("", plan.mission.languages)
        refuse_gap(item.date, item.start, times.zone, "start", title)
        refuse_gap(item.end_date or item.date, item.end, times.end_zone, "start", title)
    for leg in plan.legs:
        times = leg_times(plan, leg)
        title = leg.number or leg.operator or ""
        refuse_gap(leg.date, leg.start, times.zone, "start", title)
        refuse_gap(leg.end_date or leg.date, leg.end, times.end_zone, "start", title)


def _chosen(plan: MissionPlan, record: MissionRecord, carry: Carry) -> Iterator[r.Record]:
    parts = [*_ALWAYS]
    if carry.people:
        parts += _PEOPLE
        delegates = {one.person_id for one in plan.delegates}
        yield from (one for one in plan.people if one.unnamed and one.id in delegates)
    if carry.partners:
        parts += _PARTNERS
    if carry.logistics:
        parts += _LOGISTICS + (_LOGISTICS_PEOPLE if carry.people else ())
    if carry.agenda:
        parts += _AGENDA + (_AGENDA_PEOPLE if carry.people else ())
    for part in parts:
        yield from (one for one in getattr(plan, part) if not (isinstance(one, r.Leg) and one.private))
    yield from (one for one in plan.check_options if one.mission_id is not None)
    if carry.budget:
        yield from record.budget
        yield from record.payer_shares


def _own(plan: MissionPlan) -> Iterator[r.Record]:
    for part, kind in PARTS.items():
        if issubclass(kind, r.MissionPart):
            yield from getattr(plan, part)


def _copy(one: Any, ids: Mapping[UUID, UUID], own: set[UUID], days: int) -> Any:
    """Return a record for the new mission, None where what it hangs on did not come along."""
    values: dict[str, Any] = {"id": ids[one.id], "created_at": None, "updated_at": None}
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name in values or not isinstance(value, UUID):
            continue
        if value in ids:
            values[field.name] = ids[value]
        elif value in own:
            if field.default is not None:  # a reference the record cannot be without
                return None
            values[field.name] = None
    return _moved(_unpromised(replace(one, **values)), days)


def _unpromised(one: Any) -> Any:
    if isinstance(one, r.AgendaItem):
        status = ItemStatus.TENTATIVE if one.status is ItemStatus.CONFIRMED else one.status
        return replace(one, status=status, locked=None, **_LEFT[r.AgendaItem])
    if isinstance(one, r.Delegate):
        promised = one.status in (DelegateStatus.CONFIRMED, DelegateStatus.SELECTED)
        return replace(one, status=DelegateStatus.INVITED if promised else one.status, **_LEFT[r.Delegate])
    if isinstance(one, r.Partner):
        return replace(one, state=PartnerState.TO_CONTACT)
    return replace(one, **_LEFT.get(type(one), {}))


_LEFT: dict[type[r.Record], dict[str, Any]] = {
    kind: dict.fromkeys(names)
    for kind, names in {
        r.Delegate: (
            *("visa", "insurance", "diet", "nationality", "document_expires", "joins", "leaves"),
            *("replaced_by_id", "consent_photo", "consent_contact", "fee", "fee_currency", "fee_state"),
        ),
        r.AgendaItem: ("booking", "actual_start", "actual_end"),
        r.ItemPerson: ("rsvp", "companions"),
        r.Leg: ("booking",),
        r.LegPassenger: ("booking", "ticket", "seat", "baggage", "private"),
        r.Vehicle: ("plate", "driver", "driver_phone"),
        r.Stay: ("booking", "price", "currency"),
        r.Objective: ("result",),
        r.BudgetLine: ("committed", "paid", "rate", "rate_date", "rate_source", "cig"),
    }.items()
}
"""What was promised, booked or paid, and stays behind."""


def _moved(one: Any, days: int) -> Any:
    moved = {
        field.name: later_day(value, days)
        for field in fields(one)
        if isinstance(value := getattr(one, field.name), dt.date) and not isinstance(value, dt.datetime)
    }
    return replace(one, **moved) if moved else one
