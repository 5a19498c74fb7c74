"""Put an inspector beside the board of a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.inspector import Inspector
from missionplanner.gui.main_window import MainWindow
from tests.inspecting import beside

Settled = Callable[[MainWindow], None]


@pytest.fixture
def inspector(qtbot: QtBot, agenda_window: MainWindow) -> Inspector:
    return beside(qtbot, agenda_window)


@pytest.fixture
def full(
    qtbot: QtBot, opened: Callable[..., MainWindow], sample_template: Path, settled: Settled
) -> Callable[..., Inspector]:
    """Return a function that opens an inspector on the sample mission with its groups and organisations."""

    def open_on(**look: object) -> Inspector:
        window = opened(sample_template, **look)
        window.open_mission("ER-EUS-2025")
        settled(window)
        return beside(qtbot, window)

    return open_on
