"""Keep the rows of what delegates must have in order, and of who was announced where."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AccessState, DueBasis, ReadyState, RequirementKind


class RequirementRow(Entity):
    __tablename__ = "requirement"
    record_type = records.Requirement
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    kind: Mapped[RequirementKind | None] = plain(Word(RequirementKind))
    name: Mapped[Texts | None] = plain()
    basis: Mapped[DueBasis | None] = plain(Word(DueBasis))
    item_id: Mapped[UUID | None] = link("agenda_item", Gone.CLEAR)
    place_id: Mapped[UUID | None] = link("place", Gone.CLEAR)
    group_id: Mapped[UUID | None] = link("delegation_group", Gone.TOO)
    before_days: Mapped[int | None] = plain()
    before_months: Mapped[int | None] = plain()
    due: Mapped[dt.date | None] = plain()


class RequirementStateRow(Entity):
    __tablename__ = "requirement_state"
    record_type = records.RequirementState
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    requirement_id: Mapped[UUID] = link("requirement", Gone.TOO)
    delegate_id: Mapped[UUID] = link("delegate", Gone.TOO)
    state: Mapped[ReadyState | None] = personal(Word(ReadyState))
    date: Mapped[dt.date | None] = personal()
    note: Mapped[str | None] = personal()
    position: Mapped[int] = plain()


class AccessEntryRow(Entity):
    __tablename__ = "access_entry"
    record_type = records.AccessEntry
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    place_id: Mapped[UUID] = link("place", Gone.REFUSE)
    delegate_id: Mapped[UUID] = link("delegate", Gone.TOO)
    position: Mapped[int] = plain()
    state: Mapped[AccessState | None] = personal(Word(AccessState))
    sent_on: Mapped[dt.date | None] = personal()
    sent_to: Mapped[str | None] = personal()
    note: Mapped[str | None] = personal()
