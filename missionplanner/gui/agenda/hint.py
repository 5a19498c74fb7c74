"""Point at a block that can be dragged, for somebody who sees the sample for the first time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect

from missionplanner.base import paths
from missionplanner.gui.board.board import AgendaBoard
from missionplanner.gui.context import Context
from missionplanner.gui.models.agenda import AgendaModel
from missionplanner.gui.widgets.coach_mark import CoachMark


class Hint(QObject):
    """Be the one hint of the agenda: shown on the sample, gone for good after the first edit."""

    def __init__(self, ctx: Context, board: AgendaBoard, model: AgendaModel) -> None:
        super().__init__(board)
        self._ctx, self._board, self._model = ctx, board, model
        self.mark = CoachMark(ctx, board, ctx.t("Drag a block, or press Alt+↑/↓"))
        for bar in (board.verticalScrollBar(), board.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.point())

    def point(self) -> None:
        """Point at what is chosen, else at the first block in sight that is free to move; nothing elsewhere."""
        if not self.mark.wanted or self._ctx.path != paths.sample_workspace().resolve():
            self.mark.hide()
            return
        target = self._target()
        if target is not None and self._board.isVisible():
            self.mark.point_at(target)

    def finish(self) -> None:
        """Go for good: somebody did what it says, or anything else."""
        if self.mark.isVisible():
            self.mark.finish()

    def _target(self) -> QRect | None:
        current, board = self._board.currentIndex(), self._board
        free = [
            self._model.index(place, 0)
            for place, row in enumerate(self._model.rows)
            if row.times.start is not None and not row.locked
        ]
        room = board.viewport().rect().adjusted(0, round(board.scene.scale.head), 0, 0)
        for index in ([current] if current in free else []) + free:
            area = board.visualRect(index)
            if area.isValid() and room.contains(area):
                return area.translated(board.viewport().pos())
        return None
