"""Open the preview of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.main_window import MainWindow

LONG = 20_000
Look = Callable[..., ImportDialog]


@pytest.fixture
def look_at(qtbot: QtBot, agenda_window: MainWindow, dialog: Callable[[str], QWidget], tmp_path: Path) -> Look:
    """Return a function that opens the preview of a file and waits for its proposal."""

    def looked(data: bytes, name: str) -> ImportDialog:
        path = tmp_path / name
        path.write_bytes(data)
        agenda_window.workspaces.imports.look(path)
        found = dialog("import_dialog")
        assert isinstance(found, ImportDialog)
        qtbot.waitUntil(lambda: found.review.proposal is not None, timeout=LONG)
        return found

    return looked
