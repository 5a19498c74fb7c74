from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.base.errors import Cancelled, Invalid
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.services import history
from missionplanner.services.directory import duplicates, joining
from missionplanner.services.workspace import Workspace
from tests import factories as f

ANNA = f.person("Anna Neri", email="anna@example.org")
SAME = replace(ANNA, id=f.uid("same"), given="Anna Maria")
THIRD = replace(ANNA, id=f.uid("third"), native_name="안나", email=None)
BRUNO = f.person("Bruno Gallo")


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    with ws.edit("Add") as edit:
        edit.add_all((ANNA, SAME, BRUNO))
    return ws


def names(found: tuple[duplicates.Double, ...]) -> list[set[str]]:
    return [{one.one.name, one.other.name} for one in found]


def test_pairs_come_with_names_score_and_reasons(filled: Workspace) -> None:
    (pair,) = duplicates.look(filled, r.Person)
    assert {pair.one.name, pair.other.name} == {"Anna Neri", "Anna Maria Neri"}
    assert pair.ids == {ANNA.id, SAME.id}
    assert pair.score > 0.9
    assert pair.reasons[0].text == "same e-mail"
    assert duplicates.look(filled, r.Organisation) == duplicates.look(filled, r.Place) == ()


def test_what_is_told_apart_is_shown_no_more_until_that_is_undone(filled: Workspace) -> None:
    receipt = duplicates.keep_apart(filled, r.Person, SAME.id, ANNA.id)
    again = duplicates.keep_apart(filled, r.Person, ANNA.id, SAME.id)
    assert receipt.changeset is not None
    assert again.changeset is None
    assert duplicates.look(filled, r.Person) == duplicates.around(filled, r.Person, ANNA.id) == ()
    history.undo(filled)
    assert len(duplicates.look(filled, r.Person)) == 1
    with pytest.raises(Invalid):
        duplicates.keep_apart(filled, r.Person, ANNA.id, ANNA.id)


def test_a_merge_takes_over_what_was_told_apart(filled: Workspace) -> None:
    with filled.edit("Add") as edit:
        edit.add(THIRD)
    duplicates.keep_apart(filled, r.Person, THIRD.id, SAME.id)
    duplicates.keep_apart(filled, r.Person, SAME.id, BRUNO.id)
    assert names(duplicates.around(filled, r.Person, THIRD.id)) == [{"Anna Neri"}]
    joining.join(filled, r.Person, ANNA.id, SAME.id)
    assert duplicates.look(filled, r.Person) == ()
    joining.join(filled, r.Person, ANNA.id, THIRD.id)  # whoever merges them all the same is right
    with filled.edit("Read") as edit:
        (kept,) = edit.all(r.DistinctPair)
    assert {kept.one_id, kept.other_id} == {ANNA.id, BRUNO.id}
    for _step in range(2):
        history.undo(filled)
    assert len(duplicates.look(filled, r.Person)) == 2


def test_looking_can_be_stopped(filled: Workspace) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        duplicates.look(filled, r.Person, progress)
