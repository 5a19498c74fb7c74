"""Say what the list of people is."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.gui.directory import offers
from missionplanner.gui.directory.memory import Memory
from missionplanner.gui.directory.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

_ORDERS = {NameOrder.GIVEN_FIRST: N_("Given name first"), NameOrder.FAMILY_FIRST: N_("Family name first")}

SPEC = TableSpec(
    name="people",
    table="person",
    icon="users",
    words=Words(
        title=N_("People"),
        counted=lambda t, count: t.plural("{count} person", "{count} people", count),
        none=N_("Nobody yet"),
        hint=N_("Delegates, contacts of hosts, speakers and interpreters of all missions."),
        add=N_("Add person"),
        gone=lambda t, count: t.plural("{count} person deleted.", "{count} people deleted.", count),
    ),
    columns=(
        Column(key="family", title=N_("Family name"), width=150, least=116, also=("surname", "cognome")),
        Column(key="given", title=N_("Given name"), width=130, also=("first", "nome")),
        Column(
            key="organisation_id",
            title=N_("Organisation"),
            kind=Kind.LINK,
            offer=offers.organisations,
            create=True,
            width=200,
            also=("org", "azienda", "ente"),
        ),
        Column(key="job", title=N_("Job"), spoken=True, width=170, also=("role", "ruolo")),
        Column(key="email", title=N_("E-mail"), width=210, also=("mail", "posta")),
        Column(key="mobile", title=N_("Mobile"), width=140, least=140, also=("cell", "cellulare")),
        Column(key="languages", title=N_("Languages"), kind=Kind.MANY, offer=offers.languages, width=140),
        Column(key="missions", title=N_("Missions"), kind=Kind.NUMBER, width=92, editable=False, shown=False),
        Column(key="phone", title=N_("Phone"), shown=False, also=("tel",)),
        Column(
            key="tags", title=N_("Tags"), kind=Kind.MANY, create=True, shown=False, hint=N_("words with commas")
        ),
        Column(key="honorific", title=N_("Title before the name"), width=100, shown=False, also=("dr",)),
        Column(key="native_name", title=N_("Name in its own script"), shown=False, also=("native",)),
        Column(key="name_order", title=N_("Order of names"), kind=Kind.CHOICE, words=_ORDERS, shown=False),
        Column(key="bio", title=N_("About this person"), kind=Kind.LONG, spoken=True, width=220, shown=False),
        Column(
            key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)
        ),
    ),
    source=source_of("directory.people"),
    related=frozenset({"organisation", "delegate", "item_person", "partner_contact"}),
    views=(
        View(N_("Without an e-mail"), "missing:email"),
        View(N_("Without a mobile"), "missing:mobile"),
        View(N_("Without an organisation"), "missing:organisation"),
    ),
    named=("given", "family"),
    picture="photo",
    facts=("job", "organisation_id", "missions"),
    parts=lambda ctx: (Memory(ctx, "person"),),
)
