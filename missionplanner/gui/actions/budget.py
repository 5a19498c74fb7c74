"""Declare what is done with the money of a mission."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, LISTS, MISSION, VIEW, Spec

_PAGE = "budget"
PAPER, KEPT_PAPER, OFFER = "paper", "kept_paper", "offer"
"""What these need: one expense or offer, one that has its paper, one offer that is not chosen."""

SPECS: tuple[Spec, ...] = (
    Spec("budget", VIEW, N_("Budget"), "coins", ("Ctrl+6",), MISSION, also=N_("money, costs, expenses, offers")),
    Spec(
        "export_budget",
        FILE,
        N_("Export budget…"),
        "file-down",
        ("Ctrl+Shift+E",),
        MISSION,
        _PAGE,
        also=N_("excel, xlsx, csv, report, costs"),
    ),
    Spec(
        "usual_lines",
        LISTS,
        N_("Add the usual lines"),
        "layout-template",
        (),
        MISSION,
        _PAGE,
        separated=True,
        also=N_("template, budget, travel, hotel, meals"),
    ),
    Spec(
        "delegate_expense",
        LISTS,
        N_("Expense of a delegate…"),
        "receipt",
        ("Ctrl+Shift+X",),
        MISSION,
        _PAGE,
        also=N_("refund, per diem, ticket, claim"),
    ),
    Spec("choose_offer", LISTS, N_("Choose this offer"), "check", (), OFFER, _PAGE, also=N_("quote, order")),
    Spec(
        "attach_paper",
        LISTS,
        N_("Attach a receipt or document…"),
        "paperclip",
        ("Ctrl+Shift+R",),
        PAPER,
        _PAGE,
        also=N_("pdf, photo, invoice, quote"),
    ),
    Spec("show_paper", LISTS, N_("Show the receipt or document"), "eye", (), KEPT_PAPER, _PAGE, also=N_("pdf")),
)
