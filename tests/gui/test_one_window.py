"""One window on a workspace: a second start brings the first to the front, and is never in anybody's way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.errors import Locked
from missionplanner.base.file_lock import FileLock
from missionplanner.gui import app, one_window
from missionplanner.gui.one_window import Doorkeeper, OneWindow

Maker = Callable[[], OneWindow]


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[Maker]:
    """Return a function that stands for one more start of the program."""
    made: list[OneWindow] = []

    def start() -> OneWindow:
        made.append(OneWindow(tmp_path / "windows"))
        return made[-1]

    yield start
    for one in made:
        one.release()


@pytest.fixture
def first(maker: Maker, tmp_path: Path) -> OneWindow:
    """Be the window that is there."""
    made = maker()
    assert made.claim(tmp_path / "missions.mplanner")
    return made


def test_a_second_start_is_answered_and_brings_the_first_window_forward(
    qtbot: QtBot, maker: Maker, first: OneWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[QWidget] = []
    # Without a screen no window lies over another, and Qt says so.
    monkeypatch.setattr(QWidget, "raise_", lambda one: raised.append(one))
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    Doorkeeper(window, first)
    granted: list[bool] = []
    second = maker()
    start = threading.Thread(target=lambda: granted.append(second.claim(tmp_path / "missions.mplanner", 20)))
    start.start()
    qtbot.waitUntil(lambda: bool(granted), timeout=20_000)
    start.join()
    assert granted == [False]
    assert not window.isMinimized()
    assert raised == [window]
    assert not list(first.folder.glob("*.bell"))


def test_where_nobody_answers_one_works_all_the_same(maker: Maker, first: OneWindow, tmp_path: Path) -> None:
    assert maker().claim(tmp_path / "missions.mplanner", 0)
    assert not list(first.folder.glob("*.bell"))
    assert not first.rung()


def test_another_workspace_has_a_place_of_its_own_and_a_place_left_is_free(
    maker: Maker, first: OneWindow, tmp_path: Path
) -> None:
    assert first.claim(tmp_path / "." / "missions.mplanner")
    assert first.claim(tmp_path / "other.mplanner")
    assert maker().claim(tmp_path / "missions.mplanner")
    for one in first.folder.glob("*.lock"):
        with pytest.raises(Locked):
            FileLock(one.with_suffix("")).hold_alone()


def test_without_a_folder_to_write_every_claim_is_granted(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for one in (OneWindow(tmp_path / "file" / "windows"), OneWindow(tmp_path / "file" / "windows")):
        assert one.claim(tmp_path / "missions.mplanner")
        assert not one.rung()


def test_a_start_that_is_answered_ends_before_anything_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window.OneWindow, "claim", lambda _self, _path: False)
    monkeypatch.setattr(app, "compose", lambda *_: pytest.fail("a second window"))
    assert app.run() == 0
