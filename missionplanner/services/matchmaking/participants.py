"""Keep who takes part in a B2B session: organisations, who sits for them, when they can come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.delegation import organisation_of
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.loads import loads
from missionplanner.domain.meetings.session import Seated, Session
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import PartnerRole, PartnerState, Side, Wish
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.matchmaking.looking import looked_at, read
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = (
    "organisation_id",
    "side",
    "people",
    "session",
    "max_per_day",
    "free",
    "made",
    "received",
    "meetings",
    "breaks",
    "idle",
)
"""What a row of participants holds: who and how, then slots it can come to, wishes made and received, its load."""
_SEEN = (None, PartnerRole.HOST, PartnerRole.COUNTERPART)
"""Roles of partners that meet the delegation; who has none yet may."""
_OWN = ("organisation_id", "side", "session", "max_per_day", "unavailable")


def page(
    ws: Workspace, session_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the participants of a session in their order; a row goes by the participant's id."""
    session = read(ws, session_id)
    if session is None:
        return Page((), 0)
    free, load = availability(session.plan, session), loads(session)
    asked = [one for one in session.requests if one.wish is not Wish.NO_THANKS]
    rows = []
    for one in session.participants:
        if ids is not None and one.participant.id not in ids:
            continue
        own = load.of(one.id)
        told = (
            len(free.free_slots(one.id)),
            sum(each.from_id == one.id for each in asked),
            sum(each.to_id == one.id for each in asked),
            *((own.meetings, own.breaks, own.idle) if own is not None else (0, 0, 0)),
        )
        rows.append(Row(one.participant.id, (*_said(session, one), *told)))
    return Page(rows[:limit], len(session.participants))


def _said(session: Session, one: Seated) -> tuple[Any, ...]:
    names = (session.plan.label(each.id) for each in one.people)
    organisation = one.organisation
    shown = (organisation.name or one.name) if organisation is not None else ""
    people = ", ".join(name for name in names if name)
    own = one.participant
    return (Linked(one.id, shown), own.side, people or None, own.session, own.max_per_day)


# -- writing ---------------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: r.Participant | None, after: r.Participant) -> r.Participant:
    others = [one for one in edit.all(r.Participant, matchmaking_id=after.matchmaking_id) if one.id != after.id]
    if edit.find(r.Organisation, after.organisation_id) is None:
        raise Invalid(N_("A participant is an organisation: choose one, or create it."), field="organisation_id")
    if any(one.organisation_id == after.organisation_id for one in others):
        raise Invalid(N_("This organisation takes part already."), field="organisation_id")
    if after.max_per_day is not None and after.max_per_day < 1:
        raise Invalid(N_("A participant meets somebody once a day at least."), field="max_per_day")
    if before is not None and before.organisation_id != after.organisation_id:
        _hand_over(edit, before, after)
    if before is None:
        position = max((one.position for one in others), default=-1) + 1
        return replace(after, position=position)
    return after


def _hand_over(edit: Edit, before: r.Participant, after: r.Participant) -> None:
    """Let wishes and meetings of a participant be those of the organisation that takes its place."""
    old, new = before.organisation_id, after.organisation_id
    own = {"matchmaking_id": before.matchmaking_id}
    for wish in edit.all(r.MeetingRequest, **own):
        if old in (wish.from_id, wish.to_id):
            ends = [new if each == old else each for each in (wish.from_id, wish.to_id)]
            edit.save(replace(wish, from_id=ends[0], to_id=ends[1]))
    for one in edit.all(r.Meeting, **own):
        if old in (one.a_id, one.b_id):
            ends = [new if each == old else each for each in (one.a_id, one.b_id)]
            edit.save(replace(one, a_id=ends[0], b_id=ends[1]))
    edit.delete_all(edit.all(r.ParticipantPerson, participant_id=before.id))


_ENTRIES = Entries(
    kind=r.Participant,
    name=lambda _one: "",
    added=N_("Add a participant"),
    changed=N_("Change a participant"),
    changed_many=N_("Change {count} participants"),
    deleted=N_("Take a participant out"),
    deleted_many=N_("Take {count} participants out"),
    checked=_checked,
    makers={"organisation_id": made},
)


