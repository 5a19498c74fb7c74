"""What is brought in after the first paint, and what it leaves behind: nothing."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from missionplanner.base.errors import Cancelled
from missionplanner.base.progress import Progress
from missionplanner.gui import loading
from missionplanner.services import history, workspace


def test_everything_named_is_there() -> None:
    loading.load_services(Progress())
    loading.load_rest(Progress())
    assert {*loading.SERVICES, *loading.LATER} <= set(sys.modules)


def test_loading_stops_when_asked() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        loading.load_services(progress)


def test_warming_up_writes_nothing(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "missions.mplanner"
    path.write_bytes(template.read_bytes())
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with workspace.open_workspace(path) as ws:
        entries = history.entries(ws)
        loading.warm_up(ws)
        assert history.entries(ws) == entries
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
