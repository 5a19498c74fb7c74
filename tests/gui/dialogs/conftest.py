"""Give dialogs a window to stand over and a context without a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.settings import Settings
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT


@pytest.fixture
def ctx(qapp: QApplication, tmp_path: Path) -> Context:
    return Context(Settings(tmp_path / "settings.json"), Theme(LIGHT), "en")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    return made
