"""Make missions with B2B meetings for tests: a session, who takes part, wishes, meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MeetingState, Side, Wish
from tests.factories import MISSION, START, clock, organisation, uid

HOURS = (("11:00", "11:25"), ("11:35", "12:00"), ("12:10", "12:35"))


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
