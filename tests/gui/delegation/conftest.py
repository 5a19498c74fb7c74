from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.delegation import DelegationPage
from missionplanner.services import missions
from missionplanner.services.delegates import delegation, groups
from missionplanner.services.workspace import Workspace

Delegation = Callable[..., DelegationPage]


def workspace_of(page: DelegationPage) -> Workspace:
    """Return the workspace a page writes to."""
    assert page.ctx.workspace is not None
    return page.ctx.workspace


@pytest.fixture
def delegation_page(opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None]) -> Delegation:
    """Return a function that shows two people and two places of Agrifood, the first of them in a group."""

    def show(*, filled: bool = True, **look: object) -> DelegationPage:
        window = opened(**{"width": 1440, "height": 900, **look})
        window.open_mission("BIO")
        settled(window)
        assert window.ctx.workspace is not None
        mission = missions.find(window.ctx.workspace, "BIO").id
        if filled:
            added = delegation.add_people(window.ctx.workspace, mission, ["Anna Rossi", "Bruno Verdi"]).added
            delegation.add_places(window.ctx.workspace, mission, "Agrifood", 2)
            anna = next(one for table, one in added if table == "delegate")
            groups.create(window.ctx.workspace, "BIO", "Industry", "en", [anna])
        settled(window)
        window.show_page("delegation")
        settled(window)
        return cast("DelegationPage", window.places.page("delegation"))

    return show


@pytest.fixture
def plan_of() -> Callable[[DelegationPage], MissionPlan]:
    """Return a function that reads the mission as it is stored now."""
    return lambda page: missions.plan(workspace_of(page), "BIO")
