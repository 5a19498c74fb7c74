"""Say what the list of legs is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionplanner.base.messages import N_
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.gui.directory import offers as shared
from missionplanner.gui.logistics import offers
from missionplanner.gui.logistics.seats import Seats
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionplanner.gui.context import Context
    from missionplanner.services.workspace import Receipt, Workspace


def _source(ctx: Context) -> Source:
    from missionplanner.services.logistics import legs

    def create(ws: Workspace, values: Mapping[str, object]) -> Receipt:
        return legs.create_from(ws, values, mission_id=offers.mission_id(ctx))

    return Source(
        fields=legs.FIELDS,
        page=offers.of_mission(ctx, legs.page),
        change_cells=legs.change_cells,
        create_from=create,
        delete=legs.delete,
        duplicate=legs.duplicate,
    )


def _left(value: Any) -> str:
    return "danger" if value is not None and value < 0 else "quiet"


def _waiting(value: Any) -> str:
    return "warn" if value else "quiet"


SPEC = TableSpec(
    name="legs",
    table="leg",
    icon="plane",
    words=Words(
        title=N_("Journeys"),
        counted=lambda t, count: t.plural("{count} leg", "{count} legs", count),
        none=N_("No journey yet"),
        hint=N_("Add the flight out and the flight home first: arrivals, beds and free days follow from them."),
        add=N_("Add leg"),
        gone=lambda t, count: t.plural("{count} leg deleted.", "{count} legs deleted.", count),
    ),
    columns=(
        Column(key="name", title=N_("Leg"), width=250, editable=False, asked=False),
        Column(key="mode", title=N_("Means"), kind=Kind.CHOICE, words=LEGS, width=96, also=("mode", "mezzo")),
        Column(key="date", title=N_("Day"), kind=Kind.DATE, width=120),
        Column(key="start", title=N_("Leaves"), kind=Kind.TIME, width=76, hint=N_("Local time")),
        Column(key="arrives", title=N_("Arrives"), width=92, hint=N_("Local time; +1 for the next day")),
        Column(key="length", title=N_("Lasts"), width=72, editable=False, asked=False, shown=False),
        Column(key="aboard", title=N_("Aboard"), kind=Kind.NUMBER, width=84, editable=False, asked=False),
        Column(key="capacity", title=N_("Seats"), kind=Kind.NUMBER, width=76),
        Column(
            key="left",
            title=N_("Left over"),
            kind=Kind.NUMBER,
            width=92,
            editable=False,
            asked=False,
            tone=_left,
            shown=False,
        ),
        Column(
            key="waiting",
            title=N_("Without a seat"),
            kind=Kind.NUMBER,
            width=116,
            editable=False,
            asked=False,
            tone=_waiting,
        ),
        Column(
            key="origin",
            title=N_("From"),
            width=170,
            seek=offers.airports,
            hint=N_("City or code of an airport, or any place"),
            shown=False,
        ),
        Column(
            key="destination",
            title=N_("To"),
            width=170,
            seek=offers.airports,
            hint=N_("City or code of an airport, or any place"),
            shown=False,
        ),
        Column(key="number", title=N_("Number"), width=92, hint=N_("for example: LH283"), shown=False),
        Column(key="booking", title=N_("Booking"), width=110, also=("pnr",)),
        Column(key="home", title=N_("On the clocks at home"), width=150, editable=False, asked=False, shown=False),
        Column(
            key="vehicle_id",
            title=N_("Vehicle"),
            kind=Kind.LINK,
            offer=offers.vehicles,
            create=True,
            width=130,
            shown=False,
        ),
        Column(
            key="journey_id",
            title=N_("Journey"),
            kind=Kind.LINK,
            offer=offers.journeys,
            create=True,
            width=170,
            hint=N_("Legs with the same journey belong together"),
            shown=False,
        ),
        Column(key="programme", title=N_("In the programme"), kind=Kind.FLAG, width=130, shown=False),
        Column(key="private", title=N_("Private extension"), kind=Kind.FLAG, width=130, shown=False),
        Column(key="operator", title=N_("Operator"), width=110, shown=False),
        Column(key="terminal", title=N_("Terminal"), width=90, shown=False),
        Column(
            key="zone", title=N_("Zone it leaves in"), kind=Kind.CHOICE, offer=shared.zones, shown=False, width=170
        ),
        Column(
            key="end_zone",
            title=N_("Zone it arrives in"),
            kind=Kind.CHOICE,
            offer=shared.zones,
            shown=False,
            width=170,
        ),
        Column(key="notes", title=N_("Notes"), kind=Kind.LONG, shown=False, width=220),
    ),
    source=_source,
    related=frozenset(
        {"leg_passenger", "vehicle", "journey", "agenda_item", "delegate", "delegate_group", "audience_person"}
    ),
    views=(
        View(N_("Flights"), "mode:flight"),
        View(N_("Transfers"), "mode:transfer"),
        View(N_("Without a booking"), "missing:booking"),
        View(N_("Not in the programme"), "programme:no"),
        View(N_("Private extensions"), "private:yes"),
    ),
    named=("name",),
    facts=("length", "home"),
    parts=lambda ctx: [Seats(ctx)],
)
