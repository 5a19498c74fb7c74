from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda, clipboard
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.programme.clipboard import Target
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def visit(ws: Workspace) -> UUID:
    """Give an item with a host and a place, and another mission without either."""
    for code in ("V", "W"):
        missions.create(ws, MissionDraft(title=code, start=DAY, end=DAY, zone="Europe/Madrid", code=code))
    with ws.edit("Directory") as edit:
        host = edit.add(r.Organisation(name="Host"))
        lab = edit.add(r.Place(name="Lab"))
    nine, ten = dt.time(9), dt.time(10)
    draft = ItemDraft(title="Visit", date=DAY, start=nine, end=ten, place_id=lab.id, hosts=(host.id,))
    return agenda.add(ws, "V", draft).first_added


def copied(ws: Workspace, *ids: UUID) -> clipboard.Copied:
    return clipboard.copied(missions.plan(ws, "V"), ids, translator("en"), dt.date.isoformat)


def test_a_copy_is_for_this_program_and_for_others(ws: Workspace, visit: UUID) -> None:
    found = copied(ws, visit)
    assert found.plain == "2025-05-05\n09:00–10:00\tVisit\tLab\tEveryone"
    assert "<td" in found.html
    assert clipboard.is_packed(found.data)
    told = clipboard.message(missions.plan(ws, "V"), visit, translator("en"), dt.date.isoformat)
    assert told.splitlines() == ["Visit", "2025-05-05, 09:00–10:00", "Lab"]
    with pytest.raises(NotFound):
        clipboard.message(missions.plan(ws, "V"), UUID(int=1), translator("en"), dt.date.isoformat)


def test_what_all_missions_share_comes_along_and_one_undo_takes_it_back(ws: Workspace, visit: UUID) -> None:
    text = copied(ws, visit).data
    told = clipboard.paste(ws, "W", text, Target(DAY))
    assert str(told.label) == "Paste “Visit”"
    clipboard.paste_after_last(ws, "W", text, DAY)
    plan = missions.plan(ws, "W")
    assert [(one.start, one.place_id is None) for one in plan.items] == [(dt.time(9), False), (dt.time(10), False)]
    assert [one.name for one in plan.hosts(plan.items[0])] == ["Host"]
    history.undo(ws)
    history.undo(ws)
    assert missions.plan(ws, "W").items == ()


def test_what_is_no_clipboard_of_ours_is_refused(ws: Workspace, visit: UUID) -> None:
    with pytest.raises(Invalid):
        clipboard.paste(ws, "W", '{"format": "other"}', Target(DAY))
