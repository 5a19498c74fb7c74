"""Say what the list of rooms is: every field of each, as a hotel's table has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionplanner.base.messages import N_
from missionplanner.domain.delegates.naming import ROOM_WISHES
from missionplanner.gui.logistics import offers
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from missionplanner.gui.context import Context
    from missionplanner.services.workspace import Receipt, Workspace


def _source(ctx: Context) -> Source:
    from missionplanner.services.logistics import stays

    def create(ws: Workspace, values: Mapping[str, object]) -> Receipt:
        return stays.create_from(ws, values, mission_id=offers.mission_id(ctx))

    return Source(
        fields=stays.FIELDS,
        page=offers.of_mission(ctx, stays.page),
        change_cells=stays.change_cells,
        create_from=create,
        delete=stays.delete,
        duplicate=stays.duplicate,
    )


def _free(value: Any) -> str:
    return "danger" if value is not None and value < 0 else "info" if value else "quiet"


SPEC = TableSpec(
    name="stays",
    table="stay",
    icon="bed-double",
    words=Words(
        title=N_("Rooms"),
        counted=lambda t, count: t.plural("{count} room", "{count} rooms", count),
        none=N_("No room yet"),
        hint=N_("Make rooms for everybody in one step, as each wishes."),
        add=N_("Add room"),
        gone=lambda t, count: t.plural("{count} room deleted.", "{count} rooms deleted.", count),
    ),
    columns=(
        Column(key="guests", title=N_("Guests"), width=220, editable=False, asked=False),
        Column(key="hotel_id", title=N_("Hotel"), kind=Kind.LINK, offer=offers.hotels, create=True, width=180),
        Column(
            key="room",
            title=N_("Room"),
            kind=Kind.CHOICE,
            words=ROOM_WISHES,
            width=130,
            least=124,
            also=("camera",),
        ),
        Column(key="room_no", title=N_("Number"), width=84),
        Column(key="from_day", title=N_("First night"), kind=Kind.DATE, width=120),
        Column(key="to_day", title=N_("Leaves on"), kind=Kind.DATE, width=120),
        Column(key="nights", title=N_("Nights"), kind=Kind.NUMBER, width=76, editable=False, asked=False),
        Column(
            key="free", title=N_("Free beds"), kind=Kind.NUMBER, width=92, editable=False, asked=False, tone=_free
        ),
        Column(key="board", title=N_("Board"), width=150, hint=N_("for example: breakfast included"), shown=False),
        Column(key="booking", title=N_("Booking"), width=120, shown=False),
        Column(key="price", title=N_("Price"), kind=Kind.MONEY, width=96, shown=False),
        Column(
            key="currency", title=N_("Currency"), kind=Kind.CHOICE, offer=offers.currencies, width=92, shown=False
        ),
        Column(key="notes", title=N_("Notes"), kind=Kind.LONG, width=220, shown=False),
    ),
    source=_source,
    related=frozenset({"stay_guest", "place", "person", "delegate"}),
    views=(
        View(N_("Without a booking"), "missing:booking"),
        View(N_("Without a number"), "missing:room_no"),
    ),
    named=("guests",),
    facts=("hotel_id", "nights", "free"),
)
