"""Make missions with B2B meetings for tests: records by name, and a whole session with its rounds and wishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateStatus, MeetingState, Side, Wish
from missionplanner.services import missions, workspace
from tests.factories import MISSION, START, clock, organisation, uid

HOURS = (("11:00", "11:25"), ("11:35", "12:00"), ("12:10", "12:35"))
CODE = "MEET"
DAY = dt.date(2025, 5, 5)
VISITORS = ("MECH", "AGRI", "HEALTH", "BUILD")
HOSTS = ("AFM", "GAIA", "HEGAN")
SLOTS = (("09:00", "09:30"), ("09:30", "10:00"), ("10:30", "11:00"), ("11:00", "11:30"))
PLACED = (("MECH", "AFM", 0, "1"), ("HEALTH", "GAIA", 0, "2"), ("MECH", "GAIA", 1, "1"), ("AGRI", "AFM", 2, "1"))
"""Both sides, slot and table of the meetings nobody interprets; the first is locked."""
WISHES = (
    ("MECH", "AFM", Wish.MUST),
    ("AFM", "MECH", Wish.MUST),
    ("HEALTH", "GAIA", Wish.WANT),
    ("MECH", "GAIA", Wish.WANT),
    ("AGRI", "AFM", Wish.COULD),
    ("BUILD", "HEGAN", Wish.MUST),
    ("HEALTH", "AFM", Wish.WANT),
    ("AGRI", "GAIA", Wish.COULD),
    ("BUILD", "GAIA", Wish.WANT),
    ("HEALTH", "HEGAN", Wish.NO_THANKS),
)


def make(path: Path) -> None:
    """Write the workspace. HEGAN speaks Spanish only: Ira interprets; HEALTH – AFM waits for a slot."""
    with workspace.create(path) as ws:
        draft = missions.MissionDraft(
            title="B2B", start=DAY, end=DAY, zone="Europe/Madrid", code=CODE, language="en"
        )
        mission = missions.create(ws, draft).first_added
        with ws.edit(N_("Import")) as edit:
            edit.add_all(_records(mission))


def _records(mission: UUID) -> list[r.Record]:
    own: dict[str, Any] = {"mission_id": mission}
    session = r.Matchmaking(**own)
    of: dict[str, Any] = {**own, "matchmaking_id": session.id}
    firms = {name: r.Organisation(short=name, name=f"{name} cluster") for name in (*VISITORS, *HOSTS)}
    people = {
        name: r.Person(
            given="Ann",
            family=name.title(),
            organisation_id=one.id,
            languages=("es",) if name == "HEGAN" else ("en",),
        )
        for name, one in firms.items()
    }
    ira = r.Person(given="Ira", family="Voice", languages=("en", "es"))
    times = [[dt.time.fromisoformat(one) for one in both] for both in SLOTS]
    found: list[r.Record] = [*firms.values(), *people.values(), ira, session]
    found += [
        r.Delegate(**own, person_id=people[name].id, position=n, status=DelegateStatus.CONFIRMED)
        for n, name in enumerate(VISITORS)
    ]
    found += [r.Slot(**of, position=n, date=DAY, start=first, end=last) for n, (first, last) in enumerate(times)]
    found += [r.Table(**of, name=str(n + 1), position=n, capacity=1 if n == 2 else None) for n in range(3)]
    for n, (name, one) in enumerate(firms.items()):
        side = Side.VISITING if name in VISITORS else Side.HOST
        seated = r.Participant(**of, organisation_id=one.id, position=n, side=side)
        found += [seated, r.ParticipantPerson(**own, participant_id=seated.id, person_id=people[name].id)]
    found += [
        r.MeetingRequest(**of, from_id=firms[a].id, to_id=firms[b].id, wish=wish, position=n)
        for n, (a, b, wish) in enumerate(WISHES)
    ]
    found.append(r.SessionInterpreter(**of, person_id=ira.id, languages=("en", "es")))
    for n, (a, b, slot, table) in enumerate(PLACED):
        both: dict[str, Any] = {"a_id": firms[a].id, "b_id": firms[b].id}
        state, locked = MeetingState.SCHEDULED, True if n == 0 else None
        found.append(r.Meeting(**of, **both, position=n, slot=slot, table=table, state=state, locked=locked))
    spoken: dict[str, Any] = {"a_id": firms["BUILD"].id, "b_id": firms["HEGAN"].id, "interpreter_id": ira.id}
    found.append(r.Meeting(**of, **spoken, position=4, slot=3, table="2", state=MeetingState.SCHEDULED))
    waits: dict[str, Any] = {"a_id": firms["HEALTH"].id, "b_id": firms["AFM"].id}
    found.append(r.Meeting(**of, **waits, position=5, state=MeetingState.ACCEPTED))
    return found


def b2b(name: str = "b2b", *, hours: tuple[tuple[str, str], ...] = HOURS, **fields: Any) -> Iterator[r.Record]:
    """Give a session on the mission's first day with a slot for each of these hours and the tables 1 and 2."""
    known: dict[str, Any] = {"title": Texts.of("B2B in Bilbao"), **fields}
    yield r.Matchmaking(id=uid(name), mission_id=MISSION, **known)
    for number, (start, end) in enumerate(hours):
        yield r.Slot(
            mission_id=MISSION,
            matchmaking_id=uid(name),
            position=number,
            date=START,
            start=clock(start) or dt.time(),
            end=clock(end) or dt.time(),
        )
    for number, table in enumerate(("1", "2")):
        yield r.Table(mission_id=MISSION, matchmaking_id=uid(name), name=table, position=number)


def party(name: str, *people: str, session: str = "b2b", **fields: Any) -> Iterator[r.Record]:
    """Give an organisation that takes part, with who sits for it; these have to be made by the test."""
    one = organisation(name)
    known: dict[str, Any] = {"side": Side.HOST, **fields}
    taking_part = r.Participant(
        id=uid(f"{session} {name}"),
        mission_id=MISSION,
        matchmaking_id=uid(session),
        organisation_id=one.id,
        **known,
    )
    yield taking_part
    for number, each in enumerate(people):
        yield r.ParticipantPerson(
            mission_id=MISSION, participant_id=taking_part.id, person_id=uid(f"person:{each}"), position=number
        )


def meets(a: str, b: str, slot: int | None = 0, table: str | None = "1", **fields: Any) -> r.Meeting:
    """Make a meeting of two organisations."""
    session = fields.pop("session", "b2b")
    known: dict[str, Any] = {"state": MeetingState.SCHEDULED, **fields}
    return r.Meeting(
        id=uid(f"{session} {a} {b} {slot}"),
        mission_id=MISSION,
        matchmaking_id=uid(session),
        a_id=uid(f"organisation:{a}"),
        b_id=uid(f"organisation:{b}"),
        slot=slot,
        table=table,
        **known,
    )


def wishes(
    a: str, b: str, wish: Wish = Wish.WANT, note: str | None = None, session: str = "b2b"
) -> r.MeetingRequest:
    """Make what one organisation says of another."""
    return r.MeetingRequest(
        mission_id=MISSION,
        matchmaking_id=uid(session),
        from_id=uid(f"organisation:{a}"),
        to_id=uid(f"organisation:{b}"),
        wish=wish,
        note=note,
    )
