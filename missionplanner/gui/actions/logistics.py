"""Declare what is done with journeys, rooms and vehicles."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import LOGISTICS, MISSION, VIEW, Spec

_PAGE = "logistics"
BEDS_NEEDED, ROOM, GUESTS = "beds_needed", "room", "guests"
"""What these need: somebody to choose for what is chosen, a room, one with guests."""
LEG, SEVERAL_LEGS, PASSENGERS = "leg", "several_legs", "passengers_shown"
"""What these need: a leg, several of them, the passengers of one on screen."""


def _local(name: str, text: str, icon: str, keys: tuple[str, ...], needs: str, also: str = "") -> Spec:
    line = name in ("show_passengers", "move_guest")
    return Spec(name, LOGISTICS, text, icon, keys, needs, _PAGE, local=True, separated=line, also=also)


SPECS: tuple[Spec, ...] = (
    Spec(
        "logistics",
        VIEW,
        N_("Logistics"),
        "bus",
        ("Ctrl+5",),
        MISSION,
        also=N_("journeys, flights, hotels, rooms, rooming list, vehicles, transfers"),
    ),
    Spec(
        "make_rooms",
        LOGISTICS,
        N_("Make rooms…"),
        "bed-double",
        (),
        MISSION,
        _PAGE,
        also=N_("hotel, rooming, beds"),
    ),
    Spec(
        "make_transfers",
        LOGISTICS,
        N_("Make transfers…"),
        "route",
        (),
        MISSION,
        _PAGE,
        also=N_("coach, minibus, shuttle, between items"),
    ),
    _local(
        "assign", N_("Assign people…"), "user-plus", ("A", "Ctrl+Shift+A"), BEDS_NEEDED, N_("passengers, guests")
    ),
    _local("show_passengers", N_("Passengers of the leg"), "users", ("P",), LEG, N_("seats, tickets, baggage")),
    _local("leave_passengers", N_("Back to the journeys"), "arrow-left", (), PASSENGERS),
    _local("leg_programme", N_("Show in the programme"), "calendar-plus", ("G",), LEG, N_("agenda, row")),
    _local(
        "copy_leg_message",
        N_("Copy the leg as a message"),
        "message-circle",
        ("Ctrl+Alt+C",),
        LEG,
        N_("whatsapp, chat, sms"),
    ),
    _local(
        "join_legs", N_("Make one journey of the legs…"), "link", ("J",), SEVERAL_LEGS, N_("connect, stopover")
    ),
    _local("move_guest", N_("Move or swap a guest…"), "arrow-left-right", ("M",), GUESTS, N_("change room")),
    _local("take_out", N_("Take a guest out"), "user-minus", ("Backspace",), GUESTS),
    _local("split_stay", N_("Split the stay…"), "split", ("S",), ROOM, N_("change room half way")),
    _local("room_nights", N_("Change the nights…"), "calendar-range", ("E",), ROOM, N_("extend, shorten")),
)
