"""Bring about the states of the delegation: people, groups, who takes part, what is due."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missionplanner.gui.pages.delegation import DelegationPage
from tests.stage import Stage
from tests.states.scene import BARE, Ask, Scene, Show, ask, nothing


def delegation_part(stage: Stage, part: str, *, row: int = -1) -> DelegationPage:
    """Show a part of the delegation, with a row of it chosen."""
    page = stage.window.places.page("delegation")
    assert isinstance(page, DelegationPage)
    page.show_part(part)
    stage.after(lambda: page.show_part("people"))
    stage.settle()
    if row >= 0:
        page.list.table.choose([page.list.model.row(row).id])
    return page


def show_delegation(part: str, *actions: str, row: int = -1) -> Show:
    """Show a part of the delegation and do actions there."""

    def show(stage: Stage) -> None:
        delegation_part(stage, part, row=row)
        for name in actions:
            stage.settle()
            stage.do(name)

    return show


def ask_delegation(action: str, row: int = 0) -> Ask:
    """Choose a delegate, do an action, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        delegation_part(stage, "people", row=row)
        stage.settle()
        stage.do(action)
        return stage.dialog()

    return show


def due(stage: Stage, *actions: str) -> QWidget | None:
    """Have something asked of the delegates; the last of the actions leaves a dialog over the board."""
    from missionplanner.domain.delegates.requirement_sets import RequirementSet
    from missionplanner.services.delegates import readiness_board

    assert stage.ctx.workspace is not None
    readiness_board.add_set(stage.ctx.workspace, stage.plan.mission.code, RequirementSet.EU_TRIP)
    stage.after(lambda: stage.do("undo"))
    page = delegation_part(stage, "readiness")
    page.take_focus()
    stage.settle()
    for name in actions:
        stage.do(name)
    return stage.dialog() if actions else None


def nameless(stage: Stage) -> QWidget:
    """Ask who takes a place nobody is named for."""
    page = delegation_part(stage, "people")
    model = page.list.model
    places = (row for row in range(model.rowCount()) if not model.value_of(model.row(row).id, "family"))
    return ask_delegation("name_place", next(places))(stage)


STATES = (
    Scene("empty-delegation", nothing, "delegation", BARE),
    Scene("empty-groups", show_delegation("groups"), "delegation", BARE),
    Scene("empty-matrix", show_delegation("matrix"), "delegation", BARE),
    Scene("empty-readiness", show_delegation("readiness"), "delegation", BARE),
    Scene("delegation", show_delegation("people", row=2), "delegation"),
    Scene("delegation-private", show_delegation("people", "show_private", row=1), "delegation"),
    Scene("delegation-groups", show_delegation("groups"), "delegation"),
    Scene("matrix", show_delegation("matrix"), "delegation"),
    Scene("matrix-diets", show_delegation("matrix", "part_diets"), "delegation"),
    Scene("readiness", due, "delegation"),
)


OVER = (
    Scene("delegation-add", ask("add_delegates"), "delegation"),
    Scene("readiness-state", lambda stage: due(stage, "ready_state"), "delegation"),
    Scene("readiness-requirement", lambda stage: due(stage, "requirement_new"), "delegation"),
    Scene("readiness-sets", lambda stage: due(stage, "requirement_sets"), "delegation"),
    Scene("delegation-places", ask("add_places"), "delegation"),
    Scene("delegation-name", nameless, "delegation"),
    Scene("delegation-replace", ask_delegation("replace_delegate"), "delegation"),
    Scene("delegation-group", ask_delegation("delegates_to_group"), "delegation"),
    Scene("delegation-status", ask_delegation("delegates_status"), "delegation"),
)
