"""Say what the list of the delegates is, and read it for whichever mission is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.domain.delegates.naming import (
    DELEGATE_ROLES,
    DELEGATE_STATUSES,
    FEE_STATES,
    INSURANCE_STATES,
    ROOM_WISHES,
    VISA_STATES,
)
from missionplanner.domain.vocabulary import DelegateStatus, FeeState, VisaState
from missionplanner.gui.delegation import offers
from missionplanner.gui.directory.offers import countries
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from uuid import UUID

    from missionplanner.gui.context import Context
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Receipt, Workspace

_STATUS_TONES = {
    DelegateStatus.CONFIRMED: "ok",
    DelegateStatus.SELECTED: "info",
    DelegateStatus.INVITED: "warn",
    DelegateStatus.APPLIED: "warn",
    DelegateStatus.WAITLISTED: "warn",
}
_STATE_TONES = {VisaState.GRANTED: "ok", VisaState.NOT_NEEDED: "quiet", VisaState.REFUSED: "danger"}
_FEE_TONES = {FeeState.PAID: "ok", FeeState.WAIVED: "quiet"}
_SECRET = N_("kept under seal")


def _status(value: DelegateStatus) -> str:
    return _STATUS_TONES.get(value, "quiet")


def _state(value: VisaState) -> str:
    return _STATE_TONES.get(value, "warn")


def _fee(value: FeeState) -> str:
    return _FEE_TONES.get(value, "warn")


def _private(
    key: str, title: str, kind: Kind = Kind.TEXT, *, shown: bool = False, also: tuple[str, ...] = ()
) -> Column:
    """Return a column that hides what it holds until somebody asks."""
    offer = countries if key == "nationality" else None
    return Column(key=key, title=title, kind=kind, masked=True, shown=shown, also=also, hint=_SECRET, offer=offer)


_COLUMNS = (
    Column(
        key="person_id",
        title=N_("Name"),
        kind=Kind.LINK,
        offer=offers.people,
        create=True,
        width=190,
        also=("person", "nome", "delegato"),
    ),
    Column(
        key="precedence",
        title=N_("Order"),
        kind=Kind.NUMBER,
        width=76,
        asked=False,
        also=("protocol", "precedenza"),
    ),
    Column(
        key="organisation_id",
        title=N_("Organisation"),
        kind=Kind.LINK,
        offer=offers.organisations,
        create=True,
        width=170,
        also=("org", "azienda", "ente"),
    ),
    Column(key="role", title=N_("Role"), kind=Kind.CHOICE, words=DELEGATE_ROLES, width=150),
    Column(key="status", title=N_("Status"), kind=Kind.CHOICE, words=DELEGATE_STATUSES, tone=_status, width=160),
    Column(
        key="groups",
        title=N_("Groups"),
        kind=Kind.MANY,
        offer=offers.groups,
        create=True,
        also=("group", "gruppo"),
    ),
    Column(key="job", title=N_("Job"), spoken=True, width=160),
    Column(key="email", title=N_("E-mail"), width=200, also=("mail", "posta")),
    Column(key="mobile", title=N_("Mobile"), width=140, least=140, also=("cell", "cellulare")),
    Column(
        key="arrival_id",
        title=N_("Arrival"),
        kind=Kind.LINK,
        offer=offers.legs,
        width=170,
        also=("flight", "volo"),
    ),
    Column(key="departure_id", title=N_("Departure"), kind=Kind.LINK, offer=offers.legs, width=170),
    _private("diet", N_("Diet"), shown=True, also=("dieta", "food")),
    _private("document_expires", N_("Document expires"), Kind.DATE, shown=True, also=("passport", "scadenza")),
    Column(
        key="visa", title=N_("Visa"), kind=Kind.CHOICE, words=VISA_STATES, tone=_state, width=150, also=("visto",)
    ),
    Column(
        key="insurance", title=N_("Insurance"), kind=Kind.CHOICE, words=INSURANCE_STATES, tone=_state, shown=False
    ),
    Column(key="joins", title=N_("Joins on"), kind=Kind.DATE, shown=False, also=("late", "arriva")),
    Column(key="leaves", title=N_("Leaves on"), kind=Kind.DATE, shown=False, also=("early", "parte")),
    Column(
        key="room_wish", title=N_("Room wish"), kind=Kind.CHOICE, words=ROOM_WISHES, shown=False, also=("camera",)
    ),
    Column(
        key="share_with_id", title=N_("Shares a room with"), kind=Kind.LINK, offer=offers.delegates, shown=False
    ),
    Column(key="consent_photo", title=N_("Photos allowed"), kind=Kind.FLAG, shown=False, width=92),
    Column(key="consent_contact", title=N_("Contact data may be given"), kind=Kind.FLAG, shown=False, width=92),
    Column(key="fee", title=N_("Fee"), kind=Kind.MONEY, shown=False, width=110, also=("quota",)),
    Column(key="fee_currency", title=N_("Currency of the fee"), shown=False, width=90),
    Column(
        key="fee_state", title=N_("State of the fee"), kind=Kind.CHOICE, words=FEE_STATES, tone=_fee, shown=False
    ),
    Column(key="badge", title=N_("Name on the badge"), shown=False, also=("badge",)),
    Column(key="family", title=N_("Family name"), shown=False, also=("surname", "cognome")),
    Column(key="given", title=N_("Given name"), shown=False, also=("first",)),
    _private("access_needs", N_("Access needs"), also=("accessibility",)),
    _private("nationality", N_("Nationality"), Kind.CHOICE, also=("country",)),
    _private("document_number", N_("Document number")),
    _private("document_name", N_("Name as in the document")),
    _private("document_issuer", N_("Document issued by")),
    _private("document_issued", N_("Document issued on"), Kind.DATE),
    _private("document_born", N_("Date of birth"), Kind.DATE, also=("born", "nascita")),
    _private("document_birthplace", N_("Place of birth")),
    _private("emergency", N_("Emergency contact"), also=("emergenza",)),
    _private("home_address", N_("Home address for the pick-up"), also=("address", "indirizzo")),
    Column(key="replaced_by_id", title=N_("Replaced by"), kind=Kind.LINK, editable=False, shown=False),
    Column(key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)),
)
PRIVATE = tuple(one.key for one in _COLUMNS if one.masked)
"""Columns that are hidden until somebody asks for them."""


def spec_of(rows: DelegateRows) -> TableSpec:
    """Return the list, read and written through ``rows``."""
    return TableSpec(
        name="delegates",
        table="delegate",
        icon="users",
        words=Words(
            title=N_("Delegates"),
            counted=lambda t, count: t.plural("{count} delegate", "{count} delegates", count),
            none=N_("Nobody in the delegation yet"),
            hint=N_(
                "Add people of the directory, or places of which only the number is known. A list can be pasted."
            ),
            add=N_("Add delegates"),
            gone=lambda t, count: t.plural("{count} delegate taken out.", "{count} delegates taken out.", count),
        ),
        columns=_COLUMNS,
        source=lambda _ctx: rows.source(),
        related=frozenset(
            {"delegate", "person", "organisation", "delegate_group", "delegation_group", "confidential", "leg"}
        ),
        views=(
            View(N_("Missing documents"), "missing:document_expires"),
            View(N_("With a diet"), "has:diet"),
            View(N_("Without a group"), "missing:groups"),
            View(N_("Not confirmed"), "-status:confirmed"),
            View(N_("Without a flight"), "missing:arrival_id"),
        ),
        named=("person_id",),
        picture="photo",
        pictured=("person", lambda held: held("person_id").id if held("named") else None),
        facts=("role", "organisation_id"),
    )


class DelegateRows:
    """Read and write the delegates of the open mission. ``revealed`` lets what is sealed be read."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.revealed = False

    def source(self) -> Source:
        """Return the services behind the list."""
        from missionplanner.services.delegates import delegation

        return Source(
            fields=delegation.FIELDS,
            page=self.page,
            change_cells=delegation.change_cells,
            create_from=self._create,
            delete=delegation.delete,
            about=delegation.about,
        )

    def page(self, ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
        """Read rows of the mission on screen; none where there is no mission."""
        from missionplanner.services import rows
        from missionplanner.services.delegates import delegation

        plan = self._ctx.mission.plan
        if plan is None:
            return rows.Page((), 0)
        mission = plan.mission.id
        return delegation.page(
            ws, mission, revealed=self.revealed, place=self._ctx.wording.place_name, ids=ids, limit=limit
        )

    def _create(self, ws: Workspace, values: Mapping[str, object]) -> Receipt:
        from missionplanner.base.errors import NotFound
        from missionplanner.services.delegates import delegation

        plan = self._ctx.mission.plan
        if plan is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        return delegation.create_from(ws, values, mission_id=plan.mission.id)
