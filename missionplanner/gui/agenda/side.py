"""Keep the inspector beside the board, or over it where both do not fit; away where it was closed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.inspector.panel import Inspector

OVER_BELOW = 1040
"""Width of the page under which the inspector lies over the board."""


class Side(QObject):
    """Place the inspector at the right of a page.

    Beside the board it is there until somebody closes it; over the board only once somebody asks for it, because
    it covers what was just chosen.
    """

    def __init__(self, page: QWidget, row: QHBoxLayout, inspector: Inspector) -> None:
        super().__init__(page)
        self._page, self._row, self._inspector = page, row, inspector
        self._beside, self._over = True, False
        self._wanted = True

    @property
    def over(self) -> bool:
        """Tell whether the inspector lies over the board."""
        return self._page.width() < OVER_BELOW

    @property
    def covers(self) -> int:
        """Return how much of the page's width the inspector lies over."""
        return self._inspector.width() if self.over and self._inspector.isVisible() else 0

    def open(self) -> None:
        """Show the inspector and give it the focus."""
        self._beside = self._over = True
        self.fit()
        self._inspector.focus_first()

    def close(self) -> None:
        """Put the inspector away until somebody asks for it."""
        if self.over:
            self._over = False
        else:
            self._beside = False
        self.fit()

    def leave(self) -> None:
        """Go back to the board: what lies over it goes away."""
        if self.over:
            self.close()

    def want(self, wanted: bool) -> None:
        """Say whether there is anything to inspect at all."""
        self._wanted = wanted
        self.fit()

    def fit(self) -> None:
        """Place the inspector for the page's width."""
        over, inspector = self.over, self._inspector
        inspector.set_overlay(over)
        if over and self._row.indexOf(inspector) >= 0:
            self._row.removeWidget(inspector)
        elif not over and self._row.indexOf(inspector) < 0:
            self._row.addWidget(inspector)
        inspector.setVisible(self._wanted and (self._over if over else self._beside))
        if over:
            width = inspector.width()
            inspector.setGeometry(self._page.width() - width, 0, width, self._page.height())
            inspector.raise_()
