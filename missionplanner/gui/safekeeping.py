"""Make backups by themselves: every half an hour and on closing, where something was changed (RELIABILITY §2)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context

EVERY = 30 * 60 * 1000
"""Milliseconds between two backups of a workspace that is being changed."""
_log = logging.getLogger("missionplanner.safekeeping")


class Safekeeping(QObject):
    """Know whether there is something no backup holds yet, and back it up beside the window."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()
        ctx.hub.changed.connect(self._hear)
        ctx.opened.connect(self._begin)

    @property
    def due(self) -> bool:
        """Tell whether a backup would hold something new."""
        return self._changed and self._ctx.workspace is not None

    def keep(self) -> None:
        """Start a backup, where one is due."""
        workspace = self._ctx.workspace
        if not self.due or workspace is None:
            return
        self._changed = False

        def work(_progress: Progress) -> object:
            from missionplanner.services import backup

            return backup.make(workspace)

        self._ctx.jobs.read(work).failed.connect(self._fail)

    def _begin(self) -> None:
        self._changed = False

    def _hear(self, receipt: object) -> None:
        # What others wrote they back up themselves.
        self._changed = self._changed or receipt is not None

    def _fail(self, error: BaseException) -> None:
        self._changed = True
        _log.error("a backup failed", exc_info=error)
        self._ctx.tell_failure(error)
