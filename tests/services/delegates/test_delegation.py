"""The delegation as a list: people, places not yet named, one in the place of another, each as one undo step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, OrganisationKind, Rsvp, VisaState
from missionplanner.services import history, missions
from missionplanner.services.delegates import delegation, groups, substitution
from missionplanner.services.delegates.delegation_rows import FIELDS, HIDDEN
from missionplanner.services.delegates.placeholders import person_of
from missionplanner.services.entries import in_each
from missionplanner.services.workspace import Receipt, Workspace
from tests import factories as f

MISSION = f.MISSION
AGRI = f.organisation("Agrifood", kind=OrganisationKind.COMPANY)


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    """Give a mission with a company and two groups."""
    add(ws, f.mission(), AGRI, f.group("A"), f.group("B", position=1))
    return ws


def add(ws: Workspace, *some: r.Record) -> None:
    with ws.edit("Add") as edit:
        edit.add_all(some)


def kept(ws: Workspace, kind: type[Any], **equal: Any) -> tuple[Any, ...]:
    with ws.edit("Read") as edit:
        return edit.all(kind, **equal)


def rows(ws: Workspace, **more: Any) -> list[dict[str, Any]]:
    found = delegation.page(ws, MISSION, **more).rows
    return [dict(zip(("id", *FIELDS), (one.id, *one.values), strict=True)) for one in found]


def delegates(receipt: Receipt) -> list[UUID]:
    return [one for table, one in receipt.added if table == "delegate"]


def assigned(ws: Workspace, delegate_id: UUID) -> UUID:
    """Give a delegate a seat, a bed and a part in an item; return the person they are given to."""
    leg, stay = f.leg("08:00", "10:00", "AZ 1").record, r.Stay(id=f.uid("stay"), mission_id=MISSION)
    item = f.item("09:00", "10:00", "Visit").record
    table = r.SeatingTable(id=f.uid("table"), mission_id=MISSION, item_id=item.id)
    session = r.Matchmaking(id=f.uid("session"), mission_id=MISSION)
    own: dict[str, Any] = {"mission_id": MISSION, "matchmaking_id": session.id}
    with ws.edit("Assign") as edit:
        person = person_of(edit, edit.get(r.Delegate, delegate_id))
        edit.add_all([leg, stay, item, table, session])
        edit.add(r.Seat(mission_id=MISSION, table_id=table.id, person_id=person))
        edit.add(r.SessionInterpreter(**own, person_id=person, languages=("it", "en")))
        edit.add(r.Meeting(**own, a_id=AGRI.id, b_id=AGRI.id, interpreter_id=person))
        edit.add(r.ItemPerson(mission_id=MISSION, item_id=item.id, person_id=person, rsvp=Rsvp.ACCEPTED))
        edit.add(r.LegPassenger(mission_id=MISSION, leg_id=leg.id, person_id=person, ticket="T1", seat="4A"))
        edit.add(r.StayGuest(mission_id=MISSION, stay_id=stay.id, person_id=person))
        edit.add(r.AudiencePerson(mission_id=MISSION, item_id=item.id, person_id=person))
    return person


def holders(ws: Workspace) -> set[UUID]:
    """Return the people who have the seat, the bed and the part."""
    kinds = (r.LegPassenger, r.StayGuest, r.AudiencePerson, r.ItemPerson, r.Seat, r.SessionInterpreter)
    found = {one.person_id for kind in kinds for one in kept(ws, kind)}
    return found | ({one.interpreter_id for one in kept(ws, r.Meeting)} - {None})


def test_places_count_before_they_have_names(filled: Workspace) -> None:
    receipt = delegation.add_places(filled, MISSION, AGRI.id, 2, [f.uid("group:A")])
    found = rows(filled, place=lambda owner, number, count: f"{owner} {number} of {count}")
    assert [one["person_id"].name for one in found] == ["Agrifood 1 of 2", "Agrifood 2 of 2"]
    assert [one["groups"] for one in found] == [(f.uid("group:A"),)] * 2
    assert receipt.label.arguments == (("count", 2), ("name", "Agrifood"))
    history.undo(filled)
    assert rows(filled) == []


@pytest.mark.parametrize("known", ["Anna Neri", f.uid("person:Anna Neri")])
def test_a_named_place_keeps_all_that_was_assigned(filled: Workspace, known: UUID | str) -> None:
    add(filled, f.person("Anna Neri"))
    (place,) = delegates(delegation.add_places(filled, MISSION, AGRI.id, 1))
    before = assigned(filled, place)
    assert [one["person_id"].id for one in rows(filled)] == [place]
    delegation.name_place(filled, place, known)
    (row,) = rows(filled)
    assert (row["person_id"].name, row["organisation_id"].name) == ("Anna Neri", "Agrifood")
    assert holders(filled) == {row["person_id"].id}
    assert not [one for one in kept(filled, r.Person) if one.unnamed]
    history.undo(filled)
    assert holders(filled) == {before}


def test_nobody_is_in_a_delegation_twice(filled: Workspace) -> None:
    anna = f.person("Anna Neri")
    add(filled, anna)
    delegation.add_people(filled, MISSION, [anna.id])
    (place,) = delegates(delegation.add_places(filled, MISSION, AGRI.id, 1))
    with pytest.raises(Invalid) as twice:
        delegation.name_place(filled, place, anna.id)
    assert twice.value.field == "person_id"
    with pytest.raises(Invalid):
        delegation.add_people(filled, MISSION, [anna.id])


def test_another_takes_over_what_is_not_personal(filled: Workspace) -> None:
    anna = f.person("Anna Neri", organisation_id=AGRI.id)
    add(filled, anna)
    (old,) = delegates(
        delegation.add_people(
            filled, MISSION, [anna.id], role=DelegateRole.HEAD_OF_DELEGATION, groups=[f.uid("group:B")]
        )
    )
    delegation.change_cells(filled, in_each([old], "diet", "vegan"))
    delegation.change_cells(filled, in_each([old], "visa", VisaState.GRANTED))
    groups.lead(filled, f.uid("group:B"), anna.id)
    assigned(filled, old)
    assert substitution.left_behind(filled, old) == ("visa", "diet", "tickets in their name")
    (new,) = delegates(substitution.substitute(filled, old, "Bruno Verdi"))
    told = {one["id"]: one for one in rows(filled)}
    assert told[old]["status"] is DelegateStatus.REPLACED
    assert told[old]["replaced_by_id"].name == "Bruno Verdi"
    assert (told[new]["role"], told[new]["groups"]) == (DelegateRole.HEAD_OF_DELEGATION, (f.uid("group:B"),))
    assert (told[new]["diet"], told[new]["visa"]) == (None, None)
    assert told[new]["organisation_id"].name == "Agrifood"
    bruno = told[new]["person_id"].id
    assert holders(filled) == {bruno}
    assert [(one.seat, one.ticket) for one in kept(filled, r.LegPassenger)] == [("4A", None)]
    assert [one.rsvp for one in kept(filled, r.ItemPerson)] == [None]
    assert [one.languages for one in kept(filled, r.SessionInterpreter)] == [()]
    assert kept(filled, r.Group, id=f.uid("group:B"))[0].leader_id == bruno


def test_a_reserve_who_is_there_already_moves_up(filled: Workspace) -> None:
    delegation.add_people(filled, MISSION, ["Anna Neri"])
    delegation.add_people(filled, MISSION, ["Bruno Verdi"], status=DelegateStatus.WAITLISTED)
    anna, bruno = rows(filled)
    substitution.substitute(filled, anna["id"], bruno["person_id"].id)
    assert {one["person_id"].name: one["status"] for one in rows(filled)} == {
        "Anna Neri": DelegateStatus.REPLACED,
        "Bruno Verdi": DelegateStatus.SELECTED,
    }
    with pytest.raises(Invalid):
        substitution.substitute(filled, anna["id"], bruno["person_id"].id)


def test_taking_somebody_out_frees_their_seat_and_bed(filled: Workspace, state: Callable[[Path], str]) -> None:
    (place,) = delegates(delegation.add_places(filled, MISSION, AGRI.id, 1))
    assigned(filled, place)
    before = state(filled.path)
    delegation.delete(filled, [place])
    assert (rows(filled), holders(filled), kept(filled, r.Person)) == ([], set(), ())
    history.undo(filled)
    assert state(filled.path) == before


def test_what_is_sealed_is_hidden_until_asked_for(filled: Workspace) -> None:
    (anna,) = delegates(delegation.add_people(filled, MISSION, ["Anna Neri"]))
    day = dt.date(2030, 1, 31)
    cells = [(anna, "document_expires", day), (anna, "document_number", "YA1"), (anna, "diet", None)]
    delegation.change_cells(filled, cells)
    (hidden,), (open_,) = rows(filled), rows(filled, revealed=True)
    assert [hidden[key] for key in ("document_expires", "document_number", "diet")] == [HIDDEN, HIDDEN, None]
    assert [open_[key] for key in ("document_expires", "document_number")] == [day, "YA1"]
    assert kept(filled, r.Confidential)[0].document_number == Secret("YA1")


def test_cells_that_are_refused_are_told_and_the_others_stored(filled: Workspace) -> None:
    (place,) = delegates(delegation.add_places(filled, MISSION, AGRI.id, 1))
    (anna,) = delegates(delegation.add_people(filled, MISSION, ["Anna Neri"]))
    told: list[tuple[UUID, str | None]] = []
    cells: list[tuple[UUID, str, object]] = [
        (place, "email", "a@example.org"),
        (anna, "email", "nowhere"),
        (anna, "groups", ("New", f.uid("group:A"))),
        (anna, "precedence", 0),
        (place, "groups", ("New",)),
    ]
    delegation.change_cells(filled, cells, refused=lambda one, error: told.append((one, error.field)))
    assert told == [(place, "email"), (anna, "email"), (anna, "precedence")]
    (new,) = [one for one in kept(filled, r.Group) if groups.label(one) == "New"]
    found = {one["id"]: one["groups"] for one in rows(filled)}
    assert found == {place: (new.id,), anna: (new.id, f.uid("group:A"))}
    with pytest.raises(Invalid) as early:
        delegation.change_cells(filled, [(anna, "joins", f.START), (anna, "leaves", f.date_of(-2))])
    assert early.value.field == "leaves"


def test_a_row_becomes_a_person_or_a_place(filled: Workspace) -> None:
    new = {"family": "Neri", "given": "Anna", "organisation_id": "SPRI", "email": "anna@example.org"}
    delegation.create_from(filled, new, mission_id=MISSION)
    delegation.create_from(filled, {"organisation_id": AGRI.id, "badge": "VIP"}, mission_id=MISSION)
    anna, place = rows(filled)
    assert (anna["person_id"].name, anna["organisation_id"].name) == ("Anna Neri", "SPRI")
    assert (place["named"], place["badge"], place["organisation_id"].name) == (False, "VIP", "Agrifood")
    with pytest.raises(Invalid):
        delegation.create_from(filled, {"badge": "VIP"}, mission_id=MISSION)


def test_protocol_order_is_made_and_then_changed_by_hand(filled: Workspace) -> None:
    ministry = f.organisation("Ministry", kind=OrganisationKind.MINISTRY)
    add(filled, ministry, f.person("Zoe Alto", organisation_id=ministry.id))
    delegation.add_places(filled, MISSION, AGRI.id, 1)
    delegation.add_people(filled, MISSION, ["Carla Bo", "Anna Neri", f.uid("person:Zoe Alto")])
    carla = next(one["id"] for one in rows(filled) if one["person_id"].name == "Carla Bo")
    delegation.change_cells(filled, in_each([carla], "role", DelegateRole.HEAD_OF_DELEGATION))
    delegation.order_by_protocol(filled, MISSION)
    assert [one["person_id"].name for one in rows(filled)] == ["Carla Bo", "Zoe Alto", "Agrifood", "Anna Neri"]
    delegation.move(filled, MISSION, [rows(filled)[3]["id"]], -2)
    assert [(one["precedence"], one["person_id"].name) for one in rows(filled)] == [
        (1, "Carla Bo"),
        (2, "Anna Neri"),
        (3, "Zoe Alto"),
        (4, "Agrifood"),
    ]


def test_groups_are_kept_in_order_and_led(filled: Workspace) -> None:
    code, a, b = "TEST-2025", f.uid("group:A"), f.uid("group:B")
    (anna, bruno) = delegates(delegation.add_people(filled, MISSION, ["Anna Neri", "Bruno Verdi"]))
    (new,) = [one for _table, one in groups.create(filled, code, "C", "en", [anna]).added[:1]]
    groups.move(filled, new, -2)
    groups.put(filled, a, [anna, bruno])
    groups.lead(filled, a, rows(filled)[0]["person_id"].id)
    groups.lead(filled, a, rows(filled)[0]["person_id"].id, deputy=True)
    groups.rename(filled, b, "Green", "it")
    plan = missions.plan(filled, code)
    assert [groups.label(one) for one in plan.groups] == ["C", "A", "Green"]
    lead = next(one for one in plan.groups if one.id == a)
    assert (lead.leader_id, lead.deputy_id is not None) == (None, True)
    assert [one["groups"] for one in rows(filled)] == [(new, a), (a,)]
    groups.put(filled, a, [anna, bruno])
    for name in ("green ", " "):
        with pytest.raises(Invalid):
            groups.create(filled, code, name, "en")
    with pytest.raises(Invalid):
        groups.colour(filled, b, "red")
