"""Say what the list of a leg's passengers is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.logistics.leg_steps import Way
from missionplanner.gui.logistics import offers
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Workspace

WAYS = {Way.ARRIVAL: N_("Arrival"), Way.DEPARTURE: N_("Departure")}


def passengers_spec(leg_of: Callable[[], UUID | None]) -> TableSpec:
    """Return the list of the passengers of whatever leg ``leg_of`` names then."""

    def source(ctx: Context) -> Source:
        from missionplanner.services.logistics import passengers

        def page(ws: Workspace, *, ids: object = None, limit: int | None = None) -> Page:
            read: Callable[..., Page] = passengers.page
            return read(ws, offers.mission_id(ctx), leg_of(), ids=ids, limit=limit)

        return Source(
            fields=passengers.FIELDS,
            page=page,
            change_cells=passengers.change_cells,
            delete=passengers.take_off,
        )

    return TableSpec(
        name="passengers",
        table="leg_passenger",
        icon="users",
        words=Words(
            title=N_("Passengers"),
            counted=lambda t, count: t.plural("{count} passenger", "{count} passengers", count),
            none=N_("Nobody is named as a passenger"),
            hint=N_(
                "Until somebody is, everyone it is meant for travels on it. Choose who does with “Assign people”."
            ),
            add=N_("Assign people"),
            gone=lambda t, count: t.plural("{count} person taken off.", "{count} people taken off.", count),
        ),
        columns=_COLUMNS,
        source=source,
        related=frozenset({"delegate", "delegate_group", "person", "group", "leg"}),
        views=(View(N_("Without a ticket"), "missing:ticket"), View(N_("Without a booking"), "missing:booking")),
        named=("name",),
        facts=("organisation", "groups"),
    )


_COLUMNS = (
    Column(key="name", title=N_("Name"), width=210, editable=False, asked=False),
    Column(key="organisation", title=N_("Organisation"), width=150, editable=False, asked=False),
    Column(key="groups", title=N_("Groups"), width=150, editable=False, asked=False),
    Column(key="seat", title=N_("Seat"), width=80, also=("posto",)),
    Column(key="booking", title=N_("Booking"), width=120, also=("pnr",)),
    Column(key="ticket", title=N_("Ticket"), width=150),
    Column(key="baggage", title=N_("Baggage"), width=150, hint=N_("for example: 1 × 23 kg")),
    Column(key="private", title=N_("Private extension"), kind=Kind.FLAG, width=130),
    Column(key="way", title=N_("Comes or goes with it"), kind=Kind.CHOICE, words=WAYS, width=160, editable=False),
)
