"""Looking at a mission file tells what importing it would do, and does nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from missionplanner.base import assets
from missionplanner.base.errors import Invalid
from missionplanner.services import exchange, history, missions
from missionplanner.services.workspace import Workspace

SAMPLE = assets.path("samples") / "basque-country-2025.mission.json"


def test_of_a_new_mission_everything_is_new_and_nothing_is_written(ws: Workspace) -> None:
    found = exchange.look(ws, SAMPLE)
    assert (found.code, found.known, found.brings_news) == ("ER-EUS-2025", False, True)
    assert found.counts["agenda"] == found.added["agenda"] == 35
    assert found.cities == ("Bilbao", "Amorebieta", "Zamudio")
    assert missions.listing(ws) == ()
    assert history.entries(ws) == ()


def test_of_a_known_one_only_what_differs_counts(ws: Workspace, tmp_path: Path) -> None:
    exchange.import_file(ws, SAMPLE)
    assert not exchange.look(ws, SAMPLE).brings_news
    file = json.loads(SAMPLE.read_text("utf-8"))
    file["agenda"][0]["title"] = "Another title"
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(file), "utf-8")
    found = exchange.look(ws, changed)
    assert found.known
    assert found.brings_news
    assert (dict(found.added), dict(found.changed)) == ({}, {"agenda": 1})
    assert len(history.entries(ws)) == 1


def test_a_file_that_is_none_is_refused_as_an_import_would(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    path.write_text("[]", "utf-8")
    with pytest.raises(Invalid):
        exchange.look(ws, path)
