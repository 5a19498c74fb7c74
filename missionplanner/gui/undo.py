"""Offer the journal as Edit ▸ Undo and Redo, with the name of the step; the workspace keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import Message

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


class Undo(QObject):
    """Know what Undo and Redo would do. ``moved`` tells that it is something else now."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self.undo_label: Message | None = None
        self.redo_label: Message | None = None
        self.undo_step = self.redo_step = 0

    def follow(self, workspace: Workspace | None) -> None:
        """Offer the steps of a workspace, none of any other."""
        self._workspace = workspace
        self.refresh()

    def refresh(self, _receipt: object = None) -> None:
        """Look at the journal again."""
        self.undo_label = self.redo_label = None
        if self._workspace is not None:
            from missionplanner.services import history

            try:
                undone, redone = history.next_undo(self._workspace), history.next_redo(self._workspace)
            except MissionPlannerError:  # busy: as if there were nothing, until the next look
                undone = redone = None
            self.undo_label = undone.label if undone is not None else None
            self.redo_label = redone.label if redone is not None else None
            self.undo_step = undone.id if undone is not None else 0
            self.redo_step = redone.id if redone is not None else 0
        self.moved.emit()


def undo(workspace: Workspace, step: int = 0) -> Receipt:
    """Take the last step back, or the one named. Raises NotFound, Stale, Busy."""
    from missionplanner.services import history

    return history.undo(workspace, step or None)


def redo(workspace: Workspace) -> Receipt:
    """Do the last undone step again. Raises NotFound, Stale, Busy."""
    from missionplanner.services import history

    return history.redo(workspace)
