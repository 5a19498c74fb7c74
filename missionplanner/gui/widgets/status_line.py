"""Say at the bottom that all is saved, and in which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout

from missionplanner.base.i18n import Translator
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import Elided, label, picture

HEIGHT = 28


class StatusLine(QFrame):
    """Be the line under the pages."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self.setFixedHeight(HEIGHT)
        self.t = t
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(6)
        self._sign = picture(theme, "check", "ok", 14)
        self.state = label("", "label", tone="quiet", name="state")
        self._file = Elided("", "small", colour="text3", theme=theme)
        row.addWidget(self._sign)
        row.addWidget(self.state)
        row.addSpacing(10)
        row.addWidget(self._file, 1)
        self.show_state("")

    def show_saved(self, path: Path) -> None:
        """Say that there is nothing to save, and where it all is."""
        self.show_state(self.t("All changes saved"))
        self._sign.show()
        home = Path.home()
        self._file.set_text(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))

    def show_state(self, text: str) -> None:
        """Say something else."""
        self._sign.hide()
        self.state.setText(text)
        self._file.set_text("")
