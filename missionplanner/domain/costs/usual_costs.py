"""Know what a mission usually costs: the lines of a budget with the quantities that a plan tells."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.base.messages import N_
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import BudgetCategory, ItemKind, ItemStatus

MEALS_A_DAY = 2
"""Lunch and dinner; breakfast comes with the room."""


@dataclass(frozen=True, slots=True)
class UsualCost:
    """Be a line a mission usually has: its category, its words as a message id, and of what how many."""

    category: BudgetCategory
    words: str
    quantity: int


def usual_costs(plan: MissionPlan) -> tuple[UsualCost, ...]:
    """Return the usual lines of a mission; places nobody was named for yet count as delegates.

    Rooms and meals are those of the plan where it has any, else one room a night and two meals a day for each.
    """
    people, days = len(plan.travellers), (plan.mission.end - plan.mission.start).days + 1
    some = (
        UsualCost(BudgetCategory.TRAVEL, N_("Return journeys"), people),
        UsualCost(BudgetCategory.TRAVEL, N_("Transfers on the spot, days"), days),
        UsualCost(BudgetCategory.ACCOMMODATION, N_("Hotel, nights by room"), _nights(plan, people)),
        UsualCost(BudgetCategory.MEALS, N_("Meals, covers"), _covers(plan, people, days)),
        UsualCost(BudgetCategory.INTERPRETATION, N_("Interpreter, days"), days),
        UsualCost(BudgetCategory.INCIDENTALS, N_("Small expenses, days by person"), people * days),
    )
    return tuple(one for one in some if one.quantity)


def _nights(plan: MissionPlan, people: int) -> int:
    booked = sum(
        max(0, (one.to_day - one.from_day).days)
        for one in plan.stays
        if one.from_day is not None and one.to_day is not None
    )
    return booked or people * (plan.mission.last_day - plan.mission.first_day).days


def _covers(plan: MissionPlan, people: int, days: int) -> int:
    meals = [one for one in plan.items if one.kind is ItemKind.MEAL and one.status is not ItemStatus.CANCELLED]
    seats = sum(len(plan.audience(one)) if one.audience_limited else people for one in meals)
    return seats or people * MEALS_A_DAY * days
