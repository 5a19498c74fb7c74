"""Keep the rows of matchmaking."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Listed, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import HalfDay, MeetingState, Side, Wish


class MatchmakingRow(Entity):
    __tablename__ = "matchmaking"
    record_type = records.Matchmaking
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    title: Mapped[Texts | None] = plain()
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    max_per_day: Mapped[int | None] = plain()
    allow_repeats: Mapped[bool | None] = plain()


class SlotRow(Entity):
    __tablename__ = "meeting_slot"
    record_type = records.Slot
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    position: Mapped[int] = plain()
    date: Mapped[dt.date] = plain()
    start: Mapped[dt.time] = plain()
    end: Mapped[dt.time] = plain()


class TableRow(Entity):
    __tablename__ = "meeting_table"
    record_type = records.Table
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    name: Mapped[str] = plain()
    place_id: Mapped[UUID | None] = link("place", Gone.CLEAR)
    capacity: Mapped[int | None] = plain()
    position: Mapped[int] = plain()


class ParticipantRow(Entity):
    __tablename__ = "matchmaking_participant"
    record_type = records.Participant
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    position: Mapped[int] = plain()
    side: Mapped[Side | None] = plain(Word(Side))
    session: Mapped[HalfDay | None] = plain(Word(HalfDay))
    unavailable: Mapped[tuple[int, ...]] = plain(Listed(int), nullable=True)
    max_per_day: Mapped[int | None] = plain()


class ParticipantPersonRow(Entity):
    __tablename__ = "matchmaking_person"
    record_type = records.ParticipantPerson
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    participant_id: Mapped[UUID] = link("matchmaking_participant", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    position: Mapped[int] = plain()


class MeetingRequestRow(Entity):
    __tablename__ = "meeting_request"
    record_type = records.MeetingRequest
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    from_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    to_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    wish: Mapped[Wish | None] = plain(Word(Wish))
    note: Mapped[str | None] = personal()
    position: Mapped[int] = plain()


class MeetingRow(Entity):
    __tablename__ = "meeting"
    record_type = records.Meeting
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    position: Mapped[int] = plain()
    a_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    b_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    slot: Mapped[int | None] = plain()
    table: Mapped[str | None] = plain()
    state: Mapped[MeetingState | None] = plain(Word(MeetingState))
    locked: Mapped[bool | None] = plain()
    interpreter_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)


class SessionInterpreterRow(Entity):
    __tablename__ = "session_interpreter"
    record_type = records.SessionInterpreter
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.TOO, privacy=Privacy.PERSONAL)
    languages: Mapped[tuple[str, ...]] = personal(Listed(str), nullable=True)
    unavailable: Mapped[tuple[int, ...]] = plain(Listed(int), nullable=True)
    position: Mapped[int] = plain()


class MeetingOrderRow(Entity):
    __tablename__ = "meeting_order"
    record_type = records.MeetingOrder
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    matchmaking_id: Mapped[UUID] = link("matchmaking", Gone.TOO)
    first_id: Mapped[UUID] = link("meeting", Gone.TOO)
    second_id: Mapped[UUID] = link("meeting", Gone.TOO)
    position: Mapped[int] = plain()
