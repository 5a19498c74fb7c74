"""The composition root, run from outside: the program starts, opens its window, and ends in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from missionplanner.gui import app
application = QApplication([])
seen = []

def look():
    window = next(one for one in application.topLevelWidgets() if one.objectName() == "window")
    if window.ctx.workspace is None or window.ctx.jobs.under_way:
        return
    timer.stop()
    seen.append(window.status.state.text())
    QTimer.singleShot(0, fail)
    QTimer.singleShot(50, window, window.close)

def fail():
    raise ZeroDivisionError("Anna Neri")

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
code = app.run()
assert seen == ["All changes saved"], seen
sys.exit(code)
"""


def test_the_program_starts_survives_a_fault_and_ends(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (log,) = Path(os.environ["HOME"]).rglob("missionplanner.log")
    written = log.read_text("utf-8")
    assert "builtins.ZeroDivisionError" in written
    assert "Neri" not in written
    assert log.stat().st_mode & 0o077 == 0
