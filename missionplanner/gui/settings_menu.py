"""Offer the few settings there are: language and theme, applied at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.gui.commands import Commands

LANGUAGES = {"it": "Italiano", "en": "English"}
"""Each in its own words, so that one finds it from any language."""


class SettingsMenu(QMenu):
    """Be the menu of the gear."""

    def __init__(self, ctx: Context, commands: Commands, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_menu")
        t = ctx.t
        self._commands = commands
        self._choices(t("Language"), "language", LANGUAGES, t.language, commands.choose_language)
        themes = {"system": t("As the system"), "light": t("Light"), "dark": t("Dark")}
        self.addSeparator()
        self._choices(t("Theme"), "theme", themes, ctx.settings.values.theme, commands.choose_theme)

    def _choices(
        self, title: str, name: str, choices: dict[str, str], chosen: str, choose: Callable[[str], None]
    ) -> None:
        heading = self.addAction(title)
        heading.setObjectName(f"{name}_heading")
        heading.setEnabled(False)
        group = QActionGroup(self)
        for value, words in choices.items():
            action = self.addAction(words)
            action.setObjectName(f"{name}_{value}")
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: self._later(choose, value))

    def _later(self, choose: Callable[[str], None], value: str) -> None:
        # Choosing builds the window anew, this menu too: let it close first.
        QTimer.singleShot(0, self._commands, lambda: choose(value))
