"""Bring about the states of partners and of the lists of visitors."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from missionplanner.gui.pages.partners import PartnersPage
from tests.stage import Stage
from tests.states.scene import BARE, Ask, Scene, nothing, scrolled


def partners_of(stage: Stage, part: str) -> None:
    """Show the partners or the lists of visitors, the first row of them chosen."""
    page = cast("PartnersPage", stage.window.places.page("partners"))
    page.show_part(part)
    stage.settle()
    view = page.list if part == "partners" else page.access.view
    rows = [view.model.row(number).id for number in range(view.model.rowCount())]
    if rows:
        view.show_row(max(rows, key=lambda one: view.model.value_of(one, "visits") or 0))
    stage.settle()
    stage.after(lambda: page.show_part("partners"))


def partners_shown(stage: Stage) -> None:
    partners_of(stage, "partners")


def partners_end(stage: Stage) -> None:
    partners_of(stage, "partners")
    scrolled("details_scroll")(stage)


def partly(action: str, part: str = "partners") -> Ask:
    """Do an action of the page of partners, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        partners_of(stage, part)
        stage.do(action)
        return stage.dialog()

    return show


STATES = (
    Scene("partners-empty", nothing, "partners", BARE),
    Scene("access-empty", lambda stage: partners_of(stage, "access"), "partners", BARE),
    Scene("partners", partners_shown, "partners"),
    Scene("partners-end", partners_end, "partners"),
    Scene("access-lists", lambda stage: partners_of(stage, "access"), "partners"),
)


OVER = (
    Scene("log-request", partly("log_request"), "partners"),
    Scene("propose-times", partly("propose_times"), "partners"),
    Scene("note-partner", partly("note_partner"), "partners"),
    Scene("access-sent", partly("access_sent", "access"), "partners"),
    Scene("access-asks", partly("access_fields", "access"), "partners"),
    Scene("access-save", partly("access_export", "access"), "partners"),
)
