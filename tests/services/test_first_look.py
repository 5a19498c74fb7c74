"""The first look agrees with the full reading, refuses what opening refuses, and notices others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Damaged, Foreign, Newer, NotFound
from missionplanner.services import first_look, missions, workspace
from missionplanner.services.programme import agenda


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a workspace with two missions."""
    file = tmp_path / "missions.mplanner"
    with workspace.create(file) as ws:
        for code, month in (("B", 6), ("A", 5)):
            draft = missions.MissionDraft(
                title=f"Mission {code}",
                start=dt.date(2025, month, 5),
                end=dt.date(2025, month, 7),
                zone="Europe/Madrid",
                code=code,
                language="en",
            )
            missions.create(ws, draft)
        agenda.add(ws, "A", agenda.ItemDraft(title="Visit", date=dt.date(2025, 5, 5)))
    return file


def test_it_shows_what_the_services_would(path: Path) -> None:
    found = first_look.missions(path)
    with workspace.open_workspace(path) as ws:
        full = missions.listing(ws)
        counts = [len(missions.plan(ws, one.code).items) for one in full]
    assert [(one.code, one.title, one.first_day, one.last_day, one.status) for one in found] == [
        (one.code, one.title, one.first_day, one.last_day, one.status) for one in full
    ]
    assert [one.items for one in found] == counts == [1, 0]
    assert found[0].name("it") == "Mission A"


def test_where_there_is_no_file_yet_there_are_no_missions(tmp_path: Path) -> None:
    assert first_look.missions(tmp_path / "none.mplanner") == ()
    with pytest.raises(NotFound):
        first_look.refuse_absent(tmp_path / "none.mplanner")


@pytest.mark.parametrize(
    ("place", "data", "error"),
    [
        (60, (99).to_bytes(4, "big"), Newer),
        (68, b"ABCD", Foreign),
        (0, b"PK", Foreign),
        (150, b"\xff" * 4000, Damaged),
    ],
)
def test_it_refuses_what_opening_refuses_and_writes_nothing(
    path: Path, place: int, data: bytes, error: type[Exception]
) -> None:
    content = bytearray(path.read_bytes())
    content[place : place + len(data)] = data
    path.write_bytes(content)
    with pytest.raises(error):
        first_look.missions(path)
    assert path.read_bytes() == content


def test_a_watch_notices_others_and_not_oneself(path: Path) -> None:
    watch = first_look.Watch(path)
    with workspace.open_workspace(path) as ws:
        mine = _ends_on(ws, 8)
        assert mine is not None
        assert not watch.moved({mine})
        other, mine_too = _ends_on(ws, 9), _ends_on(ws, 6)
        assert other is not None
        assert mine_too is not None
        assert watch.moved({mine, mine_too})
        assert not watch.moved({mine, mine_too})
    watch.close()


def _ends_on(ws: workspace.Workspace, day: int) -> int | None:
    one = missions.find(ws, "A")
    return missions.change(ws, replace(one, end=dt.date(2025, 5, day))).changeset
