"""Name journeys and nights."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.vocabulary import LegMode, RoomKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(MissionPart):
    """Be one stretch of a journey.

    ``origin`` and ``destination`` are IATA codes, the texts any other place. ``start`` is wall time of
    ``zone``, ``end`` of ``end_zone`` (None = ``zone``). Without passengers it carries everyone.
    """

    position: int = 0
    mode: LegMode | None = None
    operator: str | None = None
    number: str | None = None
    origin: str | None = None
    destination: str | None = None
    origin_text: str | None = None
    destination_text: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    end_date: dt.date | None = None
    zone: str | None = None
    end_zone: str | None = None
    terminal: str | None = None
    capacity: int | None = None
    booking: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPassenger(MissionPart):
    leg_id: UUID
    person_id: UUID
    booking: str | None = None
    seat: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(MissionPart):
    """Be one room for some nights: ``from_day`` is the first night, ``to_day`` the day of leaving."""

    position: int = 0
    hotel_id: UUID | None = None
    room: RoomKind | None = None
    room_no: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayGuest(MissionPart):
    stay_id: UUID
    person_id: UUID
    position: int = 0
