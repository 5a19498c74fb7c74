"""Declare the way to the portfolio, and its paper."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, READY, VIEW, Spec

PAGE = "portfolio"
YEAR = "portfolio_year"
"""What these need: a year with a mission on screen."""

SPECS: tuple[Spec, ...] = (
    Spec(
        "portfolio",
        VIEW,
        N_("Portfolio"),
        "calendar-range",
        ("Ctrl+Shift+O",),
        READY,
        also=N_("year, all missions, timeline, clusters, figures, map"),
    ),
    Spec(
        "print_portfolio",
        FILE,
        N_("Print portfolio…"),
        "printer",
        needs=YEAR,
        page=PAGE,
        also=N_("year, pdf, management, all missions"),
    ),
)
