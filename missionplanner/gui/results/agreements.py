"""Show what was agreed: of which kind, by whom, when and what it may be worth."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.partners.naming import AGREEMENTS
from missionplanner.gui.actions import Actions
from missionplanner.gui.budget.columns import CURRENCY, amount
from missionplanner.gui.context import Context
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.sources import results_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

SPEC = TableSpec(
    name="agreements",
    table="agreement",
    icon="handshake",
    words=Words(
        title=N_("Agreements"),
        counted=lambda t, count: t.plural("{count} agreement", "{count} agreements", count),
        none=N_("No agreement yet"),
        hint=N_("Letters of interest, memoranda, contracts, project ideas: with their parties and value."),
        add=N_("Add agreement"),
        gone=lambda t, count: t.plural("{count} agreement deleted.", "{count} agreements deleted.", count),
    ),
    columns=(
        Column(
            key="text",
            title=N_("What was agreed"),
            kind=Kind.LONG,
            spoken=True,
            width=280,
            also=("text", "oggetto"),
        ),
        Column(key="kind", title=N_("Kind"), kind=Kind.CHOICE, words=AGREEMENTS, width=210, also=("tipo",)),
        Column(
            key="parties",
            title=N_("Parties"),
            width=260,
            hint=N_("names with semicolons between them"),
            also=("parti",),
        ),
        Column(key="date", title=N_("Date"), kind=Kind.DATE, width=124, also=("data",)),
        amount("value", N_("Value")),
        CURRENCY,
    ),
    source=results_of("agreements"),
    related=frozenset({"agreement", "agreement_party", "organisation"}),
    views=(View(N_("With a value"), "-missing:value"), View(N_("Without parties"), "missing:parties")),
    named=("text",),
    facts=("kind", "parties", "value"),
)


class AgreementsView(MissionList):
    """Be the list of agreements."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)
