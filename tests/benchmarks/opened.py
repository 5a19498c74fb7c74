"""Open a window on the sample mission's agenda, for benchmarks that measure it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from missionplanner.base.settings import Settings
from missionplanner.gui import app
from missionplanner.gui.main_window import MainWindow

SAMPLE = "ER-EUS-2025"
PATIENCE = 300.0
"""Seconds to wait for what is under way."""


def window_on(application: QApplication, path: Path, settings: Path) -> MainWindow:
    """Open a window on the sample mission's agenda."""
    chosen = Settings(settings)
    chosen.change(language="en", theme="light", width=1440, height=900)
    window = app.compose(application, chosen)
    window.show()
    app.begin(window, path)
    wait(application, lambda: window.ctx.workspace is not None and not window.ctx.jobs.under_way)
    window.open_mission(SAMPLE)
    wait(application, lambda: not window.ctx.jobs.under_way)
    return window


def wait(application: QApplication, done: Callable[[], bool]) -> None:
    """Let events pass until something is done, and then some more."""
    end = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)
    for _ in range(10):
        application.processEvents()
