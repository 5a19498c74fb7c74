from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.programme.templates import BUILT_IN, BuiltIn
from missionplanner.domain.vocabulary import ItemKind, TemplateKind
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda, templates
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
State = Callable[[Path], str]


@pytest.fixture
def code(ws: Workspace) -> str:
    end = DAY + dt.timedelta(days=1)
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=end, zone="Europe/Madrid", code="V"))
    return "V"


def add(ws: Workspace, title: str, hour: int, kind: ItemKind = ItemKind.SITE_VISIT) -> UUID:
    draft = ItemDraft(title=title, kind=kind, date=DAY, start=dt.time(hour), end=dt.time(hour + 1))
    return agenda.add(ws, "V", draft).first_added


@pytest.mark.parametrize("one", BUILT_IN, ids=lambda one: one.key)
def test_the_programs_templates_are_whole_in_both_languages(ws: Workspace, code: str, one: BuiltIn) -> None:
    assert all(item.title.exactly("it") and item.title.exactly("en") for item in one.items)
    assert (one.name.exactly("it"), one.name.exactly("en")) != (None, None)
    for item in one.items:
        assert item.start is None or item.end is None or item.start < item.end
    told = templates.apply(ws, code, one.key, DAY)
    assert len(told.added) == len(one.items)
    plan = missions.plan(ws, code)
    assert len(plan.items_on(None)) == sum(item.day is None or item.day > 1 for item in one.items)
    assert len(history.entries(ws)) == 2


def test_the_first_item_may_begin_at_another_time(ws: Workspace, code: str) -> None:
    templates.apply(ws, code, "visit", DAY, dt.time(14, 30))
    times = [(one.start, one.end) for one in missions.plan(ws, code).items_on(DAY)]
    assert times[:2] == [(dt.time(14, 30), dt.time(15)), (dt.time(15), dt.time(16, 30))]


def test_a_selection_becomes_a_template_of_the_workspace(ws: Workspace, code: str, state: State) -> None:
    ids = [add(ws, "Visit", 9), add(ws, "Lunch", 12)]
    before = state(ws.path)
    saved = templates.save(ws, code, ids, " Morning ").first_added
    own = templates.listing(ws)[-1]
    assert (own.identity, own.kind, own.name.best("it"), own.own) == (
        saved,
        TemplateKind.HALF_DAY,
        "Morning",
        True,
    )
    templates.apply(ws, code, saved, DAY + dt.timedelta(days=1))
    plan = missions.plan(ws, code)
    assert [one.start for one in plan.items_on(DAY + dt.timedelta(days=1))] == [dt.time(9), dt.time(12)]
    history.undo(ws)
    history.undo(ws)
    assert state(ws.path) == before


def test_one_item_is_a_template_of_an_item_and_days_of_a_mission(ws: Workspace, code: str) -> None:
    visit, bus = add(ws, "Visit", 9), add(ws, "Bus", 8, ItemKind.TRANSFER)
    templates.save(ws, code, [visit, bus], "One")
    agenda.place(ws, code, [Placing(bus, DAY + dt.timedelta(days=1), dt.time(8))])
    templates.save(ws, code, [visit, bus], "Two")
    assert [one.kind for one in templates.listing(ws)[-2:]] == [TemplateKind.ITEM, TemplateKind.MISSION]


def test_own_templates_are_renamed_and_deleted(ws: Workspace, code: str) -> None:
    saved = templates.save(ws, code, [add(ws, "Visit", 9)], "One").first_added
    templates.rename(ws, saved, "Uno")
    assert templates.listing(ws)[-1].name.best("it") == "Uno"
    templates.delete(ws, saved)
    assert len(templates.listing(ws)) == len(BUILT_IN)
    with pytest.raises(NotFound):
        templates.apply(ws, code, saved, DAY)


def test_a_template_needs_a_name_and_an_item_that_is_there(ws: Workspace, code: str) -> None:
    with pytest.raises(Invalid) as told:
        templates.save(ws, code, [add(ws, "Visit", 9)], " ")
    assert told.value.field == "name"
    with pytest.raises(NotFound):
        templates.save(ws, code, [UUID(int=1)], "One")
    with pytest.raises(NotFound):
        templates.apply(ws, code, "no such template", DAY)


def test_a_new_mission_from_a_template_is_one_step(ws: Workspace) -> None:
    draft = MissionDraft(title="Basque", start=DAY, end=DAY + dt.timedelta(days=2), zone="Europe/Madrid", code="B")
    told = templates.new_mission(ws, draft, "visits_b2b")
    plan = missions.plan(ws, "B")
    assert plan.mission.id == told.first_added
    assert {one.date for one in plan.items if one.date} == set(plan.days)
    history.undo(ws)
    assert missions.listing(ws) == ()
    with pytest.raises(NotFound):
        templates.new_mission(ws, draft, "no such template")
    assert missions.listing(ws) == ()
