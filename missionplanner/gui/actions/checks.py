"""Declare what is done with checks as such: what they go by."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import AGENDA, MISSION, READY, Spec

SPECS: tuple[Spec, ...] = (
    Spec(
        "checks",
        AGENDA,
        N_("Checks of this mission…"),
        "list-checks",
        needs=MISSION,
        separated=True,
        also=N_("rules, thresholds, issues, switch off"),
    ),
    Spec(
        "all_checks",
        "",
        N_("Checks of all missions…"),
        "list-checks",
        needs=READY,
        also=N_("rules, thresholds, issues, switch off"),
    ),
)
