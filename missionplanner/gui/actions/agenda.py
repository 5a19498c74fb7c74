"""Declare what is done on the agenda (UX §5)."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import AGENDA, EDIT, FIXABLE, ISSUES, ITEMS, MISSION, PASTE, SLOTS, VIEW, Spec

_PAGE = "agenda"
GROUP_KEYS = 9
"""How many groups have a key of their own, Alt+1 to Alt+9."""


def _local(
    name: str, menu: str, text: str, icon: str = "", keys: tuple[str, ...] = (), **more: str | bool
) -> Spec:
    needs = str(more.pop("needs", ITEMS))
    also, separated = str(more.pop("also", "")), bool(more.pop("separated", False))
    return Spec(name, menu, text, icon, keys, needs, _PAGE, local=True, separated=separated, also=also)


def _wide(name: str, menu: str, text: str, icon: str = "", keys: tuple[str, ...] = (), **more: str | bool) -> Spec:
    needs = str(more.pop("needs", MISSION))
    also, separated = str(more.pop("also", "")), bool(more.pop("separated", False))
    return Spec(name, menu, text, icon, keys, needs, _PAGE, separated=separated, also=also)


_EDITING = (
    _local(
        "new_item",
        EDIT,
        N_("New item"),
        "plus",
        ("N",),
        needs=MISSION,
        separated=True,
        also=N_("add, visit, meeting"),
    ),
    _local("rename_item", EDIT, N_("Rename the item"), "text-cursor-input", ("F2",), also=N_("title")),
    _local(
        "inspect",
        EDIT,
        N_("Show the item's details"),
        "panel-right",
        ("Return", "Enter"),
        also=N_("edit, inspector"),
    ),
    _local("cut", EDIT, N_("Cut"), "scissors", ("Ctrl+X",), separated=True),
    _local("copy", EDIT, N_("Copy"), "copy", ("Ctrl+C",)),
    _local(
        "copy_message",
        EDIT,
        N_("Copy as a message"),
        "message-circle",
        ("Ctrl+Shift+C",),
        also=N_("whatsapp, chat, sms"),
    ),
    _local(
        "copy_day_message",
        EDIT,
        N_("Copy the day as a message"),
        "message-circle",
        needs=MISSION,
        also=N_("whatsapp, chat, sms"),
    ),
    _local("paste", EDIT, N_("Paste"), "clipboard-paste", ("Ctrl+V",), needs=PASTE),
    _local("paste_after", EDIT, N_("Paste after the last item"), "", ("Ctrl+Shift+V",), needs=PASTE),
    _local("duplicate", EDIT, N_("Duplicate"), "copy-plus", ("Ctrl+D",), also=N_("copy, again")),
    _local("delete_items", EDIT, N_("Delete"), "trash-2", ("Delete",), also=N_("remove, cancel")),
    _local(
        "choose_day", EDIT, N_("Choose all of the day"), "square-check", ("Ctrl+A",), needs=MISSION, separated=True
    ),
    _local("choose_all", EDIT, N_("Choose all of the mission"), "", ("Ctrl+Shift+A",), needs=MISSION),
    _local("choose_kind", EDIT, N_("Choose all of this kind"), ""),
)
_MOVING = (
    _local("move_item", AGENDA, N_("Move…"), "move", ("F4",), also=N_("day, time, length, groups")),
    _local(
        "shift",
        AGENDA,
        N_("Shift from here…"),
        "calendar-clock",
        ("Ctrl+Shift+M",),
        also=N_("delay, late, earlier, minutes"),
    ),
    _local("lock", AGENDA, N_("Hold day and time"), "lock", ("Ctrl+L",), also=N_("lock, fix, unlock")),
    _local("split", AGENDA, N_("Split groups…"), "split", ("S",), separated=True, also=N_("parallel, divide")),
    _local("rejoin", AGENDA, N_("Bring groups together"), "merge", ("Shift+S",), also=N_("rejoin, merge, join")),
    _local(
        "propose_slot",
        AGENDA,
        N_("Keep this time as a proposal"),
        "calendar-plus",
        ("Shift+P",),
        separated=True,
        also=N_("slot, option, alternative, offer"),
    ),
    _local(
        "choose_slot",
        AGENDA,
        N_("Choose a proposed slot…"),
        "calendar-check",
        ("P",),
        needs=SLOTS,
        also=N_("option, alternative, pick, settle"),
    ),
    _wide("copy_day", AGENDA, N_("Copy the day to…"), "copy", separated=True, also=N_("duplicate day")),
    _wide("templates", AGENDA, N_("Templates"), "layout-template", also=N_("model, pattern")),
    _local("save_template", AGENDA, N_("Save as a template…"), "save"),
    _local("earlier", "", N_("5 minutes earlier"), "arrow-up", ("Alt+Up",), also=N_("move")),
    _local("later", "", N_("5 minutes later"), "arrow-down", ("Alt+Down",), also=N_("move")),
    _local("much_earlier", "", N_("30 minutes earlier"), "arrow-up", ("Ctrl+Alt+Up",), also=N_("move")),
    _local("much_later", "", N_("30 minutes later"), "arrow-down", ("Ctrl+Alt+Down",), also=N_("move")),
    _local("shorter", "", N_("5 minutes shorter"), "", ("Alt+Shift+Up",), also=N_("end, length")),
    _local("longer", "", N_("5 minutes longer"), "", ("Alt+Shift+Down",), also=N_("end, length")),
    _local("day_before", "", N_("To the day before"), "", ("Alt+Left",), also=N_("move")),
    _local("day_after", "", N_("To the day after"), "", ("Alt+Right",), also=N_("move")),
    _local("all_groups", "", N_("For all groups"), "users", ("Alt+0",), also=N_("everyone")),
)
_LOOKING = (
    _local(
        "see_as",
        AGENDA,
        N_("See as…"),
        "eye",
        ("V",),
        separated=True,
        needs=MISSION,
        also=N_("person, delegate, group, host, vehicle"),
    ),
    _local("see_everyone", AGENDA, N_("See everyone"), "users", ("Shift+V",), needs=MISSION),
    _local(
        "whole_mission",
        VIEW,
        N_("Whole mission"),
        "columns-3",
        ("W",),
        separated=True,
        also=N_("all days"),
        needs=MISSION,
    ),
    _local("one_day", VIEW, N_("One day"), "calendar", ("D",), needs=MISSION),
    _local("list_view", VIEW, N_("As a list"), "list", ("L",), also=N_("table, rows"), needs=MISSION),
    _local("second_zone", VIEW, N_("Second time zone"), "clock", ("Z",), also=N_("home, clock"), needs=MISSION),
    _local(
        "shelf",
        VIEW,
        N_("Fold or unfold “Not placed”"),
        "panel-left",
        ("B",),
        also=N_("shelf, items without a day"),
        needs=MISSION,
    ),
    _wide("fold_issues", VIEW, N_("Issues in one line, or as cards"), "", also=N_("strip, fold, room")),
    _local("zoom_in", VIEW, N_("Larger hours"), "zoom-in", ("+", "="), also=N_("zoom"), needs=MISSION),
    _local("zoom_out", VIEW, N_("Smaller hours"), "zoom-out", ("-",), also=N_("zoom"), needs=MISSION),
    _local("fit", VIEW, N_("Fit the hours to the window"), "maximize", ("0",), also=N_("zoom"), needs=MISSION),
    _wide("find", VIEW, N_("Find in the agenda"), "search", ("Ctrl+F",), also=N_("search")),
    _wide("previous_day", VIEW, N_("Previous day"), "chevron-left", ("Ctrl+PgUp",), separated=True),
    _wide("next_day", VIEW, N_("Next day"), "chevron-right", ("Ctrl+PgDown",)),
    _wide("next_issue", AGENDA, N_("Next issue"), "triangle-alert", ("F8",), needs=ISSUES, separated=True),
    _wide("previous_issue", AGENDA, N_("Previous issue"), "", ("Shift+F8",), needs=ISSUES),
    _wide(
        "apply_fix", AGENDA, N_("Apply its fix"), "wrench", ("Ctrl+.",), needs=FIXABLE, also=N_("solve, repair")
    ),
    _wide("accept_issue", AGENDA, N_("Accept the issue…"), "check", needs=ISSUES, also=N_("ignore")),
)
GROUPS = tuple(
    _local(f"group_{number}", "", N_("For a group, or not"), "", (f"Alt+{number}",))
    for number in range(1, GROUP_KEYS + 1)
)
SPECS: tuple[Spec, ...] = (*_EDITING, *_MOVING, *_LOOKING, *GROUPS)
