"""Name what comes of a mission: who was there, what was agreed, what is to follow, what people thought of it."""

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
    QuestionKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(MissionPart):
    """Tell whether a person was at an item. ``arrived`` and ``left`` are wall times of the item's zone.

    ``substitute_id`` is who came instead.
    """

    item_id: UUID
    person_id: UUID
    position: int = 0
    state: AttendanceState | None = None
    arrived: dt.time | None = None
    left: dt.time | None = None
    substitute_id: UUID | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(MissionPart):
    """Tell what came of an item or of a meeting. ``why_not`` tells why it was not held.

    ``satisfaction`` is from 1, poor, to 5, excellent.
    """

    position: int = 0
    item_id: UUID | None = None
    meeting_id: UUID | None = None
    held: bool | None = None
    why_not: str | None = None
    satisfaction: int | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(MissionPart):
    """Be a picture of the mission. ``cleared`` tells that those shown agreed.

    ``taken_at`` is UTC, to the second; ``medium`` names a blob, as ``media/<sha256>.jpg``.
    """

    position: int = 0
    medium: str | None = None
    caption: Texts | None = None
    credit: str | None = None
    taken_at: dt.datetime | None = None
    item_id: UUID | None = None
    cleared: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion(MissionPart):
    """Be a question of the survey. A score is from 1 to 5."""

    position: int = 0
    text: Texts | None = None
    kind: QuestionKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswer(MissionPart):
    """Be one answer, signed or not; ``value`` as it was given, whatever the kind of the question."""

    question_id: UUID
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    item_id: UUID | None = None
    value: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNote(MissionPart):
    """Be something jotted down under way. ``at`` is UTC, to the second."""

    at: dt.datetime | None = None
    text: str | None = None
    item_id: UUID | None = None
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMade(MissionPart):
    """Tell that somebody was met: by whom of the delegation, where and when."""

    person_id: UUID
    by_id: UUID | None = None
    item_id: UUID | None = None
    date: dt.date | None = None
    interest: Interest | None = None
    note: str | None = None
    position: int = 0
