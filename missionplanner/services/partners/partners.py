"""Keep the partners of a mission: read them by columns, create, change several, take them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists, reading
from missionplanner.domain.checks.options import day_of
from missionplanner.domain.partners import partnering
from missionplanner.domain.partners.partnering import Standing, newest_first, standing
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import (
    AgendaItem,
    ItemHost,
    Mission,
    Organisation,
    Partner,
    PartnerContact,
    PartnerRequest,
    Person,
)
from missionplanner.domain.vocabulary import PartnerRole, PartnerState
from missionplanner.services import missions
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.rows import Page, Row, linked
from missionplanner.services.workspace import Edit, Receipt, Workspace

_STORED = ("organisation_id", "role", "state", "region", "notes")
FIELDS = (
    "organisation_id",
    "role",
    "state",
    "region",
    "notes",
    "contacts",
    "visits",
    "said_on",
    "channel",
    "silent",
    "next_day",
    "chase",
)
"""What a row of partners holds, in this order: the stored ones, then what follows from log and programme."""
_REQUEST = ("partner_id", "position", "date", "channel", "person_id", "text", "answer", "answered_on", "next_day")


def page(
    ws: Workspace,
    mission_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    today: dt.date | None = None,
) -> Page:
    """Read the partners of a mission by name; ``today`` None means the day the mission is looked at."""
    own = {"mission_id": mission_id}
    with ws.reading() as connection:
        mission = next((one for one in reading.missions(connection) if one.id == mission_id), None)
        if mission is None:
            return Page((), 0)
        found = lists.rows(connection, Partner, _STORED, ("position",), ids=ids, equal=own)
        total = lists.count(connection, Partner, own)
        names = lists.names(connection, Organisation, {row[1] for row in found})
        regions = dict(lists.rows(connection, Organisation, ("region",), (), ids={row[1] for row in found}))
        told = _Told(connection, mission, day_of(MissionPlan(mission), today or dt.date.today()))
    rows = [
        Row(row[0], (linked(names, row[1]), row[2], row[3], row[4] or regions.get(row[1]), row[5], *told.of(row)))
        for row in sorted(found, key=lambda row: (names.get(row[1], "").casefold(), row[0].int))
    ]
    return Page(rows[:limit], total)


class _Told:
    """Be what contacts, log and programme tell of every partner of a mission, read by one query each."""

    def __init__(self, connection: sa.Connection, mission: Mission, today: dt.date) -> None:
        own = {"mission_id": mission.id}
        self._mission, self._today = mission, today
        contacts = lists.rows(connection, PartnerContact, ("partner_id", "person_id"), ("position",), equal=own)
        self._people = _names_of(connection, {person for _id, _partner, person in contacts})
        self._contacts = _grouped((partner, person) for _id, partner, person in contacts)
        hosts = lists.rows(connection, ItemHost, ("organisation_id", "item_id"), (), equal=own)
        items = {row[0] for row in lists.rows(connection, AgendaItem, (), (), equal=own)}
        self._visits = _grouped((host, item) for _id, host, item in hosts if item in items)
        log = lists.rows(connection, PartnerRequest, _REQUEST, ("position",), equal=own)
        self._log = _grouped((row[1], _request(mission.id, row)) for row in log)

    def of(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """Return the values that follow, for a row of the stored ones."""
        identity, organisation, _role, state = row[:4]
        now: Standing = standing(state, self._log.get(identity, ()), self._today)
        people = [self._people[one] for one in self._contacts.get(identity, ()) if self._people.get(one)]
        due = now.chase is not None and now.chase <= self._today <= self._mission.last_day
        return (
            ", ".join(people),
            len(set(self._visits.get(organisation, ()))),
            now.said_on,
            now.channel,
            now.silent,
            now.next_day,
            due,
        )


def _request(mission_id: UUID, row: Sequence[Any]) -> PartnerRequest:
    return PartnerRequest(id=row[0], mission_id=mission_id, **dict(zip(_REQUEST, row[1:], strict=True)))


def _names_of(connection: sa.Connection, ids: Collection[UUID]) -> dict[UUID, str]:
    found = lists.rows(connection, Person, ("given", "family", "name_order", "native_name"), (), ids=ids)
    return {
        row[0]: Person(given=row[1], family=row[2], name_order=row[3]).full_name or row[4] or "" for row in found
    }


def _grouped(pairs: Iterable[tuple[UUID, Any]]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


# -- writing ---------------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: Partner | None, after: Partner) -> Partner:
    others = [one for one in edit.all(Partner, mission_id=after.mission_id) if one.id != after.id]
    if not edit.find(Organisation, after.organisation_id):
        raise Invalid(N_("A partner is an organisation: choose one, or create it."), field="organisation_id")
    if any(one.organisation_id == after.organisation_id for one in others):
        raise Invalid(N_("This organisation is a partner of the mission already."), field="organisation_id")
    if before is None:
        return replace(after, position=_next_position(others))
    return after


def _next_position(some: Sequence[Partner | PartnerContact | PartnerRequest]) -> int:
    return max((one.position for one in some), default=-1) + 1


_ENTRIES = Entries(
    kind=Partner,
    name=lambda _one: "",
    added=N_("Add a partner"),
    changed=N_("Change a partner"),
    changed_many=N_("Change {count} partners"),
    deleted=N_("Take a partner out"),
    deleted_many=N_("Take {count} partners out"),
    checked=_checked,
    makers={"organisation_id": made},
)
delete = _ENTRIES.delete


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Add a partner of what a form holds; the name of an organisation makes it. Raises Invalid with the field."""
    known = values.get("organisation_id")
    if known is None:
        raise Invalid(N_("A partner is an organisation: choose one, or create it."), field="organisation_id")
    day = values.get("next_day")
    rest = {key: value for key, value in values.items() if key not in ("organisation_id", "next_day")}
    with ws.edit(N_("Add a partner")) as edit:
        owner = known if isinstance(known, UUID) else made(edit, str(known))
        new = replace(Partner(mission_id=mission_id, organisation_id=owner), **_fields(rest))
        partner = edit.add(_checked(edit, None, new))
        if isinstance(day, dt.date):
            edit.add(PartnerRequest(mission_id=mission_id, partner_id=partner.id, next_day=day))
        edit.call(N_("Add {name} as a partner"), name=called(edit, partner))
    return replace(edit.receipt, added=_partners_first(edit.receipt))


