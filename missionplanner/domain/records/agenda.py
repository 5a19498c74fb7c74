"""Name the rows of a programme and what hangs on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, PartOfDay, Rsvp, TableShape


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(MissionPart):
    """Be one row of the programme.

    ``start`` and ``end`` are wall times of ``zone`` and ``end_zone``; a zone of None is inherited
    (EXCHANGE §2). ``date`` None puts the item on the shelf. ``audience_limited`` False means everyone.
    ``booking`` is the name or number it is booked under, ``plan_b`` what is done where it falls through;
    ``background`` and ``questions`` prepare a visit. ``actual_start`` and ``actual_end`` are as it was held,
    wall times of the same zones.
    """

    kind: ItemKind
    title: Texts
    date: dt.date | None = None
    position: int = 0
    start: dt.time | None = None
    end: dt.time | None = None
    end_date: dt.date | None = None
    zone: str | None = None
    end_zone: str | None = None
    part_of_day: PartOfDay | None = None
    place_id: UUID | None = None
    place_text: str | None = None
    city: str | None = None
    country: str | None = None
    audience_limited: bool = False
    status: ItemStatus | None = None
    language: str | None = None
    dress_code: str | None = None
    locked: bool | None = None
    text: Texts | None = None
    team_notes: str | None = None
    talking_points: str | None = None
    booking: str | None = None
    payer_id: UUID | None = None
    plan_b: str | None = None
    background: Texts | None = None
    questions: Texts | None = None
    actual_start: dt.time | None = None
    actual_end: dt.time | None = None
    leg_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHost(MissionPart):
    item_id: UUID
    organisation_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPerson(MissionPart):
    """Say what a person does in an item. ``companions`` is how many a guest brings along."""

    item_id: UUID
    person_id: UUID
    role: ItemRole | None = None
    rsvp: Rsvp | None = None
    companions: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceGroup(MissionPart):
    item_id: UUID
    group_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AudiencePerson(MissionPart):
    """Name a person into an item's audience, or out of it where ``excepted``."""

    item_id: UUID
    person_id: UUID
    excepted: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemObjective(MissionPart):
    item_id: UUID
    objective_id: UUID
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch(MissionPart):
    item_id: UUID
    position: int | None = None
    minutes: int | None = None
    organisation_id: UUID | None = None
    person_id: UUID | None = None
    topic: Texts | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOption(MissionPart):
    """Be a proposed slot of an item, a ghost until one is chosen: wall times of the item's zone."""

    item_id: UUID
    position: int = 0
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingTable(MissionPart):
    """Be a table people are seated at in an item: ``seats`` is how many fit."""

    item_id: UUID
    position: int = 0
    name: str | None = None
    seats: int | None = None
    shape: TableShape | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(MissionPart):
    """Be a place at a table given to a person; ``number`` counts from 1."""

    table_id: UUID
    person_id: UUID
    number: int | None = None
    position: int = 0
