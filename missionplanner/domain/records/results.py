"""Name what comes of a mission."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AgreementKind,
    AttendanceState,
    FollowUpState,
    Interest,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(MissionPart):
    item_id: UUID
    person_id: UUID
    position: int = 0
    state: AttendanceState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(MissionPart):
    """Tell what came of an item or of a meeting."""

    position: int = 0
    item_id: UUID | None = None
    meeting_id: UUID | None = None
    held: bool | None = None
    interest: Interest | None = None
    summary: Texts | None = None
    next_step: Texts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(MissionPart):
    position: int = 0
    text: Texts | None = None
    owner_id: UUID | None = None
    due: dt.date | None = None
    state: FollowUpState | None = None
    about_organisation_id: UUID | None = None
    about_person_id: UUID | None = None
    about_item_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(MissionPart):
    position: int = 0
    kind: AgreementKind | None = None
    date: dt.date | None = None
    text: Texts | None = None
    value: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementParty(MissionPart):
    agreement_id: UUID
    organisation_id: UUID
    position: int = 0
