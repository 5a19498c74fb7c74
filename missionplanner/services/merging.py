"""Put a mission that came from a file into the workspace: what is there is recognised, the rest is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, Dossier, MissionPlan, MissionRecord
from missionplanner.domain.text import folded
from missionplanner.services.workspace import Edit

SHARED = (r.Initiative, r.Organisation, r.Person, r.Place)
_KEPT = frozenset({"id", "created_at", "updated_at", "mission_id"})


@dataclass
class Merged:
    """Count what came of a file, list by list of the mission file."""

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    doubtful: list[Message] = field(default_factory=list)

    def count(self, tally: dict[str, int], one: r.Record) -> None:
        name = LISTS.get(type(one))
        if name is not None:
            tally[name] = tally.get(name, 0) + 1


LISTS: dict[type[r.Record], str] = {
    r.Initiative: "initiatives",
    r.Organisation: "organisations",
    r.Person: "people",
    r.Place: "places",
    r.Objective: "objectives",
    r.Group: "groups",
    r.Delegate: "delegates",
    r.Partner: "partners",
    r.AgendaItem: "agenda",
    r.Leg: "legs",
    r.Stay: "stays",
    r.Matchmaking: "matchmaking",
    r.BudgetLine: "budget",
    r.Attendance: "attendance",
    r.Outcome: "outcomes",
    r.FollowUp: "followups",
    r.Agreement: "agreements",
}
"""Kinds of record that are entries of a list of the mission file, and that list's name."""

_OWNERS: dict[type[r.Record], str] = {
    r.InitiativeMember: "initiative_id",
    r.DelegateGroup: "delegate_id",
    r.Confidential: "delegate_id",
    r.PartnerContact: "partner_id",
    r.PartnerRequest: "partner_id",
    r.ItemHost: "item_id",
    r.ItemPerson: "item_id",
    r.AudienceGroup: "item_id",
    r.AudiencePerson: "item_id",
    r.ItemObjective: "item_id",
    r.Pitch: "item_id",
    r.LegPassenger: "leg_id",
    r.StayGuest: "stay_id",
    r.Slot: "matchmaking_id",
    r.Table: "matchmaking_id",
    r.ParticipantPerson: "participant_id",
    r.MeetingRequest: "matchmaking_id",
    r.AgreementParty: "agreement_id",
}
"""Children that are replaced as one with their owner: a file that names the owner names all of them."""


def merge(edit: Edit, dossier: Dossier, *, update: bool) -> Merged:
    """Write a dossier within an edit. The caller has made sure that its code is new or ``update`` is given.

    Shared records match by id, or by equal name and e-mail (people), name and country (organisations), name,
    city and country (places), name (initiatives); filled fields are overwritten only with ``update``. Records
    of the mission match by the id the file gave them, or by what makes them one (a delegate's person); what the
    file lacks stays.
    """
    return _Merge(edit, dossier, update).run()


