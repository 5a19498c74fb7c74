"""Find something on a page while one types: how many there are, the next and the one before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from missionplanner.base.i18n import Translator
from missionplanner.gui.forms.own_keys import keeps
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ICON, button, label, set_icon


class FindBar(QFrame):
    """Be the bar. ``sought`` carries the text, ``moved`` +1 or -1, ``left`` tells that it is done with."""

    sought = Signal(str)
    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setObjectName("find_bar")
        self._theme, self._t = theme, t
        self.setStyleSheet(
            f"#find_bar {{ background: {theme.tokens.surface2}; border-bottom: 1px solid {theme.tokens.border}; }}"
        )
        self.line = QLineEdit()
        self.line.setObjectName("find_text")
        self.line.setAccessibleName(t("Find in the agenda"))
        self.line.setPlaceholderText(t("Title, place, host or group"))
        self.line.setFont(font("body"))
        self.line.setFixedHeight(roomy(CONTROL))
        self.line.setMinimumWidth(roomy(180))
        self.line.setMaximumWidth(roomy(360))
        self.count = label("", "label", tone="quiet", name="find_count")
        self.previous = self._round(
            "find_previous", "chevron-up", t("The one before"), lambda: self.moved.emit(-1)
        )
        self.following = self._round("find_next", "chevron-down", t("The next one"), self._on)
        self.shut = self._round("find_close", "x", t("Close the search"), self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for one in (self.previous, self.following):
            row.addWidget(one)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.line.textChanged.connect(self.sought)
        self.show_count(0, 0)
        self.hide()

    def begin(self) -> None:
        """Come up with the text marked, so that typing begins anew."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.sought.emit(self.line.text())

    def leave(self) -> None:
        """Go away; nothing is sought any more."""
        self.hide()
        self.sought.emit("")
        self.left.emit()

    def show_count(self, place: int, count: int) -> None:
        """Say which of how many is shown; ``place`` counts from 1, 0 is none of them."""
        t = self._t
        typed = bool(self.line.text().strip())
        if not typed:
            words = ""
        elif not count:
            words = t("Nothing found")
        elif place:
            words = t("{number} of {count}", number=place, count=count)
        else:
            words = t.plural("{count} found", "{count} found", count)
        self.count.setText(words)
        for one in (self.previous, self.following):
            one.setEnabled(count > 0)

    def event(self, event: QEvent) -> bool:
        if keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        self.moved.emit(-1)

    def _on(self) -> None:
        self.moved.emit(1)

    def _round(self, name: str, icon: str, words: str, do: Callable[[], object]) -> QPushButton:
        made = button("", name, look="flat")
        set_icon(made, self._theme.icon(icon, "text2", ICON))
        made.setFixedSize(roomy(30), roomy(30))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.clicked.connect(do)
        return made
