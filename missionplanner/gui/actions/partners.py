"""Declare what is done with partners: log requests, ask again, propose times, send lists of visitors."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import MISSION, PARTNERS, VIEW, Spec

_PAGE = "partners"
PARTNER, HOSTS, LIST_THERE, VISITORS = "one_partner", "hosts_to_add", "access_list", "visitors_chosen"
"""What these need: one chosen partner, hosts that are none yet, a place that wants a list, chosen visitors."""


def _local(
    name: str, text: str, icon: str, keys: tuple[str, ...] = (), needs: str = PARTNER, **more: str | bool
) -> Spec:
    separated, also = bool(more.get("separated", False)), str(more.get("also", ""))
    return Spec(name, PARTNERS, text, icon, keys, needs, _PAGE, local=True, separated=separated, also=also)


SPECS: tuple[Spec, ...] = (
    Spec(
        "partners",
        VIEW,
        N_("Partners"),
        "handshake",
        ("Ctrl+4",),
        MISSION,
        also=N_("hosts, counterparts, institutions, access lists"),
    ),
    _local(
        "log_request",
        N_("Log a request…"),
        "message-square-text",
        ("L", "Ctrl+L"),
        also=N_("call, mail, asked, written, contact"),
    ),
    _local("log_answer", N_("Log an answer…"), "check", ("A", "Ctrl+Alt+A"), also=N_("reply, answered")),
    _local(
        "copy_chase",
        N_("Copy a message that asks again"),
        "clipboard-copy",
        ("M", "Ctrl+Shift+C"),
        also=N_("chase, reminder, mail, silent"),
    ),
    _local(
        "propose_times",
        N_("Propose times for a visit…"),
        "calendar-plus",
        ("T", "Ctrl+T"),
        also=N_("slots, options, alternatives, offer"),
    ),
    _local("note_partner", N_("Note something for next time…"), "pencil", ("Ctrl+M",), also=N_("memory, promise")),
    _local(
        "add_hosts",
        N_("Add the hosts as partners"),
        "user-plus",
        needs=HOSTS,
        separated=True,
        also=N_("organisations of the programme"),
    ),
    _local(
        "access_sent",
        N_("Mark the list as sent…"),
        "send",
        ("S", "Ctrl+Alt+S"),
        LIST_THERE,
        separated=True,
        also=N_("visitors, access list, announced"),
    ),
    _local(
        "access_cleared", N_("Cleared"), "user-check", ("K", "Ctrl+Alt+K"), VISITORS, also=N_("visitors, admitted")
    ),
    _local(
        "access_refused", N_("Refused"), "user-x", ("R", "Ctrl+Alt+R"), VISITORS, also=N_("visitors, rejected")
    ),
    _local(
        "access_fields",
        N_("What it asks for…"),
        "list-checks",
        ("F", "Ctrl+Alt+F"),
        LIST_THERE,
        also=N_("access list, notice"),
    ),
    _local(
        "access_place",
        N_("Another place…"),
        "map-pin",
        ("W", "Ctrl+Alt+W"),
        MISSION,
        also=N_("access list, visitors"),
    ),
    _local(
        "access_export",
        N_("Save the list…"),
        "download",
        ("X", "Ctrl+Alt+X"),
        LIST_THERE,
        also=N_("export, excel, csv, access list"),
    ),
)
