"""Say what a look before printing finds, and on which documents it would show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.plan import MissionPlan


class Weight(StrEnum):
    """Say how much a concern spoils paper: it would be wrong, it lacks something, it could be better."""

    WRONG = "wrong"
    LACKING = "lacking"
    BETTER = "better"


class Where(StrEnum):
    """Say where in the window a concern is mended."""

    AGENDA = "agenda"
    PEOPLE = "people"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    LOGISTICS = "logistics"
    MEETINGS = "meetings"
    MISSION = "mission"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Be one thing to look at before printing.

    ``records`` are what it is about, mended at ``where``; ``finding`` is what the checks found, with fixes.
    ``kinds`` are the documents it would show on, all where none are named.
    """

    rule: str
    weight: Weight
    message: Message
    where: Where
    records: tuple[UUID, ...] = ()
    finding: Finding | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Look:
    """Be what is looked at: a plan, what will be printed in which languages, sizes of pictures in pixels.

    ``lost`` are pictures nobody can draw, ``coarse`` logos that are drawn as pictures and not as shapes.
    """

    plan: MissionPlan
    kinds: frozenset[str]
    languages: frozenset[str]
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    lost: frozenset[str] = frozenset()
    coarse: frozenset[str] = frozenset()
