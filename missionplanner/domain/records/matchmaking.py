"""Name a matchmaking session: slots, tables, who takes part, who asked for whom, who meets when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import HalfDay, MeetingState, Side, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Matchmaking(MissionPart):
    """Be a session of meetings. ``allow_repeats`` lets pairs meet again that met in another session."""

    position: int = 0
    title: Texts | None = None
    item_id: UUID | None = None
    max_per_day: int | None = None
    allow_repeats: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(MissionPart):
    """Be one time for meetings, in the zone of the session's item. ``position`` is the slot's number, from 0."""

    matchmaking_id: UUID
    position: int
    date: dt.date
    start: dt.time
    end: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(MissionPart):
    """Be a table to meet at; ``capacity`` is how many people fit."""

    matchmaking_id: UUID
    name: str
    place_id: UUID | None = None
    capacity: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(MissionPart):
    """Be an organisation that takes part; ``unavailable`` holds numbers of slots.

    ``session`` is the half of the day it takes part in, None both; ``max_per_day`` its own, before the session's.
    """

    matchmaking_id: UUID
    organisation_id: UUID
    position: int = 0
    side: Side | None = None
    session: HalfDay | None = None
    unavailable: tuple[int, ...] = ()
    max_per_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantPerson(MissionPart):
    participant_id: UUID
    person_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRequest(MissionPart):
    matchmaking_id: UUID
    from_id: UUID
    to_id: UUID
    wish: Wish | None = None
    note: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(MissionPart):
    """Be a meeting of two organisations; ``slot`` is a slot's number, ``table`` a table's name."""

    matchmaking_id: UUID
    position: int = 0
    a_id: UUID
    b_id: UUID
    slot: int | None = None
    table: str | None = None
    state: MeetingState | None = None
    locked: bool | None = None
    interpreter_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInterpreter(MissionPart):
    """Be an interpreter at hand for meetings; ``unavailable`` holds numbers of slots."""

    matchmaking_id: UUID
    person_id: UUID
    languages: tuple[str, ...] = ()
    unavailable: tuple[int, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOrder(MissionPart):
    """Ask for one meeting to come before another."""

    matchmaking_id: UUID
    first_id: UUID
    second_id: UUID
    position: int = 0
