"""Open the palette over a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.palette.palette import Palette
from missionplanner.gui.palette.result_model import Row


class Driven:
    """Be a palette driven by keys, with what it told."""

    def __init__(self, window: MainWindow, settled: Callable[[MainWindow], None]) -> None:
        self.window, self._settled = window, settled
        self.gone: list[str] = []
        self.palette = Palette(window, window.ctx, window.actions_, self.gone.append)

    def open(self, page: str = "agenda") -> None:
        self.palette.open(page)
        self._settled(self.window)

    def wait(self) -> None:
        """Wait until everything that was asked for has come."""
        self._settled(self.window)

    def type(self, text: str) -> None:
        if text.isascii():
            QTest.keyClicks(self.palette.query, text)
        else:  # which QTest has no keys for
            self.palette.query.insert(text)
            self.palette.query.textEdited.emit(self.palette.query.text())

    def press(self, *keys: int) -> None:
        for key in keys:
            QTest.keyClick(self.palette.query, key)

    @property
    def rows(self) -> list[Row]:
        return self.palette.model.rows

    @property
    def titles(self) -> list[str]:
        return [row.entry.title for row in self.rows if row.entry is not None]

    @property
    def keys(self) -> list[str]:
        return [row.entry.key for row in self.rows if row.entry is not None]

    @property
    def headings(self) -> list[str]:
        return [row.heading for row in self.rows if row.heading]

    @property
    def chosen(self) -> str:
        entry = self.palette.model.entry(self.palette.results.currentIndex())
        return entry.title if entry is not None else ""

    def find(self, text: str) -> list[str]:
        """Type a query in place of the last, return the titles found."""
        self.palette.query.selectAll()
        self.type(text)
        return self.titles


@pytest.fixture
def over(settled: Callable[[MainWindow], None]) -> Callable[[MainWindow], Driven]:
    """Return a function that makes a palette over a window."""
    return lambda window: Driven(window, settled)


@pytest.fixture
def driven(agenda_window: MainWindow, over: Callable[[MainWindow], Driven]) -> Driven:
    """Give a palette open over the agenda of the template's mission."""
    made = over(agenda_window)
    made.open()
    return made


@pytest.fixture
def over_sample(
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Callable[[MainWindow], None],
    over: Callable[[MainWindow], Driven],
) -> Callable[..., Driven]:
    """Return a function that opens a palette over the agenda of the sample mission, in a language."""

    def open_over(**look: object) -> Driven:
        window = opened(sample_template, **look)
        window.open_mission("ER-EUS-2025")
        settled(window)
        made = over(window)
        made.open()
        return made

    return open_over
