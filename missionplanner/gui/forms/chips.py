"""Be chips: a group that is in or out, a name that can be taken away, a fact."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from missionplanner.gui.theme import Theme, font
from missionplanner.gui.widgets.basics import label, set_icon


def toggle(text: str, name: str, *, on: bool, partly: bool = False) -> QPushButton:
    """Return a chip that is in or out; ``partly`` in for some of what is chosen."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("look", "chip")
    made.setProperty("partly", "true" if partly else "false")
    made.setFont(font("button"))
    made.setCheckable(True)
    made.setChecked(on)
    made.setAutoDefault(False)
    made.setAccessibleName(" ".join(text.split()))
    return made


def removable(text: str, name: str, tip: str, theme: Theme) -> QPushButton:
    """Return a chip that is taken away by clicking it; ``tip`` says so."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("look", "tag")
    made.setFont(font("label"))
    set_icon(made, theme.icon("x", "text2", 12), 12)
    made.setAccessibleName(tip)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    return made


def fact(text: str, tip: str = "") -> QLabel:
    """Return a chip that only says something."""
    made = label(text, "pill")
    made.setProperty("look", "fact")
    made.setToolTip(tip)
    return made
