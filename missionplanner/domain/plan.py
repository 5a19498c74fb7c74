"""Hold one mission as a value: what checks, paper, exports and boards read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.owned import Owned, parts_of
from missionplanner.domain.vocabulary import DelegateStatus

R = TypeVar("R", bound=r.Record)

TRAVELLING = frozenset({None, DelegateStatus.CONFIRMED, DelegateStatus.SELECTED})
"""States of the delegates that "everyone" means (EXCHANGE §2)."""


@dataclass(frozen=True)
class MissionPlan(Owned):
    """Be one mission with everything it refers to, as it was at one moment. Immutable; goes to any thread.

    Tuples are in the order people see: ``items`` by day, position, start; the rest by position.
    """

    mission: r.Mission
    destinations: tuple[r.Destination, ...] = ()
    organisers: tuple[r.Organiser, ...] = ()
    objectives: tuple[r.Objective, ...] = ()
    initiatives: tuple[r.Initiative, ...] = ()
    initiative_members: tuple[r.InitiativeMember, ...] = ()
    organisations: tuple[r.Organisation, ...] = ()
    people: tuple[r.Person, ...] = ()
    places: tuple[r.Place, ...] = ()
    groups: tuple[r.Group, ...] = ()
    delegates: tuple[r.Delegate, ...] = ()
    delegate_groups: tuple[r.DelegateGroup, ...] = ()
    requirements: tuple[r.Requirement, ...] = ()
    requirement_states: tuple[r.RequirementState, ...] = ()
    access_entries: tuple[r.AccessEntry, ...] = ()
    partners: tuple[r.Partner, ...] = ()
    partner_contacts: tuple[r.PartnerContact, ...] = ()
    partner_requests: tuple[r.PartnerRequest, ...] = ()
    items: tuple[r.AgendaItem, ...] = ()
    item_hosts: tuple[r.ItemHost, ...] = ()
    item_people: tuple[r.ItemPerson, ...] = ()
    audience_groups: tuple[r.AudienceGroup, ...] = ()
    audience_people: tuple[r.AudiencePerson, ...] = ()
    item_objectives: tuple[r.ItemObjective, ...] = ()
    pitches: tuple[r.Pitch, ...] = ()
    item_options: tuple[r.ItemOption, ...] = ()
    seating_tables: tuple[r.SeatingTable, ...] = ()
    seats: tuple[r.Seat, ...] = ()
    journeys: tuple[r.Journey, ...] = ()
    vehicles: tuple[r.Vehicle, ...] = ()
    legs: tuple[r.Leg, ...] = ()
    passengers: tuple[r.LegPassenger, ...] = ()
    stays: tuple[r.Stay, ...] = ()
    guests: tuple[r.StayGuest, ...] = ()
    matchmaking: tuple[r.Matchmaking, ...] = ()
    slots: tuple[r.Slot, ...] = ()
    tables: tuple[r.Table, ...] = ()
    participants: tuple[r.Participant, ...] = ()
    participant_people: tuple[r.ParticipantPerson, ...] = ()
    meeting_requests: tuple[r.MeetingRequest, ...] = ()
    meetings: tuple[r.Meeting, ...] = ()
    interpreters: tuple[r.SessionInterpreter, ...] = ()
    meeting_orders: tuple[r.MeetingOrder, ...] = ()
    acceptances: tuple[r.Acceptance, ...] = ()
    check_options: tuple[r.CheckOption, ...] = ()
    refs: tuple[r.FileRef, ...] = ()
    issued: tuple[r.IssuedDocument, ...] = ()
    issued_blocks: tuple[r.IssuedBlock, ...] = ()
    changed_at: dt.datetime | None = field(default=None)
    """When the mission last changed, in UTC: the time its paper bears."""

    # -- one record by its id ---------------------------------------------------------------------

    @cached_property
    def _by_id(self) -> dict[int, r.Record]:
        """Return every record by the number its id is, which is found four times faster than the id itself."""
        return {one.id.int: one for name in PARTS for one in getattr(self, name)}

    def get(self, kind: type[R], identity: UUID | None) -> R | None:
        """Return the record of this kind and id, None where the plan has none."""
        found = self._by_id.get(identity.int) if identity is not None else None
        return found if isinstance(found, kind) else None

    def person(self, identity: UUID | None) -> r.Person | None:
        return self.get(r.Person, identity)

    def organisation(self, identity: UUID | None) -> r.Organisation | None:
        return self.get(r.Organisation, identity)

    def place(self, identity: UUID | None) -> r.Place | None:
        return self.get(r.Place, identity)

    def group(self, identity: UUID | None) -> r.Group | None:
        return self.get(r.Group, identity)

    def item(self, identity: UUID | None) -> r.AgendaItem | None:
        return self.get(r.AgendaItem, identity)

    def leg(self, identity: UUID | None) -> r.Leg | None:
        return self.get(r.Leg, identity)

    @cached_property
    def _refs(self) -> dict[UUID, str]:
        return {one.record_id: one.ref for one in self.refs if one.ref is not None}

    def ref(self, identity: UUID) -> str:
        """Return the id the mission's file gave a record, else its UUID (EXCHANGE §1)."""
        return self._refs.get(identity) or str(identity)

    # -- records of one owner ---------------------------------------------------------------------

    def hosts(self, item: r.AgendaItem) -> tuple[r.Organisation, ...]:
        """Return the organisations that host an item."""
        hosts = self.of("item_hosts", "item_id", item.id)
        return self._present(self.organisation(one.organisation_id) for one in hosts) if hosts else ()

    def item_roles(self, item: r.AgendaItem) -> tuple[r.ItemPerson, ...]:
        return self.of("item_people", "item_id", item.id)

    def item_pitches(self, item: r.AgendaItem) -> tuple[r.Pitch, ...]:
        return self.of("pitches", "item_id", item.id)

    def item_groups(self, item: r.AgendaItem) -> tuple[r.Group, ...]:
        """Return the groups an item is meant for, in the mission's order of groups."""
        wanted = {one.group_id for one in self.of("audience_groups", "item_id", item.id)}
        if not wanted:
            return ()
        return tuple(group for group in self.groups if group.id in wanted)

    def groups_of(self, delegate: r.Delegate) -> tuple[r.Group, ...]:
        return self._present(
            self.group(one.group_id) for one in self.of("delegate_groups", "delegate_id", delegate.id)
        )

    def leg_passengers(self, leg: r.Leg) -> tuple[r.LegPassenger, ...]:
        return self.of("passengers", "leg_id", leg.id)

    def stay_guests(self, stay: r.Stay) -> tuple[r.StayGuest, ...]:
        return self.of("guests", "stay_id", stay.id)

    def item_tables(self, item: r.AgendaItem) -> tuple[r.SeatingTable, ...]:
        """Return the tables people are seated at in an item."""
        return self.of("seating_tables", "item_id", item.id)

    def table_seats(self, table: r.SeatingTable) -> tuple[r.Seat, ...]:
        return self.of("seats", "table_id", table.id)

    def session_interpreters(self, session: r.Matchmaking) -> tuple[r.SessionInterpreter, ...]:
        return self.of("interpreters", "matchmaking_id", session.id)

    def session_orders(self, session: r.Matchmaking) -> tuple[r.MeetingOrder, ...]:
        """Return which meetings of a session have to come before which."""
        return self.of("meeting_orders", "matchmaking_id", session.id)

    def interpreted_by(self, person: UUID) -> tuple[r.Meeting, ...]:
        """Return the meetings a person interprets."""
        return self.of("meetings", "interpreter_id", person)

    @staticmethod
    def _present(found: Iterable[R | None]) -> tuple[R, ...]:
        return tuple(one for one in found if one is not None)

    # -- people -----------------------------------------------------------------------------------

    @cached_property
    def travellers(self) -> tuple[r.Delegate, ...]:
        """Return the delegates that "everyone" means: confirmed, selected or of unknown status."""
        return tuple(one for one in self.delegates if one.status in TRAVELLING)

    @cached_property
    def everyone(self) -> frozenset[UUID]:
        """Return the ids of the people among the travellers, with the unnamed ones that things are assigned to."""
        return frozenset(one.person_id for one in self.travellers if one.person_id is not None)

    @cached_property
    def delegate_by_person(self) -> Mapping[UUID, r.Delegate]:
        return {one.person_id: one for one in self.delegates if one.person_id is not None}

    def is_named(self, delegate: r.Delegate) -> bool:
        """Tell whether it is known who a delegate is: not a place that nobody was named for yet."""
        person = self.person(delegate.person_id)
        return person is not None and not person.unnamed

    def label(self, identity: UUID | None) -> str:
        """Return what to call a person: by name, else by the organisation whose place it is, else ""."""
        person = self.person(identity)
        if person is None:
            return ""
        delegate = self.delegate_by_person.get(person.id)
        place_of = (delegate.place_of_id if delegate is not None else None) or person.organisation_id
        return person.full_name or person.native_name or _short(self.organisation(place_of))

    @cached_property
    def group_members(self) -> Mapping[UUID, frozenset[UUID]]:
        """Return the travelling people of each group."""
        members: dict[UUID, set[UUID]] = {group.id: set() for group in self.groups}
        people = {one.id: one.person_id for one in self.travellers if one.person_id is not None}
        for one in self.delegate_groups:
            if one.delegate_id in people and one.group_id in members:
                members[one.group_id].add(people[one.delegate_id])
        return {group: frozenset(some) for group, some in members.items()}

    def audience(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return the people an item is meant for, without those who only play a role in it (EXCHANGE §2)."""
        key = (item.id.int, item.audience_limited)
        found = self._audiences.get(key)
        if found is None:
            found = self._audiences[key] = self._audience(item)
        return found

    @cached_property
    def _audiences(self) -> dict[tuple[int, bool], frozenset[UUID]]:
        return {}

    def _audience(self, item: r.AgendaItem) -> frozenset[UUID]:
        if not item.audience_limited:
            return self.everyone
        groups = self.of("audience_groups", "item_id", item.id)
        named = self.of("audience_people", "item_id", item.id)
        included = {one.person_id for one in named if not one.excepted}
        excepted = {one.person_id for one in named if one.excepted}
        if excepted and not included and not groups:
            return self.everyone - excepted
        for one in groups:
            included |= self.group_members.get(one.group_id, frozenset())
        return frozenset(included - excepted)

    def people_of(self, item: r.AgendaItem) -> frozenset[UUID]:
        """Return everyone who is at an item: its audience and those with a role in it."""
        roles = self.item_roles(item)
        return self.audience(item) | {one.person_id for one in roles} if roles else self.audience(item)

    def travellers_of(self, leg: r.Leg) -> frozenset[UUID]:
        """Return who travels on a leg: its passengers, everyone where none are named."""
        named = self.leg_passengers(leg)
        return frozenset(one.person_id for one in named) if named else self.everyone

    # -- days -------------------------------------------------------------------------------------

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Return every day from the first to the last of the mission, and those outside that have items."""
        first, last = self.mission.first_day, self.mission.last_day
        span = {first + dt.timedelta(days=n) for n in range(max(0, (last - first).days) + 1)}
        return tuple(sorted(span | {item.date for item in self.items if item.date is not None}))

    def items_on(self, day: dt.date | None) -> tuple[r.AgendaItem, ...]:
        """Return the items of a day in their order; None gives the shelf."""
        return self._by_day.get(day, ())

    @cached_property
    def _by_day(self) -> dict[dt.date | None, tuple[r.AgendaItem, ...]]:
        found: dict[dt.date | None, list[r.AgendaItem]] = {}
        for item in self.items:
            found.setdefault(item.date, []).append(item)
        return {day: tuple(items) for day, items in found.items()}

    def changed(self, **parts: Any) -> MissionPlan:
        """Return the plan with other records in some parts; look-ups in the parts that stay are kept.

        A drag asks for one such plan per frame: what it does not touch must not be looked up again.
        """
        after = replace(self, **parts)
        known = self._indexes.copy()  # at once: what checks this plan in another thread may add to it meanwhile
        after.__dict__["_indexes"] = {key: index for key, index in known.items() if key[0] not in parts}
        if _AUDIENCES.isdisjoint(parts):
            after.__dict__["_audiences"] = self._audiences  # both plans fill and use the same one
        for name, read in _READ_BY.items():
            if name in self.__dict__ and read.isdisjoint(parts):
                after.__dict__[name] = self.__dict__[name]
        if "_by_id" in self.__dict__:
            after.__dict__["_by_id"] = self._by_id_after(parts)
        return after

    def _by_id_after(self, parts: Mapping[str, Any]) -> dict[int, r.Record]:
        found = self._by_id.copy()
        for name in PARTS.keys() & parts.keys():
            for one in getattr(self, name):
                found.pop(one.id.int, None)
        for name in PARTS.keys() & parts.keys():
            found.update((one.id.int, one) for one in parts[name])
        return found

    def with_(self, item: r.AgendaItem) -> MissionPlan:
        """Return the plan as it would be with this item instead of the one of the same id."""
        return self.changed(items=in_order(item if one.id == item.id else one for one in self.items))


def _short(organisation: r.Organisation | None) -> str:
    names = (organisation.short, organisation.name, organisation.native_name) if organisation is not None else ()
    return next((one for one in names if one), "")


def in_order(items: Iterable[r.AgendaItem]) -> tuple[r.AgendaItem, ...]:
    """Sort items as a programme shows them: by day (the shelf last), position, start, id (EXCHANGE §2)."""
    return tuple(
        sorted(
            items,
            key=lambda item: (
                item.date or dt.date.max,
                item.position,
                item.start or dt.time.max,
                item.id.int,
            ),
        )
    )


_DELEGATES = frozenset({"delegates"})
_GROUPS = _DELEGATES | {"delegate_groups", "groups"}
_AUDIENCES = _GROUPS | {"audience_groups", "audience_people"}
_READ_BY: dict[str, frozenset[str]] = {
    "travellers": _DELEGATES,
    "everyone": _DELEGATES,
    "delegate_by_person": _DELEGATES,
    "group_members": _GROUPS,
    "_by_day": frozenset({"items"}),
    "_refs": frozenset({"refs"}),
    "days": frozenset({"mission", "items"}),
}
"""Look-up of a plan → parts it is made from."""


@dataclass(frozen=True)
class MissionRecord(Owned):
    """Be what a mission cost, what came of it and what it is remembered by: what the report reads.

    ``value_chains`` are those of the clusters the mission refers to.
    """

    budget: tuple[r.BudgetLine, ...] = ()
    payer_shares: tuple[r.PayerShare, ...] = ()
    quotes: tuple[r.Quote, ...] = ()
    expenses: tuple[r.Expense, ...] = ()
    attendance: tuple[r.Attendance, ...] = ()
    outcomes: tuple[r.Outcome, ...] = ()
    followups: tuple[r.FollowUp, ...] = ()
    agreements: tuple[r.Agreement, ...] = ()
    agreement_parties: tuple[r.AgreementParty, ...] = ()
    photos: tuple[r.Photo, ...] = ()
    survey_questions: tuple[r.SurveyQuestion, ...] = ()
    survey_answers: tuple[r.SurveyAnswer, ...] = ()
    field_notes: tuple[r.FieldNote, ...] = ()
    contacts_made: tuple[r.ContactMade, ...] = ()
    contact_notes: tuple[r.ContactNote, ...] = ()
    value_chains: tuple[r.ValueChain, ...] = ()

    def attendance_at(self, item: r.AgendaItem) -> tuple[r.Attendance, ...]:
        return self.of("attendance", "item_id", item.id)

    def outcomes_of(self, one: r.AgendaItem | r.Meeting) -> tuple[r.Outcome, ...]:
        """Return what came of an item, or of a meeting."""
        return self.of("outcomes", "meeting_id" if isinstance(one, r.Meeting) else "item_id", one.id)

    def photos_of(self, item: r.AgendaItem) -> tuple[r.Photo, ...]:
        return self.of("photos", "item_id", item.id)

    def answers_to(self, question: r.SurveyQuestion) -> tuple[r.SurveyAnswer, ...]:
        return self.of("survey_answers", "question_id", question.id)


@dataclass(frozen=True)
class Dossier:
    """Be a mission complete, as a file carries it. ``confidential`` is empty unless it was asked for."""

    plan: MissionPlan
    record: MissionRecord = field(default_factory=MissionRecord)
    confidential: tuple[r.Confidential, ...] = ()


PARTS: dict[str, type[r.Record]] = parts_of(MissionPlan)
"""Field of MissionPlan → kind of the records in it."""

PART_OF: dict[type[r.Record], str] = {kind: name for name, kind in PARTS.items()}
"""Kind of record → field of MissionPlan that holds them."""

RECORD_PARTS: dict[str, type[r.Record]] = parts_of(MissionRecord)
"""Field of MissionRecord → kind of the records in it."""
