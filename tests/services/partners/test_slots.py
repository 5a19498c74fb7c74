"""Proposed slots: at most three ghosts of an item; choosing one places it and takes the others away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.partners import slots
from missionplanner.services.partners.slots import Slot
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
NEXT = DAY + dt.timedelta(days=1)
TEN = Slot(DAY, dt.time(10), dt.time(11))
ELEVEN = Slot(NEXT, dt.time(11), dt.time(12, 30), note=" after lunch\x00 ")


@pytest.fixture
def visit(ws: Workspace) -> UUID:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=NEXT, zone="Europe/Madrid", code="V"))
    return agenda.add(ws, "V", ItemDraft(title="BAIC", date=DAY, start=dt.time(9), end=dt.time(9, 45))).first_added


def there(ws: Workspace, visit: UUID) -> list[tuple[object, ...]]:
    return [(one.date, one.start, one.end) for one in slots.options_of(missions.plan(ws, "V"), visit)]


def test_slots_are_proposed_in_one_step_and_stand_in_the_order_of_time(ws: Workspace, visit: UUID) -> None:
    slots.propose(ws, "V", visit, [ELEVEN, TEN])
    assert there(ws, visit) == [(DAY, TEN.start, TEN.end), (NEXT, ELEVEN.start, ELEVEN.end)]
    assert slots.options_of(missions.plan(ws, "V"), visit)[1].note == "after lunch"
    history.undo(ws)
    assert there(ws, visit) == []


def test_a_chosen_slot_places_the_item_the_others_go_and_one_undo_brings_all_back(
    ws: Workspace, visit: UUID
) -> None:
    slots.propose(ws, "V", visit, [TEN, ELEVEN])
    before = missions.plan(ws, "V")
    slots.choose(ws, "V", slots.options_of(before, visit)[1].id)
    item = missions.plan(ws, "V").item(visit)
    assert item is not None
    assert (item.date, item.start, item.end) == (NEXT, dt.time(11), dt.time(12, 30))
    assert there(ws, visit) == []
    history.undo(ws)
    assert missions.plan(ws, "V").item_options == before.item_options
    assert missions.plan(ws, "V").items == before.items


def test_a_slot_without_an_end_keeps_the_length(ws: Workspace, visit: UUID) -> None:
    slots.propose(ws, "V", visit, [Slot(NEXT, dt.time(15))])
    slots.choose(ws, "V", slots.options_of(missions.plan(ws, "V"), visit)[0].id)
    item = missions.plan(ws, "V").item(visit)
    assert item is not None
    assert (item.start, item.end) == (dt.time(15), dt.time(15, 45))


def test_there_are_at_most_three_each_once_and_within_the_mission(ws: Workspace, visit: UUID) -> None:
    slots.propose(ws, "V", visit, [TEN, ELEVEN, TEN])
    for refused in (
        [TEN],
        [Slot(DAY, dt.time(14)), Slot(DAY, dt.time(16))],
        [Slot(NEXT + dt.timedelta(days=1), dt.time(9))],
    ):
        with pytest.raises(Invalid):
            slots.propose(ws, "V", visit, refused)
    slots.propose(ws, "V", visit, [Slot(DAY, dt.time(14))])
    assert len(there(ws, visit)) == slots.AT_MOST


def test_the_time_an_item_has_can_be_kept_as_a_slot(ws: Workspace, visit: UUID) -> None:
    assert slots.slot_of(missions.plan(ws, "V"), visit) == Slot(DAY, dt.time(9), dt.time(9, 45))
    agenda.move(ws, visit, None)
    with pytest.raises(Invalid):
        slots.slot_of(missions.plan(ws, "V"), visit)


def test_a_locked_item_stays_and_what_is_gone_is_told(ws: Workspace, visit: UUID) -> None:
    slots.propose(ws, "V", visit, [TEN])
    plan = missions.plan(ws, "V")
    (option,) = slots.options_of(plan, visit)
    item = plan.item(visit)
    assert item is not None
    agenda.change(ws, replace(item, locked=True))
    with pytest.raises(Invalid):
        slots.choose(ws, "V", option.id)
    with pytest.raises(Invalid):
        slots.propose(ws, "V", visit, [ELEVEN])
    slots.withdraw(ws, "V", option.id)
    assert there(ws, visit) == []
    with pytest.raises(NotFound):
        slots.withdraw(ws, "V", option.id)
