"""Say that no room was made yet, and how to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import icon_button, label, picture


class NoRooms(QWidget):
    """Stand where the grid would be."""

    def __init__(self, ctx: Context, make: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("no_rooms")
        t = ctx.t
        self.setAccessibleName(t("No room yet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture(ctx.theme, "bed-double", "text3", 40), 0, middle)
        hint = t(
            "Make rooms for everybody in one step, as each wishes. Places nobody was named for yet count too."
        )
        for words, role, tone in ((t("No room yet"), "title", ""), (hint, "body", "quiet")):
            made = label(words, role, tone=tone, wrap=True)
            made.setAlignment(middle)
            column.addWidget(made)
        self._make = icon_button(t("Make rooms"), "first_rooms", "plus", ctx.theme, look="primary")
        self._make.clicked.connect(lambda: make())
        column.addWidget(self._make, 0, middle)
        column.addStretch(3)
        self.setFocusProxy(self._make)

    def take_focus(self) -> None:
        """Give the focus to what one begins with."""
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)
