"""Declare what is done with paper."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, MISSION, Spec

SPECS: tuple[Spec, ...] = (
    Spec("print_agenda", FILE, N_("Print agenda"), "printer", ("Ctrl+P",), MISSION, separated=True),
    Spec("print_itineraries", FILE, N_("Print all personal agendas…"), "users", ("Ctrl+Shift+P",), MISSION),
)
