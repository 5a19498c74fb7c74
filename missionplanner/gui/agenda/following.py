"""Let a page that is out of sight rest: it follows the mission once it is to be seen again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Following(QObject):
    """Know whether a page was put away, and what it has missed since; one never shown misses nothing."""

    def __init__(self, page: QWidget, *steps: Callable[[], None]) -> None:
        super().__init__(page)
        self._steps = steps
        self._away = self._behind = False
        page.installEventFilter(self)

    def hear(self, step: Callable[[], None]) -> None:
        """Take a step now, or all of them once the page is to be seen again."""
        if self._away:
            self._behind = True
        else:
            step()

    def catch_up(self) -> None:
        """Follow what was missed: the page is about to be seen."""
        self._away = False
        if self._behind:
            self._behind = False
            for step in self._steps:
                step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.Show:
            self.catch_up()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._away = True
        return super().eventFilter(watched, event)
