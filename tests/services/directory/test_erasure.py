from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.base.errors import Locked, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole, ItemKind
from missionplanner.services import backup, history, media, missions, search, workspace
from missionplanner.services.directory import erased, erasure
from missionplanner.services.workspace import Workspace
from tests import factories as f

FIRM = f.organisation("Idrogeno Uno")
ZOE = f.person("Zöe Xyzzyquist", email="zx@example.org", mobile="+39 333 9876543", organisation_id=FIRM.id)
OTHER = f.person("Anna Neri", email="anna@example.org")
TRACES = ("Xyzzyquist", "Z\\u00f6e", "zx@example.org", "9876543", "SECRETDIET", "P1234567")


def own(what: type[Any], key: str, **fields: Any) -> Any:
    return what(id=f.uid(key), mission_id=f.MISSION, **fields)


PART = own(
    r.Delegate,
    "part",
    person_id=ZOE.id,
    role=DelegateRole.SPEAKER,
    badge="Dr Xyzzyquist",
    diet=Secret("SECRETDIET"),
)
ITEM = own(
    r.AgendaItem, "item", kind=ItemKind.MEAL, title=Texts.of("Dinner"), team_notes="Sit by Zöe Xyzzyquist, please"
)
LEG, STAY = own(r.Leg, "leg", number="AZ 1"), own(r.Stay, "stay")


@pytest.fixture
def full(ws: Workspace) -> Workspace:
    with ws.edit("Add") as edit:
        edit.add(f.mission(code="M-1"))
        photo = media.store(edit, b"face of Xyzzyquist", "jpg")
        edit.add_all([FIRM, replace(ZOE, photo=photo), OTHER, PART, ITEM, LEG, STAY])
        edit.add(own(r.Confidential, "secret", delegate_id=PART.id, document_number=Secret("P1234567")))
        edit.add(own(r.LegPassenger, "seat", leg_id=LEG.id, person_id=ZOE.id, ticket="XYZZYQUIST/Z"))
        edit.add(own(r.StayGuest, "bed", stay_id=STAY.id, person_id=ZOE.id))
        edit.add(own(r.ItemPerson, "speaks", item_id=ITEM.id, person_id=ZOE.id))
        edit.add(own(r.FileRef, "ref", list="people", record_id=ZOE.id, ref="zoe-xyzzyquist"))
        edit.add(r.ContactNote(person_id=ZOE.id, text="Met Zöe Xyzzyquist"))
    with ws.edit("Rename {name}", name="Zöe Xyzzyquist") as edit:
        edit.save(replace(edit.get(r.Person, OTHER.id), notes="knows Xyzzyquist Zöe"))
    return ws


def left(ws: Workspace) -> list[str]:
    """Return the traces whose bytes are in the file or beside it."""
    data = b"".join(one.read_bytes() for one in ws.path.parent.glob(f"{ws.path.name}*"))
    return [one for one in TRACES if one.lower().encode() in data.lower()]


def test_no_byte_of_the_person_is_left(full: Workspace) -> None:
    assert left(full) == list(TRACES)
    erasure.erase(full, ZOE.id)
    assert left(full) == []


def test_a_place_not_named_keeps_what_was_assigned(full: Workspace) -> None:
    receipt = erasure.erase(full, ZOE.id)
    plan = missions.plan(full, "M-1")
    (part,) = plan.delegates
    person = plan.person(part.person_id)
    assert person is not None and person.unnamed and person.organisation_id == FIRM.id
    assert (part.role, part.badge, part.diet) == (DelegateRole.SPEAKER, None, None)
    assert [one.person_id for one in plan.passengers] == [person.id]
    assert [one.person_id for one in plan.guests] == [person.id]
    assert plan.item_people == ()
    assert plan.items[0].team_notes == "Sit by …, please"
    assert receipt.missions == {f.MISSION}


def test_the_history_stays_but_leads_back_no_more(full: Workspace) -> None:
    history.undo(full)
    erasure.erase(full, ZOE.id)
    assert (history.next_undo(full), history.next_redo(full)) == (None, None)
    labels = [dict(one.label.arguments) for one in history.entries(full)]
    assert labels == [{}, {"name": "…"}, {}]
    with full.edit("More") as edit:
        edit.add(f.person("Ugo Bassi"))
    history.undo(full)
    assert [one.full_name for one in _people(full)] == ["Anna Neri"]
    with workspace.open_workspace(full.path) as again:
        assert history.next_undo(again) is None


def _people(ws: Workspace) -> list[r.Person]:
    with ws.edit("Read") as edit:
        return [one for one in edit.all(r.Person) if not one.unnamed]


def test_a_photo_somebody_else_has_too_stays(full: Workspace) -> None:
    with full.edit("Photo") as edit:
        photo = edit.get(r.Person, ZOE.id).photo
        edit.save(replace(edit.get(r.Person, OTHER.id), photo=photo))
    erasure.erase(full, ZOE.id)
    assert photo is not None and media.read(full, photo) is not None


def test_nobody_finds_them_and_everybody_finds_the_others(full: Workspace) -> None:
    erasure.erase(full, ZOE.id)
    assert search.search(full, "xyzzyquist") == ()
    assert [one.title for one in search.search(full, "neri")] == ["Anna Neri"]


def test_the_outlook_says_what_goes_and_the_copies_go_if_told(full: Workspace) -> None:
    made = backup.make(full)
    aside = full.path.with_name(full.path.name + ".before-restore-20250401T080000Z")
    aside.write_bytes(b"old")
    seen = erasure.look(full, ZOE.id)
    assert (seen.name, seen.missions, seen.notes, seen.photo, seen.steps) == (
        "Zöe Xyzzyquist",
        ("M-1",),
        1,
        True,
        2,
    )
    assert seen.copies == (made.path, aside)
    erasure.erase(full, ZOE.id, drop=seen.copies)
    assert erasure.copies(full) == ()
    assert list(made.path.parent.iterdir()) == []


def test_what_cannot_be_done_changes_nothing(full: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        erasure.erase(full, f.uid("nobody"))
    with workspace.open_workspace(full.path), pytest.raises(Locked):
        erasure.erase(full, ZOE.id)
    assert erasure.look(full, ZOE.id).name == "Zöe Xyzzyquist"


def test_an_older_copy_put_back_is_cleaned_when_it_is_opened(full: Workspace) -> None:
    path, made = full.path, backup.make(full)
    erasure.erase(full, ZOE.id)
    assert erased.ids_of(path) == (ZOE.id,)
    full.close()
    backup.restore(made.path, path)
    for kept in path.parent.glob(f"{path.name}.before-restore-*"):
        kept.unlink()
    with workspace.open_workspace(path) as again:
        assert left(again) == []
        assert [one.full_name for one in _people(again)] == ["Anna Neri"]
        assert len(history.entries(again)) == 3
    with workspace.open_workspace(path) as quiet:
        assert len(history.entries(quiet)) == 3


def test_a_list_of_the_erased_that_holds_rubbish_harms_nothing(full: Workspace) -> None:
    path = full.path
    full.close()
    erased.list_of(path).write_bytes(b"\xff\x00\n" + str(f.uid("nobody")).encode() + b"\n../x\n")
    with workspace.open_workspace(path) as again:
        assert len(_people(again)) == 2
