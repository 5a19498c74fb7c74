"""Bring about the states of journeys, rooms and vehicles."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.stage import Stage
from tests.states.scene import BARE, Scene, Show


def logistics(part: str, *actions: str) -> Show:
    """Show a part of the logistics with something chosen, and do actions there; the last may ask something."""

    def show(stage: Stage) -> QWidget | None:
        from missionplanner.gui.pages.logistics import LogisticsPage

        page = stage.window.places.page("logistics")
        assert isinstance(page, LogisticsPage)
        page.show_part(part)
        stage.after(lambda: page.show_part("journeys"))
        stage.after(page.journeys.leave_passengers)
        stage.settle()
        if part == "journeys" and page.journeys.legs.model.rowCount():
            page.journeys.legs.show_row(page.journeys.legs.model.row(0).id)
        if part == "rooms" and "move_guest" in actions:
            page.rooms.grid.setCurrentIndex(page.rooms.grid.rooms.index(3, 1))
        for name in actions:
            stage.settle()
            stage.do(name)
        return stage.dialog() if actions and actions[-1] in _ASKING else None

    return show


_ASKING = ("assign", "move_guest", "room_nights", "make_rooms", "make_transfers", "list_new")


def rooms_listed(stage: Stage) -> None:
    from missionplanner.gui.pages.logistics import LogisticsPage

    logistics("rooms")(stage)
    page = stage.window.places.page("logistics")
    assert isinstance(page, LogisticsPage)
    page.rooms.show_look("list")
    stage.after(lambda: page.rooms.show_look("grid"))


STATES = (
    Scene("journeys-empty", logistics("journeys"), "logistics", BARE),
    Scene("rooms-empty", logistics("rooms"), "logistics", BARE),
    Scene("vehicles-empty", logistics("vehicles"), "logistics", BARE),
    Scene("journeys", logistics("journeys"), "logistics"),
    Scene("passengers", logistics("journeys", "show_passengers"), "logistics"),
    Scene("rooms", logistics("rooms"), "logistics"),
    Scene("rooms-list", rooms_listed, "logistics"),
    Scene("vehicles", logistics("vehicles"), "logistics"),
)


OVER = (
    Scene("leg-new", logistics("journeys", "list_new"), "logistics"),
    Scene("assign", logistics("journeys", "assign"), "logistics"),
    Scene("rooms-make", logistics("rooms", "make_rooms"), "logistics"),
    Scene("guest-move", logistics("rooms", "move_guest"), "logistics"),
    Scene("transfers-make", logistics("vehicles", "make_transfers"), "logistics"),
)
