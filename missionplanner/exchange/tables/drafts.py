"""Name what a row of a list becomes: values of our kinds, with what is wrong or unsure about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from missionplanner.base.messages import Message
from missionplanner.exchange.tables.fields import Kind
from missionplanner.exchange.tables.values.days import Calendar
from missionplanner.exchange.tables.values.reading import Value


@dataclass(frozen=True, slots=True)
class Problem:
    """Be what is wrong with one value: its field, what the cell says, where, and a sentence.

    ``kept`` may be personal: show it, never log it.
    """

    field: str
    kept: str
    source: str
    message: Message


@dataclass(frozen=True, slots=True)
class Draft:
    """Be one row, typed. ``values`` holds what is known, by field; ``unsure`` names the fields that were guessed.

    Values are texts, Decimals, ints, floats, days, times, yes or no, members of the vocabulary, or tuples of
    texts. Phones are E.164, countries ISO 3166 alpha-2, languages ISO 639-1, currencies ISO 4217.
    """

    kind: Kind
    row: int
    source: str
    values: MappingOf[str, Value]
    problems: tuple[Problem, ...] = ()
    unsure: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def doubtful(self) -> bool:
        return bool(self.unsure)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Be a row that makes no record, with the sentence that says why."""

    row: int
    source: str
    message: Message


@dataclass(frozen=True, slots=True)
class Rows:
    """Be a whole sheet, read: drafts and refusals in the order of the file."""

    kind: Kind
    drafts: tuple[Draft, ...]
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Be what a list is read beside: home's country, the mission's days and languages, today, its currency.

    Phones without a prefix are of ``home_country`` where their row names none. ``languages``, the likeliest first,
    settle whether the day or the month comes first where a column tells nothing.
    """

    today: dt.date
    home_country: str | None = None
    days: tuple[dt.date, ...] = ()
    languages: tuple[str, ...] = ()
    currency: str | None = None

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.today, self.days)
