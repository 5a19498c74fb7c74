"""Copies marked as given out are new versions of what documents show now."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.errors import Cancelled, Invalid
from missionplanner.base.progress import Progress
from missionplanner.services import missions
from missionplanner.services.paper import giving_out, papers
from missionplanner.services.paper.papers import State
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    agenda.add(ws, "V", agenda.ItemDraft(title="Visit", date=DAY, start=dt.time(9), language="en"))
    return ws


def test_what_is_marked_holds_until_it_changes(ws: Workspace) -> None:
    for version in (1, 2):
        assert giving_out.give_out(ws, missions.plan(ws, "V"), [PrintRequest(language="en")]) == 1
        plan = missions.plan(ws, "V")
        (copy,) = papers.papers(plan, given_out=True, ws=ws)
        assert (copy.state, copy.version) == (State.UP_TO_DATE, version)
        (listed,) = [one for one in papers.listed(plan) if one.version]
        assert (listed.state, listed.version) == (State.GIVEN_OUT, version)


def test_nothing_is_kept_of_what_is_refused_or_cancelled(ws: Workspace) -> None:
    plan, stopped = missions.plan(ws, "V"), Progress()
    stopped.cancel()
    with pytest.raises(Invalid):
        giving_out.give_out(ws, plan, [])
    with pytest.raises(Cancelled):
        giving_out.give_out(ws, plan, [PrintRequest()], stopped)
    assert missions.plan(ws, "V").issued == ()
