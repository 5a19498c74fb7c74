"""See one B2B session as a whole: its slots in time, its tables, who takes part with whom, who meets when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.clock import Span, utc
from missionplanner.domain.delegates.delegation import organisation_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone, item_times
from missionplanner.domain.vocabulary import MeetingState, Side

_FAR = 1_000_000


@dataclass(frozen=True, slots=True)
class Seated:
    """Be a participant: its organisation, and who sits for it as far as anybody said or the delegation tells."""

    participant: r.Participant
    organisation: r.Organisation | None
    people: tuple[r.Person, ...] = ()

    @property
    def id(self) -> UUID:
        """Return the id of the organisation: what wishes and meetings name."""
        return self.participant.organisation_id

    @property
    def name(self) -> str:
        return name_of(self.organisation)

    @property
    def side(self) -> Side | None:
        return self.participant.side


@dataclass(frozen=True)
class Session:
    """Be one B2B session of a plan. Immutable; look-ups are worked out once.

    Slots go by their number (``Slot.position``) and are given in the order of time; organisations by their id;
    tables by their name.
    """

    plan: MissionPlan
    record: r.Matchmaking

    @property
    def id(self) -> UUID:
        return self.record.id

    def title(self, language: str = "") -> str:
        """Return the title in a language, else in one of the mission's; "" where it has none."""
        texts = self.record.title
        return texts.best(language, self.plan.mission.languages) if texts is not None else ""

    # -- time -------------------------------------------------------------------------------------

    @cached_property
    def slots(self) -> tuple[r.Slot, ...]:
        """Return the slots in the order of time."""
        own: tuple[r.Slot, ...] = self.plan.of("slots", "matchmaking_id", self.id)
        return tuple(sorted(own, key=lambda one: (one.date, one.start, one.position)))

    @cached_property
    def _by_number(self) -> dict[int, r.Slot]:
        return {one.position: one for one in self.slots}

    @cached_property
    def rank(self) -> dict[int, int]:
        """Return which place in time each slot has, by its number."""
        return {one.position: rank for rank, one in enumerate(self.slots)}

    def slot(self, number: int | None) -> r.Slot | None:
        """Return the slot of a number, None where there is none."""
        return self._by_number.get(number) if number is not None else None

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        return tuple(dict.fromkeys(one.date for one in self.slots))

    def slots_on(self, day: dt.date) -> tuple[r.Slot, ...]:
        return tuple(one for one in self.slots if one.date == day)

    def zone(self, day: dt.date) -> str:
        """Return the zone of the slots of a day: that of the session's item, else of the day."""
        return zone_of(self.plan, self.record, day)

    def span(self, slot: r.Slot) -> Span:
        """Return a slot's stretch in UTC; an end before its start is on the next day."""
        return self._spans[slot.position]

    @cached_property
    def _spans(self) -> dict[int, Span]:
        zones = {day: self.zone(day) for day in self.days}
        return {one.position: _span(one, zones[one.date]) for one in self.slots}

    # -- who and where ----------------------------------------------------------------------------

    @cached_property
    def tables(self) -> tuple[r.Table, ...]:
        own: tuple[r.Table, ...] = self.plan.of("tables", "matchmaking_id", self.id)
        return tuple(sorted(own, key=lambda one: (one.position, one.name)))

    def table(self, name: str | None) -> r.Table | None:
        return self._tables_by_name.get(name)

    @cached_property
    def _tables_by_name(self) -> dict[str | None, r.Table]:
        return {one.name: one for one in reversed(self.tables)}

    @cached_property
    def participants(self) -> tuple[Seated, ...]:
        """Return who takes part, each organisation once, in their order."""
        own: tuple[r.Participant, ...] = self.plan.of("participants", "matchmaking_id", self.id)
        first: dict[UUID, r.Participant] = {}
        for one in sorted(own, key=lambda each: each.position):
            first.setdefault(one.organisation_id, one)
        return tuple(
            Seated(one, self.plan.organisation(one.organisation_id), self._people(one)) for one in first.values()
        )

    @cached_property
    def _by_organisation(self) -> dict[UUID, Seated]:
        return {one.id: one for one in self.participants}

    def participant(self, organisation: UUID) -> Seated | None:
        """Return an organisation as participant, None where it takes no part."""
        return self._by_organisation.get(organisation)

    def people_of(self, organisation: UUID) -> tuple[r.Person, ...]:
        """Return who sits for an organisation; nobody where it takes no part."""
        seated = self._by_organisation.get(organisation)
        return seated.people if seated is not None else ()

    def name(self, organisation: UUID) -> str:
        """Return the short name of an organisation, else its name."""
        return name_of(self.plan.organisation(organisation))

    def _people(self, one: r.Participant) -> tuple[r.Person, ...]:
        """Return the people named for a participant, else its delegates, else who of it the mission knows."""
        named = self.plan.of("participant_people", "participant_id", one.id)
        found = (self.plan.person(each.person_id) for each in sorted(named, key=lambda each: int(each.position)))
        people = tuple(each for each in found if each is not None)
        return people or self._own_people.get(one.organisation_id, ())

    @cached_property
    def _own_people(self) -> dict[UUID, tuple[r.Person, ...]]:
        """Return who comes from each organisation that takes part: its delegates, else who of it is known."""
        plan = self.plan
        taking = {one.organisation_id for one in plan.of("participants", "matchmaking_id", self.id)}
        travelling: dict[UUID, list[r.Person]] = {}
        for delegate in plan.travellers:
            person, owner = plan.person(delegate.person_id), organisation_of(plan, delegate)
            if owner in taking and owner is not None and person is not None:
                travelling.setdefault(owner, []).append(person)
        known: dict[UUID, list[r.Person]] = {}
        for person in plan.people:
            owner = person.organisation_id
            if owner in taking and owner is not None and not person.unnamed:
                known.setdefault(owner, []).append(person)
        return {owner: tuple(some) for owner, some in {**known, **travelling}.items()}

    @cached_property
    def interpreters(self) -> tuple[r.SessionInterpreter, ...]:
        return self.plan.session_interpreters(self.record)

    def interpreter(self, person: UUID | None) -> r.SessionInterpreter | None:
        return next((one for one in self.interpreters if one.person_id == person), None)

    # -- wishes and meetings ----------------------------------------------------------------------

    @cached_property
    def requests(self) -> tuple[r.MeetingRequest, ...]:
        own: tuple[r.MeetingRequest, ...] = self.plan.of("meeting_requests", "matchmaking_id", self.id)
        return tuple(sorted(own, key=lambda one: one.position))

    @cached_property
    def said(self) -> dict[tuple[UUID, UUID], r.MeetingRequest]:
        """Return what one organisation said of another; of several things, the last."""
        return {(one.from_id, one.to_id): one for one in self.requests}

    @cached_property
    def meetings(self) -> tuple[r.Meeting, ...]:
        """Return all meetings in their order, the cancelled among them."""
        own: tuple[r.Meeting, ...] = self.plan.of("meetings", "matchmaking_id", self.id)
        return tuple(sorted(own, key=lambda one: one.position))

    def meeting(self, identity: UUID | None) -> r.Meeting | None:
        return self._meetings_by_id.get(identity)

    @cached_property
    def _meetings_by_id(self) -> dict[UUID | None, r.Meeting]:
        return {one.id: one for one in self.meetings}

    @cached_property
    def live(self) -> tuple[r.Meeting, ...]:
        """Return the meetings that are not cancelled, in time; those without a slot last."""
        kept = [one for one in self.meetings if is_live(one)]
        return tuple(sorted(kept, key=self._in_time))

    def _in_time(self, one: r.Meeting) -> tuple[int, int]:
        return (self.rank.get(one.slot, _FAR) if one.slot is not None else _FAR), one.position

    @cached_property
    def placed(self) -> tuple[r.Meeting, ...]:
        """Return the live meetings that have a slot, in time."""
        return tuple(one for one in self.live if self.slot(one.slot) is not None)

    @cached_property
    def waiting(self) -> tuple[r.Meeting, ...]:
        """Return the live meetings that have no slot yet."""
        return tuple(one for one in self.live if self.slot(one.slot) is None)

    def meetings_in(self, slot: int) -> tuple[r.Meeting, ...]:
        """Return the live meetings of a slot."""
        return self._in_slots.get(slot, ())

    @cached_property
    def _in_slots(self) -> dict[int, tuple[r.Meeting, ...]]:
        found: dict[int, list[r.Meeting]] = {}
        for one in self.placed:
            found.setdefault(one.slot if one.slot is not None else -1, []).append(one)
        return {slot: tuple(some) for slot, some in found.items()}

    def meeting_at(self, slot: int, table: str | None) -> r.Meeting | None:
        """Return the live meeting at a table in a slot; None where nobody meets there."""
        return next((one for one in self.meetings_in(slot) if one.table == table), None)

    def meetings_of(self, organisation: UUID) -> tuple[r.Meeting, ...]:
        """Return the live meetings of an organisation, in time; those without a slot last."""
        return self._of_organisation.get(organisation, ())

    @cached_property
    def _of_organisation(self) -> dict[UUID, tuple[r.Meeting, ...]]:
        found: dict[UUID, list[r.Meeting]] = {}
        for one in self.live:
            for side in {one.a_id: None, one.b_id: None}:
                found.setdefault(side, []).append(one)
        return {owner: tuple(some) for owner, some in found.items()}

    def meeting_of(self, organisation: UUID, slot: int) -> r.Meeting | None:
        """Return the live meeting an organisation has in a slot, None where it has none."""
        return next((one for one in self.meetings_of(organisation) if one.slot == slot), None)

    def sits(self, one: r.Meeting) -> tuple[r.Person, ...]:
        """Return who sits in a meeting, both sides."""
        return (*self.people_of(one.a_id), *self.people_of(one.b_id))

    def orders(self) -> tuple[r.MeetingOrder, ...]:
        """Return which meetings have to come before which."""
        return self.plan.session_orders(self.record)


