"""Show beside the pointer who is carried."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import label

_BESIDE = QPoint(14, 10)


class CarriedTag:
    """Be a small card with a name, over a widget; the mouse goes through it."""

    def __init__(self, ctx: Context, over: QWidget, name: str) -> None:
        self._ctx = ctx
        self.label: QLabel = label("", "small", name=name)
        self.label.setParent(over)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()

    def show(self, words: str) -> None:
        """Show who is carried from now on."""
        tokens = self._ctx.theme.tokens
        self.label.setStyleSheet(
            f"background: {tokens.surface}; color: {tokens.text}; border: 1px solid {tokens.accent};"
            " border-radius: 4px; padding: 3px 8px;"
        )
        self.label.setText(words)
        self.label.adjustSize()
        self.label.show()
        self.label.raise_()

    def follow(self, at: QPoint) -> None:
        """Go beside a point of the widget it lies over."""
        self.label.move(at + _BESIDE)

    def hide(self) -> None:
        """Be seen no longer."""
        self.label.hide()
