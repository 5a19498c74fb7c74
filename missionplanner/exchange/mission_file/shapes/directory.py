"""Shape what all missions share: initiatives, organisations, people, places, value chains; notes on contacts."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Member(Shape, kw_only=True):
    organisation: k.Organisation
    role: v.MemberRole | None = None


class Initiative(Shape, kw_only=True):
    id: k.Id
    name: k.Line | None = None
    short: k.Line | None = None
    programme: k.Line | None = None
    grant: k.Line | None = None
    start: Day | None = None
    end: Day | None = None
    partners: k.Count | None = None
    countries: k.Count | None = None
    budget: k.Money | None = None
    currency: k.Currency | None = None
    website: k.Line | None = None
    objectives: k.Text | None = None
    members: list[Member] | None = None


class Organisation(Shape, kw_only=True):
    id: k.Id
    name: k.Line | None = None
    native_name: k.Line | None = None
    short: k.Line | None = None
    kind: v.OrganisationKind | None = None
    parent: k.Organisation | None = None
    country: k.Country | None = None
    region: k.Line | None = None
    city: k.Line | None = None
    address: k.Line | None = None
    ecosystems: list[v.Ecosystem] | None = None
    value_chains: list[k.Line] | None = None
    website: k.Line | None = None
    profile: k.Text | None = None
    offers: k.Text | None = None
    seeks: k.Text | None = None
    employees: k.Count | None = None
    vat: k.Line | None = None
    email: k.Line | None = None
    phone: k.Line | None = None
    logo: k.Line | None = None
    tags: list[k.Line] | None = None


class Person(Shape, kw_only=True):
    id: k.Id
    given: k.Line | None = None
    family: k.Line | None = None
    name_order: v.NameOrder | None = None
    native_name: k.Line | None = None
    honorific: k.Line | None = None
    address_form: v.AddressForm | None = None
    organisation: k.Organisation | None = None
    job: k.Title | None = None
    languages: list[k.Language] | None = None
    email: k.Line | None = None
    mobile: k.Line | None = None
    phone: k.Line | None = None
    bio: k.Text | None = None
    photo: k.Line | None = None
    tags: list[k.Line] | None = None


class Place(Shape, kw_only=True):
    id: k.Id
    name: k.Line | None = None
    organisation: k.Organisation | None = None
    address: k.Line | None = None
    entrance: k.Long | None = None
    meeting_point: k.Long | None = None
    city: k.Line | None = None
    country: k.Country | None = None
    zone: k.Zone | None = None
    lat: k.Latitude | None = None
    lon: k.Longitude | None = None
    capacity: k.Count | None = None
    exclusive: bool | None = None
    id_required: bool | None = None
    notice_days: k.Count | None = None
    nda: bool | None = None
    safety_gear: k.Text | None = None
    no_photos: bool | None = None
    opens: k.Time | None = None
    closes: k.Time | None = None
    closed_days: list[k.Weekday] | None = None
    access_fields: list[v.AccessField] | None = None
    website: k.Line | None = None
    phone: k.Line | None = None
    tags: list[k.Line] | None = None


class ValueChain(Shape, kw_only=True):
    """Be a value chain of a cluster; organisations name its code."""

    id: k.Id | None = None
    code: k.Line | None = None
    name: k.Title | None = None
    cluster: k.Organisation | None = None
    priority: k.Text | None = None


class Note(Shape, kw_only=True):
    """Be a contact made in the course of the mission."""

    id: k.Id | None = None
    organisation: k.Organisation | None = None
    person: k.Person | None = None
    date: Day | None = None
    channel: v.Channel | None = None
    text: k.Long | None = None
    next: Day | None = None
    promise: bool | None = None
