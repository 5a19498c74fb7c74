from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base import assets
from missionplanner.base.errors import Damaged
from missionplanner.db import reading, schema
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS
from missionplanner.services import exchange, missions, workspace
from missionplanner.services.missions import MissionDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace.create(tmp_path / "w.mplanner") as made:
        missions.create(made, MissionDraft(title="Small", start=DAY, end=DAY, zone="UTC", code="S"))
        exchange.import_file(made, assets.path("samples") / "basque-country-2025.mission.json")
        yield made


def queries(ws: Workspace, one: r.Mission) -> int:
    found: list[str] = []
    with ws.reading() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(found.append)
        reading.plan(connection, one)
        raw.set_trace_callback(None)
    return len(found)


def test_a_plan_takes_as_many_queries_for_a_large_mission_as_for_a_small_one(ws: Workspace) -> None:
    counted = {queries(ws, one) for one in missions.listing(ws)}
    assert counted == {len(PARTS) + 1}


def test_a_plan_has_all_it_refers_to_and_nothing_else(ws: Workspace) -> None:
    with ws.edit("Others") as edit:
        edit.add(r.Person(given="Stranger"))
    small, large = missions.plan(ws, "S"), missions.plan(ws, "ER-EUS-2025")
    assert (small.people, small.organisations, small.places) == ((), (), ())
    assert "Stranger" not in {one.given for one in large.people}
    people = {one.id for one in large.people}
    for role in large.item_people:
        assert role.person_id in people
    known = {one.id for one in large.organisations}
    assert {one.organisation_id for one in large.people if one.organisation_id} <= known
    assert {one.parent_id for one in large.organisations if one.parent_id} <= known


def test_a_plan_has_its_own_options_and_those_of_all_missions(ws: Workspace) -> None:
    small, large = missions.find(ws, "S"), missions.find(ws, "ER-EUS-2025")
    before = missions.plan(ws, "S").changed_at
    with ws.edit("Options") as edit:
        for owner, value in ((None, "12"), (small.id, "13"), (large.id, "14")):
            edit.add(r.CheckOption(mission_id=owner, name="long_day", value=value))
    plan = missions.plan(ws, "S")
    assert sorted(one.value for one in plan.check_options) == ["12", "13"]
    assert plan.changed_at == before, "a threshold makes no paper outdated"
    missions.delete(ws, "S")
    with ws.reading() as connection:
        assert schema.counts(connection)["check_option"] == 2


def test_what_was_issued_is_read_by_its_hash_and_changes_no_paper(ws: Workspace) -> None:
    small, large = missions.find(ws, "S"), missions.plan(ws, "ER-EUS-2025")
    with ws.edit("Issue", undoable=False) as edit:
        for owner, digest in ((small, "a"), (large.mission, "a"), (large.mission, "b")):
            edit.add(r.IssuedContent(mission_id=owner.id, digest=digest, content=f"{owner.code} {digest}"))
    with ws.reading() as connection:
        found = reading.issued_contents(connection, large.mission.id, ["a", "b", "c"])
        dumped = schema.dump(connection)
    assert found == {"a": "ER-EUS-2025 a", "b": "ER-EUS-2025 b"}
    assert missions.plan(ws, "ER-EUS-2025").changed_at == large.changed_at
    assert "issued_content" not in dumped
    missions.delete(ws, "ER-EUS-2025")
    with ws.reading() as connection:
        assert schema.counts(connection)["issued_content"] == 1


def test_what_did_not_change_is_the_same_record_and_an_edit_is_never_missed(ws: Workspace) -> None:
    first = missions.plan(ws, "ER-EUS-2025")
    assert all(
        getattr(missions.plan(ws, "ER-EUS-2025"), name) is getattr(first, name)
        for name in PARTS
        if name not in ("items", "delegates")
    ), "no record is made anew"
    one, other = first.people[:2]
    with ws.edit("Rename") as edit:
        edit.save(replace(one, family="Other"))
        edit.add(r.Group(mission_id=first.mission.id))
    second = missions.plan(ws, "ER-EUS-2025", before=first)
    renamed = second.person(one.id)
    assert renamed is not None and renamed.family == "Other"
    assert second.person(other.id) is other
    assert len(second.groups) == len(first.groups) + 1
    with workspace.open_workspace(ws.path) as fresh:
        assert missions.plan(fresh, "ER-EUS-2025") == second == missions.plan(ws, "ER-EUS-2025")
        assert missions.record(fresh, "ER-EUS-2025") == missions.record(ws, "ER-EUS-2025")


def test_a_value_that_cannot_be_is_damage(ws: Workspace) -> None:
    with ws.writing() as connection:
        connection.exec_driver_sql("UPDATE agenda_item SET kind = 'no such kind'")
    with pytest.raises(Damaged):
        missions.plan(ws, "ER-EUS-2025")