def sessions(plan: MissionPlan) -> tuple[Session, ...]:
    """Return the B2B sessions of a mission in their order."""
    return tuple(Session(plan, one) for one in sorted(plan.matchmaking, key=lambda one: one.position))


def session_of(plan: MissionPlan, identity: UUID | None) -> Session | None:
    """Return one session of a mission by its id, None where there is none."""
    record = plan.get(r.Matchmaking, identity)
    return Session(plan, record) if record is not None else None


def is_live(one: r.Meeting) -> bool:
    """Tell whether a meeting is not called off."""
    return one.state is not MeetingState.CANCELLED


def other_side(one: r.Meeting, organisation: UUID) -> UUID:
    """Return whom an organisation meets."""
    return one.b_id if one.a_id == organisation else one.a_id


def name_of(organisation: r.Organisation | None) -> str:
    """Return how to call an organisation at a table: by its short name where it has one."""
    if organisation is None:
        return ""
    return organisation.short or organisation.name or organisation.native_name or ""


def zone_of(plan: MissionPlan, record: r.Matchmaking, day: dt.date) -> str:
    """Return the zone in which a session's slots of a day are read: its item's, else the day's."""
    item = plan.item(record.item_id)
    return item_times(plan, item).zone if item is not None else day_zone(plan, day)


def _span(slot: r.Slot, zone: str) -> Span:
    day = slot.date if slot.end > slot.start else slot.date + dt.timedelta(days=1)
    return Span(utc(slot.date, slot.start, zone), utc(day, slot.end, zone))
