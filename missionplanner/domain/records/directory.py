"""Name what all missions of a workspace share: organisations, people, places, initiatives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import Record
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Ecosystem, MemberRole, NameOrder, OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
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
    logo: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    given: str | None = None
    family: str | None = None
    name_order: NameOrder | None = None
    native_name: str | None = None
    honorific: str | None = None
    organisation_id: UUID | None = None
    job: Texts | None = None
    languages: tuple[str, ...] = ()
    email: str | None = None
    mobile: str | None = None
    bio: Texts | None = None
    photo: str | None = None
    notes: str | None = None

    @property
    def full_name(self) -> str:
        """Join the names in the order this person's culture writes them."""
        names = (
            (self.family, self.given) if self.name_order is NameOrder.FAMILY_FIRST else (self.given, self.family)
        )
        return " ".join(name for name in names if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """Be a place to meet or sleep in. ``lat`` and ``lon`` are WGS 84 degrees, ``closed_days`` ISO weekdays."""

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
    opens: time | None = None
    closes: time | None = None
    closed_days: tuple[int, ...] = ()
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    name: str | None = None
    programme: str | None = None
    partners: int | None = None
    countries: int | None = None
    budget: Decimal | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeMember(Record):
    initiative_id: UUID
    organisation_id: UUID
    role: MemberRole | None = None
    position: int = 0
