"""Be the top of the palette: the verb under way as a chip, and the line one types into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from missionplanner.base.i18n import Translator
from missionplanner.gui.theme import Theme, font
from missionplanner.gui.widgets.basics import button, picture, set_icon

_LETTERS = 400
_CHIP_WIDEST = 300


class QueryRow(QFrame):
    """Hold the chip and the line. ``back_wanted`` tells that the chip was clicked."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("palette_top")
        self._t = t
        self.query = QLineEdit()
        self.query.setObjectName("palette_query")
        self.query.setAccessibleName(t("Search or type a command"))
        letters = font("title")
        letters.setVariableAxis(QFont.Tag("wght"), _LETTERS)
        self.query.setFont(letters)
        self.query.setFrame(False)
        self.chip = button("", "palette_verb")
        self.chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_icon(self.chip, theme.icon("x", "text2", 14), 14)
        self.chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the verb
        self.chip.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(10)
        row.addWidget(picture(theme, "search", "text3", 18))
        row.addWidget(self.chip)
        row.addWidget(self.query, 1)
        self.show_verb("", "")

    def show_verb(self, verb: str, prompt: str) -> None:
        """Show the verb under way and ask for what it needs; the first question where there is none."""
        measures = self.chip.fontMetrics()
        self.chip.setText(measures.elidedText(verb, Qt.TextElideMode.ElideRight, _CHIP_WIDEST))
        self.chip.setAccessibleName(self._t("Back from: {verb}", verb=verb) if verb else "")
        self.chip.setToolTip(self.chip.accessibleName())
        self.chip.setVisible(bool(verb))
        asked = prompt or self._t("Search or type a command")
        self.query.setPlaceholderText(asked)
        self.query.setAccessibleName(f"{verb}: {asked}" if verb else asked)
        self.query.clear()
