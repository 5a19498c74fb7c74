"""Declare what is done with the delegation: who is in it, in which order and groups."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import DELEGATION, MISSION, VIEW, Spec

_PAGE = "delegation"
PLACE, NAMED, ROWS_HERE = "unnamed_place", "named_delegate", "delegates_chosen"
"""What these need: one chosen place nobody is named for, one delegate with a name, chosen delegates."""


def _local(
    name: str, text: str, icon: str, keys: tuple[str, ...] = (), needs: str = ROWS_HERE, **more: str
) -> Spec:
    separated = name in ("name_place", "delegates_to_group", "delegate_up", "show_private")
    return Spec(
        name,
        DELEGATION,
        text,
        icon,
        keys,
        needs,
        _PAGE,
        local=True,
        separated=separated,
        also=more.get("also", ""),
    )


SPECS: tuple[Spec, ...] = (
    Spec(
        "delegation", VIEW, N_("Delegation"), "users", ("Ctrl+3",), MISSION, also=N_("delegates, people, groups")
    ),
    _local(
        "add_delegates", N_("Add delegates…"), "user-plus", needs=MISSION, also=N_("people, person, participant")
    ),
    _local(
        "add_places",
        N_("Add places without names…"),
        "ticket",
        ("Ctrl+Shift+Ins",),
        MISSION,
        also=N_("numbers before names, seats, reserved"),
    ),
    _local("name_place", N_("Name the place…"), "user-check", ("Ctrl+F2",), PLACE, also=N_("who takes it")),
    _local(
        "replace_delegate",
        N_("Replace by somebody else…"),
        "arrow-left-right",
        ("Ctrl+R",),
        NAMED,
        also=N_("substitute, swap, instead"),
    ),
    _local(
        "delegates_to_group",
        N_("Into or out of a group…"),
        "users",
        ("G", "Ctrl+G"),
        also=N_("assign group, team"),
    ),
    _local("delegates_status", N_("Set their status…"), "circle-check", also=N_("confirm, invite, decline")),
    _local("delegate_up", N_("Up in protocol order"), "arrow-up", ("Alt+PgUp",), also=N_("precedence, earlier")),
    _local(
        "delegate_down", N_("Down in protocol order"), "arrow-down", ("Alt+PgDown",), also=N_("precedence, later")
    ),
    _local(
        "order_by_protocol", N_("Order by protocol"), "list-ordered", needs=MISSION, also=N_("precedence, rank")
    ),
    _local(
        "show_private",
        N_("Show or hide personal data"),
        "eye",
        ("Ctrl+Shift+H",),
        MISSION,
        also=N_("passport, documents, diet, masked"),
    ),
    _local("print_chosen", N_("Personal agendas of the chosen…"), "printer", also=N_("print, itineraries, pdf")),
)
