"""Choose one of a few words that stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QHBoxLayout, QWidget

from missionplanner.gui.widgets.basics import button
from missionplanner.gui.widgets.tabbing import lead_to_chosen


class Segments(QWidget):
    """Show every choice; the arrow keys go from one to the next. ``chosen`` carries what it stands for."""

    chosen = Signal(object)

    def __init__(self, name: str, title: str, choices: Mapping[Any, str], now: object) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        last = len(choices) - 1
        for number, (value, words) in enumerate(choices.items()):
            made = button(words, f"{name}_{value}", look="segment")
            made.setAccessibleName(f"{title}: {words}")
            made.setProperty("end", "first" if not number else "last" if number == last else "")
            made.setCheckable(True)
            made.setChecked(value == now)
            group.addButton(made, number)
            row.addWidget(made)
        self._values = list(choices)
        group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))
        self.group = group
        lead_to_chosen(group)
        self.setFocusProxy(group.checkedButton() or group.buttons()[0])

    def choose(self, value: object) -> QAbstractButton:
        """Choose without being asked by a click, and return the button: Tab comes to it, and to no other."""
        chosen = self.group.button(self._values.index(value))
        chosen.setChecked(True)
        lead_to_chosen(self.group)
        self.setFocusProxy(chosen)
        return chosen

    @contextmanager
    def moving_to(self, value: object) -> Iterator[None]:
        """Choose a value while what it stands for comes on screen; the focus stays here where it was here."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        chosen = self.choose(value)
        yield
        if inside:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> object:
        """Return what is chosen."""
        return self._values[self.group.checkedId()]
