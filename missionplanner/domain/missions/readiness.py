"""Tell how far a mission is: what is due next, and how much of what it needs is there (DOMAIN §1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import due_dates, reminder
from missionplanner.domain.partners.partnering import chase_day
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.reminders import milestones
from missionplanner.domain.vocabulary import (
    DelegateStatus,
    FollowUpState,
    ItemKind,
    ItemRole,
    ItemStatus,
    MissionStatus,
    VisaState,
)

_VISITS = frozenset({ItemKind.SITE_VISIT, ItemKind.INSTITUTIONAL_MEETING, ItemKind.WORKING_TABLE})
_NO_PROMISE = frozenset({ItemKind.FREE_TIME, ItemKind.LOGISTICS})
_OVER = frozenset({MissionStatus.ARCHIVED, MissionStatus.CANCELLED})
_BEFORE = frozenset({None, MissionStatus.IDEA, MissionStatus.PLANNING, MissionStatus.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Deadline:
    """Be one thing that is due: ``about`` are the records it is about, for the window to lead there."""

    key: str
    day: dt.date
    what: Message
    about: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """Be how many of the things a mission needs are there."""

    key: str
    what: Message
    done: int
    total: int
    missing: tuple[UUID, ...] = ()


def deadlines(plan: MissionPlan, record: MissionRecord, today: dt.date) -> tuple[Deadline, ...]:
    """Return what is due, overdue first, from the usual deadlines of a mission's phases and from its data.

    Nothing is due for a mission that is archived or cancelled, and of a usual deadline that has passed nobody
    is reminded: what the data says is missing is reminded of itself.
    """
    if plan.mission.status in _OVER:
        return ()
    usual = [one for one in _usual(plan) if one.day >= today]
    found = [
        *usual,
        *_of_items(plan, today),
        *_of_partners(plan),
        *_of_delegates(plan, today),
        *_of_requirements(plan, today),
        *_of_record(record),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.key, str(one.about))))


def counts(plan: MissionPlan) -> tuple[Count, ...]:
    """Return how much of what the mission needs is there; what it has none of is left out."""
    some = (_confirmed(plan), _placed(plan), _hosts(plan), _named(plan), _leaders(plan), _documents(plan))
    return tuple(one for one in some if one.total)


def departs_in(plan: MissionPlan, today: dt.date) -> int:
    """Return the days to departure; negative once it has gone."""
    return (plan.mission.first_day - today).days


def _due(key: str, day: dt.date, text: str, about: tuple[UUID, ...] = (), **arguments: Any) -> Deadline:
    return Deadline(key, day, Message.of(text, arguments), about)


def _usual(plan: MissionPlan) -> Iterator[Deadline]:
    mission = plan.mission
    departs = mission.first_day
    if mission.status in _BEFORE:
        yield _due("concept", departs - relativedelta(months=6), N_("Concept note"))
        if any(one.status in (DelegateStatus.INVITED, DelegateStatus.APPLIED) for one in plan.delegates):
            yield _due("call", departs - relativedelta(weeks=6), N_("Close the call and select the delegates"))
        if plan.matchmaking or any(item.kind is ItemKind.B2B for item in plan.items):
            yield _due("b2b", departs - relativedelta(weeks=3), N_("Open the B2B requests"))
        if plan.items:
            yield _due("print", departs - relativedelta(days=2), N_("Freeze the programme and print"))
    for one, day in milestones(mission):
        yield _due(one.key, day, one.deadline)


def _of_items(plan: MissionPlan, today: dt.date) -> Iterator[Deadline]:
    departs = plan.mission.first_day
    if departs < today:
        return
    open_items = _promised(plan, confirmed=False)
    if open_items:
        day = departs - dt.timedelta(days=14)
        about = tuple(one.id for one in open_items)
        yield _due("unconfirmed", day, N_("Items to confirm: {count}"), about, count=len(about))
    for place in plan.places:
        items = [item for item in plan.items if item.place_id == place.id and item.date is not None]
        live = [item for item in items if item.status is not ItemStatus.CANCELLED]
        first = min((item.date for item in live if item.date is not None), default=None)
        if place.notice_days and first is not None:
            day = first - dt.timedelta(days=place.notice_days)
            text = N_("Visitor list to {place}")
            yield _due("access", day, text, tuple(one.id for one in live), place=place.name or "")


def _of_partners(plan: MissionPlan) -> Iterator[Deadline]:
    for partner in plan.partners:
        chase = chase_day(partner.state, plan.of("partner_requests", "partner_id", partner.id))
        if chase is not None:
            organisation = plan.organisation(partner.organisation_id)
            name = (organisation.name or organisation.short or "") if organisation else ""
            yield _due("chase", chase, N_("Ask {organisation} again"), (partner.id,), organisation=name)


def _of_delegates(plan: MissionPlan, today: dt.date) -> Iterator[Deadline]:
    departs = plan.mission.first_day
    if departs < today:
        return
    documents = _documents(plan)
    if documents.missing:
        day, text = departs - dt.timedelta(days=45), N_("Travel documents missing: {count}")
        yield _due("documents", day, text, documents.missing, count=len(documents.missing))
    visas = tuple(one.id for one in plan.travellers if one.visa in (VisaState.NEEDED, VisaState.APPLIED))
    if visas:
        day, text = departs - dt.timedelta(days=14), N_("Visas not granted yet: {count}")
        yield _due("visas", day, text, visas, count=len(visas))
    places = tuple(one.id for one in plan.travellers if not plan.is_named(one))
    if places:
        day, text = departs - dt.timedelta(weeks=6), N_("Places without a name: {count}")
        yield _due("places", day, text, places, count=len(places))


def _of_requirements(plan: MissionPlan, today: dt.date) -> Iterator[Deadline]:
    if plan.mission.first_day < today:
        return
    for due in due_dates(plan):
        if due.day is not None and due.missing:
            about = (due.requirement.id, *due.missing)
            yield Deadline("requirement", due.day, reminder(plan, due), about)


def _of_record(record: MissionRecord) -> Iterator[Deadline]:
    for one in record.followups:
        if one.due is not None and one.state not in (FollowUpState.DONE, FollowUpState.DROPPED):
            text = one.text.best("") if one.text else ""
            yield _due("followup", one.due, N_("Follow-up: {what}"), (one.id,), what=text)


def _promised(plan: MissionPlan, *, confirmed: bool) -> list[r.AgendaItem]:
    """Return the items somebody has to confirm, or has confirmed."""
    rows = [
        item
        for item in plan.items
        if item.date is not None
        and item.kind not in _NO_PROMISE
        and item.status not in (ItemStatus.CANCELLED, ItemStatus.IDEA)
    ]
    return [item for item in rows if (item.status is ItemStatus.CONFIRMED) == confirmed]


def _count(key: str, text: str, done: int, missing: tuple[UUID, ...]) -> Count:
    return Count(key, Message.of(text, {}), done, done + len(missing), missing)


def _confirmed(plan: MissionPlan) -> Count:
    missing = tuple(item.id for item in _promised(plan, confirmed=False))
    return _count("items", N_("Items confirmed"), len(_promised(plan, confirmed=True)), missing)


def _placed(plan: MissionPlan) -> Count:
    visits = [one for one in plan.items if one.kind in _VISITS and one.status is not ItemStatus.CANCELLED]
    missing = tuple(one.id for one in visits if one.place_id is None and not one.place_text)
    return _count("places", N_("Visits and meetings with a place"), len(visits) - len(missing), missing)


def _hosts(plan: MissionPlan) -> Count:
    hosts = dict.fromkeys(one.organisation_id for one in plan.item_hosts)
    partners = {one.id: one.organisation_id for one in plan.partners}
    reached = {partners.get(one.partner_id) for one in plan.partner_contacts}
    for role in plan.item_people:
        person = plan.person(role.person_id)
        if role.role is ItemRole.HOST_CONTACT and person is not None:
            own = plan.of("item_hosts", "item_id", role.item_id)
            reached |= {person.organisation_id} if person.organisation_id else {one.organisation_id for one in own}
    missing = tuple(one for one in hosts if one not in reached)
    return _count("hosts", N_("Hosts with a contact"), len(hosts) - len(missing), missing)


def _named(plan: MissionPlan) -> Count:
    missing = tuple(one.id for one in plan.travellers if not plan.is_named(one))
    return _count("delegates", N_("Delegates with a name"), len(plan.travellers) - len(missing), missing)


def _leaders(plan: MissionPlan) -> Count:
    missing = tuple(one.id for one in plan.groups if one.leader_id is None)
    return _count("leaders", N_("Groups with a leader"), len(plan.groups) - len(missing), missing)


def _documents(plan: MissionPlan) -> Count:
    """Return who has a travel document, once the first is recorded: a mission at home needs none."""
    people = [one for one in plan.travellers if plan.is_named(one)]
    have = [one for one in people if one.document_expires is not None]
    missing = tuple(one.id for one in people if one.document_expires is None) if have else ()
    return _count("documents", N_("Delegates with a travel document"), len(have), missing)
