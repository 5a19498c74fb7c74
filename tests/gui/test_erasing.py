from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.directory import DirectoryPage
from missionplanner.services import backup, search
from missionplanner.services.directory import erasure


def test_somebody_is_erased_from_the_directory(
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Callable[[MainWindow], None],
    dialog: Callable[[str], QWidget],
) -> None:
    window = opened(sample_template)
    settled(window)
    workspace = cast("Any", window.ctx.workspace)
    backup.make(workspace)
    window.places.go("directory")
    page = window.places.shown
    assert isinstance(page, DirectoryPage)
    assert not window.actions_["erase_person"].isEnabled()
    page.show_part("people")
    settled(window)
    (lolli,) = [one.id for one in search.search(workspace, "andrea lolli") if one.kind == "person"]
    page.list.show_row(lolli)
    settled(window)
    window.actions_["erase_person"].trigger()
    asked = dialog("erase_person")
    words = "\n".join(one.text() for one in asked.findChildren(QLabel))
    assert "Erase Andrea Lolli?" in words
    assert "can no longer be undone" in words
    box = asked.findChild(QCheckBox, "erase_copies")
    assert box is not None and box.isChecked()
    yes = asked.findChild(QPushButton, "question_yes")
    assert yes is not None
    yes.click()
    settled(window)
    assert not page.list.model.has(lolli)
    assert erasure.copies(workspace) == ()
    assert b"Lolli" not in workspace.path.read_bytes()
    assert not window.actions_["undo"].isEnabled()
