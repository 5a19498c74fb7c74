"""Show what is on screen, undo and redo, and the one thing to do first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.actions import Actions
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import HEADER
from missionplanner.gui.widgets.basics import ICON, ActionButton, Elided, pill, set_icon


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
        self.setFixedHeight(roomy(HEADER))
        self._theme = theme
        self._actions: Actions | None = None
        self._primary: dict[str, QWidget] = {}
        self.search: SearchButton | None = None
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

    def build(self, actions: Actions) -> None:
        """Put the buttons in; which of the primary ones shows depends on the page."""
        self._actions = actions
        self.search = SearchButton(actions["palette"], self._theme)
        self._row.addWidget(self.search)
        self._row.addSpacing(4)
        for name in ("undo", "redo"):
            one = ActionButton(actions[name], self._theme, look="flat", icon_only=True)
            one.setFixedSize(36, 32)
            self._row.addWidget(one)

    def set_narrow(self, narrow: bool) -> None:
        """Show the search as an icon only in a narrow window."""
        if self.search is not None:
            self.search.set_narrow(narrow)

    def show_heading(self, heading: Heading, primary: str) -> None:
        """Show what a page is about, and the action that is its primary button."""
        self.title.set_text(heading.title)
        self.facts.set_text(heading.facts)
        self.facts.setVisible(bool(heading.facts))
        self._status.setText(heading.status)
        self._status.setVisible(bool(heading.status))
        self._status.setProperty("pill", heading.tone)
        if self._status.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self._status.style().polish(self._status)
        if primary and primary not in self._primary and self._actions is not None:
            made = ActionButton(self._actions[primary], self._theme, look="primary")
            self._primary[primary] = made
            self._row.addWidget(made)
        for name, widget in self._primary.items():
            widget.setVisible(name == primary)


class SearchButton(QPushButton):
    """Look like a field to search in; open the palette, where one types."""

    def __init__(self, action: QAction, theme: Theme) -> None:
        super().__init__()
        self._action = action
        self.setObjectName("palette_button")
        self.setProperty("look", "search")
        self.setFont(font("body"))
        set_icon(self, theme.icon("search", "text3", ICON))
        self.setAutoDefault(False)
        self.setAccessibleName(action.text())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{action.text()}  {keys}")
        self._words = f"  {action.text()}      {keys}"
        self.clicked.connect(action.trigger)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, or the words beside it."""
        self.setText("" if narrow else self._words)
