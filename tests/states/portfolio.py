"""Bring about the states of the portfolio."""

from __future__ import annotations

from typing import cast

from missionplanner.gui.pages.portfolio import PortfolioPage
from tests.stage import Stage, until
from tests.states.scene import FIRST, Scene, Show, nothing


def year(*, narrowed: bool = False, down: bool = False) -> Show:
    """Show the year of the sample; ``narrowed`` to nothing, or ``down`` at clashes, map and figures."""

    def show(stage: Stage) -> None:
        page = cast("PortfolioPage", stage.window.places.page("portfolio"))
        until(lambda: page.loaded is not None)
        if narrowed:
            assert page.loaded is not None
            before = page.wanted
            stage.after(lambda: page.restore((before, "", 0)))
            other = next(
                one for one in page.loaded.whole.clusters if not page.loaded.whole.of(cluster=one).clashes
            )
            initiative = page.loaded.whole.entries[0].id  # one that no mission belongs to
            page.restore((before._replace(cluster=other, initiative=initiative), "", 0))
        if down:
            page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
        stage.settle()

    return show


STATES = (
    Scene("empty-portfolio", nothing, "portfolio", FIRST),
    Scene("portfolio", year(), "portfolio"),
    Scene("portfolio-below", year(down=True), "portfolio"),
    Scene("portfolio-nothing", year(narrowed=True), "portfolio"),
)
