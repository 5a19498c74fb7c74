"""Keep a small mission in a workspace, as the factories make it, for tests of what comes of a mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.plan import PART_OF, MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import ItemKind, ItemRole, MeetingState, Side
from missionplanner.services import workspace
from missionplanner.services.rows import Linked, Page
from missionplanner.services.workspace import Workspace
from tests import factories as f

ADA, BO, HOST = f.uid("person:Ada Neri"), f.uid("person:Bo Verdi"), f.uid("person:Ana Etxeberria")
LAB, B2B, WALK = f.uid("item:Lab"), f.uid("item:Talks"), f.uid("item:Walk")
BAIC, ACME, IKOR = (f.uid(f"organisation:{name}") for name in ("BAIC", "ACME", "IKOR"))
MEETING = f.uid("meeting:1")
SCHEDULED = MeetingState.SCHEDULED
_ORDER: tuple[type[r.Record], ...] = (
    *(r.Organisation, r.Person, r.Place, r.Group, r.Delegate, r.DelegateGroup, r.Vehicle, r.Leg, r.AgendaItem),
    *(r.ItemHost, r.ItemPerson, r.AudienceGroup, r.AudiencePerson, r.Partner, r.PartnerContact, r.Matchmaking),
    *(r.Slot, r.Participant, r.Meeting, r.Objective),
)


def story(**fields: Any) -> MissionPlan:
    """Return a mission of two delegates and a place nobody is named for: a visit, B2B talks, a walk."""
    own: dict[str, Any] = {"mission_id": f.MISSION}
    session = r.Matchmaking(id=f.uid("session"), item_id=B2B, **own)
    return f.plan(
        f.mission(languages=("it",), **fields),
        f.organisation("BAIC"),
        f.organisation("ACME"),
        f.organisation("IKOR"),
        f.person("Ada Neri", organisation_id=ACME, email="ada@example.org"),
        f.person("Ana Etxeberria", organisation_id=BAIC, mobile="+34 600 1"),
        f.delegate("Bo Verdi", position=1),
        f.delegate("Ada Neri", position=0),
        r.Delegate(id=f.uid("delegate:open"), position=2, place_of_id=ACME, **own),
        f.item("09:00", "10:00", "Lab", kind=ItemKind.SITE_VISIT),
        f.item("11:00", "12:00", "Talks", kind=ItemKind.B2B, day=2),
        f.item("18:00", "19:00", "Walk", kind=ItemKind.CULTURAL, day=2),
        f.item("20:00", None, "Off", kind=ItemKind.SITE_VISIT, day=2, status="cancelled"),
        r.ItemHost(item_id=LAB, organisation_id=BAIC, **own),
        r.ItemPerson(item_id=LAB, person_id=HOST, role=ItemRole.HOST_CONTACT, **own),
        session,
        r.Slot(matchmaking_id=session.id, position=0, date=_day(2), start=dt.time(11), end=dt.time(11, 20), **own),
        r.Participant(matchmaking_id=session.id, organisation_id=ACME, side=Side.VISITING, **own),
        r.Participant(matchmaking_id=session.id, organisation_id=IKOR, position=1, side=Side.HOST, **own),
        r.Meeting(
            id=MEETING,
            matchmaking_id=session.id,
            a_id=ACME,
            b_id=IKOR,
            slot=0,
            state=MeetingState.SCHEDULED,
            **own,
        ),
    )


def _day(number: int) -> dt.date:
    return f.START + dt.timedelta(days=number - 1)


def keep(ws: Workspace, plan: MissionPlan) -> UUID:
    """Store a plan; return the id of its mission."""
    with ws.edit("Import") as edit:
        edit.add(plan.mission)
        for kind in _ORDER:
            edit.add_all(getattr(plan, PART_OF[kind]))
    return plan.mission.id


@lru_cache(maxsize=1)
def _file() -> bytes:
    """Return the file of a workspace with the story: made once, for each test a copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "w.mplanner"
        with workspace.create(path) as ws:
            keep(ws, story())
        return path.read_bytes()


@contextmanager
def told(folder: Path) -> Iterator[Workspace]:
    """Give a workspace with the story, and nothing in it to undo but that."""
    path = folder / "story.mplanner"
    path.write_bytes(_file())
    with workspace.open_workspace(path, check=False) as ws:
        yield ws


def record(ws: Workspace, code: str = "TEST-2025") -> MissionRecord:
    """Return what came of the mission."""
    with ws.reading() as connection:
        mission = reading.mission(connection, code)
        assert mission is not None
        return reading.mission_record(connection, mission)


def cells(page: Page, fields: tuple[str, ...], identity: UUID) -> dict[str, Any]:
    """Return a row of a list by the names of its fields; of what it refers to the name."""
    (row,) = (one for one in page.rows if one.id == identity)
    named = (value.name if isinstance(value, Linked) else value for value in row.values)
    return dict(zip(fields, named, strict=True))
