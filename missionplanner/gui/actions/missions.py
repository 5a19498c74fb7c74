"""Declare what is done with missions as a whole."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, READY, VIEW, Spec

SPECS: tuple[Spec, ...] = (
    Spec("new_mission", FILE, N_("New mission…"), "plus", ("Ctrl+N",), READY, also=N_("create, start, plan")),
    Spec("import", FILE, N_("Import a mission file…"), "file-input", ("Ctrl+I",), READY, also=N_("open, load")),
    Spec("sample", FILE, N_("Open the sample missions"), "sparkles", also=N_("try, example, demo")),
    Spec("reset_sample", FILE, N_("Reset the sample missions"), "rotate-ccw"),
    Spec("search", VIEW, N_("Search missions"), "search"),
)
