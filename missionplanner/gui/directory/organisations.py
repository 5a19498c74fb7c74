"""Say what the list of organisations is."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.naming import ECOSYSTEMS, ORGANISATION_KINDS
from missionplanner.gui.directory import offers
from missionplanner.gui.directory.memory import Memory
from missionplanner.gui.directory.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

_TABLES = frozenset(
    {"organisation", "person", "delegate", "partner", "partner_request", "item_host", "agenda_item", "follow_up"}
)

SPEC = TableSpec(
    name="organisations",
    table="organisation",
    icon="building-2",
    words=Words(
        title=N_("Organisations"),
        counted=lambda t, count: t.plural("{count} organisation", "{count} organisations", count),
        none=N_("No organisation yet"),
        hint=N_("Clusters, companies, universities and public bodies you travel with or meet."),
        add=N_("Add organisation"),
        gone=lambda t, count: t.plural("{count} organisation deleted.", "{count} organisations deleted.", count),
    ),
    columns=(
        Column(key="name", title=N_("Name"), width=240, required=True),
        Column(key="short", title=N_("Short name"), width=100),
        Column(key="kind", title=N_("Kind"), kind=Kind.CHOICE, words=ORGANISATION_KINDS, width=140),
        Column(key="country", title=N_("Country"), kind=Kind.CHOICE, offer=offers.countries, width=110),
        Column(key="region", title=N_("Region (NUTS)"), width=110, shown=False, hint=N_("for example: ITH5")),
        Column(key="city", title=N_("City"), width=120),
        Column(
            key="value_chains",
            title=N_("Value chains"),
            kind=Kind.MANY,
            offer=offers.value_chains,
            create=True,
            shown=False,
        ),
        Column(key="ecosystems", title=N_("Ecosystems"), kind=Kind.MANY, words=ECOSYSTEMS, width=180, shown=False),
        Column(key="website", title=N_("Website"), width=170, also=("web", "sito"), shown=False),
        Column(key="email", title=N_("E-mail"), width=170, shown=False, also=("mail", "posta")),
        Column(key="phone", title=N_("Phone"), shown=False, also=("tel",)),
        Column(key="people", title=N_("People"), kind=Kind.NUMBER, width=84, editable=False, shown=False),
        Column(key="missions", title=N_("Missions"), kind=Kind.NUMBER, width=92, editable=False),
        Column(key="last_met", title=N_("Last met"), kind=Kind.DATE, width=124, editable=False, also=("met",)),
        Column(key="next_step", title=N_("Next step"), width=200, editable=False),
        Column(key="next_day", title=N_("Next day"), kind=Kind.DATE, width=124, editable=False, shown=False),
        Column(
            key="parent_id",
            title=N_("Part of"),
            kind=Kind.LINK,
            offer=offers.organisations,
            create=True,
            shown=False,
        ),
        Column(key="native_name", title=N_("Name in its own script"), shown=False, also=("native",)),
        Column(key="address", title=N_("Address"), width=200, shown=False),
        Column(key="employees", title=N_("Employees"), kind=Kind.NUMBER, width=100, shown=False),
        Column(key="vat", title=N_("VAT number"), shown=False, also=("piva",)),
        Column(
            key="tags", title=N_("Tags"), kind=Kind.MANY, create=True, shown=False, hint=N_("words with commas")
        ),
        Column(key="profile", title=N_("What it does"), kind=Kind.LONG, spoken=True, width=220, shown=False),
        Column(key="offers", title=N_("What it offers"), kind=Kind.LONG, spoken=True, width=220, shown=False),
        Column(key="seeks", title=N_("What it seeks"), kind=Kind.LONG, spoken=True, width=220, shown=False),
        Column(
            key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)
        ),
    ),
    source=source_of("directory.organisations"),
    related=_TABLES,
    views=(
        View(N_("Clusters"), "kind:cluster"),
        View(N_("Never met"), "missing:last_met"),
        View(N_("With a next step"), "has:next_step"),
    ),
    named=("name",),
    picture="logo",
    facts=("kind", "city", "people", "missions", "last_met", "next_step", "next_day"),
    parts=lambda ctx: (Memory(ctx, "organisation"),),
)
