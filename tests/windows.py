"""Reach into a window for tests: its pages by what they are."""

from __future__ import annotations

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.agenda import AgendaPage


def agenda_of(window: MainWindow) -> AgendaPage:
    """Return the agenda page of a window."""
    found = window.places.page("agenda")
    assert isinstance(found, AgendaPage)
    return found
