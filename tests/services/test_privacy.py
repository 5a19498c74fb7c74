"""Nothing sensitive leaves the file by accident, and nothing goes over a network."""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from pathlib import Path
from random import Random

import pytest

from missionplanner.base.errors import MissionPlannerError
from missionplanner.services import backup, exchange, history, missions, workspace
from tests.random_services import RandomServices, mission_file

CANARY = "YA1234567"


def holding(folder: Path, needle: str = CANARY) -> set[str]:
    found = (one for one in folder.rglob("*") if one.is_file())
    return {one.name for one in found if needle.encode() in one.read_bytes()}


def test_a_passport_number_is_only_in_the_workspace_and_its_backups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    for folder in (temporary, out):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    source = tmp_path / "source.mission.json"
    source.write_text(json.dumps(mission_file(Random(3))), "utf-8")
    with workspace.create(tmp_path / "home" / "w.mplanner") as ws:
        exchange.import_file(ws, source)
        (code,) = (one.code for one in missions.listing(ws))
        people = RandomServices(ws, 5, temporary)
        people.random.seed(2)
        exchange.write(out / "plain.json", exchange.export_json(ws, code))
        exchange.write(out / "package.mission", exchange.export_package(ws, code))
        missions.delete(ws, code)
        history.undo(ws)
        backup.make(ws)
        with pytest.raises(MissionPlannerError) as told:
            missions.plan(ws, CANARY[:3])
        labels = " ".join(str(one.label) + repr(one) for one in history.entries(ws))
        plan = missions.dossier(ws, code, sensitive=True)
    assert holding(tmp_path / "home") >= {"w.mplanner"}
    assert all(one.endswith(".mplanner") for one in holding(tmp_path / "home"))
    assert holding(out) == holding(temporary) == set()
    assert CANARY not in labels + caplog.text + str(told.value) + repr(plan)
    assert CANARY in exchange_with(tmp_path, code)


def exchange_with(folder: Path, code: str) -> str:
    with workspace.open_workspace(folder / "home" / "w.mplanner") as ws:
        return exchange.export_json(ws, code, sensitive=True).decode()


def test_nothing_opens_a_socket(tmp_path: Path) -> None:
    met: list[str] = []
    watching = True

    def watch(event: str, _arguments: object) -> None:
        if watching and event.startswith("socket."):
            met.append(event)

    sys.addaudithook(watch)
    source = tmp_path / "m.mission.json"
    source.write_text(json.dumps(mission_file(Random(1))), "utf-8")
    with workspace.create(tmp_path / "w.mplanner") as ws:
        code = exchange.import_file(ws, source).mission
        missions.plan(ws, code)
        exchange.export_package(ws, code)
        backup.restore(backup.make(ws).path, tmp_path / "other.mplanner")
    watching = False
    assert met == []
