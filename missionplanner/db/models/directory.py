"""Keep the rows every mission of a workspace shares."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Listed, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AccessField,
    AddressForm,
    Channel,
    Ecosystem,
    MemberRole,
    NameOrder,
    OrganisationKind,
)


class OrganisationRow(Entity):
    __tablename__ = "organisation"
    record_type = records.Organisation
    name: Mapped[str | None] = plain()
    native_name: Mapped[str | None] = plain()
    short: Mapped[str | None] = plain()
    kind: Mapped[OrganisationKind | None] = plain(Word(OrganisationKind))
    parent_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    country: Mapped[str | None] = plain()
    region: Mapped[str | None] = plain()
    city: Mapped[str | None] = plain()
    address: Mapped[str | None] = plain()
    ecosystems: Mapped[tuple[Ecosystem, ...]] = plain(Listed(Ecosystem), nullable=True)
    value_chains: Mapped[tuple[str, ...]] = plain(Listed(str), nullable=True)
    website: Mapped[str | None] = plain()
    profile: Mapped[Texts | None] = plain()
    offers: Mapped[Texts | None] = plain()
    seeks: Mapped[Texts | None] = plain()
    employees: Mapped[int | None] = plain()
    vat: Mapped[str | None] = plain()
    email: Mapped[str | None] = plain()
    phone: Mapped[str | None] = plain()
    logo: Mapped[str | None] = plain()
    tags: Mapped[tuple[str, ...]] = plain(Listed(str), nullable=True)
    notes: Mapped[str | None] = personal()


class PersonRow(Entity):
    __tablename__ = "person"
    record_type = records.Person
    given: Mapped[str | None] = personal()
    family: Mapped[str | None] = personal()
    name_order: Mapped[NameOrder | None] = personal(Word(NameOrder))
    native_name: Mapped[str | None] = personal()
    honorific: Mapped[str | None] = personal()
    address_form: Mapped[AddressForm | None] = personal(Word(AddressForm))
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    job: Mapped[Texts | None] = personal()
    languages: Mapped[tuple[str, ...]] = personal(Listed(str), nullable=True)
    email: Mapped[str | None] = personal()
    mobile: Mapped[str | None] = personal()
    phone: Mapped[str | None] = personal()
    bio: Mapped[Texts | None] = personal()
    photo: Mapped[str | None] = personal()
    tags: Mapped[tuple[str, ...]] = personal(Listed(str), nullable=True)
    notes: Mapped[str | None] = personal()


class PlaceRow(Entity):
    __tablename__ = "place"
    record_type = records.Place
    name: Mapped[str | None] = plain()
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    address: Mapped[str | None] = plain()
    entrance: Mapped[str | None] = plain()
    meeting_point: Mapped[str | None] = plain()
    city: Mapped[str | None] = plain()
    country: Mapped[str | None] = plain()
    zone: Mapped[str | None] = plain()
    lat: Mapped[float | None] = plain()
    lon: Mapped[float | None] = plain()
    capacity: Mapped[int | None] = plain()
    exclusive: Mapped[bool | None] = plain()
    id_required: Mapped[bool | None] = plain()
    notice_days: Mapped[int | None] = plain()
    nda: Mapped[bool | None] = plain()
    safety_gear: Mapped[Texts | None] = plain()
    no_photos: Mapped[bool | None] = plain()
    opens: Mapped[dt.time | None] = plain()
    closes: Mapped[dt.time | None] = plain()
    closed_days: Mapped[tuple[int, ...]] = plain(Listed(int), nullable=True)
    access_fields: Mapped[tuple[AccessField, ...]] = plain(Listed(AccessField), nullable=True)
    website: Mapped[str | None] = plain()
    phone: Mapped[str | None] = plain()
    tags: Mapped[tuple[str, ...]] = plain(Listed(str), nullable=True)
    notes: Mapped[str | None] = personal()


class InitiativeRow(Entity):
    __tablename__ = "initiative"
    record_type = records.Initiative
    name: Mapped[str | None] = plain()
    short: Mapped[str | None] = plain()
    programme: Mapped[str | None] = plain()
    grant: Mapped[str | None] = plain()
    start: Mapped[dt.date | None] = plain()
    end: Mapped[dt.date | None] = plain()
    partners: Mapped[int | None] = plain()
    countries: Mapped[int | None] = plain()
    budget: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()
    website: Mapped[str | None] = plain()
    objectives: Mapped[Texts | None] = plain()
    notes: Mapped[str | None] = personal()


class InitiativeMemberRow(Entity):
    __tablename__ = "initiative_member"
    record_type = records.InitiativeMember
    initiative_id: Mapped[UUID] = link("initiative", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    role: Mapped[MemberRole | None] = plain(Word(MemberRole))
    position: Mapped[int] = plain()


class ValueChainRow(Entity):
    __tablename__ = "value_chain"
    record_type = records.ValueChain
    position: Mapped[int] = plain()
    code: Mapped[str | None] = plain()
    name: Mapped[Texts | None] = plain()
    cluster_id: Mapped[UUID | None] = link("organisation", Gone.TOO)
    priority: Mapped[Texts | None] = plain()


class ContactNoteRow(Entity):
    __tablename__ = "contact_note"
    record_type = records.ContactNote
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.TOO)
    person_id: Mapped[UUID | None] = link("person", Gone.TOO, privacy=Privacy.PERSONAL)
    mission_id: Mapped[UUID | None] = link("mission", Gone.CLEAR)
    date: Mapped[dt.date | None] = plain()
    channel: Mapped[Channel | None] = plain(Word(Channel))
    text: Mapped[str | None] = personal()
    next_day: Mapped[dt.date | None] = plain()
    promise: Mapped[bool | None] = plain()
