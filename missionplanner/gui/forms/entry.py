"""Be fields that store themselves: committed on Enter and on leaving, taken back by Escape, never cleared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QStyle, QStyleOptionFrame

from missionplanner.domain.text import MAX_LINE
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import plain_tip

_BESIDE = 2
"""Pixels Qt leaves beside the letters of a line."""
_LONG = 24
"""Characters of a text that may not be seen as a whole and is told by a tool tip."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Kept:
    """Know of a field what is stored beside what is typed into it.

    Whoever stores the text calls ``settle`` once it is stored; until then ``show_text`` lets what is typed
    stand, so that neither a refusal nor somebody else's edit loses it.
    """

    typed: Callable[[], str]
    put: Callable[[str], None]
    committed: Any
    _shown = ""

    @property
    def dirty(self) -> bool:
        """Tell whether something typed is not stored yet."""
        return self.typed() != self._shown

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; ``anew`` also over what is typed."""
        keep = self.dirty and not anew
        self._shown = text
        if not keep and self.typed() != text:
            self.put(text)

    def settle(self) -> None:
        """Take what is typed as stored."""
        self._shown = self.typed()

    def commit(self) -> None:
        """Pass on what was typed, if it differs from what is stored."""
        if self.dirty:
            self.committed.emit(self.typed().strip())

    def leaves_to_others(self, event: QEvent) -> bool:
        """Let go of Undo and Redo with nothing of its own to take back: the last step of the mission is meant."""
        if self.dirty or not _undoes(event):
            return False
        event.ignore()
        return True


class Entry(Kept, QLineEdit):
    """Be one line. ``committed`` carries what was typed, ``reverted`` tells that it was taken back."""

    committed = Signal(str)
    reverted = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setFont(font("body"))
        self.setPlaceholderText(hint)
        self.setMaxLength(MAX_LINE)

    def typed(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)
        self.setToolTip(plain_tip(text) if len(text) > _LONG else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        room = self._text_area()
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()  # with an ellipsis while nobody types
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _text_area(self) -> QRect:
        """Return where the letters stand."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inner.marginsRemoved(self.textMargins()).adjusted(_BESIDE, 0, -_BESIDE, 0)

    def take_back(self) -> None:
        """Show again what is stored."""
        self.setText(self._shown)
        self.selectAll()
        self.reverted.emit()

    def event(self, event: QEvent) -> bool:
        return False if self.leaves_to_others(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        if event.key() in _ENTER:
            self.commit()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()


class Prose(Kept, QPlainTextEdit):
    """Be a text of several lines: Enter begins a line, Ctrl+Enter and leaving commit, Escape takes back."""

    committed = Signal(str)
    reverted = Signal()

    def __init__(self, hint: str = "", *, lines: int = 2) -> None:
        super().__init__()
        self.setFont(font("body"))
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lines = lines
        self.document().contentsChanged.connect(self._grow)
        self._grow()

    def typed(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        return False if self.leaves_to_others(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and control:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.setPlainText(self._shown)
            self.reverted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as high as the text, from ``lines`` to three times as many."""
        lines = round(self.document().size().height())
        shown = min(max(lines, self._lines), self._lines * 3)
        height = shown * self.fontMetrics().lineSpacing() + 20
        if height != self.height():
            self.setFixedHeight(height)


def _undoes(event: QEvent) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
