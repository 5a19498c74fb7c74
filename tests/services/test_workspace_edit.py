"""An edit is stored with its changeset or not at all, whatever happens in it."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from missionplanner.base.errors import Busy, InUse, Invalid, NotFound, Stale
from missionplanner.base.file_lock import FileLock
from missionplanner.db.models.agenda import AgendaItemRow
from missionplanner.db.orm import Base
from missionplanner.db.recorder import BulkWrite
from missionplanner.domain import records as r
from missionplanner.domain.missions.mission_copy import Carry
from missionplanner.services import history, missions, workspace
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

State = Callable[[Path], str]
DAY = dt.date(2025, 5, 5)
NEW = MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V")


class PowerFailed(Exception):
    pass


@pytest.fixture
def items(ws: Workspace) -> tuple[r.AgendaItem, ...]:
    missions.create(ws, NEW)
    for hour in (9, 11, 13):
        agenda.add(ws, "V", ItemDraft(title=f"At {hour}", date=DAY, start=dt.time(hour), end=dt.time(hour + 1)))
    return missions.plan(ws, "V").items


SERVICES: list[Callable[[Workspace, Any], object]] = [
    lambda ws, some: missions.create(ws, replace(NEW, code="W")),
    lambda ws, some: missions.change(ws, replace(missions.find(ws, "V"), accent="#000000")),
    lambda ws, some: missions.shift(ws, "V", 2),
    lambda ws, some: missions.copy(ws, "V", "C", DAY, Carry()),
    lambda ws, some: missions.delete(ws, "V"),
    lambda ws, some: agenda.add(ws, "V", ItemDraft(title="New", date=DAY)),
    lambda ws, some: agenda.move(ws, some[0].id, DAY + dt.timedelta(days=1), dt.time(8)),
    lambda ws, some: agenda.copy_day(ws, "V", DAY, DAY + dt.timedelta(days=1)),
    lambda ws, some: agenda.delete(ws, "V", [one.id for one in some[:2]]),
    lambda ws, some: history.undo(ws),
    lambda ws, some: agenda.set_audience(ws, some[0].id, (), (), ()),
]


def fail_at(ws: Workspace, number: int) -> Callable[[], bool]:
    """Let the statement of this number fail; return what takes it back and tells whether it came to it."""
    count = 0

    def hook(*_arguments: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise PowerFailed

    event.listen(ws._engine, "before_cursor_execute", hook)
    event.listen(ws._engine, "commit", hook)

    def done() -> bool:
        event.remove(ws._engine, "before_cursor_execute", hook)
        event.remove(ws._engine, "commit", hook)
        return count >= number

    return done


@pytest.mark.parametrize("service", SERVICES)
def test_a_fault_at_any_statement_leaves_all_or_nothing(
    ws: Workspace, items: tuple[r.AgendaItem, ...], service: Callable[[Workspace, Any], object], state: State
) -> None:
    before, entries = state(ws.path), len(history.entries(ws))
    number, met = 0, True
    while met:
        number += 1
        done = fail_at(ws, number)
        try:
            service(ws, items)
        except PowerFailed:
            pass
        finally:
            met = done()
        if met:
            assert state(ws.path) == before
            assert len(history.entries(ws)) == entries
    assert number > 3
    assert state(ws.path) != before
    newest = history.next_undo(ws)
    if newest is not None and newest.id > entries:
        history.undo(ws)
        assert state(ws.path) == before


def test_an_error_in_the_body_leaves_nothing(ws: Workspace, items: tuple[r.AgendaItem, ...], state: State) -> None:
    before = state(ws.path)
    with pytest.raises(Invalid), ws.edit("Half") as edit:
        edit.delete(items[0])
        raise Invalid("No.")
    assert state(ws.path) == before
    assert len(history.entries(ws)) == 4


def test_a_dangling_reference_is_refused_in_words_and_the_file_stays_free(
    ws: Workspace, items: tuple[r.AgendaItem, ...], state: State
) -> None:
    before = state(ws.path)
    with pytest.raises(Stale, match="deleted in the meantime"):
        agenda.add(ws, "V", ItemDraft(title="Where", date=DAY, place_id=items[0].id))
    assert state(ws.path) == before
    with workspace.open_workspace(ws.path, wait=0.1) as other:
        missions.create(other, replace(NEW, code="W"))
    assert len(missions.listing(ws)) == 2


ITEM = Base.metadata.tables["agenda_item"]
WRITES: list[Callable[[Any], object]] = [
    lambda session: session.execute(sa.update(AgendaItemRow).values(position=9)),
    lambda session: session.execute(sa.delete(AgendaItemRow)),
    lambda session: session.execute(sa.insert(AgendaItemRow), [_copy(session)]),
    lambda session: session.execute(sa.update(ITEM).values(position=9)),
    lambda session: session.connection().execute(sa.delete(ITEM)),
    lambda session: session.connection().exec_driver_sql(
        "/* it */ UPDATE OR IGNORE main.agenda_item SET position = 9"
    ),
    lambda session: session.execute(sa.text('delete from "Agenda_Item"')),
    lambda session: session.execute(sa.text("WITH x AS (SELECT 1) UPDATE agenda_item SET position = 9")),
    lambda session: session.execute(sa.text("DROP TABLE agenda_item")),
    lambda session: session.query(AgendaItemRow).update({"position": 9}),
    lambda session: session.query(AgendaItemRow).delete(),
    lambda session: session.bulk_update_mappings(
        AgendaItemRow, [{"id": one, "position": 9} for one in _ids(session)]
    ),
    lambda session: session.bulk_save_objects([AgendaItemRow(**_copy(session))]),
    lambda session: session.bulk_insert_mappings(AgendaItemRow, [_copy(session)]),
]


def _ids(session: Any) -> list[Any]:
    return list(session.scalars(sa.select(AgendaItemRow.id)))


def _copy(session: Any) -> dict[str, Any]:
    row = session.execute(sa.select(ITEM)).mappings().first()
    return {**row, "id": r.Destination(mission_id=row["mission_id"]).id}


@pytest.mark.parametrize("number", range(len(WRITES)))
def test_writes_the_journal_would_not_see_are_refused(
    ws: Workspace, items: tuple[r.AgendaItem, ...], number: int, state: State
) -> None:
    before = state(ws.path)
    with pytest.raises(BulkWrite), ws.edit("Round the back") as edit:
        WRITES[number](edit._session)
    assert state(ws.path) == before


def test_every_table_of_records_is_guarded(ws: Workspace) -> None:
    for table in Base.metadata.sorted_tables:
        if "created_at" in table.c:
            with pytest.raises(BulkWrite), ws.edit("Round the back") as edit:
                edit.connection.execute(sa.delete(table))


def test_saving_over_a_later_change_is_refused(ws: Workspace, items: tuple[r.AgendaItem, ...]) -> None:
    agenda.change(ws, replace(items[0], dress_code="Tie"))
    with pytest.raises(Stale):
        agenda.change(ws, replace(items[0], dress_code="None"))
    assert missions.plan(ws, "V").items[0].dress_code == "Tie"


def test_saving_what_is_gone_is_told(ws: Workspace, items: tuple[r.AgendaItem, ...]) -> None:
    agenda.delete(ws, "V", [items[0].id])
    with pytest.raises(NotFound):
        agenda.change(ws, replace(items[0], dress_code="Tie"))


def test_saving_the_same_is_no_edit(ws: Workspace, items: tuple[r.AgendaItem, ...]) -> None:
    assert agenda.change(ws, items[0]).changeset is None


def test_deleting_what_others_need_names_them(
    ws: Workspace, items: tuple[r.AgendaItem, ...], state: State
) -> None:
    with ws.edit("Invite") as edit:
        ada = edit.add(r.Person(given="Ada", family="Rossi"))
        edit.add(r.Delegate(mission_id=items[0].mission_id, person_id=ada.id))
        hotel = edit.add(r.Place(name="Hotel"))
        edit.save(replace(edit.get(r.AgendaItem, items[0].id), place_id=hotel.id))
    before = state(ws.path)
    with pytest.raises(InUse, match="“Ada Rossi” is still needed in V "), ws.edit("Forget") as edit:
        edit.delete(ada)
    assert state(ws.path) == before
    with ws.edit("Close the hotel") as edit:
        edit.delete(hotel)
    assert missions.plan(ws, "V").items[0].place_id is None
    history.undo(ws)
    assert state(ws.path) == before


def test_deleting_a_mission_leaves_nothing_of_it(ws: Workspace, items: tuple[r.AgendaItem, ...]) -> None:
    with ws.edit("Name it") as edit:
        edit.add(r.FileRef(mission_id=items[0].mission_id, list="agenda", record_id=items[0].id, ref="i1"))
    missions.delete(ws, "V")
    with closing(sqlite3.connect(ws.path)) as connection:
        for table in ("mission", "agenda_item", "file_ref"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_another_writer_is_named_after_a_short_wait(ws: Workspace) -> None:
    busy = pytest.raises(Busy, match="Another program is writing")
    with workspace.open_workspace(ws.path, wait=0.1) as other, ws.edit("Long"), busy:
        missions.create(other, NEW)
    assert missions.listing(ws) == ()


def test_a_reader_that_does_not_finish_makes_a_commit_busy_and_nothing_is_left(
    ws: Workspace, state: State
) -> None:
    before = state(ws.path)
    with workspace.open_workspace(ws.path, wait=0.1) as other, ws.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM mission").scalar()
        with pytest.raises(Busy):
            missions.create(other, NEW)
    assert state(ws.path) == before
    missions.create(ws, NEW)


def test_threads_take_turns(ws: Workspace) -> None:
    missions.create(ws, NEW)
    here: list[tuple[str, int | None]] = []
    ws.listeners.append(lambda one: here.append((threading.current_thread().name, one.changeset)))

    def work() -> None:
        for number in range(10):
            agenda.add(ws, "V", ItemDraft(title=f"{threading.current_thread().name} {number}", date=DAY))

    threads = [threading.Thread(target=work, name=name) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(missions.plan(ws, "V").items) == 20
    assert sorted(one for _, one in here if one is not None) == list(range(2, 22))
    assert {name for name, _ in here} == {"one", "two"}


def test_a_listener_that_fails_undoes_nothing_and_keeps_nobody_from_hearing(
    ws: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[workspace.Receipt] = []

    def broken(_receipt: workspace.Receipt) -> None:
        raise RuntimeError

    ws.listeners += [broken, heard.append]
    missions.create(ws, NEW)
    assert len(missions.listing(ws)) == len(heard) == len(caplog.records) == 1


def test_changed_at_follows_the_mission_and_its_directory_but_not_its_paper(
    ws: Workspace, items: tuple[r.AgendaItem, ...]
) -> None:
    with ws.edit("Ada") as edit:
        ada = edit.add(r.Person(given="Ada"))
        edit.add(r.Delegate(mission_id=items[0].mission_id, person_id=ada.id))
    first = missions.plan(ws, "V").changed_at
    missions.create(ws, replace(NEW, code="W"))
    assert missions.plan(ws, "V").changed_at == first
    with ws.edit("Ada") as edit:
        edit.save(replace(ada, given="Ada B."))
    assert missions.plan(ws, "V").changed_at != first


def test_closing_lets_go(ws: Workspace) -> None:
    missions.listing(ws)
    ws.close()
    lock = FileLock(ws.path)
    lock.hold_alone()
    lock.release()
