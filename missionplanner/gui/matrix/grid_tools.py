"""Be what stands over any grid of people: whom one looks for, further choices, what is done with cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ActionButton, fit_words
from missionplanner.gui.widgets.search_field import search_field


class GridTools(QWidget):
    """Hold the filter and the buttons. ``changed`` tells that what is to be shown is other, ``left`` is Escape.

    Subclasses put their choices into ``row`` and end with ``add_buttons``.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, name: str, title: str) -> None:
        super().__init__()
        t = ctx.t
        self._ctx = ctx
        self.setObjectName(f"{name}_tools")
        self.setAccessibleName(title)
        told = t("Name, organisation or group")
        self.search = search_field(f"{name}_search", t("Find people"), told, ctx.theme, t)
        self.search.textChanged.connect(self.changed)
        self.search.installEventFilter(self)
        self.search.setMinimumWidth(roomy(150))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.search, 1)
        self.buttons: list[ActionButton] = []
        self.setFocusProxy(self.search)

    def add_buttons(self, actions: Actions, names: Sequence[str]) -> None:
        """Put the buttons of these actions at the end of the row."""
        self.row.addSpacing(roomy(8))
        self.buttons = [ActionButton(actions[name], self._ctx.theme) for name in names]
        for one in self.buttons:
            self.row.addWidget(one)

    def query(self) -> str:
        """Return what is looked for."""
        return self.search.text().strip()

    def take_focus(self) -> None:
        """Go to the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        fit_words(self.row, self.buttons, self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear() if self.search.text() else self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def named(made: Choice, name: str, title: str) -> Choice:
    """Give a choice over a grid its name and look."""
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setFont(font("body"))
    made.setFixedHeight(roomy(CONTROL))
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
    return made


def offer(made: Choice, words: Sequence[str], values: Sequence[object]) -> None:
    """Offer other values without telling; the one that is chosen stays, if it is still there."""
    now = made.chosen()
    with QSignalBlocker(made):
        made.clear()
        made.addItems(list(words))
        made.values = tuple(values)
        made.setCurrentIndex(made.values.index(now) if now in made.values else 0)
