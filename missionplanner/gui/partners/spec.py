"""Say what the list of partners is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.partners.naming import CHANNELS, PARTNER_ROLES, PARTNER_STATES
from missionplanner.domain.vocabulary import PartnerState
from missionplanner.gui.directory import offers
from missionplanner.gui.directory.memory import Memory
from missionplanner.gui.partners.contacts import Contacts
from missionplanner.gui.partners.log import Log
from missionplanner.gui.partners.visits import Visits
from missionplanner.gui.tables.spec import Column, Kind, Part, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.rows import Page, Section
    from missionplanner.services.workspace import Receipt, Workspace

_TONES = {
    None: "quiet",
    PartnerState.TO_CONTACT: "quiet",
    PartnerState.CONTACTED: "warn",
    PartnerState.ANSWERED: "info",
    PartnerState.CONFIRMED: "ok",
    PartnerState.DECLINED: "danger",
}
_RELATED = frozenset(
    {
        "partner",
        "partner_contact",
        "partner_request",
        "organisation",
        "person",
        "item_host",
        "agenda_item",
        "mission",
    }
)


def mission_of(ctx: Context) -> UUID:
    """Return the id of the mission on screen, one of no mission where none is open."""
    plan = ctx.mission.plan
    return plan.mission.id if plan is not None else UUID(int=0)


def organisation_of(ctx: Context, partner_id: UUID) -> UUID | None:
    """Return the organisation of a partner of the mission on screen."""
    plan = ctx.mission.plan
    found = (one.organisation_id for one in plan.partners if one.id == partner_id) if plan is not None else ()
    return next(iter(found), None)


def _source(ctx: Context) -> Source:
    from missionplanner.domain.records import Organisation
    from missionplanner.services.directory import memory
    from missionplanner.services.partners import partners

    def about(ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
        owner = organisation_of(ctx, identity)
        return (memory.earlier(ws, Organisation, owner, language),) if owner is not None else ()

    def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
        return partners.page(ws, mission_of(ctx), ids=ids, limit=limit)

    def create(ws: Workspace, values: Any) -> Receipt:
        return partners.create_from(ws, values, mission_id=mission_of(ctx))

    return Source(
        fields=partners.FIELDS,
        page=page,
        change_cells=partners.change_cells,
        create_from=create,
        delete=partners.delete,
        about=about,
    )


def _parts(ctx: Context) -> Sequence[Part]:
    return (
        Log(ctx),
        Visits(ctx),
        Contacts(ctx),
        Memory(ctx, "organisation", partial(organisation_of, ctx), beside_log=True),
    )


SPEC = TableSpec(
    name="partners",
    table="partner",
    icon="handshake",
    words=Words(
        title=N_("Partners"),
        counted=lambda t, count: t.plural("{count} partner", "{count} partners", count),
        none=N_("No partner yet"),
        hint=N_("Hosts, counterparts, embassies and sponsors: whom you write to, and who has not answered yet."),
        add=N_("Add partner"),
        gone=lambda t, count: t.plural("{count} partner taken out.", "{count} partners taken out.", count),
    ),
    columns=(
        Column(
            key="organisation_id",
            title=N_("Organisation"),
            kind=Kind.LINK,
            offer=offers.organisations,
            create=True,
            required=True,
            width=220,
            also=("org", "azienda", "ente", "name"),
        ),
        Column(
            key="state",
            title=N_("State"),
            kind=Kind.CHOICE,
            words=PARTNER_STATES,
            tone=lambda value: _TONES.get(value, "quiet"),
            width=130,
        ),
        Column(
            key="silent",
            title=N_("Days of silence"),
            kind=Kind.NUMBER,
            width=116,
            editable=False,
            also=("silence", "silenzio"),
        ),
        Column(key="next_day", title=N_("Ask again on"), kind=Kind.DATE, width=124, also=("chase", "sollecito")),
        Column(key="role", title=N_("Role"), kind=Kind.CHOICE, words=PARTNER_ROLES, width=180),
        Column(key="contacts", title=N_("Contacts"), width=160, editable=False, also=("people", "referenti")),
        Column(key="visits", title=N_("Visits"), kind=Kind.NUMBER, width=80, editable=False, shown=False),
        Column(key="said_on", title=N_("Last said"), kind=Kind.DATE, width=124, editable=False, also=("last",)),
        Column(
            key="channel",
            title=N_("Channel"),
            kind=Kind.CHOICE,
            words=CHANNELS,
            width=104,
            editable=False,
            shown=False,
        ),
        Column(key="region", title=N_("Region (NUTS)"), width=110, shown=False, hint=N_("for example: ITH5")),
        Column(
            key="chase",
            title=N_("To ask again"),
            kind=Kind.FLAG,
            width=100,
            editable=False,
            shown=False,
            also=("due", "scaduto"),
        ),
        Column(
            key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)
        ),
    ),
    source=_source,
    related=_RELATED,
    views=(
        View(N_("Not answered"), "has:silent", (("silent", True),)),
        View(N_("To ask again today"), "chase:yes", (("next_day", False),)),
        View(N_("Declined"), "state:declined"),
        View(N_("Without a contact"), "missing:contacts"),
    ),
    named=("organisation_id",),
    facts=("role", "silent", "next_day"),
    parts=_parts,
)
