"""Set dotted lines to write on, where a page has room to spare."""

from __future__ import annotations

from missionplanner.documents import design, typography
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Page

LEAST_ROOM = 160.0
"""Spare points from which a page offers lines to write on."""
PITCH = 20.0


def draw_notes(setter: Setter, page: Page, top: float, bottom: float) -> None:
    """Draw the heading and the lines between two heights of the page."""
    left, right = setter.sheet.left, setter.sheet.edge
    with page.artifact("Layout"):
        page.text(left, top, setter.t("Notes"), typography.LABEL)
        y = top - 24
        while y > bottom + 6:
            page.line(left, y, right, y, design.DOTS, 0.7, dash=(0.01, 4))
            y -= PITCH
