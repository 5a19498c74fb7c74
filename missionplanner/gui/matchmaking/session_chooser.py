"""Choose which B2B session of the mission is on screen; shown only where there are several."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL

WIDEST, NARROWEST = 300, 120


class SessionChooser(QWidget):
    """Offer the sessions by title."""

    def __init__(self, ctx: Context, shown: ShownSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setObjectName("session_chooser")
        self.list = Choice(ctx.theme)
        self.list.setObjectName("session_choice")
        self.list.setAccessibleName(ctx.t("B2B session"))
        self.list.setFont(font("body"))
        self.list.setFixedHeight(roomy(CONTROL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.currentIndexChanged.connect(self._choose)
        shown.changed.connect(self.fill)
        self.fill()

    def set_room(self, pixels: int) -> None:
        """Be at most so wide."""
        self.list.setMaximumWidth(max(min(pixels - 60, roomy(WIDEST)), roomy(NARROWEST)))

    def fill(self) -> None:
        """Offer the sessions there are now."""
        some = self._shown.all
        titles = [self._shown.title_of(one) for one in some]
        with QSignalBlocker(self.list):
            if [self.list.itemText(number) for number in range(self.list.count())] != titles:
                self.list.clear()
                self.list.addItems(titles)
            self.list.values = tuple(one.id for one in some)
            if self._shown.id in self.list.values:
                self.list.setCurrentIndex(self.list.values.index(self._shown.id))
        self.list.setToolTip("")
        self.setVisible(len(some) > 1)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self.list.values):
            self._shown.show(self.list.values[number])
