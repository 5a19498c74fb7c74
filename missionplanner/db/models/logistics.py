"""Keep the rows of journeys and nights."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import LegMode, RoomKind


class JourneyRow(Entity):
    __tablename__ = "journey"
    record_type = records.Journey
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    name: Mapped[Texts | None] = plain()
    notes: Mapped[str | None] = plain()


class VehicleRow(Entity):
    __tablename__ = "vehicle"
    record_type = records.Vehicle
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    name: Mapped[str | None] = plain()
    capacity: Mapped[int | None] = plain()
    plate: Mapped[str | None] = personal()
    driver: Mapped[str | None] = personal()
    driver_phone: Mapped[str | None] = personal()
    supplier_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    numbered: Mapped[bool | None] = plain()
    notes: Mapped[str | None] = personal()


class LegRow(Entity):
    __tablename__ = "leg"
    record_type = records.Leg
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    journey_id: Mapped[UUID | None] = link("journey", Gone.CLEAR)
    mode: Mapped[LegMode | None] = plain(Word(LegMode))
    operator: Mapped[str | None] = plain()
    number: Mapped[str | None] = plain()
    origin: Mapped[str | None] = plain()
    destination: Mapped[str | None] = plain()
    origin_text: Mapped[str | None] = plain()
    destination_text: Mapped[str | None] = plain()
    date: Mapped[dt.date | None] = plain()
    start: Mapped[dt.time | None] = plain()
    end: Mapped[dt.time | None] = plain()
    end_date: Mapped[dt.date | None] = plain()
    zone: Mapped[str | None] = plain()
    end_zone: Mapped[str | None] = plain()
    terminal: Mapped[str | None] = plain()
    vehicle_id: Mapped[UUID | None] = link("vehicle", Gone.CLEAR)
    capacity: Mapped[int | None] = plain()
    booking: Mapped[str | None] = personal()
    private: Mapped[bool | None] = plain()
    notes: Mapped[str | None] = plain()


class LegPassengerRow(Entity):
    __tablename__ = "leg_passenger"
    record_type = records.LegPassenger
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    leg_id: Mapped[UUID] = link("leg", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    booking: Mapped[str | None] = personal()
    ticket: Mapped[str | None] = personal()
    seat: Mapped[str | None] = personal()
    baggage: Mapped[str | None] = personal()
    private: Mapped[bool | None] = personal()
    position: Mapped[int] = plain()


class StayRow(Entity):
    __tablename__ = "stay"
    record_type = records.Stay
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    hotel_id: Mapped[UUID | None] = link("place", Gone.CLEAR)
    room: Mapped[RoomKind | None] = plain(Word(RoomKind))
    room_no: Mapped[str | None] = personal()
    from_day: Mapped[dt.date | None] = plain()
    to_day: Mapped[dt.date | None] = plain()
    booking: Mapped[str | None] = personal()
    board: Mapped[str | None] = plain()
    price: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()
    notes: Mapped[str | None] = plain()


class StayGuestRow(Entity):
    __tablename__ = "stay_guest"
    record_type = records.StayGuest
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    stay_id: Mapped[UUID] = link("stay", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    position: Mapped[int] = plain()
