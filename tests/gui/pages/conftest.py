"""Put somebody at the agenda: of a small mission, and of the sample with its groups and findings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.main_window import MainWindow
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
