"""Make records of a mission file, with identities of their own and the refs it gave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any, TypeVar
from uuid import UUID, uuid4

from missionplanner.domain import records as r
from missionplanner.domain.plan import RECORD_PARTS, Dossier, MissionPlan, MissionRecord, in_order
from missionplanner.exchange.mission_file import kinds
from missionplanner.exchange.mission_file import shapes as s
from missionplanner.exchange.mission_file.columns import values
from missionplanner.exchange.mission_file.order import positions

POSITION_LIST = "agenda.position"
"""Name of the refs that keep which positions of items are ours, not the file's: such a ref holds the
position that was made up, and as long as the item still has it, no export writes it."""

K = TypeVar("K", bound=r.Record)

_RECORD = frozenset(RECORD_PARTS)
_ORDER: dict[type[r.Record], str] = {r.Pitch: "order"}
"""Where the place in the list is kept, when the file has a ``position`` of its own."""
_LINK_FIELDS = {
    "organisations": "organisation_id",
    "people": "person_id",
    "groups": "group_id",
    "objectives": "objective_id",
}


def dossier(file: s.MissionFile) -> Dossier:
    """Return the mission as records; the file must have passed ``reading.parse``."""
    return _Builder(file).built()


class _Builder:
    def __init__(self, file: s.MissionFile) -> None:
        self.file = file
        self.mission_id = uuid4()
        self.parts: dict[str, list[Any]] = defaultdict(list)
        self.record: dict[str, list[Any]] = defaultdict(list)
        self.confidential: list[r.Confidential] = []
        self.identities: dict[int, UUID] = {}
        self.ids: dict[str, dict[str, UUID]] = {}
        for name in kinds.LISTS:
            self._name(name, getattr(file, name) or ())
        self._name("objectives", file.mission.objectives or ())
        self._name("meetings", [one for session in file.matchmaking or () for one in session.meetings or ()])

    def built(self) -> Dossier:
        """Build every part and put them together."""
        self._mission()
        self._directory()
        self._delegation()
        self._readiness()
        self._agenda()
        self._journeys()
        for session, record in self._rows("matchmaking", self.file.matchmaking, r.Matchmaking):
            self._session(session, record.id)
        self._results()
        mission = r.Mission(
            **{"id": self.mission_id}
            | values(self.file.mission, r.Mission, self.ids)
            | values(self.file.mission.funding, r.Mission, self.ids)
            | values(self.file.mission.on_call, r.Mission, self.ids)
        )
        self.parts["items"] = list(in_order(self.parts["items"]))
        # Whoever looks a record up among the refs meets its name in the file last.
        self.parts["refs"].sort(key=lambda ref: ref.list != POSITION_LIST)
        parts: dict[str, Any] = {name: tuple(rows) for name, rows in self.parts.items()}
        return Dossier(
            plan=MissionPlan(mission=mission, **parts),
            record=MissionRecord(**{name: tuple(rows) for name, rows in self.record.items()}),
            confidential=tuple(self.confidential),
        )

    # -- making records ---------------------------------------------------------------------------

    def _name(self, name: str, rows: Sequence[s.Shape]) -> None:
        """Give every row of a list its identity, and keep how the file called it."""
        known = self.ids[name] = {}
        for position, row in enumerate(rows):
            identity = self.identities[id(row)] = uuid4()
            ref = getattr(row, "id", None)
            if ref is not None:
                known[ref] = identity
            self._ref(name, identity, ref, position)

    def _ref(self, name: str, identity: UUID, ref: str | None, position: int) -> None:
        self.parts["refs"].append(
            r.FileRef(mission_id=self.mission_id, list=name, record_id=identity, ref=ref, position=position)
        )

    def _made(self, kind: type[K], *shapes: s.Shape | None, **more: Any) -> K:
        found: dict[str, Any] = {}
        for shape in shapes:
            found |= values(shape, kind, self.ids)
        if _has(kind, "mission_id"):
            found["mission_id"] = self.mission_id
        return kind(**found | more)

    def _rows(self, part: str, rows: Sequence[Any] | None, kind: type[K]) -> list[tuple[Any, K]]:
        """Make a record of every row of a named list, in order, into a part of the plan."""
        target = self.record if part in _RECORD else self.parts
        made = []
        for position, row in enumerate(rows or ()):
            place: dict[str, Any] = {"position": position} if _has(kind, "position") else {}
            record = self._made(kind, row, *_inside(row), id=self.identities[id(row)], **place)
            target[part].append(record)
            made.append((row, record))
        return made

    def _children(self, part: str, rows: Iterable[Any] | None, kind: type[r.Record], **owner: Any) -> list[Any]:
        made = [
            self._made(kind, row, **owner, **{_ORDER.get(kind, "position"): position})
            for position, row in enumerate(rows or ())
        ]
        target = self.record if part in _RECORD else self.parts
        target[part] += made
        return made

    def _links(
        self, part: str, refs: Iterable[str] | None, kind: type[r.Record], target: str, **owner: Any
    ) -> None:
        """Make a record of every id in a list of ids: ``target`` says of which list they are."""
        field = _LINK_FIELDS[target]
        parts = self.record if part in _RECORD else self.parts
        for position, ref in enumerate(refs or ()):
            link: dict[str, Any] = {
                field: self.ids[target][ref],
                "position": position,
                "mission_id": self.mission_id,
            }
            parts[part].append(kind(**link, **owner))

    # -- the parts --------------------------------------------------------------------------------

    def _mission(self) -> None:
        mission = self.file.mission
        self._children("destinations", mission.destinations, r.Destination)
        self._children("organisers", mission.organisers, r.Organiser)
        self._rows("objectives", mission.objectives, r.Objective)

    def _directory(self) -> None:
        for initiative, record in self._rows("initiatives", self.file.initiatives, r.Initiative):
            for position, member in enumerate(initiative.members or ()):
                made = self._made(r.InitiativeMember, member, initiative_id=record.id, position=position)
                self.parts["initiative_members"].append(made)
        self._rows("organisations", self.file.organisations, r.Organisation)
        self._rows("people", self.file.people, r.Person)
        self._rows("places", self.file.places, r.Place)
        self._rows("value_chains", self.file.value_chains, r.ValueChain)

    def _delegation(self) -> None:
        self._rows("groups", self.file.groups, r.Group)
        for delegate, record in self._rows("delegates", self.file.delegates, r.Delegate):
            self._links("delegate_groups", delegate.groups, r.DelegateGroup, "groups", delegate_id=record.id)
            shapes = (delegate, delegate.document)
            if any(values(shape, r.Confidential, self.ids) for shape in shapes):
                self.confidential.append(self._made(r.Confidential, *shapes, delegate_id=record.id))
        for partner, made in self._rows("partners", self.file.partners, r.Partner):
            self._links("partner_contacts", partner.contacts, r.PartnerContact, "people", partner_id=made.id)
            self._children("partner_requests", partner.requests, r.PartnerRequest, partner_id=made.id)

    def _readiness(self) -> None:
        for requirement, record in self._rows("requirements", self.file.requirements, r.Requirement):
            owner = {"requirement_id": record.id}
            self._children("requirement_states", requirement.states, r.RequirementState, **owner)
        self._rows("access_entries", self.file.access, r.AccessEntry)

    def _agenda(self) -> None:
        items = self.file.agenda or ()
        for item, position in zip(items, positions((one.date, one.position) for one in items), strict=True):
            identity = self.identities[id(item)]
            self._item(item, identity, position)
            if item.position is None:
                self._ref(POSITION_LIST, identity, None, position)

    def _item(self, item: s.Item, identity: UUID, position: int) -> None:
        audience, own = item.audience, {"item_id": identity}
        self.parts["items"].append(
            self._made(r.AgendaItem, item, id=identity, position=position, audience_limited=audience is not None)
        )
        self._links("item_hosts", item.hosts, r.ItemHost, "organisations", **own)
        self._children("item_people", item.people, r.ItemPerson, **own)
        self._links("item_objectives", item.objectives, r.ItemObjective, "objectives", **own)
        self._children("pitches", item.pitches, r.Pitch, **own)
        self._children("item_options", item.options, r.ItemOption, **own)
        tables = self._children("seating_tables", item.seating, r.SeatingTable, **own)
        for table, record in zip(item.seating or (), tables, strict=True):
            self._children("seats", table.people, r.Seat, table_id=record.id)
        if audience is not None:
            self._links("audience_groups", audience.groups, r.AudienceGroup, "groups", **own)
            self._links("audience_people", audience.people, r.AudiencePerson, "people", **own)
            self._links("audience_people", audience.except_, r.AudiencePerson, "people", excepted=True, **own)

    def _journeys(self) -> None:
        self._rows("journeys", self.file.journeys, r.Journey)
        self._rows("vehicles", self.file.vehicles, r.Vehicle)
        for leg, record in self._rows("legs", self.file.legs, r.Leg):
            self._children("passengers", leg.passengers, r.LegPassenger, leg_id=record.id)
        for stay, made in self._rows("stays", self.file.stays, r.Stay):
            self._links("guests", stay.guests, r.StayGuest, "people", stay_id=made.id)

    def _session(self, session: s.Session, identity: UUID) -> None:
        own: dict[str, Any] = {"mission_id": self.mission_id, "matchmaking_id": identity}
        for number, (day, start, end) in enumerate(session.slots or ()):
            times: dict[str, Any] = {"start": time.fromisoformat(start), "end": time.fromisoformat(end)}
            self.parts["slots"].append(r.Slot(**own, **times, position=number, date=day))
        tables = [s.Table(name=one) if isinstance(one, str) else one for one in session.tables or ()]
        self._children("tables", tables, r.Table, matchmaking_id=identity)
        made = self._children("participants", session.participants, r.Participant, matchmaking_id=identity)
        for participant, record in zip(session.participants or (), made, strict=True):
            owner = {"participant_id": record.id}
            self._links("participant_people", participant.people, r.ParticipantPerson, "people", **owner)
        self._children("meeting_requests", session.requests, r.MeetingRequest, matchmaking_id=identity)
        for position, meeting in enumerate(session.meetings or ()):
            place = {"id": self.identities[id(meeting)], "position": position}
            self.parts["meetings"].append(self._made(r.Meeting, meeting, matchmaking_id=identity, **place))
        self._children("interpreters", session.interpreters, r.SessionInterpreter, matchmaking_id=identity)
        self._children("meeting_orders", session.orders, r.MeetingOrder, matchmaking_id=identity)

    def _results(self) -> None:
        for line, made in self._rows("budget", self.file.budget, r.BudgetLine):
            self._children("payer_shares", line.payers, r.PayerShare, line_id=made.id)
            self._children("quotes", line.quotes, r.Quote, line_id=made.id)
        self._rows("expenses", self.file.expenses, r.Expense)
        self._rows("attendance", self.file.attendance, r.Attendance)
        self._rows("outcomes", self.file.outcomes, r.Outcome)
        self._rows("followups", self.file.followups, r.FollowUp)
        for agreement, record in self._rows("agreements", self.file.agreements, r.Agreement):
            owner = {"agreement_id": record.id}
            self._links("agreement_parties", agreement.parties, r.AgreementParty, "organisations", **owner)
        self._rows("photos", self.file.photos, r.Photo)
        for question, asked in self._rows("survey_questions", self.file.survey, r.SurveyQuestion):
            self._children("survey_answers", question.answers, r.SurveyAnswer, question_id=asked.id)
        self._rows("field_notes", self.file.field_notes, r.FieldNote)
        self._rows("contacts_made", self.file.contacts_made, r.ContactMade)
        self._rows("contact_notes", self.file.notes, r.ContactNote)


def _has(kind: type[r.Record], name: str) -> bool:
    return name in kind.__dataclass_fields__


def _inside(row: s.Shape) -> tuple[s.Shape | None, ...]:
    """Return the objects within a row that fill the same record."""
    match row:
        case s.Delegate(document=document):
            return (document,)
        case s.FollowUp(about=about):
            return (about,)
        case _:
            return ()
