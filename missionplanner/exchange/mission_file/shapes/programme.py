"""Shape the programme, its journeys and its nights."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Part(Shape, kw_only=True):
    """Say what a person does in an agenda item."""

    person: k.Person
    role: v.ItemRole | None = None
    rsvp: v.Rsvp | None = None
    companions: k.Count | None = None


class Audience(Shape, kw_only=True, rename={"except_": "except"}):
    """Say whom an item is for. All three empty means nobody, so that they are always written."""

    groups: list[k.Group] | None = None
    people: list[k.Person] | None = None
    except_: list[k.Person] | None = None


class Pitch(Shape, kw_only=True):
    position: k.Ordinal | None = None
    minutes: k.Count | None = None
    organisation: k.Organisation | None = None
    person: k.Person | None = None
    topic: k.Title | None = None


class Option(Shape, kw_only=True):
    """Be a proposed slot, in the item's zone."""

    date: Day | None = None
    start: k.Time | None = None
    end: k.Time | None = None
    note: k.Line | None = None


class Seat(Shape, kw_only=True):
    """Give a place at a table to a person."""

    person: k.Person
    number: k.Ordinal | None = None


class SeatingTable(Shape, kw_only=True):
    """Be a table people are seated at: ``seats`` is how many fit."""

    name: k.Line | None = None
    seats: k.Count | None = None
    shape: v.TableShape | None = None
    people: list[Seat] | None = None


class Item(Shape, kw_only=True):
    id: k.Id
    date: Day | None
    position: k.Ordinal | None = None
    start: k.Time | None = None
    end: k.Time | None = None
    end_date: Day | None = None
    zone: k.Zone | None = None
    end_zone: k.Zone | None = None
    part_of_day: v.PartOfDay | None = None
    kind: v.ItemKind
    title: k.Title
    place: k.Place | None = None
    place_text: k.Line | None = None
    city: k.Line | None = None
    country: k.Country | None = None
    hosts: list[k.Organisation] | None = None
    people: list[Part] | None = None
    audience: Audience | None = None
    status: v.ItemStatus | None = None
    language: k.Language | None = None
    dress_code: k.Line | None = None
    locked: bool | None = None
    text: k.Text | None = None
    team_notes: k.Long | None = None
    talking_points: k.Long | None = None
    booking: k.Line | None = None
    payer: k.Organisation | None = None
    plan_b: k.Long | None = None
    background: k.Text | None = None
    questions: k.Text | None = None
    actual_start: k.Time | None = None
    actual_end: k.Time | None = None
    objectives: list[k.Objective] | None = None
    pitches: list[Pitch] | None = None
    options: list[Option] | None = None
    seating: list[SeatingTable] | None = None
    leg: k.Leg | None = None


class Journey(Shape, kw_only=True):
    id: k.Id
    name: k.Title | None = None
    notes: k.Long | None = None


class Vehicle(Shape, kw_only=True):
    id: k.Id
    name: k.Line | None = None
    capacity: k.Count | None = None
    plate: k.Line | None = None
    driver: k.Line | None = None
    driver_phone: k.Line | None = None
    supplier: k.Organisation | None = None
    numbered: bool | None = None
    notes: k.Long | None = None


class Passenger(Shape, kw_only=True):
    person: k.Person
    booking: k.Line | None = None
    ticket: k.Line | None = None
    seat: k.Line | None = None
    baggage: k.Line | None = None
    private: bool | None = None


class Leg(Shape, kw_only=True, rename={"from_": "from"}):
    id: k.Id
    mode: v.LegMode | None = None
    operator: k.Line | None = None
    number: k.Line | None = None
    from_: k.Line | None = None
    to: k.Line | None = None
    from_text: k.Line | None = None
    to_text: k.Line | None = None
    date: Day | None = None
    start: k.Time | None = None
    end: k.Time | None = None
    end_date: Day | None = None
    zone: k.Zone | None = None
    end_zone: k.Zone | None = None
    terminal: k.Line | None = None
    journey: k.Journey | None = None
    vehicle: k.Vehicle | None = None
    capacity: k.Count | None = None
    booking: k.Line | None = None
    private: bool | None = None
    passengers: list[Passenger] | None = None


class Stay(Shape, kw_only=True, rename={"from_": "from"}):
    id: k.Id | None = None
    hotel: k.Place | None = None
    room: v.RoomKind | None = None
    room_no: k.Line | None = None
    from_: Day | None = None
    to: Day | None = None
    booking: k.Line | None = None
    board: k.Line | None = None
    price: k.Money | None = None
    currency: k.Currency | None = None
    guests: list[k.Person] | None = None
