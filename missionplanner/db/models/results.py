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
)


class AttendanceRow(Entity):
    __tablename__ = "attendance"
    record_type = records.Attendance
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    item_id: Mapped[UUID] = link("agenda_item", Gone.TOO)
    person_id: Mapped[UUID] = link("person", Gone.REFUSE, privacy=Privacy.PERSONAL)
    position: Mapped[int] = plain()
    state: Mapped[AttendanceState | None] = personal(Word(AttendanceState))


class OutcomeRow(Entity):
    __tablename__ = "outcome"
    record_type = records.Outcome
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.TOO)
    meeting_id: Mapped[UUID | None] = link("meeting", Gone.TOO)
    held: Mapped[bool | None] = plain()
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
