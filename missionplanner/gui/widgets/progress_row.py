"""Show long work at the bottom of the window: what, how far, how long still, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from missionplanner.base.i18n import Translator
from missionplanner.gui.jobs import Job
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import Elided, button, label

SHOWN_AFTER = 400
"""Milliseconds of work before the row appears; shorter work leaves the window as it is."""
GUESSED_AFTER = 3.0
"""Seconds of work before the time left is guessed."""


class ProgressRow(QFrame):
    """Show one job after the other; the row is there only while something runs."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("progress")
        self.t = t
        self._job: Job | None = None
        self._waiting: list[Job] = []
        self._begun = 0.0
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 16, 7)
        row.setSpacing(12)
        self.what = Elided("", "strong", colour="text", theme=theme)
        self.what.setMinimumWidth(220)
        self.count = label("", "label", tone="quiet", name="progress_count")
        self.bar = QProgressBar()
        self.bar.setObjectName("progress_bar")
        self.bar.setTextVisible(False)
        self.cancel = button(t("Cancel"), "progress_cancel")
        self.cancel.clicked.connect(self._cancel)
        row.addWidget(self.what, 2)
        row.addWidget(self.bar, 3)
        row.addWidget(self.count)
        row.addWidget(self.cancel)
        self._delay = QTimer(self, interval=SHOWN_AFTER, singleShot=True)
        self._delay.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show a job, after those shown already."""
        self._waiting.append(job)
        if self._job is None:
            self._next()

    def _next(self) -> None:
        self._job = self._waiting.pop(0) if self._waiting else None
        if self._job is None:
            self._delay.stop()
            self.hide()
            return
        self._begun = time.monotonic()
        self.what.set_text(self._job.title)
        self.bar.setAccessibleName(self._job.title)
        self.bar.setRange(0, 0)
        self.count.setText("")
        self.cancel.setEnabled(True)
        self.cancel.setVisible(self._job.can_stop)
        self._job.progressed.connect(self._step)
        self._delay.start()

    def _step(self, done: int, total: int, text: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        parts = [self.t("{done} of {total}", done=done, total=total)] if total else []
        gone = time.monotonic() - self._begun
        if gone > GUESSED_AFTER and 0 < done < total:
            left = round(gone / done * (total - done))
            parts.append(self.t.plural("{count} second left", "{count} seconds left", left))
        self.count.setText("  ·  ".join(parts))
        if text and self._job is not None:
            self.what.set_text(f"{self._job.title}  ·  {text}")

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self.what.set_text(self.t("Stopping…"))
            self._job.cancel()

    def end(self, job: Job) -> None:
        """Show a job no longer."""
        if job is self._job:
            self._next()
        elif job in self._waiting:
            self._waiting.remove(job)
