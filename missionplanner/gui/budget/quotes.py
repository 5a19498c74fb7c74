"""Say what the list of offers is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.gui.budget import offers
from missionplanner.gui.budget.columns import CURRENCY, NOTES, amount, organisation
from missionplanner.gui.budget.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, Part, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

_TONES = {"chosen": "ok", "expired": "warn", "open": "quiet"}
_ICONS = {"chosen": "circle-check", "expired": "calendar-off", "open": ""}


def _parts(ctx: Context) -> list[Part]:
    from missionplanner.gui.budget.attachment import Attachment

    return [Attachment(ctx, "quote")]


SPEC = TableSpec(
    name="quotes",
    table="quote",
    icon="scale",
    words=Words(
        title=N_("Offers"),
        counted=lambda t, count: t.plural("{count} offer", "{count} offers", count),
        none=N_("No offer yet"),
        hint=N_("Compare what suppliers offer for a line. The one you choose becomes what the line commits."),
        add=N_("Add offer"),
        gone=lambda t, count: t.plural("{count} offer deleted.", "{count} offers deleted.", count),
    ),
    columns=(
        Column(
            key="line_id",
            title=N_("Line of the budget"),
            kind=Kind.LINK,
            offer=offers.lines,
            width=250,
            required=True,
        ),
        organisation("supplier_id", N_("Supplier")),
        amount("amount", N_("Amount")),
        CURRENCY,
        Column(
            key="state",
            title=N_("State"),
            kind=Kind.CHOICE,
            words={"chosen": N_("Chosen"), "expired": N_("Expired"), "open": N_("To decide")},
            width=136,
            editable=False,
            tone=lambda value: _TONES.get(value, "quiet"),
            icon=lambda value: _ICONS.get(value, ""),
            also=("stato",),
        ),
        Column(key="date", title=N_("Date"), kind=Kind.DATE, width=124),
        Column(key="valid_until", title=N_("Valid until"), kind=Kind.DATE, width=124),
        Column(key="chosen", title=N_("Chosen"), kind=Kind.FLAG, width=92, asked=False, shown=False),
        Column(key="document", title=N_("Document"), kind=Kind.FLAG, width=104, editable=False),
        NOTES,
    ),
    source=source_of("costs.quotes"),
    related=frozenset({"quote", "budget_line", "organisation"}),
    views=(View(N_("Chosen"), "state:chosen"), View(N_("Expired"), "state:expired")),
    named=("supplier_id",),
    facts=("line_id", "amount", "state"),
    parts=_parts,
)
