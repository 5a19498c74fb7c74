"""Make a mission whose delegation grids can show: two groups, a place without a name, items on two days."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateStatus, ItemKind
from missionplanner.services import missions, workspace
from missionplanner.services.programme import agenda

CODE = "GRID"
FIRST = dt.date(2025, 5, 5)
PEOPLE = ("Anna Rossi", "Bruno Neri", "Carla Verdi")


def make(path: Path) -> None:
    """Write the workspace: Red are Anna and Bruno, Green are Carla and a place; a visit, a lunch, a tour."""
    with workspace.create(path) as ws:
        draft = missions.MissionDraft(
            title="Grid",
            start=FIRST,
            end=FIRST + dt.timedelta(days=1),
            zone="Europe/Madrid",
            code=CODE,
            language="en",
        )
        owner: dict[str, Any] = {"mission_id": missions.create(ws, draft).first_added}
        firm = r.Organisation(name="Agrifood")
        hall = r.Place(name="Hall", capacity=2)
        groups = [r.Group(**owner, name=Texts.of(name), position=n) for n, name in enumerate(("Red", "Green"))]
        people = [r.Person(given=one.split()[0], family=one.split()[1], organisation_id=firm.id) for one in PEOPLE]
        some = [
            r.Delegate(**owner, person_id=one.id, position=n, status=DelegateStatus.CONFIRMED)
            for n, one in enumerate(people)
        ]
        some.append(r.Delegate(**owner, place_of_id=firm.id, position=3, diet=Secret("vegetarian")))
        inside = [
            r.DelegateGroup(**owner, delegate_id=one.id, group_id=groups[n // 2].id) for n, one in enumerate(some)
        ]
        with ws.edit(N_("Import")) as edit:
            edit.add_all([firm, hall, *groups, *people, *some, *inside])
        for title, kind, hour, day in (
            ("Visit", ItemKind.SITE_VISIT, 9, 0),
            ("Lunch", ItemKind.MEAL, 13, 0),
            ("Tour", ItemKind.SITE_VISIT, 10, 1),
        ):
            item = agenda.ItemDraft(
                title=title,
                kind=kind,
                date=FIRST + dt.timedelta(days=day),
                start=dt.time(hour),
                end=dt.time(hour + 1),
                place_id=hall.id,
                language="en",
            )
            agenda.add(ws, CODE, item)
