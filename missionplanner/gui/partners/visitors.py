"""Say what the list of visitors of a place is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.partners.naming import ACCESS_FIELDS, ACCESS_STATES
from missionplanner.domain.vocabulary import AccessState
from missionplanner.gui.directory import offers
from missionplanner.gui.partners.spec import mission_of
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.entries import Cell, Refused
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Receipt, Workspace

_TONES = {
    AccessState.TO_SEND: "warn",
    AccessState.SENT: "info",
    AccessState.CLEARED: "ok",
    AccessState.REFUSED: "danger",
}
_RELATED = frozenset(
    {
        "access_entry",
        "agenda_item",
        "audience_group",
        "audience_person",
        "confidential",
        "delegate",
        "delegate_group",
        "item_person",
        "leg",
        "leg_passenger",
        "organisation",
        "person",
        "place",
        "vehicle",
    }
)


def visitors(place: Callable[[], UUID | None]) -> TableSpec:
    """Return the list of the visitors of whichever place is shown."""

    def source(ctx: Context) -> Source:
        from missionplanner.services.partners import access_lists

        def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
            words = ctx.wording.place_name
            return access_lists.page(ws, mission_of(ctx), place(), unnamed=words, ids=ids, limit=limit)

        def change_cells(
            ws: Workspace, cells: Sequence[Cell], *, gesture: str | None = None, refused: Refused | None = None
        ) -> Receipt:
            return access_lists.change_cells(ws, cells, place_id=_wanted(place), gesture=gesture, refused=refused)

        return Source(fields=access_lists.FIELDS, page=page, change_cells=change_cells)

    return TableSpec(
        name="visitors",
        table="delegate",
        icon="id-card",
        words=Words(
            title=N_("Visitors"),
            counted=lambda t, count: t.plural("{count} visitor", "{count} visitors", count),
            none=N_("Nobody goes there"),
            hint=N_("Visitors are the delegates for whom the visits at this place are meant."),
            add=N_("Mark the list as sent"),
            gone=lambda t, count: t.plural("{count} visitor", "{count} visitors", count),
        ),
        columns=_COLUMNS,
        source=source,
        related=_RELATED,
        views=(
            View(N_("With something missing"), "has:missing"),
            View(N_("To send"), "state:to_send"),
            View(N_("Refused"), "state:refused"),
        ),
        named=("name",),
        facts=("organisation", "missing"),
    )


def _wanted(place: Callable[[], UUID | None]) -> UUID:
    identity = place()
    assert identity is not None  # a row is of a place
    return identity


_COLUMNS = (
    Column(key="name", title=N_("Name"), width=190, editable=False),
    Column(
        key="organisation",
        title=N_("Organisation"),
        kind=Kind.LINK,
        offer=offers.organisations,
        width=170,
        editable=False,
        also=("org", "azienda", "ente"),
    ),
    Column(
        key="state",
        title=N_("State"),
        kind=Kind.CHOICE,
        words=ACCESS_STATES,
        tone=lambda value: _TONES.get(value, "quiet"),
        width=120,
    ),
    Column(
        key="missing",
        title=N_("What is missing"),
        kind=Kind.MANY,
        words=ACCESS_FIELDS,
        width=230,
        editable=False,
        also=("lacks",),
    ),  # fmt: skip
    Column(key="sent_on", title=N_("Sent on"), kind=Kind.DATE, width=124),
    Column(key="sent_to", title=N_("Sent to"), width=160),
    Column(key="note", title=N_("Note"), width=180),
)
