"""Declare what is done with paper."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, MISSION, Spec

_PAGE = "documents"

SPECS: tuple[Spec, ...] = (
    Spec(
        "print_agenda",
        FILE,
        N_("Print agenda"),
        "printer",
        ("Ctrl+P",),
        MISSION,
        separated=True,
        also=N_("programme, paper, pdf"),
    ),
    Spec(
        "save_document",
        FILE,
        N_("Save as PDF…"),
        "file-down",
        ("Ctrl+E",),
        MISSION,
        _PAGE,
        also=N_("export, file, programme"),
    ),
    Spec(
        "send_to_printer",
        FILE,
        N_("To the printer…"),
        "printer",
        ("Ctrl+Alt+P",),
        MISSION,
        _PAGE,
        also=N_("print, paper"),
    ),
    Spec(
        "print_itineraries",
        FILE,
        N_("All personal agendas as PDF…"),
        "users",
        ("Ctrl+Shift+P",),
        MISSION,
        _PAGE,
        also=N_("print, itineraries, everyone"),
    ),
    Spec("larger_page", "", N_("Larger page"), "zoom-in", (), MISSION, _PAGE),
    Spec("smaller_page", "", N_("Smaller page"), "zoom-out", (), MISSION, _PAGE),
    Spec("fit_page", "", N_("Fit the page to the width"), "maximize", (), MISSION, _PAGE),
)
