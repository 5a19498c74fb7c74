"""Put somebody at the agenda: of a small mission, and of the sample with its groups and findings."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain import records as r
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.services import missions, workspace
from tests.paper_desk import page_of, shown, wait_for_preview
from tests.windows import Desk

Settled = Callable[[MainWindow], None]


@pytest.fixture
def desk(agenda_window: MainWindow, settled: Settled, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Sit at the agenda of three days, four items and no groups."""
    return Desk(agenda_window, settled, monkeypatch)


@pytest.fixture
def sample(
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Settled,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    """Sit at the sample's mission of three groups, with what the checks find in it."""
    window = opened(sample_template, width=1440, height=900)
    window.open_mission("ER-EUS-2025")
    settled(window)
    qtbot.waitUntil(lambda: bool(window.ctx.mission.findings), timeout=20_000)
    return Desk(window, settled, monkeypatch)


@pytest.fixture
def documents_source(template: Path, tmp_path: Path) -> Path:
    """Give the template's mission two delegates: Anna Neri and Bo Li."""
    path = tmp_path / "source.mplanner"
    shutil.copy(template, path)
    with workspace.open_workspace(path) as ws, ws.edit("Delegation") as edit:
        mission = missions.find(ws, "BIO").id
        for position, (given, family) in enumerate((("Anna", "Neri"), ("Bo", "Li"))):
            person = edit.add(r.Person(given=given, family=family, languages=("en",)))
            edit.add(r.Delegate(mission_id=mission, person_id=person.id, position=position))
    return path


@pytest.fixture
def documents_window(opened: Callable[..., MainWindow], documents_source: Path, settled: Settled) -> MainWindow:
    """Sit at the documents of a mission with two delegates."""
    return shown(opened(documents_source), settled)


@pytest.fixture
def documents_page(qtbot: QtBot, documents_window: MainWindow) -> DocumentsPage:
    made = page_of(documents_window)
    wait_for_preview(qtbot, made)
    return made
