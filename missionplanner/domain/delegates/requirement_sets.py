"""Offer what delegates usually have to have in order, and bring over what another mission asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid4

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import due_day
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DueBasis, ItemStatus, RequirementKind


class RequirementSet(StrEnum):
    """A set of requirements that missions of a kind have."""

    EU_TRIP = "eu_trip"
    VISA_COUNTRY = "visa_country"
    SITES = "sites"


NAMES: dict[RequirementSet, str] = {
    RequirementSet.EU_TRIP: N_("Trip within the EU"),
    RequirementSet.VISA_COUNTRY: N_("Country with a visa"),
    RequirementSet.SITES: N_("Sites with an access list"),
}
NOTICE_DAYS = 30
"""Days before a visit by which a site wants its visitors' data where it does not say (DOMAIN §1)."""

_EU: tuple[tuple[RequirementKind, int], ...] = (
    (RequirementKind.FEE, 45),
    (RequirementKind.FLIGHT, 30),
    (RequirementKind.PASSPORT, 30),
    (RequirementKind.PHOTO, 21),
    (RequirementKind.CONSENT, 21),
    (RequirementKind.INSURANCE, 14),
)
_VISA: tuple[tuple[RequirementKind, int], ...] = (
    (RequirementKind.PASSPORT, 90),
    (RequirementKind.VISA, 30),
    (RequirementKind.FEE, 60),
    (RequirementKind.FLIGHT, 45),
    (RequirementKind.INSURANCE, 30),
    (RequirementKind.PHOTO, 45),
    (RequirementKind.CONSENT, 30),
)


@dataclass(frozen=True, slots=True)
class Brought:
    """Be the requirements to add, and how many were left because they are there already."""

    added: tuple[r.Requirement, ...]
    known: int


def offered(plan: MissionPlan, which: RequirementSet) -> Brought:
    """Return the requirements of a set that a mission does not have yet."""
    sites = _of_sites if which is RequirementSet.SITES else None
    rows = _EU if which is RequirementSet.EU_TRIP else _VISA
    return _new(plan, sites(plan) if sites is not None else _counted_back(plan, rows))


def copied(plan: MissionPlan, other: MissionPlan) -> Brought:
    """Return the requirements of another mission that this one does not have yet.

    Days of its own keep their distance from departure. One of a visit becomes one of the visit to the same
    place, else of departure; one of a group that of the group of the same name, else of everyone.
    """
    return _new(plan, (_adapted(plan, other, one) for one in other.requirements))


def _new(plan: MissionPlan, some: Iterable[r.Requirement]) -> Brought:
    there = {_identity(one) for one in plan.requirements}
    first = max((one.position for one in plan.requirements), default=-1) + 1
    made: list[r.Requirement] = []
    known = 0
    for one in some:
        if _identity(one) in there:
            known += 1
            continue
        there.add(_identity(one))
        made.append(replace(one, position=first + len(made)))
    return Brought(tuple(made), known)


def _identity(one: r.Requirement) -> tuple[object, ...]:
    own = one.name.best("").casefold() if one.name else ""
    return one.kind, own, one.place_id, one.group_id


def _counted_back(plan: MissionPlan, rows: Iterable[tuple[RequirementKind, int]]) -> Iterator[r.Requirement]:
    for kind, days in rows:
        yield r.Requirement(mission_id=plan.mission.id, kind=kind, basis=DueBasis.DEPARTURE, before_days=days)


def _of_sites(plan: MissionPlan) -> Iterator[r.Requirement]:
    for place in plan.places:
        visit = _first_at(plan, place.id)
        if visit is None:
            continue
        days = place.notice_days or NOTICE_DAYS
        kinds: list[tuple[RequirementKind, object]] = [
            (RequirementKind.ACCESS_DATA, place.access_fields or place.id_required or place.notice_days),
            (RequirementKind.NDA, place.nda),
        ]
        for kind, wanted in kinds:
            if wanted:
                yield r.Requirement(
                    mission_id=plan.mission.id,
                    kind=kind,
                    basis=DueBasis.ITEM,
                    item_id=visit.id,
                    place_id=place.id,
                    before_days=days,
                )


def _first_at(plan: MissionPlan, place_id: UUID | None) -> r.AgendaItem | None:
    """Return the first item at a place that has a day and is not cancelled."""
    if place_id is None:
        return None
    some = (item for item in plan.items if item.place_id == place_id and item.date is not None)
    return next((item for item in some if item.status is not ItemStatus.CANCELLED), None)


def _adapted(plan: MissionPlan, other: MissionPlan, one: r.Requirement) -> r.Requirement:
    old = other.item(one.item_id)
    place_id = one.place_id or (old.place_id if old is not None else None)
    visit = _first_at(plan, place_id)
    made = replace(
        one,
        id=uuid4(),
        created_at=None,
        updated_at=None,
        mission_id=plan.mission.id,
        item_id=visit.id if visit is not None and one.item_id is not None else None,
        place_id=one.place_id if visit is not None else None,
        group_id=_same_group(plan, other, one.group_id),
        due=_shifted(plan, other, one.due),
    )
    if one.basis is DueBasis.ITEM and visit is None:
        day = due_day(other, one)
        if day is not None:  # as long before departure as it was there
            days = max(0, (other.mission.first_day - day).days)
            made = replace(made, before_days=days, before_months=None)
        return replace(made, basis=DueBasis.DEPARTURE)
    return made


def _shifted(plan: MissionPlan, other: MissionPlan, day: dt.date | None) -> dt.date | None:
    return plan.mission.first_day - (other.mission.first_day - day) if day is not None else None


def _same_group(plan: MissionPlan, other: MissionPlan, group_id: UUID | None) -> UUID | None:
    old = other.group(group_id)
    if old is None:
        return None
    called: Callable[[r.Group], str] = lambda one: one.name.best("").casefold() if one.name else ""  # noqa: E731
    return next((one.id for one in plan.groups if called(one) and called(one) == called(old)), None)
