"""Change how the window looks and speaks, and keep what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui import qt_words
from missionplanner.gui.theme import chosen, dress, set_text_size

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

PATIENCE = 500
"""Milliseconds until a new theme is tried again while a form is open."""


class Appearance(QObject):
    """Apply language, theme and text size at once. ``changed`` asks for everything to be built anew.

    ``letters_changed`` tells whether single letters are keys (WCAG 2.1.4).
    """

    changed = Signal()
    letters_changed = Signal(bool)

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._ctx = ctx

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self.keep(language=language)
        self._ctx.speak(language)
        qt_words.speak(_application(), language)
        self.changed.emit()

    def choose_theme(self, theme: str) -> None:
        """Wear another theme from now on."""
        self.keep(theme=theme)
        self.redress()

    def choose_contrast(self, high: bool) -> None:
        """Draw lines and full colours from now on, or as the system wishes."""
        self.keep(high_contrast=high)
        self.redress()

    def choose_text_size(self, percent: int) -> None:
        """Show letters of another size from now on."""
        self.keep(text_size=percent)
        set_text_size(self._ctx.settings.values.text_size)
        dress(_application(), self._ctx.theme)
        self.changed.emit()

    def choose_letters(self, on: bool) -> None:
        """Let single letters be keys, or not."""
        self.keep(letters=on)
        self.letters_changed.emit(on)

    def redress(self) -> None:
        """Put on the theme the settings and the system ask for, where it is another one."""
        application = _application()
        if application.activeModalWidget() is not None:  # nothing typed into a form is lost for a colour
            QTimer.singleShot(PATIENCE, self, self.redress)
            return
        theme = chosen(self._ctx.settings.values, application.styleHints())
        if theme.tokens is not self._ctx.theme.tokens:
            self._ctx.theme = theme
            dress(application, theme)
            self.changed.emit()

    def keep(self, **values: object) -> None:
        """Store settings; what the disk refuses is said."""
        try:
            self._ctx.settings.change(**values)
        except MissionPlannerError as error:
            self._ctx.tell(error)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found
