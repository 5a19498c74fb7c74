"""Bring about the states of the budget."""

from __future__ import annotations

from decimal import Decimal

from missionplanner.gui.undo import undo
from missionplanner.services.entries import in_each
from tests.stage import Stage
from tests.states.scene import BARE, Scene, Show, ask, nothing


def budget(part: str) -> Show:
    """Show a part of the budget, with a line overspent and one that cannot be converted."""

    def show(stage: Stage) -> None:
        from missionplanner.gui.pages.budget import BudgetPage
        from missionplanner.services.costs import budget as service
        from missionplanner.services.costs import quotes

        page, workspace, mission = stage.window.places.page("budget"), stage.ctx.workspace, stage.plan.mission.id
        assert isinstance(page, BudgetPage) and workspace is not None
        lines = [one.id for one in service.page(workspace, mission).rows]
        service.change_cells(workspace, in_each(lines[:1], "committed", Decimal(12_000)))
        service.change_cells(workspace, in_each(lines[1:2], "currency", "SEK"))
        quotes.create_from(workspace, mission, {"line_id": lines[2], "amount": Decimal("2100.50")})
        for _ in range(3):
            stage.after(lambda: stage.ctx.run_edit(undo))
        page.show_part(part)
        stage.settle()

    return show


STATES = (
    Scene("empty-budget", nothing, "budget", BARE),
    Scene("budget", budget("lines"), "budget"),
    Scene("budget-offers", budget("quotes"), "budget"),
    Scene("budget-totals", budget("totals"), "budget"),
)


OVER = (Scene("budget-expense", ask("delegate_expense"), "budget"),)
