"""Ask for what takes a while to make, and say all the time what it will come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.jobs import Job
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.tabbing import in_reading_order

Asked = TypeVar("Asked")
Found = TypeVar("Found")
AROUND = 40
"""Pixels of the window that stay in sight around a dialog."""


class ForeseenDialog(QDialog):
    """Frame the question: a title, what subclasses put into ``column``, a summary, two buttons.

    ``later`` is started at each change; ``look`` then works out beside the window what is asked for comes to.
    """

    def __init__(self, parent: QWidget, ctx: Context, name: str, title: str, *, after: int) -> None:
        """Make the frame; ``name`` begins the names of what is in it, ``after`` is in milliseconds."""
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._name, self._around = ctx, name, parent
        self._job: Job | None = None
        self._closed = False
        self.summary: QLabel = label("", "body", name=f"{name}_summary", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(label(title, "h1", name=f"{name}_title"))
        self.later = QTimer(self, interval=after, singleShot=True)
        self.later.timeout.connect(self.look)

    def done(self, result: int) -> None:
        """Close; what is still being worked out for the dialog is told to nobody."""
        self._closed = True
        self.later.stop()
        super().done(result)

    # -- said by subclasses -----------------------------------------------------------------------

    def look(self) -> None:
        """Work out what is asked for now comes to, with ``foresee``."""

    def refuse(self, error: BaseException) -> None:
        """Say why that cannot be worked out."""
        self._ctx.tell_failure(error)

    def finish(self) -> None:
        """Close and do what is asked for."""

    # -- what they are built of -------------------------------------------------------------------

    def add_foot(self, words: str, deed: str) -> QAbstractButton:
        """End the column with the summary and the buttons; return the one that does it, named after its deed."""
        leave = button(self._ctx.t("Cancel"), f"{self._name}_cancel")
        leave.clicked.connect(self.reject)
        made = button(words, f"{self._name}_{deed}", look="primary")
        made.setDefault(True)
        made.clicked.connect(self.finish)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(made)
        self.column.addWidget(self.summary)
        self.column.addLayout(row)
        return made

    def fit(self, width: int, height: int) -> None:
        """Take this size, in pixels of plain letters, or what the window has room for; Tab goes as one reads."""
        room = self._around.window()
        self.resize(min(roomy(width), room.width() - AROUND), min(roomy(height), room.height() - AROUND))
        in_reading_order(self)

    def forget(self) -> None:
        """Let go of what was being worked out."""
        if self._job is not None and self._job in self._ctx.jobs.under_way:
            self._job.cancel()

    def foresee(
        self, now: Callable[[], Asked], work: Callable[[Progress], Found], tell: Callable[[Found], object]
    ) -> None:
        """Work something out beside the window and tell it, unless something else is asked for by then."""
        self.forget()
        asked = now()

        def take(found: Found) -> None:
            if not self._closed and asked == now():
                tell(found)

        self._job = self._ctx.jobs.read(work, of=self)
        self._job.done.connect(take)
        self._job.failed.connect(self._fail)

    def _fail(self, error: BaseException) -> None:
        if not self._closed:
            self.refuse(error)
