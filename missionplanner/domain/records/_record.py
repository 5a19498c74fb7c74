"""Give every record its identity and its times."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Be one stored thing as a frozen value: same fields as its row, no way back to the database."""

    id: UUID = field(default_factory=uuid4)
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionPart(Record):
    """Be a record that belongs to one mission and goes with it."""

    mission_id: UUID
