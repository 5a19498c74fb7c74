from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import NotFound, Stale
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.services import history, missions, workspace
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

State = Callable[[Path], str]
DAY = dt.date(2025, 5, 5)


@pytest.fixture
def code(ws: Workspace) -> str:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    return "V"


def add(ws: Workspace, title: str, hour: int = 9) -> r.AgendaItem:
    draft = ItemDraft(title=title, date=DAY, start=dt.time(hour), end=dt.time(hour + 1))
    identity = agenda.add(ws, "V", draft).first_added
    found = missions.plan(ws, "V").item(identity)
    assert found is not None
    return found


def issue(ws: Workspace, code: str) -> None:
    paper = r.IssuedDocument(
        mission_id=missions.find(ws, code).id,
        kind="programme",
        language="it",
        version=1,
        issued_at=dt.datetime(2025, 4, 1, tzinfo=dt.UTC),
        content_hash="0",
    )
    with ws.edit("Issue", undoable=False) as edit:
        edit.add(paper)


def test_an_undo_over_a_later_change_is_refused_and_changes_nothing(
    ws: Workspace, code: str, state: State
) -> None:
    item = add(ws, "Talk")
    moved = agenda.move(ws, item.id, DAY, dt.time(15))
    agenda.move(ws, item.id, DAY, dt.time(16))
    before = state(ws.path)
    with pytest.raises(Stale):
        history.undo(ws, moved.changeset)
    assert state(ws.path) == before
    assert history.next_undo(ws) is not None


def test_an_undo_that_would_leave_items_without_their_mission_is_refused(
    ws: Workspace, code: str, state: State
) -> None:
    add(ws, "Talk")
    first = history.entries(ws)[0].id
    before = state(ws.path)
    with pytest.raises(Stale):
        history.undo(ws, first)
    assert state(ws.path) == before
    history.undo(ws)
    history.undo(ws)
    assert missions.listing(ws) == ()


def test_an_undo_over_the_change_of_another_process_is_refused(ws: Workspace, code: str) -> None:
    item = add(ws, "Talk")
    mine = agenda.move(ws, item.id, DAY, dt.time(15))
    with workspace.open_workspace(ws.path) as other:
        agenda.move(other, item.id, DAY, dt.time(16))
    with pytest.raises(Stale):
        history.undo(ws, mine.changeset)


def test_an_edit_of_another_process_is_undone_here(ws: Workspace, code: str, state: State) -> None:
    item = add(ws, "Talk")
    before = state(ws.path)
    with workspace.open_workspace(ws.path) as other:
        agenda.move(other, item.id, DAY, dt.time(16))
    history.undo(ws)
    assert state(ws.path) == before


def test_edits_of_one_gesture_are_undone_together(ws: Workspace, code: str, state: State) -> None:
    item = add(ws, "Talk")
    before = state(ws.path)
    for hour in (10, 11, 12):
        agenda.move(ws, item.id, DAY, dt.time(hour), gesture="drag")
    after = state(ws.path)
    history.undo(ws)
    assert state(ws.path) == before
    history.redo(ws)
    assert state(ws.path) == after


def test_a_gesture_that_came_back_to_its_beginning_is_undone_and_redone(
    ws: Workspace, code: str, state: State
) -> None:
    item = add(ws, "Talk")
    with ws.edit("There", gesture="drag") as edit:
        edit.add(replace(item, id=(other := r.Destination(mission_id=item.mission_id)).id))
    with ws.edit("And back", gesture="drag") as edit:
        edit.delete(edit.get(r.AgendaItem, other.id))
    before = state(ws.path)
    history.undo(ws)
    history.redo(ws)
    assert state(ws.path) == before


def test_the_order_of_languages_is_undone_too(ws: Workspace, code: str, state: State) -> None:
    one = missions.find(ws, code)
    missions.change(ws, replace(one, title=Texts.of({"it": "Visita", "en": "Visit"})))
    before = state(ws.path)
    missions.change(ws, replace(missions.find(ws, code), title=Texts.of({"en": "Visit", "it": "Visita"})))
    assert state(ws.path) != before
    history.undo(ws)
    assert state(ws.path) == before


def test_issued_paper_is_skipped_and_survives_the_undo_of_everything(ws: Workspace, code: str) -> None:
    issue(ws, code)
    assert not history.entries(ws)[-1].undoable
    history.undo(ws)
    assert missions.listing(ws) == ()
    history.redo(ws)
    assert len(missions.plan(ws, code).issued) == 1
    with pytest.raises(NotFound):
        history.redo(ws)


def test_a_new_edit_ends_redo(ws: Workspace, code: str) -> None:
    add(ws, "Talk")
    history.undo(ws)
    add(ws, "Other")
    assert history.next_redo(ws) is None
    with pytest.raises(NotFound):
        history.redo(ws)


def test_the_history_tells_what_is_undone(ws: Workspace, code: str) -> None:
    add(ws, "Talk")
    history.undo(ws)
    told = [(str(one.label), one.undone) for one in history.entries(ws)]
    assert told == [("New mission “Visita”", False), ("Add “Talk”", True)]


def test_undo_is_told_to_listeners_with_what_it_touched(ws: Workspace, code: str) -> None:
    item = add(ws, "Talk")
    told: list[workspace.Receipt] = []
    ws.listeners.append(told.append)
    history.undo(ws, origin="menu")
    assert [one.origin for one in told] == ["menu"]
    assert ("agenda_item", item.id) in told[0].touched
    assert told[0].missions == frozenset({item.mission_id})


def test_pages_go_back_in_time_and_keep_to_one_mission(ws: Workspace, code: str) -> None:
    missions.create(ws, MissionDraft(title="Other", start=DAY, end=DAY, zone="UTC", code="W"))
    for number in range(5):
        add(ws, f"{number}")
    agenda.add(ws, "W", ItemDraft(title="Elsewhere"))
    first = history.page(ws, count=3)
    second = history.page(ws, count=3, before=first[-1].id)
    assert [one.id for one in (*first, *second)] == sorted((one.id for one in history.entries(ws)), reverse=True)[
        :6
    ]
    own = history.page(ws, mission=missions.find(ws, code).id)
    assert [str(one.label) for one in own] == [f"Add “{n}”" for n in (4, 3, 2, 1, 0)] + ["New mission “Visita”"]


def test_the_history_tells_why_an_entry_cannot_be_undone(ws: Workspace, code: str) -> None:
    item = add(ws, "Talk")
    agenda.move(ws, item.id, DAY, dt.time(15))
    agenda.move(ws, item.id, DAY, dt.time(16))
    issue(ws, code)
    other = add(ws, "Other")
    history.undo(ws)
    assert other.id not in {one.id for one in missions.plan(ws, code).items}
    entries = history.page(ws)
    reasons = history.why_not_undone(ws, [one.id for one in entries])
    told = {str(one.label): str(reasons[one.id]) for one in reversed(entries)}
    assert told["Add “Other”"] == "It is undone already."
    assert told["Issue"] == "What left the house stays on record."
    assert told["Add “Talk”"] == "What it changed was changed again since."
    assert told["New mission “Visita”"] == "Other entries were built on it since."
    assert told["Move “Talk”"] == "None"
    assert list(reasons.values()).count(None) == 1
