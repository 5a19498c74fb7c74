"""Keep the rows that frame a mission."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Listed, Number, Privacy, Word, link, personal, plain, sealed
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    Channel,
    CoverStyle,
    DelegateRole,
    DelegateStatus,
    Ecosystem,
    FeeState,
    MissionKind,
    MissionStatus,
    OrganiserRole,
    PartnerRole,
    PartnerState,
    ProgrammeStatus,
    RoomKind,
    VisaState,
)


class MissionRow(Entity):
    __tablename__ = "mission"
    record_type = records.Mission
    code: Mapped[str] = plain()
    title: Mapped[Texts] = plain()
    start: Mapped[dt.date] = plain()
    end: Mapped[dt.date] = plain()
    zone: Mapped[str] = plain()
    sample: Mapped[bool | None] = plain()
    kind: Mapped[MissionKind | None] = plain(Word(MissionKind))
    status: Mapped[MissionStatus | None] = plain(Word(MissionStatus))
    programme_status: Mapped[ProgrammeStatus | None] = plain(Word(ProgrammeStatus))
    travel_start: Mapped[dt.date | None] = plain()
    travel_end: Mapped[dt.date | None] = plain()
    home_zone: Mapped[str | None] = plain()
    languages: Mapped[tuple[str, ...]] = plain(Listed(str), nullable=True)
    currency: Mapped[str | None] = plain()
    theme: Mapped[Texts | None] = plain()
    summary: Mapped[Texts | None] = plain()
    ecosystems: Mapped[tuple[Ecosystem, ...]] = plain(Listed(Ecosystem), nullable=True)
    value_chains: Mapped[tuple[str, ...]] = plain(Listed(str), nullable=True)
    initiative_id: Mapped[UUID | None] = link("initiative", Gone.CLEAR)
    grant: Mapped[str | None] = plain()
    cup: Mapped[str | None] = plain()
    work_package: Mapped[str | None] = plain()
    funding_statement: Mapped[Texts | None] = plain()
    evidence_until: Mapped[dt.date | None] = plain()
    accent: Mapped[str | None] = plain()
    emblem: Mapped[str | None] = plain()
    cover: Mapped[CoverStyle | None] = plain(Word(CoverStyle))
    footer: Mapped[Texts | None] = plain()
    insurance: Mapped[str | None] = plain()
    on_call_name: Mapped[str | None] = personal()
    on_call_phone: Mapped[str | None] = personal()
    notes: Mapped[str | None] = plain()


class DestinationRow(Entity):
    __tablename__ = "destination"
    record_type = records.Destination
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    city: Mapped[str | None] = plain()
    country: Mapped[str | None] = plain()
    region: Mapped[str | None] = plain()
    zone: Mapped[str | None] = plain()
    from_day: Mapped[dt.date | None] = plain()
    to_day: Mapped[dt.date | None] = plain()


class OrganiserRow(Entity):
    __tablename__ = "organiser"
    record_type = records.Organiser
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    role: Mapped[OrganiserRole | None] = plain(Word(OrganiserRole))
    position: Mapped[int] = plain()


class ObjectiveRow(Entity):
    __tablename__ = "objective"
    record_type = records.Objective
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    text: Mapped[Texts | None] = plain()
    indicator: Mapped[str | None] = plain()
    target: Mapped[float | None] = plain(Number)
    result: Mapped[float | None] = plain(Number)


class GroupRow(Entity):
    __tablename__ = "delegation_group"
    record_type = records.Group
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    name: Mapped[Texts | None] = plain()
    colour: Mapped[str | None] = plain()
    leader_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    deputy_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)


class DelegateRow(Entity):
    __tablename__ = "delegate"
    record_type = records.Delegate
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    person_id: Mapped[UUID | None] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    place_of_id: Mapped[UUID | None] = link("organisation", Gone.REFUSE)
    role: Mapped[DelegateRole | None] = personal(Word(DelegateRole))
    status: Mapped[DelegateStatus | None] = personal(Word(DelegateStatus))
    precedence: Mapped[int | None] = personal()
    badge: Mapped[str | None] = personal()
    arrival_id: Mapped[UUID | None] = link("leg", Gone.CLEAR)
    departure_id: Mapped[UUID | None] = link("leg", Gone.CLEAR)
    joins: Mapped[dt.date | None] = personal()
    leaves: Mapped[dt.date | None] = personal()
    replaced_by_id: Mapped[UUID | None] = link("delegate", Gone.CLEAR, privacy=Privacy.PERSONAL)
    room_wish: Mapped[RoomKind | None] = personal(Word(RoomKind))
    share_with_id: Mapped[UUID | None] = link("delegate", Gone.CLEAR, privacy=Privacy.PERSONAL)
    visa: Mapped[VisaState | None] = personal(Word(VisaState))
    insurance: Mapped[VisaState | None] = personal(Word(VisaState))
    consent_photo: Mapped[bool | None] = personal()
    consent_contact: Mapped[bool | None] = personal()
    fee: Mapped[Decimal | None] = personal()
    fee_currency: Mapped[str | None] = personal()
    fee_state: Mapped[FeeState | None] = personal(Word(FeeState))
    diet: Mapped[Secret | None] = sealed()
    nationality: Mapped[Secret | None] = sealed()
    document_expires: Mapped[Secret | None] = sealed()
    notes: Mapped[str | None] = personal()


class DelegateGroupRow(Entity):
    __tablename__ = "delegate_group"
    record_type = records.DelegateGroup
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    delegate_id: Mapped[UUID] = link("delegate", Gone.TOO)
    group_id: Mapped[UUID] = link("delegation_group", Gone.TOO)
    position: Mapped[int] = plain()


class ConfidentialRow(Entity):
    __tablename__ = "confidential"
    record_type = records.Confidential
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    delegate_id: Mapped[UUID] = link("delegate", Gone.TOO)
    access_needs: Mapped[Secret | None] = sealed()
    emergency: Mapped[Secret | None] = sealed()
    home_address: Mapped[Secret | None] = sealed()
    document_number: Mapped[Secret | None] = sealed()
    document_name: Mapped[Secret | None] = sealed()
    document_issuer: Mapped[Secret | None] = sealed()
    document_issued: Mapped[Secret | None] = sealed()
    document_born: Mapped[Secret | None] = sealed()
    document_birthplace: Mapped[Secret | None] = sealed()


class PartnerRow(Entity):
    __tablename__ = "partner"
    record_type = records.Partner
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    position: Mapped[int] = plain()
    role: Mapped[PartnerRole | None] = plain(Word(PartnerRole))
    state: Mapped[PartnerState | None] = plain(Word(PartnerState))
    region: Mapped[str | None] = plain()
    notes: Mapped[str | None] = personal()


class PartnerContactRow(Entity):
    __tablename__ = "partner_contact"
    record_type = records.PartnerContact
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    partner_id: Mapped[UUID] = link("partner", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    position: Mapped[int] = plain()


class PartnerRequestRow(Entity):
    __tablename__ = "partner_request"
    record_type = records.PartnerRequest
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    partner_id: Mapped[UUID] = link("partner", Gone.TOO)
    position: Mapped[int] = plain()
    date: Mapped[dt.date | None] = plain()
    channel: Mapped[Channel | None] = plain(Word(Channel))
    person_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    text: Mapped[str | None] = personal()
    answer: Mapped[str | None] = personal()
    answered_on: Mapped[dt.date | None] = plain()
    next_day: Mapped[dt.date | None] = plain()
