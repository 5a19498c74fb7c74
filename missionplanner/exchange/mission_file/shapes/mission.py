"""Shape a mission and what frames it: destinations, organisers, objectives, groups, delegates, partners."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Destination(Shape, kw_only=True, rename={"from_": "from"}):
    city: k.Line | None = None
    country: k.Country | None = None
    region: k.Line | None = None
    zone: k.Zone | None = None
    from_: Day | None = None
    to: Day | None = None


class Organiser(Shape, kw_only=True):
    organisation: k.Organisation
    role: v.OrganiserRole | None = None


class Funding(Shape, kw_only=True):
    grant: k.Line | None = None
    cup: k.Line | None = None
    work_package: k.Line | None = None
    statement: k.Text | None = None
    evidence_until: Day | None = None


class Objective(Shape, kw_only=True):
    id: k.Id | None = None
    text: k.Text | None = None
    indicator: k.Line | None = None
    target: k.Figure | None = None
    result: k.Figure | None = None


class OnCall(Shape, kw_only=True):
    name: k.Line | None = None
    phone: k.Line | None = None


class Mission(Shape, kw_only=True):
    code: k.Code
    sample: bool | None = None
    title: k.Title
    kind: v.MissionKind | None = None
    status: v.MissionStatus | None = None
    programme_status: v.ProgrammeStatus | None = None
    start: Day
    end: Day
    travel_start: Day | None = None
    travel_end: Day | None = None
    home_zone: k.Zone | None = None
    zone: k.Zone
    languages: list[k.Language] | None = None
    currency: k.Currency | None = None
    theme: k.Text | None = None
    summary: k.Text | None = None
    ecosystems: list[v.Ecosystem] | None = None
    value_chains: list[k.Line] | None = None
    destinations: list[Destination] | None = None
    organisers: list[Organiser] | None = None
    initiative: k.Initiative | None = None
    funding: Funding | None = None
    objectives: list[Objective] | None = None
    accent: k.Colour | None = None
    emblem: k.Line | None = None
    cover: v.CoverStyle | None = None
    footer: k.Text | None = None
    insurance: k.Line | None = None
    on_call: OnCall | None = None


class Group(Shape, kw_only=True):
    id: k.Id
    name: k.Title | None = None
    colour: k.Colour | None = None
    leader: k.Person | None = None
    deputy: k.Person | None = None


class Document(Shape, kw_only=True):
    nationality: k.Country | None = None
    number: k.Line | None = None
    name: k.Line | None = None
    issuer: k.Line | None = None
    issued: Day | None = None
    expires: Day | None = None
    born: Day | None = None
    birthplace: k.Line | None = None


class Delegate(Shape, kw_only=True):
    id: k.Id | None = None
    person: k.Person | None = None
    place_of: k.Organisation | None = None
    role: v.DelegateRole | None = None
    status: v.DelegateStatus | None = None
    groups: list[k.Group] | None = None
    precedence: k.Ordinal | None = None
    badge: k.Line | None = None
    diet: k.Long | None = None
    access_needs: k.Long | None = None
    arrival: k.Leg | None = None
    departure: k.Leg | None = None
    joins: Day | None = None
    leaves: Day | None = None
    replaced_by: k.Delegate | None = None
    room_wish: v.RoomKind | None = None
    share_with: k.Delegate | None = None
    emergency: k.Long | None = None
    home_address: k.Long | None = None
    document: Document | None = None
    visa: v.VisaState | None = None
    insurance: v.VisaState | None = None
    consent_photo: bool | None = None
    consent_contact: bool | None = None
    fee: k.Money | None = None
    fee_currency: k.Currency | None = None
    fee_state: v.FeeState | None = None


class Request(Shape, kw_only=True):
    date: Day | None = None
    channel: v.Channel | None = None
    who: k.Person | None = None
    text: k.Long | None = None
    answer: k.Long | None = None
    answered_on: Day | None = None
    next: Day | None = None


class Partner(Shape, kw_only=True):
    organisation: k.Organisation
    role: v.PartnerRole | None = None
    state: v.PartnerState | None = None
    region: k.Line | None = None
    contacts: list[k.Person] | None = None
    requests: list[Request] | None = None
