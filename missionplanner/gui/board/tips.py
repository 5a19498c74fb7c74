"""Show what the head of a day and a proposed slot say in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from missionplanner.gui.widgets.basics import plain_tip

if TYPE_CHECKING:
    from missionplanner.gui.board.board import AgendaBoard


class Tips(QObject):
    """Be the tool tips of a board. A filter, because an override of all events costs every frame."""

    def __init__(self, board: AgendaBoard) -> None:
        super().__init__(board)
        self._board = board
        board.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        words = self._board.words_at(QPointF(event.pos()))
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self._board.viewport())
        return bool(words)
