"""Declare what is done in every list: one set of actions for all pages that show one."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import LISTS, Spec

LIST, NEW, ROWS = "list", "new_row", "rows"
"""What these need: a page with a list, one that takes new entries, selected rows."""


def _list(name: str, text: str, icon: str, keys: tuple[str, ...], **more: str) -> Spec:
    line = name in ("list_copy", "list_filter")
    return Spec(
        name,
        LISTS,
        text,
        icon,
        keys,
        more.get("needs", ROWS),
        local=True,
        separated=line,
        also=more.get("also", ""),
    )


SPECS: tuple[Spec, ...] = (
    _list("list_new", N_("New entry…"), "plus", ("N", "Ins"), needs=NEW, also=N_("add, create, row")),
    _list("list_details", N_("All of the entry"), "panel-right", ("F4",), also=N_("details, form, card")),
    _list("list_duplicate", N_("Duplicate the rows"), "copy-plus", ("Ctrl+D",), also=N_("copy, again")),
    _list("list_delete", N_("Delete the rows"), "trash-2", ("Delete",), also=N_("remove")),
    _list("list_copy", N_("Copy the cells"), "copy", ("Ctrl+C",), also=N_("excel, table")),
    _list(
        "list_paste",
        N_("Paste into the cells"),
        "clipboard-paste",
        ("Ctrl+V",),
        needs=LIST,
        also=N_("excel, table"),
    ),
    _list("list_fill", N_("Fill down"), "arrow-down", ("Ctrl+Shift+D",), also=N_("same, repeat")),
    _list("list_rows", N_("Choose the whole rows"), "", ("Shift+Space",), also=N_("select")),
    _list("list_filter", N_("Filter the list"), "search", ("/",), needs=LIST, also=N_("find, search")),
    _list(
        "list_columns",
        N_("Choose columns…"),
        "columns-3",
        ("Ctrl+Shift+K",),
        needs=LIST,
        also=N_("show, hide, order, width"),
    ),
    _list("list_save_view", N_("Save this view…"), "save", (), needs=LIST, also=N_("keep, filter, columns")),
)
DEEDS = tuple(spec.name for spec in SPECS)
