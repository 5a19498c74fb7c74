from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.shifting import Scope, Shift
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda, grouping, shifting
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.programme.grouping import Part
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
State = Callable[[Path], str]


@pytest.fixture
def groups(ws: Workspace) -> list[UUID]:
    """Give a mission with two groups of one each, a transfer and a visit."""
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    mission = missions.find(ws, "V").id
    found = []
    with ws.edit("Delegation") as edit:
        leg = edit.add(r.Leg(mission_id=mission, date=DAY, start=dt.time(8), end=dt.time(9), capacity=9))
        for position, name in enumerate("AB"):
            group = edit.add(r.Group(mission_id=mission, name=Texts.of(name), position=position))
            person = edit.add(r.Person(family=name))
            delegate = edit.add(r.Delegate(mission_id=mission, person_id=person.id))
            edit.add(r.DelegateGroup(mission_id=mission, delegate_id=delegate.id, group_id=group.id))
            found.append(group.id)
        bus = Texts.of("Bus")
        edit.add(r.AgendaItem(mission_id=mission, kind=ItemKind.TRANSFER, title=bus, date=DAY, leg_id=leg.id))
    agenda.add(ws, "V", ItemDraft(title="Visit", date=DAY, start=dt.time(9), end=dt.time(10)))
    return found


def plan(ws: Workspace) -> MissionPlan:
    return missions.plan(ws, "V")


def named(ws: Workspace, title: str) -> list[r.AgendaItem]:
    return [one for one in plan(ws).items if one.title.best("it") == title]


def test_split_and_rejoin_come_back_and_are_undone(ws: Workspace, groups: list[UUID], state: State) -> None:
    start = state(ws.path)
    visit = named(ws, "Visit")[0]
    told = grouping.split(ws, "V", visit.id, [Part((one,)) for one in groups])
    assert str(told.label) == "Split “Visit” for 2 groups"
    assert (len(named(ws, "Visit")), len(named(ws, "Bus")), len(plan(ws).legs)) == (2, 2, 2)
    split = state(ws.path)
    grouping.rejoin(ws, "V", [one.id for one in named(ws, "Visit")])
    assert (len(named(ws, "Visit")), len(named(ws, "Bus")), len(plan(ws).legs)) == (1, 1, 1)
    assert not plan(ws).audience_groups
    history.undo(ws)
    assert state(ws.path) == split
    history.undo(ws)
    assert state(ws.path) == start


def test_lanes_and_guests_are_stored(ws: Workspace, groups: list[UUID]) -> None:
    visit = named(ws, "Visit")[0].id
    grouping.toggle_group(ws, "V", [visit], groups[0])
    assert [one.group_id for one in plan(ws).audience_groups] == [groups[1]]
    other = agenda.add(ws, "V", ItemDraft(title="Other", date=DAY, groups=(groups[0],))).first_added
    guest = next(one.id for one in plan(ws).people if one.family == "A")
    grouping.guest(ws, "V", guest, other, visit)
    there = plan(ws)
    assert [guest in there.audience(one) for one in there.items if one.id in (visit, other)].count(True) == 1
    grouping.everyone(ws, "V", [visit])
    assert not named(ws, "Visit")[0].audience_limited


def test_a_bulk_shift_is_one_step_and_its_preview_changes_nothing(ws: Workspace, groups: list[UUID]) -> None:
    visit = named(ws, "Visit")[0]
    asked = Shift((visit.id,), Scope.AFTER, minutes=20)
    assert [one.id for one in shifting.preview(plan(ws), asked).saved] == [visit.id]
    assert named(ws, "Visit")[0] == visit
    assert str(shifting.apply(ws, "V", asked).label) == "Shift “Visit”"
    assert named(ws, "Visit")[0].start == dt.time(9, 20)
