"""Apply what is chosen on a page once the page's own event is over: the window is built anew for most of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from missionplanner.gui.appearance import Appearance
from missionplanner.gui.context import Context
from missionplanner.gui.workspaces import Workspaces

LANGUAGES = {"it": "Italiano", "en": "English"}
"""Each in its own words, so that one finds it from any language."""


class SettingsFlow(QObject):
    """Pass on what a page's controls choose."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._look: Appearance = ctx.appearance
        self._page = page

    @property
    def workspaces(self) -> Workspaces:
        """Return who opens and restores workspaces: a child of the window, which no page may know."""
        found = self._page.window().findChild(Workspaces)
        assert found is not None
        return found

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._later(lambda: self._look.choose_language(language))

    def choose_theme(self, theme: str) -> None:
        """Wear another theme from now on."""
        self._later(lambda: self._look.choose_theme(theme))

    def choose_contrast(self, high: bool) -> None:
        """Draw lines instead of tints from now on, or not."""
        self._later(lambda: self._look.choose_contrast(high))

    def choose_text_size(self, percent: int) -> None:
        """Show letters of another size from now on."""
        self._later(lambda: self._look.choose_text_size(percent))

    def choose_letters(self, on: bool) -> None:
        """Let single letters be keys, or not."""
        self._look.choose_letters(on)

    def choose(self, **values: object) -> None:
        """Keep what is read wherever it is used: snapping, paper."""
        self._look.keep(**values)

    def _later(self, do: Callable[[], object]) -> None:
        # The page goes with the old window: whoever waits must outlive it.
        QTimer.singleShot(0, self._look, do)
