"""Say what the list of a budget's lines is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.gui.budget.columns import (
    CATEGORY,
    CODES,
    CURRENCY,
    DELEGATE,
    ELIGIBLE,
    IN_KIND,
    NOTES,
    RATES,
    alarm,
    amount,
    organisation,
    said,
)
from missionplanner.gui.budget.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, Part, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


def _parts(ctx: Context) -> list[Part]:
    from missionplanner.gui.budget.payers import Payers

    return [Payers(ctx)]


SPEC = TableSpec(
    name="budget_lines",
    table="budget_line",
    icon="coins",
    words=Words(
        title=N_("Lines of the budget"),
        counted=lambda t, count: t.plural("{count} line", "{count} lines", count),
        none=N_("No line of the budget yet"),
        hint=N_("Add a first line, or take the usual ones: their quantities come from the plan."),
        add=N_("Add line"),
        gone=lambda t, count: t.plural("{count} line deleted.", "{count} lines deleted.", count),
    ),
    columns=(
        said(N_("Cost")),
        amount("planned", N_("Planned"), hint=N_("quantity × price, or as you type it")),
        amount("committed", N_("Committed")),
        amount("paid", N_("Paid")),
        amount("left", N_("Remaining"), editable=False),
        alarm("state", N_("State"), {"over": N_("Overspent")}, "danger", also=("stato",)),
        CATEGORY,
        Column(key="quantity", title=N_("Quantity"), kind=Kind.FIGURE, width=84, also=("qty",), shown=False),
        amount("unit", N_("Price of one"), shown=False),
        CURRENCY,
        organisation("payer_id", N_("Payer"), shown=False, also=("chi",)),
        Column(key="payers", title=N_("Shares"), width=180, editable=False, shown=False),
        ELIGIBLE,
        Column(key="quotes", title=N_("Offers"), kind=Kind.NUMBER, width=84, editable=False, shown=False),
        organisation("organisation_id", N_("Organisation"), shown=False, also=("beneficiary",)),
        replace(DELEGATE, shown=False),
        IN_KIND,
        *RATES,
        *CODES,
        NOTES,
    ),
    source=source_of("costs.budget"),
    related=frozenset({"expense", "quote", "payer_share", "organisation", "mission"}),
    views=(
        View(N_("Overspent"), "state:over"),
        View(N_("Without a payer"), "missing:payer"),
        View(N_("Not eligible"), "eligible:no"),
        View(N_("Still to pay"), "missing:paid"),
    ),
    named=("text",),
    facts=("category", "left"),
    parts=_parts,
)