class _Merge:
    def __init__(self, edit: Edit, dossier: Dossier, update: bool) -> None:
        self.edit = edit
        self.dossier = dossier
        self.update = update
        self.result = Merged()
        self.ids: dict[UUID, UUID] = {}
        """Id in the dossier → id in the workspace, for what was recognised."""
        self.renewed: set[UUID] = set()
        """Workspace ids of the owners whose children the file replaces."""
        self.names = {one.record_id: (one.list, one.ref) for one in dossier.plan.refs if one.ref is not None}

    def run(self) -> Merged:
        plan = self.dossier.plan
        there = reading.mission(self.edit.connection, plan.mission.code)
        known = reading.plan(self.edit.connection, there) if there is not None else None
        record = reading.mission_record(self.edit.connection, there) if there is not None else None
        for kind in SHARED:
            self._shared(kind)
        if known is None or record is None:
            self._all_new()
        else:
            self._into(known, record)
        return self.result

    # -- shared records -----------------------------------------------------------------------------

    def _shared(self, kind: type[Any]) -> None:
        theirs = [one for name, own in PARTS.items() if own is kind for one in getattr(self.dossier.plan, name)]
        if not theirs:
            return
        ours = self.edit.all(kind)
        by_id = {one.id: one for one in ours}
        by_key: dict[tuple[str, ...], Any] = {}
        by_name: dict[str, Any] = {}
        for one in ours:
            by_key.setdefault(_key(one), one)
            by_name.setdefault(_name(one), one)
        for one in theirs:
            key = _key(one)
            match = by_id.get(self._named(one)) or (by_key.get(key) if all(key) else None)
            if match is not None:
                self.ids[one.id] = match.id
                self._fill(match, self._with_our_ids(one))
                continue
            alike = by_name.get(_name(one)) if _name(one) else None
            if alike is not None:
                self._doubt(one, alike)
            self._add(self._with_our_ids(one))

    def _doubt(self, one: r.Record, alike: r.Record) -> None:
        text = N_("“{name}” looks like one that is there already; it was added as another.")
        self.result.doubtful.append(Message.of(text, {"name": _shown(one)}))

    def _fill(self, ours: Any, theirs: Any) -> None:
        """Take over what our record lacks; with ``update`` also what it has otherwise."""
        values = {}
        for one in fields(theirs):
            new, old = getattr(theirs, one.name), getattr(ours, one.name)
            if one.name in _KEPT or new in (None, ()) or new == old:
                continue
            if old in (None, ()) or self.update:
                values[one.name] = new
        if values:
            self.edit.save(replace(ours, **values))
            self.result.count(self.result.changed, ours)

    # -- a new mission ------------------------------------------------------------------------------

    def _all_new(self) -> None:
        self.edit.add(self._with_our_ids(self.dossier.plan.mission))
        for one in self._own():
            self._add(self._with_our_ids(one))

    def _own(self) -> Iterator[r.Record]:
        """Give every record of the dossier but the mission and what is shared."""
        for name, kind in PARTS.items():
            if kind not in SHARED:
                if kind is r.InitiativeMember:
                    yield from (one for one in getattr(self.dossier.plan, name) if self._new_initiative(one))
                else:
                    yield from getattr(self.dossier.plan, name)
        for name in RECORD_PARTS:
            yield from getattr(self.dossier.record, name)
        yield from self.dossier.confidential

    def _new_initiative(self, one: r.InitiativeMember) -> bool:
        return one.initiative_id not in self.ids

    def _add(self, one: Any) -> None:
        self.edit.add(one)
        self.result.count(self.result.added, one)

    # -- into a mission that is there ---------------------------------------------------------------

    def _into(self, known: MissionPlan, record: MissionRecord) -> None:
        theirs = self.dossier.plan.mission
        self.ids[theirs.id] = known.mission.id
        merged = _overlaid(known.mission, self._with_our_ids(theirs))
        if merged != known.mission:
            self.edit.save(merged)
        refs = {(one.list, one.ref): one.record_id for one in known.refs if one.ref is not None}
        ours = _by_id(known, record)
        keys = {(_identity(one)): one for one in ours.values() if _identity(one) is not None}
        for kind in (*LISTS, r.Participant, r.Meeting, r.Destination, r.Organiser):
            self._entries(kind, refs, ours, keys)
        self._children(ours)
        self._file_refs(known)

    def _entries(
        self, kind: type[Any], refs: Mapping[Any, UUID], ours: Mapping[UUID, Any], keys: Mapping[Any, Any]
    ) -> None:
        if kind in SHARED:
            return
        for one in self._own():
            if type(one) is not kind:
                continue
            new = self._with_our_ids(one)
            known = refs.get(self.names.get(one.id), self._named(one))
            match = ours.get(known) or keys.get(_identity(new))
            if match is None or type(match) is not kind:
                self._add(new)
                continue
            self.ids[one.id] = match.id
            self.renewed.add(match.id)
            merged = _overlaid(match, replace(new, id=match.id))
            if merged != match:
                self.edit.save(merged)
                self.result.count(self.result.changed, match)

    def _children(self, ours: Mapping[UUID, r.Record]) -> None:
        """Put the file's children in the place of those of every owner it names."""
        gone: set[UUID] = set()
        for one in ours.values():
            owner = _OWNERS.get(type(one))
            if (
                owner is not None
                and getattr(one, owner) in self.renewed | gone
                and type(one) is not r.Confidential
            ):
                gone.add(one.id)
        theirs = [self._with_our_ids(one) for one in self._own() if type(one) in _OWNERS]
        same = {_content(one) for one in theirs}
        kept = {_content(ours[one]) for one in gone if _content(ours[one]) in same}
        for identity in gone:
            still = self.edit.find(type(ours[identity]), identity)
            if still is not None and _content(ours[identity]) not in kept:
                self.edit.delete(still)
        for one in theirs:
            if _content(one) not in kept:
                self._confidential_or_add(one)

    def _confidential_or_add(self, one: Any) -> None:
        if isinstance(one, r.Confidential):
            there = self.edit.all(r.Confidential, delegate_id=one.delegate_id)
            if there:
                merged = _overlaid(there[0], replace(one, id=there[0].id))
                self.edit.save(merged)
                return
        self.edit.add(one)

    def _file_refs(self, known: MissionPlan) -> None:
        there = {one.record_id for one in known.refs}
        last: dict[str, int] = {}
        for one in known.refs:
            last[one.list] = max(last.get(one.list, -1), one.position)
        for one in self.dossier.plan.refs:
            new = self._with_our_ids(one)
            if new.record_id not in there:
                last[new.list] = last.get(new.list, -1) + 1
                self.edit.add(replace(new, position=last[new.list]))

    def _named(self, one: r.Record) -> UUID:
        """Return the id a file names outright, as our exports do for what was born in the workspace."""
        _, ref = self.names.get(one.id, ("", ""))
        try:
            return UUID(ref)
        except ValueError:
            return one.id

    # -- ids ----------------------------------------------------------------------------------------

    def _with_our_ids(self, one: Any) -> Any:
        values = {
            item.name: self.ids[value]
            for item in fields(one)
            if isinstance(value := getattr(one, item.name), UUID) and value in self.ids and item.name != "id"
        }
        return replace(one, **values) if values else one


