"""Say why a grid shows nothing, and offer where to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, icon_button, label, picture

Start = tuple[str, str, str, Callable[[], object]]
"""Words of a way to begin, the name of its button, its icon, and what it does."""


class Nothing(QWidget):
    """Show an icon, a line, a hint and at most three ways to begin."""

    def __init__(self, ctx: Context, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ctx, self._icon = ctx, icon
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture(ctx.theme, icon, "text3", 40), 0, middle)
        self.words = label("", "title", name=f"{name}_words", wrap=True)
        self.hint = label("", "body", tone="quiet", name=f"{name}_hint", wrap=True)
        for one in (self.words, self.hint):
            one.setAlignment(middle)
            column.addWidget(one)
        self._row = QHBoxLayout()
        self._row.setSpacing(roomy(8))
        column.addLayout(self._row)
        column.addStretch(3)
        self._starts: list[QAbstractButton] = []

    def tell(self, words: str, hint: str, starts: Sequence[Start]) -> None:
        """Say what is missing; the first way to begin is the usual one."""
        self.setAccessibleName(words)
        self.words.setText(words)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._starts = []
        self._row.addStretch(1)
        for number, (text, name, icon, do) in enumerate(starts):
            look = "primary" if not number else ""
            made = icon_button(text, name, icon, self._ctx.theme, look=look) if icon else button(text, name)
            made.clicked.connect(lambda _checked=False, do=do: do())
            self._row.addWidget(made)
            self._starts.append(made)
        self._row.addStretch(1)

    def take_focus(self) -> None:
        """Give the focus to the usual way to begin."""
        if self._starts:
            self._starts[0].setFocus(Qt.FocusReason.OtherFocusReason)
