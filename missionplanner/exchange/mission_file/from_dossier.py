"""Make a mission file of records: the ids and the order of the file they came from, nothing that is unknown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.plan import Dossier
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.secret import Secret
from missionplanner.exchange.mission_file import shapes as s
from missionplanner.exchange.mission_file import versions
from missionplanner.exchange.mission_file.columns import columns, keys
from missionplanner.exchange.mission_file.order import by_day
from missionplanner.exchange.mission_file.to_dossier import POSITION_LIST

S = TypeVar("S", bound=s.Shape)
K = TypeVar("K", bound=r.Record)

_LEG_DAYS_AND_ZONES = ("end_date", "zone", "end_zone")


def mission_file(dossier: Dossier, *, sensitive: bool) -> s.MissionFile:
    """Return the file of a mission; what is sensitive only when it was asked for."""
    return _Builder(dossier, sensitive).built()


class _Builder:
    def __init__(self, dossier: Dossier, sensitive: bool) -> None:
        self.plan, self.record = dossier.plan, dossier.record
        self.sensitive = sensitive
        self.confidential = {one.delegate_id: one for one in dossier.confidential}
        refs = [one for one in self.plan.refs if one.list != POSITION_LIST]
        self.file_position: dict[UUID, int] = {}
        for one in sorted(refs, key=lambda ref: -ref.position):
            self.file_position[one.record_id] = one.position
        self.nameless = {one.record_id for one in refs if one.ref is None}
        self.made_up = {one.record_id: one.position for one in self.plan.refs if one.list == POSITION_LIST}
        self.named = _named(dossier)
        self._owned: dict[tuple[int, str], dict[UUID, list[Any]]] = {}

    def built(self) -> s.MissionFile:
        plan, record = self.plan, self.record
        file = s.MissionFile(
            format=s.FORMAT,
            version=s.VERSION,
            mission=self._mission(),
            initiatives=self._each(plan.initiatives, self._initiative),
            organisations=self._plain(s.Organisation, plan.organisations),
            people=self._plain(s.Person, plan.people),
            places=self._plain(s.Place, plan.places),
            value_chains=self._plain(s.ValueChain, record.value_chains),
            groups=self._plain(s.Group, plan.groups),
            delegates=self._each(plan.delegates, self._delegate),
            requirements=self._each(plan.requirements, self._requirement),
            access=self._each(plan.access_entries, lambda one: self._shape(s.Access, one)),
            partners=self._each(plan.partners, self._partner),
            agenda=self._agenda(),
            journeys=self._plain(s.Journey, plan.journeys),
            vehicles=self._plain(s.Vehicle, plan.vehicles),
            legs=self._each(plan.legs, self._leg),
            stays=self._each(plan.stays, self._stay),
            matchmaking=self._each(plan.matchmaking, self._session),
            budget=self._each(record.budget, self._budget_line),
            expenses=self._plain(s.Expense, record.expenses),
            attendance=self._each(record.attendance, lambda one: self._shape(s.Attendance, one)),
            outcomes=self._plain(s.Outcome, record.outcomes),
            followups=self._each(record.followups, self._followup),
            agreements=self._each(record.agreements, self._agreement),
            photos=self._plain(s.Photo, record.photos),
            survey=self._each(record.survey_questions, self._question),
            field_notes=self._plain(s.FieldNote, record.field_notes),
            contacts_made=self._plain(s.ContactMade, record.contacts_made),
            notes=self._plain(s.Note, record.contact_notes),
        )
        file.version = versions.needed(file)
        return file

    # -- order and ids ----------------------------------------------------------------------------

    def _sorted(self, rows: Iterable[K]) -> list[K]:
        """Return rows in the order of the file; what it did not have follows by position and age."""
        oldest = dt.datetime.min.replace(tzinfo=dt.UTC)

        def place(one: K) -> tuple[bool, int, int, dt.datetime]:
            position = self.file_position.get(one.id)
            created = one.created_at or oldest
            aware = created if created.tzinfo else created.replace(tzinfo=dt.UTC)
            return position is None, position or 0, getattr(one, "position", None) or 0, aware

        return sorted(rows, key=place)

    def _each(self, rows: Iterable[K], make: Callable[[K], S]) -> list[S] | None:
        return [make(one) for one in self._sorted(rows)] or None

    def _plain(self, shape: type[S], rows: Iterable[r.Record]) -> list[S] | None:
        return self._each(rows, lambda one: self._shape(shape, one, id=self._id(one)))

    def _id(self, record: r.Record) -> str | None:
        """Return the id of a record; None where its file gave none and nothing names it."""
        unnamed = record.id in self.nameless and record.id not in self.named
        return None if unnamed else self.plan.ref(record.id)

    def _shape(self, shape: type[S], record: r.Record, **more: Any) -> S:
        return shape(**keys(shape, record, self.plan.ref) | more)

    def _inner(self, shape: type[S], record: r.Record) -> S | None:
        """Return an object within a row, None where it would be empty."""
        found = keys(shape, record, self.plan.ref)
        return shape(**found) if found else None

    def _children(self, shape: type[S], rows: Iterable[r.Record]) -> list[S] | None:
        return [self._shape(shape, one) for one in rows] or None

    def _refs(self, rows: Iterable[Any], field: str) -> list[str]:
        return [self.plan.ref(getattr(one, field)) for one in rows]

    def _of(self, rows: tuple[Any, ...], owner: str, identity: UUID, order: str = "position") -> list[Any]:
        """Return the rows whose field ``owner`` is this id, in their order."""
        index = self._owned.get((id(rows), owner))
        if index is None:
            index = self._owned[id(rows), owner] = defaultdict(list)
            for one in sorted(rows, key=lambda row: getattr(row, order)):
                index[getattr(one, owner)].append(one)
        return index.get(identity, [])

    # -- the parts --------------------------------------------------------------------------------

    def _mission(self) -> s.Mission:
        plan, mission = self.plan, self.plan.mission
        return self._shape(
            s.Mission,
            mission,
            destinations=self._children(s.Destination, self._sorted(plan.destinations)),
            organisers=self._children(s.Organiser, self._sorted(plan.organisers)),
            funding=self._inner(s.Funding, mission),
            objectives=self._plain(s.Objective, plan.objectives),
            on_call=self._inner(s.OnCall, mission),
        )

    def _initiative(self, one: r.Initiative) -> s.Initiative:
        members = self._of(self.plan.initiative_members, "initiative_id", one.id)
        return self._shape(s.Initiative, one, id=self.plan.ref(one.id), members=self._children(s.Member, members))

    def _delegate(self, one: r.Delegate) -> s.Delegate:
        groups = self._of(self.plan.delegate_groups, "delegate_id", one.id)
        secrets, document = self._revealed(one)
        return self._shape(
            s.Delegate,
            one,
            id=self._id(one),
            groups=self._refs(groups, "group_id") or None,
            document=s.Document(**document) if document else None,
            **secrets,
        )

    def _revealed(self, one: r.Delegate) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what is sensitive of a delegate, and of the travel document: nothing unless asked for."""
        found: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        if not self.sensitive:
            return found
        for shape, target in ((s.Delegate, found[0]), (s.Document, found[1])):
            for record in (one, self.confidential.get(one.id)):
                for column in columns(shape, type(record)) if record is not None else ():
                    value = getattr(record, column.field)
                    if isinstance(value, Secret):
                        text = value.reveal()
                        target[column.name] = dt.date.fromisoformat(text) if column.kind == "day" else text
        return found

    def _requirement(self, one: r.Requirement) -> s.Requirement:
        states = self._of(self.plan.requirement_states, "requirement_id", one.id)
        return self._shape(s.Requirement, one, id=self._id(one), states=self._children(s.State, states))

    def _partner(self, one: r.Partner) -> s.Partner:
        plan = self.plan
        contacts = self._of(plan.partner_contacts, "partner_id", one.id)
        requests = self._of(plan.partner_requests, "partner_id", one.id)
        return self._shape(
            s.Partner,
            one,
            contacts=self._refs(contacts, "person_id") or None,
            requests=self._children(s.Request, requests),
        )

    def _agenda(self) -> list[s.Item] | None:
        rows = self._sorted(self.plan.items)
        shapes = [self._item(one) for one in rows]
        days = [shape.date.isoformat() if shape.date else None for shape in shapes]
        return by_day(shapes, days, [one.position for one in rows]) or None

    def _item(self, one: r.AgendaItem) -> s.Item:
        plan = self.plan
        pitches = self._of(plan.pitches, "item_id", one.id, "order")
        shape = self._shape(
            s.Item,
            one,
            id=plan.ref(one.id),
            date=one.date,
            hosts=self._refs(self._of(plan.item_hosts, "item_id", one.id), "organisation_id") or None,
            people=self._children(s.Part, self._of(plan.item_people, "item_id", one.id)),
            audience=self._audience(one),
            objectives=self._refs(self._of(plan.item_objectives, "item_id", one.id), "objective_id") or None,
            pitches=self._children(s.Pitch, pitches),
            options=self._children(s.Option, self._of(plan.item_options, "item_id", one.id)),
            seating=[self._seating(each) for each in self._of(plan.seating_tables, "item_id", one.id)] or None,
        )
        if self.made_up.get(one.id) == one.position:
            shape.position = None
        self._follow_leg(shape, plan.leg(one.leg_id))
        return shape

    def _seating(self, one: r.SeatingTable) -> s.SeatingTable:
        seats = self._of(self.plan.seats, "table_id", one.id)
        return self._shape(s.SeatingTable, one, people=self._children(s.Seat, seats))

    def _audience(self, one: r.AgendaItem) -> s.Audience | None:
        if not one.audience_limited:
            return None
        people = self._of(self.plan.audience_people, "item_id", one.id)
        return s.Audience(
            groups=self._refs(self._of(self.plan.audience_groups, "item_id", one.id), "group_id"),
            people=self._refs((row for row in people if not row.excepted), "person_id"),
            except_=self._refs((row for row in people if row.excepted), "person_id"),
        )

    def _follow_leg(self, shape: s.Item, leg: r.Leg | None) -> None:
        """Leave to the leg what the row of a leg says otherwise: the file allows it one home only."""
        if leg is None:
            return
        times = leg_times(self.plan, leg)
        shape.date = leg.date if shape.date is not None else None
        for name in _LEG_DAYS_AND_ZONES:
            if getattr(shape, name) != getattr(times, name):
                setattr(shape, name, None)
        shape.start = shape.start if shape.start == _clock(leg.start) else None
        shape.end = shape.end if shape.end == _clock(leg.end) else None

    def _leg(self, one: r.Leg) -> s.Leg:
        passengers = self._of(self.plan.passengers, "leg_id", one.id)
        return self._shape(
            s.Leg, one, id=self.plan.ref(one.id), passengers=self._children(s.Passenger, passengers)
        )

    def _stay(self, one: r.Stay) -> s.Stay:
        guests = self._of(self.plan.guests, "stay_id", one.id)
        return self._shape(s.Stay, one, id=self._id(one), guests=self._refs(guests, "person_id") or None)

    def _session(self, one: r.Matchmaking) -> s.Session:
        plan = self.plan
        slots, tables, participants, requests, meetings = (
            self._of(rows, "matchmaking_id", one.id)
            for rows in (plan.slots, plan.tables, plan.participants, plan.meeting_requests, plan.meetings)
        )
        interpreters, orders = (
            self._of(rows, "matchmaking_id", one.id) for rows in (plan.interpreters, plan.meeting_orders)
        )
        return self._shape(
            s.Session,
            one,
            id=plan.ref(one.id),
            slots=[(slot.date, f"{slot.start:%H:%M}", f"{slot.end:%H:%M}") for slot in slots] or None,
            tables=[self._table(each) for each in tables] or None,
            participants=[self._participant(each) for each in participants] or None,
            requests=self._children(s.MeetingRequest, requests),
            meetings=[self._shape(s.Meeting, each, id=self._id(each)) for each in self._sorted(meetings)] or None,
            interpreters=self._children(s.Interpreter, interpreters),
            orders=self._children(s.MeetingOrder, orders),
        )

    def _table(self, one: r.Table) -> str | s.Table:
        """Return a table by its mere name where no more is known of it."""
        found = self._shape(s.Table, one)
        return one.name if found == s.Table(name=one.name) else found

    def _participant(self, one: r.Participant) -> s.Participant:
        people = self._of(self.plan.participant_people, "participant_id", one.id)
        return self._shape(s.Participant, one, people=self._refs(people, "person_id") or None)

    def _budget_line(self, one: r.BudgetLine) -> s.BudgetLine:
        payers = self._of(self.record.payer_shares, "line_id", one.id)
        quotes = self._of(self.record.quotes, "line_id", one.id)
        return self._shape(
            s.BudgetLine,
            one,
            id=self._id(one),
            payers=self._children(s.Share, payers),
            quotes=self._children(s.Quote, quotes),
        )

    def _followup(self, one: r.FollowUp) -> s.FollowUp:
        return self._shape(s.FollowUp, one, id=self._id(one), about=self._inner(s.About, one))

    def _question(self, one: r.SurveyQuestion) -> s.Question:
        answers = self._of(self.record.survey_answers, "question_id", one.id)
        return self._shape(s.Question, one, id=self._id(one), answers=self._children(s.Answer, answers))

    def _agreement(self, one: r.Agreement) -> s.Agreement:
        parties = self._of(self.record.agreement_parties, "agreement_id", one.id)
        return self._shape(
            s.Agreement, one, id=self._id(one), parties=self._refs(parties, "organisation_id") or None
        )


def _named(dossier: Dossier) -> frozenset[UUID | None]:
    """Return what is referred to in a file of those that may be without an id."""
    plan, record = dossier.plan, dossier.record
    found: set[UUID | None] = {one.objective_id for one in plan.item_objectives}
    found |= {one.meeting_id for one in record.outcomes}
    found |= {identity for one in plan.meeting_orders for identity in (one.first_id, one.second_id)}
    found |= {identity for one in plan.delegates for identity in (one.replaced_by_id, one.share_with_id)}
    for rows in (plan.requirement_states, plan.access_entries, record.budget, record.expenses):
        found |= {one.delegate_id for one in rows}
    return frozenset(found | {one.line_id for one in record.expenses})


def _clock(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time is not None else None
