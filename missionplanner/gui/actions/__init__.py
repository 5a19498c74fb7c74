"""Declare every action once; menus, palette, keys and buttons all come from here."""

from missionplanner.gui.actions.made import SPECS, Actions
from missionplanner.gui.actions.spec import MENUS, Spec

__all__ = ["MENUS", "SPECS", "Actions", "Spec"]
