"""Tell beside the grid who has no bed, night by night, or what is known of the chosen room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.logistics.rooming_grid import Grid
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.rooms_deeds import RoomsDeeds
from missionplanner.gui.logistics.rooms_model import Cell
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled

WIDTH = 268
NAMED = 40
"""People a night names beside the grid."""


class RoomsSide(QFrame):
    """Be what is told beside the grid."""

    def __init__(self, ctx: Context, deeds: RoomsDeeds) -> None:
        super().__init__()
        self.setObjectName("rooms_side")
        self.setProperty("look", "card")
        self.setAccessibleName(ctx.t("About the room"))
        self.setFixedWidth(roomy(WIDTH))
        self._ctx, self._deeds = ctx, deeds
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, 2)
        self._area = Scrolled("rooms_side_area", ctx.t("About the room"))
        whole.addWidget(self._area)

    def show_cell(self, grid: Grid, cell: Cell | None) -> None:
        """Show the chosen room, or who has no bed."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 12, 12)
        column.setSpacing(8)
        if cell is not None and cell.stay is not None:
            self._room(column, grid, cell, cell.stay)
        else:
            self._without(column, grid, cell.night if cell is not None else None)
        column.addStretch(1)
        self._area.setWidget(inside)

    # -- who has no bed ---------------------------------------------------------------------------

    def _without(self, column: QVBoxLayout, grid: Grid, night: dt.date | None) -> None:
        t, wording = self._ctx.t, self._ctx.wording
        nights = {night: grid.without[night]} if night in grid.without else grid.without
        if not nights:
            column.addWidget(label(t("Everybody has a bed"), "strong", wrap=True))
            hint = t("Choose a room to see who sleeps there.")
            column.addWidget(label(hint, "small", tone="quiet", wrap=True))
        for day, people in nights.items():
            words = t.plural(
                "{count} without a bed, night of {day}",
                "{count} without a bed, night of {day}",
                len(people),
                day=wording.plain_day(day),
            )
            column.addWidget(label(words, "strong", wrap=True))
            column.addWidget(label(self._names(grid, people), "body", tone="quiet", wrap=True))
        if nights:
            find = button(self._ctx.t("Find them beds…"), "find_beds", look="primary")
            find.clicked.connect(lambda: self._find(nights))
            column.addWidget(find)

    def _find(self, nights: dict[dt.date, frozenset[UUID]]) -> None:
        self._deeds.find_beds(next(iter(nights)), next(iter(nights.values())))

    def _names(self, grid: Grid, people: Iterable[UUID]) -> str:
        some = sorted(grid.names.get(one, "–") for one in people)
        more = len(some) - NAMED
        listed = "\n".join(some[:NAMED])
        return f"{listed}\n+ {more}" if more > 0 else listed

    # -- a room -----------------------------------------------------------------------------------

    def _room(self, column: QVBoxLayout, grid: Grid, cell: Cell, stay: r.Stay) -> None:
        t, ctx, plan = self._ctx.t, self._ctx, self._ctx.mission.plan
        hotel = plan.place(stay.hotel_id) if plan is not None else None
        column.addWidget(label(self._deeds.room_name(stay), "title", wrap=True))
        if hotel is not None and hotel.name:
            column.addWidget(label(hotel.name, "body", tone="quiet", wrap=True))
        guests = plan.stay_guests(stay) if plan is not None else ()
        names = "\n".join(grid.names.get(one.person_id, "–") for one in guests)
        column.addWidget(label(names or t("Nobody yet"), "strong" if names else "body", wrap=True))
        for tone, words in self._odd(grid, cell, stay):
            column.addWidget(label(words, "small", tone=tone, wrap=True))
        for heading, value in self._facts(stay):
            column.addWidget(label(f"{heading}: {value}", "body", wrap=True))
        for words, name, do, there in (
            (t("Put somebody in…"), "side_put_in", self._deeds.assign, True),
            (t("Move or swap…"), "side_move", self._deeds.move, bool(guests)),
            (
                t("Take out…") if len(guests) > 1 else t("Take out"),
                "side_take_out",
                self._deeds.take_out,
                bool(guests),
            ),
            (t("Change the nights…"), "side_nights", self._deeds.nights, True),
        ):
            made = button(words, name)
            made.setEnabled(there)
            made.clicked.connect(lambda _on=False, do=do: do())
            column.addWidget(made)
        hint = ctx.t("Board, price and booking are changed in the list.")
        column.addWidget(label(hint, "small", tone="quiet", wrap=True))

    def _odd(self, grid: Grid, cell: Cell, stay: r.Stay) -> list[tuple[str, str]]:
        t = self._ctx.t
        found = []
        if stay.id in grid.odd:
            found.append(("danger", t("One guest in a room for two")))
        if stay.id in grid.doubled:
            names = ", ".join(sorted(grid.names.get(one, "–") for one in grid.doubled[stay.id]))
            found.append(("danger", t("Two rooms in one night: {names}", names=names)))
        if cell.free:
            found.append(("quiet", t.plural("{count} bed free", "{count} beds free", cell.free)))
        return found

    def _facts(self, stay: r.Stay) -> list[tuple[str, str]]:
        t, wording = self._ctx.t, self._ctx.wording
        nights = ""
        if stay.from_day is not None and stay.to_day is not None:
            nights = wording.days(stay.from_day, stay.to_day)
        price = wording.locale.toString(float(stay.price), "f", 2) if stay.price is not None else ""
        told = (
            (t("Nights"), nights),
            (t("Board"), stay.board or ""),
            (t("Price"), f"{price} {stay.currency or ''}".strip()),
            (t("Booking"), stay.booking or ""),
            (t("Notes"), stay.notes or ""),
        )
        return [one for one in told if one[1]]
