"""Say what the list of vehicles is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.gui.directory import offers as shared
from missionplanner.gui.logistics import offers
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionplanner.gui.context import Context
    from missionplanner.services.workspace import Receipt, Workspace


def _source(ctx: Context) -> Source:
    from missionplanner.services.logistics import vehicles

    def create(ws: Workspace, values: Mapping[str, object]) -> Receipt:
        return vehicles.create_from(ws, values, mission_id=offers.mission_id(ctx))

    return Source(
        fields=vehicles.FIELDS,
        page=offers.of_mission(ctx, vehicles.page),
        change_cells=vehicles.change_cells,
        create_from=create,
        delete=vehicles.delete,
        duplicate=vehicles.duplicate,
        about=vehicles.about,
    )


SPEC = TableSpec(
    name="vehicles",
    table="vehicle",
    icon="bus",
    words=Words(
        title=N_("Vehicles"),
        counted=lambda t, count: t.plural("{count} vehicle", "{count} vehicles", count),
        none=N_("No vehicle yet"),
        hint=N_("Coaches and cars with their seats: transfers are then given one that is large enough."),
        add=N_("Add vehicle"),
        gone=lambda t, count: t.plural("{count} vehicle deleted.", "{count} vehicles deleted.", count),
    ),
    columns=(
        Column(key="name", title=N_("Name"), width=170, required=True, hint=N_("for example: Coach 1")),
        Column(key="capacity", title=N_("Seats"), kind=Kind.NUMBER, width=80, also=("posti",)),
        Column(key="most", title=N_("Most aboard"), kind=Kind.NUMBER, width=104, editable=False, asked=False),
        Column(
            key="journeys",
            title=N_("Journeys"),
            kind=Kind.NUMBER,
            width=92,
            editable=False,
            asked=False,
            shown=False,
        ),
        Column(key="plate", title=N_("Plate"), width=110),
        Column(key="driver", title=N_("Driver"), width=150),
        Column(key="driver_phone", title=N_("Driver's phone"), width=150),
        Column(
            key="supplier_id",
            title=N_("Supplier"),
            kind=Kind.LINK,
            offer=shared.organisations,
            create=True,
            width=170,
        ),
        Column(key="numbered", title=N_("Numbered seats"), kind=Kind.FLAG, width=124, shown=False),
        Column(key="notes", title=N_("Notes"), kind=Kind.LONG, width=220, shown=False),
    ),
    source=_source,
    related=frozenset({"leg", "leg_passenger", "organisation", "agenda_item", "delegate"}),
    views=(View(N_("Without a driver"), "missing:driver"), View(N_("Seats not counted"), "missing:capacity")),
    facts=("plate", "capacity", "driver_phone"),
)
