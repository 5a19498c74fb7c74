"""Show what is on screen, undo and redo, and the one thing to do first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import HEADER
from missionplanner.gui.widgets.basics import ActionButton, Elided, button, pill


@dataclass(frozen=True, slots=True)
class Heading:
    """Be what a page puts into the header: its title, facts under it, a status with its tone."""

    title: str
    facts: str = ""
    status: str = ""
    tone: str = "quiet"


class Header(QFrame):
    """Hold the heading of the page on screen and its primary button."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEADER)
        self._theme = theme
        self._primary: dict[str, QWidget] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 16, 0)
        self._row.setSpacing(8)
        self.title = Elided("", "h1", colour="text", theme=theme)
        self.facts = Elided("", "small", colour="text2", theme=theme)
        self._status = pill("", "quiet")
        top = QHBoxLayout()
        top.setSpacing(10)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top.addWidget(self.title)
        top.addWidget(self._status)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addLayout(top)
        words.addWidget(self.facts)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addSpacing(8)

    def build(self, undo: QAction, redo: QAction, new_mission: QAction, print_menu: QMenu, words: str) -> None:
        """Put the buttons in; which of the primary ones shows depends on the page."""
        for action in (undo, redo):
            one = ActionButton(action, self._theme, look="flat", icon_only=True)
            one.setFixedSize(36, 32)
            self._row.addWidget(one)
        create = ActionButton(new_mission, self._theme, look="primary")
        press = self._with_menu(words, print_menu)
        self._primary = {"missions": create, "agenda": press}
        for widget in self._primary.values():
            widget.hide()
            self._row.addWidget(widget)

    def show_heading(self, heading: Heading, page: str) -> None:
        """Show what a page is about, and its primary button."""
        self.title.set_text(heading.title)
        self.facts.set_text(heading.facts)
        self.facts.setVisible(bool(heading.facts))
        self._status.setText(heading.status)
        self._status.setVisible(bool(heading.status))
        self._status.setProperty("pill", heading.tone)
        self._status.style().polish(self._status)
        for name, widget in self._primary.items():
            widget.setVisible(name == page)

    def _with_menu(self, words: str, menu: QMenu) -> QPushButton:
        made = button(f" {words}  ▾", "print_button", look="primary")
        made.setAccessibleName(words)
        made.setIcon(self._theme.icon("printer", "on_accent", 16))
        made.setIconSize(QSize(16, 16))
        made.setMenu(menu)
        return made
