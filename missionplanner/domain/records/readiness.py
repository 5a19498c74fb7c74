"""Name what delegates must have in order before they leave, and who was announced where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AccessState, DueBasis, ReadyState, RequirementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(MissionPart):
    """Be something due from delegates, of ``group_id`` or of everyone.

    It is due ``before_months`` and ``before_days`` ahead of its basis: departure, the day of ``item_id``, or
    ``due``, a day of its own. ``place_id`` is the place that asks for it.
    """

    position: int = 0
    kind: RequirementKind | None = None
    name: Texts | None = None
    basis: DueBasis | None = None
    item_id: UUID | None = None
    place_id: UUID | None = None
    group_id: UUID | None = None
    before_days: int | None = None
    before_months: int | None = None
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementState(MissionPart):
    """Tell how far one delegate is with one requirement; without it, nothing was done yet."""

    requirement_id: UUID
    delegate_id: UUID
    state: ReadyState | None = None
    date: dt.date | None = None
    note: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntry(MissionPart):
    """Tell whether one delegate was announced at a place, to whom and when, and what the place said."""

    place_id: UUID
    delegate_id: UUID
    position: int = 0
    state: AccessState | None = None
    sent_on: dt.date | None = None
    sent_to: str | None = None
    note: str | None = None
