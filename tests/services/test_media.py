"""Files that records name are kept once and go out under their names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from missionplanner.domain import records as r
from missionplanner.domain.media import sha256_of
from missionplanner.exchange.mission_file import read_package
from missionplanner.services import exchange, media, missions, workspace
from missionplanner.services.missions import MissionDraft

PAPER = b"%PDF-1.7 receipt"
DAY = dt.date(2025, 5, 5)


def test_a_receipt_named_by_its_hash_alone_travels_in_a_package(tmp_path: Path) -> None:
    with workspace.create(tmp_path / "w.mplanner") as ws:
        missions.create(ws, MissionDraft(title="M", start=DAY, end=DAY, zone="UTC", code="M"))
        mission = missions.find(ws, "M")
        with ws.edit("Receipts") as edit:
            name = media.store(edit, PAPER, "pdf")
            assert media.store(edit, PAPER, "pdf") == name
            for position, held in enumerate((name, sha256_of(name))):
                edit.add(r.Expense(mission_id=mission.id, receipt=held, position=position))
        assert media.read(ws, name) == media.read(ws, sha256_of(name)) == PAPER
        assert media.read(ws, "0" * 64) is None
        dossier, files = read_package(exchange.export_package(ws, "M"))
        (tmp_path / "m.mission").write_bytes(exchange.export_package(ws, "M"))
    assert files == {name: PAPER}
    assert [one.receipt for one in dossier.record.expenses] == [name, name]
    with workspace.create(tmp_path / "other.mplanner") as other:
        exchange.import_file(other, tmp_path / "m.mission")
        assert media.read(other, name) == PAPER