def create_from(ws: Workspace, values: Mapping[str, object], *, session_id: UUID) -> Receipt:
    """Add a participant of what a form holds; the name of an organisation makes it. Raises Invalid, NotFound."""
    known, people = values.get("organisation_id"), values.get("people")
    if known is None:
        raise Invalid(N_("A participant is an organisation: choose one, or create it."), field="organisation_id")
    rest = {name: value for name, value in values.items() if name not in ("organisation_id", "people")}
    _refuse_unknown(rest)
    with ws.edit(N_("Add a participant")) as edit:
        session = edit.get(r.Matchmaking, session_id)
        owner = known if isinstance(known, UUID) else made(edit, str(known))
        blank = r.Participant(
            mission_id=session.mission_id, matchmaking_id=session_id, organisation_id=owner, **_fields(rest)
        )
        one = edit.add(_checked(edit, None, blank))
        _seat(edit, one, _named(people))
        edit.call(N_("Add {name} to the B2B session"), name=_called(edit, one))
    receipt = edit.receipt
    first = sorted(receipt.added, key=lambda each: each[0] != "matchmaking_participant")
    return replace(receipt, added=tuple(first))


def add(ws: Workspace, session_id: UUID, organisations: Sequence[UUID], side: Side | None = None) -> Receipt:
    """Let organisations take part; those that do already are left out. Raises NotFound."""
    with ws.edit(N_("Add {count} participants"), count=len(organisations)) as edit:
        session = looked_at(edit, session_id)
        for one in dict.fromkeys(organisations):
            if session.participant(one) is None:
                edit.get(r.Organisation, one)
                new = r.Participant(
                    mission_id=session.record.mission_id, matchmaking_id=session_id, organisation_id=one, side=side
                )
                made_now = edit.add(_checked(edit, None, new))
                if len(organisations) == 1:
                    edit.call(N_("Add {name} to the B2B session"), name=_called(edit, made_now))
    return edit.receipt


def _hosts(plan: MissionPlan, item_id: UUID | None) -> list[UUID]:
    """Return who hosts: whom the item names, else the partners that the mission goes to see."""
    item = plan.item(item_id)
    there: list[UUID] = []
    if item is not None:
        people = (plan.person(one.person_id) for one in plan.item_roles(item))
        there = [one.organisation_id for one in people if one is not None and one.organisation_id is not None]
        there = there or [one.id for one in plan.hosts(item)]
    if there:
        return there
    partners = (one for one in plan.partners if one.state is not PartnerState.DECLINED)
    return [one.organisation_id for one in partners if one.role in _SEEN]


def from_mission(ws: Workspace, session_id: UUID) -> Receipt:
    """Let everybody of the mission take part: the delegation's organisations visit, the hosts of the item host.

    Where no item names hosts, those host whom the mission goes to see and who have not declined. Raises NotFound.
    """
    with ws.edit(N_("Take the participants from the mission")) as edit:
        session = looked_at(edit, session_id)
        plan = session.plan
        found: dict[UUID, Side] = {}
        for delegate in plan.travellers:
            owner = organisation_of(plan, delegate)
            if owner is not None:
                found.setdefault(owner, Side.VISITING)
        for owner in _hosts(plan, session.record.item_id):
            found.setdefault(owner, Side.HOST)
        for owner, side in found.items():
            if session.participant(owner) is None:
                new = r.Participant(
                    mission_id=plan.mission.id, matchmaking_id=session_id, organisation_id=owner, side=side
                )
                edit.add(_checked(edit, None, new))
    return edit.receipt


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of several participants as one step; ``people`` takes names or ids, in their order.

    Raises Invalid with the field, NotFound.
    """
    some = list(cells)
    seats = [one for one in some if one[1] == "people"]
    others = [one for one in some if one[1] != "people"]
    for identity, name, _value in others:
        if name not in _OWN:
            error = Invalid(N_("This cannot be changed here."), field=name)
            if refused is None:
                raise error
            refused(identity, error)
    own = [one for one in others if one[1] in _OWN]
    if not seats:
        return _ENTRIES.change_cells(ws, own, gesture=gesture, refused=refused)
    with ws.edit(N_("Change {count} participants"), count=len({one[0] for one in some}), gesture=gesture) as edit:
        for identity, name, value in own:
            before = edit.get(r.Participant, identity)
            new = made(edit, value) if name == "organisation_id" and isinstance(value, str) else value
            edit.save(_checked(edit, before, replace(before, **_fields({name: new}))))
        for identity, _name, value in seats:
            one = edit.get(r.Participant, identity)
            _seat(edit, one, _named(value))
            if len(some) == 1:
                edit.call(N_("Change who sits for {name}"), name=_called(edit, one))
    return edit.receipt


def set_people(ws: Workspace, participant_id: UUID, people: Sequence[UUID | str]) -> Receipt:
    """Say who sits for a participant, in their order; a name makes a person of its organisation.

    Raises NotFound, Invalid.
    """
    with ws.edit(N_("Change who sits for a participant")) as edit:
        one = edit.get(r.Participant, participant_id)
        edit.call(N_("Change who sits for {name}"), name=_called(edit, one))
        _seat(edit, one, people)
    return edit.receipt


def delete(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take participants out of their session with their wishes and meetings. Raises NotFound."""
    with ws.edit(N_("Take {count} participants out"), count=len(ids)) as edit:
        some = [edit.get(r.Participant, one) for one in ids]
        if len(some) == 1:
            edit.call(N_("Take {name} out of the B2B session"), name=_called(edit, some[0]))
        doomed: dict[UUID, r.Record] = {one.id: one for one in some}
        for one in some:
            own = {"matchmaking_id": one.matchmaking_id}
            for wish in edit.all(r.MeetingRequest, **own):
                if one.organisation_id in (wish.from_id, wish.to_id):
                    doomed[wish.id] = wish
            for meeting in edit.all(r.Meeting, **own):
                if one.organisation_id in (meeting.a_id, meeting.b_id):
                    doomed[meeting.id] = meeting
        edit.delete_all(doomed.values())
    return edit.receipt


