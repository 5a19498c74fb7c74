"""Say what the list of expenses is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.gui.budget import offers
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
    from missionplanner.gui.budget.attachment import Attachment

    return [Attachment(ctx, "expense")]


TEXT = said(N_("Expense"))
DAY = Column(key="date", title=N_("Day"), kind=Kind.DATE, width=124, also=("data",))
LAST_DAY = Column(key="end_date", title=N_("Last day"), kind=Kind.DATE, width=124, shown=False)
AMOUNT = amount("amount", N_("Amount"))
PER_DIEM = Column(key="per_diem", title=N_("Per diem"), kind=Kind.FLAG, width=92, shown=False, also=("diaria",))

SPEC = TableSpec(
    name="expenses",
    table="expense",
    icon="receipt",
    words=Words(
        title=N_("Expenses"),
        counted=lambda t, count: t.plural("{count} expense", "{count} expenses", count),
        none=N_("No expense yet"),
        hint=N_("What was really spent, with its receipts: by the organisation or by a delegate."),
        add=N_("Add expense"),
        gone=lambda t, count: t.plural("{count} expense deleted.", "{count} expenses deleted.", count),
    ),
    columns=(
        TEXT,
        DAY,
        DELEGATE,
        AMOUNT,
        alarm("claim", N_("Claimed twice"), {"twice": N_("In the per diem")}, "warn", also=("claim", "doppia")),
        CATEGORY,
        CURRENCY,
        amount("in_home", N_("In the mission’s currency"), editable=False, shown=False),
        Column(
            key="line_id",
            title=N_("Line of the budget"),
            kind=Kind.LINK,
            offer=offers.lines,
            width=180,
            shown=False,
        ),
        PER_DIEM,
        Column(key="receipt", title=N_("Receipt"), kind=Kind.FLAG, width=92, editable=False, also=("ricevuta",)),
        ELIGIBLE,
        LAST_DAY,
        organisation("payer_id", N_("Payer"), shown=False, also=("chi",)),
        organisation("supplier_id", N_("Supplier"), shown=False),
        organisation("organisation_id", N_("Organisation that benefits"), shown=False, also=("organisation",)),
        IN_KIND,
        Column(key="paid_on", title=N_("Paid on"), kind=Kind.DATE, width=124, shown=False),
        *RATES,
        *CODES,
        NOTES,
    ),
    source=source_of("costs.expenses"),
    related=frozenset({"expense", "budget_line", "organisation", "person", "delegate", "mission"}),
    views=(
        View(N_("Without a receipt"), "receipt:no"),
        View(N_("In the per diem"), "claim:twice"),
        View(N_("Not paid yet"), "missing:paid_on"),
        View(N_("In kind"), "in_kind:yes"),
    ),
    named=("text",),
    facts=("category", "amount", "delegate_id"),
    parts=_parts,
)
