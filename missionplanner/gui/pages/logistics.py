"""Show how people travel, where they sleep and what drives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.context import Context
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.logistics.journeys_panel import JourneysPanel
from missionplanner.gui.logistics.rooms_panel import RoomsPanel
from missionplanner.gui.logistics.vehicles_panel import VehiclesPanel
from missionplanner.gui.page import Page
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.pages_stack import PagesStack
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

JOURNEYS, ROOMS, VEHICLES = "journeys", "rooms", "vehicles"
PARTS = {JOURNEYS: N_("Journeys"), ROOMS: N_("Rooms"), VEHICLES: N_("Vehicles and transfers")}
PASTED = {JOURNEYS: "legs", ROOMS: "rooming"}
"""What rows pasted into a part are."""
OF_ROOMS = ("move_guest", "take_out", "split_stay", "room_nights")
"""Actions of the grid of rooms; they need a room, so that only it can do them."""
Panel = JourneysPanel | RoomsPanel | VehiclesPanel


class LogisticsPage(Page):
    """Show journeys, rooms or vehicles; each part is made when it is first looked at."""

    NAME = "logistics"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self.addActions([actions[name] for name in DEEDS])
        self._panels: dict[str, Panel] = {}
        self._shown = JOURNEYS
        self._mission: UUID | None = None
        words = {name: ctx.t(word) for name, word in PARTS.items()}
        self.segments = Segments("logistics_part", ctx.t("Part of the logistics"), words, JOURNEYS)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self._stack = PagesStack()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        ctx.mission.changed.connect(self._follow_plan)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        own = self.ctx.mission.heading()
        return Heading(own.title, self.panel.count_words(), own.status, own.tone)

    def primary(self) -> str:
        return {JOURNEYS: "list_new", ROOMS: "make_rooms", VEHICLES: "make_transfers"}[self._shown]

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        of_rooms = {name: partial(self._in_rooms, name) for name in OF_ROOMS}
        own = {"make_rooms": self.make_rooms, "make_transfers": self.make_transfers}
        return {**of_rooms, **self.panel.deeds(), **own}

    def there(self) -> set[str]:
        return self.panel.there()

    def regions(self) -> list[QWidget]:
        return [self.segments, *self.panel.regions()]

    def take_focus(self) -> None:
        self.panel.take_focus()

    def arrive(self) -> None:
        self._follow_mission()
        self.show_part(self._shown)

    def place(self) -> object:
        return self._shown

    def restore(self, place: object) -> None:
        if isinstance(place, str) and place in PARTS:
            self.show_part(place)

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        touched: dict[str, list[UUID]] = {}
        for table, identity in receipt.touched:
            touched.setdefault(table, []).append(identity)
        plan = self.ctx.mission.plan
        if plan is None:
            return
        if touched.get("stay") or touched.get("stay_guest"):
            guests = set(touched.get("stay_guest", ()))
            stays = [*touched.get("stay", ()), *(one.stay_id for one in plan.guests if one.id in guests)]
            self.show_part(ROOMS)
            self.rooms.show_stays([one for one in stays if any(own.id == one for own in plan.stays)])
        elif touched.get("vehicle"):
            self.show_part(VEHICLES)
            self.vehicles.list.show_row(touched["vehicle"][0])
        elif touched.get("leg") and self.journeys.leg_id is None:
            self.show_part(JOURNEYS)
            if plan.leg(touched["leg"][0]) is not None:
                self.journeys.show_leg(touched["leg"][0])

    # -- parts ------------------------------------------------------------------------------------

    @property
    def panel(self) -> Panel:
        """Return the part on screen."""
        return self._panel(self._shown)

    @property
    def journeys(self) -> JourneysPanel:
        return cast("JourneysPanel", self._panel(JOURNEYS))

    @property
    def rooms(self) -> RoomsPanel:
        return cast("RoomsPanel", self._panel(ROOMS))

    @property
    def vehicles(self) -> VehiclesPanel:
        return cast("VehiclesPanel", self._panel(VEHICLES))

    def _panel(self, part: str) -> Panel:
        if part not in self._panels:
            kind = {JOURNEYS: JourneysPanel, ROOMS: RoomsPanel, VEHICLES: VehiclesPanel}[part]
            made = cast("Panel", kind(self.ctx, self.actions_))
            self._panels[part] = made
            self._stack.addWidget(made)
            made.changed.connect(self._follow)
            if isinstance(made, JourneysPanel | RoomsPanel):
                made.rows_pasted.connect(partial(open_pasted, self.ctx, self, PASTED[part]))
        return self._panels[part]

    def show_part(self, part: str) -> None:
        """Show another part."""
        if part != self._shown and self._shown in self._panels:
            self.panel.leave()
        self._shown = part
        focused = QApplication.focusWidget()
        within = focused is not None and self.isAncestorOf(focused) and not self.segments.isAncestorOf(focused)
        with self.segments.moving_to(part):
            panel = self.panel
            above: QHBoxLayout = panel.above
            above.insertWidget(0, self.segments)
            panel.set_width(self.width())
            self._stack.setCurrentWidget(panel)
            panel.arrive()
        if within:
            panel.take_focus()
        self._follow()

    def _in_rooms(self, name: str) -> None:
        """Do with the chosen room what only the grid of rooms does."""
        deed = self.rooms.deeds().get(name)
        if deed is not None:
            deed()

    def make_rooms(self) -> None:
        """Ask for new rooms."""
        if self._shown != ROOMS:
            self.show_part(ROOMS)
        self.rooms.deeds_.make()

    def make_transfers(self) -> None:
        """Ask which transfers of a day are made."""
        if self._shown != VEHICLES:
            self.show_part(VEHICLES)
        self.vehicles.make_transfers()

    # -- following --------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self.isVisible() or self._shown in self._panels:
            add = {
                JOURNEYS: self.ctx.t("Add leg"),
                ROOMS: self.ctx.t("Add room"),
                VEHICLES: self.ctx.t("Add vehicle"),
            }
            words = add[self._shown]
            if self._shown == JOURNEYS and self.journeys.leg_id is not None:
                words = self.ctx.t("Assign people")
            self.actions_["list_new"].setText(f"{words}…")
        self.changed.emit()

    def _follow_plan(self) -> None:
        if self.ctx.mission.plan is not None:
            self._follow_mission()

    def _follow_mission(self) -> None:
        plan = self.ctx.mission.plan
        identity = plan.mission.id if plan is not None else None
        other = identity != self._mission and self._mission is not None
        self._mission = identity
        for panel in self._panels.values():
            if isinstance(panel, RoomsPanel):
                panel.show_plan()
            else:
                panel.show_plan(other=other)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        for panel in self._panels.values():
            panel.set_width(self.width())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        if self._shown in self._panels:
            self.panel.leave()
        super().hideEvent(event)
