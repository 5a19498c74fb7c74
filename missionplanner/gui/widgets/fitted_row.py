"""Be a row whose buttons keep their icons alone where their words would squeeze what stands beside them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from missionplanner.gui.widgets.basics import plain_tip


class FittedRow(QWidget):
    """Lay widgets out beside each other; ``tools`` are the buttons that may lose their words."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self._tools: dict[QPushButton, str] = {}

    def add_tool(self, made: QPushButton) -> None:
        """Add a button at the end, with an icon before its words."""
        self._tools[made] = made.text()
        self.row.addWidget(made)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        for one, words in self._tools.items():
            one.setText(words)
        self.row.invalidate()
        narrow = self.row.sizeHint().width() > self.width()
        for one, words in self._tools.items():
            one.setText("" if narrow else words)
            one.setToolTip(plain_tip(words.strip()) if narrow else "")
