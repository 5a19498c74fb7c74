"""Choose a part of a page: by words beside each other, from a list where they have no room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from missionplanner.gui.forms.fields import choice
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.segments import Segments


class PartChoice(QWidget):
    """Show every part that there is. ``chosen`` carries the name of one."""

    chosen = Signal(str)

    def __init__(self, name: str, title: str, words: Mapping[str, str], now: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"{name}_choice")
        self.setAccessibleName(title)
        self._names = list(words)
        self.segments = Segments(name, title, words, now)
        self.list = choice({text: one for one, text in words.items()}, now, theme)
        self.list.setObjectName(f"{name}_list")
        self.list.setAccessibleName(title)
        self.list.setFont(font("body"))
        self.list.setFixedHeight(roomy(CONTROL))
        self.list.setMaxVisibleItems(len(words))
        self.segments.chosen.connect(lambda part: self.chosen.emit(str(part)))
        self.list.currentIndexChanged.connect(lambda place: self.chosen.emit(self._names[place]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addWidget(self.list)
        row.addStretch(1)
        self.list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.segments)

    def show_part(self, name: str) -> None:
        """Mark a part as the one that is shown; the focus stays on it where it was here."""
        place = self._names.index(name)
        with self.segments.moving_to(name), QSignalBlocker(self.list):
            self.list.setCurrentIndex(place)

    @property
    def wanted(self) -> int:
        """Return how wide all words beside each other are."""
        return self.segments.sizeHint().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(roomy(120), self.segments.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        narrow = self.segments.sizeHint().width() > self.width()
        if narrow is self.list.isHidden():
            self.segments.setVisible(not narrow)
            self.list.setVisible(narrow)
            self.setFocusProxy(self.list if narrow else self.segments)
