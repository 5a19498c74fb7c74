"""Hold what a batch knows beside the plan: the past of its hosts, copies given out, what came of the mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.logistics.routes import NOWHERE, Route
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.redaction import Audience, redacted_record


@dataclass(frozen=True, slots=True)
class Earlier:
    """Be one thing remembered of an organisation from before the mission: what it is, in words, and its text."""

    day: dt.date | None
    what: str
    text: str
    mission: str = ""
    promise: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """Be a copy somebody holds: when it was issued (UTC), the key and hash of each block, what blocks showed.

    ``told`` gives by hash, as JSON, what the blocks of this copy showed (content.told).
    """

    kind: str
    languages: tuple[str, ...]
    version: int
    issued_at: dt.datetime
    blocks: tuple[tuple[str, str], ...]
    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Archive:
    """Be the memory a batch may draw on.

    ``earlier`` is by language and organisation, ``chains`` gives the names of value chains by code, ``copies`` the
    copy each person holds; the copy of no person is that of the common programme. ``survey`` are the mission's own
    questions. ``record`` is what came of the mission and what it cost, ``route`` where it went; ``regions`` gives
    the names of NUTS regions by code, ``ports`` the cities of airports.
    """

    earlier: Mapping[str, Mapping[UUID, tuple[Earlier, ...]]] = field(default_factory=dict)
    chains: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[UUID | None, Copy] = field(default_factory=dict)
    survey: tuple[r.SurveyQuestion, ...] = ()
    record: MissionRecord = field(default_factory=MissionRecord)
    route: Route = NOWHERE
    regions: Mapping[str, str] = field(default_factory=dict)
    ports: Mapping[str, str] = field(default_factory=dict)

    def seen_by(self, audience: Audience) -> Archive:
        """Return the archive with what came of the mission as an audience may read it."""
        seen = redacted_record(self.record, audience)
        return self if seen is self.record else replace(self, record=seen)


NOTHING = Archive()
