"""Declare what is done on the agenda."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import AGENDA, EDIT, ISSUES, ITEMS, MISSION, Spec

SPECS: tuple[Spec, ...] = (
    Spec("new_item", EDIT, N_("New item…"), "plus", ("N",), MISSION, "agenda", local=True, separated=True),
    Spec(
        "edit_item", EDIT, N_("Edit the item…"), "pencil", ("Return", "Enter", "F4"), ITEMS, "agenda", local=True
    ),
    Spec("rename_item", EDIT, N_("Rename the item"), "text-cursor-input", ("F2",), ITEMS, "agenda", local=True),
    Spec("earlier", EDIT, N_("5 minutes earlier"), "arrow-up", ("Alt+Up",), ITEMS, "agenda", local=True),
    Spec("later", EDIT, N_("5 minutes later"), "arrow-down", ("Alt+Down",), ITEMS, "agenda", local=True),
    Spec("delete_items", EDIT, N_("Delete"), "trash-2", ("Delete",), ITEMS, "agenda", local=True),
    Spec("previous_day", AGENDA, N_("Previous day"), "chevron-left", ("Ctrl+PgUp",), MISSION, "agenda"),
    Spec("next_day", AGENDA, N_("Next day"), "chevron-right", ("Ctrl+PgDown",), MISSION, "agenda"),
    Spec("next_issue", AGENDA, N_("Next issue"), "triangle-alert", ("F8",), ISSUES, "agenda", separated=True),
    Spec("previous_issue", AGENDA, N_("Previous issue"), "", ("Shift+F8",), ISSUES, "agenda"),
)
