"""The details take a photo from a file, the clipboard or a drop; undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from missionplanner.domain.records import Person
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.places import DIRECTORY
from tests import factories as f

ANNA = f.person("Anna Neri")


def test_a_photo_is_chosen_pasted_dropped_removed_and_undone(
    opened: Callable[..., MainWindow], answers: Any, settled: Callable[[MainWindow], None], tmp_path: Path
) -> None:
    window = opened()
    assert window.ctx.workspace is not None
    with window.ctx.workspace.edit("Add") as edit:
        edit.add(ANNA)
    window.show_page(DIRECTORY)
    page: Any = window.places.shown
    page.show_entry("people", ANNA.id)
    settled(window)
    pictures, picture = page.list.details.pictures, QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    answers.path = tmp_path / "anna.png"
    picture.save(str(answers.path))

    def held() -> str | None:
        settled(window)
        assert window.ctx.workspace is not None
        with window.ctx.workspace.edit("Look") as edit:
            return edit.get(Person, ANNA.id).photo

    pictures.choose()
    chosen = held()
    assert chosen is not None and not pictures._portrait._picture.isNull()
    pictures.put(None)
    assert held() is None
    window.actions_["undo"].trigger()
    assert held() == chosen
    picture.fill(Qt.GlobalColor.blue)
    QApplication.clipboard().setImage(picture)
    pictures.paste()
    pasted = held()
    assert pasted not in (None, chosen)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(answers.path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    assert pictures.eventFilter(page.list.details.portrait, drop)
    assert held() == chosen
    answers.path = tmp_path / "no.png"
    answers.path.write_bytes(b"no picture")
    pictures.choose()
    assert held() == chosen and "not a picture" in window.ctx.notices.said[-1].text
    assert [one.objectName() for one in pictures.menu().actions() if one.isEnabled()][0] == "picture_choose"
