"""Keep the rows of results."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AgreementKind,
    AttendanceState,
    FollowUpState,
    Interest,
    QuestionKind,
)


class AttendanceRow(Entity):
    __tablename__ = "attendance"
    record_type = records.Attendance
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    position: Mapped[int] = plain()
    state: Mapped[AttendanceState | None] = personal(Word(AttendanceState))
    arrived: Mapped[dt.time | None] = personal()
    left: Mapped[dt.time | None] = personal()
    substitute_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    note: Mapped[str | None] = personal()


class OutcomeRow(Entity):
    __tablename__ = "outcome"
    record_type = records.Outcome
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.TOO)
    meeting_id: Mapped[UUID | None] = link("meeting", Gone.TOO)
    held: Mapped[bool | None] = plain()
    why_not: Mapped[str | None] = personal()
    satisfaction: Mapped[int | None] = plain()
    interest: Mapped[Interest | None] = plain(Word(Interest))
    summary: Mapped[Texts | None] = personal()
    next_step: Mapped[Texts | None] = personal()


class FollowUpRow(Entity):
    __tablename__ = "follow_up"
    record_type = records.FollowUp
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    text: Mapped[Texts | None] = personal()
    owner_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    due: Mapped[dt.date | None] = plain()
    state: Mapped[FollowUpState | None] = plain(Word(FollowUpState))
    about_organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    about_person_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    about_item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)


class AgreementRow(Entity):
    __tablename__ = "agreement"
    record_type = records.Agreement
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    kind: Mapped[AgreementKind | None] = plain(Word(AgreementKind))
    date: Mapped[dt.date | None] = plain()
    text: Mapped[Texts | None] = plain()
    value: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()


class AgreementPartyRow(Entity):
    __tablename__ = "agreement_party"
    record_type = records.AgreementParty
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    agreement_id: Mapped[UUID] = link("agreement", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    position: Mapped[int] = plain()


class PhotoRow(Entity):
    __tablename__ = "photo"
    record_type = records.Photo
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    medium: Mapped[str | None] = personal()
    caption: Mapped[Texts | None] = personal()
    credit: Mapped[str | None] = personal()
    taken_at: Mapped[dt.datetime | None] = plain()
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    cleared: Mapped[bool | None] = plain()


class SurveyQuestionRow(Entity):
    __tablename__ = "survey_question"
    record_type = records.SurveyQuestion
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    text: Mapped[Texts | None] = plain()
    kind: Mapped[QuestionKind | None] = plain(Word(QuestionKind))


class SurveyAnswerRow(Entity):
    __tablename__ = "survey_answer"
    record_type = records.SurveyAnswer
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    question_id: Mapped[UUID] = link("survey_question", Gone.TOO)
    person_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    value: Mapped[str | None] = personal()
    position: Mapped[int] = plain()


class FieldNoteRow(Entity):
    __tablename__ = "field_note"
    record_type = records.FieldNote
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    at: Mapped[dt.datetime | None] = plain()
    text: Mapped[str | None] = personal()
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    person_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    position: Mapped[int] = plain()


class ContactMadeRow(Entity):
    __tablename__ = "contact_made"
    record_type = records.ContactMade
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.TOO, privacy=Privacy.PERSONAL)
    by_id: Mapped[UUID | None] = link("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    date: Mapped[dt.date | None] = plain()
    interest: Mapped[Interest | None] = personal(Word(Interest))
    note: Mapped[str | None] = personal()
    position: Mapped[int] = plain()
