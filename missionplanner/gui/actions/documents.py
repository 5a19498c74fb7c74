"""Declare what is done with paper."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, MISSION, READY, Spec

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
        "print_pack",
        FILE,
        N_("Print pack…"),
        "package",
        ("Ctrl+Shift+B",),
        MISSION,
        _PAGE,
        also=N_("batch, recipe, all documents, zip, folder, everything"),
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
    Spec(
        "check_paper",
        FILE,
        N_("Check before printing"),
        "list-checks",
        ("F7",),
        MISSION,
        _PAGE,
        also=N_("preflight, proof, fonts, missing"),
    ),
    Spec(
        "paper_copies",
        FILE,
        N_("Copies given out…"),
        "history",
        (),
        MISSION,
        _PAGE,
        also=N_("versions, reprint, who holds which copy, outdated"),
    ),
    Spec(
        "write_letters",
        FILE,
        N_("Write letters…"),
        "file-text",
        needs=MISSION,
        separated=True,
        also=N_("invitation, visa, thank you, appointment, word, docx, mail merge"),
    ),
    Spec(
        "letter_templates",
        FILE,
        N_("Letter templates…"),
        "file-text",
        needs=READY,
        also=N_("word, docx, fields, starter"),
    ),
    Spec(
        "send_pack",
        FILE,
        N_("Send by e-mail…"),
        "mail",
        needs=MISSION,
        also=N_("eml, outlook, thunderbird, message, mail merge"),
    ),
    Spec("larger_page", "", N_("Larger page"), "zoom-in", (), MISSION, _PAGE),
    Spec("smaller_page", "", N_("Smaller page"), "zoom-out", (), MISSION, _PAGE),
    Spec("fit_page", "", N_("Fit the page to the width"), "maximize", (), MISSION, _PAGE),
)
