"""Name what a check found: what, who, where, how grave, and whether somebody accepted it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from missionplanner.base.messages import Message
from missionplanner.domain.texts import Texts


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    CLASH = "clash"
    WARNING = "warning"
    TO_DO = "todo"


@dataclass(frozen=True, slots=True)
class Fix:
    """Be a remedy the program can make: ``id`` names it to the service that makes it."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """Be what a rule saw: a finding before its rule, severity and acceptance are known.

    ``message`` has plain arguments: names, days as ISO text (``day``, ``…_day``), times as HH:MM of the
    place; an argument may be a message of its own. ``titles`` says which arguments are titles, for a reader of
    another language; of several with one name the argument is a list. ``others`` are further records it
    concerns (places, stays, groups, partners), ``subject`` what else tells it from its like, such as a day.
    ``short`` are the minutes that lack, for a fix. ``facts`` is what it rests on, ``at`` the moment it is
    about as ISO text, for the order. ``crowd`` is a hash that stands for ``people``: one and the same crowd
    is in many findings.
    """

    message: Message
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    crowd: str = ""
    legs: tuple[UUID, ...] = ()
    others: tuple[UUID, ...] = ()
    subject: str = ""
    short: int | None = None
    titles: tuple[tuple[str, Texts], ...] = ()
    facts: tuple[str, ...] = ()
    at: str = ""
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Be one line of a check: one sentence that says who, what and where (DOMAIN §6).

    ``items``, ``people`` (by name), ``legs`` and ``others`` are what it concerns, ``facts`` a hash of what it
    rests on, ``accepted`` the reason somebody gave for living with it. The rest is as it was observed.
    """

    rule: str
    severity: Severity
    message: Message
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    crowd: str = ""
    legs: tuple[UUID, ...] = ()
    others: tuple[UUID, ...] = ()
    subject: str = ""
    short: int | None = None
    titles: tuple[tuple[str, Texts], ...] = ()
    fixes: tuple[Fix, ...] = ()
    facts: str = ""
    at: str = ""
    accepted: str | None = None

    @cached_property
    def identity(self) -> str:
        """Return what stays while the finding is the same one: a hash of its rule and sorted ids."""
        ids = sorted(map(str, (*self.items, *self.legs, *self.others)))
        return digest((self.rule, *ids, *((self.subject,) if self.subject else ()), self.crowd))

    @property
    def blocks(self) -> bool:
        """Tell whether it is a clash nobody accepted."""
        return self.severity is Severity.CLASH and self.accepted is None


def digest(parts: Iterable[str]) -> str:
    """Return a short hash of texts in their order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
