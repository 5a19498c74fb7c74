"""Tell what delegates have to have in order, by when, and who has not yet (DOMAIN §4: readiness)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from dateutil.relativedelta import relativedelta

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DueBasis, FeeState, ReadyState, RequirementKind, VisaState

NAMES: dict[RequirementKind, str] = {
    RequirementKind.PASSPORT: N_("Travel document"),
    RequirementKind.VISA: N_("Visa"),
    RequirementKind.INSURANCE: N_("Insurance"),
    RequirementKind.NDA: N_("Non-disclosure agreement"),
    RequirementKind.PHOTO: N_("Photo"),
    RequirementKind.FLIGHT: N_("Flight"),
    RequirementKind.CONSENT: N_("Consent"),
    RequirementKind.FEE: N_("Fee"),
    RequirementKind.ACCESS_DATA: N_("Data for the access list"),
    RequirementKind.OTHER: N_("Requirement"),
}
DUE_FROM: dict[RequirementKind, str] = {
    RequirementKind.PASSPORT: N_("Travel documents due: {count}"),
    RequirementKind.VISA: N_("Visas due: {count}"),
    RequirementKind.INSURANCE: N_("Insurance policies due: {count}"),
    RequirementKind.NDA: N_("Non-disclosure agreements due: {count}"),
    RequirementKind.PHOTO: N_("Photos due: {count}"),
    RequirementKind.FLIGHT: N_("Flights due: {count}"),
    RequirementKind.CONSENT: N_("Consents due: {count}"),
    RequirementKind.FEE: N_("Fees due: {count}"),
    RequirementKind.ACCESS_DATA: N_("Data for access lists due: {count}"),
    RequirementKind.OTHER: N_("Requirements due: {count}"),
}
_NAMED_DUE = N_("{what}: due from {count}")
SETTLED = frozenset({ReadyState.RECEIVED, ReadyState.DONE, ReadyState.NOT_NEEDED})
"""States in which nothing more is due from somebody."""
_IN_ORDER = frozenset({VisaState.NOT_NEEDED, VisaState.GRANTED})


@dataclass(frozen=True, slots=True)
class Due:
    """Be one requirement with its day, None where that cannot be told yet.

    ``concerned`` are the delegates it is due from, ``missing`` those of them who are not in order.
    """

    requirement: r.Requirement
    day: dt.date | None
    concerned: tuple[UUID, ...]
    missing: tuple[UUID, ...]


def due_dates(plan: MissionPlan) -> tuple[Due, ...]:
    """Return every requirement of a mission with its day and who lacks it, the earliest first.

    Concerned are the travellers whose person is named: of its group, at its item or its place, else all.
    """
    found = []
    for one in plan.requirements:
        concerned = _concerned(plan, one)
        settled = _settled(plan, one)
        missing = tuple(each.id for each in concerned if each.id not in settled and not in_order(plan, one, each))
        found.append(Due(one, due_day(plan, one), tuple(each.id for each in concerned), missing))
    return tuple(sorted(found, key=_by_day))


def due_day(plan: MissionPlan, one: r.Requirement) -> dt.date | None:
    """Return the day a requirement is due: months, then days, counted back from its basis; None where unknown.

    Without a basis a day of its own counts, else departure.
    """
    basis = one.basis or (DueBasis.DATE if one.due is not None else DueBasis.DEPARTURE)
    if basis is DueBasis.DATE:
        day = one.due
    elif basis is DueBasis.ITEM:
        day = item.date if (item := plan.item(one.item_id)) is not None else None
    else:
        day = plan.mission.first_day
    if day is None:
        return None
    try:
        return day - relativedelta(months=one.before_months or 0, days=one.before_days or 0)
    except (OverflowError, ValueError):
        return None


def title(one: r.Requirement) -> Texts | Message:
    """Return how to call a requirement: its own name, else what kind it is of."""
    return one.name or Message(NAMES[one.kind or RequirementKind.OTHER])


def reminder(plan: MissionPlan, due: Due) -> Message:
    """Return how to remind of a requirement: what, and of how many delegates."""
    one, count = due.requirement, len(due.missing)
    if one.name:
        return Message.of(_NAMED_DUE, {"what": one.name.best("", plan.mission.languages), "count": count})
    return Message.of(DUE_FROM[one.kind or RequirementKind.OTHER], {"count": count})


def in_order(plan: MissionPlan, one: r.Requirement, delegate: r.Delegate) -> bool:
    """Tell whether what is known of a delegate settles a requirement, without anybody saying so."""
    person = plan.person(delegate.person_id)
    known: dict[RequirementKind | None, bool] = {
        RequirementKind.PASSPORT: delegate.document_expires is not None,
        RequirementKind.VISA: delegate.visa in _IN_ORDER,
        RequirementKind.INSURANCE: delegate.insurance in _IN_ORDER,
        RequirementKind.PHOTO: person is not None and person.photo is not None,
        RequirementKind.FLIGHT: delegate.arrival_id is not None and delegate.departure_id is not None,
        RequirementKind.CONSENT: delegate.consent_photo is not None and delegate.consent_contact is not None,
        RequirementKind.FEE: delegate.fee_state in (FeeState.PAID, FeeState.WAIVED),
    }
    return known.get(one.kind, False)


def settled_by(plan: MissionPlan, kind: RequirementKind, place_id: UUID | None = None) -> frozenset[UUID]:
    """Return the delegates who are in order with all requirements of a kind that concern them.

    With a place, those of other places say nothing. Where no requirement is of that kind nobody is settled.
    """
    some = [
        one
        for one in due_dates(plan)
        if one.requirement.kind is kind and one.requirement.place_id in (None, place_id)
    ]
    concerned = frozenset(each for one in some for each in one.concerned)
    return concerned - {each for one in some for each in one.missing}


def _by_day(one: Due) -> tuple[dt.date, int, str]:
    return one.day or dt.date.max, one.requirement.position, str(one.requirement.id)


def _settled(plan: MissionPlan, one: r.Requirement) -> frozenset[UUID]:
    states = plan.of("requirement_states", "requirement_id", one.id)
    return frozenset(each.delegate_id for each in states if each.state in SETTLED)


def _concerned(plan: MissionPlan, one: r.Requirement) -> list[r.Delegate]:
    some = [each for each in plan.travellers if (who := plan.person(each.person_id)) and not who.unnamed]
    if one.group_id is not None:
        members = plan.group_members.get(one.group_id, frozenset())
        some = [each for each in some if each.person_id in members]
    items = [item for item in (plan.item(one.item_id),) if item is not None]
    if not items and one.place_id is not None:
        items = list(plan.of("items", "place_id", one.place_id))
    if items:
        there = frozenset().union(*(plan.people_of(item) for item in items))
        some = [each for each in some if each.person_id in there]
    return some
