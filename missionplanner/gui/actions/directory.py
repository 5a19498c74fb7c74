"""Declare the way to the directory."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import LISTS, READY, VIEW, Spec

ONE_PERSON = "one_person"
"""What these need: one chosen person of the directory."""

SPECS: tuple[Spec, ...] = (
    Spec(
        "directory",
        VIEW,
        N_("Directory"),
        "contact",
        ("Ctrl+B",),
        READY,
        also=N_("organisations, people, places, initiatives, value chains, contacts, address book"),
    ),
    Spec(
        "find_duplicates",
        LISTS,
        N_("Find duplicates…"),
        "merge",
        needs=READY,
        page="directory",
        separated=True,
        also=N_("merge, twice, double, same person, clean up"),
    ),
    Spec(
        "erase_person",
        LISTS,
        N_("Erase a person…"),
        "user-x",
        needs=ONE_PERSON,
        page="directory",
        also=N_("gdpr, privacy, right to be forgotten, delete for good, personal data"),
    ),
)
