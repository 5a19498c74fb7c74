"""Declare what is done with a B2B session as a whole: its frame, its participants' wishes, its timetable."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import B2B, MISSION, VIEW, Spec

PAGE = "b2b"
SESSION, WISH_CELLS, WISHES, SLOT_CELLS = "b2b_session_shown", "wish_cells", "wish_matrix", "slot_cells"
"""What these need: a session on screen, chosen cells of the wishes, the matrix of wishes, chosen cells of who can
come when."""


def _own(
    name: str, text: str, icon: str, keys: tuple[str, ...] = (), needs: str = SESSION, also: str = ""
) -> Spec:
    line = name in ("b2b_frame", "b2b_import_wishes", "wish_must", "slot_away")
    return Spec(name, B2B, text, icon, keys, needs, PAGE, separated=line, also=also)


def _local(name: str, text: str, icon: str, keys: tuple[str, ...], needs: str, also: str) -> Spec:
    return replace(_own(name, text, icon, keys, needs, also), local=True)


SPECS: tuple[Spec, ...] = (
    Spec(
        "b2b",
        VIEW,
        N_("B2B"),
        "messages-square",
        ("Ctrl+7",),
        MISSION,
        also=N_("matchmaking, meetings, wishes, requests, timetable, tables, C2C"),
    ),
    _own(
        "b2b_propose",
        N_("Propose timetable…"),
        "wand-sparkles",
        ("Ctrl+Shift+T",),
        MISSION,
        N_("schedule, solve, optimise, match"),
    ),
    _own(
        "b2b_frame",
        N_("Session, slots and tables…"),
        "settings",
        (),
        SESSION,
        N_("hours, rounds, rooms, maximum a day, meet again"),
    ),
    _own("b2b_new", N_("New B2B session…"), "plus", (), MISSION, N_("matchmaking, meetings, create")),
    _own("b2b_delete", N_("Delete the session"), "trash-2", (), SESSION, N_("remove")),
    _own(
        "b2b_import_wishes",
        N_("Import wishes…"),
        "file-input",
        (),
        SESSION,
        N_("spreadsheet, excel, csv, requests, matrix"),
    ),
    _own(
        "b2b_export",
        N_("Export the meetings…"),
        "download",
        (),
        SESSION,
        N_("calendar, ics, excel, xlsx, csv, spreadsheet, save"),
    ),
    Spec(
        "print_tables",
        B2B,
        N_("Print the table plan…"),
        "printer",
        (),
        SESSION,
        also=N_("pdf, paper, tables, who sits where"),
    ),
    _own(
        "b2b_add_sides",
        N_("Add the organisations of the mission"),
        "building-2",
        (),
        SESSION,
        N_("participants, delegates, hosts, partners"),
    ),
    _local("wish_must", N_("Must meet"), "star", ("1",), WISH_CELLS, N_("wish, priority")),
    _local("wish_want", N_("Want to meet"), "thumbs-up", ("2",), WISH_CELLS, N_("wish, priority")),
    _local("wish_could", N_("Could meet"), "circle-dashed", ("3",), WISH_CELLS, N_("wish, priority")),
    _local("wish_no", N_("No, thanks"), "ban", ("0", "-"), WISH_CELLS, N_("wish, refuse, never")),
    _local("wish_none", N_("No wish"), "x", ("Backspace",), WISH_CELLS, N_("clear, delete, remove")),
    _local(
        "wish_turn",
        N_("Wish of the other side"),
        "repeat-2",
        (),
        WISHES,
        N_("direction, rows, columns"),
    ),
    _local("wish_swap", N_("Swap rows and columns"), "arrow-left-right", (), WISHES, N_("transpose, sides")),
    _local(
        "slot_away",
        N_("Available or not"),
        "calendar-x",
        (),
        SLOT_CELLS,
        N_("unavailable, away, busy, free"),
    ),
)
