"""Tell every open view what an edit touched, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.services.first_look import Watch

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace

LOOK_EVERY = 2000
"""Milliseconds between two looks whether another program has written."""


class Hub(QObject):
    """Turn receipts into a signal of the window's thread. ``changed`` carries None where others have written."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own: set[int] = set()
        self._watch: Watch | None = None
        self._workspace: Workspace | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._arrived.connect(self._pass_on)

    def follow(self, workspace: Workspace) -> None:
        """Listen to a workspace from now on, and to no other."""
        self.leave()
        self._workspace = workspace
        workspace.listeners.append(self._hear)
        self._watch = Watch(workspace.path)
        self._timer.start()

    def leave(self) -> None:
        """Stop listening."""
        self._timer.stop()
        if self._workspace is not None and self._hear in self._workspace.listeners:
            self._workspace.listeners.remove(self._hear)
        if self._watch is not None:
            self._watch.close()
        self._watch = self._workspace = None
        self._own.clear()

    def look(self) -> None:
        """Look now whether another program has written."""
        if self._watch is not None and self._watch.moved(self._own):
            self.changed.emit(None)

    def _hear(self, receipt: Receipt) -> None:
        # Called in the thread that made the edit; the signal brings it to ours.
        if receipt.changeset is not None:
            self._own.add(receipt.changeset)
        self._arrived.emit(receipt)

    def _pass_on(self, receipt: Receipt) -> None:
        self.changed.emit(receipt)
