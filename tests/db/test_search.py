from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from missionplanner.db import search
from missionplanner.db.columns import Privacy
from missionplanner.db.orm import Base
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import history, workspace
from missionplanner.services.workspace import Workspace
from tests import factories as f

NOTES_ON_HEALTH = {"delegate", "confidential", "requirement_state", "access_entry"}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with workspace.create(tmp_path / "w.mplanner") as made:
        yield made


def stored(ws: Workspace, *some: r.Record) -> None:
    with ws.edit("Add") as edit:
        edit.add_all(some)


def names(ws: Workspace, text: str, limit: int = 20) -> list[str]:
    with ws.reading() as connection:
        return [one.name.partition("\n")[0] for one in search.find(connection, text, limit)]


def entries(ws: Workspace) -> set[tuple[object, ...]]:
    query = "SELECT table_name, record_id, mission_id, name, words, more FROM search_entry"
    with ws.reading() as connection:
        return {tuple(row) for row in connection.exec_driver_sql(query)}


def agrees(ws: Workspace) -> bool:
    """Tell whether the words that are indexed are those of the entries: FTS5 raises where they are not."""
    with closing(connect(ws.path)) as connection:
        connection.execute("INSERT INTO search_text (search_text, rank) VALUES ('integrity-check', 1)")
        connection.rollback()
    return True


PEOPLE = (
    f.person("Zoë Müller", mobile="+39 333 123 4567", email="zoe@example.org"),
    f.person("Łukasz Ørsted"),
    f.person("Anna Rosselli"),
    f.person("Marco Anna"),
    f.person("Ugo Bassi", notes="Recommended by Anna"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoe", ["Zoë Müller"]),
        ("MÜL ZO", ["Zoë Müller"]),
        ("muller", ["Zoë Müller"]),
        ("3331234567", ["Zoë Müller"]),
        ("zoe@example.org", ["Zoë Müller"]),
        ("lukasz", ["Łukasz Ørsted"]),
        ("łuk ørs", ["Łukasz Ørsted"]),
        ("anna", ["Anna Rosselli", "Marco Anna", "Ugo Bassi"]),
        ("anna ross", ["Anna Rosselli"]),
        ("anna zoe", []),
        ('"', []),
        ("* ( : ^", []),
        ('anna" OR "zoe', []),
        ("", []),
    ],
)
def test_words_are_found_where_they_begin(ws: Workspace, typed: str, found: list[str]) -> None:
    stored(ws, *PEOPLE)
    assert names(ws, typed) == found


def test_what_is_of_the_mission_comes_first_among_equals(ws: Workspace) -> None:
    other = f.mission(id=f.uid("other"), code="OTHER")
    ours = [
        r.AgendaItem(mission_id=f.MISSION, kind=ItemKind.MEAL, title=Texts.of(f"Visita {number}"))
        for number in (1, 2)
    ]
    stored(ws, f.mission(), other, *(f.person(f"Visita {number}") for number in range(9)))
    stored(ws, *ours)
    traveller = f.person("Visita 8")
    stored(ws, r.Delegate(mission_id=f.MISSION, person_id=traveller.id))
    with ws.reading() as connection:
        found = [one.id for one in search.find(connection, "visita", 4, f.MISSION)]
    assert set(found[:3]) == {traveller.id, *(one.id for one in ours)}
    assert len(found) == 4


def test_the_index_follows_edits_undo_and_redo(ws: Workspace) -> None:
    stored(ws, *PEOPLE)
    with ws.edit("Rename") as edit:
        edit.save(replace(edit.get(r.Person, PEOPLE[0].id), family="Verdi"))
        edit.delete(edit.get(r.Person, PEOPLE[1].id))
    changed = entries(ws)
    assert (names(ws, "muller"), names(ws, "verdi")) == ([], ["Zoë Verdi"])
    history.undo(ws)
    assert (names(ws, "muller"), names(ws, "verdi"), names(ws, "lukasz")) == (
        ["Zoë Müller"],
        [],
        ["Łukasz Ørsted"],
    )
    history.undo(ws)
    assert entries(ws) == set()
    history.redo(ws)
    history.redo(ws)
    assert entries(ws) == changed
    assert agrees(ws)
    with ws.writing() as connection:
        search.rebuild(connection)
    assert entries(ws) == changed


def test_an_edit_that_fails_leaves_no_words(ws: Workspace) -> None:
    with pytest.raises(RuntimeError), ws.edit("Add") as edit:
        edit.add(PEOPLE[0])
        raise RuntimeError
    assert entries(ws) == set()


@pytest.mark.parametrize("statement", ["DROP TABLE search_text", "DROP TABLE search_entry"])
def test_an_index_that_is_gone_stops_no_edit_and_is_made_anew(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "w.mplanner"
    with workspace.create(path) as ws:
        stored(ws, PEOPLE[0])
        with closing(connect(path)) as connection:
            connection.execute(statement)
            connection.commit()
        stored(ws, PEOPLE[2])
    with workspace.open_workspace(path) as ws:
        assert (names(ws, "zoe"), names(ws, "anna")) == (["Zoë Müller"], ["Anna Rosselli"])


def test_an_index_of_other_columns_is_made_anew_when_the_file_is_opened(ws: Workspace) -> None:
    stored(ws, f.mission(), r.FieldNote(mission_id=f.MISSION, text="Zitronenbaum"))
    ws.close()
    with closing(connect(ws.path)) as connection:
        connection.executescript("PRAGMA writable_schema=ON; DELETE FROM search_text; DELETE FROM search_entry;")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, '/* ', '/* old ')")
        connection.commit()
    with workspace.open_workspace(ws.path) as again, again.reading() as connection:
        assert [one.table for one in search.find(connection, "zitro", 5)] == ["field_note"]
        assert search.is_current(connection)


def test_deleted_words_are_forgotten(ws: Workspace) -> None:
    stored(ws, f.person("Xyzzyana Plughmann"))
    with ws.edit("Delete") as edit:
        edit.delete(edit.all(r.Person)[0])
    with ws.writing() as connection:
        connection.exec_driver_sql("DELETE FROM change")
        search.forget_deleted(connection)
    assert b"lughmann" not in ws.path.read_bytes()


def test_nothing_sensitive_is_in_the_index() -> None:
    for table, columns in search.INDEXED.items():
        for name in (*columns[0], *columns[1]):
            info = Base.metadata.tables[table].c[name].info if name in Base.metadata.tables[table].c else {}
            assert info.get("privacy") is not Privacy.SENSITIVE, (table, name)
    assert not NOTES_ON_HEALTH & set(search.INDEXED)
