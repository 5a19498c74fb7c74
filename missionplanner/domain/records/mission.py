"""Name a mission and what frames it: destinations, organisers, objectives, groups, delegates, partners."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import MissionPart, Record
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission(Record):
    """Be one delegation mission. ``start`` and ``end`` are its working days, inclusive, in ``zone``.

    ``emblem`` names the medium printed beside the funding statement. ``insurance`` is the policy and the number
    to ring. Evidence is kept until ``evidence_until``, as the grant asks.
    """

    code: str
    title: Texts
    start: dt.date
    end: dt.date
    zone: str
    sample: bool | None = None
    kind: MissionKind | None = None
    status: MissionStatus | None = None
    programme_status: ProgrammeStatus | None = None
    travel_start: dt.date | None = None
    travel_end: dt.date | None = None
    home_zone: str | None = None
    languages: tuple[str, ...] = ()
    currency: str | None = None
    theme: Texts | None = None
    summary: Texts | None = None
    ecosystems: tuple[Ecosystem, ...] = ()
    value_chains: tuple[str, ...] = ()
    initiative_id: UUID | None = None
    grant: str | None = None
    cup: str | None = None
    work_package: str | None = None
    funding_statement: Texts | None = None
    evidence_until: dt.date | None = None
    accent: str | None = None
    emblem: str | None = None
    cover: CoverStyle | None = None
    footer: Texts | None = None
    insurance: str | None = None
    on_call_name: str | None = None
    on_call_phone: str | None = None
    notes: str | None = None

    @property
    def first_day(self) -> dt.date:
        """Return the day people leave: ``travel_start``, else ``start`` (DOMAIN §6)."""
        return self.travel_start or self.start

    @property
    def last_day(self) -> dt.date:
        return self.travel_end or self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination(MissionPart):
    position: int = 0
    city: str | None = None
    country: str | None = None
    region: str | None = None
    zone: str | None = None
    from_day: dt.date | None = None
    to_day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser(MissionPart):
    organisation_id: UUID
    role: OrganiserRole | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(MissionPart):
    position: int = 0
    text: Texts | None = None
    indicator: str | None = None
    target: int | float | None = None
    result: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(MissionPart):
    position: int = 0
    name: Texts | None = None
    colour: str | None = None
    leader_id: UUID | None = None
    deputy_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(MissionPart):
    """Be a person in a mission, or a place of ``place_of_id`` whose person is not yet named.

    ``joins`` and ``leaves`` are the first and last day of a late joiner and an early leaver, inclusive.
    ``insurance`` has the states of a visa.
    """

    position: int = 0
    person_id: UUID | None = None
    place_of_id: UUID | None = None
    role: DelegateRole | None = None
    status: DelegateStatus | None = None
    precedence: int | None = None
    badge: str | None = None
    arrival_id: UUID | None = None
    departure_id: UUID | None = None
    joins: dt.date | None = None
    leaves: dt.date | None = None
    replaced_by_id: UUID | None = None
    room_wish: RoomKind | None = None
    share_with_id: UUID | None = None
    visa: VisaState | None = None
    insurance: VisaState | None = None
    consent_photo: bool | None = None
    consent_contact: bool | None = None
    fee: Decimal | None = None
    fee_currency: str | None = None
    fee_state: FeeState | None = None
    diet: Secret | None = None
    nationality: Secret | None = None
    document_expires: Secret | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateGroup(MissionPart):
    delegate_id: UUID
    group_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidential(MissionPart):
    """Hold what no plan carries of a delegate: read only to be revealed, exported on request, or erased.

    Days are ISO text, because all of it is stored sealed.
    """

    delegate_id: UUID
    access_needs: Secret | None = None
    emergency: Secret | None = None
    home_address: Secret | None = None
    document_number: Secret | None = None
    document_name: Secret | None = None
    document_issuer: Secret | None = None
    document_issued: Secret | None = None
    document_born: Secret | None = None
    document_birthplace: Secret | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(MissionPart):
    """Be an organisation in a mission. ``region`` is a NUTS code."""

    organisation_id: UUID
    position: int = 0
    role: PartnerRole | None = None
    state: PartnerState | None = None
    region: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerContact(MissionPart):
    partner_id: UUID
    person_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRequest(MissionPart):
    """Be one line of the request log: what was asked, what was answered and when, when to ask again."""

    partner_id: UUID
    position: int = 0
    date: dt.date | None = None
    channel: Channel | None = None
    person_id: UUID | None = None
    text: str | None = None
    answer: str | None = None
    answered_on: dt.date | None = None
    next_day: dt.date | None = None
