"""Hold what was found in a programme: nothing is invented, everything says where it stood.

An absent value is None or an empty tuple, never a default. Times are wall times of a zone nobody has named yet.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from missionplanner.base.messages import Message
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, LegMode, PartOfDay
from missionplanner.exchange.opened.sheet import Source


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Be somebody an item names: the name as written without a title of address, what else stood beside it."""

    name: str
    role: ItemRole
    job: str | None = None


@dataclass(frozen=True, slots=True)
class FoundLeg:
    """Be a flight or train an item names. ``number`` has no blank (``LH283``), ``operator`` is its code or name.

    ``end_days`` is how many days after departure it arrives, as ``+1`` says; ``origin`` and ``destination`` are
    airport codes or names as written.
    """

    mode: LegMode
    operator: str | None = None
    number: str | None = None
    origin: str | None = None
    destination: str | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    end_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Be one agenda item as far as it was written down.

    ``end`` is only what is written, as an end or as a length. ``position`` counts the entries of a day from 0
    in the order of the file. ``zone`` is never written in a programme: None, to be inherited. ``groups`` are
    names of groups as written; none means everyone. ``confidence`` is 0–1, ``reasons`` say what took from it.
    """

    title: str
    source: Source
    date: dt.date | None = None
    position: int = 0
    start: dt.time | None = None
    end: dt.time | None = None
    end_date: dt.date | None = None
    zone: None = None
    part_of_day: PartOfDay | None = None
    kind: ItemKind = ItemKind.OTHER
    place_text: str | None = None
    city: str | None = None
    country: str | None = None
    hosts: tuple[str, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    groups: tuple[str, ...] = ()
    legs: tuple[FoundLeg, ...] = ()
    status: ItemStatus | None = None
    language: str | None = None
    dress_code: str | None = None
    text: str | None = None
    confidence: float = 1.0
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Be a line that looked like something and was not taken, and why."""

    source: Source
    why: Message


@dataclass(frozen=True, slots=True)
class Warned:
    """Be a doubt about a day or an entry.

    ``rule`` is one of weekday_mismatch, year_guessed, ambiguous_date, date_unknown, time_order.
    """

    rule: str
    date: dt.date | None
    source: Source
    message: Message


@dataclass(frozen=True, slots=True)
class Programme:
    """Be a whole programme. ``language`` is that of its words, None where they do not tell."""

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    warnings: tuple[Warned, ...]

    @property
    def days(self) -> tuple[dt.date, ...]:
        return tuple(sorted({entry.date for entry in self.entries if entry.date is not None}))