def move(ws: Workspace, session_id: UUID, order: Sequence[UUID]) -> Receipt:
    """Put the participants of a session in this order, by their ids; those not named follow. Raises NotFound."""
    rank = {one: number for number, one in enumerate(order)}
    with ws.edit(N_("Order the participants")) as edit:
        some = edit.all(r.Participant, matchmaking_id=session_id)
        for position, one in enumerate(sorted(some, key=lambda each: rank.get(each.id, len(rank)))):
            edit.save(replace(one, position=position))
    return edit.receipt


# -- within an edit --------------------------------------------------------------------------------------------


def _seat(edit: Edit, one: r.Participant, people: Sequence[UUID | str]) -> None:
    there = {each.person_id: each for each in edit.all(r.ParticipantPerson, participant_id=one.id)}
    kept: list[UUID] = []
    for known in people:
        person = known if isinstance(known, UUID) else _person(edit, one, known)
        if person not in kept:
            edit.get(r.Person, person)
            kept.append(person)
    for position, person in enumerate(kept):
        if person in there:
            edit.save(replace(there[person], position=position))
        else:
            new = r.ParticipantPerson(mission_id=one.mission_id, participant_id=one.id, person_id=person)
            edit.add(replace(new, position=position))
    edit.delete_all([each for person, each in there.items() if person not in kept])


def _person(edit: Edit, one: r.Participant, name: str) -> UUID:
    """Return somebody of the organisation by name, else make them."""
    own = edit.all(r.Person, organisation_id=one.organisation_id)
    found = next((each for each in own if folded(each.full_name) == folded(name)), None)
    if found is not None:
        return found.id
    return edit.add(replace(typed_person(name, "people"), organisation_id=one.organisation_id)).id


def _named(value: object) -> list[UUID | str]:
    """Return who is named: ids and names, or names typed with commas between."""
    if isinstance(value, str):
        return [one.strip() for one in value.split(",") if one.strip()]
    if not isinstance(value, Iterable):
        return []
    return [one.id if isinstance(one, Linked) else one for one in value if isinstance(one, UUID | str | Linked)]


def _refuse_unknown(values: Mapping[str, object]) -> None:
    unknown = next((name for name in values if name not in _OWN), None)
    if unknown is not None:
        raise Invalid(N_("This cannot be changed here."), field=unknown)


def _fields(values: Mapping[str, object]) -> dict[str, Any]:
    return dict(values)


def _called(edit: Edit, one: r.Participant) -> str:
    owner = edit.find(r.Organisation, one.organisation_id)
    return (owner.short or owner.name or "") if owner is not None else ""
