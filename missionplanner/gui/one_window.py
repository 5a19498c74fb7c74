"""Have one window on a workspace: a second start brings the first one to the front and ends (RELIABILITY §2)."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.base import paths
from missionplanner.base.errors import Locked, MissionPlannerError
from missionplanner.base.file_lock import FileLock

PATIENCE = 2.0
"""Seconds a second start waits for the first window to come; then it opens one of its own."""
_PAUSE = 0.02


class OneWindow:
    """Hold the place of the window on a workspace; the system gives it back if the program ends or crashes.

    Nothing of this may keep anybody from working: where the folder cannot be written, every claim is granted.
    Files are used, no socket: the program never opens one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or paths.log_folder() / "windows"
        self._lock: FileLock | None = None
        self._place: Path | None = None

    def claim(self, path: Path, patience: float = PATIENCE) -> bool:
        """Take the place on a workspace, and leave the one before; False where another window has come instead."""
        place = self._place_of(path)
        if place == self._place:
            return True
        lock = FileLock(place)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.hold_alone()
        except Locked:
            if _answered(place, patience):
                return False
        except (MissionPlannerError, OSError):
            return True
        else:
            _bell_of(place).unlink(missing_ok=True)
        self.release()
        self._lock, self._place = lock, place
        return True

    def release(self) -> None:
        """Leave the place."""
        if self._lock is not None:
            self._lock.release()
        self._lock = self._place = None

    def rung(self) -> bool:
        """Tell, once, whether another start has asked for this window."""
        if self._place is None:
            return False
        try:
            _bell_of(self._place).unlink()
        except OSError:
            return False
        return True

    def _place_of(self, path: Path) -> Path:
        whole = os.path.normcase(path.expanduser().resolve())
        return self.folder / hashlib.sha256(whole.encode()).hexdigest()[:24]


class Doorkeeper(QObject):
    """Bring a window to the front when another start asks for it."""

    def __init__(self, window: QWidget, place: OneWindow) -> None:
        super().__init__(window)
        self._window, self._place = window, place
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.addPath(str(place.folder))
        self._look()

    def _look(self) -> None:
        if self._place.rung():
            bring_forward(self._window)


def bring_forward(window: QWidget) -> None:
    """Show a window over all others, or have the taskbar call for it where the system lets no program do that."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def _bell_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.bell")


def _answered(place: Path, patience: float) -> bool:
    """Ring at a window and wait until it has heard it."""
    bell = _bell_of(place)
    try:
        bell.touch(mode=0o600)
        end = time.monotonic() + patience
        while bell.exists():
            if time.monotonic() >= end:
                bell.unlink(missing_ok=True)
                return False
            time.sleep(_PAUSE)
    except OSError:
        return False
    return True
