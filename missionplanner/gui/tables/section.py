"""Be a part of the details: a heading with a button beside it, and lines that are made anew with each row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import button, label, set_icon


class Titled(QWidget):
    """Show lines under a heading; ``fill`` takes what is to stand there now."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 0)
        self.column.setSpacing(6)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(label(title, "strong"), 1)
        self.column.addLayout(self._head)
        self._lines = QWidget()
        self.column.addWidget(self._lines)

    def offer(self, made: QPushButton) -> None:
        """Put a button beside the heading."""
        self._head.addWidget(made)

    def fill(self, widgets: list[QWidget]) -> None:
        """Show these lines instead of those there were."""
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in widgets:
            column.addWidget(one)
        self.column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()


def small_button(icon: str, name: str, words: str, theme: Theme, do: Callable[[], object]) -> QPushButton:
    """Return a round button that shows an icon only and says what it does."""
    made = button("", name, look="round")
    set_icon(made, theme.icon(icon, "text2", 14), 14)
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.clicked.connect(lambda: do())
    return made


def beside(words: list[QWidget], buttons: list[QPushButton]) -> QWidget:
    """Return words under each other with buttons at their right."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    column = QVBoxLayout()
    column.setSpacing(1)
    for one in words:
        column.addWidget(one)
    row.addLayout(column, 1)
    for each in buttons:
        row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
    return made
