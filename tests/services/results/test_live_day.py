"""A delay told on the day is one step to take and one to undo; how things were held stays beside the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid, NotFound, Stale
from missionplanner.domain.live_day import calls_for, now_and_next
from missionplanner.services import exchange, history, missions
from missionplanner.services.programme import agenda
from missionplanner.services.results import live_day
from missionplanner.services.workspace import Workspace
from tests import afterwards as a

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def test_the_proposal_is_one_step_and_undone_exactly(ws: Workspace) -> None:
    exchange.import_file(ws, SAMPLES / "basque-country-2025.mission.json")
    code = missions.listing(ws)[0].code
    before = missions.plan(ws, code)
    item = next(one for one in before.items if one.start == dt.time(9) and not one.locked)
    cascade = live_day.foresee(before, item.id, 25)
    assert cascade.late
    receipt = live_day.apply(ws, cascade)
    assert str(receipt.label).endswith("is 25 minutes late")
    after = missions.plan(ws, code)
    assert {one.id for one in after.items if one != before.item(one.id)} >= {one.item_id for one in cascade.moves}
    assert all(one == before.item(one.id) for one in after.items if one.locked)
    assert all(call.say.text for call in calls_for(before, cascade))
    history.undo(ws)
    assert missions.plan(ws, code).items == before.items
    assert missions.plan(ws, code).legs == before.legs


def test_a_proposal_made_on_another_programme_is_refused(known: Workspace) -> None:
    cascade = live_day.foresee(missions.plan(known, "TEST-2025"), a.B2B, 30)
    agenda.resize(known, a.B2B, None, dt.time(12, 30))
    with pytest.raises(Stale):
        live_day.apply(known, cascade)
    agenda.delete(known, "TEST-2025", [a.B2B])
    with pytest.raises(NotFound):
        live_day.apply(known, cascade)


def test_how_an_item_was_held_is_noted_on_its_own_clock(known: Workspace) -> None:
    # Madrid is two hours ahead of UTC in May.
    live_day.begin(known, a.LAB, dt.datetime(2025, 5, 5, 7, 12, 40, tzinfo=dt.UTC))
    live_day.end(known, a.LAB, dt.datetime(2025, 5, 5, 8, 20, tzinfo=dt.UTC))
    plan = missions.plan(known, "TEST-2025")
    lab = plan.item(a.LAB)
    assert lab is not None
    assert (lab.start, lab.actual_start, lab.actual_end) == (dt.time(9), dt.time(9, 12), dt.time(10, 20))
    at = dt.datetime(2025, 5, 5, 8, 10, tzinfo=dt.UTC)
    assert [one.item and one.item.id for one in now_and_next(plan, at).people[a.ADA].now] == [a.LAB]
    live_day.held(known, a.LAB, None, None)
    with pytest.raises(Invalid) as refused:
        live_day.held(known, a.LAB, dt.time(10), dt.time(9))
    assert refused.value.field == "actual_end"
    for _ in range(3):
        history.undo(known)
    undone = missions.plan(known, "TEST-2025").item(a.LAB)
    assert undone is not None
    assert undone.actual_start is undone.actual_end is None
