"""The names of a workspace, for those who search."""

from __future__ import annotations

import sqlalchemy as sa

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.services.directory import known_names
from missionplanner.services.directory.known_names import Name, Names
from missionplanner.services.workspace import Workspace


def store(ws: Workspace, *some: r.Record) -> None:
    with ws.edit(N_("Import")) as edit:
        edit.add_all(some)


def test_an_empty_workspace_has_no_names(ws: Workspace) -> None:
    assert known_names.everything(ws) == Names()


def test_people_come_by_family_with_their_organisation_and_names_either_way_round(ws: Workspace) -> None:
    agency = r.Organisation(name=None, short="SPRI", city="Bilbao", country="ES")
    anna = r.Person(given="Anna", family="Rossi", organisation_id=agency.id)
    chen = r.Person(given="Wei", family="Chen", name_order=NameOrder.FAMILY_FIRST, native_name="陈伟")
    store(ws, agency, anna, chen, r.Person(email="nobody@example.org"))
    names = known_names.everything(ws)
    assert names.people == (
        Name(chen.id, "Chen Wei", ("陈伟",)),
        Name(anna.id, "Anna Rossi", ("Rossi Anna",), "SPRI"),
    )
    assert names.organisations == (Name(agency.id, "SPRI", (), "Bilbao"),)


def test_places_are_named_by_their_address_where_they_have_no_name(ws: Workspace) -> None:
    hotel, door = r.Place(name="Hotel Ercilla", city="Bilbao"), r.Place(address="Calle 1", country="ES")
    store(ws, hotel, door)
    assert {one.name: one.detail for one in known_names.everything(ws).places} == {
        "Hotel Ercilla": "Bilbao",
        "Calle 1": "ES",
    }


def test_thousands_of_names_are_three_queries(ws: Workspace) -> None:
    store(ws, *(r.Person(given="Anna", family=f"Rossi {number}") for number in range(3000)))
    asked: list[str] = []
    engine = ws._engine

    def count(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    sa.event.listen(engine, "before_cursor_execute", count)
    assert len(known_names.everything(ws).people) == 3000
    assert len([one for one in asked if one.startswith("SELECT")]) == 3
