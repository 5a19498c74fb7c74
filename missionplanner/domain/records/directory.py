"""Name what all missions of a workspace share: organisations, people, places, initiatives, value chains."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import Record
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """Be an organisation. ``profile`` says what it does; ``value_chains`` are codes of those it is a member of."""

    name: str | None = None
    native_name: str | None = None
    short: str | None = None
    kind: OrganisationKind | None = None
    parent_id: UUID | None = None
    country: str | None = None
    region: str | None = None
    city: str | None = None
    address: str | None = None
    ecosystems: tuple[Ecosystem, ...] = ()
    value_chains: tuple[str, ...] = ()
    website: str | None = None
    profile: Texts | None = None
    offers: Texts | None = None
    seeks: Texts | None = None
    employees: int | None = None
    vat: str | None = None
    email: str | None = None
    phone: str | None = None
    logo: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Be somebody; without any name, the place of somebody not yet named to which things are assigned already.

    ``phone`` is a landline. An unnamed person is never listed by itself: a delegate points to it.
    """

    given: str | None = None
    family: str | None = None
    name_order: NameOrder | None = None
    native_name: str | None = None
    honorific: str | None = None
    address_form: AddressForm | None = None
    organisation_id: UUID | None = None
    job: Texts | None = None
    languages: tuple[str, ...] = ()
    email: str | None = None
    mobile: str | None = None
    phone: str | None = None
    bio: Texts | None = None
    photo: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None

    @property
    def full_name(self) -> str:
        """Join the names in the order this person's culture writes them."""
        names = (
            (self.family, self.given) if self.name_order is NameOrder.FAMILY_FIRST else (self.given, self.family)
        )
        return " ".join(name for name in names if name)

    @property
    def unnamed(self) -> bool:
        """Tell whether this stands for a place not yet named (DOMAIN §4)."""
        return not (self.given or self.family or self.native_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Be a place to meet or sleep in. ``lat`` and ``lon`` are WGS 84 degrees, ``closed_days`` ISO weekdays.

    ``access_fields`` is what its access list asks for of every visitor.
    """

    name: str | None = None
    organisation_id: UUID | None = None
    address: str | None = None
    entrance: str | None = None
    meeting_point: str | None = None
    city: str | None = None
    country: str | None = None
    zone: str | None = None
    lat: float | None = None
    lon: float | None = None
    capacity: int | None = None
    exclusive: bool | None = None
    id_required: bool | None = None
    notice_days: int | None = None
    nda: bool | None = None
    safety_gear: Texts | None = None
    no_photos: bool | None = None
    opens: dt.time | None = None
    closes: dt.time | None = None
    closed_days: tuple[int, ...] = ()
    access_fields: tuple[AccessField, ...] = ()
    website: str | None = None
    phone: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    name: str | None = None
    short: str | None = None
    programme: str | None = None
    grant: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    partners: int | None = None
    countries: int | None = None
    budget: Decimal | None = None
    currency: str | None = None
    website: str | None = None
    objectives: Texts | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeMember(Record):
    initiative_id: UUID
    organisation_id: UUID
    role: MemberRole | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChain(Record):
    """Be a value chain of a cluster. Its members are the organisations whose ``value_chains`` hold its code.

    ``priority`` is the S3 priority it belongs to.
    """

    position: int = 0
    code: str | None = None
    name: Texts | None = None
    cluster_id: UUID | None = None
    priority: Texts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNote(Record):
    """Be a line in the memory of an organisation or a person: what was said or promised, what comes next."""

    organisation_id: UUID | None = None
    person_id: UUID | None = None
    mission_id: UUID | None = None
    date: dt.date | None = None
    channel: Channel | None = None
    text: str | None = None
    next_day: dt.date | None = None
    promise: bool | None = None