def _overlaid(ours: Any, theirs: Any) -> Any:
    """Return our record with what the file says; what the file leaves open stays."""
    values = {
        one.name: getattr(theirs, one.name)
        for one in fields(theirs)
        if one.name not in _KEPT and getattr(theirs, one.name) not in (None, ())
    }
    return replace(ours, **values)


def _by_id(plan: MissionPlan, record: MissionRecord) -> dict[UUID, Any]:
    parts: Iterable[tuple[object, str]] = [(plan, name) for name in PARTS] + [
        (record, name) for name in RECORD_PARTS
    ]
    return {one.id: one for owner, name in parts for one in getattr(owner, name)}


def _content(one: Any) -> tuple[Any, ...]:
    return (type(one), *(getattr(one, item.name) for item in fields(one) if item.name not in _KEPT))


def _identity(one: Any) -> tuple[Any, ...] | None:
    """Return what makes a record without an id in the file one and the same."""
    match one:
        case r.Delegate(person_id=person) if person is not None:
            return (r.Delegate, person)
        case r.Partner():
            return (r.Partner, one.organisation_id)
        case r.Organiser():
            return (r.Organiser, one.organisation_id)
        case r.Destination():
            return (r.Destination, one.city, one.country, one.from_day)
        case r.Attendance():
            return (r.Attendance, one.item_id, one.person_id)
        case r.Participant():
            return (r.Participant, one.matchmaking_id, one.organisation_id)
        case r.Meeting(slot=slot) if slot is not None:
            return (r.Meeting, one.matchmaking_id, one.a_id, one.b_id, slot)
        case r.Stay():
            return (r.Stay, one.hotel_id, one.room, one.room_no, one.from_day, one.to_day) if one.room_no else None
        case _:
            return None


def _key(one: Any) -> tuple[str, ...]:
    match one:
        case r.Person():
            return (_name(one), folded(one.email or ""))
        case r.Organisation():
            return (_name(one), folded(one.country or ""))
        case r.Place():
            return (_name(one), folded(one.city or ""), folded(one.country or ""))
        case _:
            return (_name(one),)


def _name(one: Any) -> str:
    return folded(_shown(one))


def _shown(one: Any) -> str:
    return one.full_name if isinstance(one, r.Person) else (one.name or "")
