"""Name in plain English the categories of costs, by which European projects account."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import BudgetCategory

BUDGET_CATEGORIES: dict[BudgetCategory, str] = {
    BudgetCategory.TRAVEL: N_("Travel costs"),
    BudgetCategory.ACCOMMODATION: N_("Accommodation"),
    BudgetCategory.MEALS: N_("Meals"),
    BudgetCategory.INCIDENTALS: N_("Incidentals"),
    BudgetCategory.VENUE: N_("Venue"),
    BudgetCategory.INTERPRETATION: N_("Interpretation"),
    BudgetCategory.EXTERNAL_EXPERTISE: N_("External expertise"),
    BudgetCategory.OTHER: N_("Other costs"),
}
