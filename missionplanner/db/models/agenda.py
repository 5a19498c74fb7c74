"""Keep the rows of programmes."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, PartOfDay, Rsvp, TableShape


class AgendaItemRow(Entity):
    __tablename__ = "agenda_item"
    record_type = records.AgendaItem
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    kind: Mapped[ItemKind] = plain(Word(ItemKind))
    title: Mapped[Texts] = plain()
    date: Mapped[dt.date | None] = plain()
    position: Mapped[int] = plain()
    start: Mapped[dt.time | None] = plain()
    end: Mapped[dt.time | None] = plain()
    end_date: Mapped[dt.date | None] = plain()
    zone: Mapped[str | None] = plain()
    end_zone: Mapped[str | None] = plain()
    part_of_day: Mapped[PartOfDay | None] = plain(Word(PartOfDay))
    place_id: Mapped[UUID | None] = link("place", Gone.CLEAR)
    place_text: Mapped[str | None] = plain()
    city: Mapped[str | None] = plain()
    country: Mapped[str | None] = plain()
    audience_limited: Mapped[bool] = plain()
    status: Mapped[ItemStatus | None] = plain(Word(ItemStatus))
    language: Mapped[str | None] = plain()
    dress_code: Mapped[str | None] = plain()
    locked: Mapped[bool | None] = plain()
    text: Mapped[Texts | None] = plain()
    team_notes: Mapped[str | None] = personal()
    talking_points: Mapped[str | None] = personal()
    booking: Mapped[str | None] = personal()
    payer_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    plan_b: Mapped[str | None] = personal()
    background: Mapped[Texts | None] = personal()
    questions: Mapped[Texts | None] = personal()
    actual_start: Mapped[dt.time | None] = plain()
    actual_end: Mapped[dt.time | None] = plain()
    leg_id: Mapped[UUID | None] = link("leg", Gone.CLEAR)


class ItemHostRow(Entity):
    __tablename__ = "item_host"
    record_type = records.ItemHost
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    position: Mapped[int] = plain()


class ItemPersonRow(Entity):
    __tablename__ = "item_person"
    record_type = records.ItemPerson
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    role: Mapped[ItemRole | None] = plain(Word(ItemRole))
    rsvp: Mapped[Rsvp | None] = personal(Word(Rsvp))
    companions: Mapped[int | None] = personal()
    position: Mapped[int] = plain()


class AudienceGroupRow(Entity):
    __tablename__ = "audience_group"
    record_type = records.AudienceGroup
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    group_id: Mapped[UUID] = link("delegation_group", Gone.TOO)
    position: Mapped[int] = plain()


class AudiencePersonRow(Entity):
    __tablename__ = "audience_person"
    record_type = records.AudiencePerson
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    excepted: Mapped[bool] = plain()
    position: Mapped[int] = plain()


class ItemObjectiveRow(Entity):
    __tablename__ = "item_objective"
    record_type = records.ItemObjective
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    objective_id: Mapped[UUID] = link("objective", Gone.TOO)
    position: Mapped[int] = plain()


class PitchRow(Entity):
    __tablename__ = "pitch"
    record_type = records.Pitch
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    position: Mapped[int | None] = plain()
    minutes: Mapped[int | None] = plain()
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    person_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    topic: Mapped[Texts | None] = plain()
    order: Mapped[int] = plain()


class ItemOptionRow(Entity):
    __tablename__ = "item_option"
    record_type = records.ItemOption
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    position: Mapped[int] = plain()
    date: Mapped[dt.date | None] = plain()
    start: Mapped[dt.time | None] = plain()
    end: Mapped[dt.time | None] = plain()
    note: Mapped[str | None] = personal()


class SeatingTableRow(Entity):
    __tablename__ = "seating_table"
    record_type = records.SeatingTable
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    position: Mapped[int] = plain()
    name: Mapped[str | None] = plain()
    seats: Mapped[int | None] = plain()
    shape: Mapped[TableShape | None] = plain(Word(TableShape))


class SeatRow(Entity):
    __tablename__ = "seat"
    record_type = records.Seat
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    table_id: Mapped[UUID] = link("seating_table", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.TOO, privacy=Privacy.PERSONAL)
    number: Mapped[int | None] = plain()
    position: Mapped[int] = plain()
