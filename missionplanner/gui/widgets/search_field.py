"""Be the line one searches a page with."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from missionplanner.base.i18n import Translator
from missionplanner.gui.theme import Theme, font, roomy

_WIDEST = 420


def search_field(name: str, title: str, hint: str, theme: Theme, t: Translator) -> QLineEdit:
    """Return a line with a sign and a cross; all three have names."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setPlaceholderText(hint)
    made.setFont(font("body"))
    made.setClearButtonEnabled(True)
    made.addAction(theme.icon("search", "text3", 16), QLineEdit.ActionPosition.LeadingPosition)
    made.setMaximumWidth(roomy(_WIDEST))
    inside = {f"{name}_clear": t("Clear the search"), f"{name}_sign": title}
    for one, (own, words) in zip(made.findChildren(QToolButton), inside.items(), strict=True):
        one.setObjectName(own)
        one.setAccessibleName(words)
    return made
