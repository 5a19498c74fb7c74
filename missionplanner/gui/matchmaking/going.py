"""Go from a meeting to what came of it, in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.gui import places as known

if TYPE_CHECKING:
    from missionplanner.gui.main_window import MainWindow

OUTCOMES = "outcomes"


def show_outcome(part: QWidget, meeting: UUID) -> None:
    """Show the outcome of a meeting: results, next steps, what was agreed; Back leads to where one was."""
    window = cast("MainWindow", part.window())
    if window.places.go(known.REPORT):
        report: Any = window.places.page(known.REPORT)
        report.show_part(OUTCOMES)
        report.part.show_row(meeting)
