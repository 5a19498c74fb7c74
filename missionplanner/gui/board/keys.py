"""Say which way each key goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from missionplanner.gui.board.walk import Move

_Cursor = QAbstractItemView.CursorAction

MOVES: dict[QAbstractItemView.CursorAction, Move] = {
    _Cursor.MoveUp: Move.UP,
    _Cursor.MoveDown: Move.DOWN,
    _Cursor.MoveLeft: Move.LEFT,
    _Cursor.MoveRight: Move.RIGHT,
    _Cursor.MoveHome: Move.FIRST,
    _Cursor.MoveEnd: Move.LAST,
    _Cursor.MovePageUp: Move.PAGE_UP,
    _Cursor.MovePageDown: Move.PAGE_DOWN,
    _Cursor.MoveNext: Move.NEXT,
    _Cursor.MovePrevious: Move.PREVIOUS,
}
"""What Qt calls a way → the way."""

ACTIONS: dict[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _Cursor.MoveUp,
    Qt.Key.Key_Down: _Cursor.MoveDown,
    Qt.Key.Key_Left: _Cursor.MoveLeft,
    Qt.Key.Key_Right: _Cursor.MoveRight,
    Qt.Key.Key_Home: _Cursor.MoveHome,
    Qt.Key.Key_End: _Cursor.MoveEnd,
    Qt.Key.Key_PageUp: _Cursor.MovePageUp,
    Qt.Key.Key_PageDown: _Cursor.MovePageDown,
}
"""Key → what Qt calls its way."""
