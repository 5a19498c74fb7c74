from __future__ import annotations

import datetime as dt

from missionplanner.services import missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.overview import overview
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


def test_an_overview_tells_how_a_mission_stands(ws: Workspace) -> None:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    for number in range(12):
        agenda.add(ws, "V", ItemDraft(title=f"{number}", date=DAY))
    found = overview(ws, "V", DAY - dt.timedelta(days=10))
    assert (found.departs_in, found.under_way, found.ready) == (10, False, 0)
    assert [one.key for one in found.overdue] == ["unconfirmed"]
    assert found.upcoming[0].key == "print"
    assert [str(one.label) for one in found.recent] == [f"Add “{n}”" for n in range(11, 1, -1)]
    assert overview(ws, "V", DAY).under_way


def test_nothing_to_count_is_no_share(ws: Workspace) -> None:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    assert overview(ws, "V", DAY).ready is None
