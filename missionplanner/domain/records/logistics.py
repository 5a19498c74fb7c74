"""Name journeys and nights."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import LegMode, RoomKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(MissionPart):
    """Be one or more legs that are travelled as one: out by way of Munich, back."""

    position: int = 0
    name: Texts | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle(MissionPart):
    """Be a coach or a car. Its seats fill by count; only a ``numbered`` one has seats with names."""

    position: int = 0
    name: str | None = None
    capacity: int | None = None
    plate: str | None = None
    driver: str | None = None
    driver_phone: str | None = None
    supplier_id: UUID | None = None
    numbered: bool | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg(MissionPart):
    """Be one stretch of a journey.

    ``origin`` and ``destination`` are IATA codes, the texts any other place. ``start`` is wall time of
    ``zone``, ``end`` of ``end_zone`` (None = ``zone``). Without passengers it carries everyone.
    A ``private`` one is somebody's own extension of the trip and raises nothing.
    """

    position: int = 0
    journey_id: UUID | None = None
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
    vehicle_id: UUID | None = None
    capacity: int | None = None
    booking: str | None = None
    private: bool | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPassenger(MissionPart):
    leg_id: UUID
    person_id: UUID
    booking: str | None = None
    ticket: str | None = None
    seat: str | None = None
    baggage: str | None = None
    private: bool | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(MissionPart):
    """Be one room for some nights: ``from_day`` is the first night, ``to_day`` the day of leaving.

    ``price`` is that of the whole stay; ``board`` is what it includes, in words.
    """

    position: int = 0
    hotel_id: UUID | None = None
    room: RoomKind | None = None
    room_no: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    booking: str | None = None
    board: str | None = None
    price: Decimal | None = None
    currency: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayGuest(MissionPart):
    stay_id: UUID
    person_id: UUID
    position: int = 0
