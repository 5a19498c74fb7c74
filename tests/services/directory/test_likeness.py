from __future__ import annotations

from dataclasses import replace

from missionplanner.domain import records as r
from missionplanner.services.directory import joining, likeness
from missionplanner.services.workspace import Workspace
from tests import factories as f

ANNA = f.person("Anna Neri", mobile="333 1234567", organisation_id=f.uid("organisation:MECH"))
OTHER = r.Person(given="A.", family="Neri", mobile="+39 333 1234567")
MECH = f.organisation("MECH", country="IT")


def stored(ws: Workspace, *some: r.Record) -> None:
    with ws.edit("Add") as edit:
        edit.add_all(some)


def test_doubles_of_a_workspace_are_found_with_reasons(ws: Workspace) -> None:
    stored(ws, ANNA, OTHER, MECH, f.organisation("Mech S.r.l.", country="IT"), f.place("Hall"))
    (pair,) = likeness.pairs(ws, r.Person)
    assert {pair.one, pair.other} == {ANNA.id, OTHER.id}
    assert "same phone" in [str(one) for one in pair.likeness.reasons]  # a number without prefix is one of Italy
    assert len(likeness.pairs(ws, r.Organisation)) == 1
    assert likeness.pairs(ws, r.Place) == ()


def test_what_was_edited_since_counts(ws: Workspace) -> None:
    stored(ws, ANNA, MECH)
    draft = r.Person(given="Neri", family="Anna")
    assert [one.other for one in likeness.like(ws, r.Person, draft)] == [ANNA.id]
    with ws.edit("Rename") as edit:
        edit.save(replace(edit.get(r.Person, ANNA.id), given="Bruna"))
    assert likeness.like(ws, r.Person, draft) == ()
    stored(ws, r.Person(id=f.uid("second"), given="Anna", family="Neri"))
    assert [one.other for one in likeness.like(ws, r.Person, draft)] == [f.uid("second")]


def test_the_organisation_of_a_draft_counts(ws: Workspace) -> None:
    stored(ws, ANNA, MECH)
    draft = r.Person(given="A.", family="Neri")
    assert likeness.like(ws, r.Person, draft) == ()
    assert len(likeness.like(ws, r.Person, likeness.facts_of(draft, MECH))) == 1


def test_who_was_joined_is_found_no_more(ws: Workspace) -> None:
    stored(ws, ANNA, OTHER, MECH)
    (pair,) = likeness.pairs(ws, r.Person)
    joining.join(ws, r.Person, pair.one, pair.other)
    assert likeness.pairs(ws, r.Person) == ()