def _fields(values: Mapping[str, object]) -> dict[str, Any]:
    for name in values:
        if name not in _STORED:
            raise Invalid(N_("This cannot be changed here."), field=name)
    return dict(values)


def _partners_first(receipt: Receipt) -> tuple[tuple[str, UUID], ...]:
    return tuple(sorted(receipt.added, key=lambda one: one[0] != "partner"))


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of several partners, undone together.

    The day to ask again stands in the newest line of the log. Raises Invalid with the field, NotFound.
    """
    some = list(cells)
    days = [one for one in some if one[1] == "next_day"]
    others = [one for one in some if one[1] != "next_day"]
    if not days:
        return _ENTRIES.change_cells(ws, others, gesture=gesture, refused=refused)
    both = gesture or (uuid4().hex if others else None)
    if others:
        _ENTRIES.change_cells(ws, others, gesture=both, refused=refused)
    with ws.edit(N_("Set when to ask {count} partners again"), count=len(days), gesture=both) as edit:
        for identity, _name_of_field, day in days:
            partner = edit.get(Partner, identity)
            _chase_on(edit, partner, day if isinstance(day, dt.date) else None)
            if len(days) == 1:
                edit.call(N_("Set when to ask {name} again"), name=called(edit, partner))
    return edit.receipt


def _chase_on(edit: Edit, partner: Partner, day: dt.date | None) -> None:
    log = newest_first(edit.all(PartnerRequest, partner_id=partner.id))
    if log:
        edit.save(replace(log[0], next_day=day))
    elif day is not None:
        edit.add(PartnerRequest(mission_id=partner.mission_id, partner_id=partner.id, next_day=day))


def add_hosts(ws: Workspace, code: str) -> Receipt:
    """Make a partner of every organisation that hosts an item and is none yet. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.edit(N_("Add the hosts as partners")) as edit:
        plan = edit.plan(mission.id)
        first = _next_position(plan.partners)
        edit.add_all(
            Partner(
                mission_id=mission.id,
                organisation_id=one.id,
                position=number,
                role=PartnerRole.HOST,
                state=PartnerState.TO_CONTACT,
            )
            for number, one in enumerate(partnering.hosts_without_partner(plan), first)
        )
    return edit.receipt


def set_contacts(ws: Workspace, partner_id: UUID, wanted: Sequence[UUID | str]) -> Receipt:
    """Say who the contacts of a partner are, in their order; a name makes a person of its organisation.

    Raises NotFound, Invalid.
    """
    with ws.edit(N_("Change the contacts of {name}"), name="") as edit:
        partner = edit.get(Partner, partner_id)
        edit.call(N_("Change the contacts of {name}"), name=called(edit, partner))
        there = {one.person_id: one for one in edit.all(PartnerContact, partner_id=partner_id)}
        kept: set[UUID] = set()
        for position, known in enumerate(wanted):
            person = _contact(edit, partner, known)
            if person in kept:
                continue
            kept.add(person)
            if person in there:
                edit.save(replace(there[person], position=position))
            else:
                new = PartnerContact(mission_id=partner.mission_id, partner_id=partner_id, person_id=person)
                edit.add(replace(new, position=position))
        edit.delete_all([one for person, one in there.items() if person not in kept])
    return edit.receipt


def _contact(edit: Edit, partner: Partner, known: UUID | str) -> UUID:
    if isinstance(known, UUID):
        return edit.get(Person, known).id
    return edit.add(replace(typed_person(known), organisation_id=partner.organisation_id)).id


def called(edit: Edit, partner: Partner) -> str:
    """Return the name of a partner's organisation."""
    owner = edit.find(Organisation, partner.organisation_id)
    return (owner.name or owner.short or "") if owner is not None else ""
