"""Show pairs of words to look something up: the keys, or what was said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled

Section = tuple[str, list[tuple[str, str]]]


class Listing(QDialog):
    """Show sections of lines: words at the left, keys or nothing at the right."""

    def __init__(self, parent: QWidget, title: str, sections: list[Section], close: str) -> None:
        super().__init__(parent)
        self.setObjectName("listing")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "h1"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for heading, lines in sections:
            self._add(grid, heading, lines)
        grid.setRowStretch(grid.rowCount(), 1)
        column.addWidget(Scrolled("listing_area", title, inside, reads=True), 1)
        done = button(close, "listing_close", look="primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        column.addLayout(row)
        self.resize(min(roomy(520), parent.window().width() - 80), 560)

    def _add(self, grid: QGridLayout, heading: str, lines: list[tuple[str, str]]) -> None:
        if heading:
            above = label(heading, "strong")
            above.setContentsMargins(0, 8, 0, 2)
            grid.addWidget(above, grid.rowCount(), 0, 1, 2)
        for words, keys in lines:
            place = grid.rowCount()
            grid.addWidget(label(words, wrap=True), place, 0)
            if keys:
                aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                grid.addWidget(label(keys, "label", tone="quiet"), place, 1, aligned)
