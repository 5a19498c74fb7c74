"""Say what an action is: its words, icon, keys, place in the menus and when it can be done."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.base.messages import N_

READY, MISSION, ITEMS, UNDO, REDO, ISSUES = "ready", "mission", "items", "undo", "redo", "issues"
ONE_ITEM, PASTE, BACK, FORWARD, FIXABLE, SLOTS = "one_item", "paste", "back", "forward", "fixable", "slots"
LISTED = "listed"
"""What an action needs: an open workspace, a mission, chosen items, something to undo, redo or solve, exactly
one chosen item, something to paste, a place to go back or on to, an issue with a fix, an item with slots, a list
on screen or a mission."""

FILE, EDIT, VIEW, AGENDA, HELP = N_("&File"), N_("&Edit"), N_("&View"), N_("&Agenda"), N_("&Help")
LISTS, DELEGATION, PARTNERS = N_("&List"), N_("&Delegation"), N_("&Partners")
LOGISTICS, B2B, REPORT = N_("Lo&gistics"), N_("&B2B"), N_("&Report")
MENUS = (FILE, EDIT, VIEW, AGENDA, DELEGATION, PARTNERS, LOGISTICS, B2B, REPORT, LISTS, HELP)


@dataclass(frozen=True, slots=True)
class Spec:
    """Describe one action.

    ``page`` names the page whose deed it is; empty for the window's own. Keys of ``local`` ones work only where
    that page has the focus. ``also`` are other words a person may look for, comma between them. An action
    without a menu is reached by key, palette or a button.
    """

    name: str
    menu: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs: str = ""
    page: str = ""
    local: bool = False
    separated: bool = False
    also: str = ""
